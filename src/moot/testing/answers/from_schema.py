"""The smallest answer that the schema allows."""

from __future__ import annotations

import json

from moot.testing.answers.fill import Filler, fill
from moot.testing.prompt import PromptView


def from_schema(prompt: PromptView) -> str:
    """A minimal valid JSON object for the prompt's schema; "ok" where none is asked. Always the same."""
    if prompt.schema is None:
        return "ok"
    return json.dumps(fill(prompt.schema, Filler()), ensure_ascii=False)
