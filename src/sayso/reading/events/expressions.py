"""Expressions: the times of a document with their words, and which of them are one range or row of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.times import time_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Token
    from sayso.records import Time

# What may stand between a preposition and the time behind it: "since at least Monday".
_BETWEEN = frozenset(("at", "least", "about", "around", "the"))
# Parts of speech that carry nothing: a parser may take "that" of "that December" for a preposition.
_FUNCTION = frozenset(("ADP", "DET", "SCONJ", "PUNCT", "PART"))
# Labels of a time before a noun: "the June vote", "Monday's raid".
BEFORE_NOUN = frozenset(("poss", "compound", "nmod", "amod", "nummod"))
# What stands between the days of a row: "on Monday, Tuesday and Friday".
_COMMAS = (["and"], [","], [",", "and"])


@dataclass(frozen=True, slots=True, eq=False)
class Expression:
    """The words of a time: ``number`` is its index in ``Draft.times``."""

    number: int
    time: Time
    inside: tuple[Token, ...]

    @property
    def root(self) -> Token:
        """The word that carries it in the tree: one that depends on something outside."""
        first, last = self.inside[0].i, self.inside[-1].i
        tops = [t for t in self.inside if t.head is t or not first <= t.head.i <= last]
        return next((t for t in tops if t.pos not in _FUNCTION), tops[0] if tops else self.inside[-1])

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return [token.lower for token in self.inside]

    @property
    def is_dated(self) -> bool:
        """Whether it names days of the calendar."""
        return self.time.type in ("DATE", "TIME") and None not in (self.time.from_, self.time.to)


def expressions_of(draft: Draft) -> list[Expression]:
    """The times of a document with their words, in text order."""
    tokens = draft.parse.tokens
    starts = {token.start: token for token in tokens} if draft.times else {}
    found = []
    for number, time in enumerate(draft.times):
        first = starts.get(time.start)
        if first is not None:
            end = first.i + 1
            while end < len(tokens) and tokens[end].start < time.end:
                end += 1
            found.append(Expression(number, time, tokens[first.i : end]))
    return found


def timed_words(expressions: Iterable[Expression]) -> frozenset[int]:
    """The indices of all words of these expressions."""
    return frozenset(token.i for expression in expressions for token in expression.inside)


def word_before(expression: Expression, tokens: Sequence[Token]) -> str:
    """The word before an expression, in lower case; "" at the start of a sentence."""
    sentence, i = expression.inside[0].sentence, expression.inside[0].i - 1
    while i >= 0 and tokens[i].lower in _BETWEEN and tokens[i].sentence == sentence:
        i -= 1
    return tokens[i].lower if i >= 0 and tokens[i].sentence == sentence else ""


def loose_preposition(first: Token, root: Token, tokens: Sequence[Token]) -> Token | None:
    """The preposition of a time or place that the parser has made part of the next noun: "*On* Monday police fired".

    Args:
        first: the first word of the time or place.
        root: the word that carries it in the tree.
        tokens: those of the document.
    """
    link = tokens[first.i - 1] if first.i > 0 else None
    if link is None or link.pos != "ADP" or root.dep not in BEFORE_NOUN or link.head is link:
        return None
    return link if link.child("pobj", "pcomp") is None else None


def size_of_range(expressions: Sequence[Expression], at: int, tokens: Sequence[Token]) -> int:
    """How many expressions from here are one range or row of days; 1 if it stands alone."""
    if at + 1 < len(expressions) and _is_range(expressions[at], expressions[at + 1], tokens):
        return 2
    end = at + 1
    while end < len(expressions) and _is_row(expressions[end - 1], expressions[end], tokens):
        end += 1
    return end - at


def _gap(first: Expression, second: Expression, tokens: Sequence[Token]) -> list[str]:
    """The words between two expressions, as far as they matter: three are too many."""
    return [token.lower for token in tokens[first.inside[-1].i + 1 : second.inside[0].i][:3]]


def _follows(first: Expression, second: Expression) -> bool:
    if not (first.is_dated and second.is_dated) or first.inside[0].sentence != second.inside[0].sentence:
        return False
    return str(first.time.from_) <= str(second.time.from_)


def _is_range(first: Expression, second: Expression, tokens: Sequence[Token]) -> bool:
    """As in "from Monday to Friday", "May 3-5", "between May 3 and 5"; not "moved from Monday to Friday"."""
    if not _follows(first, second):
        return False
    gap, lexicon = _gap(first, second, tokens), time_lexicon()
    if gap == ["and"]:
        return word_before(first, tokens) == "between"
    return len(gap) == 1 and gap[0] in lexicon.range_links and first.root.head.head.lemma not in lexicon.resets


def _is_row(first: Expression, second: Expression, tokens: Sequence[Token]) -> bool:
    """As in "on Tuesday and Wednesday", "on May 17 and 18", "on 17 and 18 May"."""
    if not _follows(first, second) or _gap(first, second, tokens) not in _COMMAS:
        return False
    if word_before(first, tokens) in time_lexicon().bounds:
        return False
    if second.root.dep == "conj" and first.root.dep not in BEFORE_NOUN:
        return True
    return second.root.head in first.inside or first.root.head in second.inside
