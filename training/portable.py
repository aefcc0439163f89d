"""Make the portable graphs: the int8 models again, with products in fp32 on the same weights.

    python -m training.portable

Products in int8 round what flows into them, so a last digit that another processor computes
otherwise may become a whole step; products in fp32 keep it a last digit. No weight is stored twice: a portable graph holds what is small,
and says of every int8 weight at which byte of the int8 file it lies (ONNX external data). The
exports call ``make_portable`` themselves; run alone, this makes both graphs anew from the int8
files as they lie there, and notes their digests in the cards.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

from headwater.language.shipped import portable_name

FOLDER = Path("src/headwater/language/models")
#: The int8 models, and by how many blanks their cards are indented.
MODELS = {"engine": 1, "sentence-encoder": 2}
#: Tensors of bytes above this stay in the int8 file. Wider numbers are kept in the graph: they
#: would lie unaligned, which not every processor reads.
_LEAST_BYTES = 1024
#: Share of the int8 file a portable graph may have before weights must have been stored twice.
_LARGEST_SHARE = 0.1


def main() -> None:
    """Write both portable graphs and note their digests in the cards."""
    parser = argparse.ArgumentParser(prog="python -m training.portable", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--out", type=Path, default=FOLDER, help="where the int8 files lie")
    folder = parser.parse_args().out
    for name, indent in MODELS.items():
        model, card = folder / f"{name}.onnx", folder / f"{name}.json"
        graph = make_portable(model.read_bytes(), model.name)
        (folder / portable_name(model.name)).write_bytes(graph)
        described = json.loads(card.read_text(encoding="utf-8"))
        described["sha256"][portable_name(model.name)] = hashlib.sha256(graph).hexdigest()
        told = json.dumps(described, indent=indent, ensure_ascii=False)
        card.write_text(told + "\n", encoding="utf-8")
        print(f"{folder / portable_name(model.name)}: {len(graph):,} bytes")


def make_portable(content: bytes, name: str) -> bytes:
    """Give the graph that computes in fp32 with the weights of an int8 model.

    Args:
        content: The int8 model, as ``quantize_dynamic`` makes it.
        name: The name its file has; the graph's own file must lie beside it.

    Raises:
        ValueError: If the model has a product of a form that is not known here, or if its
            weights are not found in its bytes.
    """
    model = onnx.load_from_string(content)
    _unfold(model.graph)
    onnx.checker.check_model(model)
    _leave_outside(model, content, name)
    graph: bytes = model.SerializeToString(deterministic=True)
    if len(graph) > len(content) * _LARGEST_SHARE:
        raise ValueError(
            f"{name}: its portable graph has {len(graph):,} bytes: weights are in it"
        )
    return graph


def _unfold(graph: GraphProto) -> None:
    """Put a product in fp32 in the place of each one in int8; drop what nobody needs then."""
    chains = _Chains(graph)
    nodes: list[NodeProto] = []
    restored: set[str] = set()
    for node in graph.node:
        if product := chains.product_behind(node):
            nodes += _plain_product(product, node, chains, restored)
        else:
            nodes.append(node)
    _keep(graph, nodes)
    left = {n.op_type for n in graph.node} & {"MatMulInteger", "DynamicQuantizeLinear"}
    if left:
        raise ValueError(f"{', '.join(sorted(left))}: a form of int8 product not known here")


class _Chains:
    """DynamicQuantizeLinear -> MatMulInteger -> Cast -> Mul, found from its last node."""

    def __init__(self, graph: GraphProto) -> None:
        self.maker = {output: node for node in graph.node for output in node.output}
        self.constants = {tensor.name: tensor for tensor in graph.initializer}

    def product_behind(self, node: NodeProto) -> NodeProto | None:
        """Give the int8 product a node brings back to scale; None if it is another node."""
        if node.op_type != "Mul":
            return None
        casts = [c for name in node.input if (c := self._made_by("Cast", name))]
        found = [p for cast in casts if (p := self._made_by("MatMulInteger", cast.input[0]))]
        return found[0] if found else None

    def input_of(self, product: NodeProto) -> str:
        """Give what flows into a product before it is rounded."""
        rounded = self._made_by("DynamicQuantizeLinear", product.input[0])
        if rounded is None:
            raise ValueError(f"{product.name}: what flows in was not rounded here")
        return str(rounded.input[0])

    def weights_of(self, product: NodeProto) -> str:
        """Give the constant weights of a product; their zero is 0, as ``quantize_dynamic`` puts it."""
        weights, zero = (self.constants.get(product.input[place]) for place in (1, 3))
        if weights is None or zero is None or numpy_helper.to_array(zero).any():
            raise ValueError(f"{product.name}: its weights are not constant, or not around 0")
        return str(weights.name)

    def scale_of(self, node: NodeProto) -> str:
        """Give the weights' scale, of the product of both scales that a node multiplies with."""
        for name in node.input:
            for part in both.input if (both := self._made_by("Mul", name)) else ():
                if part in self.constants:
                    return str(part)
        raise ValueError(f"{node.name}: no scale of constant weights")

    def _made_by(self, kind: str, name: str) -> NodeProto | None:
        node = self.maker.get(name)
        return node if node is not None and node.op_type == kind else None


def _plain_product(
    product: NodeProto, last: NodeProto, chains: _Chains, restored: set[str]
) -> Iterator[NodeProto]:
    """Yield the product in fp32 that gives what ``last`` gave, on weights brought to scale.

    They are brought to scale by Cast and Mul, which onnxruntime does once, when it opens the file.
    A DequantizeLinear before a product it would take for a product in int8 again, and round what
    flows in (MatMulNBits; seen with 1.32).
    """
    weights = chains.weights_of(product)
    numbers, plain = f"{weights}_numbers", f"{weights}_plain"
    if plain not in restored:  # one matrix may serve several products
        restored.add(plain)
        yield helper.make_node("Cast", [weights], [numbers], numbers, to=TensorProto.FLOAT)
        yield helper.make_node("Mul", [numbers, chains.scale_of(last)], [plain], plain)
    yield helper.make_node("MatMul", [chains.input_of(product), plain], last.output, last.name)


def _keep(graph: GraphProto, nodes: list[NodeProto]) -> None:
    """Keep of the nodes and constants those that an output needs."""
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(nodes):
        if needed.intersection(node.output):
            kept.append(node)
            needed.update(node.input)
    constants = [tensor for tensor in graph.initializer if tensor.name in needed]
    del graph.node[:], graph.initializer[:], graph.value_info[:]
    graph.node.extend(reversed(kept))
    graph.initializer.extend(constants)


def _leave_outside(model: ModelProto, content: bytes, name: str) -> None:
    """Refer for every large tensor of bytes to where it lies in the int8 file."""
    for tensor in model.graph.initializer:
        raw = tensor.raw_data
        if (
            tensor.data_type not in {TensorProto.INT8, TensorProto.UINT8}
            or len(raw) < _LEAST_BYTES
        ):
            continue
        offset = content.find(raw)
        if offset < 0:
            raise ValueError(f"{name}: {tensor.name} does not lie in one piece")
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        for key, value in {"location": name, "offset": offset, "length": len(raw)}.items():
            tensor.external_data.add(key=key, value=str(value))


if __name__ == "__main__":
    main()
