"""Closing tags: the one who tells a whole sentence, behind it: "Police believe he fled, *ANSA reported*".

The parser often hangs such a tag below the clause that it closes, or the clause's end below the tag. By its place it is
the outermost link, whatever else the sentence says of who told what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import joined, within
from sayso.reading.statements.tree import VERBAL, noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_FINITE = frozenset(("VBD", "VBZ"))
# What may stand behind the tag's verb: when, where and to whom it was told.
_BEHIND = frozenset(("prep", "npadvmod", "advmod", "punct", "dative", "tmod"))


def close(found: Iterable[Attribution], tree: Tree, cues: Cues) -> None:
    """Gives a closing tag the whole sentence before it as content, and takes it out of what others say."""
    ordered = list(found)
    for made in ordered:
        comma = _comma_before(made, tree, cues)
        if comma is not None:
            made.content = [tree.trimmed((tree.first, comma))]
            for other in ordered:
                if other is not made and other.anchor.i < comma:
                    other.content = joined(within(other.content, (tree.first, comma)))
            return


def _comma_before(made: Attribution, tree: Tree, cues: Cues) -> int | None:
    """Where the comma stands that parts the tag from what it tells; None if this is no closing tag."""
    verb, who = made.anchor, made.source
    entry = cues.verb(verb)
    if entry is None or not entry.tags or verb.tag not in _FINITE or who is None or who.head is not verb:
        return None
    low, high = noun_phrase(who)
    comma = tree.at(low - 1)
    if high != verb.i or comma is None or comma.text != "," or not _ends(verb, tree):
        return None
    return comma.i if any(_is_clause(token) for token in tree.sentence.tokens[: comma.i - tree.first]) else None


def _ends(verb: Token, tree: Tree) -> bool:
    """Whether nothing follows in the sentence but circumstances of the telling."""
    after = tree.sentence.tokens[verb.i + 1 - tree.first :]
    return all(
        any(above is verb for above in (token.head, *token.ancestors())) or token.pos == "PUNCT" for token in after
    ) and all(child.dep in _BEHIND for child in verb.children if child.i > verb.i)


def _is_clause(token: Token) -> bool:
    return token.pos in VERBAL and token.child("nsubj", "nsubjpass", "expl") is not None
