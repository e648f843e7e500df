"""Corrections: what people may decide of what was read. Each is kept as a verdict, with its author and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.errors import MissingInput, SettingError, UnreadableInput
from sayso.ledger.judging import actor_named, document_named, event_named
from sayso.ledger.periods import days_of
from sayso.ledger.verdicts import Verdict, undone_by
from sayso.lexicon.plover import codebook
from sayso.records import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.ledger.store import Ledger
    from sayso.ledger.verdicts import VerdictKind

# Length of the ISO 8601 form → how precise it is.
_PRECISION = {len("YYYY"): "year", len("YYYY-MM"): "month", len("YYYY-MM-DD"): "day"}


def merge(ledger: Ledger, actor: str, into: str, *, author: str, reason: str) -> Verdict:
    """In all documents, ``actor`` is ``into``: ids, beginnings of ids, or names that only one actor has.

    Raises:
        MissingInput: there is no such actor, or the name fits several.
        UnreadableInput: both are the same.
    """
    with ledger.reading_from() as connection:
        (source, _), (target, profile) = (actor_named(connection, name) for name in (actor, into))
    if source == target:
        message = f"'{actor}' and '{into}' are the same actor ({source}): name two"
        raise UnreadableInput(message, where=source)
    return _give(ledger, "merge", (None, source), {"into": target, "as": profile}, author=author, reason=reason)


def split(
    ledger: Ledger,
    actor: str,
    documents: Iterable[str],
    name: str,
    *,
    author: str,
    reason: str,
    country: str | None = None,
    office: str | None = None,
) -> Verdict:
    """In these documents, ``actor`` is someone else: an actor of this ``name``, with an id of its own.

    Kind and sectors stay as they were read; of ``country`` and ``office``, what is None is unknown.

    Raises:
        MissingInput: there is no such actor or document, or a name fits several.
        UnreadableInput: no document is named, or no name is given.
    """
    with ledger.reading_from() as connection:
        source, profile = actor_named(connection, actor)
        hashes = sorted({document_named(connection, document) for document in documents})
    if not hashes or not name.strip():
        message = "a split needs the documents in which the actor is someone else, and who that is: --in and --as"
        raise UnreadableInput(message, where=source)
    made = {**profile, "name": name.strip(), "country": country, "office": office}
    payload = {"into": content_id("a", "split", source, name.strip(), hashes), "as": made, "documents": hashes}
    return _give(ledger, "split", (None, source), payload, author=author, reason=reason)


def retype(ledger: Ledger, event: str, type_: str, *, author: str, reason: str, document: str | None = None) -> Verdict:
    """The event is of another PLOVER type, ``CONSULT`` or with its mode ``CONSULT/visit``.

    Raises:
        MissingInput: there is no such event, or the id fits several.
        UnreadableInput: PLOVER has no such type, or the type no such mode.
    """
    name, _, mode = type_.strip().partition("/")
    types = codebook().types
    kind = types.get(name.upper())
    if kind is None or (mode and mode.lower() not in kind.modes):
        known = ", ".join(kind.modes) or "none" if kind else ", ".join(types)
        trouble = f"{kind.name} has no mode '{mode}': its modes are" if kind else f"PLOVER has no type '{name}': it has"
        message = f"{trouble} {known}"
        raise UnreadableInput(message, where=type_)
    payload = {"type": kind.name, "mode": mode.lower() or None}
    return _give(ledger, "retype", _event(ledger, event, document), payload, author=author, reason=reason)


def reject(ledger: Ledger, event: str, *, author: str, reason: str, document: str | None = None) -> Verdict:
    """The text does not tell this event.

    Raises:
        MissingInput: there is no such event, or the id fits several.
    """
    return _give(ledger, "reject", _event(ledger, event, document), {}, author=author, reason=reason)


def redate(
    ledger: Ledger,
    event: str,
    first: str,
    last: str | None = None,
    *,
    author: str,
    reason: str,
    document: str | None = None,
) -> Verdict:
    """The event happened from the day, month or year ``first`` to the end of ``last``; in ``first``, if that is None.

    Raises:
        MissingInput: there is no such event, or the id fits several.
        UnreadableInput: a date is none, or ``last`` ends before ``first`` begins.
    """
    begins, ends = (days_of(told.strip()) for told in (first, last or first))
    if begins is None or ends is None or ends[1] <= begins[0]:
        message = f"'{first}' to '{last or first}' are no days: give YYYY-MM-DD, YYYY-MM or YYYY, the earlier one first"
        raise UnreadableInput(message, where=first)
    precision = "range" if last and last.strip() != first.strip() else _PRECISION[len(first.strip())]
    payload = {"from": begins[0], "to": ends[1], "precision": precision}
    return _give(ledger, "redate", _event(ledger, event, document), payload, author=author, reason=reason)


def undo(ledger: Ledger, verdict: int, *, author: str, reason: str) -> Verdict:
    """The verdict of this number holds no longer; undoing an undo puts back what it took away.

    Raises:
        MissingInput: there is no such verdict.
        UnreadableInput: it is undone already.
    """
    given = ledger.verdicts()
    if verdict not in {each.verdict for each in given}:
        message = f"the ledger has no verdict {verdict}: 'sayso correct list' tells them"
        raise MissingInput(message, where=str(verdict))
    if by := undone_by(given).get(verdict):
        message = f"verdict {verdict} is undone already, by verdict {by}: undo that one to put it back"
        raise UnreadableInput(message, where=str(verdict))
    return _give(ledger, "undo", (None, None), {}, author=author, reason=reason, undoes=verdict)


def _event(ledger: Ledger, event: str, document: str | None) -> tuple[str, str]:
    with ledger.reading_from() as connection:
        return event_named(connection, event, document=document_named(connection, document) if document else None)


def _give(
    ledger: Ledger,
    kind: VerdictKind,
    target: tuple[str | None, str | None],
    payload: Mapping[str, Any],
    *,
    author: str,
    reason: str,
    undoes: int | None = None,
) -> Verdict:
    if not author.strip():
        message = "nobody is named who gives this verdict: say --author 'Your Name', or set SAYSO_AUTHOR once for all"
        raise SettingError(message, where="SAYSO_AUTHOR")
    if not reason.strip():
        message = "a verdict needs its reason, for those who read it later: say --reason '…'"
        raise UnreadableInput(message)
    document, name = target
    return ledger.give(
        Verdict(0, "", author.strip(), reason.strip(), kind, document, name, payload=payload, undoes=undoes)
    )
