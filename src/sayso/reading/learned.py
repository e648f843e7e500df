"""The learned coder: a small encoder that tells, with probabilities, what a marked sentence says that A does to R.

``training/`` has its sentences, its recipe and its figures. It runs on the CPU with ONNX, is loaded once, when it is
first asked, and is asked in batches of one document. Its weights are whole numbers of eight bits; the scale of a batch
follows from all of its rows, so the questions of one document are always asked together, in text order.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from sayso.errors import ModelError
from sayso.reading.marking import NONE, Marker

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from sayso.reading.marking import Question
    from sayso.records.reading import Status

FOLDER = Path(__file__).parents[1] / "weights"
# A document's questions go to the encoder in so many rows at once: more would take memory and no less time.
_ROWS = 16


@dataclass(frozen=True, slots=True)
class Answer:
    """What the coder makes of a question.

    Attributes:
        types: PLOVER type, or ``NONE`` for no act between these → its calibrated probability; they add up to 1.
        modes: ``TYPE/mode``, or ``-`` for none → its score; scores of one answer can be compared.
        statuses: how the act stands → its probability; they add up to 1.
    """

    types: Mapping[str, float]
    modes: Mapping[str, float]
    statuses: Mapping[Status, float]

    @property
    def status(self) -> Status:
        """The likeliest status."""
        return max(self.statuses, key=lambda name: (self.statuses[name], name))

    def best(self, *, refusing: bool) -> str:
        """The likeliest type; only if ``refusing`` it may be ``NONE``."""
        return max((name for name in self.types if refusing or name != NONE), key=lambda name: (self.types[name], name))

    def mode_of(self, type_: str) -> str | None:
        """The mode of the type that scores best; None if having none scores better."""
        fitting = [label for label in self.modes if label == "-" or label.partition("/")[0] == type_]
        return max(fitting, key=lambda label: (self.modes[label], label)).partition("/")[2] or None


class LearnedCoder:
    """Answers questions."""

    def __init__(self, session: InferenceSession, marker: Marker, described: Mapping[str, Any]) -> None:
        self._session = session
        self._marker = marker
        self._labels: Mapping[str, Sequence[str]] = described["labels"]
        self._temperature: float = described["temperature"]

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        """One for each question, in order; [] for none."""
        found: list[Answer] = []
        for first in range(0, len(questions), _ROWS):
            ids, mask, places = self._marker.batch(questions[first : first + _ROWS])
            inputs = {"ids": np.array(ids), "mask": np.array(mask), "places": np.array(places)}
            types, modes, statuses = self._session.run(["type", "mode", "status"], inputs)
            rows = zip(_softmax(types / self._temperature), modes, _softmax(statuses), strict=True)
            found += [
                Answer(
                    self._named("type", a),
                    self._named("mode", b),
                    cast("dict[Status, float]", self._named("status", c)),
                )
                for a, b, c in rows
            ]
        return found

    def _named(self, head: str, row: NDArray[Any]) -> dict[str, float]:
        return dict(zip(self._labels[head], map(float, row), strict=True))


def _softmax(logits: NDArray[Any]) -> NDArray[Any]:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares: NDArray[Any] = powers / powers.sum(axis=1, keepdims=True)
    return shares


@functools.cache
def load_learned_coder(folder: Path = FOLDER) -> LearnedCoder:
    """The coder whose weights lie in the folder, loaded once per process.

    Raises:
        ModelError: if the weights are not there or can't be read.
    """
    import onnxruntime  # noqa: PLC0415 - half a second that readings by frames alone do not pay

    options = onnxruntime.SessionOptions()
    # More threads make other sums, and the parser's cores are busy anyway.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        described = json.loads((folder / "coder.json").read_text(encoding="utf-8"))
        session = onnxruntime.InferenceSession(str(folder / "coder.onnx"), options, providers=["CPUExecutionProvider"])
        marker = Marker(folder / "tokenizer.json")
    except Exception as error:
        message = f"the learned coder in {folder} can't be loaded ({error}): reinstall sayso, or set SAYSO_CODER=frames"
        raise ModelError(message, where=str(folder)) from error
    return LearnedCoder(session, marker, described)
