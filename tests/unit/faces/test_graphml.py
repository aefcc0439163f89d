import xml.etree.ElementTree as ET

import pytest

from headwater.case import Network, TiedActor, TieEdge, TieTelling, Whereabouts
from headwater.errors import WouldOverwrite
from headwater.faces.export import graphml, write_graphml
from headwater.model import ActorKind, Independence

_SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def network(words="Nordia & its “Reeds”", name="Red <Reeds>"):
    telling = TieTelling(
        article_id="a", start=0, end=3, text=words, statement_id=None, title=None, since=None, until=None,
        where=Whereabouts(outlet_name="Courier", published_from=None, published_to=None),
    )  # fmt: skip
    edge = TieEdge(
        id="edge-1", subject="state/nordia", subject_name="Nordia", kind="backs", object="group/reeds", object_name=name,
        modality="asserted", mutual=False, first="2031-05-04", last=None, article_ids=("a", "b"), outlets=("Courier",),
        independent=Independence(low=1, high=2), origins=(), tellings=(telling, telling),
    )  # fmt: skip
    nodes = (
        TiedActor(id="state/nordia", name="Nordia", type=ActorKind.STATE, steps=0),
        TiedActor(id="group/reeds", name=name, type=ActorKind.ARMED_GROUP, steps=None),
    )
    return Network(actor=None, depth=None, nodes=nodes, edges=(edge,))


def told(element):
    return {data.get("key"): data.text for data in element.findall("g:data", _SPACE)}


def test_a_network_is_nodes_and_directed_edges_with_all_their_figures():
    """Every actor is a node, every tie an edge from subject to object, with kind, days, counts and words."""
    root = ET.fromstring(graphml(network()))  # noqa: S314 - our own text
    nodes = {n.get("id"): told(n) for n in root.iterfind(".//g:node", _SPACE)}
    (edge,) = root.iterfind(".//g:edge", _SPACE)
    assert nodes["group/reeds"] == {"node_name": "Red <Reeds>", "node_type": "armed_group"}
    assert nodes["state/nordia"]["node_steps"] == "0"
    assert (edge.get("source"), edge.get("target")) == ("state/nordia", "group/reeds")
    assert told(edge) == {
        "edge_kind": "backs", "edge_modality": "asserted", "edge_mutual": "false", "edge_first": "2031-05-04",
        "edge_articles": "2", "edge_outlets": "1", "edge_origins_low": "1", "edge_origins_high": "2",
        "edge_words": "Nordia & its “Reeds”",
    }  # fmt: skip


def test_every_key_that_is_used_is_declared():
    """A reader of GraphML knows each value by a key that says for what and of which type it is."""
    root = ET.fromstring(graphml(network()))  # noqa: S314 - our own text
    declared = {key.get("id") for key in root.iterfind("g:key", _SPACE)}
    used = {data.get("key") for data in root.iterfind(".//g:data", _SPACE)}
    assert used <= declared


def test_characters_that_xml_cannot_hold_are_left_out():
    """What a page says can break no file."""
    root = ET.fromstring(graphml(network(words="a\x00b\x1b[31m]]>\ufffe", name='"\x07"')))  # noqa: S314 - our own text
    (edge,) = root.iterfind(".//g:edge", _SPACE)
    assert told(edge)["edge_words"] == "ab[31m]]>"


def test_nothing_is_written_over_unasked(tmp_path):
    """A file that is there stays as it is, unless told otherwise."""
    path = tmp_path / "net.graphml"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WouldOverwrite):
        write_graphml(network(), path)
    assert path.read_text("utf-8") == "mine"
    write_graphml(network(), path, force=True)
    assert path.read_text("utf-8") == graphml(network())
