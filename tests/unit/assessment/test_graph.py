import pytest

from headwater.assessment.graph import reached, sinks


def graph(text):
    """ "a>bc b>" as a mapping of sets."""
    return {part[0]: set(part[2:]) for part in text.split()}


@pytest.mark.parametrize(
    ("cites", "ends"),
    [
        ("a>", ["a"]),
        ("a>b b>c c>", ["c"]),
        ("a>bc b> c>", ["b", "c"]),
        ("a>b b>a", ["ab"]),
        ("a>b b>c c>b", ["bc"]),
        ("a>b b>ac c>", ["c"]),
        ("a>b b>a c>d d>c", ["ab", "cd"]),
        ("a>ab b>", ["b"]),
        ("a>b b>cd c>d d>b", ["bcd"]),
        ("a>c b>c c>d d>", ["d"]),
        ("", []),
    ],
)
def test_a_graph_ends_where_nobody_is_cited_or_in_a_ring_without_a_way_out(cites, ends):
    """Those who cite nobody, and rings that cite only themselves, by their smallest node."""
    assert ["".join(sorted(end)) for end in sinks(graph(cites))] == ends


def test_a_chain_of_any_length_fits():
    """Five thousand outlets in a row end in the last; bent into a ring, in all of them."""
    chain = {f"{n:05}": {f"{n + 1:05}"} for n in range(5000)} | {"05000": set()}
    assert sinks(chain) == (frozenset({"05000"}),)
    ring = chain | {"05000": {"00000"}}
    assert sinks(ring) == (frozenset(ring),)
    assert len(reached(ring, ["02500"])) == 5001


def test_what_is_reached_includes_the_roots():
    """Everything downstream of the roots, and nothing else."""
    cites = graph("a>b b>c c> d>a")
    assert reached(cites, ["a"]) == frozenset("abc")
    assert reached(cites, ["c", "d"]) == frozenset("abcd")
    assert reached(cites, []) == frozenset()


def test_what_is_reached_without_a_node_goes_round_it():
    """A node that may not be stepped on cuts off what lies behind it alone."""
    cites = graph("a>bd b>c c> d>e e>")
    assert reached(cites, ["a"], without="b") == frozenset("ade")
    assert reached(cites, ["a"], without="a") == frozenset()
    assert reached(graph("a>bd b>c c> d>c"), ["a"], without="b") == frozenset("acd")
