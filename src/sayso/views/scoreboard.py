"""The scoreboard: of what each source announced, how much came true, and how late."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import median
from typing import TYPE_CHECKING, Any

from sayso.errors import MissingInput
from sayso.ledger.outcomes import OUTCOMES
from sayso.views.answers import ScoreAnswer
from sayso.views.expectations import expectations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.ledger import Ledger
    from sayso.views.answers import ExpectationAnswer

# (voice, the source's name in lower case): sources that are called alike are one.
type _Source = tuple[str, str]
# Announcements of one happening for the same days, or a report that belongs to none.
type _Key = tuple[str, str | None, str | None]


def scoreboard(
    ledger: Ledger,
    *,
    since: str | None = None,
    until: str | None = None,
    on: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> list[ScoreAnswer]:
    """What each source announced that could be checked, and what became of it; who announced most comes first.

    What is told as possible is no announcement.

    Args:
        ledger: what is asked.
        since: day, month or year before which the window does not end.
        until: day, month or year in which the window begins at the latest.
        on: day, month or year; what was published later is unknown. That of ``as_of`` or today, if None.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none.
    """
    sources: dict[_Source, list[ExpectationAnswer]] = defaultdict(list)
    for answer in _announced(ledger, since=since, until=until, on=on, as_of=as_of, raw=raw):
        voice, name = source_of(answer)
        sources[voice, (name or "").casefold()].append(answer)
    scores = [_score(answers) for answers in sources.values()]
    return sorted(scores, key=lambda score: (-score.announced, -score.reports, score.source or "", score.voice))


def announcements(
    ledger: Ledger,
    source: str,
    *,
    since: str | None = None,
    until: str | None = None,
    on: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> list[ExpectationAnswer]:
    """The rows behind a line of the scoreboard: all reports of what ``source`` announced, by their windows.

    ``source`` is one as the scoreboard names it; the rest is as there.

    Raises:
        MissingInput: if there is none.
        UnreadableInput: if a date is none.
    """
    wanted = " ".join(source.split()).casefold()
    found = [
        answer
        for answer in _announced(ledger, since=since, until=until, on=on, as_of=as_of, raw=raw)
        if (source_of(answer)[1] or "").casefold() == wanted
    ]
    if not found:
        message = f"'{source}' announced nothing that could be checked: 'sayso scoreboard' names who did"
        raise MissingInput(message, where=source)
    return found


def source_of(answer: ExpectationAnswer) -> tuple[str, str | None]:
    """(voice, name): who announced it, the innermost of the chain; else the outlet."""
    chain = answer.event.chain
    name = chain[-1] if chain else answer.outlet
    return "source" if chain else "outlet", " ".join(name.split()) if name else None


def _announced(ledger: Ledger, **asked: Any) -> Iterator[ExpectationAnswer]:
    return (answer for answer in expectations(ledger, **asked) if answer.event.status == "planned")


def _score(answers: list[ExpectationAnswer]) -> ScoreAnswer:
    first = list(_once(answers).values())
    outcomes = Counter(answer.outcome for answer in first)
    late = [answer.late for answer in first if answer.outcome == "met" and answer.late is not None]
    voice, name = source_of(answers[0])
    return ScoreAnswer(
        source=name,
        voice=voice,
        announced=len(first),
        reports=len(answers),
        **{outcome: outcomes[outcome] for outcome in OUTCOMES},
        median_days_late=median(late) if late else None,
        timed=len(late),
    )


def _once(answers: Iterable[ExpectationAnswer]) -> dict[_Key, ExpectationAnswer]:
    """The first announcement of each happening for the same days."""
    found: dict[_Key, ExpectationAnswer] = {}
    for answer in sorted(answers, key=lambda answer: (answer.told, answer.id)):
        found.setdefault((answer.happening or answer.id, answer.from_, answer.to), answer)
    return found
