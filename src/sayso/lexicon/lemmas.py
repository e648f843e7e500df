"""Verb forms that the parser's lemmatiser gets wrong, from ``lemmas.yaml``."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping


@functools.cache
def verb_lemmas() -> Mapping[str, str]:
    """Form in lower case → its dictionary form, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    return {form: lemma for lemma, forms in load_yaml("lemmas.yaml").items() for form in forms}
