"""All statements of a document: what each kind of cue finds, nested and written as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.quotes import quotations
from sayso.reading.statements.nest import nest
from sayso.reading.statements.records import Writer
from sayso.reading.statements.tree import Tree
from sayso.reading.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.reading.draft import Draft
    from sayso.reading.statements.attribution import Attribution
    from sayso.records import Statement


def statements_of(draft: Draft, cues: Cues) -> tuple[Statement, ...]:
    """The statements of a draft, sorted by offset, then id."""
    quotes = quotations(draft.text)
    made: list[Attribution] = []
    for sentence in draft.parse.sentences:
        tree = Tree(sentence)
        made.extend(verb_attributions(tree, cues))
    made = [a for a in made if a.content]
    nested = nest(made)
    writer = Writer(draft.text, draft.parse.tokens, draft.cast, quotes)
    written = [writer.statement(a) for a in nested]
    return tuple(sorted(written, key=lambda s: (s.start, s.end, s.id)))
