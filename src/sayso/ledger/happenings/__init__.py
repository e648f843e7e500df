"""Happenings: which reports, across documents and inside one, tell the same event.

    report.py    what matching knows of one report, from its reading alone
    evidence.py  what speaks for and against two reports telling one event
    blocking.py  by what reports are looked up, so that few pairs are compared
    grouping.py  the groups that follow from the pairs
    keeping.py   keeps them in a ledger, as readings come and go
    packing.py   reports as text
    rows.py      the rows that a reading's reports make
    checking.py  whether the groups that are kept are those that follow from the reports
    copies.py    which documents print one text, and how many outlets speak for themselves

Two reports belong together if the evidence for this pair suffices; groups are what is joined by such pairs. So the
groups follow from the set of reports, whatever the order of their arrival.
"""

from sayso.ledger.happenings.evidence import are_one, likeness
from sayso.ledger.happenings.grouping import Groups, group
from sayso.ledger.happenings.report import Report, reports_of

__all__ = ["Groups", "Report", "are_one", "group", "likeness", "reports_of"]
