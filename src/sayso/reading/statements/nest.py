"""Who says it that another said so: attributions ordered into chains by whose content they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import size, without

if TYPE_CHECKING:
    from sayso.reading.statements.attribution import Attribution

# No report passes through more hands than this; a longer chain comes from a broken parse.
MOST_LINKS = 8


def nest(attributions: list[Attribution], tokens: int) -> list[Attribution | None]:
    """Sets ``parent`` of each to the one in whose content its cue stands; answers whose content each token stands in.

    Args:
        attributions: those of one document, in any order.
        tokens: how many tokens the document has.
    """
    owner: list[Attribution | None] = [None] * tokens
    for made in sorted(attributions, key=lambda a: (-size(a.content), a.parent is not None, a.anchor.i)):
        if made.parent is None:
            around = owner[made.anchor.i]
            made.parent = around if around is None or around.parent is not made else None
        if made.parent is not None:
            if made.attitude:
                continue
            if made.parent.cue is not None:
                made.content = without(made.content, made.parent.cue)
        for a, b in made.content:
            owner[a:b] = [made] * (b - a)
    return owner


def chain(made: Attribution) -> list[Attribution]:
    """The attributions from the outermost to this one."""
    links = [made]
    while links[-1].parent is not None and len(links) < MOST_LINKS:
        links.append(links[-1].parent)
    links.reverse()
    return links
