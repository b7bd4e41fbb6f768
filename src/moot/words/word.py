"""What every word is: frozen, and strict about its fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Word(BaseModel):
    """A frozen value; unknown fields are an error, so a typo in stored data is seen."""

    # A plug-in's score may be no number; as `null` it could not be read again.
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")
