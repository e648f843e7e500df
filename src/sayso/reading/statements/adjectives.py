"""Attributions that adjectives make: "X is confident that P", "it is clear to X that P", "X made it clear that P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution
from sayso.reading.statements.tree import VERBAL, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_COPULAS = frozenset("be feel remain seem sound appear become stay".split())  # noqa: SIM905 - legible
_MAKING = frozenset(("make", "leave"))
_PREPOSITIONS = frozenset(("of", "about"))


def adjective_attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The attributions whose cue is an adjective of this sentence, in text order."""
    for token in tree.sentence.tokens:
        if token.lemma in cues.adjectives and token.head.pos in VERBAL:
            made = _attribution(token, tree, cues)
            if made is not None:
                yield made


def _attribution(adjective: Token, tree: Tree, cues: Cues) -> Attribution | None:
    verb = adjective.head
    content = _content(adjective, verb, tree)
    if content is None or verb.lemma not in (*_COPULAS, *_MAKING):
        return None
    who = subject(verb)
    if who is None or who.lower in ("it", "there", "that", "this"):
        return None
    cue = (min(verb.i, adjective.i), max(verb.i, adjective.i) + 1)
    sure = "asserts" if verb.lemma in _MAKING else cues.adjectives[adjective.lemma]
    return Attribution(cue, who, [content], sure, verb)


def _content(adjective: Token, verb: Token, tree: Tree) -> Range | None:
    for child in (*adjective.children, *verb.children):
        if child.i > adjective.i and child.dep == "ccomp":
            return tree.trimmed(tree.range(child))
    for child in adjective.children:
        if child.i > adjective.i and child.dep == "prep" and child.lower in _PREPOSITIONS:
            return tree.trimmed((child.i + 1, tree.range(child)[1]))
    return None
