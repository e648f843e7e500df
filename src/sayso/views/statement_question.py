"""Which statements a question is about, and in what order they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, or_

from sayso.ledger.schema import DOCUMENTS, STATEMENTS
from sayso.views.event_question import asked_words
from sayso.views.filters import in_period
from sayso.views.told_statements import naming, said_by, telling_of

if TYPE_CHECKING:
    from sayso.views.lens import Lens

_DAY = DOCUMENTS.c.published_from
# By the day of publication; what has no day at all comes last.
ORDER = (_DAY.is_(None), _DAY, DOCUMENTS.c.document, STATEMENTS.c.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuestion:
    """The statements that fulfil all that is given; those of the whole ledger where nothing is.

    Attributes:
        actor: who says it or is named in it: a country's code or name, or (the beginning of) a name.
        with_: who else says it or is named in it.
        by: anyone in the chain: a country's code or name, or (the beginning of) a name, or words that name the source.
        about: an actor whom the content names, or words that stand in it.
        since: day, month or year (``2018-06``) of publication or later.
        until: day, month or year of publication or earlier.
    """

    actor: str | None = None
    with_: str | None = None
    by: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None

    def words(self) -> str:
        """What is asked, as on the command line: ``by KCNA, about Seoul``; "all" where nothing narrows it."""
        return asked_words(self)


def conditions(question: StatementQuestion, lens: Lens) -> list[ColumnElement[bool]]:
    """What a statement that answers the question fulfils.

    Raises:
        UnreadableInput: if a date is none, or a name has no letter.
    """
    published = (DOCUMENTS.c.published_from, DOCUMENTS.c.published_to)
    where = in_period(*published, since=question.since, until=question.until)
    parties = filter(None, (question.actor, question.with_))
    where += [or_(said_by(who, lens=lens), naming(who, lens)) for who in parties]
    where += [said_by(question.by, lens=lens)] if question.by else []
    where += [telling_of(question.about, lens)] if question.about else []
    return where
