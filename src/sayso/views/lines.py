"""Answers as lines for a terminal."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from sayso.ledger.outcomes import OUTCOMES
from sayso.records.wording import clean, days_words, listing, published_words
from sayso.views.judgements import decision_words
from sayso.views.outcome_words import history_words
from sayso.views.tallies import counted
from sayso.views.tree import QUAD_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from sayso.views.answers import (
        EventAnswer,
        ExpectationAnswer,
        Party,
        ScoreAnswer,
        SearchAnswer,
        StanceAnswer,
        StatementAnswer,
        StepAnswer,
        Told,
    )
    from sayso.views.cited import Certainties, Manners, Relay, SourceAnswer
    from sayso.views.judgements import Judgement

# What an answer's words may take: about three lines at 80 columns.
_MOST_WORDS = 220
_INDENT = (0, 0, 0, 2)
OUTCOME_STYLES = {"met": "green", "cancelled": "red", "missed": "red", "refused": "dim"}
# So many of the reports that decided an outcome are shown.
_MOST_EVIDENCE = 2
# So many of those who pass a source on are named; about two lines.
_MOST_RELAYS = 5


def event_line(answer: EventAnswer) -> RenderableType:
    """When, what, who and to whom; where; on whose say-so; the words; where they stand."""
    what = answer.type if answer.mode is None else f"{answer.type} {answer.mode}"
    head = Text.assemble(
        (_days(answer), "bold"), "  ", (what, QUAD_STYLES.get(answer.quad, "bold")), "  ", _parties(answer.actors)
    )
    if answer.recipients:
        head.append(f" → {_parties(answer.recipients)}")
    if answer.status != "actual":
        head.append(f"  [{answer.status}]", "yellow")
    facts = [clean(answer.place or ""), _numbers(answer)]
    told = [" · ".join(filter(None, facts)), _chain(answer.chain), verdict_words(answer.verdicts)]
    return _block(head, told, answer.words, answer.document, answer.id)


def _days(answer: EventAnswer) -> str:
    told = days_words(answer.from_, answer.to)
    return told or f"reported {published_words(answer.document.published) or 'on an unknown day'}"


def _parties(parties: Iterable[Party]) -> str:
    return listing(clean(party.name) + (f" ({party.country})" if party.country else "") for party in parties)


def _numbers(answer: EventAnswer) -> str:
    counts = {"dead": answer.dead, "injured": answer.injured, "arrested": answer.arrested, "in number": answer.size}
    return ", ".join(f"{number:,} {name}" for name, number in counts.items() if number is not None)


def _chain(names: Sequence[str]) -> str:
    return f"according to {' ← '.join(map(clean, names))}" if names else ""


def verdict_words(numbers: Sequence[int]) -> str:
    """The mark of an answer that is other than what was read."""
    if not numbers:
        return ""
    return f"corrected by verdict{'s' if len(numbers) > 1 else ''} {listing(map(str, numbers))}"


def _block(head: Text, facts: Iterable[str], words: str, document: Told, *ids: str) -> RenderableType:
    lines = [Text(fact) for fact in facts if fact]
    lines.append(Text(f"“{short(words)}”", "italic"))
    lines.append(Text(source_words(document, *ids), "dim"))
    body = Text("\n").join(lines)
    return _Lines(head, Padding(body, _INDENT, expand=False))


@dataclasses.dataclass(frozen=True, slots=True)
class _Lines:
    """Several things one below the other."""

    head: Text
    body: Padding

    def __rich_console__(self, *_: object) -> Iterable[RenderableType]:
        yield self.head
        yield self.body


def short(words: str) -> str:
    """The words on one line, cut after some 220 characters."""
    told = " ".join(clean(words).split())
    return told if len(told) <= _MOST_WORDS else told[: _MOST_WORDS - 1].rstrip() + "…"


def source_words(document: Told, *ids: str) -> str:
    """The document's outlet, title, day and id, and what else is to be named."""
    facts = (document.outlet, document.title, published_words(document.published), document.id, *ids)
    return " · ".join(clean(fact) for fact in facts if fact)


def statement_line(answer: StatementAnswer) -> RenderableType:
    """The chain, how it is told, the words, and what they are positions on."""
    names = [clean(link.name) + (f" ({link.country})" if link.country else "") for link in answer.chain]
    certainty = answer.chain[-1].certainty if answer.chain else "asserts"
    head = Text.assemble(
        (" ← ".join(names) or "no source is named", "bold"), (f"  {certainty}, {answer.manner}", "dim")
    )
    stances = [f"{clean(p.name or 'somebody')} {p.stance} “{short(p.words)}”" for p in answer.positions]
    return _block(head, [*stances, verdict_words(answer.verdicts)], answer.words, answer.document)


def stance_line(answer: StanceAnswer) -> RenderableType:
    """The day of publication, who stands how; on whose say-so; to what; where it stands."""
    day = published_words(answer.document.published) or "on an unknown day"
    who = clean(answer.name or "somebody") + (f" ({answer.country})" if answer.country else "")
    head = Text.assemble((day, "bold"), "  ", who, "  ", (answer.stance, "bold"))
    told = [_chain([link.name for link in answer.chain]), verdict_words(answer.verdicts)]
    return _block(head, told, answer.words, answer.document)


def source_line(answer: SourceAnswer) -> RenderableType:
    """Who is cited and how often; how it is told; by whom it is passed on; when."""
    name = clean(answer.name) + (f" ({answer.country})" if answer.country else "")
    where = f" in {counted(answer.documents, 'document')}"
    outlets = f" of {counted(answer.outlets, 'outlet')}" if answer.outlets else ""
    head = Text.assemble((name, "bold"), f"  {counted(answer.statements, 'statement')}{where}{outlets}")
    told = " · ".join(filter(None, (_numbers_of(answer.manners), _numbers_of(answer.certainties))))
    days = dict.fromkeys(published_words(day) for day in (answer.first, answer.last))
    facts = (told, _relays(answer.relays), " – ".join(filter(None, days)), verdict_words(answer.verdicts))
    return _Lines(head, Padding(Text("\n".join(filter(None, facts)), "dim"), _INDENT, expand=False))


def _numbers_of(counts: Manners | Certainties) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in dataclasses.asdict(counts).items() if number)


def _relays(relays: Sequence[Relay]) -> str:
    """By whom it is passed on: the most frequent."""
    if not relays:
        return ""
    shown = [f"{clean(relay.name)} ({relay.statements:,})" for relay in relays[:_MOST_RELAYS]]
    others = len(relays) - len(shown)
    return f"passed on by {', '.join(shown)}" + (f" and {counted(others, 'other')}" if others else "")


def expectation_line(answer: ExpectationAnswer) -> RenderableType:
    """When it is to come, what, and what became of it: why, by which turns, told in which words."""
    window = days_words(answer.from_, answer.to) or "no day is told"
    event = answer.event
    head = Text.assemble((window, "bold"), "  ", (event.act, QUAD_STYLES.get(event.quad, "bold")), "  ")
    head.append(_parties(event.actors))
    if event.recipients:
        head.append(f" → {_parties(event.recipients)}")
    head.append(f"  [{answer.outcome}]", OUTCOME_STYLES.get(answer.outcome, "yellow"))
    history = history_words(answer.told, answer.history) if answer.history else ""
    facts = [
        f"{answer.outcome}: {answer.reason}",
        history if len(answer.history) > 1 else "",
        *_evidence(answer.evidence),
    ]
    return _block(
        head, [*facts, _chain(event.chain), verdict_words(event.verdicts)], event.words, event.document, event.id
    )


def _evidence(steps: Sequence[StepAnswer]) -> Iterable[str]:
    """The first reports that decided it, one of a document, as the next say much the same; and how many others did."""
    firsts: dict[str, StepAnswer] = {}
    for step in steps:
        firsts.setdefault(step.document.id, step)
    shown = list(firsts.values())[:_MOST_EVIDENCE]
    yield from (f"evidence: “{short(step.words)}” {source_words(step.document)}" for step in shown)
    if others := len(steps) - len(shown):
        yield f"and {counted(others, 'other report')}"


def score_line(answer: ScoreAnswer) -> RenderableType:
    """Who announced how much, what became of it, and how late that was."""
    name = clean(answer.source or "nobody who is named")
    head = Text.assemble((name, "bold"), f"  {counted(answer.announced, 'announcement')}")
    head.append(f" in {counted(answer.reports, 'report')}" + ("" if answer.voice == "source" else ", in its own voice"))
    counts = [f"{getattr(answer, outcome):,} {outcome}" for outcome in OUTCOMES if getattr(answer, outcome)]
    late = answer.median_days_late
    days = "day" if late == 1 else "days"
    median = f"median {late:g} {days} late, of {answer.timed:,}" if late is not None else ""
    return _Lines(head, Padding(Text(" · ".join(filter(None, (", ".join(counts), median)))), _INDENT, expand=False))


def search_line(answer: SearchAnswer) -> RenderableType:
    """The document, what was read from it, and the words around what was found."""
    document = answer.document
    head = Text(clean(document.title or document.id), "bold")
    return _block(head, [f"{answer.events:,} events, {answer.statements:,} statements"], answer.words, document)


def judgement_line(judgement: Judgement) -> RenderableType:
    """The number and what was decided; how it stands; who, when and why."""
    style = "bold" if judgement.state == "in force" else "dim"
    head = Text.assemble((f"{judgement.verdict}", style), "  ", (decision_words(judgement), style))
    head.append(f"  [{judgement.state}]", "yellow") if judgement.state != "in force" else None
    facts = (f"{judgement.moment} · {clean(judgement.author)}", clean(judgement.reason))
    return _Lines(head, Padding(Text("\n".join(facts), "dim"), _INDENT, expand=False))


def judgement_lines(given: Sequence[Judgement]) -> Iterable[RenderableType]:
    """The verdicts that bear on a reading, which is shown as it was read."""
    if given:
        yield Text("verdicts on this, which is shown as it was read:", "yellow")
    yield from map(judgement_line, given)


def story_line(documents: Sequence[tuple[str, str]]) -> RenderableType:
    """The documents of one story: the day of publication, "" if it is unknown, and the title of each."""
    told = (" · ".join(filter(None, (published_words(day or None), clean(title)))) for day, title in documents)
    return _Lines(
        Text(counted(len(documents), "document"), "bold"), Padding(Text("\n".join(told)), _INDENT, expand=False)
    )
