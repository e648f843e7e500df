"""Who says it that another said so: attributions ordered into chains by whose content they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import size, without

if TYPE_CHECKING:
    from sayso.reading.cast import Cast
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Token

# No report passes through more hands than this; a longer chain comes from a broken parse.
MOST_LINKS = 8
_FIRST = frozenset(("i", "we"))
_PERSONAL = frozenset(("i", "we", "he", "she", "it", "they"))


def nest(attributions: list[Attribution], tokens: int) -> list[Attribution | None]:
    """Sets ``parent`` of each to the one in whose content its cue stands; answers whose content each token stands in.

    Args:
        attributions: those of one document, in any order.
        tokens: how many tokens the document has.
    """
    owner: list[Attribution | None] = [None] * tokens
    for made in sorted(attributions, key=lambda a: (-size(a.content), a.parent is not None, a.anchor.i)):
        if made.parent is None:
            made.parent = owner[made.anchor.i]
        if made.parent is not None:
            if made.attitude:
                continue
            if made.parent.cue is not None:
                made.content = without(made.content, made.parent.cue)
        for a, b in made.content:
            owner[a:b] = [made] * (b - a)
    return owner


def merge_own(attributions: list[Attribution], cast: Cast) -> None:
    """Makes one link of someone who tells of his own words or thought: "police said they believe P"."""
    for made in attributions:
        outer = made.parent
        if outer is not None and outer.source is not None and _is_own(made, outer.source, cast):
            made.parent, made.source, made.cue = outer.parent, outer.source, outer.cue


def _is_own(made: Attribution, speaker: Token, cast: Cast) -> bool:
    """Whether the source of ``made`` is the one in whose words it stands."""
    source = made.source
    if source is None or made.cue is None or source is speaker or source.lower not in _PERSONAL:
        return source is speaker
    mine, theirs = cast.at(source.i), cast.at(speaker.i)
    if source.lower in _FIRST or not mine or not theirs:
        return source.lower in _FIRST or source.i > speaker.i or made.certainty == "hedges"
    return {mention.actor for mention in mine} == {mention.actor for mention in theirs}


def chain(made: Attribution) -> list[Attribution]:
    """The attributions from the outermost to this one."""
    links = [made]
    while links[-1].parent is not None and len(links) < MOST_LINKS:
        links.append(links[-1].parent)
    links.reverse()
    return links
