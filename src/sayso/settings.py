"""Settings: from the environment (``SAYSO_…``), a ``.env`` file, or keywords."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sayso.errors import SettingError

type CoderChoice = Literal["both", "frames", "learned"]

_PREFIX = "SAYSO_"
_FILE = ".env"


class Settings(BaseSettings):
    """What a user may set; each also as an environment variable, such as ``SAYSO_MODEL``."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_file=_FILE, extra="ignore", frozen=True)

    model: str = Field(
        default="en_core_web_md",
        description="The spaCy English pipeline that parses: a package's name, or a folder.",
    )
    coder: CoderChoice = Field(
        default="both",
        description="What codes events: frames, with the learned coder where they leave it open; or one alone.",
    )
    max_characters: int = Field(
        default=1_000_000, gt=0, description="The longest document that is read, in code points (spaCy's own limit)."
    )
    batch_size: int = Field(default=32, gt=0, description="How many documents go through the parser at once.")
    author: str | None = Field(default=None, description="Who gives verdicts, where --author names nobody.")
    ledger: Path = Field(default=Path("sayso.db"), description="The ledger that commands use when none is named.")


def load_settings() -> Settings:
    """The settings of the environment and of ``.env``.

    Raises:
        SettingError: if one is not what it must be, or the file can't be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors()[0]
        name = _PREFIX + "_".join(map(str, wrong["loc"])).upper()
        message = f"the setting {name} can't be '{wrong['input']}' ({wrong['msg'].lower()}): change or unset it"
        raise SettingError(message, where=name) from error
    except (OSError, UnicodeDecodeError) as error:
        message = f"the settings in {_FILE} can't be read ({error}): save the file as UTF-8 text, or remove it"
        raise SettingError(message, where=_FILE) from error
