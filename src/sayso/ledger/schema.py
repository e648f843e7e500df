"""The tables of a ledger, version 4. docs/ledger.md tells what each holds.

Every row but a document's belongs to one *reading* and is numbered by its place in that reading's list, so that a row
follows from the reading alone. All offsets are half-open, in Unicode code points of ``documents.text``; days are ISO
8601, intervals of days half-open; ``learned`` and ``superseded`` are moments in UTC.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

# "Sayo" in ASCII: tells a ledger from any other SQLite file (PRAGMA application_id, a 32-bit number).
APPLICATION_ID = 0x5361796F
# PRAGMA user_version. A change to the tables raises it and brings a migration.
VERSION = 5

METADATA = MetaData()


def _place_in_reading(*, name: str = "n") -> list[Column[int]]:
    return [
        Column("reading", Integer, ForeignKey("readings.reading"), primary_key=True),
        Column(name, Integer, primary_key=True),
    ]


def _interval() -> list[Column[str]]:
    return [Column("from_day", Text), Column("to_day", Text), Column("precision", Text)]


def _extent() -> list[Column[int]]:
    return [Column("start_char", Integer, nullable=False), Column("end_char", Integer, nullable=False)]


DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("document", Integer, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("id", Text, nullable=False, index=True),
    Column("title", Text),
    Column("outlet", Text, index=True),
    Column("url", Text, index=True),
    Column("language", Text),
    Column("published", Text),
    Column("published_basis", Text, nullable=False),
    Column("published_from", Text),
    Column("published_to", Text),
    Column("text", Text, nullable=False),
    Column("learned", Text, nullable=False),
)
# How many documents there are of a period is told by this alone.
Index("documents_published", DOCUMENTS.c.published_from, DOCUMENTS.c.published_to)

READINGS = Table(
    "readings",
    METADATA,
    Column("reading", Integer, primary_key=True),
    Column("document", Integer, ForeignKey("documents.document"), nullable=False),
    Column("hash", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("learned", Text, nullable=False),
    Column("superseded", Text),
    Column("json", Text, nullable=False),
    Column("run", Integer, ForeignKey("runs.run")),
    # The pairs that were asked for, as JSON; null where all events were.
    Column("pairs", Text),
    Index("readings_of", "document", "hash"),
)
# At most one reading of a document holds now; older ones stay, and may come to hold again, as rows of their own.
Index("readings_current", READINGS.c.document, unique=True, sqlite_where=READINGS.c.superseded.is_(None))

# What the readings of one ``sayso add`` were made with: the manifest.
RUNS = Table(
    "runs",
    METADATA,
    Column("run", Integer, primary_key=True),
    Column("moment", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("lexicons", Text, nullable=False),
    Column("weights", Text, nullable=False),
    Column("libraries", Text, nullable=False),
    Column("settings", Text, nullable=False),
)

# What people decided about what was read. Rows are added, never changed: APPEND_ONLY holds that.
VERDICTS = Table(
    "verdicts",
    METADATA,
    Column("verdict", Integer, primary_key=True),
    Column("moment", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("document", Text),
    Column("target", Text),
    Column("payload", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("verdicts.verdict")),
)
APPEND_ONLY = tuple(
    f"CREATE TRIGGER verdicts_no_{act.lower()} BEFORE {act} ON verdicts"
    " BEGIN SELECT RAISE(ABORT, 'verdicts are added, never changed'); END"
    for act in ("UPDATE", "DELETE")
)

STORIES = Table(
    "stories",
    METADATA,
    *_place_in_reading(),
    *_extent(),
    Column("kind", Text, nullable=False),
    Column("place", Integer),
    Column("agency", Text),
    Column("date", Text),
)

PLACES = Table(
    "places",
    METADATA,
    *_place_in_reading(),
    *_extent(),
    Column("name", Text, nullable=False),
    Column("geonames", Integer),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", Text),
    Column("use", Text, nullable=False),
)

ACTORS = Table(
    "actors",
    METADATA,
    *_place_in_reading(),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text, index=True),
    Column("sectors", Text, nullable=False),
    Column("office", Text),
    Column("basis", Text, nullable=False),
)

STATEMENTS = Table(
    "statements",
    METADATA,
    *_place_in_reading(),
    Column("id", Text, nullable=False),
    *_extent(),
    Column("manner", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("chain", Text, nullable=False),
)

LINKS = Table(
    "links",
    METADATA,
    *_place_in_reading(name="statement"),
    Column("n", Integer, primary_key=True),
    Column("actor", Integer),
    Column("name", Text),
    Column("words", Text),
    Column("cue", Text),
    Column("certainty", Text, nullable=False),
    ForeignKeyConstraint(["reading", "statement"], ["statements.reading", "statements.n"]),
    Index("links_actor", "reading", "actor"),
)

# Which actors a statement's content names: what it is about.
SUBJECTS = Table(
    "subjects",
    METADATA,
    *_place_in_reading(name="statement"),
    Column("actor", Integer, primary_key=True),
    ForeignKeyConstraint(["reading", "statement"], ["statements.reading", "statements.n"]),
    Index("subjects_actor", "reading", "actor"),
)

POSITIONS = Table(
    "positions",
    METADATA,
    *_place_in_reading(name="statement"),
    Column("n", Integer, primary_key=True),
    Column("actor", Integer),
    Column("stance", Text, nullable=False),
    *_extent(),
    Column("words", Text, nullable=False),
    ForeignKeyConstraint(["reading", "statement"], ["statements.reading", "statements.n"]),
)

EVENTS = Table(
    "events",
    METADATA,
    *_place_in_reading(),
    Column("id", Text, nullable=False, index=True),
    Column("type", Text, nullable=False, index=True),
    Column("act", Text, nullable=False),
    Column("mode", Text),
    Column("contexts", Text, nullable=False),
    Column("quad", Text, nullable=False),
    Column("intensity", Float, nullable=False),
    Column("cameo", Text, nullable=False),
    Column("status", Text, nullable=False),
    *_interval(),
    Column("place", Integer),
    Column("statement", Integer),
    *_extent(),
    Column("words", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("dead", Integer),
    Column("injured", Integer),
    Column("arrested", Integer),
    Column("size", Integer),
    Column("rule", Text, nullable=False),
)

ARGUMENTS = Table(
    "arguments",
    METADATA,
    *_place_in_reading(name="event"),
    Column("role", Text, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("actor", Integer),
    Column("words", Text, nullable=False),
    # The actor's, kept here too: events between two countries are found in one index.
    Column("country", Text),
    ForeignKeyConstraint(["reading", "event"], ["events.reading", "events.n"]),
    Index("arguments_actor", "reading", "actor"),
    Index("arguments_country", "country", "reading", "event", "actor", "role"),
)

RELATIONS = Table(
    "relations",
    METADATA,
    *_place_in_reading(),
    Column("kind", Text, nullable=False),
    Column("trend", Text),
    Column("a", Integer),
    Column("b", Integer),
    *_extent(),
    Column("words", Text, nullable=False),
    *_interval(),
    Column("statement", Integer),
)

EXPECTATIONS = Table(
    "expectations",
    METADATA,
    *_place_in_reading(),
    Column("event", Integer),
    Column("from_day", Text),
    Column("to_day", Text),
    Column("checkable", Boolean, nullable=False),
    Column("why_not", Text),
)

# Which reports tell one event: made from the readings that hold now, and made anew where one is superseded. A report of
# an event that is about another ("called off the visit") is two: ``of`` is "type" or "act".
REPORTS = Table(
    "reports",
    METADATA,
    *_place_in_reading(name="event"),
    Column("of", Text, primary_key=True),
    Column("happening", Text, nullable=False, index=True),
    Column("packed", Text, nullable=False),
    ForeignKeyConstraint(["reading", "event"], ["events.reading", "events.n"]),
)

# By which key (happenings/blocking.py), act and day a report is looked up; ``anchor`` is a day, counted from 1 January
# of the year 1.
REPORT_PARTIES = Table(
    "report_parties",
    METADATA,
    Column("act", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("anchor", Integer),
    Column("reading", Integer, nullable=False),
    Column("event", Integer, nullable=False),
    Column("of", Text, nullable=False),
    ForeignKeyConstraint(["reading", "event", "of"], ["reports.reading", "reports.event", "reports.of"]),
    Index("report_parties_lookup", "act", "party", "anchor"),
    Index("report_parties_report", "reading", "event"),
)

# What tells copies of one text: the kept hashes of its runs of five words (happenings/copies.py).
SHINGLES = Table(
    "shingles",
    METADATA,
    Column("document", Integer, ForeignKey("documents.document"), primary_key=True),
    Column("hash", Integer, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Full text. The document's words are kept once, in ``documents``; "meets" finds "meeting", "Erdogan" finds "Erdoğan".
DOCUMENT_WORDS = Table(
    "document_words", MetaData(), Column("rowid", Integer), Column("title", Text), Column("text", Text)
)
STATEMENT_WORDS = Table(
    "statement_words", MetaData(), Column("reading", Integer), Column("n", Integer), Column("words", Text)
)
ACTOR_NAMES = Table("actor_names", MetaData(), Column("reading", Integer), Column("n", Integer), Column("names", Text))

STEMMED = "tokenize='porter unicode61 remove_diacritics 2'"
_EXACT = "tokenize='unicode61 remove_diacritics 2'"
_OF_DOCUMENTS = "content='documents', content_rowid='document'"
FULL_TEXT = (
    f"CREATE VIRTUAL TABLE document_words USING fts5(title, text, {_OF_DOCUMENTS}, {STEMMED})",
    f"CREATE VIRTUAL TABLE statement_words USING fts5(words, reading UNINDEXED, n UNINDEXED, {STEMMED})",
    f"CREATE VIRTUAL TABLE actor_names USING fts5(names, reading UNINDEXED, n UNINDEXED, {_EXACT})",
)
