from __future__ import annotations

from flat import flat
from parses import text_of
from sayso.reading.draft import Draft
from sayso.reading.places import make
from sayso.records import Dateline, Document, Story
from sayso.settings import Settings


def read(text: str, dateline: str | None = None, **labels: str) -> Draft:
    parsed = flat(text, **labels)
    line = Dateline(0, len(dateline)) if dateline is not None else None
    stories = (Story(0, len(text), dateline=line),)
    return make(Settings())(Draft(Document(text_of(parsed)), stories=stories, parse=parsed))


def test_a_place_says_what_it_was_read_from() -> None:
    (place,) = read("they met in Beijing today").places
    assert (place.start, place.end) == (12, 19)
    assert (place.name, place.geonames, place.country, place.use) == ("Beijing", 1816670, "CHN", "literal")


def test_a_people_is_told_with_the_states_id() -> None:
    (place,) = read("the Chinese envoy").places
    assert (place.name, place.geonames, place.country, place.use) == ("China", 1814991, "CHN", "demonym")


def test_a_disputed_area_has_no_country() -> None:
    (place,) = read("clashes in Kashmir").places
    assert (place.name, place.country) == ("Kashmir", None)


def test_a_place_that_nobody_knows_is_told_by_its_words() -> None:
    (place,) = read("they met in Qwertville", Qwertville="GPE").places
    assert (place.name, place.geonames, place.lat, place.country) == ("Qwertville", None, None, None)


def test_the_dateline_gets_its_place() -> None:
    draft = read("SEOUL , South Korea ( AP ) — they met in Tokyo", "SEOUL , South Korea ( AP ) —")
    line = draft.stories[0].dateline
    assert line is not None
    assert line.place is not None
    assert draft.places[line.place].name == "Seoul"
    assert [place.name for place in draft.places] == ["Seoul", "South Korea", "Tokyo"]


def test_a_dateline_that_names_no_town_known() -> None:
    draft = read("QWERTVILLE ( AP ) — they met", "QWERTVILLE ( AP ) —")
    assert draft.stories[0].dateline == Dateline(0, 19)
    assert draft.places == ()


def test_a_dateline_of_a_town_that_context_alone_would_not_find() -> None:
    draft = read("Salem — they met", "Salem —")
    line = draft.stories[0].dateline
    assert line is not None
    assert line.place == 0
    assert draft.places[0].start == 0


def test_an_empty_text() -> None:
    draft = make(Settings())(Draft(Document("")))
    assert (draft.places, draft.stories) == ((), ())


def test_what_the_text_hardly_tells_is_told_as_doubtful() -> None:
    (notice,) = read("they met in Springfield").notices
    assert notice.kind == "doubtful-place"
    assert notice.span is not None
    assert notice.span.start == 12
    assert "may as well be Springfield (" in notice.message
    assert read("they met in Springfield , Ohio").notices == ()
    assert read("they met in Paris").notices == ()


def test_a_dateline_of_a_village_has_the_state_behind_it() -> None:
    draft = read("QWERTVILLE , Greece ( AP ) — they met", "QWERTVILLE , Greece ( AP ) —")
    line = draft.stories[0].dateline
    assert line is not None
    assert line.place == 0
    assert (draft.places[0].name, draft.places[0].country) == ("Qwertville", "GRC")


def test_places_of_datelines_are_literal() -> None:
    draft = read("LIMA , Peru ( AP ) — they met", "LIMA , Peru ( AP ) —")
    assert [place.use for place in draft.places] == ["literal", "literal"]


def test_the_north_is_north_korea_where_the_koreas_are_named() -> None:
    places = read("South Korea wrote to the North and the South of France").places
    assert [(place.country, place.name) for place in places][:2] == [("KOR", "South Korea"), ("PRK", "North Korea")]
    assert all(place.name != "North Korea" for place in read("Texas wrote to the North").places)
