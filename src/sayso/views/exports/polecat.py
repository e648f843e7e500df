"""The shape of POLECAT's tables: 40 columns with tabs between, a line a report, lists with semicolons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.gazetteer import load_gazetteer
from sayso.views.exports.columns import cow
from sayso.views.exports.shapes import day_of, tabbed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.lexicon.gazetteer import Entry
    from sayso.views.exports.report import Participant, Report, Site

_BETWEEN = "; "
# What POLECAT has for a party of which something is not known.
_NONE = "None"
# GeoNames' feature codes.
_FEATURES = {"admin1": "ADM1", "admin2": "ADM2", "town": "PPL"}
_COUNTRY_FEATURE = "PCLI"


def _party_columns(role: str) -> tuple[str, ...]:
    return (
        *(f"{role} Name", f"{role} Country", f"{role} COW", f"Primary {role} Sector"),
        *(f"{role} Sectors", f"{role} Title", f"{role} Name Raw", f"Wikipedia {role} ID"),
    )


COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *_party_columns("Actor"),
    *_party_columns("Recipient"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID"),
    *("Raw Placename", "Feature Type", "Source", "Publication Date"),
    *("Story People", "Story Organizations", "Story Locations", "Language", "Version"),
)


def polecat_lines(reports: Iterable[Report]) -> Iterator[str]:
    """A line of names, then one a report."""
    yield tabbed(COLUMNS)
    for report in reports:
        yield tabbed("" if cell is None else cell for cell in _cells(report))


def _cells(report: Report) -> Iterator[object]:
    document = report.document
    yield from (report.id, day_of(report), report.type, report.mode, report.intensity)
    yield from (report.quad.replace("-", " ").upper(), _BETWEEN.join(report.contexts))
    yield from _parties(report.actors)
    yield from _parties(report.recipients)
    yield from _place(report.place)
    yield from (document.outlet, document.published)
    yield from (_listed(names) for names in (document.people, document.organisations, document.places))
    yield from (document.language, f"Sayso {report.version}")


# What the columns of a party tell; we look nobody up in Wikipedia.
_OF_PARTY: tuple[Callable[[Participant], object], ...] = (
    lambda who: who.name,
    lambda who: who.country,
    lambda who: cow(who.country),
    lambda who: who.sectors[0] if who.sectors else None,
    lambda who: " ".join(who.sectors) or None,
    lambda who: who.office,
    lambda who: who.words,
    lambda _: None,
)


def _parties(parties: tuple[Participant, ...]) -> Iterator[str]:
    for of in _OF_PARTY:
        yield _listed(_NONE if value is None else str(value) for value in map(of, parties)) or _NONE


def _listed(values: Iterable[str]) -> str:
    return _BETWEEN.join(value.replace(";", ",") for value in values)


def _place(place: Site | None) -> tuple[object, ...]:
    """Placename, city, district, province, country, latitude, longitude, GeoNames id, raw placename, feature type."""
    if place is None:
        return ("",) * 10
    entry = entry_of(place)
    return (
        place.name,
        entry.name if entry and entry.kind == "town" else None,
        division(entry, "admin2"),
        division(entry, "admin1"),
        *(place.country, place.lat, place.lon, place.geonames, place.words),
        _FEATURES[entry.kind] if entry else _COUNTRY_FEATURE if is_country(place) else None,
    )


def entry_of(place: Site) -> Entry | None:
    """What the gazetteer knows of a place; None of one that it has not, such as a country."""
    if place.geonames is None:
        return None
    return next((entry for entry in load_gazetteer().find(place.name) if entry.id == place.geonames), None)


def division(entry: Entry | None, kind: str) -> str | None:
    """The name of the division of this kind that the place lies in, or is."""
    if entry is None or entry.kind == kind:
        return entry.name if entry else None
    row = entry.admin1 if kind == "admin1" else entry.admin2
    return None if row is None else load_gazetteer().entry(row).name


def is_country(place: Site) -> bool:
    """Whether the place is the country itself."""
    country = load_countries().by_code.get(place.country or "")
    return country is not None and country.geonames == place.geonames
