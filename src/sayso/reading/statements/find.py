"""All statements of a document: what each kind of cue finds, nested and written as records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.quotes import quotations
from sayso.reading.statements.according import according_attributions, around
from sayso.reading.statements.adjectives import adjective_attributions
from sayso.reading.statements.closing import close
from sayso.reading.statements.colon import colon_attribution
from sayso.reading.statements.nest import nest
from sayso.reading.statements.nouns import noun_attributions
from sayso.reading.statements.own import merge_own
from sayso.reading.statements.positions import positions_in
from sayso.reading.statements.quoting import give_quotations, quoted
from sayso.reading.statements.records import Writer
from sayso.reading.statements.relays import relayed
from sayso.reading.statements.strays import give_back
from sayso.reading.statements.tree import Tree, noun_phrase
from sayso.reading.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.lexicon.stances import Stances
    from sayso.reading.draft import Draft
    from sayso.reading.statements.attribution import Attribution
    from sayso.records import Statement

# A sentence with more cues than this is a list or none: its cues are not weighed against each other.
_MOST_CUES = 60


def statements_of(draft: Draft, cues: Cues, stances: Stances) -> tuple[Statement, ...]:
    """The statements of a draft, sorted by offset, then id."""
    parse = draft.parse
    quotes = quotations(draft.text)
    places = quoted(quotes, parse.tokens)
    trees = (Tree(sentence, places.at) for sentence in parse.sentences)
    found = [made for tree in trees for made in _in_sentence(tree, cues, draft)]
    found = give_quotations(found, places, parse)
    found = [made for made in found if made.content and not _is_outlet(made, draft)]
    owner = nest(found, len(parse.tokens))
    positions = positions_in(found, owner, parse.tokens, draft.cast, stances)
    merge_own(found, draft.cast, places.at)
    writer = Writer(draft.text, parse.tokens, draft.cast, quotes)
    told = (writer.statement(made, positions.get(id(made), ())) for made in found if _tells(made))
    written = {statement.id: statement for statement in told}
    return tuple(sorted(written.values(), key=lambda s: (s.start, s.end, s.id)))


def _is_outlet(made: Attribution, draft: Draft) -> bool:
    """Whether the outlet speaks of itself: it is no link of a chain."""
    if draft.document.outlet is None or made.source is None:
        return False
    low, high = noun_phrase(made.source)
    tokens = draft.parse.tokens
    name = draft.text[tokens[low].start : tokens[high - 1].end]
    return name.casefold().removeprefix("the ") == draft.document.outlet.casefold().removeprefix("the ")


def _tells(made: Attribution) -> bool:
    return bool(made.content) and not made.relay and not (made.attitude and made.parent is not None)


def _in_sentence(tree: Tree, cues: Cues, draft: Draft) -> list[Attribution]:
    """The attributions of one sentence, kind by kind; those of speech may lack their content."""
    found = [*verb_attributions(tree, cues)]
    if len(found) <= _MOST_CUES:
        give_back(found, tree, cues, draft.cast)
    close(found, tree, cues)
    found.extend(noun_attributions(tree, cues))
    found.extend(adjective_attributions(tree, cues))
    for made in according_attributions(tree, cues):
        if len(found) <= _MOST_CUES:
            around(made, found, tree)
        found.append(made)
    links = [link for first in found if (link := relayed(first, cues)) is not None]
    found = _less_doubled(found, links)
    colon = colon_attribution(
        tree, cues, draft.parse.sentences, bare=not any(made.speech and made.content for made in found)
    )
    return [*found, colon] if colon is not None else found


def _less_doubled(found: list[Attribution], links: list[Attribution]) -> list[Attribution]:
    """Both lists as one, without what a link or a noun tells better: "*citing* officials", "*denied* reports"."""
    better = {link.anchor.i for link in links}
    better.update(made.anchor.i for made in found if made.by_noun)
    return [made for made in found if made.by_noun or made.anchor.i not in better] + links
