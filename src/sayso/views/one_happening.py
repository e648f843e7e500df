"""One happening, made of its reports: who, when, where, how it was told over time, and what is in dispute."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from sayso.lexicon.happenings import happening_words
from sayso.views.disagreements import disagreements
from sayso.views.happening_answers import HappeningAnswer, Member, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.views.answers import Party
    from sayso.views.told_reports import ToldReport

type Days = tuple[str | None, str | None]

_UNTOLD: Days = (None, None)
# From the least decided status to the most.
_ORDER = ("hypothetical", "possible", "planned", "denied", "ongoing", "actual")


def happening_of(
    name: str, reports: Sequence[ToldReport], *, outlets: int, verdicts: Iterable[int] = ()
) -> HappeningAnswer:
    """The happening of this id that these reports, by publication, tell; at least one.

    ``verdicts`` are those that bear on which reports it has.
    """
    day = narrowest(told.days for told in reports if told.done)[0]
    timely = [told for told in reports if not _is_early(told, day)]
    telling = _telling(timely)
    steps = _history(timely)
    together = telling[0].report.act in happening_words().mutual
    actors = [party for told in telling for party in told.event.actors]
    recipients = [party for told in telling for party in told.event.recipients]
    doers = _members([*actors, *recipients] if together else actors)
    from_, to = (
        narrowest(told.days for told in telling)
        if telling[0].done
        else next((t.days for t in reversed(telling) if t.days != _UNTOLD), _UNTOLD)
    )
    place, country = _most_told((told.event.place, told.event.place_country) for told in telling)
    return HappeningAnswer(
        id=name,
        act=telling[0].report.act,
        mode=_most_told((told.report.mode,) for told in telling)[0],
        status=_status(telling) or steps[-1].status,
        actors=doers,
        recipients=() if together else tuple(m for m in _members(recipients) if m not in doers),
        from_=from_,
        to=to,
        reported=min((day for told in telling if (day := told.event.document.published)), default=None),
        place=place,
        place_country=country,
        history=steps,
        reports=len(reports),
        outlets=outlets,
        documents=len({told.document for told in reports}),
        disagreements=disagreements(timely, first=day),
        verdicts=tuple(sorted({*verdicts, *(number for told in reports for number in told.event.verdicts)})),
    )


def is_before(published: str | None, day: str | None) -> bool:
    """Whether what was published then, a day, month or year, was so before ``day``; False if either is unknown."""
    return published is not None and day is not None and published < day[: len(published)]


def _is_early(told: ToldReport, day: str | None) -> bool:
    """Whether it speaks of it as done though it was published before the day of it."""
    return told.done and told.days == _UNTOLD and is_before(told.event.document.published, day)


def _status(telling: Sequence[ToldReport]) -> str | None:
    """How it stands, if it is told as done."""
    done = {told.report.status for told in telling if told.done}
    return next((status for status in reversed(_ORDER) if status in done), None)


def _telling(reports: Sequence[ToldReport]) -> Sequence[ToldReport]:
    """The reports that tell it as done; else those that tell it itself, not another act about it; else all."""
    for some in ([r for r in reports if r.done], [r for r in reports if r.report.done]):
        if some:
            return some
    return reports


def narrowest(told: Iterable[Days]) -> Days:
    """Of the days that reports tell, the most exact: of these the most told, of these the first."""
    counts = Counter(days for days in told if days != _UNTOLD)
    return min(counts, key=lambda days: (_width(days), -counts[days], days[0] or "", days[1] or ""), default=_UNTOLD)


def _width(days: Days) -> float:
    first, after = days
    return (date.fromisoformat(after) - date.fromisoformat(first)).days if first and after else float("inf")


def _history(reports: Iterable[ToldReport]) -> tuple[Step, ...]:
    """Runs of days on which it was told alike, each day by its most decided status."""
    days = [
        (max((told.report.status for told in some), key=_ORDER.index), published, some)
        for published, together in groupby(reports, key=lambda told: told.event.document.published)
        if (some := list(together))
    ]
    steps = []
    for status, together_ in groupby(days, key=lambda day: day[0]):
        run = list(together_)
        number = sum(told.report.status == status for _, _, some in run for told in some)
        steps.append(Step(status, run[0][1], number))
    return tuple(steps)


def _members(parties: Iterable[Party]) -> tuple[Member, ...]:
    """Each who takes part once: people of one country are one party, called as most reports call it."""
    names: dict[str, Counter[Member]] = {}
    for party in parties:
        called = names.setdefault(party.country or party.name.lower(), Counter())
        called[Member(party.name, party.country)] += 1
    return tuple(min(c, key=lambda m: (-c[m], m.name)) for c in names.values())


def _most_told[Told: tuple[str | None, ...]](told: Iterable[Told]) -> Told:
    """What most reports tell, if any tells something; of as many the first by letter."""
    counts = Counter(told)
    return min(counts, key=lambda value: (value[0] is None, -counts[value], str(value)))
