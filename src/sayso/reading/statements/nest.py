"""Who says it that another said so: attributions ordered into chains by whose content they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution, size, without

if TYPE_CHECKING:
    from sayso.reading.statements.attribution import Range

# No report passes through more hands than this; a longer chain comes from a broken parse.
MOST_LINKS = 8


def nest(attributions: list[Attribution]) -> list[Attribution]:
    """The same with ``parent`` set to the one in whose content each one's cue stands."""
    if len(attributions) < 2:  # noqa: PLR2004 - one can't nest
        return attributions
    first = min(a.content[0][0] for a in attributions)
    last = max(a.content[-1][1] for a in attributions)
    owner: list[Attribution | None] = [None] * (last - first)
    for made in sorted(attributions, key=lambda a: (-size(a.content), a.anchor.i)):
        place = made.anchor.i - first
        made.parent = owner[place] if 0 <= place < len(owner) else None
        if made.parent is not None:
            for part in _words_of(made.parent):
                made.content = without(made.content, part)
        for a, b in made.content:
            owner[a - first : b - first] = [made] * (b - a)
    return [made for made in attributions if made.content]


def _words_of(made: Attribution) -> list[Range]:
    return [made.cue]


def chain(made: Attribution) -> list[Attribution]:
    """The attributions from the outermost to this one."""
    links = [made]
    while links[-1].parent is not None and len(links) < MOST_LINKS:
        links.append(links[-1].parent)
    links.reverse()
    return links
