"""Weigh what checks find in reports with known faults: what the weights of `src/moot/verify/weigh.py` should be.

    pip install scipy
    python training/weights/fit.py

Reports: `reports.jsonl.gz`, `later.jsonl.gz`, `reworded.jsonl.gz`, `retold.jsonl.gz` and `figures.jsonl.gz`, written
for this by writers who saw no code, and the open half of `benchmarks/corpora/faults`. Each sentence goes through the
audit's own way up to its findings; a logistic regression with a ridge weighs them, in which nothing that fails may
speak for a claim. The trained verifier has learned from most of these, so that its vote there is that of a network that
has not seen the writer (`read.json.gz`, from `training/verifier/further.py`). The weight of the embedded verifier is
given, not learned; sentences that a gate refutes are left out. Printed are the weights, for every writer how sentences
are told apart by weights learned from all others, and what figures should weigh that are missing or follow from others
(`reckoning/doubted.py`, `reckoning/recomputed.py`), given all else.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from moot.evidence.library import Library
from moot.readers.file import drafted
from moot.verify import figures
from moot.verify.figures import Figures
from moot.verify.reckoning.given.quantities import Names
from moot.verify.reckoning.settling import doubted, recomputed
from moot.verify.referee import Referee
from moot.verify.verifiers.trained import probability
from moot.verify.votes import logit
from moot.verify.weigh import BESIDE, is_plain
from moot.words import Claim, Finding, Outcome

HERE = Path(__file__).parent
BENCHMARKS = HERE.parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))
from faults import document, report  # noqa: E402
from verifier import auc  # noqa: E402

RIDGE = 5.0
GIVEN, WEIGHT = "embedded", 0.8
"""Who voted where only a score is kept; and its weight, which is none where it is learned (see README.md)."""
SUPPORTS = ("trained", "quotations hold", "figures recomputed", "figures missing")


@dataclass(frozen=True)
class Sentence:
    writer: str
    supported: bool
    refuted: bool
    """By a gate."""
    signs: Mapping[str, float]
    missing: Sequence[Mapping[str, float]] = ()
    """Of its figures that are missing: what is weighed of each."""
    made: Sequence[Mapping[str, float]] = ()
    """Of its figures that follow from others, likewise."""


@cache
def referee() -> Referee:
    return Referee()


def reports() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in ("reports", "later", "reworded", "retold", "figures"):
        with gzip.open(HERE / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from ((row["writer"], row) for row in map(json.loads, lines))
    for file in sorted((BENCHMARKS / "corpora" / "faults").glob("open*.jsonl")):
        yield from ((file.stem, json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines())


def read(given: tuple[str, dict[str, Any]]) -> list[Sentence]:
    writer, row = given
    library = Library([document(each) for each in row["sources"]])
    claims = list(drafted(report(row), library).claims())
    found: dict[str, list[Finding]] = {claim.id: [] for claim in claims}
    for finding in referee().findings(claims, library):
        found[finding.claim].append(finding)
    names = Names(library)
    return [
        Sentence(
            writer,
            said["label"] == "supported",
            any(each.gate and each.outcome is Outcome.FAILS for each in found[claim.id]),
            signs(found[claim.id]) | unseen(writer, row["id"], at),
            *told(claim, found[claim.id], library, names),
        )
        for at, (said, claim) in enumerate(zip(row["sentences"], claims, strict=True))
    ]


def told(
    claim: Claim, findings: Sequence[Finding], library: Library, names: Names
) -> tuple[Sequence[Mapping[str, float]], Sequence[Mapping[str, float]]]:
    """What is weighed of its missing figures, and of those that follow from others."""
    scored = {each.outcome for each in findings if each.check == "figures" and each.score}
    if not scored & {Outcome.FAILS, Outcome.HOLDS}:
        return (), ()
    proofs, _, near = Figures().proofs(claim, library.cited(claim), names, library)
    if Outcome.FAILS in scored:
        return figures.missing(claim, proofs, near), ()
    return (), figures.made(proofs)


@cache
def read_by_strangers() -> dict[str, dict[str, dict[str, float]]]:
    with gzip.open(HERE / "read.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def unseen(writer: str, report: str, at: int) -> dict[str, float]:
    """The vote of a network that has not seen the writer, as the trained verifier would give it."""
    known = read_by_strangers().get(writer)
    said = known.get(report, {}).get(str(at)) if known else None
    return {} if said is None else {"trained": logit(probability(said))}


def signs(findings: Sequence[Finding]) -> dict[str, float]:
    """What is weighed: votes as log odds, signals that fail, quotes that hold, figures that were recomputed."""
    seen: dict[str, float] = {}
    for each in findings:
        if each.check == "entailment" and each.score is not None:
            said = {vote.by: vote.score for vote in each.votes if vote.source is None} or {GIVEN: each.score}
            seen |= {by: logit(score) for by, score in said.items()}
        elif each.outcome is Outcome.FAILS and each.check == "figures" and each.score and not each.gate:
            seen["figures missing"] = logit(each.score)
        elif each.outcome is Outcome.FAILS and not each.gate and each.check not in BESIDE:
            seen["as good as proven" if is_plain(each) else f"{each.check} fails"] = 1.0
        elif each.outcome is Outcome.HOLDS and each.check == "quotations":
            seen["quotations hold"] = 1.0
        elif each.outcome is Outcome.HOLDS and each.check == "figures" and each.score and each.places:
            seen["figures recomputed"] = logit(each.score)
    return seen


def fitted(some: Sequence[Sentence]) -> dict[str, float]:
    """Weight by sign; that of no name is added to every sum."""
    some = [each for each in some if not each.refuted]
    given = [WEIGHT * each.signs.get(GIVEN, 0.0) for each in some]
    rows = [{name: value for name, value in each.signs.items() if name != GIVEN} for each in some]
    ways = {name: (0, None) if name in SUPPORTS else (None, 0) for row in rows for name in row}
    return learned(rows, [each.supported for each in some], given, ways)


def learned(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    given: Sequence[float],
    ways: Mapping[str, tuple[float | None, float | None]],
) -> dict[str, float]:
    """A logistic regression with a ridge. `given`: log odds to begin with; `ways`: the bounds of each weight."""
    names = sorted(ways)
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    truth, begun = np.array(labels), np.array(given)
    scale = np.sqrt((values**2).mean(axis=0)) + 1e-3

    def lost(weights: Any) -> tuple[float, Any]:
        odds = weights[0] + values / scale @ weights[1:] + begun
        wrong = 1 / (1 + np.exp(-odds)) - truth
        loss = np.logaddexp(0, np.where(truth, -odds, odds)).sum() + RIDGE / 2 * (weights[1:] ** 2).sum()
        slope = np.concatenate([[wrong.sum()], (values / scale).T @ wrong + RIDGE * weights[1:]])
        return float(loss), slope

    bounds = [(None, None), *(ways[name] for name in names)]
    found = minimize(lost, np.zeros(len(names) + 1), jac=True, bounds=bounds, method="L-BFGS-B").x
    return {"": float(found[0]), **dict(zip(names, found[1:] / scale, strict=True))}


def of_missing(some: Sequence[Sentence], weights: Mapping[str, float]) -> dict[str, float]:
    """What a missing figure should weigh against a sentence, by sign, where `weights` tell of all else."""
    some = [each for each in some if each.missing and not each.refuted]
    given = [odds(each, {**weights, "figures missing": 0.0}) for each in some]
    rows = [
        max(each.missing, key=lambda signs: sum(doubted.WEIGHTS[name] * value for name, value in signs.items()))
        for each in some
    ]
    found = learned(
        rows, [each.supported for each in some], given, {name: (None, None) for row in rows for name in row}
    )
    return {name: -weight for name, weight in found.items()}


def of_made(some: Sequence[Sentence], weights: Mapping[str, float]) -> dict[str, float]:
    """What a figure that follows from others should weigh for a sentence, likewise."""
    some = [each for each in some if each.made and not each.refuted]
    given = [odds(each, {**weights, "figures recomputed": 0.0}) for each in some]
    rows = [
        max(each.made, key=lambda signs: sum(recomputed.WEIGHTS[name] * value for name, value in signs.items()))
        for each in some
    ]
    return learned(rows, [each.supported for each in some], given, {name: (None, None) for row in rows for name in row})


def odds(each: Sentence, weights: Mapping[str, float]) -> float:
    told = sum(weights.get(name, 0.0) * value for name, value in each.signs.items())
    return -99.0 if each.refuted else weights[""] + told + WEIGHT * each.signs.get(GIVEN, 0.0)


def judged(rows: Sequence[tuple[float, bool]]) -> str:
    """AUC, and the faulty below all but 5 % of the true. `rows`: how likely each is, and whether it is supported."""
    true = sorted(likely for likely, supported in rows if supported)
    edge = true[int(0.05 * len(true))]
    caught = [likely < edge for likely, supported in rows if not supported]
    return f"{auc(rows):.3f} {sum(caught) / len(caught):.2f}"


def main() -> None:
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        known = [each for some in workers.map(read, reports()) for each in some]
    print(f"{len(known)} sentences; AUC, and faulty ones below all but 5 % of the true ones")
    print("writer    by weights learned from all others")
    for writer in dict.fromkeys(each.writer for each in known):
        mine = [each for each in known if each.writer == writer]
        weights = fitted([each for each in known if each.writer != writer])
        print(f"{writer:8}  {judged([(odds(each, weights), each.supported) for each in mine])}")
    weights = fitted(known)
    for name, weight in weights.items():
        print(f"{weight:6.2f}  {name or 'always'}")
    print("against, of a figure that is missing")
    for name, weight in of_missing(known, weights).items():
        print(f"{weight:6.2f}  {name or 'always'}")
    print("in favour, of a figure that follows from others")
    for name, weight in of_made(known, weights).items():
        print(f"{weight:6.2f}  {name or 'always'}")


if __name__ == "__main__":
    main()
