"""All statements of a document: what each kind of cue finds, nested and written as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.quotes import quotations
from sayso.reading.statements.according import according_attributions
from sayso.reading.statements.colon import colon_attribution
from sayso.reading.statements.nest import merge_own, nest
from sayso.reading.statements.nouns import noun_attributions
from sayso.reading.statements.quoting import give_quotations, quoted
from sayso.reading.statements.records import Writer
from sayso.reading.statements.relays import relayed
from sayso.reading.statements.tree import Tree
from sayso.reading.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.reading.draft import Draft
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Sentence
    from sayso.records import Statement


def statements_of(draft: Draft, cues: Cues) -> tuple[Statement, ...]:
    """The statements of a draft, sorted by offset, then id."""
    parse = draft.parse
    quotes = quotations(draft.text)
    found = [made for sentence in parse.sentences for made in _in_sentence(sentence, cues)]
    found = give_quotations(found, quoted(quotes, parse.tokens), parse)
    found = [made for made in found if made.content]
    nest(found, len(parse.tokens))
    merge_own(found, draft.cast)
    writer = Writer(draft.text, parse.tokens, draft.cast, quotes)
    written = {s.id: s for made in found if _tells(made) for s in [writer.statement(made)]}
    return tuple(sorted(written.values(), key=lambda s: (s.start, s.end, s.id)))


def _tells(made: Attribution) -> bool:
    return bool(made.content) and not made.relay and not (made.attitude and made.parent is not None)


def _in_sentence(sentence: Sentence, cues: Cues) -> list[Attribution]:
    """The attributions of one sentence, in text order of their kinds; those of speech may lack their content."""
    tree = Tree(sentence)
    found = [
        *verb_attributions(tree, cues),
        *noun_attributions(tree, cues),
        *according_attributions(tree, cues),
    ]
    found.extend(made for first in list(found) if (made := relayed(first, cues)) is not None)
    if not any(made.cue is not None and made.speech and made.content for made in found):
        colon = colon_attribution(tree, cues)
        if colon is not None:
            found.append(colon)
    return found
