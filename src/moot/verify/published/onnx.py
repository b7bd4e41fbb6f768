"""Runs a verifier that is given as ONNX: onnxruntime only, one pair a run, so that a score has no neighbours."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from moot.errors import UsageError
from moot.verify.published.folder import Folder
from moot.verify.published.tokens import Encoded
from moot.verify.wording import shorten

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FED = ("input_ids", "attention_mask", "token_type_ids")
_OUTPUTS = ("logits", "logit")
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Onnx:
    """Raises `UsageError` when the file is damaged or asks for inputs that we do not have."""

    kind = "onnx"

    def __init__(self, folder: Folder) -> None:
        from onnxruntime import (
            InferenceSession,
            SessionOptions,  # pyright: ignore[reportAttributeAccessIssue]
        )

        options = SessionOptions()
        options.intra_op_num_threads = 1  # Sums in one order; pairs run side by side instead.
        options.log_severity_level = 4
        try:
            self._session: Any = InferenceSession(str(folder.weights[0]), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # The library's errors have no common base of their own.
            raise UsageError(
                f"The {folder.weights[0].name} of the verifier {folder.name} cannot be read ({shorten(str(error))})."
            ) from error
        self._inputs = {each.name: each.type for each in self._session.get_inputs()}
        strange = sorted(set(self._inputs) - set(_FED))
        if strange or "input_ids" not in self._inputs:
            said = f"it asks for {strange[0]}" if strange else "it has no input_ids"
            raise UsageError(f"The verifier {folder.name} cannot be run: {said}; known are {', '.join(_FED)}.")
        names = [each.name for each in self._session.get_outputs()]
        self._output = next((name for name in _OUTPUTS if name in names), names[0])

    def logits(self, encoded: Encoded) -> NDArray[np.float64]:
        import numpy as np

        length = len(encoded.ids)
        rows = {"input_ids": encoded.ids, "attention_mask": (1,) * length, "token_type_ids": encoded.types}
        feed = {
            name: np.array([rows[name]], dtype=np.int32 if kind == "tensor(int32)" else np.int64)
            for name, kind in self._inputs.items()
        }
        (given,) = self._session.run([self._output], feed)
        return np.asarray(given, dtype=np.float64)

    def each(self, do: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
        """Side by side, each on one core."""
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as workers:
            return list(workers.map(do, items))
