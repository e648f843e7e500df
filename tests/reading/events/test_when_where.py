"""When and where events happened, read by the whole pipeline. Published on Thursday, 3 May 2018."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader
    from sayso.records import Event, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Document(text, published="2018-05-03", published_basis="given"))


def event(reading: Reading, type_: str) -> Event:
    return next(event for event in reading.events if event.act == type_)


def told(reader: Reader, text: str, word: str) -> tuple[Reading, Event]:
    """The reading and its event whose trigger stands at the word."""
    reading, at = read(reader, text), text.index(word)
    return reading, next(event for event in reading.events if event.trigger.start <= at < event.trigger.end)


def days(reader: Reader, text: str, word: str) -> tuple[str | None, str | None]:
    time = told(reader, text, word)[1].time
    return (time.from_, time.to) if time is not None else (None, None)


def place(reader: Reader, text: str, word: str) -> str | None:
    reading, found = told(reader, text, word)
    return reading.places[found.place].name if found.place is not None else None


@pytest.mark.parametrize(
    ("text", "act", "first", "after", "precision"),
    [
        ("Peru's president met the king of Spain on Monday.", "CONSULT", "2018-04-30", "2018-05-01", "day"),
        ("Norway will send aid to Malawi next month.", "AID", "2018-06-01", "2018-07-01", "month"),
        ("Chad's army attacked the rebels in 2016.", "ASSAULT", "2016-01-01", "2017-01-01", "year"),
        ("The meeting of Peru and Chile on Sunday was short.", "CONSULT", "2018-04-29", "2018-04-30", "day"),
    ],
)
def test_the_expression_that_governs_the_event(
    reader: Reader, text: str, act: str, first: str, after: str, precision: str
) -> None:
    time = event(read(reader, text), act).time
    assert time is not None
    assert (time.from_, time.to, time.precision) == (first, after, precision)


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("Chad's army attacked the rebels from Monday to Wednesday.", "2018-04-30", "2018-05-03"),
        ("Between Monday and Wednesday Chad's army attacked the rebels.", "2018-04-30", "2018-05-03"),
        ("Chad's army attacked the rebels on April 17 and 18.", "2018-04-17", "2018-04-19"),
        ("Chad's army attacked the rebels from April 3 to 14.", "2018-04-03", "2018-04-15"),
        ("Chad's army has attacked the rebels since Sunday.", "2018-04-29", "2018-05-04"),
        ("Chad's army attacked the rebels until Tuesday.", None, "2018-05-02"),
        ("Chad's army attacked the rebels in mid-April.", "2018-04-11", "2018-04-21"),
        ("Chad's army attacked the rebels late last month.", "2018-04-21", "2018-05-01"),
        ("Chad's army attacked the rebels earlier this week.", "2018-04-30", "2018-05-03"),
        ("Chad's army attacked the rebels overnight.", "2018-05-02", "2018-05-04"),
        ("Chad's army attacked the rebels two weeks ago.", "2018-04-19", "2018-04-20"),
        ("Chad's army attacked the rebels on the 28th.", "2018-04-28", "2018-04-29"),
        ("Chad's army attacked the rebels for two weeks.", None, None),
        ("Chad's army attacked the rebels, the first such assault since 2015.", None, None),
    ],
)
def test_ranges_parts_and_ends(reader: Reader, text: str, first: str | None, after: str | None) -> None:
    assert days(reader, text, "attacked") == (first, after)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Chad closed the border on Monday, two weeks after rebels had shot at its soldiers.", "shot", "2018-04-16"),
        ("Ten days after Chad's police arrested a rebel, Mali freed him on Monday.", "arrested", "2018-04-20"),
        ("Chad arrested a rebel on Monday. A week earlier the rebels had shot at its soldiers.", "shot", "2018-04-23"),
        ("Chad, which had arrested a rebel a week earlier, expelled him on Monday.", "arrested", "2018-04-23"),
        ("Chad expelled a rebel on Monday, and hours later Mali's police arrested him.", "arrested", "2018-04-30"),
        ("Chad's police raided the party's office on the eve of the April 8 vote.", "raided", "2018-04-07"),
        ("Chad accused Sudan on Monday for help, three days after jets had struck its rebels.", "struck", "2018-04-27"),
        (
            "Chad accused Sudan on Monday before the vote of May 21. It had expelled a rebel a day earlier.",
            "expelled",
            "2018-04-29",
        ),
        ("Chad arrested a rebel in early April; in late March Sudan had expelled him.", "expelled", "2018-03-21"),
    ],
)
def test_one_event_is_dated_by_another(reader: Reader, text: str, word: str, day: str) -> None:
    assert days(reader, text, word)[0] == day


def test_a_distance_that_is_told_loosely_leaves_room(reader: Reader) -> None:
    text = "Monday's meeting in Lima came about three weeks after Peru's president and the king of Spain held a summit."
    time = event(read(reader, text), "CONSULT").time
    assert time is not None
    assert time.from_ is not None
    assert time.to is not None
    assert time.from_ <= "2018-04-09" < time.to < "2018-04-20"
    assert time.precision == "week"


def test_a_stay_lasts_as_long_as_it_is_told(reader: Reader) -> None:
    text = "Peru's president paid a three-day visit to Chad on Monday."
    assert days(reader, text, "visit") == ("2018-04-30", "2018-05-03")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru's army attacked the rebels, the minister said Monday.", "attacked"),
        ("Chad blamed Sudan for Monday's raid in Abeche.", "blamed"),
        ("Chad cancelled Monday's talks with Sudan.", "cancelled"),
        ("Chad postponed the talks with Sudan until June.", "postponed"),
        ("Chad accused Sudan on Monday of shelling a village.", "shelling"),
        ("Chad accused Sudan of breaking a 2008 treaty.", "breaking"),
        ("Peru's army attacked the rebels.", "attacked"),
    ],
)
def test_the_time_of_something_else(reader: Reader, text: str, word: str) -> None:
    assert days(reader, text, word) == (None, None)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On Monday Chad's army attacked rebels in Abeche and arrested a mayor.", "2018-04-30"),
        ("Chad's army attacked rebels in Abeche on Monday and then arrested them.", "2018-04-30"),
        ("Chad's army attacked rebels in Abeche on Monday and arrested a mayor.", None),
        ("Chad's army attacked rebels in Abeche on Monday, and Sudan arrested a mayor.", None),
    ],
)
def test_time_before_two_acts_counts_for_both_and_a_sequel_follows_at_once(
    reader: Reader, text: str, first: str | None
) -> None:
    assert days(reader, text, "arrested")[0] == first


def test_the_eve_is_the_day_before(reader: Reader) -> None:
    text = "On the eve of talks with the king of Spain, Peru's president said Sunday that he was ready."
    time = event(read(reader, text), "CONSULT").time
    assert time is not None
    assert time.from_ == "2018-04-30"


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Peru's president met the king of Spain in Lisbon on Monday.", "met", "Lisbon"),
        ("Peru closed its consulate in Lisbon.", "closed", "Lisbon"),
        ("Iraqi forces recaptured the city of Mosul.", "recaptured", "Mosul"),
        ("Israeli soldiers shot at protesters near Nablus.", "shot", "Nablus"),
        ("NATO sent 300 soldiers to Kabul.", "sent", "Kabul"),
        ("Sudan withdrew its soldiers from Juba.", "withdrew", "Juba"),
        ("Sudan barred two of the inspectors from Khartoum.", "barred", "Khartoum"),
        ("Hamas fired rockets from Rafah at Sderot on Monday.", "fired", "Sderot"),
        ("Speaking in Cairo, Germany's foreign minister accused Israel of lying.", "accused", "Cairo"),
        ("At a summit in Lisbon last week Peru's president denounced Chile.", "denounced", "Lisbon"),
        ("In Mosul Iraqi soldiers attacked militants of Islamic State.", "attacked", "Mosul"),
        ("Kabul condemned an attack on soldiers in Kandahar.", "condemned", None),
        ("Ghana recalled its ambassador to Abidjan.", "recalled", None),
        ("The mayor of Istanbul met Greece's prime minister.", "met", None),
        ("Paris accused Rome of spying.", "accused", None),
        ("Israeli soldiers shot at protesters in Nablus, and Jordan protested.", "protested", None),
    ],
)
def test_what_a_place_is_to_the_act(reader: Reader, text: str, word: str, name: str | None) -> None:
    assert place(reader, text, word) == name


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("LIMA, May 3 (Reuters) - Police fired tear gas at students here.", "fired", "Lima"),
        ("LIMA, May 3 (Reuters) - Peruvian police fired tear gas at students in the city.", "fired", "Lima"),
        ("LIMA, May 3 (Reuters) - Peruvian police beat students outside parliament.", "beat", "Lima"),
        ("LIMA, May 3 (Reuters) - Chile recalled its ambassador to Bolivia.", "recalled", None),
        ("LIMA, May 3 (Reuters) - Chilean troops have besieged the town.", "besieged", None),
        ("Rebels captured Mosul. Iraqi troops besieged the town.", "besieged", "Mosul"),
        ("Peru's president flew to Madrid on Monday and met the king of Spain there.", "met", "Madrid"),
        ("Leaders gathered in Kabul. Afghan police shot at crowds in the capital.", "shot", "Kabul"),
        ("Thousands marched in Minsk. Belarusian police beat the marchers.", "beat", "Minsk"),
    ],
)
def test_words_that_stand_for_a_place(reader: Reader, text: str, word: str, name: str | None) -> None:
    assert place(reader, text, word) == name
