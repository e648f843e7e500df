"""Silent words: verbs by which one party does something to another, where no frame has them.

Without frames, the learned coder is asked what all such words tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.cues import load_cues
from sayso.lexicon.frames import UNKNOWN
from sayso.reading.clauses import behind, objects, subjects
from sayso.reading.events.meaning import Meaning
from sayso.reading.events.naming import named, named_within, without
from sayso.reading.events.needs import is_public
from sayso.reading.events.predicates import NO_PREDICATES, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.cast import Cast, Mention
    from sayso.reading.syntax import Parse, Token

# In these places a verb is no act: it is another's helper or modifier, or a preposition ("according to").
_NO_ACTS = NO_PREDICATES | {"prep"}
# Behind these stands to whom something is done, if it is no object.
_TOWARDS = ("with", "to", "on", "against", "at", "from", "for", "into", "over", "of")


def silent(parse: Parse, cast: Cast) -> Iterator[Meaning]:
    """What verbs might tell by which one party does something to another, in text order."""
    for token in parse.tokens:
        if token.pos != "VERB" or token.dep in _NO_ACTS or _speaks(token):
            continue
        actors = without((m for subject in subjects(token) for m in named(cast, subject)), ())
        recipients = without(_recipients(cast, token), actors) if actors else []
        if recipients and any(is_public(cast.actor(mention.actor)) for mention in (*actors, *recipients)):
            predicate = Predicate(token, UNKNOWN, (), None, None)
            yield Meaning(predicate, "", "", None, tuple(actors), tuple(recipients))


def _speaks(token: Token) -> bool:
    cue = load_cues().verb(token)
    return cue is not None and cue.speaks


def _recipients(cast: Cast, verb: Token) -> list[Mention]:
    found = [m for held in objects(verb) for m in named_within(cast, held)]
    if found:
        return found
    hosts = (verb, *objects(verb))
    return next(
        (
            found
            for preposition in _TOWARDS
            if (found := [m for host in hosts for held in behind(host, preposition) for m in named_within(cast, held)])
        ),
        [],
    )
