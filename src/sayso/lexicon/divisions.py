"""First-level divisions by the abbreviations of the press, from ``divisions.yaml``: "Ohio", "W.Va.", "Ont."."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer import load_gazetteer
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.lexicon.gazetteer import Entry

_FILE = "divisions.yaml"


def division_called(form: str) -> Entry | None:
    """The division of this abbreviation, the case kept; None if it is none."""
    return _divisions().get(form)


@functools.cache
def _divisions() -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for country, forms in load_yaml(_FILE).items():
        for form, name in forms.items():
            entries = [e for e in load_gazetteer().find(name) if e.country == country and e.kind == "admin1"]
            if not entries:
                message = f"the gazetteer has no division {name} of {country}"
                raise LexiconError(message, where=_FILE)
            found[form] = entries[0]
    return found
