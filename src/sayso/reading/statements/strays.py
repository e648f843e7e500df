"""Cues that the parser hung into what someone else says, given back to the one who speaks.

"She said the vote was fair and *praised the observers*": it was not the vote that praised them. "He believes the plan
will fail, *saying it is late*": it is not the plan that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import holds, joined, overlap, without
from sayso.reading.statements.relays import can_speak

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.reading.cast import Cast
    from sayso.reading.statements.attribution import Attribution, Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_PERSONAL = frozenset(("i", "we", "he", "she", "they", "who", "you"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))


def give_back(found: list[Attribution], tree: Tree, cues: Cues, cast: Cast) -> None:
    """Sets the source of each stray cue to that of the cue around it, and cuts its clause out of that content."""
    outer: Attribution | None = None
    ordered = sorted(found, key=lambda a: a.anchor.i)
    for place, made in enumerate(ordered):
        if outer is not None and _is_stray(made, outer, tree, cues, cast):
            low, high = tree.range(made.anchor)
            if made.anchor.child(*_SUBJECTS) is None:
                made.source = outer.source
            for other in ordered[:place]:
                _cut(other, (_start(low, tree), high), tree)
        elif made.content and made.source is not None and not made.attitude:
            outer = made if outer is None or not holds(outer.content, made.anchor.i) else outer


def _cut(made: Attribution, part: Range, tree: Tree) -> None:
    if overlap(made.content, part):
        made.content = joined([tree.trimmed(left) for left in without(made.content, part)])


def _start(low: int, tree: Tree) -> int:
    """Where the clause begins, with the "and" or the comma before it."""
    before = tree.at(low - 1)
    return low - 1 if before is not None and before.lower in ("and", "but", ",") else low


def _is_stray(made: Attribution, outer: Attribution, tree: Tree, cues: Cues, cast: Cast) -> bool:
    verb = made.anchor
    if made.source is None or not holds(outer.content, verb.i):
        return False
    if verb.child(*_SUBJECTS) is not None:
        return made.speech and _is_beside(verb, outer.anchor, tree)
    if verb.dep == "advcl" and verb.tag == "VBG":
        before = tree.at(tree.range(verb)[0] - 1)
        if before is None or before.text != ",":
            return False
        own = made.source.lower in _PERSONAL
        return own or outer.certainty == "hedges" or not _speaks(made.source, cues, cast)
    if verb.dep != "conj" or verb.tag not in _FINITE or verb.tag != outer.anchor.tag:
        return False
    return made.source.lower in ("he", "she") or not _speaks(made.source, cues, cast)


def _is_beside(verb: Token, outer: Token, tree: Tree) -> bool:
    """Whether the clause with its own speaker stands beside the other: "A said P, *while B said Q*"."""
    if verb.dep not in ("conj", "advcl") or verb.tag != outer.tag or verb.tag not in _FINITE:
        return False
    before = tree.at(_start(tree.range(verb)[0], tree) - 1)
    mark = verb.child("mark")
    if verb.dep == "advcl":
        return mark is not None and mark.lower in ("while", "whereas")
    return before is not None and before.text in (",", ";")


def _speaks(noun: Token, cues: Cues, cast: Cast) -> bool:
    return noun.lower in _PERSONAL or bool(cast.at(noun.i)) or can_speak(noun, cues)
