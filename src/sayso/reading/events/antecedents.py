"""Antecedents: which place of the story "here", "there", "the town" and "the capital" stand for.

The dateline is such a place too, of what the report itself has seen there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.scenes import scene_words
from sayso.reading.clauses import VERBAL, objects
from sayso.reading.events.roles import is_state

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.events.attachment import Hosts
    from sayso.reading.syntax import Token

_DEFINITE = frozenset(("the", "that", "this", "those", "these"))
_NAMED = frozenset(("compound", "poss", "nmod", "appos"))
# So many places back the capital of a state is sought.
_MOST_BACK = 20
# So many words of a clause are looked at for a landmark.
_MOST_WORDS = 60


class Antecedents:
    """The places of one document, by where the story has named them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._starts = [place.start for place in draft.places]
        self._story_starts = sorted(story.start for story in draft.stories)
        self._filed = {story.start: story.dateline.place for story in draft.stories if story.dateline is not None}
        self._lines = [story.dateline for story in draft.stories if story.dateline is not None]
        self._told = [
            number
            for number, place in enumerate(draft.places)
            if place.use == "literal" and not is_state(place) and not self.is_of_dateline(place.start)
        ]
        self._told_starts = [self._starts[number] for number in self._told]

    def is_of_dateline(self, start: int) -> bool:
        """Whether a place stands in a dateline."""
        return any(line.start <= start < line.end for line in self._lines)

    def of(self, token: Token) -> tuple[int, bool] | None:
        """(the place that the word stands for, whether only the dateline tells it); None if it stands for none."""
        if token.dep == "advmod" and token.lower in ("here", "there"):
            found = self.dateline_at(token) if token.lower == "here" else self._last_before(token)
            return (found, False) if found is not None else None
        if token.lemma not in scene_words().sites or token.pos != "NOUN" or not _is_definite(token):
            return None
        if token.lemma == "capital":
            capital = self._capital_before(token)
            return (capital, False) if capital is not None else None
        if not _is_told(token):
            return None
        last, filed = self._last_before(token), self.dateline_at(token)
        return (last, False) if last is not None else (filed, True) if filed is not None else None

    def dateline_at(self, token: Token) -> int | None:
        """The place from which the story was filed that the word stands in."""
        return self._filed.get(self._story_starts[self._story_at(token.start)]) if self._story_starts else None

    def _story_at(self, start: int) -> int:
        return max(0, bisect_right(self._story_starts, start) - 1)

    def _is_same_story(self, start: int, token: Token) -> bool:
        return self._story_at(start) == self._story_at(token.start)

    def _last_before(self, token: Token) -> int | None:
        """The last place below a state that the story has named before a word."""
        at = bisect_left(self._told_starts, token.start) - 1
        return self._told[at] if at >= 0 and self._is_same_story(self._told_starts[at], token) else None

    def _capital_before(self, token: Token) -> int | None:
        """The capital of the state that is spoken of, where the text names it."""
        places = self._draft.places
        at = bisect_left(self._starts, token.start)
        near = [
            n for n in range(at - 1, max(-1, at - 1 - _MOST_BACK), -1) if self._is_same_story(self._starts[n], token)
        ]
        code = next((places[n].country for n in near if places[n].country is not None), None)
        country = load_countries().by_code.get(code) if code is not None else None
        return next((n for n in near if country is not None and places[n].name == country.capital), None)

    def witnessed(self, hosts: Hosts) -> int | None:
        """The dateline, of a deed of its country at a landmark that needs no name there: "stormed parliament"."""
        number = self.dateline_at(hosts.trigger)
        if number is None or hosts.type not in scene_words().crowds or self.is_foreign(number, hosts):
            return None
        clause = hosts.clause.subtree(without=lambda word: word.pos in VERBAL)
        return number if any(_is_landmark(word) for word in clause[:_MOST_WORDS]) else None

    def is_foreign(self, number: int, hosts: Hosts) -> bool:
        """Whether none of those who act is of the place's state, or of none that is known."""
        countries = {self._draft.cast.actor(actor).country for actor in hosts.actors}
        return self._draft.places[number].country not in countries and None not in countries

    def goes_on(self, hosts: Hosts) -> int | None:
        """Where the crowd of the sentence before is: "Thousands marched in Minsk. Police beat *the marchers*"."""
        clause, words = hosts.clause, scene_words()
        if hosts.type not in words.crowds or clause.sentence == 0:
            return None
        held = [*objects(clause), *(pobj for link in clause.all_children("prep") for pobj in link.all_children("pobj"))]
        if not any(noun.lemma in words.crowd and _is_definite(noun) for noun in held):
            return None
        before = self._draft.parse.sentences[clause.sentence - 1]
        first, after = (bisect_left(self._told_starts, at) for at in (before.start, before.end))
        alone = after - first == 1 and self._is_same_story(before.start, clause)
        return self._told[first] if alone else None


def _is_definite(noun: Token) -> bool:
    """Whether a noun stands for a thing told before, and is not named itself: "the town"."""
    article = any(child.dep == "det" and child.lower in _DEFINITE for child in noun.children)
    named = any(child.dep in _NAMED and child.pos == "PROPN" for child in noun.children)
    placed = any(child.lower == "of" or child.lower in scene_words().where for child in noun.children)
    return article and not named and not placed


def _is_told(noun: Token) -> bool:
    """Whether it is "the town", "the town centre"."""
    words = scene_words()
    inside = noun.lemma in words.sites and any(child.lemma in words.told for child in noun.all_children("compound"))
    return inside or noun.lemma in words.told


def _is_landmark(noun: Token) -> bool:
    """Whether it is "parliament", "the palace": one that needs no name."""
    if noun.lemma not in scene_words().landmarks or noun.dep in _NAMED | {"nsubj", "amod"}:
        return False
    return not any(child.dep == "det" and child.lower not in _DEFINITE for child in noun.children)
