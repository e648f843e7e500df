"""By what reports are looked up: only those that share a key can be one event, so only they are compared.

Two of several parties each must share two of them ("USA|PRK"). A report of one party, or one that leaves open who else
takes part, is looked up by each of its parties alone, and looks for whatever has one of these.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sayso.ledger.happenings.report import is_unnamed
from sayso.lexicon.happenings import happening_words

if TYPE_CHECKING:
    from sayso.ledger.happenings.report import Report

# Before a party that is one of several.
_ONE_OF = "~"


def stands_under(report: Report) -> frozenset[str]:
    """The keys that it is found by."""
    if _is_open(report):
        return report.parties
    return _pairs(report) | {_ONE_OF + party for party in report.parties}


def looks_under(report: Report) -> frozenset[str]:
    """The keys of those that may be one event with it: ``a`` looks where ``b`` stands if and only if ``b`` does so."""
    if _is_open(report):
        return report.parties | {_ONE_OF + party for party in report.parties}
    return _pairs(report) | report.parties


def _is_open(report: Report) -> bool:
    """Whether it names one party at most, or does not say who did it or to whom."""
    if sum(not is_unnamed(party) for party in report.parties) <= 1:
        return True
    together = report.act in happening_words().mutual and report.mode != "visit" and report.deed is None
    return not together and (not report.recipients or all(map(is_unnamed, report.actors)))


def _pairs(report: Report) -> frozenset[str]:
    return frozenset(f"{a}|{b}" for a, b in combinations(sorted(report.parties), 2))
