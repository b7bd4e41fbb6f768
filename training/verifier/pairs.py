"""What `gather.py` wrote: pairs as tokens, with what each is for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from fitting import DEVICE, Coded

BOTH = 2
"""The half of what both networks learn from."""
NEW = ("report", "short", "relation")
"""Kinds that came after `teach.py`."""


class Pairs:
    """All pairs. `task`, `label` (-1: nobody says), `half` (2: of both) and `kind` are arrays, an entry a pair."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as given:
            ends = np.cumsum(given["lengths"].astype(np.int64))
            texts = np.split(given["tokens"], ends[:-1])
            claim, text, self.task, self.label, self.half, kind = given["pairs"].T
            self.kind = given["kinds"][kind]
            self.sentences = [tuple(each.rsplit(" ", 2)) for each in given["sentences"].tolist()]
        self.coded = Coded([texts[n] for n in claim], [texts[n] for n in text])
        self.tasks = torch.from_numpy(self.task.astype(np.int64)).to(DEVICE)
        self.labels = torch.from_numpy(self.label.astype(np.int64)).to(DEVICE)

    def of(self, *kinds: str) -> list[int]:
        """The places of the pairs of these kinds, in their order."""
        return np.flatnonzero(np.isin(self.kind, kinds)).tolist()

    def known(self) -> list[int]:
        """Those that were known before the reports, with a label."""
        return np.flatnonzero((self.label >= 0) & ~np.isin(self.kind, NEW)).tolist()

    def before(self) -> list[int]:
        """Those, and what was made from them, without a label."""
        return [*self.known(), *np.flatnonzero(self.label < 0).tolist()]
