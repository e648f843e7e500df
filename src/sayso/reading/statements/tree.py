"""Tree: how far each token's subtree reaches, and whose subject is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.statements.attribution import Range
    from sayso.reading.syntax import Sentence, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
# How many verbs a subject is sought up the tree: "wants to be able to begin to say".
_MOST_HOPS = 8
# What belongs to a noun phrase that names a source. Relative clauses and appositions do not.
_LEFT = frozenset("det amod compound poss nummod nmod quantmod predet case advmod neg npadvmod".split())
_RIGHT = frozenset("case conj cc nummod nmod amod pobj prep poss compound".split())
_SOURCE_PREPOSITIONS = frozenset("of for at from in within on with inside close behind near to among around by".split())
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))


class Tree:
    """Where the subtrees of one sentence begin and end, in one pass."""

    __slots__ = ("_left", "_offset", "_right", "sentence")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._offset = sentence.tokens[0].i
        self._left = _edges(sentence.tokens, self._offset)
        self._right = _edges(tuple(reversed(sentence.tokens)), self._offset)

    def range(self, token: Token) -> Range:
        """The tokens from the first to the last below ``token``."""
        return self._left[token.i - self._offset], self._right[token.i - self._offset] + 1


def _edges(tokens: tuple[Token, ...], offset: int) -> list[int]:
    """The first descendant of each token in the order of ``tokens``. Each token is set once: linear in the whole."""
    edge = [-1] * len(tokens)
    for token in tokens:
        here = token
        while edge[here.i - offset] < 0:
            edge[here.i - offset] = token.i
            here = here.head
    return edge


def subject(verb: Token) -> Token | None:
    """Who does what the verb tells: its own subject, or the one it inherits from the verb that governs it."""
    here = verb
    for _ in range(_MOST_HOPS):
        own = here.child("nsubj", "nsubjpass", "csubj")
        if own is not None:
            return own
        above = here.head
        if above is here:
            return None
        if here.dep in ("acl", "relcl") and above.pos in _NOMINAL:
            return above
        if here.dep in ("xcomp", "ccomp"):
            held = above.child("dobj", "dative")
            if held is not None and held.i < here.i:
                return held
        elif here.dep not in ("conj", "advcl", "pcomp", "prep", "dep", "acl", "parataxis"):
            return None
        here = above
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return verb.tag == "VBN" and verb.child("nsubjpass", "auxpass") is not None


def agent(verb: Token) -> Token | None:
    """The one by whom, in a passive."""
    by = verb.child("agent")
    return by.child("pobj") if by is not None else None


def noun_phrase(head: Token) -> Range:
    """The noun phrase of ``head``: its title, "of" and "for" phrases and coordinated heads, not what is told of it beside."""
    first = last = head.i
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.i < token.i:
                if child.dep in _LEFT and token.i - child.i < 30:  # noqa: PLR2004 - beyond that the parse is wrong
                    first = min(first, child.i)
                    stack.append(child)
            elif child.dep in _RIGHT and (child.dep != "prep" or child.lower in _SOURCE_PREPOSITIONS):
                if child.dep == "cc" and token.child("conj") is None:
                    continue
                last = max(last, child.i)
                stack.append(child)
    return first, last + 1
