"""What sentences are coded as, by type and mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

SENTENCES = {
    "The teachers of Togo said they will not end the strike until they are paid.": {("REJECT", "yield")},
    "The nurses of Togo ended their strike on Friday.": {("CONCEDE", None)},
    "A court in Peru ordered the former president to pay back the money.": {("REQUEST", "change")},
    "The president of Peru ordered the army to bomb the rebels of Chad.": {("ASSAULT", "explosives")},
    "About 200 Russian soldiers arrived in Belarus for exercises.": {("MOBILIZE", "troops")},
    "Ghana announced the deployment of 120 troops to Mali on a peacekeeping mission.": {("AID", None)},
    "Ghana's parliament voted on Monday to send 200 soldiers to Mali.": {("AGREE", None)},
    "The president of Peru told aides that he would call off the visit of the king of Spain.": {("REJECT", "meet")},
    "The president of Peru told Chile to withdraw its troops.": {("REQUEST", "yield")},
    "Norway's prosecutor sought a jail sentence for the opposition leader.": {("ACCUSE", "allege")},
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_coded(sentence: str, reader: Reader) -> None:
    events = reader.read(Document(sentence)).events
    assert {(event.type, event.mode) for event in events} == SENTENCES[sentence]


def test_a_meeting_that_is_spoken_of_again_has_its_parties(reader: Reader) -> None:
    text = "The presidents of Chad and Niger met in Paris on Monday. The talks lasted three hours."
    parties = [{argument.span.of(text) for argument in event.actors} for event in reader.read(Document(text)).events]
    assert len(parties) == 2
    assert parties[0] == parties[1]


def test_other_talks_are_not_those_told_before(reader: Reader) -> None:
    text = "The presidents of Chad and Niger met in Paris on Monday. The talks of the bishops lasted three hours."
    assert len(reader.read(Document(text)).events) == 1


def test_a_meeting_that_is_called_off_is_refused_to_the_other_side(reader: Reader) -> None:
    text = "The president of Chad was to meet the king of Spain in May. The president called the meeting off."
    refused = next(event for event in reader.read(Document(text)).events if event.type == "REJECT")
    assert [argument.span.of(text) for argument in refused.recipients] == ["king"]


PARTIES = {
    # Whom a word means that stands for two.
    "Emmanuel Macron met Olaf Scholz in Lyon in 2022. The two talked for an hour.": {"Emmanuel Macron", "Olaf Scholz"},
    "Chad broke off talks with Niger on Monday. Two ministers met in Accra.": {"Two ministers"},
    "Xi Jinping opened the summit of the BRICS countries in Xiamen.": {"Xi Jinping", "BRICS"},
    "Chad broke off talks with Niger, the first since their presidents met in May.": {
        "president of Chad",
        "president of Niger",
    },
}


@pytest.mark.parametrize("text", PARTIES)
def test_who_meets(text: str, reader: Reader) -> None:
    reading = reader.read(Document(text, published="2022-06-01"))
    name = {actor.id: actor.name for actor in reading.actors}
    meetings = [event for event in reading.events if event.type == event.act == "CONSULT"]
    parties = {name[argument.actor] for argument in meetings[-1].actors} if meetings else set()
    assert parties == PARTIES[text]


def test_who_takes_his_state_out_of_a_treaty_refuses_the_other_side(reader: Reader) -> None:
    text = "President Emmanuel Macron pulled France out of the treaty with Britain."
    (event,) = reader.read(Document(text, published="2022-06-01")).events
    assert [argument.span.of(text) for argument in event.recipients] == ["Britain"]


def test_a_clause_before_a_semicolon_is_not_what_is_asked_behind_it(reader: Reader) -> None:
    text = "Chad's ministry criticized the king of Spain on Wednesday; in April it had asked that he be replaced."
    events = reader.read(Document(text)).events
    assert [event.status for event in events if event.type == "ACCUSE"] == ["actual"]
