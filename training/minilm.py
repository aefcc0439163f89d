"""MiniLM-L6 in plain PyTorch, with the stock sentence-encoder weights put into it.

The published weights come as a safetensors file, which is simple enough to read by hand: the
length of a JSON header, the header, the raw tensors. So neither ``transformers`` nor
``safetensors`` is needed to build the model.
"""

import json
import math
import struct
from collections.abc import Mapping

import torch
from torch import Tensor, nn

LAYERS, WIDTH, HEADS, INNER, EPSILON = 6, 384, 12, 1536, 1e-12


class MiniLM(nn.Module):
    """The vectors of every word piece, ``(texts, pieces, 384) float32``.

    Args:
        weights: Tensors under the names BERT checkpoints give them.
        longest: Word pieces a text may have; positions beyond are not kept.
    """

    def __init__(self, weights: Mapping[str, Tensor], longest: int) -> None:
        super().__init__()
        words = weights["embeddings.word_embeddings.weight"]
        self.words = nn.Embedding(*words.shape)
        self.words.weight.data = words
        # Every piece is of segment 0 (there is no second text), so segment and place are one.
        segment = weights["embeddings.token_type_embeddings.weight"][0]
        places = weights["embeddings.position_embeddings.weight"][:longest]
        self.places = nn.Parameter(places + segment, requires_grad=False)
        self.norm = _norm(weights, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(
            Layer(_under(weights, f"encoder.layer.{i}.")) for i in range(LAYERS)
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Embed the pieces and let six layers look at each other."""
        pieces = self.words(input_ids) + self.places[: input_ids.shape[1]]
        hidden: Tensor = self.norm(pieces)
        shade = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, shade)
        return hidden


class Layer(nn.Module):
    """One transformer layer of BERT: attention, then two dense steps, each added and normed."""

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        super().__init__()
        # One product for queries, keys and values: a third of the quantising at run time.
        self.look = _dense(weights, *(f"attention.self.{n}" for n in ("query", "key", "value")))
        self.gather = _dense(weights, "attention.output.dense")
        self.gather_norm = _norm(weights, "attention.output.LayerNorm")
        self.widen = _dense(weights, "intermediate.dense")
        self.narrow = _dense(weights, "output.dense")
        self.narrow_norm = _norm(weights, "output.LayerNorm")

    def forward(self, hidden: Tensor, shade: Tensor | None) -> Tensor:
        """Return the layer's output, of the shape of its input; without shade, all see all."""
        hidden = self.gather_norm(hidden + self.gather(self._attend(hidden, shade)))
        wide = nn.functional.gelu(self.widen(hidden))
        out: Tensor = self.narrow_norm(hidden + self.narrow(wide))
        return out

    def _attend(self, hidden: Tensor, shade: Tensor | None) -> Tensor:
        texts, pieces, _ = hidden.shape
        heads = self.look(hidden).view(texts, pieces, 3, HEADS, WIDTH // HEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4).unbind(0)
        scores: Tensor = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        # Not in the wider type that autocast would take: a quarter of a training step's time.
        with torch.autocast(scores.device.type, enabled=False):
            shaded = scores if shade is None else scores + shade.to(scores.dtype)
            seen: Tensor = shaded.softmax(dim=-1) @ value
        return seen.transpose(1, 2).reshape(texts, pieces, WIDTH)


class SentenceEncoder(nn.Module):
    """One vector of length 1 a text: the mean of its pieces. ``(texts, 384) float32``."""

    def __init__(self, pieces: MiniLM) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Average over the pieces the mask lets through."""
        mask = attention_mask[:, :, None].to(torch.float32)
        mean: Tensor = (self.pieces(input_ids, attention_mask) * mask).sum(dim=1) / mask.sum(
            dim=1
        )
        length: Tensor = mean.norm(dim=1, keepdim=True)
        return mean / length


def read_safetensors(content: bytes) -> dict[str, Tensor]:
    """Read the float32 tensors of a safetensors file, by name."""
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if entry.get("dtype") != "F32":
            continue
        start, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(bytearray(content[start:end]), dtype=torch.float32)
        tensors[name] = flat.view(entry["shape"])
    return tensors


def _under(weights: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {n.removeprefix(prefix): w for n, w in weights.items() if n.startswith(prefix)}


def _dense(weights: Mapping[str, Tensor], *names: str) -> nn.Linear:
    weight = torch.cat([weights[f"{name}.weight"] for name in names])
    dense = nn.Linear(weight.shape[1], weight.shape[0])
    dense.weight.data = weight
    dense.bias.data = torch.cat([weights[f"{name}.bias"] for name in names])
    return dense


def _norm(weights: Mapping[str, Tensor], name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=EPSILON)
    norm.weight.data, norm.bias.data = weights[f"{name}.weight"], weights[f"{name}.bias"]
    return norm
