"""Every lexicon loaded once, so that a contradiction in any of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.anniversaries import load_anniversaries
from sayso.lexicon.cameo import load_cameo
from sayso.lexicon.countries import load_countries
from sayso.lexicon.cues import load_cues
from sayso.lexicon.datelines import datelines
from sayso.lexicon.dating import dating_words
from sayso.lexicon.divisions import load_divisions
from sayso.lexicon.frame_files import frame_book
from sayso.lexicon.gazetteer import load_gazetteer
from sayso.lexicon.languages import languages
from sayso.lexicon.leaders import load_leaders
from sayso.lexicon.lemmas import verb_lemmas
from sayso.lexicon.offices import load_offices
from sayso.lexicon.openings import openings
from sayso.lexicon.organisations import load_organisations
from sayso.lexicon.plover import codebook
from sayso.lexicon.quantities import quantities
from sayso.lexicon.regions import load_regions
from sayso.lexicon.relations import load_relations
from sayso.lexicon.roles import load_roles
from sayso.lexicon.scenes import scene_words
from sayso.lexicon.seats import load_seats
from sayso.lexicon.stances import load_stances
from sayso.lexicon.status import status_words
from sayso.lexicon.surroundings import surroundings
from sayso.lexicon.times import time_lexicon
from sayso.lexicon.towns import load_towns
from sayso.lexicon.usage import usage_words

if TYPE_CHECKING:
    from collections.abc import Iterator


def check_all() -> Iterator[tuple[str, int]]:
    """(name, how many entries) of each lexicon.

    Raises:
        LexiconError: at the first that can't be read or contradicts itself.
    """
    book = frame_book()
    patterns = [
        pattern for index in (book.verbs, book.nouns, book.adjectives) for group in index.values() for pattern in group
    ]
    yield "PLOVER types", len(codebook().types)
    yield "CAMEO codes", len(load_cameo().codes)
    yield "frames", len(book.frames)
    yield "predicates", len(patterns)
    yield "status words", len(status_words().governors)
    yield "context words", len(surroundings().contexts)
    yield "count words", len(quantities().numbers)
    yield "cue verbs", len(load_cues().verbs)
    yield "relation nouns", len(load_relations().roles) + len(load_relations().bonds)
    yield "countries", len(load_countries().by_code)
    yield "leaders", len(load_leaders())
    yield "organisations", len(load_organisations())
    yield "roles", len(load_roles().nouns)
    yield "offices", len(load_offices().by_name)
    yield "seats", len(load_seats())
    yield "dateline cities", len(datelines().cities)
    yield "languages", len(languages().words)
    yield "regions", len(load_regions().names)
    yield "divisions", len(load_divisions().names)
    yield "small towns", len(load_towns().names)
    yield "stance words", len(load_stances().verbs)
    yield "opening words", len(openings().anaphora)
    yield "words of scenes", len(scene_words().occasions)
    yield "usage words", len(usage_words().before)
    yield "feasts", len(time_lexicon().feasts)
    yield "occasions with a date", len(load_anniversaries().occasions)
    yield "titles that date", len(dating_words().titles)
    yield "verb forms", len(verb_lemmas())
    yield "places", len(load_gazetteer())
