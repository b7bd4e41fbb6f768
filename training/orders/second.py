"""Learn what tells an order from its like where words leave it open, and write `src/moot/weights/orders-second.npz`.

    python training/orders/second.py PAGES GUIDE [PAIRS.jsonl.gz ...] [--out FILE]

A small network over the states of the encoder's tokens (`src/moot/evidence/orders/second.py` runs it). It learns from
what `fit.py` learns from, of that only from sentences whose words lean towards an order. The log odds by words go into
its sum: in training those by words that were learned without the writer of the text, and of texts by no writer of their
own without a ninth, since words know too well what they have learned from. Of an attempt the sentence counts that
tells most. Seeds are fixed, but sums round otherwise elsewhere: look at `PASS` again after a fit. Needs torch (2.13).

At the end it tells how much is named of what was not learned from: the sets of `fit.py`, by words and network as
written, and each writer, by words and network that were learned without that writer; beside each what words alone tell
where as many real pages are named.
"""

from __future__ import annotations

import argparse
import io
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fit  # pyright: ignore[reportMissingImports]
import numpy as np
import torch  # pyright: ignore[reportMissingImports]
from torch.nn import functional  # pyright: ignore[reportMissingImports]

from moot.evidence import orders
from moot.evidence.orders import second, weighed
from moot.evidence.orders.finding import paragraphs
from moot.text.embedding import DIMENSIONS, shared

WIDE, READERS, DEEP = 64, 4, 64
SEEDS = (0, 1)
"""A network each; the mean of what they say counts."""
PASSES, BATCH, RATE, WARM, DECAY, DROP = 6, 64, 1e-3, 50, 0.2, 0.5
ATTEMPT, LIKE = 1.5, 3.0
"""What an attempt, and a sentence written to look like one, weigh beside an ordinary sentence."""
LEARNED, ASKED = -4.0, -2.5
"""Log odds by words from which a sentence is learned from, and from which the network is asked: real pages have few of
the latter."""
PASS = 0.3
"""Log odds above which a sentence is named."""
NEVER = -99.0
ATTEMPTS, LIKES, ORDINARY = "attempts", "likes", "ordinary"
Weights = dict[str, float]


@dataclass(frozen=True)
class Text:
    kind: str
    fold: int
    """Learned from without it: that of its writer."""
    words: str


@dataclass(frozen=True)
class Sentence:
    read: str
    features: list[list[str]]
    """Of each of its stretches."""

    def odds(self, weights: Weights) -> float:
        return max(fit.total(weights, held) for held in self.features)


@dataclass(frozen=True)
class Leaning:
    """A sentence as the network reads it."""

    read: str
    odds: float


@dataclass(frozen=True)
class Lesson:
    """Sentences of which one is an order, or one that is none."""

    held: list[Leaning]
    truth: float
    weight: float


def sentences(text: str) -> list[Sentence]:
    """As they are found in use."""
    found: list[Sentence] = []
    for start, end in paragraphs(text):
        for each in weighed.sentences(text[start:end]):
            # Phrases take most of the time, and lift no sentence this far.
            features = [stretch.features for stretch in weighed.stretches(each[0], LEARNED - 1)]
            if features:
                found.append(Sentence(weighed.read(each[0]), features))
    return found


def texts(pages: Path, guide: Path, pairs: Sequence[Path]) -> list[Text]:
    writers = {ATTEMPTS: fit.attempts_of_writers(), LIKES: fit.likes_of_writers()}
    count = len(writers[ATTEMPTS])
    apart = {ATTEMPTS: fit.own_attempts(), LIKES: fit.own_likes(), ORDINARY: fit.ordinary(pages, guide, pairs)}
    of_writers = [
        Text(kind, n, words) for kind, each in writers.items() for n, said in enumerate(each) for words in said
    ]
    return of_writers + [Text(kind, n % count, words) for kind, said in apart.items() for n, words in enumerate(said)]


class States:
    """Of the tokens of sentences, each read once."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}

    def __call__(self, sentence: str) -> Any:
        if sentence not in self._known:
            states = shared().tokens(sentence).states[: second.TOKENS].astype(np.float16)
            self._known[sentence] = states if len(states) else np.zeros((1, DIMENSIONS), np.float16)
        return self._known[sentence]

    def of(self, held: Sequence[str]) -> tuple[Any, Any]:
        """Those of several sentences in one table, and the sentence of each row."""
        parts = [self(each) for each in held]
        at = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
        return torch.from_numpy(np.concatenate(parts).astype(np.float32)), torch.from_numpy(at)


class Network(torch.nn.Module):  # pyright: ignore[reportUntypedBaseClass]
    def __init__(self) -> None:
        super().__init__()
        self.seen = torch.nn.Linear(DIMENSIONS, WIDE)
        self.heed = torch.nn.Linear(WIDE, READERS, bias=False)
        self.known = torch.nn.Linear(WIDE * READERS, DEEP)
        self.told = torch.nn.Linear(DEEP, 1)
        self.by_words = torch.nn.Parameter(torch.tensor(1.0))
        torch.nn.init.zeros_(self.told.weight)
        torch.nn.init.zeros_(self.told.bias)

    def forward(self, states: Any, at: Any, odds: Any) -> Any:
        """Log odds of each sentence. `at`: the sentence of each row of `states`."""
        count = len(odds)
        seen = torch.relu(self.seen(functional.dropout(states, DROP / 2, self.training)))
        seen = functional.dropout(seen, DROP, self.training)
        heed = self.heed(seen)
        most = torch.full((count, READERS), -1e9).index_reduce(0, at, heed.detach(), "amax")
        heed = torch.exp(heed - most[at])
        heed = heed / torch.zeros(count, READERS).index_add(0, at, heed)[at]
        each = (heed.unsqueeze(2) * seen.unsqueeze(1)).reshape(len(states), -1)
        read = torch.zeros(count, READERS * WIDE).index_add(0, at, each)
        known = functional.dropout(torch.relu(self.known(read)), DROP, self.training)
        return self.told(known).squeeze(1) + self.by_words * odds


def lessons(held: Iterable[tuple[Text, list[Sentence]]], by_words: Sequence[Weights]) -> list[Lesson]:
    found: list[Lesson] = []
    known = set[str]()
    for text, said in held:
        odds = [Leaning(each.read, each.odds(by_words[text.fold])) for each in said]
        leaning = [each for each in odds if each.odds > LEARNED and second.english(each.read)]
        if text.kind == ATTEMPTS:
            found += [Lesson(leaning, 1.0, ATTEMPT)] if leaning else []
            continue
        # Pages repeat their menus.
        new = [each for each in leaning if each.read not in known]
        known |= {each.read for each in new}
        found += [Lesson([each], 0.0, LIKE if text.kind == LIKES else 1.0) for each in new]
    return found


def learned(given: Sequence[Lesson], states: States, seed: int) -> Network:
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    network = Network()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = PASSES * math.ceil(len(given) / BATCH)

    def share(step: int) -> float:
        return min(1, (step + 1) / WARM) * (1 + math.cos(math.pi * step / steps)) / 2

    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, share)
    for _ in range(PASSES):
        shuffled = order.permutation(len(given))
        for first in range(0, len(given), BATCH):
            batch = [given[n] for n in shuffled[first : first + BATCH]]
            odds = torch.tensor([each.odds for lesson in batch for each in lesson.held])
            told = network(*states.of([each.read for lesson in batch for each in lesson.held]), odds)
            of = torch.from_numpy(np.repeat(np.arange(len(batch)), [len(lesson.held) for lesson in batch]))
            most = torch.full((len(batch),), -1e9).index_reduce(0, of, told, "amax")
            truth, weight = (torch.tensor([getattr(each, name) for each in batch]) for name in ("truth", "weight"))
            lost = functional.binary_cross_entropy_with_logits(most, truth, weight, reduction="sum") / weight.sum()
            optimizer.zero_grad()
            lost.backward()
            optimizer.step()
            rate.step()
    return network


def arrays(networks: Sequence[Network]) -> dict[str, Any]:
    """As `moot.evidence.orders.second` wants them: one network an entry of each first axis, rows first."""
    held = [{name: each.detach().numpy() for name, each in network.named_parameters()} for network in networks]

    def stacked(name: str) -> Any:
        return np.stack([each[name] for each in held])

    weights = {name: stacked(f"{name}.weight").transpose(0, 2, 1) for name in ("seen", "heed", "known", "told")}
    weights |= {f"{name}_from": stacked(f"{name}.bias")[:, None] for name in ("seen", "known")}
    weights |= {"told_from": stacked("told.bias")[:, 0] - PASS, "by_words": stacked("by_words")}
    return {name: each.astype(np.float16) for name, each in weights.items()}


class Judge:
    """The log odds of the most telling sentence of texts, by words and by networks."""

    def __init__(self, by_words: Weights, weights: Mapping[str, Any], states: States) -> None:
        self._by_words, self._states = by_words, states
        self._weights = {name: each.astype(np.float32) for name, each in weights.items()}

    def __call__(self, said: Sequence[Sentence]) -> tuple[float, float]:
        leaning = [(each.read, odds) for each in said if (odds := each.odds(self._by_words)) > ASKED]
        told = [(odds, self._read(read, odds) if second.english(read) else odds) for read, odds in leaning]
        return (max(odds for odds, _ in told), max(odds for _, odds in told)) if told else (NEVER, NEVER)

    def _read(self, sentence: str, odds: float) -> float:
        return second.summed(self._weights, self._states(sentence).astype(np.float32), odds)


@dataclass(frozen=True)
class Told:
    """Of texts: what a form tells, and the most telling odds."""

    formed: list[bool]
    odds: list[tuple[float, float]]

    def named(self, by: int, above: float) -> int:
        """`by`: 0 words, 1 networks."""
        return sum(formed or each[by] > above for formed, each in zip(self.formed, self.odds, strict=True))

    def least(self, by: int, count: int) -> float:
        """The odds above which so many are named."""
        free = sorted(
            (each[by] for formed, each in zip(self.formed, self.odds, strict=True) if not formed), reverse=True
        )
        return free[count - sum(self.formed)]


class Sample:
    """Texts to measure with."""

    def __init__(self, words: Iterable[str]) -> None:
        held = list(words)
        self.formed = [bool(orders.told(each)) for each in held]
        self.said = [sentences(each) for each in held]

    def told(self, judge: Judge) -> Told:
        return Told(self.formed, list(map(judge, self.said)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("guide", type=Path)
    parser.add_argument("pairs", nargs="*", type=Path)
    parser.add_argument("--out", type=Path, default=fit.ROOT / "src" / "moot" / "weights" / "orders-second.npz")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    all_texts = texts(asked.pages, asked.guide, asked.pairs)
    stretches = [fit.stretches(each.words) for each in all_texts]
    held = [(each, sentences(each.words)) for each in all_texts]
    count = 1 + max(each.fold for each in all_texts)

    def words(but: int | None) -> Weights:
        kept = [(text.kind, each) for text, each in zip(all_texts, stretches, strict=True) if text.fold != but]
        attempts = [each for kind, each in kept if kind == ATTEMPTS and each]
        likes, ordinary = (_each_once(each for of, each in kept if of == kind) for kind in (LIKES, ORDINARY))
        return fit.fitted(attempts, likes, ordinary)

    by_words = [words(but=fold) for fold in range(count)]
    states = States()

    def networks(but: int | None) -> Mapping[str, Any]:
        given = lessons(((text, said) for text, said in held if text.fold != but), by_words)
        return arrays([learned(given, states, seed) for seed in SEEDS])

    weights = networks(but=None)
    packed = io.BytesIO()
    np.savez_compressed(packed, **weights)
    asked.out.write_bytes(packed.getvalue())
    print(f"{sum(each.size for each in weights.values())} weights, {asked.out.name}", flush=True)
    judge = Judge(json.loads(fit.OUT.read_text(encoding="utf-8")), weights, states)
    for name in fit.HELD:
        told = Sample(fit.lines(f"{name}.txt")).told(judge)
        print(f"{name} named: {told.named(1, 0)} of {len(told.odds)}", flush=True)
    tests = Sample(fit.pages(asked.pages, "test"))
    named = tests.told(judge).named(1, 0)
    print(f"real pages with a sentence named: {named} of {len(tests.said)}", flush=True)
    for n, (attempts, likes) in enumerate(zip(fit.attempts_of_writers(), fit.likes_of_writers(), strict=True)):
        judge = Judge(by_words[n], networks(but=n), states)
        pages = tests.told(judge)
        for what, said in (("attempts", Sample(attempts).told(judge)), ("their like", Sample(likes).told(judge))):
            by = [said.named(by, pages.least(by, named)) for by in (0, 1)]
            print(
                f"writer {n + 1}, learned without: {what} named {by[1]} of {len(said.odds)}, by words {by[0]}",
                flush=True,
            )


def _each_once(held: Iterable[list[list[str]]]) -> list[list[str]]:
    """Stretches; pages repeat their menus."""
    return [list(each) for each in dict.fromkeys(tuple(stretch) for text in held for stretch in text)]


if __name__ == "__main__":
    main()
