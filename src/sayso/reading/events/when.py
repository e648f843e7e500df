"""When an event happened: by the expression that governs it, or by another event that the text places it by.

The publication date is never a default: an event whose text tells no time has none.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sayso.lexicon.times import time_lexicon
from sayso.reading.calendar import length_of, period
from sayso.reading.clauses import VERBAL
from sayso.reading.events.attachment import ACT, Hosts, is_occasion, rungs
from sayso.reading.events.carriers import Dated, by_lemma, certainty_of, dated_words
from sayso.reading.events.expressions import BEFORE_NOUN, timed_words
from sayso.reading.events.moments import moments_of, moved
from sayso.reading.events.offsets import DAYS_OF, offsets_in
from sayso.reading.events.scene import shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.calendar import Period
    from sayso.reading.draft import Draft
    from sayso.reading.events.expressions import Expression
    from sayso.reading.events.moments import Moment
    from sayso.reading.events.offsets import Offset
    from sayso.reading.events.scene import Share
    from sayso.reading.syntax import Token
    from sayso.records import EventTime

# So many words are climbed or looked through, so many sentences back a day is still what the story is at.
_MOST_HOPS = 8


class Clock:
    """The times of one document, by the words that they hang on."""

    def __init__(self, draft: Draft, expressions: Sequence[Expression]) -> None:
        self._tokens = draft.parse.tokens
        self._published = draft.document.published
        timed = timed_words(expressions)
        moments = list(moments_of(draft, expressions))
        self._dated: dict[int, list[Dated]] = {}
        self._carriers: dict[int, Token] = {}
        self._of_clauses: set[int] = set()
        for moment in moments:
            for rung in dated_words(self._tokens, moment.first, timed):
                self._dated.setdefault(rung.token.i, []).append(Dated(moment, rung.links))
                self._carriers[moment.first.number] = rung.token
                if rung.token.pos in VERBAL and ACT not in rung.links:
                    self._of_clauses.add(moment.first.number)
        self._nouns = by_lemma(self._tokens, self._dated)
        self._stays = dict(_stays(expressions))
        self._days: dict[int, EventTime | None] = {}
        self._resolve(moments)
        offsets = list(offsets_in(self._tokens, expressions, timed))
        self._by_main: dict[int, Offset] = {offset.main.i: offset for offset in reversed(offsets)}
        self._by_other: dict[int, Offset] = {offset.other.i: offset for offset in reversed(offsets)}

    def time_of(self, hosts: Hosts) -> EventTime | None:
        """When the event happened whose words are ``hosts``; None if the text does not tell."""
        found = self._own(hosts.own) or self._on_the_eve(hosts.trigger) or self._placed(hosts.own)
        return self._stretched(found or self._shared(hosts), hosts)

    def _resolve(self, moments: Sequence[Moment]) -> None:
        """Works out the days of each moment, those that are counted from another by that one."""
        last: Moment | None = None
        for moment in moments:
            days = (self._counted(moment, last) or moment.days) if moment.steps is not None else moment.days
            self._days[moment.first.number] = days
            last = moment if _day(days) is not None and self._is_reached(moment.first.number) else last

    def _is_reached(self, number: int) -> bool:
        """Whether the story is at a time: not at one to come of a thing that it tells of, "the vote of May 21"."""
        days = self._days.get(number)
        over = days is not None and bool(self._published) and str(days.from_) <= str(self._published)
        return over or number in self._of_clauses

    def _counted(self, moment: Moment, last: Moment | None) -> EventTime | None:
        """The days of "a week earlier": from the clause that its own belongs to; else from the day named last."""
        assert moment.steps is not None
        unit, steps = moment.steps
        main = _day(self._of_main_clause(moment))
        if main is not None:
            return moved(main, unit, steps, moment.first.number)
        if last is None or unit not in ("day", "week") or not self._is_at(last, moment):
            return None
        before = _day(self._days[last.first.number])
        return moved(before, unit, steps, moment.first.number) if before is not None else None

    def _is_at(self, last: Moment, moment: Moment) -> bool:
        """Whether the story is still at the day that a clause was dated with last."""
        # "Hours later" follows at once on what was told; "a day earlier" may be counted from farther back.
        back = 1 if moment.days is None else _MOST_HOPS
        if last.first.inside[0].sentence + back < moment.first.inside[0].sentence:
            return False
        return moment.base is None or moment.base <= last.first.number or not self._is_reached(moment.base)

    def _of_main_clause(self, moment: Moment) -> EventTime | None:
        """The time of the clause that the one with the moment in it belongs to."""
        carrier = self._carriers.get(moment.first.number)
        if carrier is None or carrier.dep not in ("relcl", "advcl", "acl"):
            return None
        main = next((above for above in islice(carrier.ancestors(), _MOST_HOPS) if above.pos in VERBAL), None)
        for dated in self._dated.get(main.i, ()) if main is not None else ():
            if main is not None and dated.moment.steps is None and certainty_of(dated, main, trigger=True) is not None:
                return dated.moment.days
        return None

    def _own(self, words: Sequence[Token], before: int | None = None) -> EventTime | None:
        """The time that hangs on one of the words, the first of which is the trigger; else on what is done to it.

        Args:
            words: the words.
            before: the index of a word; None, or only what stands before that counts.
        """
        loose: EventTime | None = None
        for word in words:
            for dated in self._dated.get(word.i, ()):
                if before is not None and dated.moment.first.inside[0].i >= before:
                    continue
                certainty = certainty_of(dated, word, trigger=word is words[0])
                found = self._days_of(dated.moment, word) if certainty is not None else None
                if found is not None and certainty == 0:
                    return found
                loose = loose or found
        return loose

    def _days_of(self, moment: Moment, word: Token) -> EventTime | None:
        days = self._days[moment.first.number]
        if days is None:
            return None
        if moment.bound == "since":
            return replace(days, to=self._up_to(word))
        if time_lexicon().bounds.get(moment.bound) == "to" and word.child("neg") is not None:
            return replace(days, from_=moment.first.time.from_)  # "not until Monday"
        return days

    def _up_to(self, verb: Token) -> str | None:
        """The day after the last of what goes on: that of publication; of what had gone on, that of what came then."""
        if not any(child.lower == "had" for child in verb.children if child.dep == "aux"):
            now = period(self._published) if self._published else None
            return now.interval[1] if now is not None and now.unit == "day" and now.interval is not None else None
        for clause in verb.all_children("advcl"):
            if any(child.lower in ("when", "before", "until") for child in clause.children):
                then = self._own([clause])
                return then.to if then is not None else None
        return None

    def _on_the_eve(self, trigger: Token) -> EventTime | None:
        """The day after that of the clause: "on the eve of *meeting* him, she said Sunday"."""
        for here in islice(trigger.ancestors(), _MOST_HOPS):
            if here.lemma == "eve":
                named = _day(self._own([rung.token for rung in rungs(here)] or [here]))
                return moved(named, "day", 1, None) if named is not None else None
        return None

    def _placed(self, words: Sequence[Token]) -> EventTime | None:
        """By another event: one that came so much later or earlier, or on whose eve this one was."""
        for word in words:
            by_other, by_main = self._by_other.get(word.i), self._by_main.get(word.i)
            found = by_other.of_other(self._told(by_other.main)) if by_other is not None else None
            if found is None and by_main is not None:
                found = by_main.of_main(self._told(by_main.other))
            found = found or self._on_day_of(word)
            if found is not None:
                return found
        return None

    def _on_day_of(self, word: Token) -> EventTime | None:
        """As in "raided it on the eve *of the June 2 vote*", "on the day of the vote"."""
        for link in word.all_children("prep")[:_MOST_HOPS]:
            noun = link.child("pobj")
            steps = DAYS_OF.get(noun.lemma) if noun is not None else None
            of = next((c for c in noun.children if c.lower == "of"), None) if noun is not None else None
            other = of.child("pobj") if of is not None else None
            named = _day(self._told(other)) if steps is not None and other is not None else None
            if named is not None and steps is not None:
                return moved(named, "day", steps, None)
        return None

    def _told(self, word: Token) -> EventTime | None:
        """The time of an act or occasion that others are placed by: its own, its clause's, or as it was told before."""
        found = self._own([word])
        if found is not None:
            return found
        if word.pos in VERBAL:
            nouns = [child for child in word.all_children("nsubj", "nsubjpass", "dobj") if is_occasion(child)]
            return self._own(nouns) or self._shared(Hosts((word,)))
        before = self._nouns.get(word.lemma, [])
        at = bisect_left(before, word.i) - 1
        return self._own([self._tokens[before[at]]]) if at >= 0 else None

    def _shared(self, hosts: Hosts) -> EventTime | None:
        """The time of the clauses and occasions that tell it as well."""
        return next((found for share in shares(hosts) if (found := self._of_share(share)) is not None), None)

    def _of_share(self, share: Share) -> EventTime | None:
        found = self._own([share.token], share.before)
        if found is None and share.before is None:
            found = self._on_day_of(share.token)
        return found

    def _stretched(self, found: EventTime | None, hosts: Hosts) -> EventTime | None:
        """All days of a stay of so many, of which one end is told: "began a three-day visit on Monday"."""
        days = next((self._stays[word.i] for word in hosts.words if word.i in self._stays), 1)
        named = _day(found)
        if found is None or named is None or days <= 1:
            return found
        ends = any(word.lemma in time_lexicon().endings for word in hosts.words)
        first, last = (named.shift(1 - days), named) if ends else (named, named.shift(days - 1))
        if first.interval is None or last.interval is None:
            return found
        return replace(found, from_=first.interval[0], to=last.interval[1], precision="range")


def _day(time: EventTime | None) -> Period | None:
    """The day of a time that is told to the day."""
    return period(time.from_) if time is not None and time.precision == "day" and time.from_ else None


def _stays(expressions: Sequence[Expression]) -> Iterator[tuple[int, int]]:
    """(index of the noun, days) of stays of so many days: "a three-day visit"."""
    for expression in expressions:
        length = length_of(expression.time.value) if expression.time.type == "DURATION" else None
        root = expression.root
        if length is not None and length.days and not length.months and root.dep in BEFORE_NOUN:
            yield root.head.i, length.days
