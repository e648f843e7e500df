"""CAMEO's codes."""

from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.cameo import cameo_from, load_cameo
from sayso.lexicon.plover import codebook


def data(kind: str, mode: str, code: str) -> dict[str, object]:
    return {"codes": {kind: {mode: code}}, "sectors": {}, "groups": {}}


def test_a_mode_has_its_code_and_all_else_its_root() -> None:
    cameo = load_cameo()
    assert cameo.code("CONSULT", "visit", "04") == "042"
    assert cameo.code("CONSULT", None, "04") == cameo.code("CONSULT", "multilateral", "04") == "040"
    assert (cameo.sector("JRN"), cameo.sector("MED"), cameo.sector("GOV")) == ("MED", "HLH", "GOV")


@pytest.mark.parametrize(
    ("kind", "mode", "code", "told"),
    [
        ("CONSULT", "visit", "052", "but 04"),
        ("CONSULT", "dinner", "042", "no mode"),
        ("TALK", "visit", "042", "no type"),
    ],
)
def test_contradictions_are_told(kind: str, mode: str, code: str, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        cameo_from(data(kind, mode, code))


def test_every_code_has_three_or_four_digits() -> None:
    for (kind, mode), code in load_cameo().codes.items():
        assert code.startswith(codebook().cameo(kind, mode))
        assert len(code) in (3, 4)
