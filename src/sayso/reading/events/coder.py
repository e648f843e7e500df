"""Coder: from the meanings of a document's predicates to its events.

Each predicate ends as an Event or as a Notice that says why it was refused; what belongs to another predicate (the noun
that a verb carries, the act that an operator is about) ends in that one.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.frame_files import frame_book
from sayso.lexicon.plover import codebook
from sayso.lexicon.quantities import quantities
from sayso.lexicon.status import status_words
from sayso.lexicon.surroundings import surroundings
from sayso.reading.attribution import Voices
from sayso.reading.events.attachment import hosts_of
from sayso.reading.events.counts import counts_for, counts_in
from sayso.reading.events.expressions import expressions_of
from sayso.reading.events.meaning import Interpreter, Meaning, Refusal, consumed
from sayso.reading.events.pairs import NOTHING_TOLD, PairCoder
from sayso.reading.events.predicates import find_predicates
from sayso.reading.events.resumed import resumed
from sayso.reading.events.rules import Told, apply
from sayso.reading.events.silent import silent
from sayso.reading.events.slots import Slots
from sayso.reading.events.standing import Standings, StatusReader, further, is_will_not
from sayso.reading.events.surroundings import contexts_of, hits_in, mode_of, with_own
from sayso.reading.events.torn import is_torn
from sayso.reading.events.verdicts import (
    PAIR_SILENT,
    PAIR_TORN,
    SILENT,
    judged,
    question,
)
from sayso.reading.events.when import Clock
from sayso.reading.events.where import Atlas
from sayso.reading.learned import load_learned_coder
from sayso.reading.marking import NONE
from sayso.records import Argument, Event, Notice, Span, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.lexicon.frames import FrameBook
    from sayso.lexicon.quantities import Quantities
    from sayso.lexicon.surroundings import Surroundings
    from sayso.reading.cast import Mention
    from sayso.reading.draft import Draft
    from sayso.reading.events.predicates import Predicate
    from sayso.reading.events.surroundings import Hits
    from sayso.reading.events.verdicts import Doubt
    from sayso.reading.syntax import Sentence, Token
    from sayso.records.reading import Status
    from sayso.settings import CoderChoice

# Below these a clause tells of something else.
_OTHER_CLAUSES = frozenset(("relcl", "advcl", "parataxis", "ccomp"))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The lexicons that coding needs."""

    book: FrameBook
    slots: Slots
    status: Mapping[str, StatusReader]
    surroundings: Surroundings
    quantities: Quantities


@dataclass(frozen=True, slots=True)
class _Case:
    """A meaning that is in doubt: what the frames make of it (None: nothing), and what the question is."""

    meaning: Meaning
    doubt: Doubt
    event: Event | None = None

    @property
    def hint(self) -> str:
        """What the learned coder is told of the frames' answer."""
        return self.event.type if self.event is not None else NONE


class Coder:
    """Codes documents by frames, with ``learned`` where they leave it open, or by the one or the other alone."""

    def __init__(self, which: CoderChoice = "both") -> None:
        words = status_words()
        readers = {"cooperation": StatusReader(words), "conflict": StatusReader(words.of_conflict())}
        self._knows = Knowledge(frame_book(), Slots(words.light), readers, surroundings(), quantities())
        self._which = which

    def code(self, draft: Draft) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
        """The events of a document and what was refused, both in text order; of given pairs, one or the other each."""
        found = find_predicates(draft.parse, self._knows.book) if self._which != "learned" else {}
        interpreter = Interpreter(draft.cast, found, self._knows.slots)
        page = _Page(draft, self._knows)
        if draft.pairs:
            return self._code_pairs(page, PairCoder(draft, found, interpreter), draft)
        results = {i: interpreter.meaning(i) for i in found}
        results.update(resumed(draft.parse, draft.cast, results))
        meanings = [result for result in results.values() if isinstance(result, Meaning)]
        taken = consumed(meanings)
        unknown = list(silent(draft.parse, draft.cast)) if self._which == "learned" else []
        kept = [meaning for meaning in meanings if meaning.predicate.token.i not in taken]
        if self._which == "both":
            page.ask_standings(kept)
        told = [page.event(meaning) for meaning in kept]
        refused = [_notice(result) for i, result in results.items() if isinstance(result, Refusal) and i not in taken]
        settled, doubted = page.settle([_Case(meaning, SILENT) for meaning in unknown])
        return _in_order((*told, *settled), (*refused, *doubted))

    def _code_pairs(self, page: _Page, coder: PairCoder, draft: Draft) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
        sure: list[Event] = []
        refused: list[Notice] = []
        cases: list[_Case] = []
        for pair in draft.pairs:
            told = coder.between(pair)
            event = page.event(told.meaning) if told.meaning is not None and told.why_not is None else None
            is_sure = told.sure and told.meaning is not None and not is_torn(told.meaning, self._knows.book, draft.cast)
            if event is not None and (is_sure or self._which == "frames"):
                sure.append(event)
            elif told.meaning is not None and self._which != "frames":
                cases.append(_Case(told.meaning, PAIR_TORN if event is not None else PAIR_SILENT, event))
            else:
                refused.append(Notice("refused", told.why_not or NOTHING_TOLD, pair[0]))
        settled, doubted = page.settle(cases)
        return tuple(sorted((*sure, *settled), key=_place)), (*refused, *doubted)


def _in_order(events: Iterable[Event], refused: Iterable[Notice]) -> tuple[tuple[Event, ...], tuple[Notice, ...]]:
    return tuple(sorted(without_doubles(events), key=_place)), tuple(refused)


class _Page:
    """One document while it is coded: what its sentences tell is worked out once for all their events."""

    def __init__(self, draft: Draft, knows: Knowledge) -> None:
        self._draft = draft
        self._knows = knows
        expressions = expressions_of(draft)
        self._clock = Clock(draft, expressions)
        self._atlas = Atlas(draft, expressions)
        self._hits: dict[int, Hits] = {}
        self._standings = Standings(draft, knows.status)
        self._counts: dict[int, dict[str, int]] = {}
        self._voices = Voices(draft.statements)
        self._denying = {s.id for s in draft.statements if s.chain and s.chain[-1].certainty == "denies"}

    def event(self, meaning: Meaning) -> Event:
        """The event that a meaning makes."""
        trigger = meaning.predicate.token
        sentence = self._draft.parse.sentence_of(trigger)
        statement = self._voices.at(trigger.span)
        told, status = self._statuses(meaning, statement)
        clause = clause_of(meaning)
        hits = self._hits_in(sentence)
        contexts = contexts_of(hits, clause, self._knows.surroundings)
        relief = bool(meaning.recipients) and self._is_for_relief(contexts, hits)
        type_, mode, rule = apply(Told(meaning.type, meaning.mode, told, is_will_not(trigger), for_relief=relief))
        if mode is None and type_ == meaning.type:
            mode = mode_of(type_, trigger, hits, clause, self._knows.surroundings)
        book = codebook()
        own_context = book.types[type_].modes[mode].context if mode else None
        words = meaning.predicate.words
        hosts = hosts_of(meaning, self._knows.slots)
        return Event(
            id=content_id(
                "e", trigger.start, type_, [m.actor for m in meaning.actors], [m.actor for m in meaning.recipients]
            ),
            type=type_,
            act=meaning.act,
            mode=mode,
            contexts=with_own(own_context, contexts),
            quad=book.quad(type_),
            intensity=book.intensity(type_, mode),
            cameo=book.cameo(type_, mode),
            trigger=Span(trigger.start, words[0].end if words and words[0].i == trigger.i + 1 else trigger.end),
            start=clause.start,
            end=clause.end,
            actors=_arguments(meaning.actors),
            recipients=_arguments(meaning.recipients),
            time=self._clock.time_of(hosts),
            place=self._atlas.place_of(hosts),
            status=status,
            statement=statement,
            counts=counts_for(type_, mode, self._counts_in(sentence)),
            rule=", ".join(part for part in (meaning.by or meaning.frame.id, rule) if part),
        )

    def _is_for_relief(self, contexts: Sequence[str], hits: Hits) -> bool:
        """Whether forces are sent to help: a mission stands anywhere in the sentence, a disaster in the clause."""
        words = self._knows.surroundings.contexts
        return "disasters" in contexts or any("peacekeeping" in words.get(word, ()) for *_, word in hits)

    def settle(self, cases: Sequence[_Case]) -> tuple[list[Event], list[Notice]]:
        """The cases as the learned coder decides them, asked together; where it abstains, the frames' answer stands."""
        events: list[Event] = []
        refused: list[Notice] = []
        if not cases:
            return events, refused
        questions = [question(case.meaning, self._draft, case.hint) for case in cases]
        for case, answer in zip(cases, load_learned_coder().answers(questions), strict=True):
            judgement = judged(case.meaning, case.doubt, case.hint, answer)
            if isinstance(judgement, Meaning):
                events.append(self.event(judgement))
            elif judgement is None and case.event is not None:
                events.append(case.event)
            else:
                why_not = judgement or f"{case.doubt.name}: it is not sure enough of any act"
                refused.append(Notice("refused", why_not, case.meaning.predicate.token.span))
        return events, refused

    def _statuses(self, meaning: Meaning, statement: str | None) -> tuple[Status, Status]:
        """(how the predicate is told, how the act stands): "called off the visit" is actual, and the visit denied."""
        side = codebook().quad(meaning.type).rpartition("-")[2] if meaning.type else "cooperation"
        told = self._standings.of(meaning.predicate.token, side)
        if statement in self._denying:
            told = further(told, "denied")
        return told, further(told, meaning.pending) if meaning.pending is not None else told

    def ask_standings(self, meanings: Iterable[Meaning]) -> None:
        """Have the learned coder settle how acts stand where the rules are often wrong."""
        self._standings.ask(meaning.predicate.token for meaning in meanings)

    def _hits_in(self, sentence: Sentence) -> Hits:
        if sentence.i not in self._hits:
            self._hits[sentence.i] = hits_in(sentence, self._knows.surroundings)
        return self._hits[sentence.i]

    def _counts_in(self, sentence: Sentence) -> dict[str, int]:
        if sentence.i not in self._counts:
            self._counts[sentence.i] = counts_in(sentence.tokens, self._knows.quantities)
        return self._counts[sentence.i]


def clause_of(meaning: Meaning) -> Span:
    """The characters that tell the event: its parties, its trigger and what hangs on it but for other clauses."""
    trigger = meaning.predicate.token
    tokens = trigger.subtree(
        without=lambda token: token.dep in _OTHER_CLAUSES or (token.dep == "conj" and token.pos == "VERB")
    )
    own = _without_edges([token for token in tokens if token.sentence == trigger.sentence], trigger)
    parts = [Span(own[0].start, own[-1].end)]
    parts += [m.span for m in (*meaning.actors, *meaning.recipients)]
    if meaning.inner is not None:
        parts.append(meaning.inner.predicate.token.span)
    return functools.reduce(Span.hull, parts)


def _without_edges(tokens: list[Token], trigger: Token) -> list[Token]:
    """Without the marks at either end."""
    kept = [token for token in tokens if token.pos != "PUNCT"] or [trigger]
    return [token for token in tokens if kept[0].i <= token.i <= kept[-1].i]


def _arguments(mentions: Iterable[Mention]) -> tuple[Argument, ...]:
    return tuple(Argument(mention.actor, mention.span) for mention in mentions)


def _notice(refusal: Refusal) -> Notice:
    predicate: Predicate = refusal.predicate
    return Notice("refused", f"{predicate.pattern.frame.id}: {refusal.why_not}", predicate.token.span)


def without_doubles(events: Iterable[Event]) -> list[Event]:
    """Without events that an earlier one of the same sentence and type tells as well: same parties, same status."""
    kept: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = (event.type, event.status, event.start, _ids(event.actors), _ids(event.recipients))
        kept.setdefault(key, event)
    return list(kept.values())


def _ids(arguments: Iterable[Argument]) -> tuple[str, ...]:
    return tuple(sorted({argument.actor for argument in arguments}))


def _place(event: Event) -> tuple[int, str]:
    return event.trigger.start, event.id
