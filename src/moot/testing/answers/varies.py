"""Drafts that differ between seats as those of several models do, decided by a seed.

Of what bears on the question, some is in every draft, some in one only, some in other words, and some with another
figure: a second one that the sources give for the same, or one that no source gives.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from moot.testing.answers.choosing import chosen, rivals_of
from moot.testing.answers.fill import Path, fill
from moot.testing.answers.reading import Reading, Sentence, read
from moot.testing.answers.rewording import reword
from moot.testing.answers.scholar import CLAIMS_A_SECTION, SECTIONS, Scholar, field, ordinal, scholar
from moot.testing.conduct import Answerer
from moot.testing.prompt import Json, PromptView
from moot.text.lazy import lazy_re

POOL = 15
"""Sentences that drafts are made of; a draft has at most nine."""
COMMON = 2
"""The nearest to the question are in every draft."""
KEPT, REWORDED = 0.65, 0.5
"""Shares: of the pool that a draft has; of that, what it says in other words."""
CONTESTED = 0.3
"""Share of a draft's sentences with figures that get another figure, half of them one that no source gives."""

_FIGURE = lazy_re(r"(?<![\w.,])\d[\d.,]*(?<![.,])")
_NAME = lazy_re(r"[A-Z]\w*[ -]$")
"""Before a number that belongs to a name, such as a version."""
_YEAR = lazy_re(r"(?:1[5-9]|20)\d\d")


def varies(seed: int | str = 0, contested: float = CONTESTED, otherwise: Answerer = scholar) -> Answerer:
    """An answerer that drafts by seed and model; whoever asks the same of one model again gets another draft.

    `contested` steers how much the drafts contradict each other. All but drafts is answered by `otherwise`.
    """
    asked: Counter[tuple[str, str]] = Counter()

    def answer(prompt: PromptView) -> str:
        if "sections" not in (prompt.schema or {}).get("properties", {}) or read(prompt.text).composing:
            return otherwise(prompt)
        assert prompt.schema is not None
        asked[prompt.model, prompt.text] += 1
        key = f"{seed}/{prompt.model}/{asked[prompt.model, prompt.text]}"
        return json.dumps(fill(prompt.schema, Varied(read(prompt.text), key, contested)), ensure_ascii=False)

    return answer


@dataclass(frozen=True)
class Said:
    """What a draft says, and the sentence that it quotes for it."""

    text: str
    sentence: Sentence


class Varied(Scholar):
    """A scholar whose draft is the one of `key`."""

    def __init__(self, reading: Reading, key: str, contested: float) -> None:
        super().__init__(reading)
        said = list(_drafted(reading, key, contested))[: SECTIONS * CLAIMS_A_SECTION]
        self._said = said
        self.chosen = [each.sentence for each in said] or self.chosen

    def string(self, path: Path, schema: Json) -> str:
        said = self._at(path)
        return said.text if said and field(path) == "text" else super().string(path, schema)

    def pick(self, path: Path, values: list[Any]) -> Any:
        said = self._at(path)
        if said and field(path) == "kind" and said.text != said.sentence.text and "stated" in values:
            return "stated"
        return super().pick(path, values)

    def _at(self, path: Path) -> Said | None:
        if not self._said or path[:1] != ("sections",) or "claims" not in path:
            return None
        return self._said[ordinal(path) % len(self._said)]


def _drafted(reading: Reading, key: str, contested: float) -> Iterator[Said]:
    """The claims of one draft, each sentence of the pool quoted once at most."""
    used: set[str] = set()
    for rank, sentence in enumerate(chosen(reading, POOL)):
        chance = _Chance(key, sentence.text)
        if sentence.text in used or (rank >= COMMON and chance.of("kept") >= KEPT):
            continue
        said = _said(sentence, reading, chance, contested)
        if said.sentence.text not in used:
            used |= {sentence.text, said.sentence.text}
            yield said


def _said(sentence: Sentence, reading: Reading, chance: _Chance, contested: float) -> Said:
    drawn = chance.of("figure")
    if drawn < contested:
        rivals = rivals_of(sentence.text, sentence.source, reading)
        if rivals and drawn < contested / 2:
            return Said(rivals[0].text, rivals[0])
        if (wrong := _misread(sentence.text, chance)) != sentence.text:
            return Said(wrong, sentence)
    if chance.of("words") < REWORDED:
        return Said(reword(sentence.text, chance.number("way")), sentence)
    return Said(sentence.text, sentence)


def _misread(text: str, chance: _Chance) -> str:
    """With another first digit in its first figure, neither a year nor of a name: too far off to be a rounding."""
    found = (match for match in _FIGURE.finditer(text) if not _NAME.search(text[: match.start()]))
    figure = next((match for match in found if not _YEAR.fullmatch(match[0])), None)
    if figure is None:
        return text
    digit = (int(text[figure.start()]) + chance.number("digit") % 8) % 9 + 1
    return f"{text[: figure.start()]}{digit}{text[figure.start() + 1 :]}"


@dataclass(frozen=True)
class _Chance:
    """Draws for one sentence of one draft, always the same."""

    key: str
    text: str

    def number(self, what: str) -> int:
        return int.from_bytes(blake2b(f"{self.key}\0{what}\0{self.text}".encode(), digest_size=6).digest())

    def of(self, what: str) -> float:
        """From 0 to 1."""
        return self.number(what) / 2**48
