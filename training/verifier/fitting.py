"""What the training of both networks shares: pairs as tokens, batches of like length, and the loop."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from labelled import NOT_SUPPORTED, SUPPORTED, Pair, tokens
from network import Network
from torch import Tensor

TOKENS, CLAIM = 300, 90
"""Of a pair with its marks, and of its claim; as in use."""
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
if DEVICE == "cuda":
    torch.backends.cuda.enable_cudnn_sdp(False)  # it plans anew for every length


class Coded:
    """Pairs as tokens, in the vocabulary of the encoder; MPNet's is the same, four further on and with other marks."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        known = {text: tokens(text)[:TOKENS] for pair in pairs for text in (pair.claim, pair.text)}
        self.claims = [known[pair.claim][:CLAIM] for pair in pairs]
        self.texts = [known[pair.text][: TOKENS - 3 - len(c)] for pair, c in zip(pairs, self.claims, strict=True)]
        self.lengths = [len(c) + len(t) + 4 for c, t in zip(self.claims, self.texts, strict=True)]

    def batch(self, some: Sequence[int], relative: bool) -> tuple[Tensor, Tensor]:
        width = -(-max(self.lengths[n] for n in some) // 8) * 8
        ids, kinds = np.zeros((len(some), width), np.int64), np.zeros((len(some), width), np.int64)
        for row, n in enumerate(some):
            claim, text = self.claims[n], self.texts[n]
            if relative:
                coded = [0, *(each + 4 for each in claim), 2, 2, *(each + 4 for each in text), 2]
            else:
                coded = [101, *claim, 102, *text, 102]
            ids[row, : len(coded)] = coded
            kinds[row, : len(claim) + 2], kinds[row, len(claim) + 2 : len(coded)] = 1, 2
        return torch.from_numpy(ids).to(DEVICE), torch.from_numpy(kinds).to(DEVICE)

    def batches(self, which: Sequence[int], size: int, draw: random.Random) -> list[list[int]]:
        """Of like length, in drawn order."""
        order = draw.sample(list(which), len(which))
        found: list[list[int]] = []
        for at in range(0, len(order), size * 24):
            alike = sorted(order[at : at + size * 24], key=lambda n: self.lengths[n])
            found += [alike[k : k + size] for k in range(0, len(alike), size)]
        draw.shuffle(found)
        return found


def of_labels(logits: Tensor, labels: Tensor, smooth: float = 0.04) -> Tensor:
    """A loss a pair: of supported or not, and of the three where the label tells them apart."""
    likely = torch.log_softmax(logits, -1)
    against = torch.logsumexp(likely[:, 1:], -1)
    two = torch.where(labels == SUPPORTED, -likely[:, 0], -against)
    three = -likely.gather(1, labels.clamp(0, 2)[:, None])[:, 0]
    told = torch.where(labels == NOT_SUPPORTED, two, (two + three) / 2)
    return (1 - smooth) * told - smooth * (likely[:, 0] + against) / 2


def fit(
    network: Network,
    pairs: Coded,
    batches: Sequence[Sequence[int]],
    loss: Callable[[Tensor, Tensor], Tensor],
    rate: float,
    decay: float,
    averaged: float,
) -> None:
    """AdamW, a linear rise and fall, lower layers slower by `decay` each; of the last part the mean of the weights."""
    parts = [
        (-3, network.head),
        *((5 - n if len(network.layers) == 6 else 11 - n, layer) for n, layer in enumerate(network.layers)),
    ]
    groups = [{"params": [*part.parameters()], "lr": rate * decay**depth} for depth, part in parts]
    below = [p for part in (network.words, network.places, network.norm) for p in part.parameters() if p.requires_grad]
    groups += [{"params": [network.kind, *below], "lr": rate * decay ** len(network.layers)}]
    adam = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    steps, warm = len(batches), max(1, len(batches) // 16)
    course = torch.optim.lr_scheduler.LambdaLR(adam, lambda n: min((n + 1) / warm, max(0.02, 1 - n / steps)))
    trained = [each for each in network.parameters() if each.requires_grad]
    mean: list[Tensor] | None = None
    count = 0
    network.train()
    for step, some in enumerate(batches):
        with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda"):
            logits = network(*pairs.batch(some, network.relative))
        lost = loss(logits, torch.tensor(some, device=DEVICE))
        adam.zero_grad()
        lost.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        adam.step()
        course.step()
        if step >= averaged * steps and step % 4 == 0:
            count += 1
            now = [each.detach() for each in trained]
            if mean is None:
                mean = [each.clone() for each in now]
            else:
                torch._foreach_lerp_(mean, now, 1 / count)
        if step % 500 == 0:
            print(f"{step}/{steps} loss {lost.item():.3f}", flush=True)
    with torch.no_grad():
        for each, value in zip(trained, mean or [], strict=mean is not None):
            each.copy_(value)


@torch.no_grad()
def judged(network: Network, pairs: Coded, at_once: int = 50_000) -> np.ndarray:
    """Log probabilities, a row a pair."""
    network.eval()
    found = np.zeros((len(pairs.lengths), 3), np.float32)
    for some in _packed(pairs, at_once):
        with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda"):
            logits = network(*pairs.batch(some, network.relative))
        found[some] = torch.log_softmax(logits, -1).cpu().numpy()
    return found


def _packed(pairs: Coded, at_once: int) -> Iterator[list[int]]:
    order = sorted(range(len(pairs.lengths)), key=lambda n: -pairs.lengths[n])
    while order:
        count = max(1, at_once // (pairs.lengths[order[0]] + 8))
        yield order[:count]
        order = order[count:]
