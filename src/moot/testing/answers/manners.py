"""Answerers with a bent, to see what a panel makes of it. In all else they are the scholar.

conforms    gives way to everybody and shows nothing; a judge sides with the dispute that stands last
stubborn    gives way to nobody; a reviewer repeats its challenges, a judge dismisses all
first       a judge upholds the dispute that stands first and no other, so its rulings turn with the order
"""

from __future__ import annotations

import json

from moot.testing.answers.fill import Path, fill
from moot.testing.answers.reading import SeenClaim, read
from moot.testing.answers.scholar import Scholar, field, place, scholar
from moot.testing.prompt import Json, PromptView


def conforms(prompt: PromptView) -> str:
    """Agrees with whoever spoke last: concedes every challenge without a quote, objects to nothing."""
    return _said(prompt, Conforming)


def stubborn(prompt: PromptView) -> str:
    """Rebuts every challenge with its claim's own quote, revises nothing, raises its challenges again and again."""
    return _said(prompt, Stubborn)


def first(prompt: PromptView) -> str:
    """As a judge, upholds the first dispute of the prompt and dismisses the others, whatever they say."""
    return _said(prompt, First)


def _said(prompt: PromptView, kind: type[Scholar]) -> str:
    if prompt.schema is None:
        return scholar(prompt)
    return json.dumps(fill(prompt.schema, kind(read(prompt.text))), ensure_ascii=False)


class Conforming(Scholar):
    def rebuts(self, index: int) -> bool:
        return False

    def verdict(self, index: int) -> str:
        """Of several disputes the last is upheld; of a single one, what was said last: the author's answer."""
        disputes = self.reading.challenges
        if len(disputes) == 1:
            return "dismissed" if disputes[0].answered else "upheld"
        return "upheld" if index == len(disputes) - 1 else "dismissed"

    def string(self, path: Path, schema: Json) -> str:
        agrees = field(path) == "grounds" and place(path)[0] == "responses"
        return "The objection is right." if agrees else super().string(path, schema)

    def include(self, path: Path, schema: Json) -> bool:
        return not _quotes_in_response(path) and super().include(path, schema)

    def length(self, path: Path, schema: Json, least: int) -> int:
        if _quotes_in_response(path) or field(path) == "challenges":
            return least
        return super().length(path, schema, least)


class Stubborn(Scholar):
    def rebuts(self, index: int) -> bool:
        return True

    def verdict(self, index: int) -> str:
        return "dismissed"

    def objects_to(self, claim: SeenClaim) -> bool:
        return True

    def length(self, path: Path, schema: Json, least: int) -> int:
        return least if path == ("edits",) else super().length(path, schema, least)


class First(Scholar):
    def verdict(self, index: int) -> str:
        """Of a single dispute, what was said first: the challenge."""
        return "upheld" if index == 0 else "dismissed"


def _quotes_in_response(path: Path) -> bool:
    return field(path) == "citations" and place(path)[0] == "responses"
