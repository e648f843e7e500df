"""Events that are spoken of again: "the summit", "their talks" has the parties of the meeting told before it.

So has a meeting that is called off: "Peru's president called the meeting off" is said to whom he was to meet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.events.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.reading.cast import Cast, Mention
    from sayso.reading.events.meaning import Refusal
    from sayso.reading.events.predicates import Predicate
    from sayso.reading.syntax import Parse, Token

# These before a noun say that the reader knows which one is meant.
_KNOWN = frozenset(("the", "their", "this", "these", "those", "its"))
# What says more of it makes it another: "the summit of the Group of 20", "the talks with Iran".
_OTHER = frozenset(("of", "with", "between", "among"))
_BOTH = 2
# So many sentences back the meeting may have been told.
_MOST_SENTENCES = 6


def resumed(parse: Parse, cast: Cast, results: Mapping[int, Meaning | Refusal | None]) -> dict[int, Meaning]:
    """Word → what it tells, for nouns that name nobody and speak of a meeting with known parties again."""
    found: dict[int, Meaning] = {}
    told: list[Meaning] = []
    for i in sorted(results):
        result = results[i]
        if isinstance(result, Meaning):
            if result.inner is not None and _is_refused(result):
                meeting = _spoken_of(parse, result.inner.predicate, told)
                others = _others(cast, result.actors, meeting) if meeting is not None else ()
                found.update({i: replace(result, recipients=others)} if others else {})
            told += [meeting] if (meeting := _meeting(result)) is not None else []
        elif result is not None and (meeting := _spoken_of(parse, result.predicate, told)) is not None:
            found[i] = replace(meeting, predicate=result.predicate, inner=None, by="")
    return found


def _meeting(meaning: Meaning) -> Meaning | None:
    """The meeting of known parties that it tells, be it that one of them breaks it off."""
    if meaning.act != "CONSULT" or len((*meaning.actors, *meaning.recipients)) < _BOTH:
        return None
    if meaning.type == "REJECT":
        return replace(meaning, type="CONSULT", mode=None, actors=(*meaning.actors, *meaning.recipients), recipients=())
    return meaning if meaning.type == "CONSULT" else None


def _is_refused(meaning: Meaning) -> bool:
    """Whether it tells of a meeting that is refused to nobody in particular."""
    return meaning.type == "REJECT" and meaning.act == "CONSULT" and not meaning.recipients


def _others(cast: Cast, actors: Sequence[Mention], meeting: Meaning) -> tuple[Mention, ...]:
    """The other side of a meeting in which the actors or their countrymen take part; () if they don't."""
    mine = {cast.actor(mention.actor).country for mention in actors} - {None}
    parties = {mention.actor: mention for mention in (*meeting.actors, *meeting.recipients)}.values()
    countries = {mention.actor: cast.actor(mention.actor).country for mention in parties}
    if not mine.intersection(countries.values()):
        return ()
    return tuple(mention for mention in parties if countries[mention.actor] not in mine)


def _spoken_of(parse: Parse, predicate: Predicate, told: Sequence[Meaning]) -> Meaning | None:
    """The meeting that a noun speaks of again: the last that was called by the same word, else the last.

    Where others are told, it is none that only says since when something is so ("the first *since they met*").
    """
    if not predicate.pattern.frame.mutual or not _is_known(predicate.token):
        return None
    near = [meeting for meeting in told if _is_near(parse, predicate.token, meeting)]
    same = [meeting for meeting in near if predicate.token.lemma in _nouns(meeting.predicate)]
    main = [meeting for meeting in near if meeting.predicate.token.dep != "advcl"]
    return next(reversed(same or main or near), None)


def _nouns(predicate: Predicate) -> set[str]:
    return {word.lemma for word in (predicate.token, predicate.object) if word is not None and word.pos == "NOUN"}


def _is_near(parse: Parse, noun: Token, meeting: Meaning) -> bool:
    there, here = parse.sentence_of(meeting.predicate.token), parse.sentence_of(noun)
    return here.story == there.story and 0 <= here.i - there.i <= _MOST_SENTENCES


def _is_known(noun: Token) -> bool:
    """Whether it is "the meeting" with nothing that makes it another, or that of "it was a meeting that"."""
    known = any(child.lower in _KNOWN and child.dep in ("det", "poss") for child in noun.children)
    other = any(child.dep in ("prep", "amod", "compound") and child.lower in _OTHER for child in noun.children)
    subject = noun.head.child("nsubj") if noun.dep == "attr" else None
    return (known and not other) or (subject is not None and subject.lower == "it")
