import pytest

from headwater.lexicon import press_entry


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Reuters", "agency/reuters"),
        ("El País", "outlet/el-pais"),
        ("Kenya", None),
        ("Marsh Gazette", None),
    ],
)
def test_press_is_found_by_its_sure_name_only(name, entry):
    """Outlets and agencies have entries; states and strangers give none."""
    found = press_entry(name)
    assert (found.id if found else None) == entry
