"""Those who tell of their own words and thoughts: "police said they believe P" is one link, not two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reading.cast import Cast
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Token

_FIRST = frozenset(("i", "we"))
_PERSONAL = frozenset(("i", "we", "he", "she", "it", "they"))
_PLURAL = frozenset(("NNS", "NNPS"))


def merge_own(attributions: Iterable[Attribution], cast: Cast, quotes: Sequence[int]) -> None:
    """Makes one link of two where someone speaks of himself: the outer source and cue, the inner certainty.

    Args:
        attributions: those of one document, nested.
        cast: who is who.
        quotes: which quotation each token stands in; -1 is none.
    """
    for made in attributions:
        outer = made.parent
        if outer is None or outer.source is None or made.source is None or made.cue is None:
            continue
        direct = outer.anchor.text == ":" or quotes[made.anchor.i] != quotes[outer.anchor.i]
        if _is_own(made.source, outer.source, cast, direct=direct):
            made.parent, made.source, made.cue = outer.parent, outer.source, outer.cue


def _is_own(source: Token, speaker: Token, cast: Cast, *, direct: bool) -> bool:
    """Whether ``source`` is the speaker in whose words it stands: in direct speech "I", else "he", "she", "they"."""
    if source is speaker or source.lower not in _PERSONAL:
        return source is speaker
    if direct or source.lower in _FIRST:
        return source.lower in _FIRST
    mine = {mention.actor for mention in cast.at(source.i)}
    theirs = {mention.actor for one in speaker.conjuncts() for mention in cast.at(one.i)}
    if mine and theirs:
        return mine <= theirs
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
