"""Tree: how far each token's subtree reaches, whose subject is who, and where a noun phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.statements.attribution import Range
    from sayso.reading.syntax import Sentence, Token

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
COMMAS = frozenset((",", ";", ":", "-", "–", "—", "--"))
_STOPS = frozenset((".", "?", "!"))
_RELATIVE = frozenset(("WP", "WDT"))
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# How many verbs a subject is sought up the tree: "wants to be able to begin to say".
_MOST_HOPS = 8
# Above these a clause has no subject of its own and shares that of what governs it.
_SHARING = frozenset(["conj", "acomp", "advcl", "pcomp", "prep", "dep", "parataxis"])
# What belongs to a noun phrase that names a source. Relative clauses and appositions do not.
_LEFT = frozenset(
    ["det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "case", "advmod", "neg", "npadvmod"]
)
_RIGHT = frozenset(
    ["case", "conj", "cc", "nummod", "nmod", "amod", "pobj", "prep", "poss", "compound", "pcomp", "advmod", "npadvmod"]
)
_SOURCE_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "at",
        "from",
        "in",
        "within",
        "on",
        "with",
        "inside",
        "close",
        "behind",
        "near",
        "to",
        "among",
        "around",
        "by",
    ]
)
_LONGEST_PHRASE = 30
# What stands with a cue and is neither content nor source.
_SMALL = frozenset(("aux", "auxpass", "neg", "prt"))
_NEAR = 3


class Tree:
    """Where the subtrees of one sentence begin and end, in one pass, and which quotation its tokens stand in."""

    __slots__ = ("_left", "_quotes", "_right", "first", "sentence")

    def __init__(self, sentence: Sentence, quotes: Sequence[int] = ()) -> None:
        self.sentence = sentence
        self._quotes = quotes
        self.first = sentence.tokens[0].i
        self._left = _edges(sentence.tokens, self.first)
        self._right = _edges(tuple(reversed(sentence.tokens)), self.first)

    @property
    def end(self) -> int:
        """The index after the sentence's last token."""
        return self.first + len(self.sentence.tokens)

    def range(self, token: Token) -> Range:
        """The tokens from the first to the last below ``token``."""
        return self._left[token.i - self.first], self._right[token.i - self.first] + 1

    def at(self, i: int) -> Token | None:
        """The token with index ``i``; None if it is outside of the sentence."""
        return self.sentence.tokens[i - self.first] if self.first <= i < self.end else None

    def quote(self, i: int) -> int:
        """The number of the quotation that token ``i`` stands in; -1 if it stands in none."""
        return self._quotes[i] if i < len(self._quotes) else -1

    def trimmed(self, part: Range) -> Range:
        """The range without commas and dashes at its ends, and without the stop at its end."""
        low, high = part
        tokens, first = self.sentence.tokens, self.first
        while low < high and tokens[low - first].text in COMMAS:
            low += 1
        while low < high and (tokens[high - 1 - first].text in COMMAS or tokens[high - 1 - first].text in _STOPS):
            high -= 1
        return low, high


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
        own = here.child(*_SUBJECTS)
        if own is not None:
            return own
        above = here.head
        if above is here:
            return None
        if here.dep in ("acl", "relcl") and above.pos in NOMINAL:
            return above
        if here.dep in ("xcomp", "ccomp"):
            held = above.child("dobj", "dative")
            if held is not None and held.i < here.i and here.tag != "VBG":
                return held
        elif here.dep not in _SHARING:
            return None
        here = above
    return None


def antecedent(pronoun: Token) -> Token | None:
    """What "who", "which" or "that" stands for; None if the token is no relative pronoun of a relative clause."""
    of = pronoun.child("prep")
    if of is not None and of.lower == "of":
        pronoun = of.child("pobj") or pronoun
    if pronoun.tag not in _RELATIVE and pronoun.lower != "that":
        return None
    here = pronoun.head
    for _ in range(_MOST_HOPS):
        if here.dep == "relcl" and here.head.i < pronoun.i:
            return here.head
        if here.head is here:
            break
        here = here.head
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, also as a participle: "*asked* whether", "*described* by X"."""
    if verb.tag != "VBN":
        return False
    if verb.child("nsubjpass", "auxpass") is not None:
        return True
    return verb.dep in ("acl", "advcl") and verb.child("nsubj", "aux", "dobj") is None


def agent(verb: Token) -> Token | None:
    """The one by whom, in a passive."""
    by = verb.child("agent")
    return by.child("pobj") if by is not None else None


def cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries and particle."""
    small = [child.i for child in verb.children if child.dep in _SMALL and abs(child.i - verb.i) <= _NEAR]
    return min([verb.i, *small]), max([verb.i, *(i for i in small if i == verb.i + 1)]) + 1


def noun_phrase(head: Token) -> Range:
    """The noun phrase of ``head``: its title, "of" and "for" phrases and coordinated heads, not what is told beside.

    A relative pronoun goes together with what it stands for: "officials who".
    """
    first, last = _phrase(head)
    stands_for = antecedent(head)
    if stands_for is not None and 0 < head.i - stands_for.i <= _LONGEST_PHRASE:
        first = _phrase(stands_for)[0]
    return first, last + 1


def _phrase(head: Token) -> Range:
    first = last = head.i
    stack = [head]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.i < token.i:
                if child.dep in _LEFT and token.i - child.i < _LONGEST_PHRASE:
                    first = min(first, child.i)
                    stack.append(child)
            elif _belongs(child, token):
                last = max(last, child.i)
                stack.append(child)
    return first, last


def _belongs(child: Token, above: Token) -> bool:
    """Whether what follows a noun still names the source."""
    if child.dep not in _RIGHT or child.i - above.i > _LONGEST_PHRASE:
        return False
    if child.dep == "prep":
        return child.lower in _SOURCE_PREPOSITIONS
    if child.dep in ("advmod", "npadvmod"):
        return above.pos not in ("NOUN", "PROPN", "PRON")
    if child.dep == "cc":
        return above.child("conj") is not None
    return child.dep != "conj" or child.pos in NOMINAL
