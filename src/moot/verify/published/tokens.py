"""A claim and its evidence as the tokens that a model was trained on.

Evidence goes first, then the claim: the published usage of NLI models, MiniCheck (document, claim), HHEM (source,
summary), AlignScore (context, claim) and LettuceDetect (context, answer). Two of them differ in the rest:

- MiniCheck puts one separator between the two and encodes them as one text (Liyan06/MiniCheck, `inference.py`);
  tokenizers of the RoBERTa family would put two.
- LettuceDetect puts the evidence into a prompt; without a question it is that for summaries (KRLabsOrg/LettuceDetect).

Text is data: what looks like a special token in it ("[SEP]", "</s>") is read as plain characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from moot.errors import UsageError
from moot.verify.published.folder import EVIDENCE, Config, Folder
from moot.verify.wording import shorten

USUAL = 512
MOST = 1024
"""Tokens at once, whatever a config allows: windows are short."""
SPARE = 8
"""Tokens that a cut text may grow by when it is encoded again beside another."""
LETTUCE = f"Summarize the following text:\npassage 1: {EVIDENCE}\noutput:"


@dataclass(frozen=True)
class Encoded:
    ids: tuple[int, ...]
    types: tuple[int, ...]
    claim: tuple[int, ...]
    """Places of the claim's tokens."""


@dataclass(frozen=True)
class Layout:
    claim_first: bool
    separator: bool
    prompt: str
    longest: int

    @classmethod
    def of(cls, folder: Folder) -> Layout:
        """As published, where moot.json says nothing else."""
        config, settings = folder.config, folder.settings
        minicheck = "minicheck" in folder.name.lower()
        marks = config.architecture.endswith("ForTokenClassification")
        join = settings.join or ("separator" if minicheck else "pair")
        prompt = settings.prompt if settings.prompt is not None else LETTUCE if marks else EVIDENCE
        longest = settings.longest or min(MOST, _positions(config) or USUAL)
        return cls(settings.first == "claim", join == "separator", prompt, longest)


def _positions(config: Config) -> int:
    """RoBERTa's positions begin after that of its padding."""
    known = config.max_position_embeddings or 0
    if known > 0 and "roberta" in config.model_type.lower():
        known -= (config.pad_token_id if config.pad_token_id is not None else 1) + 1
    return max(known, 0)


class Tokens:
    """Encodes pairs; raises `UsageError` when the tokenizer's file is damaged."""

    def __init__(self, folder: Folder) -> None:
        from tokenizers import Tokenizer

        try:
            self._tokenizer: Any = Tokenizer.from_file(str(folder.tokenizer))
        except Exception as error:  # The library raises plain `Exception`.
            raise UsageError(
                f"The tokenizer.json of the verifier {folder.name} cannot be read ({shorten(str(error))})."
            ) from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tokenizer.encode_special_tokens = True
        self._layout = Layout.of(folder)

    def encode(self, claim: str, evidence: str) -> Encoded:
        """What does not fit is cut at its end: evidence first, and of the claim only what is over half of the room."""
        whole = self._joined(claim, evidence)
        if len(whole.ids) <= self._layout.longest:
            return whole
        room = max(2, self._layout.longest - len(self._joined("", "").ids) - SPARE)
        said = self._cut(claim, room // 2)
        left = max(1, room - self._count(said))
        return self._joined(said, self._cut(evidence, left))

    def _joined(self, claim: str, evidence: str) -> Encoded:
        held = self._layout.prompt.replace(EVIDENCE, evidence)
        first, second = (claim, held) if self._layout.claim_first else (held, claim)
        which = 0 if self._layout.claim_first else 1
        return self._separated(first, second, which) if self._layout.separator else self._paired(first, second, which)

    def _paired(self, first: str, second: str, which: int) -> Encoded:
        coded = self._tokenizer.encode(first, second)
        places = tuple(n for n, sequence in enumerate(coded.sequence_ids) if sequence == which)
        return Encoded(tuple(coded.ids), tuple(coded.type_ids), places)

    def _separated(self, first: str, second: str, which: int) -> Encoded:
        """The first text with the marks of a single one, then the second without the opening mark."""
        one, two = self._tokenizer.encode(first), self._tokenizer.encode(second)
        opening = next((n for n, mark in enumerate(two.special_tokens_mask) if not mark), len(two.ids) - 1)
        ids = (*one.ids, *two.ids[opening:])
        plain = [not mark for mark in (*one.special_tokens_mask, *two.special_tokens_mask[opening:])]
        mine = range(len(one.ids)) if which == 0 else range(len(one.ids), len(ids))
        return Encoded(ids, (0,) * len(ids), tuple(n for n in mine if plain[n]))

    def _count(self, text: str) -> int:
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def _cut(self, text: str, most: int) -> str:
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        return text if len(coded.ids) <= most else text[: coded.offsets[most - 1][1]]
