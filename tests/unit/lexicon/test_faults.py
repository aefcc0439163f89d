import pytest

from headwater.lexicon.entry import Entry, NameForm, RegistryRole
from headwater.lexicon.faults import find_faults
from headwater.model import ActorKind


def entry(key, *names, **more):
    forms = tuple(NameForm(text=name) for name in names or (key,))
    given = {"kind": ActorKind.OUTLET, "src": "made up", "forms": forms} | more
    return Entry(id=key, name=forms[0].text, **given)


@pytest.mark.parametrize(
    ("since", "until", "faults"),
    [
        ("2004", "1999", 1),
        ("2004-05", "2004", 0),
        ("2004", "2004-05", 0),
        ("2004-06", "2004-05-31", 1),
        ("2004-05", "2004-05", 0),
        (None, "1999", 0),
        ("2004", None, 0),
    ],
)
def test_dates_are_compared_as_far_as_both_go(since, until, faults):
    """From May 2004 to some day of 2004 is in order."""
    role = RegistryRole(title="boss", from_=since, to=until)
    assert len(find_faults([entry("a/a", roles=(role,))])) == faults


def test_a_context_must_be_there():
    """A weak name that waits for an actor nobody knows never matches: that is a slip."""
    weak = NameForm(text="MG", weak=True, context=("state/none",))
    (fault,) = find_faults([entry("a/a", forms=(weak,))])
    assert str(fault) == "a/a: state/none is not in the registry"


def test_a_domain_has_one_owner():
    """Whose a page is must not depend on the alphabet."""
    shared = {"domains": ("post.example",)}
    (fault,) = find_faults([entry("a/a", **shared), entry("b/b", **shared)])
    assert (fault.entry_id, fault.fact) == ("a/a", "post.example is also a domain of b/b")


def test_only_the_faults_of_those_asked_for_are_listed():
    """A fault between two is told of the one asked for, whichever comes first; others' are not."""
    pair = [
        entry("a/a", "Post"),
        entry("b/b", "The Post"),
        entry("c/c", roles=(RegistryRole(title="x", org="no"),)),
    ]
    assert len(find_faults(pair)) == 2
    assert find_faults(pair, among=()) == []
    (fault,) = find_faults(pair, among={"b/b"})
    assert (fault.entry_id, fault.fact) == ("b/b", "'post' is also a name of a/a")
    assert "distinct_from" in fault.remedy
