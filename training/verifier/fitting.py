"""What the training of both networks shares: pairs as tokens, batches of like length, and the loop."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from network import CLASSES, LOGITS, Network, Task, likely
from torch import Tensor
from torch.nn.functional import cross_entropy

TOKENS, CLAIM = 300, 90
"""Of a pair with its marks, and of its claim; as in use."""
SUPPORTED, CONTRADICTED, UNSAID, NOT_SUPPORTED = range(4)
"""Labels of support; of the last no more is known than that the text does not support the claim."""
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
if DEVICE == "cuda":
    torch.backends.cuda.enable_cudnn_sdp(False)  # it plans anew for every length


class Coded:
    """Pairs as tokens, in the vocabulary of the encoder; MPNet's is the same, four further on and with other marks."""

    def __init__(self, claims: Sequence[Sequence[int]], texts: Sequence[Sequence[int]]) -> None:
        self.claims = [np.asarray(each[:CLAIM], np.int64) for each in claims]
        left = [TOKENS - 3 - len(each) for each in self.claims]
        self.texts = [np.asarray(each[:room], np.int64) for each, room in zip(texts, left, strict=True)]
        self.lengths = [len(c) + len(t) + 4 for c, t in zip(self.claims, self.texts, strict=True)]

    def batch(self, some: Sequence[int], relative: bool) -> tuple[Tensor, Tensor]:
        width = -(-max(self.lengths[n] for n in some) // 8) * 8
        ids, kinds = np.zeros((len(some), width), np.int64), np.zeros((len(some), width), np.int64)
        more, first, between = (4, 0, [2, 2]) if relative else (0, 101, [102])
        for row, n in enumerate(some):
            claim, text = self.claims[n], self.texts[n]
            at, end = 1 + len(claim), 1 + len(claim) + len(between) + len(text)
            ids[row, 0], ids[row, 1:at], ids[row, at : at + len(between)] = first, claim + more, between
            ids[row, at + len(between) : end], ids[row, end] = text + more, between[0]
            kinds[row, : len(claim) + 2], kinds[row, len(claim) + 2 : end + 1] = 1, 2
        return torch.from_numpy(ids), torch.from_numpy(kinds)

    def ahead(self, batches: Sequence[Sequence[int]], relative: bool) -> Iterator[tuple[Tensor, Tensor]]:
        """The batches on the device, each made while the one before is worked on."""
        with ThreadPoolExecutor(1) as worker:
            coming = [worker.submit(self.batch, some, relative) for some in batches[:4]]
            for n in range(len(batches)):
                ids, kinds = coming.pop(0).result()
                if n + 4 < len(batches):
                    coming.append(worker.submit(self.batch, batches[n + 4], relative))
                yield ids.to(DEVICE), kinds.to(DEVICE)

    def batches(self, which: Sequence[int], size: int, draw: random.Random) -> list[list[int]]:
        """Of like length, in drawn order."""
        order = draw.sample(list(which), len(which))
        found: list[list[int]] = []
        for at in range(0, len(order), size * 24):
            alike = sorted(order[at : at + size * 24], key=lambda n: self.lengths[n])
            found += [alike[k : k + size] for k in range(0, len(alike), size)]
        draw.shuffle(found)
        return found


def of_labels(logits: Tensor, labels: Tensor, tasks: Tensor, smooth: float = 0.04) -> Tensor:
    """A loss a pair, by the label of its task; of support that it is or is not, and of the three where known."""
    said = torch.log_softmax(logits[:, CLASSES[Task.SUPPORT]], -1)
    against = torch.logsumexp(said[:, 1:], -1)
    two = torch.where(labels == SUPPORTED, -said[:, 0], -against)
    three = -said.gather(1, labels.clamp(0, 2)[:, None])[:, 0]
    told = torch.where(labels == NOT_SUPPORTED, two, (two + three) / 2)
    support = (1 - smooth) * told - smooth * (said[:, 0] + against) / 2
    related = logits[:, CLASSES[Task.RELATION]]
    relation = cross_entropy(related, labels.clamp(0, 2), reduction="none", label_smoothing=smooth)
    return torch.where(tasks == Task.SUPPORT, support, relation)


def distance(logits: Tensor, theirs: Tensor, tasks: Tensor) -> Tensor:
    """A pair's, to what another network says of it (log probabilities), in probabilities and in odds."""
    ours = likely(logits)
    found: list[Tensor] = []
    for some in CLASSES.values():
        one, other = ours[:, some], theirs[:, some]
        odds, its = (torch.logsumexp(each[:, 1:], -1) - each[:, 0] for each in (one, other))
        found.append((other.exp() * (other - one)).sum(-1) + 0.05 * (its.clamp(-6, 6) - odds) ** 2)
    return torch.stack(found)[tasks, torch.arange(len(tasks), device=tasks.device)]


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
        *((len(network.layers) - 1 - n, layer) for n, layer in enumerate(network.layers)),
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
    for step, (some, made) in enumerate(zip(batches, pairs.ahead(batches, network.relative), strict=True)):
        with torch.autocast(DEVICE, torch.bfloat16):
            logits = network(*made)
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
def judged(network: Network, pairs: Coded, which: Sequence[int], at_once: int = 50_000) -> np.ndarray:
    """Log probabilities, a row a pair of `which`."""
    network.eval()
    found = np.zeros((len(which), LOGITS), np.float32)
    packed = list(_packed(pairs, which, at_once))
    batches = [[which[n] for n in some] for some in packed]
    for some, made in zip(packed, pairs.ahead(batches, network.relative), strict=True):
        with torch.autocast(DEVICE, torch.bfloat16):
            logits = network(*made)
        found[some] = likely(logits).cpu().numpy()
    return found


def _packed(pairs: Coded, which: Sequence[int], at_once: int) -> Iterator[list[int]]:
    order = sorted(range(len(which)), key=lambda n: -pairs.lengths[which[n]])
    while order:
        count = max(1, at_once // (pairs.lengths[which[order[0]]] + 8))
        yield order[:count]
        order = order[count:]
