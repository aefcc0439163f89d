"""Trees as the engine may have cut them, written by hand."""

from headwater.language import Predicate, Sentence, Token
from headwater.reading.events.act import Act
from headwater.reading.events.trees import Tree


def tree_of(words):
    """Give the tree of "word|TAG|relation|head word|…"; a head is a number, -1 the root's."""
    tokens, at = [], 0
    for text, tag, relation, head in (word.split("|") for word in words.split()):
        tokens.append(Token(at, at + len(text), text, text.lower(), text.lower(), tag, relation, int(head)))  # fmt: skip
        at += len(text) + 1
    return Tree(Sentence(0, at - 1, 0, False, tuple(tokens)))  # noqa: FBT003 - no title


def act_of(tree, word, kind):
    """Give an act at the word of that number."""
    token = tree.tokens[word]
    told = Predicate(token.start, token.end, kind, kind, 1.0, "reported", "fact", "pos", None, None)  # fmt: skip
    return Act(tree, word, kind, told)


def words_of(tree, numbers):
    """Give some words as they are written."""
    return [tree.tokens[n].text for n in numbers]
