"""What is known of a pair before the network reads it, as log odds that the training adds to the network's own.

So the network learns what word overlap and the tone of a claim do not say (a product of experts; Clark et al., 2019, He
et al., 2019). Overlap is added again when the verifier is used; the tone of a claim never is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from zlib import crc32

import torch
from mix import Pair
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from moot.text.terms import overlap

MEAN, DEVIATION, WEIGHT = 0.623, 0.259, 0.5
FEATURES, FOLDS, EPOCHS = 1 << 16, 4, 4


def offsets(pairs: list[Pair]) -> list[float]:
    tones = _tones([pair.claim for pair in pairs], torch.tensor([float(pair.supported) for pair in pairs]))
    plain = [WEIGHT * (overlap(pair.claim, pair.evidence) - MEAN) / DEVIATION for pair in pairs]
    return [a + b for a, b in zip(plain, tones, strict=True)]


def _tones(claims: list[str], supported: Tensor) -> list[float]:
    """Log odds from words and word pairs of the claim alone, each by a model that has not seen the claim."""
    coded = [_features(claim) for claim in claims]
    fold = [crc32(claim[:20].encode()) % FOLDS for claim in claims]
    found = [0.0] * len(claims)
    for left in range(FOLDS):
        torch.manual_seed(left)
        bag, bias = nn.EmbeddingBag(FEATURES, 1, mode="mean"), nn.Parameter(torch.zeros(1))
        nn.init.zeros_(bag.weight)
        adam = torch.optim.Adam([*bag.parameters(), bias], lr=0.05)
        seen = torch.tensor([n for n in range(len(claims)) if fold[n] != left])
        for _ in range(EPOCHS):
            for some in seen[torch.randperm(len(seen))].split(256):
                loss = binary_cross_entropy_with_logits(_read(bag, bias, coded, some.tolist()), supported[some])
                adam.zero_grad()
                loss.backward()
                adam.step()
        unseen = [n for n in range(len(claims)) if fold[n] == left]
        with torch.no_grad():
            for n, value in zip(unseen, _read(bag, bias, coded, unseen).clamp(-2, 2).tolist(), strict=True):
                found[n] = value
    return found


def _read(bag: nn.EmbeddingBag, bias: Tensor, coded: list[list[int]], some: list[int]) -> Tensor:
    flat = torch.tensor([each for n in some for each in coded[n]])
    starts = torch.tensor([0, *(len(coded[n]) for n in some[:-1])]).cumsum(0)
    return bag(flat, starts).squeeze(-1) + bias


def _features(claim: str) -> list[int]:
    words = ["<", *re.findall(r"\w+|[^\w\s]", claim), ">"]
    return [crc32(each.encode()) % FEATURES for each in words + [" ".join(two) for two in pairwise(words)]]
