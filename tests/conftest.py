"""What tests share."""

from __future__ import annotations

import pytest

from sayso.reading.pipeline import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The real pipeline, loaded once."""
    return Reader()
