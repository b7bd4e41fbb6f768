"""How alike in meaning the texts of many claims are, all with all: what is not worth a closer look is seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from moot.verify.relating.wording import whole

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def likeness(texts: Sequence[str]) -> NDArray[np.float32]:
    """The cosine of every two texts, `[i, j]`, -1 to 1."""
    import numpy as np

    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = np.stack([whole(text) for text in texts])
    # Not by the library of matrices: its threads wait for one another where others need the cores.
    return np.einsum("ik,jk->ij", vectors, vectors)
