"""What each head can say. The order is part of the model: the run time reads it from the card."""

from training.sentences import MODALITIES, NAMES, POLARITIES, STATUSES, TYPES

UPOS = (
    "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X"
).split()
#: Relations of Universal Dependencies v2 with the subtypes that English treebanks use.
RELATIONS = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp "
    "compound compound:prt conj cop csubj csubj:pass csubj:outer dep det det:predet discourse "
    "dislocated expl fixed flat flat:foreign goeswith iobj list mark nmod nmod:desc nmod:npmod "
    "nmod:poss nmod:tmod nmod:unmarked nsubj nsubj:pass nsubj:outer nummod obj obl obl:agent "
    "obl:npmod obl:tmod obl:unmarked orphan parataxis punct reparandum root vocative xcomp"
).split()
ROLES = ("source", "cue", "content")
#: Pairs of words that a head joins: the first word of a source or content with the first word
#: of its cue, outermost statement and nested one; a predicate with the first word of its actor
#: and recipient.
LINKS = ("outer", "inner", "actor", "recipient")


def bio(kinds: tuple[str, ...]) -> list[str]:
    """Give the tags of spans: ``O``, then ``B-`` and ``I-`` of each kind."""
    return ["O"] + [f"{mark}-{kind}" for kind in kinds for mark in "BI"]


ATTRIBUTION = bio(ROLES)
NAMED = bio(NAMES)

__all__ = [
    "ATTRIBUTION",
    "LINKS",
    "MODALITIES",
    "NAMED",
    "POLARITIES",
    "RELATIONS",
    "ROLES",
    "STATUSES",
    "TYPES",
    "UPOS",
    "bio",
]
