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
