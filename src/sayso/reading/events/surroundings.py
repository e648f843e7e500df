"""Modes and contexts by the words around a predicate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.lexicon.surroundings import Surroundings
    from sayso.reading.syntax import Sentence, Token
    from sayso.records import Span

type Hits = tuple[tuple[int, int, str], ...]

# So many contexts are told of one event at most: the rest is the story's, not the event's.
_MOST_CONTEXTS = 4
# So many of the lexicon's words are looked at in one sentence: each of its events goes through them all, and what has
# more is no sentence but a list without stops.
_MOST_HITS = 200


def hits_in(sentence: Sentence, known: Surroundings) -> Hits:
    """(start, end, word or phrase) of the lexicon's words in a sentence; half-open, in code points; each form once."""
    tokens = sentence.tokens
    found: dict[tuple[int, int], str] = {}
    for words in ([token.lemma for token in tokens], [token.lower for token in tokens]):
        for first, last, word in known.phrases.find(words):
            found.setdefault((tokens[first].start, tokens[last - 1].end), word)
    return tuple((start, end, word) for (start, end), word in sorted(found.items())[:_MOST_HITS])


def mode_of(type_: str, trigger: Token, hits: Hits, clause: Span, known: Surroundings) -> str | None:
    """The mode that the trigger tells, or else words in its clause, or else in its sentence; None if none do."""
    told = known.modes.get(type_)
    if told is None:
        return None
    own = told.triggers.get(trigger.lemma)
    if own is not None:
        return own
    inside = [word for start, end, word in hits if clause.start <= start and end <= clause.end]
    return _first(inside, told.words, told.order) or _first((word for *_, word in hits), told.words, told.order)


def _first(words: Iterable[str], modes: Mapping[str, str], order: Mapping[str, int]) -> str | None:
    found = [modes[word] for word in words if word in modes]
    return min(found, key=order.__getitem__, default=None)


def contexts_of(hits: Hits, clause: Span, known: Surroundings) -> tuple[str, ...]:
    """The contexts that words in the clause tell, in the order of the text."""
    found: dict[str, None] = {}
    for start, end, word in hits:
        if clause.start <= start and end <= clause.end:
            found.update(dict.fromkeys(known.contexts.get(word, ())))
    return tuple(found)[:_MOST_CONTEXTS]


def with_own(own: str | None, contexts: Sequence[str]) -> tuple[str, ...]:
    """The context that goes with an event's mode, if there is one, before those that its words tell."""
    return tuple(dict.fromkeys((own, *contexts) if own else contexts))[:_MOST_CONTEXTS]
