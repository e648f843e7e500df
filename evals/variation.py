"""Readings by the thousand, made from some that were read for real: other names, days and order of sentences.

What is substituted in the text is substituted in all that the reading tells of it, so that offsets, ids and indices
hold as those of a real reading do. ``Template`` prepares one reading once; ``Template.vary`` makes a variation in about
a millisecond; the same seed gives the same variations.
"""

from __future__ import annotations

import itertools
import random
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from evals.rewording import Finder, draw
from sayso.records import Actor, Argument, Document, Event, Link, Place, Position, Reading, Span, Statement, content_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from evals.rewording import Rewording, Word
    from sayso.records import Dateline, Expectation, Notice, Relation, Story, Time

# Where a sentence ends, as far as it takes to move it.
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])(\s+)")
# Spans that a piece of text may not cut.
type _Ends = tuple[int, int]


# The share of variations that tell what the one before of the same reading told: another report of the same events.
_RETOLD = 0.2


def variations(base: Sequence[Reading], *, seed: int, retold: float = _RETOLD) -> Iterator[Reading]:
    """Variations without end, each of one of the readings in turn; no two are the same document.

    Args:
        base: the readings.
        seed: the same gives the same variations.
        retold: the share that has the names and days of an earlier one, in another order and of any outlet.
    """
    templates = [Template(reading) for reading in base]
    known: dict[tuple[str, str], str] = {
        (actor.kind, actor.name): actor.id for reading in base for actor in reading.actors
    }
    outlets = sorted({agency for reading in base for agency in _agencies(reading)})
    chance = random.Random(seed)  # noqa: S311 - variety, no secret
    told: dict[int, Rewording] = {}
    for number in itertools.count():
        n = number % len(templates)
        if n not in told or chance.random() >= retold:
            told[n] = templates[n].draw(chance)
        outlet = chance.choice(outlets) if outlets else None
        url = f"https://example.org/{seed}/{number}"
        yield templates[n].vary(told[n], chance, known=known, url=url, outlet=outlet)


def _agencies(reading: Reading) -> Iterator[str]:
    yield from (story.dateline.agency for story in reading.stories if story.dateline and story.dateline.agency)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters [start, end) that stay together; where ``word`` is one, it is put in their place."""

    start: int
    end: int
    word: Word | None


@dataclass(frozen=True, slots=True)
class _Block:
    """A sentence, or the space between two: ``pieces`` by number. Those of one ``story`` may change places."""

    story: int | None
    pieces: range


class Template:
    """A reading that is taken apart, ready to be varied."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        text = reading.document.text
        ends = sorted(set(_extents(reading)))
        self._finder = Finder(reading)
        found = self._finder.words_of(reading)
        words = [word for word in found if not _cuts(ends, word.start, word.end)]
        cuts = _cut_places(reading, [*ends, *((word.start, word.end) for word in words)])
        self._pieces = _pieces(len(text), words, [place for place, _ in cuts])
        self._starts = [piece.start for piece in self._pieces]
        self._blocks = _blocks(self._starts, cuts)
        self._free = _free(self._blocks)

    def draw(self, chance: random.Random) -> Rewording:
        """Other names and days for the reading."""
        return draw(self._finder, self._reading, chance)

    def vary(
        self,
        rewording: Rewording,
        chance: random.Random,
        *,
        known: Mapping[tuple[str, str], str],
        url: str,
        outlet: str | None,
    ) -> Reading:
        """A variation of the reading.

        Args:
            rewording: which words and days become which, as ``draw`` gave it.
            chance: decides in which order the sentences stand.
            known: (kind, name) → id of the actors that have one.
            url: of the new document, unlike any other.
            outlet: who published it.
        """
        reading = self._reading
        layout = self._layout(rewording, chance)
        old = reading.document
        document = Document(
            layout.text,
            title=rewording.words(old.title) if old.title else None,
            outlet=outlet,
            url=url,
            language=old.language,
            published=rewording.period(old.published),
            published_basis=old.published_basis,
        )
        return _Varied(reading, document, layout, rewording, known).reading()

    def _shuffled(self, chance: random.Random) -> Iterator[_Block]:
        order = list(range(len(self._blocks)))
        for places in self._free:
            for place, taken in zip(places, chance.sample(places, len(places)), strict=True):
                order[place] = taken
        return (self._blocks[number] for number in order)

    def _layout(self, rewording: Rewording, chance: random.Random) -> _Layout:
        text = self._reading.document.text
        at, told, position = [0] * len(self._pieces), [""] * len(self._pieces), 0
        parts: list[str] = []
        story_ends: dict[int, int] = {}
        for block in self._shuffled(chance):
            for number in block.pieces:
                piece = self._pieces[number]
                words = rewording.told(piece.word) if piece.word else text[piece.start : piece.end]
                at[number], told[number] = position, words
                position += len(words)
                parts.append(words)
            if block.story is not None:
                story_ends[block.story] = position
        return _Layout("".join(parts), self._pieces, self._starts, at, told, story_ends)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The new text, and where the pieces of the old one stand in it."""

    text: str
    pieces: list[_Piece]
    starts: list[int]
    at: list[int]
    told: list[str]
    story_ends: dict[int, int]

    def start(self, offset: int) -> int:
        """Where what began at ``offset`` begins now."""
        number = bisect_right(self.starts, offset) - 1
        return self.at[number] + offset - self.starts[number]

    def end(self, offset: int) -> int:
        """Where what ended at ``offset`` ends now."""
        number = bisect_right(self.starts, offset - 1) - 1
        piece = self.pieces[number]
        return self.at[number] + (len(self.told[number]) if offset == piece.end else offset - piece.start)

    def span(self, span: Span) -> Span:
        return Span(self.start(span.start), self.end(span.end))


class _Varied:
    """All parts of one variation."""

    def __init__(
        self,
        reading: Reading,
        document: Document,
        layout: _Layout,
        rewording: Rewording,
        known: Mapping[tuple[str, str], str],
    ) -> None:
        self._old = reading
        self._document = document
        self._layout = layout
        self._rewording = rewording
        self._taken: set[str] = set()
        self._actors = {actor.id: self._actor(actor, known) for actor in reading.actors}
        # As unique as hashes of content, and quicker.
        self._statements = {one.id: f"s-{document.id[2:]}{n:04x}" for n, one in enumerate(reading.statements)}
        self._events = {one.id: f"e-{document.id[2:]}{n:04x}" for n, one in enumerate(reading.events)}
        self._times = self._order(reading.times)
        self._places = self._order(reading.places)

    def reading(self) -> Reading:
        old = self._old
        return Reading(
            self._document,
            tuple(self._story(n, story) for n, story in enumerate(old.stories)),
            tuple(self._time(old.times[n]) for n in self._times),
            tuple(self._place(old.places[n]) for n in self._places),
            tuple(sorted(self._actors.values(), key=_first_mention)),
            tuple(sorted(map(self._statement, old.statements), key=_by_place)),
            tuple(sorted(map(self._event, old.events), key=_by_place)),
            tuple(sorted(map(self._relation, old.relations), key=lambda relation: relation.span)),
            tuple(map(self._expectation, old.expectations)),
            tuple(map(self._notice, old.notices)),
        )

    def _order(self, parts: Sequence[Time] | Sequence[Place]) -> dict[int, int]:
        """Old number → new number, in the order of the new ones."""
        old = sorted(range(len(parts)), key=lambda n: (self._layout.start(parts[n].start), n))
        return {number: new for new, number in enumerate(old)}

    def _extent(self, start: int, end: int) -> tuple[int, int]:
        return self._layout.start(start), self._layout.end(end)

    def _spans(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        return tuple(sorted(map(self._layout.span, spans)))

    def _story(self, number: int, story: Story) -> Story:
        end = self._layout.story_ends.get(number)
        start = self._layout.start(story.start)
        moved = self._dateline(story.dateline) if story.dateline else None
        return replace(story, start=start, end=self._layout.end(story.end) if end is None else end, dateline=moved)

    def _dateline(self, line: Dateline) -> Dateline:
        start, end = self._extent(line.start, line.end)
        place = None if line.place is None else self._places[line.place]
        return replace(line, start=start, end=end, place=place, date=self._rewording.period(line.date))

    def _time(self, time: Time) -> Time:
        return self._rewording.time(time, *self._extent(time.start, time.end))

    def _place(self, place: Place) -> Place:
        return self._rewording.place(place, *self._extent(place.start, place.end))

    def _actor(self, actor: Actor, known: Mapping[tuple[str, str], str]) -> Actor:
        name, country = self._rewording.called(actor)
        who = actor.id
        if (name, country) != (actor.name, actor.country):
            who = known.get((actor.kind, name)) or content_id("a", actor.kind, name, country)
        # Two may be called alike: "parliament" of one country and of another.
        who = content_id("a", who, actor.id) if who in self._taken else who
        self._taken.add(who)
        mentions = self._spans(actor.mentions)
        return Actor(who, name, actor.kind, country, actor.sectors, actor.office, actor.basis, mentions)

    def _who(self, actor: str) -> str:
        return self._actors[actor].id

    def _statement(self, one: Statement) -> Statement:
        start, end = self._extent(one.start, one.end)
        return Statement(
            self._statements[one.id],
            start,
            end,
            self._spans(one.content),
            one.manner,
            self._spans(one.quotes),
            tuple(map(self._link, one.chain)),
            tuple(
                Position(self._who(told.actor), told.stance, self._layout.span(told.object)) for told in one.positions
            ),
        )

    def _link(self, link: Link) -> Link:
        return Link(
            self._who(link.actor) if link.actor else None,
            self._layout.span(link.source) if link.source else None,
            self._layout.span(link.cue) if link.cue else None,
            link.certainty,
        )

    def _event(self, event: Event) -> Event:
        start, end = self._extent(event.start, event.end)
        time = event.time and replace(
            self._rewording.event_time(event.time),
            times=None if event.time.times is None else self._times[event.time.times],
        )
        return replace(
            event,
            id=self._events[event.id],
            start=start,
            end=end,
            trigger=self._layout.span(event.trigger),
            actors=tuple(map(self._argument, event.actors)),
            recipients=tuple(map(self._argument, event.recipients)),
            time=time,
            place=None if event.place is None else self._places[event.place],
            statement=self._statements[event.statement] if event.statement else None,
        )

    def _argument(self, argument: Argument) -> Argument:
        return Argument(self._who(argument.actor), self._layout.span(argument.span))

    def _relation(self, relation: Relation) -> Relation:
        time = relation.time and replace(self._rewording.event_time(relation.time), times=None)
        return replace(
            relation,
            a=self._who(relation.a),
            b=self._who(relation.b),
            span=self._layout.span(relation.span),
            time=time,
            statement=self._statements[relation.statement] if relation.statement else None,
        )

    def _expectation(self, expectation: Expectation) -> Expectation:
        first, after = self._rewording.interval(expectation.from_, expectation.to)
        return replace(expectation, event=self._events[expectation.event], from_=first, to=after)

    def _notice(self, notice: Notice) -> Notice:
        return replace(notice, span=self._layout.span(notice.span) if notice.span else None)


def _by_place(part: Statement | Event) -> tuple[int, int, str]:
    return part.start, part.end, part.id


def _first_mention(actor: Actor) -> tuple[int, str]:
    return actor.mentions[0].start if actor.mentions else 0, actor.id


def _free(blocks: list[_Block]) -> list[list[int]]:
    """Numbers of the sentences that may change places, by story; its first may not: it holds the dateline."""
    of_story: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.story is not None:
            of_story.setdefault(block.story, []).append(number)
    return [numbers[1:] for numbers in of_story.values()]


def _cut_places(reading: Reading, kept: list[_Ends]) -> list[tuple[int, int | None]]:
    """(offset, story of the sentence that begins there; None for the space between two), from 0 on."""
    text, cuts = reading.document.text, {0: _story_at(reading, 0)}
    for story in reading.stories:
        cuts |= {story.start: _story_at(reading, story.start), story.end: _story_at(reading, story.end)}
    sorted_kept = sorted(kept)
    for found in _SENTENCE_END.finditer(text):
        start, end = found.span(1)
        if not _spanned(sorted_kept, start, end):
            cuts |= {start: None, end: _story_at(reading, end)}
    cuts.pop(len(text), None)
    return sorted(cuts.items())


def _story_at(reading: Reading, offset: int) -> int | None:
    return next((n for n, story in enumerate(reading.stories) if story.start <= offset < story.end), None)


def _spanned(extents: list[_Ends], start: int, end: int) -> bool:
    """Whether one of the extents has characters on both sides of ``start`` or of ``end``."""
    return any(a < start < b or a < end < b for a, b in extents)


def _cuts(extents: list[_Ends], start: int, end: int) -> bool:
    """Whether one of the extents begins or ends between ``start`` and ``end``."""
    return any(start < place < end for extent in extents for place in extent)


def _pieces(length: int, words: list[Word], cuts: list[int]) -> list[_Piece]:
    by_start = {word.start: word for word in words}
    places = sorted({0, length, *cuts, *(place for word in words for place in (word.start, word.end))})
    return [_Piece(start, end, by_start.get(start)) for start, end in itertools.pairwise(places)]


def _blocks(starts: list[int], cuts: list[tuple[int, int | None]]) -> list[_Block]:
    numbers = [starts.index(place) for place, _ in cuts] + [len(starts)]
    return [
        _Block(story, range(first, after))
        for (_, story), (first, after) in zip(cuts, itertools.pairwise(numbers), strict=True)
    ]


def _extents(reading: Reading) -> Iterator[_Ends]:
    """Half-open extents of all that the reading tells, but for whole stories."""
    for parts in (reading.times, reading.places, reading.statements, reading.events):
        yield from ((part.start, part.end) for part in parts)
    for story in reading.stories:
        if story.dateline:
            yield story.dateline.start, story.dateline.end
    for span in _spans(reading):
        yield span.start, span.end


def _spans(reading: Reading) -> Iterator[Span]:
    for actor in reading.actors:
        yield from actor.mentions
    for statement in reading.statements:
        yield from (*statement.content, *statement.quotes)
        yield from (position.object for position in statement.positions)
        yield from (span for link in statement.chain for span in (link.source, link.cue) if span)
    for event in reading.events:
        yield event.trigger
        yield from (argument.span for argument in (*event.actors, *event.recipients))
    yield from (relation.span for relation in reading.relations)
    yield from (notice.span for notice in reading.notices if notice.span)
