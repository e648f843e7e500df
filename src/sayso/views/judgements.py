"""Judgements: the verdicts of a ledger, how each stands, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.ledger.identity import document_hash
from sayso.ledger.judging import states_now, verdicts_given
from sayso.ledger.periods import end_of, start_of
from sayso.ledger.verdicts import Identities, standing
from sayso.records.wording import clean, days_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import State, Verdict
    from sayso.records import Reading


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and how it ``state``s: in force, undone, or dormant where no reading that holds has its target.

    The other fields are those of ``ledger.verdicts.Verdict``.
    """

    verdict: int
    moment: str
    author: str
    reason: str
    kind: str
    document: str | None
    target: str | None
    payload: Mapping[str, Any]
    undoes: int | None
    state: State


def judgements(ledger: Ledger, *, as_of: str | None = None) -> list[Judgement]:
    """All verdicts that were given by the end of a day, or by a moment (UTC), in their order; None for all.

    Raises:
        UnreadableInput: if ``as_of`` is no such time.
    """
    with ledger.reading_from() as connection:
        given = verdicts_given(connection, before=end_of(as_of) if as_of else None)
        state = states_now(connection, given)
    return [_judgement(verdict, state[verdict.verdict]) for verdict in given]


def judgements_since(ledger: Ledger, since: str, *, as_of: str | None = None) -> list[Judgement]:
    """The verdicts that were given on the day, month or year ``since`` or at that moment (UTC), or later.

    Raises:
        UnreadableInput: if ``since`` or ``as_of`` is no such time.
    """
    start = start_of(since)
    return [judgement for judgement in judgements(ledger, as_of=as_of) if judgement.moment >= start]


def judgements_on(ledger: Ledger, reading: Reading, *, as_of: str | None = None) -> list[Judgement]:
    """The verdicts that bear on an event or an actor of this reading, in their order; none that is undone.

    Raises:
        UnreadableInput: if ``as_of`` is no such time.
    """
    with ledger.reading_from() as connection:
        held = standing(verdicts_given(connection, before=end_of(as_of) if as_of else None))
    document, identities = document_hash(reading.document), Identities(held)
    numbers = {number for actor in reading.actors for number in identities.who(document, actor.id)[1]}
    targets = {(document, event.id) for event in reading.events}
    bearing = (
        verdict for verdict in held if verdict.verdict in numbers or (verdict.document, verdict.target) in targets
    )
    return [_judgement(verdict, "in force") for verdict in bearing]


def _judgement(verdict: Verdict, state: State) -> Judgement:
    names = Judgement.__slots__[:-1]
    return Judgement(**{name: getattr(verdict, name) for name in names}, state=state)


def decision_words(given: Verdict | Judgement) -> str:
    """What was decided: ``e-1f… is of type CONSULT/visit``."""
    return f"{_WORDS[given.kind](given)}"


def _merged(given: Verdict | Judgement) -> str:
    return f"{given.target} is {clean(given.payload['as']['name'])}, {given.payload['into']}"


def _split(given: Verdict | Judgement) -> str:
    number = len(given.payload["documents"])
    return f"{_merged(given)}, in {number:,} document{'' if number == 1 else 's'}"


def _retyped(given: Verdict | Judgement) -> str:
    mode = given.payload["mode"]
    return f"{given.target} is of type {given.payload['type']}" + (f"/{mode}" if mode else "")


def _redated(given: Verdict | Judgement) -> str:
    return f"{given.target} happened {days_words(given.payload['from'], given.payload['to'])}"


def _rejected(given: Verdict | Judgement) -> str:
    return f"{given.target} is not told by the text"


def _undone(given: Verdict | Judgement) -> str:
    return f"verdict {given.undoes} does not hold"


_WORDS = {
    "merge": _merged,
    "split": _split,
    "retype": _retyped,
    "redate": _redated,
    "reject": _rejected,
    "undo": _undone,
}
