"""Those who tell of their own words and thoughts: "police said they believe P" is one link, not two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reading.cast import Cast
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Token

_FIRST = frozenset(("i", "we"))
_PERSONAL = frozenset(("i", "we", "he", "she", "it", "they"))
_PLURAL = frozenset(("NNS", "NNPS"))


def merge_own(attributions: Iterable[Attribution], cast: Cast) -> None:
    """Makes one link of two where someone speaks in his own words: the outer source and cue, the inner certainty."""
    for made in attributions:
        outer = made.parent
        if outer is not None and outer.source is not None and _is_own(made, outer.source, cast):
            made.parent, made.source, made.cue = outer.parent, outer.source, outer.cue


def _is_own(made: Attribution, speaker: Token, cast: Cast) -> bool:
    """Whether the source of ``made`` is the one in whose words it stands."""
    source = made.source
    if source is None or made.cue is None or source is speaker or source.lower not in _PERSONAL:
        return source is speaker
    if source.lower in _FIRST:
        return True
    mine, theirs = cast.at(source.i), cast.at(speaker.i)
    if mine and theirs:
        return {mention.actor for mention in mine} == {mention.actor for mention in theirs}
    return _agrees(source.lower, speaker)


def _agrees(pronoun: str, speaker: Token) -> bool:
    """Whether the pronoun may stand for the speaker by number and kind; a body may be "they" as well as "it"."""
    if speaker.pos == "PRON":
        return pronoun == speaker.lower
    person = speaker.name is not None and speaker.name.label == "PERSON"
    many = speaker.tag in _PLURAL or speaker.child("conj") is not None
    if pronoun == "they":
        return many or (not person and (speaker.pos == "PROPN" or speaker.lemma == "police"))
    return not many and (pronoun != "it" or not person)
