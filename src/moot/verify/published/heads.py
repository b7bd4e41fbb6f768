"""From what a model gives to the probability of support: chosen by its config, as its card says to use it.

- One logit: its logistic (vectara/hallucination_evaluation_model at revision hhem-1.0-open: "outputs a probability
  from 0 to 1, 0 being a hallucination and 1 being factually consistent").
- Sequence classifiers: softmax, the labels that mean support. Two labels without names: the second
  (lytang/MiniCheck-RoBERTa-Large: "a binary label - 1 for supported and 0 for unsupported"). Three by their names
  (AlignScore, Zha et al. 2023: the probability of "aligned" of its 3-way head; NLI models: of "entailment").
- Token classifiers mark what is not supported: one minus the highest probability of that over the tokens of the claim
  (KRLabsOrg/lettucedect-base-modernbert-en-v1: label 1 of two is "hallucinated").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from moot.errors import UsageError
from moot.text.lazy import lazy_re
from moot.verify.published.folder import Config, Folder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Logits = NDArray[np.float64]

SUPPORTED = frozenset(
    {"entailment", "entailed", "entails", "supported", "support", "supports", "aligned", "consistent", "factual"}
    | {"faithful", "grounded", "attributable", "correct"}
)
UNSUPPORTED = frozenset(
    {"hallucination", "hallucinated", "unsupported", "not_supported", "baseless", "ungrounded", "unfaithful"}
    | {"inconsistent", "incorrect", "contradiction", "contradicted", "contradictory", "refuted"}
)
_UNNAMED = lazy_re(r"label_\d+")
_GENERATES = ("ForConditionalGeneration", "ForCausalLM", "LMHeadModel")


class Head(Protocol):
    @property
    def labels(self) -> int:
        """How many numbers it reads."""
        ...

    @property
    def by_token(self) -> bool: ...

    def probability(self, logits: Logits, claim: Sequence[int]) -> float:
        """Of support. `logits`: one row, or one a token; `claim`: the places of the claim's tokens."""
        ...


@dataclass(frozen=True)
class OneLogit:
    labels: int = 1
    by_token: bool = False

    def probability(self, logits: Logits, claim: Sequence[int]) -> float:
        import numpy as np

        return float(1 / (1 + np.exp(-np.clip(logits[0], -50, 50))))


@dataclass(frozen=True)
class Labels:
    labels: int
    supported: tuple[int, ...]
    by_token: bool = False

    def probability(self, logits: Logits, claim: Sequence[int]) -> float:
        return float(_softmax(logits)[list(self.supported)].sum())


@dataclass(frozen=True)
class Marks:
    labels: int
    unsupported: tuple[int, ...]
    by_token: bool = True

    def probability(self, logits: Logits, claim: Sequence[int]) -> float:
        marked = _softmax(logits)[list(claim)][:, list(self.unsupported)].sum(axis=1)
        return float(1 - marked.max())


def choose(folder: Folder) -> Head:
    """Raises `UsageError` in one sentence when the model is of a kind that is not run here."""
    config, settings = folder.config, folder.settings
    _refuse(config, folder)
    names = tuple(_plain(label) for label in config.labels)
    if config.architecture.endswith("ForTokenClassification"):
        known = [n for n, name in enumerate(names) if name.removeprefix("b_").removeprefix("i_") in UNSUPPORTED]
        told, others = settings.unsupported, settings.supported
        return Marks(len(names), _labels(names, "unsupported", told, others, known, folder))
    if len(names) == 1:
        return OneLogit()
    known = [n for n, name in enumerate(names) if name in SUPPORTED]
    return Labels(len(names), _labels(names, "supported", settings.supported, settings.unsupported, known, folder))


def _refuse(config: Config, folder: Folder) -> None:
    kind = config.architecture
    said = f"The verifier {folder.name} cannot be run: "
    if not kind:
        raise UsageError(f"{said}its config.json names no architecture.")
    if kind.endswith(_GENERATES):
        raise UsageError(
            f"{said}{kind} answers in words, and only sequence and token classifiers are run (of MiniCheck the "
            "RoBERTa and DeBERTa forms)."
        )
    if not kind.endswith(("ForSequenceClassification", "ForTokenClassification")):
        raise UsageError(f"{said}{kind} is neither a sequence nor a token classifier.")
    if config.model_type.lower().startswith("hhemv2") or (config.auto_map and not folder.onnx):
        raise UsageError(
            f"{said}it needs code of its own ({kind}), and code out of a model's repository is never run here."
        )
    if config.problem_type == "multi_label_classification":
        raise UsageError(f"{said}its labels are independent of one another (multi_label_classification).")
    if len(config.labels) == 1 and kind.endswith("ForTokenClassification"):
        raise UsageError(f"{said}a token classifier with one label marks nothing.")


def _labels(
    names: Sequence[str], means: str, told: Sequence[str], others: Sequence[str], known: Sequence[int], folder: Folder
) -> tuple[int, ...]:
    """The labels that mean it: as moot.json says (`told`, or all but `others`), else those that are `known`, else the
    second of two without names.
    """
    if told:
        return _named(told, names, folder)
    if others:
        return _others(_named(others, names, folder), names)
    if 0 < len(known) < len(names):
        return tuple(known)
    if len(names) == 2 and all(_UNNAMED.fullmatch(name) for name in names):
        return (1,)
    raise _unclear(names, means, folder)


def _named(wanted: Sequence[str], names: Sequence[str], folder: Folder) -> tuple[int, ...]:
    found = tuple(n for n, name in enumerate(names) if name in {_plain(each) for each in wanted})
    if len(found) != len(set(wanted)) or len(found) == len(names):
        raise UsageError(
            f"The labels in the moot.json of the verifier {folder.name} ({', '.join(wanted)}) do not fit those of its "
            f"config.json ({', '.join(names)})."
        )
    return found


def _others(left: Sequence[int], names: Sequence[str]) -> tuple[int, ...]:
    return tuple(n for n in range(len(names)) if n not in left)


def _unclear(names: Sequence[str], field: str, folder: Folder) -> UsageError:
    return UsageError(
        f"The verifier {folder.name} has labels that say nothing of support ({', '.join(names[:6])}): name those that "
        f'mean {field} in a moot.json beside its config.json, as {{"{field}": ["{names[0]}"]}}.'
    )


def _plain(label: str) -> str:
    return re.sub(r"[\s-]+", "_", label.strip().lower())


def _softmax(logits: Logits) -> Logits:
    import numpy as np

    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)
