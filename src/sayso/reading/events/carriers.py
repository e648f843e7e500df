"""Carriers: the words that a time dates, and how surely it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.lexicon.cues import load_cues
from sayso.lexicon.scenes import scene_words
from sayso.lexicon.times import time_lexicon
from sayso.reading.clauses import VERBAL
from sayso.reading.events.attachment import ACT, Rung, rungs
from sayso.reading.events.expressions import BEFORE_NOUN, loose_preposition

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from sayso.reading.events.expressions import Expression
    from sayso.reading.events.moments import Moment
    from sayso.reading.syntax import Token

# So many of a time's children are looked at for a clause below it.
_MOST_CHILDREN = 8
# So many words behind a time the subject of the clause is sought that it opens.
_MOST_WORDS = 12
# A time before a noun that is longer than this dates the noun, not what is done with it: "broke a 2008 accord".
_LONGEST_BEFORE_NOUN = timedelta(days=31)
# What opens a clause that tells of a day: "Monday, when they met".
_RELATIVES = frozenset(("when", "that", "which"))
# Prepositions that tell to what time something is moved: "postponed until June".
_RESETTING = frozenset(("to", "until", "till", "for", "from"))


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A moment as a word carries it: ``links`` are the way from the word down to it."""

    moment: Moment
    links: tuple[str, ...]


def dated_words(tokens: Sequence[Token], expression: Expression, timed: Container[int]) -> list[Rung]:
    """The words that an expression may date, nearest first.

    Args:
        tokens: those of the document.
        expression: the time.
        timed: the indices of all words of times.
    """
    speaker = _reporting(tokens, expression)
    if speaker is not None:
        return [Rung(speaker, ("npadvmod",))]
    link = loose_preposition(expression.inside[0], expression.root, tokens)
    if link is not None:
        return [Rung(link.head, (link.lower,))]
    opened = _clause_opened(tokens, expression)
    if opened is not None:
        return [Rung(opened, ("npadvmod",))]
    found = rungs(expression.root, through=timed)
    clause = _clause_behind(expression)
    if clause is None:
        return [] if _is_record(found) else found
    told = any(child.lower in _RELATIVES for child in clause.children)
    return [Rung(clause, ("npadvmod",)), *(found if told else ())]


def _reporting(tokens: Sequence[Token], expression: Expression) -> Token | None:
    """The verb right before a time that says that something is said: "the army said on Monday"."""
    i = expression.inside[0].i - 1
    if i > 0 and tokens[i].lower == "on":
        i -= 1
    word = tokens[i] if i >= 0 else None
    if word is None or word.pos != "VERB" or word.sentence != expression.inside[0].sentence:
        return None
    cue = load_cues().verb(word)
    return word if cue is not None and cue.speaks else None


def _clause_opened(tokens: Sequence[Token], expression: Expression) -> Token | None:
    """The verb of the clause that a time opens behind a semicolon: "…; in late June *they left*"."""
    i = expression.inside[0].i - 1
    if i > 0 and tokens[i].pos == "ADP":
        i -= 1
    if i < 0 or tokens[i].text != ";":
        return None
    last = expression.inside[-1]
    for token in tokens[last.i + 1 : last.i + 1 + _MOST_WORDS]:
        if token.sentence != last.sentence:
            return None
        if token.dep in ("nsubj", "nsubjpass") and token.head.i > token.i:
            return token.head
    return None


def _clause_behind(expression: Expression) -> Token | None:
    """A clause that the parser hangs below a time: "that autumn *the cabinet resigned*"."""
    last = expression.inside[-1].i
    for child in expression.root.children[-_MOST_CHILDREN:]:
        if child.i > last and child.pos in VERBAL and child.child("nsubj", "nsubjpass") is not None:
            return child
    return None


def _is_record(found: Sequence[Rung]) -> bool:
    """Whether a time only tells how long nothing such had been: "the first trip since 1998"."""
    if not found or found[0].links[-1] != "since" or found[0].token.pos in VERBAL:
        return False
    noun, words = found[0].token, scene_words().record
    return any(child.lower in words or child.tag in ("JJS", "RBS") for child in noun.children if child.i < noun.i)


def certainty_of(dated: Dated, word: Token, *, trigger: bool) -> int | None:
    """How surely a moment dates a word that carries it: 0, or 1 where it hangs on what is done; None: it does not.

    Args:
        dated: the moment and the way to it.
        word: the word.
        trigger: whether the word is what tells the act, and not what is done.
    """
    inner, crossed = dated.links[-1], dated.links[:-1]
    if inner in BEFORE_NOUN:
        return 0 if not crossed and (trigger or _is_short(dated.moment)) else None
    if word.lemma in time_lexicon().resets and inner in _RESETTING:
        return None
    if not scene_words().topics.isdisjoint(crossed):
        return None
    if ACT in crossed:
        return 1 if dated.links[0] == "dobj" else None
    return 0


def _is_short(moment: Moment) -> bool:
    days = moment.days
    if days is None or days.from_ is None or days.to is None:
        return False
    return date.fromisoformat(days.to) - date.fromisoformat(days.from_) <= _LONGEST_BEFORE_NOUN


def by_lemma(tokens: Sequence[Token], carried: Iterable[int]) -> dict[str, list[int]]:
    """Where nouns stand that carry a time, by lemma, in text order: "the June 2 *vote*"."""
    found: dict[str, list[int]] = {}
    for i in sorted(carried):
        if tokens[i].pos == "NOUN":
            found.setdefault(tokens[i].lemma, []).append(i)
    return found
