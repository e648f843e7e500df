"""The stage on whole sentences of our own: who says what, on whose say-so, how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader
    from sayso.records import Reading, Statement

# Each row: the text; the chain, outermost first, as "source (certainty)"; the content, pieces divided by " … ".
CHAINS = [
    (
        "Doctors believe the envoy was poisoned, Radio Lima reported.",
        "Radio Lima (reports) < Doctors (hedges)",
        "the envoy was poisoned",
    ),
    (
        "The port will stay shut for a week, Radio Lima quoted the harbour master as saying on Friday.",
        "Radio Lima (reports) < the harbour master (asserts)",
        "The port will stay shut for a week",
    ),
    (
        "The governor denied a claim by the miners that the shaft had been sealed.",
        "The governor (denies) < the miners (asserts)",
        "that the shaft had been sealed",
    ),
    (
        "Radio Lima published the admiral's warning that the strait would be mined.",
        "Radio Lima (reports) < the admiral's (asserts)",
        "that the strait would be mined",
    ),
    (
        "The boycott would go on until May, declared the teachers' union after a vote in Cusco.",
        "the teachers' union (asserts)",
        "The boycott would go on until May",
    ),
    (
        "The dam will be filled, Ana Soto said in remarks carried by Radio Lima.",
        "Radio Lima (reports) < Ana Soto (asserts)",
        "The dam will be filled",
    ),
    ("Prosecutors ruled out that the mayor had known.", "Prosecutors (denies)", "that the mayor had known"),
    ("The goalkeeper hinted that he might retire.", "The goalkeeper (hedges)", "that he might retire"),
    (
        "Radio Lima cited Minister Ana Soto as saying that the talks had failed.",
        "Radio Lima (reports) < Minister Ana Soto (asserts)",
        "that the talks had failed",
    ),
    (
        "The talks have failed, Minister Ana Soto said, Radio Lima reported Monday.",
        "Radio Lima (reports) < Minister Ana Soto (asserts)",
        "The talks have failed",
    ),
    (
        "According to Radio Lima, Ana Soto said the talks had failed.",
        "Radio Lima (reports) < Ana Soto (asserts)",
        "the talks had failed",
    ),
    (
        "Ana Soto said the talks had failed, according to Radio Lima.",
        "Radio Lima (reports) < Ana Soto (asserts)",
        "the talks had failed",
    ),
    (
        "Ana Soto was quoted as saying that the port was closed.",
        "unnamed (reports) < Ana Soto (asserts)",
        "that the port was closed",
    ),
    (
        "Ana Soto, quoted by Radio Lima, said the port was closed.",
        "Radio Lima (reports) < Ana Soto (asserts)",
        "the port was closed",
    ),
    (
        "Ana Soto said, as reported by Radio Lima, that the port was closed.",
        "Radio Lima (reports) < Ana Soto (asserts)",
        "that the port was closed",
    ),
    (
        "Radio Lima, citing two officials, said the port was closed.",
        "Radio Lima (reports) < two officials (asserts)",
        "the port was closed",
    ),
    (
        "The port is closed, according to Radio Lima, which cited harbour officials.",
        "Radio Lima (reports) < harbour officials (asserts)",
        "The port is closed",
    ),
    ("Ana Soto told Radio Lima that the port was closed.", "Ana Soto (asserts)", "that the port was closed"),
    ("It is believed that the port is closed.", "unnamed (hedges)", "that the port is closed"),
    ("The port is said to be closed.", "unnamed (reports)", "The port … to be closed"),
    ("The port will reportedly close.", "unnamed (reports)", "The port will … close"),
    (
        "Ana Soto reportedly said the port would close.",
        "unnamed (reports) < Ana Soto (asserts)",
        "the port would close",
    ),
    ("Police said they believe the fire was set.", "Police (hedges)", "the fire was set"),
    ("Ana Soto denied that the port was closed.", "Ana Soto (denies)", "that the port was closed"),
    ("Ana Soto denied reports that the port was closed.", "Ana Soto (denies)", "that the port was closed"),
    ("The survey shows that most voters want peace.", "The survey (asserts)", "that most voters want peace"),
    ("In a survey, most voters backed the treaty.", "a survey (asserts)", "most voters backed the treaty"),
    ("Ana Soto did not say that the port was closed.", "Ana Soto (hedges)", "that the port was closed"),
    ("Ana Soto does not believe that the port is closed.", "Ana Soto (denies)", "that the port is closed"),
    ("SOTO: We will wait. We will not pay.", "SOTO (asserts)", "We will wait. We will not pay."),
    ("Ana Soto called for an end to the blockade.", "Ana Soto (asserts)", "an end to the blockade"),
    ("Ana Soto called on both sides to lift the blockade.", "Ana Soto (asserts)", "both sides to lift the blockade"),
    ("Ana Soto described the blockade as a crime.", "Ana Soto (asserts)", "the blockade as a crime"),
    ("Ana Soto is confident that the talks will go on.", "Ana Soto (hedges)", "that the talks will go on"),
    ("Ana Soto issued a statement saying the port was closed.", "Ana Soto (asserts)", "the port was closed"),
    ("The blockade, Ana Soto said, is a crime.", "Ana Soto (asserts)", "The blockade … is a crime"),
    (
        "Radio Lima quoted her as adding that the port was closed.",
        "Radio Lima (reports) < her (asserts)",
        "that the port was closed",
    ),
    ("In the words of Ana Soto, the blockade is a crime.", "Ana Soto (asserts)", "the blockade is a crime"),
    (
        "The opinion of Ana Soto is that the blockade has failed.",
        "Ana Soto (hedges)",
        "that the blockade has failed",
    ),
    (
        "Officials who asked not to be named said the port was closed.",
        "Officials (asserts)",
        "the port was closed",
    ),
    ("Asked whether the port was closed, Ana Soto left.", "unnamed (asserts)", "whether the port was closed"),
    ("The deal was condemned by Ana Soto as a farce.", "Ana Soto (asserts)", "The deal … as a farce"),
]


def read(reader: Reader, text: str, **about: str) -> Reading:
    return reader.read(Document(text, **about))  # type: ignore[arg-type]


def chain_of(statement: Statement, text: str) -> str:
    links = ((link.source.of(text) if link.source else "unnamed", link.certainty) for link in statement.chain)
    return " < ".join(f"{source} ({certainty})" for source, certainty in links)


def content_of(statement: Statement, text: str) -> str:
    return " … ".join(part.of(text) for part in statement.content)


def told(reader: Reader, text: str) -> dict[str, str]:
    return {content_of(s, text): chain_of(s, text) for s in read(reader, text).statements}


@pytest.mark.parametrize(("text", "chain", "content"), CHAINS, ids=[row[0][:50] for row in CHAINS])
def test_who_says_what(reader: Reader, text: str, chain: str, content: str) -> None:
    found = told(reader, text)
    assert content in found
    assert found[content] == chain


def test_a_denied_report_is_told_once(reader: Reader) -> None:
    assert len(told(reader, "Ana Soto denied reports that the port was closed.")) == 1


def test_what_is_only_passed_on_makes_no_statement_of_its_own(reader: Reader) -> None:
    assert len(told(reader, "Radio Lima cited Ana Soto as saying that the talks had failed.")) == 1


def test_someone_else_than_the_speaker_is_a_link(reader: Reader) -> None:
    found = told(reader, "Ana Soto said the harbour master believes the port is closed.")
    assert found["the port is closed"] == "Ana Soto (reports) < the harbour master (hedges)"


def test_speakers_beside_each_other_do_not_nest(reader: Reader) -> None:
    found = told(reader, "Ana Soto said the blockade had failed while Juan Ruiz said it was working.")
    assert found == {"the blockade had failed": "Ana Soto (asserts)", "it was working": "Juan Ruiz (asserts)"}


def test_what_the_speaker_adds_is_not_said_by_what_she_speaks_of(reader: Reader) -> None:
    found = told(reader, "Ana Soto said the blockade was unlawful and praised the crews.")
    assert found == {"the blockade was unlawful": "Ana Soto (asserts)", "the crews": "Ana Soto (asserts)"}


def test_the_outlet_is_no_link(reader: Reader) -> None:
    text = "Radio Lima has learned that Ana Soto said the port was closed."
    (statement,) = read(reader, text, outlet="Radio Lima").statements
    assert chain_of(statement, text) == "Ana Soto (asserts)"


QUOTED = [
    ("“The port is closed,” Soto said.", "direct", "Soto", ["“The port is closed,”"]),
    ("”The port is closed,” Soto said.", "direct", "Soto", ["”The port is closed,”"]),
    ("''The port is closed,'' said Soto, who runs it.", "direct", "Soto", ["''The port is closed,''"]),
    ("Soto called it ”a farce” and left.", "mixed", "Soto", ["it ”a farce”"]),
    (
        "“We will wait,” Soto said. “We have no choice.”",
        "direct",
        "Soto",
        ["“We will wait,”", "“We have no choice.”"],
    ),
    (
        "“We will wait,” Soto said.\n\n“And we will not pay.”\n\nThe port lies idle.",
        "direct",
        "Soto",
        ["“We will wait,”", "“And we will not pay.”"],
    ),
    (
        "“We will wait. We have no choice. The port is closed,” Soto said.",
        "direct",
        "Soto",
        ["“We will wait. We have no choice. The port is closed,”"],
    ),
    ("Soto said the port was “closed for good” on Monday.", "mixed", "Soto", None),
    (
        "Reporters waited all day. “The port will not open before May.”",
        "direct",
        None,
        ["“The port will not open before May.”"],
    ),
]


@pytest.mark.parametrize(("text", "manner", "source", "content"), QUOTED, ids=[row[0][:40] for row in QUOTED])
def test_quotations(reader: Reader, text: str, manner: str, source: str | None, content: list[str] | None) -> None:
    (statement,) = read(reader, text).statements
    assert statement.manner == manner
    assert (statement.chain[0].source.of(text) if statement.chain[0].source else None) == source
    assert statement.quotes
    if content is not None:
        assert [part.of(text) for part in statement.content] == content


def test_a_term_in_quotation_marks_is_nobodys_statement(reader: Reader) -> None:
    assert read(reader, "The crew sailed on the “Mar Azul” to Callao.").statements == ()


def test_a_quotation_that_ended_belongs_to_the_sentence_before(reader: Reader) -> None:
    text = "“We will wait,” Soto said. “We will not pay.” Ruiz says that the port is lost."
    found = told(reader, text)
    assert found["that the port is lost"] == "Ruiz (asserts)"


POSITIONS = [
    ("Ana Soto said Peru opposes any blockade.", ("Peru", "opposes", "any blockade")),
    ("Ana Soto vowed to lift the blockade.", ("Ana Soto", "promises", "to lift the blockade")),
    ("Ana Soto called for an end to the blockade.", ("Ana Soto", "demands", "an end to the blockade")),
    ("Ana Soto said Peru was ready to lift the blockade.", ("Peru", "offers", "to lift the blockade")),
    ("Ana Soto said Peru does not support the treaty.", ("Peru", "opposes", "the treaty")),
    ("Ana Soto denied that the port was closed.", ("Ana Soto", "denies", "that the port was closed")),
    ("Peru's opposition to the treaty is well known, Ana Soto said.", ("Peru", "opposes", "the treaty")),
    ("The treaty was condemned by Ana Soto as a farce.", ("Ana Soto", "opposes", "The treaty")),
]


@pytest.mark.parametrize(("text", "position"), POSITIONS, ids=[row[0][:40] for row in POSITIONS])
def test_positions(reader: Reader, text: str, position: tuple[str, str, str]) -> None:
    reading = read(reader, text)
    found = {
        (reading.actor(taken.actor).name, taken.stance, taken.object.of(text))
        for statement in reading.statements
        for taken in statement.positions
    }
    assert position in found
