"""GeoJSON (RFC 7946): a feature for each report, and one for each place with the number of its reports.

A report without a place that has coordinates is a feature without a geometry, as the standard has it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from sayso.views.exports.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import Report, Site

# They stand in the geometry and in the feature's id.
_ELSEWHERE = frozenset(("report", "latitude", "longitude"))
_PROPERTIES = tuple(column for column in COLUMNS if column.name not in _ELSEWHERE)


def geojson_pieces(reports: Iterable[Report]) -> Iterator[str]:
    """One FeatureCollection, a feature a line; places come after the reports, by name."""
    places: Counter[Site] = Counter()
    yield '{"type":"FeatureCollection","features":['
    opening = "\n"
    for report in reports:
        yield opening + _json(_event(report))
        opening = ",\n"
        if report.place is not None:
            places[_without_words(report.place)] += 1
    for place in sorted(places, key=_by_name):
        yield opening + _json(_place(place, places[place]))
        opening = ",\n"
    yield "\n]}\n"


def _json(feature: Any) -> str:
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _event(report: Report) -> dict[str, Any]:
    told = {column.name: column.of(report) for column in _PROPERTIES}
    return {
        "type": "Feature",
        "id": report.id,
        "geometry": _point(report.place),
        "properties": {"kind": "report", **told},
    }


def _place(place: Site, reports: int) -> dict[str, Any]:
    told = {"place": place.name, "place_country": place.country, "geonames": place.geonames, "reports": reports}
    return {"type": "Feature", "geometry": _point(place), "properties": {"kind": "place", **told}}


def _point(place: Site | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _without_words(place: Site) -> Site:
    """The place, whatever it is called in one text."""
    return type(place)(place.name, "", place.country, place.lat, place.lon, place.geonames)


def _by_name(place: Site) -> tuple[str, str, int]:
    return place.name, place.country or "", place.geonames or 0
