"""Outcomes: what became of an expectation, decided by the later reports of the same happening.

    awaited.py   an expectation and the reports of its happening, as deciding sees them
    effects.py   what one report does to an expectation
    deciding.py  what follows from all reports up to a day
    hanging.py   which events of its text an expectation hangs on

All is pure; days are proleptic Gregorian ordinals and windows half-open.
"""

from sayso.ledger.outcomes.awaited import Awaited, Telling
from sayso.ledger.outcomes.deciding import GRACE, OUTCOMES, Outcome, decide
from sayso.ledger.outcomes.effects import Step
from sayso.ledger.outcomes.hanging import Clause, hangs_on

__all__ = ["GRACE", "OUTCOMES", "Awaited", "Clause", "Outcome", "Step", "Telling", "decide", "hangs_on"]
