"""Put the weights of a shipped engine back into a model that can be trained.

A run's own checkpoint is better to go on from; where it is lost, this gives the same weights but
for the rounding to int8: each is at most half a step of its column away from what was trained.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, numpy_helper

from training.engine import CHANNELS, GROUPS, Engine


def unpack(content: bytes, engine: Engine) -> None:
    """Replace every weight of the engine by the one in the int8 graph.

    Args:
        content: ``engine.onnx`` as ``training.export_engine`` wrote it.
        engine: With as many lemma rules as the graph has.

    Raises:
        ValueError: If the graph lacks a weight of the engine, or has it in another shape.
    """
    graph = onnx.load_from_string(content).graph
    constants = {t.name: np.array(numpy_helper.to_array(t)) for t in graph.initializer}
    found = {n.removeprefix("engine."): a for n, a in _weights(graph, constants)}
    for name, tensor in engine.state_dict().items():
        if name == "encoder.words.weight":
            continue  # never trained; the published ones are not rounded
        if name not in found:
            raise ValueError(f"{name}: the graph has no such weight")
        if found[name].shape != tuple(tensor.shape):
            raise ValueError(
                f"{name}: {found[name].shape} in the graph, {tuple(tensor.shape)} in the engine"
            )
        with torch.no_grad():
            tensor.copy_(torch.from_numpy(found[name]))


def _weights(
    graph: GraphProto, constants: Mapping[str, NDArray[np.float32]]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield weights under their names in the engine, from how the graph uses them."""
    readers: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            readers.setdefault(name, []).append(node)
    for name, array in constants.items():
        if name.endswith((".bias", "norm.weight", ".places")):
            yield name.replace(".dense.bias", ".bias") if ".layers." in name else name, array
    yield "engine.looks.weight", _plain("engine.looks.weight", constants)
    yield "engine.arc", _plain("engine.arc", constants)
    for node in graph.node:
        if node.op_type == "MatMulInteger" and not node.input[1].startswith("engine.arc_"):
            yield from _dense(node, readers, constants)
        elif node.op_type == "Einsum":
            shares = np.log(constants[node.input[0]])
            yield from zip((f"engine.mix.{g}" for g in GROUPS), shares, strict=True)
        elif node.op_type == "Expand" and node.input[0] in constants:
            root = constants[node.input[0]][0]
            yield f"engine.{'label' if root.shape[1] == 64 else 'arc'}_root", root
    scalars = [
        constants[name]
        for node in graph.node
        if node.op_type == "Add"
        for name in node.input
        if name in constants and constants[name].shape == ()
    ]
    yield "engine.link_bias", np.array(scalars[-CHANNELS:], dtype=np.float32)


def _dense(
    product: NodeProto,
    readers: Mapping[str, list[NodeProto]],
    constants: Mapping[str, NDArray[np.float32]],
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield the weight of a dense step, named after the bias that is added to its product."""
    weight = _plain(product.input[1].removesuffix("_quantized"), constants)
    (cast,) = readers[product.output[0]]
    (scaled,) = readers[cast.output[0]]
    added = [
        name
        for node in readers[scaled.output[0]]
        if node.op_type == "Add"
        for name in node.input
        if name.endswith(".bias")
    ]
    if not added:
        yield "engine.label.weight", weight.T.copy()
        return
    name = added[0].removesuffix(".bias")
    if ".layers." in name:
        name = name.removesuffix(".dense")
        weight = weight * constants[f"{name}.shrink"][:, None]
    yield f"{name}.weight", weight.T.copy()


def _plain(name: str, constants: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
    """Bring a rounded weight back to scale; columns have a scale each, or all have one."""
    rounded = constants[f"{name}_quantized"].astype(np.float32)
    zero = constants[f"{name}_zero_point"].astype(np.float32)
    plain: NDArray[np.float32] = (rounded - zero) * constants[f"{name}_scale"]
    return plain.astype(np.float32)
