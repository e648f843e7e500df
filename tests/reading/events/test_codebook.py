"""PLOVER's coding rules, the forms that arguments take, and statuses, each on sentences of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.records import Document, Span

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader
    from sayso.records import Reading

# rule: sentence → "actors TYPE/mode status recipients" of its first event, or "refused"; actors by name, parted by "+".
RULES = {
    "a future meeting is an agreement": (
        "Kenya's president will visit Uganda next month.",
        "Kenya's president AGREE planned Uganda",
    ),
    "future aid is an agreement": ("Norway will send food to Chad.", "Norway AGREE planned Chad"),
    "a future release is a concession": ("Mali will release the five sailors.", "Mali CONCEDE planned five sailors"),
    "a future strike is a threat": (
        "Teachers in Togo said they would boycott the schools.",
        "Teachers THREATEN/restrict planned schools",
    ),
    "an arrest that is announced was made": (
        "The police announced the arrest of two monks in Burma.",
        "police COERCE/arrest actual two monks",
    ),
    "a cancelled meeting is a refusal to meet": (
        "Turkey called off its talks with Greece.",
        "Turkey REJECT/meet denied Greece",
    ),
    "withdrawn aid is a sanction": ("Sweden suspended aid to Zambia.", "Sweden SANCTION/discontinue actual Zambia"),
    "mediation that is ended is a sanction": (
        "The African Union ended its mediation between Chad and Libya.",
        "African Union SANCTION/withdraw actual Chad+Libya",
    ),
    "a refusal to release": (
        "The rebels refused to release the hostages.",
        "rebels REJECT/yield actual hostages",
    ),
    "prisoners released": ("Bahrain released three bloggers.", "Bahrain RETREAT/release actual three bloggers"),
    "a pardon is a concession": (
        "The king of Morocco pardoned two journalists.",
        "king CONCEDE actual two journalists",
    ),
    "an ambassador summoned to hear a complaint": (
        "Bolivia summoned the Chilean ambassador.",
        "Bolivia ACCUSE/disapprove actual Chilean ambassador",
    ),
    "a conviction": (
        "A court in Cairo sentenced the editor to ten years in prison.",
        "court SANCTION/convict actual editor",
    ),
    "one who is deported": (
        "Malaysia deported two Filipino monks.",
        "Malaysia COERCE/deport actual two Filipino monks",
    ),
    "diplomats expelled": (
        "Ukraine expelled two Belarusian diplomats.",
        "Ukraine SANCTION/expel actual two Belarusian diplomats",
    ),
    "a truce that is broken is an assault": (
        "The militia violated the truce with the army.",
        "militia ASSAULT actual army",
    ),
    "a joint exercise is cooperation": (
        "India and Japan held a joint naval exercise.",
        "India+Japan COOPERATE actual ",
    ),
    "an exercise of one state is a mobilization": (
        "China held military exercises near Taiwan.",
        "China MOBILIZE/troops actual Taiwan",
    ),
    "forces for relief are aid": (
        "Nigeria sent 200 troops to Liberia on a peacekeeping mission.",
        "Nigeria AID actual Liberia",
    ),
    "debt forgiven is aid": ("Belgium forgave the debt of Zambia.", "Belgium AID actual Zambia"),
    "a host and a visitor": (
        "The emir of Qatar received the Japanese prime minister at the palace.",
        "Japanese prime minister CONSULT/visit actual emir",
    ),
    "whoever meets is an actor": (
        "The foreign ministers of Peru and Chile met in Lima.",
        "foreign minister of Chile+foreign minister of Peru CONSULT actual ",
    ),
    "lists stay one event": (
        "France and Germany condemned Syria and Iran.",
        "France+Germany ACCUSE/disapprove actual Syria+Iran",
    ),
    "nobody is named who does it": ("Five villagers were killed on Friday.", "refused"),
    "a figure of speech": ("The minister attacked the problem of inflation.", "refused"),
    "an accident": ("An earthquake killed forty people in Peru.", "refused"),
}

ARGUMENTS = {
    "active": ("Rebels attacked the army of Chad.", "Rebels ASSAULT actual army"),
    "passive with by": ("The army's base was attacked by rebels.", "rebels ASSAULT actual army's base"),
    "by behind the object kept": (
        "The team's members were denied visas by the State Department.",
        "State Department REJECT actual team's members",
    ),
    "reduced relative": (
        "Troops sent by Ethiopia arrested a Somali governor.",
        "Troops COERCE/arrest actual Somali governor",
    ),
    "control": ("Sudan was forced to release two nuns.", "Sudan RETREAT/release actual two nuns"),
    "raising": ("Iran seems to have released the crew.", "Iran RETREAT/release possible crew"),
    "coordination of verbs": ("Police detained and deported the poet.", "Police COERCE/arrest actual poet"),
    "possessive": ("Iran's attack on Iraq went on.", "Iran ASSAULT ongoing Iraq"),
    "noun before an act": ("A rebel attack on Juba failed.", "rebel ASSAULT actual South Sudan"),
    "light verb": ("Laos held talks with Burma in Vientiane.", "Laos+Myanmar CONSULT actual "),
    "counted people": (
        "Thousands of Sudanese marched against the government in Khartoum.",
        "Thousands of Sudanese PROTEST/demo actual government",
    ),
    "whoever takes part in the clause protests": (
        "Demonstrators wept during a protest in Minsk.",
        "Demonstrators PROTEST/demo actual ",
    ),
    "two parties of a clash": (
        "Two soldiers were killed in a clash with rebels.",
        "rebels+Two soldiers ASSAULT actual ",
    ),
    "whoever announces an arrest made it": (
        "Police said that two men had been detained.",
        "Police COERCE/arrest actual two men",
    ),
    "but not whoever reports another's": ("A lawyer said that two men had been detained.", "refused"),
    "a circumstance is not what is promised": (
        "The president of Malawi promised reforms after gangs murdered three farmers.",
        "gangs ASSAULT actual three farmers",
    ),
}

STATUSES = {
    "a condition by inversion": (
        "Had Peru released the crew, Chile would have paid.",
        "Peru RETREAT/release hypothetical crew",
    ),
    "what would have been": (
        "Norway would have recognised the council of Mali.",
        "Norway SUPPORT hypothetical council of Mali",
    ),
    "was to have": ("The emir of Qatar was to have met the king of Jordan.", "emir+king CONSULT denied "),
    "has yet to": ("Hungary has yet to ratify the treaty with Serbia.", "Hungary+Serbia SUPPORT denied "),
    "held back from": (
        "Jordan held back from bombing the smugglers in Syria.",
        "Jordan ASSAULT/aerial denied smugglers",
    ),
    "a denial that is denied": (
        "Chad did not hesitate to expel two French diplomats.",
        "Chad SANCTION/expel actual two French diplomats",
    ),
    "a headline's infinitive": ("Slovakia to withdraw troops from Mali", "Slovakia CONCEDE planned Mali"),
    "on the verge of": (
        "Kenya is on the verge of attacking the rebels in Somalia.",
        "Kenya THREATEN/violence planned rebels",
    ),
    "under way": ("The talks between Japan and Vietnam are under way.", "Japan+Vietnam CONSULT ongoing "),
    "what came to nothing took place": ("The rebels' attack on Juba failed.", "rebels ASSAULT actual South Sudan"),
}


def told(reading: Reading) -> list[str]:
    """Each event as in the tables above."""
    names = {actor.id: actor.name for actor in reading.actors}
    lines = []
    for event in reading.events:
        kind = f"{event.type}/{event.mode}" if event.mode else event.type
        actors = "+".join(names[a.actor] for a in event.actors)
        lines.append(f"{actors} {kind} {event.status} {'+'.join(names[a.actor] for a in event.recipients)}")
    return lines or ["refused"]


@pytest.mark.parametrize("table", [RULES, ARGUMENTS, STATUSES], ids=["rules", "arguments", "statuses"])
def test_each_sentence_is_coded_as_its_rule_says(reader: Reader, table: dict[str, tuple[str, str]]) -> None:
    readings = reader.read_many([Document(sentence) for sentence, _ in table.values()])
    lines = {rule: told(reading) for rule, reading in zip(table, readings, strict=True)}
    wrong = {rule: lines[rule] for rule, (_, wanted) in table.items() if wanted not in lines[rule]}
    assert wrong == {}


def test_each_given_pair_has_an_answer(reader: Reader) -> None:
    text = "Chad attacked the rebels in Mali."
    pair = (Span(text.index("Chad"), len("Chad")), Span(text.index("rebels"), text.index(" in")))
    found = reader.read(Document(text), pairs=(pair, pair))
    assert [event.type for event in found.events] == ["ASSAULT", "ASSAULT"]
