"""JSON-LD read by rdflib, GeoJSON by a validator, Atom by feedparser, BibTeX by a parser of it."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from geojson_pydantic import Feature, FeatureCollection
from rdflib import Graph

from sayso.views.exports.atom import atom_pieces
from sayso.views.exports.bibtex import bibtex_entries, escaped
from sayso.views.exports.jsonld import context
from three_reports import made_of, three_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sayso import Ledger

    Exporting = Callable[..., bytes]

# rdflib's parser of JSON-LD calls what rdflib itself has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

CHAIN = """
SELECT ?position ?name ?certainty WHERE {
  ?report sayso:eventType "CONSULT" ; sayso:status "actual" ; sayso:mode "visit" ; prov:wasDerivedFrom+ ?account .
  ?account a sayso:Account ; sayso:position ?position ; sayso:certainty ?certainty ;
           prov:wasAttributedTo/schema:name ?name .
} ORDER BY ?position
"""
DERIVED = """
SELECT ?outer ?inner WHERE {
  ?a prov:wasAttributedTo/schema:name ?outer ; prov:wasDerivedFrom ?b .
  ?b prov:wasAttributedTo/schema:name ?inner ; a sayso:Account . ?a a sayso:Account .
}
"""
WORDS = """
SELECT ?document ?start ?end ?exact ?prefix ?suffix WHERE {
  ?annotation a oa:Annotation ; oa:hasBody ?report ; oa:hasTarget ?target ; oa:motivatedBy oa:identifying .
  ?target oa:hasSource/dcterms:identifier ?document ; oa:hasSelector ?position, ?quote .
  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
  ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
  OPTIONAL { ?quote oa:prefix ?prefix }
  OPTIONAL { ?quote oa:suffix ?suffix }
}
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with three_reports(tmp_path / "a.db") as kept:
        yield kept


@pytest.fixture
def exported(ledger: Ledger) -> Exporting:
    return partial(made_of, ledger)


def answers(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """The rows that answer a SPARQL query; what is unbound is empty."""
    found: Any = graph.query(query)
    return [tuple("" if value is None else str(value) for value in row) for row in found]


@pytest.fixture
def graph(exported: Exporting) -> Graph:
    return Graph().parse(data=exported("jsonld"), format="json-ld")


def test_a_query_finds_the_chain(graph: Graph) -> None:
    assert answers(graph, CHAIN) == [("1", "Xinhua", "asserts"), ("2", "Choe", "asserts")]
    assert answers(graph, DERIVED) == [("Xinhua", "Choe")]


def test_selectors_find_the_words(graph: Graph, ledger: Ledger) -> None:
    found = answers(graph, WORDS)
    assert len(found) == 3
    for document, start, end, exact, prefix, suffix in found:
        text = ledger.reading(document).document.text
        assert text[int(start) : int(end)] == exact
        assert prefix + exact + suffix in text
    assert any(suffix for *_, suffix in found)


def test_reports_are_entities_that_a_version_read_from_a_document(graph: Graph) -> None:
    query = """SELECT ?outlet ?version ?at WHERE { ?report a prov:Entity, sayso:Report ; prov:generatedAtTime ?at ;
      prov:wasGeneratedBy ?reading ; prov:wasDerivedFrom ?document .
      ?reading a prov:Activity ; prov:used ?document ; prov:wasAssociatedWith/schema:name ?version .
      ?document a sayso:Document ; prov:wasAttributedTo/schema:name ?outlet }"""
    ((outlet, version, at),) = answers(graph, query)
    assert (outlet, version.split()[0], at) == ("Meridian Press", "Sayso", "2025-01-01T00:00:01+00:00")


def test_every_name_of_the_json_is_in_the_context(exported: Exporting, graph: Graph) -> None:
    def names(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {name for item in value.values() for name in names(item)}
        return {name for item in value for name in names(item)} if isinstance(value, list) else set()

    data = json.loads(exported("jsonld"))
    assert data["@context"] == context()
    assert names(data["@graph"]) <= set(context())
    assert not any(str(predicate).startswith("file:") for predicate in graph.predicates())


def test_a_ledger_without_reports_is_a_graph_without_triples(exported: Exporting) -> None:
    assert len(Graph().parse(data=exported("jsonld", actor="FRA"), format="json-ld")) == 0


def test_geojson_is_valid_and_has_reports_and_places(exported: Exporting) -> None:
    data = json.loads(exported("geojson"))
    valid: FeatureCollection[Feature[Any, dict[str, Any]]] = FeatureCollection.model_validate(data)
    assert len(valid.features) == 4
    assert [feature["properties"]["kind"] for feature in data["features"]] == ["report"] * 3 + ["place"]
    visit, attack, *_, place = data["features"]
    # Longitude first, as the standard has it.
    assert visit["geometry"] == place["geometry"] == {"type": "Point", "coordinates": [-77.028, -12.043]}
    assert (attack["geometry"], attack["properties"]["status"]) == (None, "denied")
    assert (place["properties"]["place"], place["properties"]["reports"]) == ("Lima", 1)
    assert json.loads(exported("geojson", actor="FRA"))["features"] == []


def test_atom_is_well_formed_with_stable_ids(exported: Exporting) -> None:
    feed = feedparser.parse(exported("atom"))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert (feed.feed.updated, feed.feed.author) == ("2025-01-01T00:00:05Z", "Sayso")
    visit, attack, meeting = feed.entries
    assert visit.title == "CONSULT visit: Kim (PRK) → China (CHN), 2 May 2018"
    assert (visit.link, visit.author) == ("https://x.example/a?b=%7B1%7D&c=%20d#e", "Meridian Press")
    assert (visit.published, visit.updated) == ("2018-05-03T00:00:00Z", "2025-01-01T00:00:01Z")
    assert "According to Xinhua ← Choe." in visit.content[0].value
    assert "<b>it</b>" in attack.content[0].value
    assert "published" not in attack  # of a month that is known, no moment is made
    assert [tag.term for tag in attack.tags] == ["ASSAULT", "verbal-cooperation", "denied"]
    assert len({entry.id for entry in feed.entries} | {feed.feed.id}) == 4
    assert [e.id for e in feedparser.parse(exported("atom", type="ASSAULT")).entries] == [attack.id]
    assert meeting.title == "CONSULT: China (CHN) and the US (USA)"


def test_a_feed_without_entries_is_one(exported: Exporting) -> None:
    feed = feedparser.parse(exported("atom", actor="FRA"))
    assert not feed.bozo
    assert (feed.entries, feed.feed.updated) == ([], "1970-01-01T00:00:00Z")
    assert feed.feed.title == "Sayso: reports of events, actor FRA"
    assert "".join(atom_pieces([], "a\x00\ufffe<")).count("\ufffd") == 2


# Commands of LaTeX for text that the parser's decoder does not know, or takes for an accent.
UNKNOWN = {r"\textbraceleft{}": r"\{", r"\textbraceright{}": r"\}", r"\textasciicircum{}": "^"}


def library(text: str) -> Any:
    """The entries, with commands of LaTeX as the characters that they stand for."""
    parsed = parse_string(text)
    assert not parsed.failed_blocks
    for field in (field for entry in parsed.entries for field in entry.fields):
        for command, known in UNKNOWN.items():
            field.value = str(field.value).replace(command, known)
    parsed = LatexDecodingMiddleware().transform(parsed)
    assert not parsed.failed_blocks
    return parsed


def test_bibtex_names_each_document_once_and_comes_back(exported: Exporting) -> None:
    entries = library(exported("bibtex").decode()).entries
    assert len({entry.key for entry in entries}) == len(entries) == 3
    visit, attack, meeting = entries
    fields = {name: str(field.value) for name, field in visit.fields_dict.items()}
    assert fields["title"] == 'A "visit" to {Lima} & 50%_off'
    assert (fields["author"], fields["year"], fields["day"]) == ("Meridian Press", "2018", "3")
    # An address is taken as it stands, without commands.
    assert "  url = {https://x.example/a?b=%7B1%7D&c=%20d#e},\n" in exported("bibtex").decode()
    assert visit.key.startswith("meridianpress2018-")
    assert "day" not in attack.fields_dict
    assert "year" not in meeting.fields_dict


@pytest.mark.parametrize("told", [r"a\b", "{", "}{", "50% & $5 #1 x_y ~ ^", "Erdoğan — “ja”", "a\nb"])
def test_what_tex_takes_for_a_command_is_escaped(told: str) -> None:
    text = escaped(told)
    assert text.count("{") == text.count("}")
    (entry,) = library(f"@misc{{a,\n  title = {{{{{text}}}}},\n}}").entries
    assert str(entry["title"]) == " ".join(told.split())


def test_without_reports_there_is_no_entry() -> None:
    assert list(bibtex_entries([])) == []
