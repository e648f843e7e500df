"""Every frame's example, read by the whole pipeline, is coded by that frame."""

from __future__ import annotations

from sayso.lexicon.frame_files import frame_book
from sayso.reading.pipeline import Reader
from sayso.records import Document
from sayso.settings import Settings


def test_every_example_is_coded_by_its_frame() -> None:
    reader = Reader(Settings(coder="frames"))
    frames = [frame for frame in frame_book().frames.values() if frame.act]
    readings = reader.read_many([Document(frame.example) for frame in frames])
    missed = {
        frame.id: frame.example
        for frame, reading in zip(frames, readings, strict=True)
        if frame.id not in {event.rule.partition(",")[0] for event in reading.events}
    }
    assert missed == {}
