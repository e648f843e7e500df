"""The gate of the evals: a fall beyond noise is refused, other data is not compared."""

from __future__ import annotations

from evals.run import Figure, falls


def figure(value: float, *, data: str = "abc", documents: int = 100) -> Figure:
    return Figure("f1", value, documents, data, ())


def known(value: float, *, data: str = "abc") -> dict[str, dict[str, object]]:
    return {"set": {"value": value, "data": data}}


def test_a_fall_beyond_noise_is_told() -> None:
    assert falls(known(0.8), {"set": figure(0.7)})


def test_noise_is_no_fall() -> None:
    assert not falls(known(0.8), {"set": figure(0.79)})


def test_more_documents_allow_less_noise() -> None:
    assert falls(known(0.8), {"set": figure(0.79, documents=10_000)})


def test_a_rise_and_a_new_figure_are_no_fall() -> None:
    assert not falls(known(0.8), {"set": figure(0.9), "new": figure(0.1)})


def test_other_data_is_not_compared() -> None:
    assert not falls(known(0.8, data="other"), {"set": figure(0.1)})
