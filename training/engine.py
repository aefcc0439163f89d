"""The engine: MiniLM with heads, all of a word's row read in one pass."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from headwater.language.pieces import LONGEST_WINDOW, LOOKS
from training.example import UNKNOWN
from training.labels import (
    ATTRIBUTION,
    MODALITIES,
    NAMED,
    POLARITIES,
    RELATIONS,
    STATUSES,
    TYPES,
    UPOS,
)
from training.minilm import LAYERS, WIDTH, MiniLM

ARC, LABEL, LINK = 192, 64, 96
#: Link channels: outer and inner statements, actor, recipient, coreference.
CHANNELS = 5
_FAR = -1e4

#: Each head's group and, unless it depends on the lemma rules, how many answers it has.
HEADS = {
    "starts": ("syntax", 2),
    "upos": ("syntax", len(UPOS)),
    "lemma": ("syntax", 0),
    "outer": ("statement", len(ATTRIBUTION)),
    "inner": ("statement", len(ATTRIBUTION)),
    "hedges": ("statement", 2),
    "names": ("name", len(NAMED)),
    "event": ("quality", len(TYPES)),
    "status": ("quality", len(STATUSES)),
    "modality": ("quality", len(MODALITIES)),
    "polarity": ("quality", len(POLARITIES)),
}
GROUPS = ("syntax", "statement", "name", "quality")
#: The group whose vectors each link channel looks at.
_LINK_GROUPS = ("statement", "statement", "quality", "quality", "name")


class Engine(nn.Module):
    """Scores of every head for one batch of windows.

    Args:
        weights: The stock encoder's tensors.
        lemma_rules: How many rules of edit the lemma head chooses from.
        dropout: Share of a word vector's numbers left out while training.
    """

    def __init__(
        self, weights: Mapping[str, Tensor], lemma_rules: int, dropout: float = 0.15
    ) -> None:
        super().__init__()
        self.encoder = MiniLM(weights, LONGEST_WINDOW)
        self.looks = nn.Embedding(LOOKS, WIDTH)
        nn.init.zeros_(self.looks.weight)
        self.mix = nn.ParameterDict(
            {g: nn.Parameter(torch.tensor([0.0] * (LAYERS - 1) + [2.0])) for g in GROUPS}
        )
        self.dense = nn.ModuleDict({g: nn.Linear(WIDTH, WIDTH) for g in GROUPS})
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict(
            {n: nn.Linear(WIDTH, size or lemma_rules) for n, (_, size) in HEADS.items()}
        )
        self.arc_from, self.arc_to = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc_root = nn.Parameter(torch.zeros(1, ARC))
        self.arc = nn.Parameter(torch.empty(ARC + 1, ARC))
        self.label_from, self.label_to = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.zeros(1, LABEL))
        self.label = nn.Linear(LABEL + 1, len(RELATIONS) * (LABEL + 1), bias=False)
        self.link_from = nn.ModuleList(nn.Linear(WIDTH, LINK) for _ in range(CHANNELS))
        self.link_to = nn.ModuleList(nn.Linear(WIDTH, LINK) for _ in range(CHANNELS))
        self.link_bias = nn.Parameter(torch.zeros(CHANNELS))
        nn.init.normal_(self.arc, std=ARC**-0.5 / 4)
        nn.init.normal_(self.label.weight, std=1 / LABEL)
        self.encoder.words.weight.requires_grad_(False)  # noqa: FBT003 - PyTorch's own signature

    def words(
        self, ids: Tensor, looks: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """Give the vectors of the words, ``(windows, words, 384)``, for each group of heads.

        ``mask`` is 0 where a window is padded, else 1; None where none is.
        """
        encoder = self.encoder
        hidden = encoder.words(ids) + encoder.places[: ids.shape[1]] + self.looks(looks)
        hidden = self.dropout(encoder.norm(hidden))
        shade = None if mask is None else (1.0 - mask[:, None, None, :]) * _FAR
        layers = []
        for layer in encoder.layers:
            hidden = layer(hidden, shade)
            layers.append((_take(hidden, first) + _take(hidden, last)) / 2)
        stacked = torch.stack(layers)
        weights = torch.stack([self.mix[group] for group in GROUPS]).softmax(dim=1)
        mixed = torch.einsum("gl,lbwd->gbwd", weights, stacked)
        return {
            group: self.dropout(functional.gelu(self.dense[group](row)))
            for group, row in zip(GROUPS, mixed, strict=True)
        }

    def tags(self, vectors: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Give each tag head's scores, ``(windows, words, answers)``."""
        return {name: self.heads[name](vectors[group]) for name, (group, _) in HEADS.items()}

    def arcs(self, syntax: Tensor) -> Tensor:
        """Score each word (row) under each word and, in the last column, the root."""
        under = _with_one(self.arc_from(syntax))
        over = _with_root(self.arc_to(syntax), self.arc_root)
        scores: Tensor = under @ self.arc @ over.transpose(1, 2)
        return scores

    def label_parts(self, syntax: Tensor) -> tuple[Tensor, Tensor]:
        """Give what the relation of a word to a head is scored from.

        Returns:
            (windows, words, relations, 65) for the word, (windows, words + 1, 65) for the head;
            the sum of their products over the last axis is the score.
        """
        under = self.label(_with_one(self.label_from(syntax)))
        over = _with_root(self.label_to(syntax), self.label_root)
        return under.unflatten(2, (len(RELATIONS), LABEL + 1)), _with_one(over)

    def links(self, vectors: Mapping[str, Tensor], channel: int) -> Tensor:
        """Score each word (row) against each word, ``(windows, words, words)``."""
        group = vectors[_LINK_GROUPS[channel]]
        scores: Tensor = self.link_from[channel](group) @ self.link_to[channel](
            group
        ).transpose(1, 2)
        return scores * LINK**-0.5 + self.link_bias[channel]


def losses(engine: Engine, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Give the loss of each head that the batch says something about."""
    vectors = engine.words(
        batch["ids"], batch["looks"], batch["mask"], batch["first"], batch["last"]
    )
    found = {}
    for name, (group, _) in HEADS.items():
        gold = batch.get(f"tag:{name}")
        if gold is not None and bool((gold != UNKNOWN).any()):
            known = gold != UNKNOWN
            scores = engine.heads[name](vectors[group][known]).float()
            found[name] = functional.cross_entropy(scores, gold[known])
    parsed = (batch["sentence"] >= 0).any(dim=1)
    if bool(parsed.any()):
        found |= _tree_losses(
            engine,
            vectors["syntax"][parsed],
            {n: batch[n][parsed] for n in ("heads", "sentence", "tag:relation")},
        )
    return found | _link_losses(engine, vectors, batch)


def _tree_losses(
    engine: Engine, syntax: Tensor, batch: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    heads, sentence = batch["heads"], batch["sentence"]
    known = (heads != UNKNOWN) & (batch["tag:relation"] != UNKNOWN)
    scores = engine.arcs(syntax).float()
    scores = scores + arc_shade(sentence)
    arc = functional.cross_entropy(scores[known], heads[known])
    under, over = engine.label_parts(syntax)
    chosen = torch.gather(over, 1, heads.clamp(min=0)[:, :, None].expand(-1, -1, over.shape[2]))
    labels = (under * chosen[:, :, None, :]).sum(dim=3).float()
    relation = functional.cross_entropy(labels[known], batch["tag:relation"][known])
    return {"arc": arc, "relation": relation}


def arc_shade(sentence: Tensor) -> Tensor:
    """Shade heads in other sentences, and the word itself."""
    words = sentence.shape[1]
    other = sentence[:, :, None] != sentence[:, None, :]
    itself = torch.eye(words, dtype=torch.bool)[None]
    root = torch.zeros(sentence.shape[0], words, 1, dtype=torch.bool)
    return torch.cat([other | itself, root], dim=2).float() * _FAR


def _link_losses(
    engine: Engine, vectors: Mapping[str, Tensor], batch: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    found = {}
    for channel in range(CHANNELS):
        rows = batch["links"][batch["links"][:, 1] == channel]
        if not len(rows):
            continue
        scores = engine.links(vectors, channel).float()
        loss = (
            _pair_loss(scores, rows)
            if channel <= 1
            else _choice_loss(scores, rows, batch["length"], backwards=channel == CHANNELS - 1)
        )
        found[f"link{channel}"] = loss
    return found


def _pair_loss(scores: Tensor, rows: Tensor) -> Tensor:
    """Tell the cue of each part from the other cues of the window, each pair by itself."""
    losses_, counts = [], 0
    for window in rows[:, 0].unique():
        here = rows[rows[:, 0] == window]
        starts, row = here[:, 2].unique(return_inverse=True)
        cues, column = here[:, 3].unique(return_inverse=True)
        gold = torch.zeros(len(starts), len(cues))
        gold[row, column] = 1
        pairs = scores[window][starts][:, cues]
        losses_.append(
            functional.binary_cross_entropy_with_logits(pairs, gold, reduction="sum")
        )
        counts += len(starts)
    return torch.stack(losses_).sum() / counts


def _choice_loss(scores: Tensor, rows: Tensor, lengths: Tensor, *, backwards: bool) -> Tensor:
    """Choose the word that a word is joined to, itself for none; of several any will do."""
    words = scores.shape[1]
    keys = rows[:, 0] * words + rows[:, 2]
    unique, inverse = keys.unique(return_inverse=True)
    window, start = unique // words, unique % words
    picked = scores[window, start]
    column = torch.arange(words)[None]
    closed = column >= lengths[window][:, None]
    if backwards:
        closed |= column > start[:, None]
    picked = picked.masked_fill(closed, _FAR)
    gold = torch.zeros_like(picked, dtype=torch.bool)
    to = torch.where(rows[:, 3] < 0, rows[:, 2], rows[:, 3])
    gold[inverse, to] = True
    all_of_them = picked.logsumexp(dim=1)
    right = picked.masked_fill(~gold, _FAR).logsumexp(dim=1)
    return (all_of_them - right).mean()


def _take(hidden: Tensor, places: Tensor) -> Tensor:
    return torch.gather(hidden, 1, places[:, :, None].expand(-1, -1, WIDTH))


def _with_one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones_like(rows[:, :, :1])], dim=2)


def _with_root(rows: Tensor, root: Tensor) -> Tensor:
    return torch.cat([rows, root.to(rows.dtype)[None].expand(rows.shape[0], -1, -1)], dim=1)
