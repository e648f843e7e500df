"""How lexicons are read: YAML files beside this module."""

from __future__ import annotations

from importlib import resources
from typing import Any

import yaml

from sayso.errors import LexiconError

# libyaml's loader is ten times faster; PyYAML's wheels bring it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(name: str) -> Any:
    """What the lexicon file ``name`` (such as ``cues.yaml``) holds, as plain Python values.

    Raises:
        LexiconError: if the file is missing or is not YAML.
    """
    try:
        text = (resources.files("sayso.lexicon") / name).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 - the safe loader, in C
    except (OSError, yaml.YAMLError) as error:
        message = f"the lexicon {name} can't be read: {error}"
        raise LexiconError(message, where=name) from error
