"""Sentence vectors: all-MiniLM-L6-v2 in whole numbers, out of `moot/weights`, which `training/encoder` writes.

Mean pooling over the tokens of a chunk as its model card says (sentence-transformers/all-MiniLM-L6-v2); a text longer
than a chunk is the mean of its chunks by their tokens.

Each chunk is run on its own: the same text has the same vector in any company, to the last bit on one machine. On two
cores a batch would save next to nothing; texts are read side by side, each on one core.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from moot.errors import NotInstalled

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from tokenizers import Encoding

WEIGHTS_SHA256 = "f4f586c4bf7f6be742008b52246236aa86745beb32a7aa1fadd2ff20f1f50939"
TOKENIZER_SHA256 = "f74a8cb90001f0ea28e531721aa3126e20d43e8a4d9ea706a9a24272ba42701a"
DIMENSIONS = 384
CHUNK = 256
"""Tokens of a chunk, the two marks at its ends included."""
KEPT_VECTORS = 4096
"""Texts whose vector is kept, 1.5 kB each."""
KEPT_TEXTS, SHORT = 512, 1000
"""Texts whose tokens are kept, 1.5 kB a token, and characters of the longest of them."""

_FOLDER = Path(__file__).parents[1] / "weights"
_WEIGHTS = "minilm-l6-int8.onnx"
_TOKENIZER = "minilm-l6-tokenizer.json.gz"


@dataclass(frozen=True, eq=False)
class Tokens:
    """The tokens of a text and their vectors; what nobody asks for is not made."""

    coded: Encoding
    hidden: Sequence[NDArray[np.float32]]
    """The last layer's rows of each chunk, those of its two marks included."""

    @cached_property
    def ids(self) -> tuple[int, ...]:
        """In the vocabulary."""
        return tuple(self.coded.ids)

    @cached_property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """In the text."""
        return tuple(self.coded.offsets)

    @cached_property
    def words(self) -> tuple[int | None, ...]:
        """The word that each belongs to."""
        return tuple(self.coded.word_ids)

    @cached_property
    def states(self) -> NDArray[np.float32]:
        """One row of 384 numbers a token, as the last layer gives them."""
        import numpy as np

        inner = [each[1:-1] for each in self.hidden]
        if not inner:
            return np.zeros((0, DIMENSIONS), dtype=np.float32)
        return inner[0] if len(inner) == 1 else np.concatenate(inner)

    @cached_property
    def vector(self) -> NDArray[np.float32]:
        """Of the text, as `Encoder.encode` gives it."""
        return _mean(self.hidden)


@cache
def shared() -> Encoder:
    """The encoder of this process: weights never change, and many runs need them only once."""
    return Encoder()


def _cores() -> int:
    """Those that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Encoder:
    """Texts to unit vectors. Files are read and their hashes checked on first use.

    Raises `NotInstalled` when a file is missing or is not the one that was measured.
    """

    version = f"minilm-l6-int8-{WEIGHTS_SHA256[:12]}"
    """Short hash of the weights: goes into the version of every check that uses them."""

    def __init__(self) -> None:
        self._session: Any = None
        self._tokenizer: Any = None
        self._loading = Lock()
        # Search, verifiers and checks ask for the same sentences in turn; what one has read, the next need not.
        self._vectors = lru_cache(KEPT_VECTORS)(self._vector)
        self._read = lru_cache(KEPT_TEXTS)(self._tokens)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of 384 numbers a text, unit length; a text without a token is a row of zeros."""
        import numpy as np

        self._load()
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for n, vector in enumerate(self._side_by_side(texts)):
            rows[n] = vector
        return rows

    def _side_by_side(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        if len(texts) < 2:
            return [*map(self._vectors, texts)]
        with ThreadPoolExecutor(max_workers=_cores()) as workers:
            return [*workers.map(self._vectors, texts)]

    def _vector(self, text: str) -> NDArray[np.float32]:
        return self.tokens(text).vector

    def _hidden(self, ids: list[int]) -> NDArray[np.float32]:
        import numpy as np

        (hidden,) = self._session.run(None, {"input_ids": np.array([ids], dtype=np.int64)})
        return hidden[0]

    def tokens(self, text: str) -> Tokens:
        """Every token of a text with the vector that it has in its context."""
        self._load()
        return self._read(text) if len(text) <= SHORT else self._tokens(text)

    def _tokens(self, text: str) -> Tokens:
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        return Tokens(coded, [self._hidden(ids) for ids in self._cut(coded.ids)])

    def ids(self, text: str) -> list[int]:
        """The tokens of a text in the vocabulary, without the marks at its ends."""
        self._load()
        return self._tokenizer.encode(text, add_special_tokens=False).ids

    def ordinary(self, word: str) -> bool:
        """Whether the vocabulary has a word (lower case) whole: names and codes are mostly in pieces there."""
        self._load()
        return self._tokenizer.token_to_id(word) is not None

    def _cut(self, ids: list[int]) -> list[list[int]]:
        first, last = self._tokenizer.token_to_id("[CLS]"), self._tokenizer.token_to_id("[SEP]")
        room = CHUNK - 2
        return [[first, *ids[at : at + room], last] for at in range(0, len(ids), room)]

    def _load(self) -> None:
        with self._loading:
            if self._session is None:
                self._open()

    def _open(self) -> None:
        from tokenizers import Tokenizer

        network = opened(_WEIGHTS, WEIGHTS_SHA256)
        tokenizer = Tokenizer.from_str(gzip.decompress(verified(_TOKENIZER, TOKENIZER_SHA256)).decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._session = network


def _mean(hidden: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Of the tokens of all chunks, as a unit vector; zeros where there are none."""
    import numpy as np

    total = np.zeros(DIMENSIONS, dtype=np.float64)
    for each in hidden:
        total += each.astype(np.float64).sum(axis=0)
    length = float(np.linalg.norm(total))
    return (total / length if length else total).astype(np.float32)


def opened(name: str, sha256: str) -> Any:
    """A network out of `moot/weights`, ready to run on one thread.

    Raises `NotInstalled` when the file is missing or is not the one that was measured.
    """
    return session(verified(name, sha256))


def session(graph: bytes) -> Any:
    """A network ready to run on one thread; what it shares with another is read from `moot/weights`."""
    from onnxruntime import (
        InferenceSession,
        SessionOptions,  # pyright: ignore[reportAttributeAccessIssue]
    )

    options = SessionOptions()
    options.intra_op_num_threads = 1  # Sums in one order on any machine; more threads bring little at this size.
    options.log_severity_level = 3
    options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(_FOLDER))
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def verified(name: str, sha256: str) -> bytes:
    """The bytes of a file that was measured, and of no other. Raises `NotInstalled`."""
    path = _FOLDER / name
    if not path.is_file():
        raise NotInstalled(f"The weights file {name} is missing: install moot again.")
    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise NotInstalled(f"The weights file {name} is not the one moot was measured with: install moot again.")
    return data
