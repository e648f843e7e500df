"""Verdicts: what people decided about what was read, and what the rows are once that is taken into account.

A verdict is a row that is added and never changed; undoing one is a verdict too. It names its target by ids that follow
from what was read (document and event, or actor), so it holds for every later reading that has the target. All of this
is pure: rows and verdicts in, rows out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

type VerdictKind = Literal["merge", "split", "retype", "reject", "redate", "undo"]
type Row = dict[str, Any]

ACTOR_KINDS: tuple[VerdictKind, ...] = ("merge", "split")
# What a merge or a split tells of the actor that it leads to: columns of ``actors``.
PROFILE = ("name", "kind", "country", "sectors", "office", "basis")


@dataclass(frozen=True, slots=True)
class Verdict:
    """At ``moment``, ``author`` decided this of ``target``, because of ``reason``.

    Attributes:
        verdict: its number in the ledger, from 1 on, in the order in which they were given.
        moment: when it was given, in UTC (ISO 8601, to the second).
        document: the hash of the document that the target stands in; None for an actor in all documents, and an undo.
        target: the id of an event or an actor; None for an undo.
        payload: what is decided, by kind: ``{"type", "mode"}`` of a retype; ``{"from", "to", "precision"}``, half-open
            days, of a redate; ``{"into", "as"}`` of a merge and ``{"into", "as", "documents"}`` of a split, the id, the
            PROFILE of the actor that it leads to, and hashes; ``{}`` of a reject and an undo.
        undoes: the number of the verdict that an undo takes back.
    """

    verdict: int
    moment: str
    author: str
    reason: str
    kind: VerdictKind
    document: str | None = None
    target: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None


def undone_by(verdicts: Iterable[Verdict]) -> dict[int, int]:
    """The number of each verdict that is undone → that of the undo; an undo that is undone undoes nothing."""
    by: dict[int, int] = {}
    for verdict in sorted(verdicts, key=lambda verdict: -verdict.verdict):
        if verdict.undoes is not None and verdict.verdict not in by:
            by[verdict.undoes] = verdict.verdict
    return by


def standing(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts that are not undone, undoes left out, in their order."""
    given = sorted(verdicts, key=lambda verdict: verdict.verdict)
    undone = undone_by(given)
    return tuple(verdict for verdict in given if verdict.kind != "undo" and verdict.verdict not in undone)


def corrected(table: str, rows: Iterable[Row], verdicts: Iterable[Verdict]) -> Iterator[Row]:
    """The rows of ``events`` or ``actors`` as the verdicts have them: new rows, in the same order.

    Args:
        table: ``events`` or ``actors``.
        rows: the table's columns, and ``document``, the hash of the document (None: any other than those of splits).
        verdicts: all that are taken into account, undone ones included.

    Yields:
        Each row with ``verdicts``, the numbers of those that bear on it, and ``rejected``.
    """
    held = standing(verdicts)
    mend = _EventMender(held).mended if table == "events" else Identities(held).mended
    return (mend(row) for row in rows)


class _EventMender:
    """Applies retypes, redates and rejections; of two on one event, the later is applied later."""

    def __init__(self, held: Sequence[Verdict]) -> None:
        self._of: dict[tuple[str | None, str | None], list[Verdict]] = {}
        for verdict in held:
            if verdict.kind in _MEND_EVENT:
                self._of.setdefault((verdict.document, verdict.target), []).append(verdict)

    def mended(self, row: Row) -> Row:
        made = {**row, "verdicts": (), "rejected": False, "redated": False}
        for verdict in self._of.get((row["document"], row["id"]), ()):
            made = {**made, **_MEND_EVENT[verdict.kind](made, verdict.payload)}
            made["verdicts"] = (*made["verdicts"], verdict.verdict)
        return made


def _retyped(row: Row, payload: Mapping[str, Any]) -> Row:
    """Quad, intensity and CAMEO root follow from the type; so does the act, where it was the type."""
    type_, mode, book = payload["type"], payload["mode"], codebook()
    return {
        "type": type_,
        "mode": mode,
        "act": type_ if row["act"] == row["type"] else row["act"],
        "quad": book.quad(type_),
        "intensity": book.intensity(type_, mode),
        "cameo": book.cameo(type_, mode),
    }


def _redated(_: Row, payload: Mapping[str, Any]) -> Row:
    days = {"from_day": payload["from"], "to_day": payload["to"], "precision": payload["precision"]}
    return {**days, "redated": True}


def _rejected(_: Row, __: Mapping[str, Any]) -> Row:
    return {"rejected": True}


_MEND_EVENT = {"retype": _retyped, "redate": _redated, "reject": _rejected}


@dataclass(frozen=True, slots=True)
class _Step:
    """``verdict`` leads from one actor ``into`` another."""

    into: str
    verdict: int


class Identities:
    """Who an actor is after merges and splits.

    Attributes:
        profiles: the id of an actor that a verdict leads to → its PROFILE, as the latest tells it.
        split: hashes of the documents in which an actor is someone else.
        sources: ids of actors that a verdict leads away from, in whatever document.
    """

    def __init__(self, held: Iterable[Verdict]) -> None:
        moves = [verdict for verdict in held if verdict.kind in ACTOR_KINDS]
        self.profiles: dict[str, Mapping[str, Any]] = {move.payload["into"]: move.payload["as"] for move in moves}
        self.split = frozenset(document for move in moves for document in move.payload.get("documents", ()))
        self._steps = {document: _steps(moves, document) for document in (None, *self.split)}
        self.sources = frozenset(source for steps in self._steps.values() for source in steps)

    def who(self, document: str | None, actor: str) -> tuple[str, tuple[int, ...]]:
        """(the id of the actor that this one is in the document, the verdicts that say so)."""
        path = _path(self._steps.get(document, self._steps[None]), actor)
        return path[-1].into if path else actor, tuple(step.verdict for step in path)

    def mended(self, row: Row) -> Row:
        """The row of an actor with the id and profile of the one that it is."""
        actor, verdicts = self.who(row["document"], row["id"])
        profile = self.profiles[actor] if verdicts else {}
        return {**row, **profile, "id": actor, "verdicts": verdicts, "rejected": False}


def _steps(moves: Iterable[Verdict], document: str | None) -> dict[str, _Step]:
    """Actor → the step that leads away from it in the document; None is any document without a split.

    A later verdict goes before an earlier one that leads the other way round, so that every path ends.
    """
    steps: dict[str, _Step] = {}
    for move in moves:
        source, into = str(move.target), str(move.payload["into"])
        if document in move.payload.get("documents", (document,)):
            if source in (step.into for step in _path(steps, into)):
                del steps[into]
            steps[source] = _Step(into, move.verdict)
    return steps


def _path(steps: Mapping[str, _Step], actor: str) -> list[_Step]:
    path: list[_Step] = []
    while step := steps.get(actor):
        path.append(step)
        actor = step.into
    return path


type State = Literal["in force", "dormant", "undone"]


def states(verdicts: Sequence[Verdict], found: Collection[tuple[str | None, str | None]]) -> dict[int, State]:
    """The number of each verdict → how it stands; a dormant one is kept, but no reading that holds has its target.

    Args:
        verdicts: all of them.
        found: (document, target) of those whose target is in a reading that holds now.
    """
    undone = undone_by(verdicts)
    return {verdict.verdict: _state(verdict, undone, found) for verdict in verdicts}


def _state(verdict: Verdict, undone: Container[int], found: Collection[tuple[str | None, str | None]]) -> State:
    if verdict.verdict in undone:
        return "undone"
    there = verdict.kind == "undo" or (verdict.document, verdict.target) in found
    return "in force" if there else "dormant"
