"""Runs a verifier that is given as safetensors: torch and transformers, an extra that is imported only here."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from moot.errors import NotInstalled, UsageError
from moot.verify.published.folder import Folder
from moot.verify.published.tokens import Encoded
from moot.verify.wording import shorten

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Transformers:
    """Raises `NotInstalled` without the extra, `UsageError` when the weights are damaged or incomplete."""

    kind = "torch"

    def __init__(self, folder: Folder) -> None:
        torch, transformers = _libraries(folder.name)
        self._torch = torch
        self._model, loading = _opened(transformers, torch, folder)
        missing = sorted(loading["missing_keys"])
        if missing:  # The library would fill them with random numbers.
            raise UsageError(f"The weights of the verifier {folder.name} lack {missing[0]}: it has no trained head.")
        self._model.eval()
        self._takes = frozenset(inspect.signature(self._model.forward).parameters)

    def logits(self, encoded: Encoded) -> NDArray[np.float64]:
        import numpy as np

        torch = self._torch
        rows = {"input_ids": encoded.ids, "attention_mask": (1,) * len(encoded.ids), "token_type_ids": encoded.types}
        feed = {name: torch.tensor([row]) for name, row in rows.items() if name in self._takes}
        with torch.inference_mode():
            given = self._model(**feed).logits
        return np.asarray(given.to(torch.float64).numpy())

    def each(self, do: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
        """One after another: torch itself uses the cores."""
        return [do(item) for item in items]


def _libraries(name: str) -> tuple[Any, Any]:
    from importlib import import_module

    try:
        return import_module("torch"), import_module("transformers")
    except ImportError as error:
        raise NotInstalled(
            f"The verifier {name} is given as safetensors, which needs two more libraries: "
            'pip install "moot[verifiers]".'
        ) from error


def _opened(transformers: Any, torch: Any, folder: Folder) -> tuple[Any, dict[str, Any]]:
    by_token = folder.config.architecture.endswith("ForTokenClassification")
    kind = transformers.AutoModelForTokenClassification if by_token else transformers.AutoModelForSequenceClassification
    try:
        return kind.from_pretrained(
            str(folder.path),
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=torch.float32,
            output_loading_info=True,
        )
    except Exception as error:  # Errors of three libraries.
        raise UsageError(
            f"The weights of the verifier {folder.name} cannot be read ({shorten(str(error))})."
        ) from error
