from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.anniversaries import anniversaries_from, load_anniversaries
from sayso.lexicon.countries import load_countries
from sayso.lexicon.dating import dating_words, dating_words_from
from sayso.lexicon.leaders import leader_index, load_leaders
from sayso.lexicon.loading import load_yaml


def lexicon(**changes: Any) -> dict[str, Any]:
    return {
        "horizon": 2030,
        "independence": {"PER": "1821-07-28"},
        "founding": {"TUR": "1923-10-29"},
        "bodies": [{"name": "the founding of the Club", "country": "PER", "first": "1950-03", "local": ["Club"]}],
        "beginnings": [{"name": "the start of it", "act": "start", "first": "1960", "forms": ["Long War"]}],
        "occasions": [{"name": "the fire", "first": "1970-01-02", "forms": ["G-20 fire"], "surprise": True}],
        "days": {"Independence Day": "independence", "Club Day": {"TUR": "1923-10-29"}},
        **changes,
    }


def test_what_a_form_stands_for() -> None:
    known = anniversaries_from(lexicon())
    (form,) = known.forms.at(["g-20", "fire"], 0)[1]  # type: ignore[index]
    assert (form.occasion.name, form.occasion.act, form.occasion.surprise) == ("the fire", None, True)
    (form,) = known.forms.at(["club"], 0)[1]  # type: ignore[index]
    assert (form.local, form.occasion.act, form.occasion.bare, form.occasion.country) == (True, "founding", True, "PER")
    assert known.by_act["independence", "PER"].first == "1821-07-28"


def test_days_of_a_table() -> None:
    known = anniversaries_from(lexicon())
    (form,) = known.forms.at(["independence", "day"], 0)[1]  # type: ignore[index]
    assert (form.occasion.name, form.occasion.yearly) == ("Independence Day of Peru", True)


@pytest.mark.parametrize(
    "changes",
    [
        {"independence": {"XXX": "1821-07-28"}},
        {"independence": {"PER": "1821-07-32"}},
        {"occasions": [{"name": "the fire", "first": "soon", "forms": ["fire"]}]},
        {"occasions": [{"name": "the fire", "first": "1970-01-02", "last": "1969", "forms": ["fire"]}]},
        {"occasions": [{"name": "the fire", "first": "1970-01-02"}]},
        {"occasions": [{"name": n, "first": "1970-01-02", "forms": ["fire"]} for n in ("one", "other")]},
    ],
    ids=str,
)
def test_contradictions_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(LexiconError):
        anniversaries_from(lexicon(**changes))


def test_the_lexicon_is_sound() -> None:
    known = load_anniversaries()
    countries = {occasion.country for occasion in known.occasions} - {None}
    assert countries <= set(load_countries().by_code)
    assert len(known.occasions) > 80
    assert all(int(occasion.last[:4]) <= known.horizon for occasion in known.occasions)
    for occasion in known.occasions:
        assert len(occasion.first) in (4, 7, 10), occasion
        if len(occasion.first) == 10:
            date.fromisoformat(occasion.first)


def test_every_act_can_be_said() -> None:
    acts = {occasion.act for occasion in load_anniversaries().occasions} - {None}
    assert acts <= set(dating_words().acts.values())


def test_words_of_dating_are_refused_where_they_contradict_themselves() -> None:
    told = load_yaml("dating.yaml")
    with pytest.raises(LexiconError, match="says both"):
        dating_words_from({**told, "acts": {"start": ["launch"], "founding": ["launch"]}})
    with pytest.raises(LexiconError, match="these titles are none: chief cook"):
        dating_words_from({**told, "titles": ["chief cook"]})


def test_ordinals_in_full() -> None:
    ordinals = dating_words().ordinals
    assert (ordinals["third"], ordinals["fiftieth"]) == (3, 50)


def test_leaders_are_found_by_all_their_names() -> None:
    hit = leader_index().at(["george", "bush"], 0)
    assert hit is not None
    assert {leader.name for leader in hit[1]} == {"George H.W. Bush", "George W. Bush"}
    assert set(hit[1]) <= set(load_leaders())
