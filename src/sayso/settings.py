"""Settings: from the environment (``SAYSO_…``), a ``.env`` file, or keywords."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a user may set; each also as an environment variable, such as ``SAYSO_MODEL``."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", env_file=".env", extra="ignore", frozen=True)

    model: str = Field(
        default="en_core_web_md",
        description="The spaCy English pipeline that parses: a package's name, or a folder.",
    )
    max_characters: int = Field(
        default=1_000_000, gt=0, description="The longest document that is read, in code points (spaCy's own limit)."
    )
    batch_size: int = Field(default=32, gt=0, description="How many documents go through the parser at once.")
    ledger: Path = Field(default=Path("sayso.db"), description="The ledger that commands use when none is named.")
