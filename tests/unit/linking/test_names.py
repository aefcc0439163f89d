from dataclasses import replace

from small_pile import article

from headwater.linking.names import outlet_title


def test_an_outlet_is_called_by_its_registry_name_else_by_its_page():
    """One outlet has one name in a case, however its pages write it; an unknown one is called so."""
    known = replace(article("agency/reuters", lead=("Fog.",)).article, outlet_name="REUTERS UK")
    assert outlet_title(known) == "Reuters"
    assert outlet_title(article("Quill Post", lead=("Fog.",)).article) == "Quill Post"
    assert outlet_title(article(None, lead=("Fog.",)).article) == "unknown outlet"
