"""The columns of our own schema, ``sayso.report/1``: one row a report. CSV, Parquet and JSONL are made of these.

Columns that begin with ``actor_`` keep step with ``actors``, those of recipients and of the chain likewise; where a
value is missing there, None keeps its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.countries import load_countries

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.views.exports.report import Participant, Report

type ColumnType = Literal["text", "whole", "decimal", "day", "moment", "texts", "wholes"]
type Scalar = str | int | float | None
type Value = Scalar | tuple[Scalar, ...]

SCHEMA = "sayso.report/1"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what its values are, the value of a report, and what it says.

    ``day`` is an ISO 8601 day, ``moment`` one in UTC to the second; ``texts`` and ``wholes`` are lists.
    """

    name: str
    type: ColumnType
    of: Callable[[Report], Value]
    says: str


def cow(country: str | None) -> int | None:
    """The country's number in the Correlates of War project's list of states, or None."""
    known = load_countries().by_code.get(country or "")
    return known.cow if known else None


def gw(country: str | None) -> int | None:
    """The country's number in the list of states by Gleditsch and Ward, or None."""
    known = load_countries().by_code.get(country or "")
    return known.gw if known else None


def _same(name: str, kind: ColumnType, says: str) -> Column:
    """A column whose value stands in the report under the same name."""
    return Column(name, kind, lambda report: getattr(report, name), says)


def _placed(name: str, kind: ColumnType, attribute: str, says: str) -> Column:
    return Column(name, kind, lambda report: getattr(report.place, attribute, None), says)


def _linked(name: str, attribute: str, says: str) -> Column:
    return Column(name, "texts", lambda report: tuple(getattr(link, attribute) for link in report.chain), says)


def _of_document(name: str, kind: ColumnType, attribute: str, says: str) -> Column:
    return Column(name, kind, lambda report: getattr(report.document, attribute), says)


def _parties(role: str, side: Callable[[Report], tuple[Participant, ...]]) -> tuple[Column, ...]:
    def column(suffix: str, kind: ColumnType, of: Callable[[Participant], Scalar], says: str) -> Column:
        return Column(f"{role}_{suffix}" if suffix else f"{role}s", kind, lambda r: tuple(map(of, side(r))), says)

    return (
        column("", "texts", lambda who: who.name, f"the {role}s' names"),
        column("ids", "texts", lambda who: who.id, "their ids, the same in all documents"),
        column("kinds", "texts", lambda who: who.kind, "state, person, organisation, group, media or igo"),
        column("countries", "texts", lambda who: who.country, "ISO 3166 alpha-3, and IGO, NGO, MNC… as in PLOVER"),
        column("cow", "wholes", lambda who: cow(who.country), "numbers of the Correlates of War project's states"),
        column("gw", "wholes", lambda who: gw(who.country), "numbers of Gleditsch and Ward's states"),
        column(
            "sectors", "texts", lambda who: " ".join(who.sectors) or None, "PLOVER's, the primary one first: GOV MIL"
        ),
        column("offices", "texts", lambda who: who.office, "the offices that they hold"),
        column("words", "texts", lambda who: who.words, "the words that name them in this event"),
    )


COLUMNS: tuple[Column, ...] = (
    Column("report", "text", lambda report: report.id, "names the row, the same in every export"),
    _same("event", "text", "the event's id within its document"),
    _same("happening", "text", "the group of reports that tell one event (docs/ledger.md)"),
    _same("type", "text", "PLOVER's type under its coding rules"),
    _same("act", "text", "the type that the words name, whatever its status"),
    _same("mode", "text", "PLOVER's mode"),
    _same("contexts", "texts", "PLOVER's contexts"),
    _same("quad", "text", "verbal or material, cooperation or conflict"),
    _same("intensity", "decimal", "from -10 (conflict) to +10 (cooperation)"),
    _same("cameo", "text", "CAMEO's two-digit root"),
    _same("status", "text", "actual, ongoing, planned, possible, denied or hypothetical"),
    *_parties("actor", lambda report: report.actors),
    *_parties("recipient", lambda report: report.recipients),
    _same("from_day", "day", "the first day on which it may have been, by the text"),
    _same("to_day", "day", "the day after the last"),
    _same("precision", "text", "how precisely the text tells it: day, week, month…"),
    _placed("place", "text", "name", "where it was"),
    _placed("place_words", "text", "words", "the words that name the place"),
    _placed("place_country", "text", "country", "ISO 3166 alpha-3"),
    _placed("latitude", "decimal", "lat", "degrees, WGS 84"),
    _placed("longitude", "decimal", "lon", "degrees, WGS 84"),
    _placed("geonames", "whole", "geonames", "the place's GeoNames id"),
    _same("dead", "whole", "persons, as told"),
    _same("injured", "whole", "persons, as told"),
    _same("arrested", "whole", "persons, as told"),
    _same("size", "whole", "of a crowd or a force, as told"),
    _same("statement", "text", "the id of the statement that it is told in; empty is the outlet's own voice"),
    _same("manner", "text", "how the statement is told: direct, indirect or mixed"),
    _same("certainty", "text", "of the one who is quoted, the last of the chain"),
    _linked("chain", "name", "who says so, outermost first"),
    _linked("chain_countries", "country", "their countries"),
    _linked("chain_words", "words", "the words that name them"),
    _linked("chain_cues", "cue", "the words that signal that they say so"),
    _linked("chain_certainties", "certainty", "asserts, hedges, denies or reports"),
    Column("start_char", "whole", lambda report: report.start, "where the words begin, in code points of the text"),
    Column("end_char", "whole", lambda report: report.end, "where they end; half-open"),
    _same("words", "text", "the words that tell it"),
    _same("trigger", "text", "those of them that name the act"),
    _same("rule", "text", "what coded it"),
    _of_document("document", "text", "id", "the document's id, as `sayso show` takes it"),
    _of_document("document_hash", "text", "hash", "SHA-256 of what came in"),
    _of_document("title", "text", "title", "the headline"),
    _of_document("outlet", "text", "outlet", "who published it"),
    _of_document("url", "text", "url", "where"),
    _of_document("language", "text", "language", "ISO 639-1, where it was told"),
    _of_document("published", "text", "published", "a day, a month or a year: as precisely as it is known"),
    _of_document("published_basis", "text", "published_basis", "given, metadata, text, inferred or unknown"),
    _of_document("published_from", "day", "published_from", "the same as days: the first"),
    _of_document("published_to", "day", "published_to", "the day after the last"),
    _same("learned", "moment", "when the ledger learned this, in UTC"),
    _same("version", "text", "the version of Sayso that read it"),
    _same("verdicts", "wholes", "numbers of the verdicts that made it other than what was read"),
)
