"""A network as GraphML, which Gephi, Cytoscape, yEd and networkx read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from headwater.case import Network, TiedActor, TieEdge
from headwater.errors import WouldOverwrite

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
#: Name and GraphML type of what is told of actors and of ties, in the order of the keys.
_OF_NODES: Final = (("name", "string"), ("type", "string"), ("steps", "int"))
_OF_EDGES: Final = (
    ("kind", "string"), ("modality", "string"), ("mutual", "boolean"), ("first", "string"), ("last", "string"),
    ("articles", "int"), ("outlets", "int"), ("origins_low", "int"), ("origins_high", "int"), ("words", "string"),
)  # fmt: skip
#: Characters that XML 1.0 cannot hold in any spelling.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(network: Network, path: Path, *, force: bool = False) -> None:
    """Write a network into a file.

    Raises:
        WouldOverwrite: If the file is there and ``force`` is not given.
    """
    if path.exists() and not force:
        raise WouldOverwrite(
            "the file is already there", where=str(path), remedy="Write over it with --force."
        )
    path.write_text(graphml(network), encoding="utf-8", newline="\n")


def graphml(network: Network) -> str:
    """Give a network as the text of a GraphML file; the same network gives the same text.

    Edges are directed from subject to object; ``mutual`` tells which hold both ways. What the case does not
    know has no value. ``words`` holds each wording once.
    """
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<graphml xmlns="{_SPACE}">',
        *_keys("node", _OF_NODES),
        *_keys("edge", _OF_EDGES),
        '  <graph id="network" edgedefault="directed">',
        *(line for node in network.nodes for line in _node(node)),
        *(line for edge in network.edges for line in _edge(edge)),
        "  </graph>",
        "</graphml>",
    )
    return "\n".join(lines) + "\n"


def _keys(of: str, told: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, kind in told:
        yield f'  <key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def _node(node: TiedActor) -> Iterator[str]:
    yield f"    <node id={_quoted(node.id)}>"
    yield from _values(
        "node", {"name": node.name, "type": node.type.value, "steps": node.steps}
    )
    yield "    </node>"


def _edge(edge: TieEdge) -> Iterator[str]:
    yield f"    <edge id={_quoted(edge.id)} source={_quoted(edge.subject)} target={_quoted(edge.object)}>"
    yield from _values(
        "edge",
        {
            "kind": edge.kind,
            "modality": edge.modality,
            "mutual": str(edge.mutual).lower(),
            "first": edge.first,
            "last": edge.last,
            "articles": len(edge.article_ids),
            "outlets": len(edge.outlets),
            "origins_low": edge.independent.low,
            "origins_high": edge.independent.high,
            "words": " | ".join(dict.fromkeys(telling.text for telling in edge.tellings)),
        },
    )
    yield "    </edge>"


def _values(of: str, told: dict[str, object]) -> Iterator[str]:
    for name, value in told.items():
        if value is not None:
            yield f'      <data key="{of}_{name}">{escape(_plain(str(value)))}</data>'


def _quoted(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)
