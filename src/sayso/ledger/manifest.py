"""Manifest: all that a reading follows from, besides its document."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sayso.reading import learned
from sayso.reading.analyse import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.settings import Settings

# Whose versions bear on what is read.
LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "babel", "pycountry")
# Of the package: what a reading is made by.
_CODE = ("records", "lexicon", "reading")
_CODE_ENDING = ".py"
_NO_KNOWLEDGE = (_CODE_ENDING, ".pyc")
# The settings that a reading depends on.
SETTINGS = ("model", "coder", "max_characters", "batch_size")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """A reading made with this follows from its document alone.

    Attributes:
        version: Sayso's.
        code: SHA-256, in hex, of the code that reads: its files with their paths.
        lexicons: of the lexicons.
        weights: of the weights: the parser's, and the learned coder's if the settings ask it.
        libraries: name → version of Python and of what the code stands on.
        settings: name → value of the settings that a reading depends on.
    """

    version: str
    code: str
    lexicons: str
    weights: str
    libraries: Mapping[str, str]
    settings: Mapping[str, Any]

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """What is read with now; loads the parser's model, and goes through all the files: some tenths of a second.

        Raises:
            ModelError: if the parser's model is missing.
        """
        package = Path(str(resources.files("sayso")))
        knowledge = [path for path in _files(package / "lexicon") if path.suffix not in _NO_KNOWLEDGE]
        code = [path for folder in _CODE for path in _files(package / folder) if path.suffix == _CODE_ENDING]
        parser = load(settings.model).path
        weights = [digest(_files(parser), parser)] if parser else []
        weights += [digest(_files(learned.FOLDER), learned.FOLDER)] if settings.coder != "frames" else []
        libraries = {name: metadata.version(name) for name in LIBRARIES}
        return cls(
            version=metadata.version("sayso"),
            code=digest(code, package),
            lexicons=digest(knowledge, package),
            weights=hashlib.sha256(" ".join(weights).encode()).hexdigest(),
            libraries={"python": platform.python_version(), **libraries},
            settings={name: getattr(settings, name) for name in SETTINGS},
        )

    def columns(self) -> dict[str, str]:
        """The columns of ``runs``."""
        return {
            **{name: getattr(self, name) for name in ("version", "code", "lexicons", "weights")},
            "libraries": json.dumps(self.libraries, sort_keys=True),
            "settings": json.dumps(self.settings, sort_keys=True),
        }

    @classmethod
    def from_columns(cls, row: Mapping[str, Any]) -> Self:
        """The manifest of a row of ``runs``."""
        plain = {name: row[name] for name in ("version", "code", "lexicons", "weights")}
        return cls(**plain, libraries=json.loads(row["libraries"]), settings=json.loads(row["settings"]))

    def differing(self, other: Manifest) -> tuple[str, ...]:
        """What differs between the two, in words: ``lexicons``, ``spacy 3.8.4 → 3.8.7``; () if nothing does."""
        told = [f"version {self.version} → {other.version}"] if self.version != other.version else []
        told += [name for name in ("code", "lexicons", "weights") if getattr(self, name) != getattr(other, name)]
        told += _changes(self.libraries, other.libraries)
        told += _changes(self.settings, other.settings, leave=("batch_size",))
        return tuple(told)


def _changes(old: Mapping[str, Any], new: Mapping[str, Any], *, leave: Iterable[str] = ()) -> list[str]:
    names = sorted((old.keys() | new.keys()) - set(leave))
    return [f"{name} {old.get(name)} → {new.get(name)}" for name in names if old.get(name) != new.get(name)]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def digest(files: Iterable[Path], root: Path) -> str:
    """SHA-256, in hex, of the files' paths below ``root`` and their contents, whatever the order they come in."""
    lines = sorted(f"{path.relative_to(root).as_posix()} {_sha256(path)}" for path in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sha256(path: Path) -> str:
    made = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            made.update(block)
    return made.hexdigest()
