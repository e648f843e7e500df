"""Torn words: those that frames for different acts have, where nothing in the text tells which of them is meant.

"Struck a base" may be an assault or a protest; the object is in nobody's list. "Met the president" is torn no more,
though "met the demand" is another act: its object is a party. Of given pairs the learned coder is asked what such words
tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.clauses import objects

if TYPE_CHECKING:
    from sayso.lexicon.frames import FrameBook
    from sayso.reading.cast import Cast
    from sayso.reading.events.meaning import Meaning


def is_torn(meaning: Meaning, book: FrameBook, cast: Cast) -> bool:
    """Whether a frame for another act has the word as well, and no condition or party tells the two apart."""
    pattern = meaning.predicate.pattern
    rivals = [rival for rival in book.of(pattern.pos).get(pattern.head, ()) if rival.frame.act != pattern.frame.act]
    if pattern.weight or not rivals:
        return False
    return pattern.pos != "verb" or (any(rival.objects for rival in rivals) and _has_thing(meaning, cast))


def _has_thing(meaning: Meaning, cast: Cast) -> bool:
    """Whether the verb has an object that is no party."""
    return any(not cast.at(member.i) for held in objects(meaning.predicate.token) for member in held.conjuncts())
