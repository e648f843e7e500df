"""PLOVER's rules that hold whatever the words: what becomes of an act by its status.

From the PLOVER manual's coding rules. Each has a name, which ``Event.rule`` tells and ``--explain`` shows; the rules
that need words (withdrawn aid, cancelled meetings, pardons, warrants) are frames and operators' tables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.frame_files import frame_book

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.records.reading import Status

_COOPERATION = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
# Acts of conflict that somebody says will come are threats of them.
_CONFLICT = frozenset(("PROTEST", "SANCTION", "COERCE", "ASSAULT"))
# What a flat "will not" refuses.
_REFUSABLE = _COOPERATION | {"AGREE", "RETREAT", "CONCEDE"}


@dataclass(frozen=True, slots=True)
class Told:
    """What the words tell of an act.

    Attributes:
        type, mode: as the frame has them.
        status: as the tree has it.
        will_not: whether a "will not" denies it.
        for_relief: whether it is told of keeping peace or of a disaster, and to whom it is done.
    """

    type: str
    mode: str | None
    status: Status
    will_not: bool
    for_relief: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """``says`` in a sentence what ``makes`` does where ``holds``."""

    name: str
    says: str
    holds: Callable[[Told], bool]
    makes: Callable[[Told], tuple[str, str | None]]


def _threatened(told: Told) -> tuple[str, str | None]:
    cell = frame_book().tables["threaten"].of(told.type, told.mode)
    return (cell.type, cell.mode) if cell is not None else ("THREATEN", None)


def _refused(told: Told) -> tuple[str, str | None]:
    cell = frame_book().tables["refuse"].of(told.type, told.mode)
    return (cell.type, cell.mode) if cell is not None else ("REJECT", None)


RULES = (
    Rule(
        "forces-for-relief",
        "Forces sent to keep peace or to help in a disaster are aid (AID); still to come, they are AGREE.",
        lambda told: told.type == "MOBILIZE" and told.for_relief,
        lambda told: ("AGREE" if told.status == "planned" else "AID", None),
    ),
    Rule(
        "future-refused",
        "Cooperation or a concession that somebody says will not come is a refusal (REJECT).",
        lambda told: told.will_not and told.status == "denied" and told.type in _REFUSABLE,
        _refused,
    ),
    Rule(
        "future-cooperation",
        "Cooperation that is still to come (CONSULT, SUPPORT, COOPERATE, AID) is an agreement to it (AGREE).",
        lambda told: told.status == "planned" and told.type in _COOPERATION,
        lambda _: ("AGREE", None),
    ),
    Rule(
        "future-conflict",
        "Conflict that is still to come (PROTEST, SANCTION, COERCE, ASSAULT) is a threat of it (THREATEN).",
        lambda told: told.status == "planned" and told.type in _CONFLICT,
        _threatened,
    ),
    Rule(
        "future-retreat",
        "A retreat that is still to come is a concession (CONCEDE).",
        lambda told: told.status == "planned" and told.type == "RETREAT",
        lambda _: ("CONCEDE", None),
    ),
)


def apply(told: Told) -> tuple[str, str | None, str | None]:
    """(type, mode, the name of the rule that made them); None for the name where no rule holds."""
    for rule in RULES:
        if rule.holds(told):
            return (*rule.makes(told), rule.name)
    return told.type, told.mode, None
