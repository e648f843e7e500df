"""What reports of one happening tell differently, each version with who says so.

Numbers and doers are compared among reports that tell it as done. A denial disagrees only once the act's first day has
come: what was called off before that, and done all the same, has a history instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ledger.happenings.report import is_unnamed
from sayso.lexicon.happenings import happening_words
from sayso.records.wording import listing
from sayso.views.happening_answers import Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.views.told_reports import ToldReport

_NUMBERS = ("dead", "injured", "arrested", "size")


def disagreements(reports: Sequence[ToldReport], *, first: str | None) -> tuple[Version, ...]:
    """The versions of all that sources disagree on, those of one thing together; a source tells each once.

    Args:
        reports: without those that speak of it as done before its day.
        first: its first day, if reports tell one.
    """
    done = [told for told in reports if told.done]
    found = (*_of_numbers(done), *_of_doers(done), *_of_done(reports, done, first))
    once = {(version.about, version.value, _source(version)): version for version in reversed(found)}
    sources: dict[str, set[object]] = {}
    for about, _, source in once:
        sources.setdefault(about, set()).add(source)
    return tuple(version for version in reversed(once.values()) if len(sources[version.about]) > 1)


def _source(version: Version) -> object:
    """Who says it where: one source may put a thing in two ways."""
    return (version.document.id, version.chain)


def _of_numbers(done: Sequence[ToldReport]) -> Iterator[Version]:
    for about in _NUMBERS:
        told = [(getattr(one.event, about), one) for one in done if getattr(one.event, about) is not None]
        if len({value for value, _ in told}) > 1:
            yield from (_version(about, value, one) for value, one in told)


def _of_doers(done: Sequence[ToldReport]) -> Iterator[Version]:
    """Who did it: two lists of which neither holds the other. A group that is only described may be any of them."""
    named = [one for one in done if one.report.actors and not any(map(is_unnamed, one.report.actors))]
    if any(one.report.act in happening_words().mutual for one in named):
        return
    lists = {one.report.actors for one in named}
    if any(not (a <= b or b <= a) for a in lists for b in lists):
        yield from (_version("actors", listing(actor.name for actor in one.event.actors), one) for one in named)


def _of_done(reports: Sequence[ToldReport], done: Sequence[ToldReport], first: str | None) -> Iterator[Version]:
    """Told as done, and denied by one who could have known better."""
    published = (one.event.document.published for one in done)
    day = first or min(filter(None, published), default=None)
    denials = [one for one in reports if one.report.status == "denied" and _is_late(one, day)]
    if done and denials:
        yield from (_version("done", one.report.status, one) for one in (*done, *denials))


def _is_late(denial: ToldReport, first: str | None) -> bool:
    """Whether it was denied on the act's first day or later: by its own day where the denial is an act of its own.

    A publication of which only the month or year is known is late if any of its days may be.
    """
    if not denial.report.done:
        told = denial.event.from_
        return told is not None and first is not None and told >= first
    published = denial.event.document.published
    return published is None or first is None or published >= first[: len(published)]


def _version(about: str, value: int | str, told: ToldReport) -> Version:
    event = told.event
    said = (event.id, told.outlet, event.chain, event.words, event.start, event.end, event.document)
    return Version(about, value, *said)
