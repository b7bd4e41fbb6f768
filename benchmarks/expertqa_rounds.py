"""What rounds of argument add to the checks alone, on answers of real systems that experts judged claim by claim.

    python benchmarks/expertqa_rounds.py PATH/TO/expertqa/dev.jsonl.gz
    python benchmarks/expertqa_rounds.py … --model NAME [--reviewer NAME] [--judge NAME] --price IN/OUT
        [--sample N --seed S] [--at-once K] [--done] [--retry-failed] [--section]

The data (ExpertQA, Malaviya and others, NAACL 2024, MIT) is read from the path given and is not part of Moot. Claims,
labels and citations are those of `expertqa_audit.py`. The recorded answer is the author's first draft; then a critique
runs: round 0 is the checks alone, each further round has challenges (of the checks and of a reviewer), answers, rulings
and edits. Without `--model` readers sit: `reader:lexical` answers, `reader:semantic` reviews. With it, NAME answers for
the author, and reviews unless `--reviewer` names another, over the endpoint in OPENAI_BASE_URL (a name without a colon
is `openai:NAME`). Runs are kept under MOOT_HOME: the same command goes on where it was stopped, `--done` tells of the
finished ones and asks nobody. `--section` prints a part for docs/FIGURES.md.

Found at 90 %: every claim gets a score; the threshold is where 90 % of the supported claims lie above it; found is the
share of the unsupported ones below. A claim that was withdrawn or reworded lies below every other, supported or not.
Of claims that tie at the threshold, such a share counts as below as makes it exactly 90 %, of both kinds alike. Two
orders: "by findings", where edited claims are all alike and the others lie as their findings weigh after that round
(after round 0 it is the audit's); "by outcome": withdrawn, reworded, refuted, contested, proven, and within each as the
findings weigh, on edited claims those before the edit. Intervals: the middle 95 % of 1,000 draws of answers with
replacement; differences are taken on the same draws. Reworded claims are compared with the expert's `revised_claim`
where that has other words than the claim.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import platform
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from expertqa_audit import MARKS, row
from rounds import scored
from rounds.argued import Bench, Followed, Spent, followed
from write_figures import shown

from moot.errors import MootError
from moot.ledger.record import Record
from moot.ledger.store import Store
from moot.models.seating import Seater
from moot.words import Panel

ROUNDS = 2
TITLE = "What rounds of argument add to the checks, on the same answers"
MINE = ("--section", "--done")
AUTHOR, REVIEWER = "reader:lexical", "reader:semantic"


def rows(path: Path, sample: int | None, seed: int) -> list[dict[str, Any]]:
    """The answers that have a sentence with a passage, all or a random sample, with the experts' own wording."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        answers = [json.loads(line) for line in lines]
    found: list[dict[str, Any]] = []
    for answer in answers:
        revised = {
            MARKS.sub("", each["claim"]): MARKS.sub("", each["revised_claim"] or "") for each in answer["claims"]
        }
        made = row(answer)
        sentences = [each | {"revised": revised[each["text"]].strip()} for each in made["sentences"]]
        if sentences:
            found.append(made | {"sentences": sentences})
    if sample is not None:
        # In one order a seed, so that a larger sample holds the smaller one, and what was answered for it.
        random.Random(seed).shuffle(found)
    return found[:sample]


def panel(options: argparse.Namespace, env: Mapping[str, str]) -> Panel:
    """Raises `UnknownModel`; ends with a sentence if a price is unknown."""
    names = [options.model, options.reviewer or options.model, options.judge]
    models = [name if not name or ":" in name else f"openai:{name}" for name in names]
    seatings = Seater(env, options.price).named(*(models if options.model else (AUTHOR, REVIEWER, None)))
    for seating in seatings:
        if seating.info.price is None:
            raise SystemExit(f"The price of {seating.info.name} is unknown: give --price IN/OUT (0/0 if it is free).")
    return Panel(seats=tuple(seating.seat for seating in seatings))


# --- the section ------------------------------------------------------------------------------------------------------


def show_claims(claims: Sequence[Followed]) -> None:
    """What became of the claims, supported and not."""
    print(f"\n{'after':<12}{'claims':>20}{'withdrawn':>16}{'reworded':>16}{'doubted':>16}{'proven':>16}")
    for round in range(len(claims[0].states)):
        for supported, name in ((False, "unsupported"), (True, "supported")):
            mine = [each for each in claims if each.supported is supported]
            rest = [each for each in mine if not each.edited(round)]
            counts = (
                sum(each.withdrawn(round) for each in mine),
                sum(each.narrowed(round) for each in mine),
                sum(not each.proven(round) for each in rest),
                sum(each.proven(round) for each in rest),
            )
            shown = "".join(f"{f'{n} ({n / len(mine):.1%})':>16}" for n in counts)
            print(f"{named(round):<12}{f'{len(mine)} {name}':>20}{shown}")


def named(round: int) -> str:
    return f"round {round}" if round else "the checks"


def show_found(claims: Sequence[Followed]) -> None:
    """What is found where nine in ten supported stay, and what each round added."""
    draws, last = scored.Draws(claims), len(claims[0].states)
    checks, plain = draws.found(scored.by_findings(0)), draws.found(scored.by_words)
    print(f"\nunsupported claims found where {scored.KEPT:.0%} of the supported stay [95 % interval over answers]")
    print(f"{'plain overlap':<27}{scored.interval(plain)}")
    print(f"{'after':<12}{'ordered':<15}{'found':<24}{'more than the checks':<24}more than plain overlap")
    for name, order in (("by findings", scored.by_findings), ("by outcome", scored.by_outcome)):
        for round in range(last):
            own = draws.found(order(round))
            shown = [str(scored.interval(own, less)) for less in (None, checks, plain)]
            shown[1] = "" if own == checks else shown[1]
            print(f"{named(round):<12}{name:<15}{shown[0]:<24}{shown[1]:<24}{shown[2]}")
    print("\nedits alone, without a threshold; plain overlap where it leaves as many supported claims")
    print(f"{'after':<12}{'of unsupported':<24}{'of supported':<24}{'plain overlap':<24}more than plain overlap")
    for round in range(1, last):
        bad, good, as_many = draws.edits(round)
        parts = (scored.interval(bad), scored.interval(good), scored.interval(as_many), scored.interval(bad, as_many))
        print(f"{named(round):<12}" + "".join(f"{part!s:<24}" for part in parts).rstrip())


def show_reworded(claims: Sequence[Followed]) -> None:
    last = len(claims[0].states) - 1
    print("\nreworded claims beside the expert's own wording, where that differs: the words before → after")
    for supported, name in ((False, "unsupported"), (True, "supported")):
        mine = [each for each in claims if each.supported is supported]
        for kind, like in (("F1 of words", scored.shared_words), ("cosine", scored.likeness)):
            seen = scored.beside(mine, last, like)
            said = f"{seen.before:.3f} → {seen.after:.3f}, nearer in {seen.nearer} of {seen.claims}" if seen else "none"
            print(f"{name:<14}{kind:<14}{said}")
    for supported, name in ((False, "unsupported"), (True, "supported")):
        mine = [each.states for each in claims if each.supported is supported and each.narrowed(last)]
        if mine:
            before, after = (statistics.fmean(states[round].probability for states in mine) for round in (0, last))
            print(f"{name:<14}{'findings':<14}{before:.3f} → {after:.3f}, over all {len(mine)} reworded")
    differ = [each for each in claims if each.mended]
    print(f"the expert reworded {len(differ)} claims, of which {sum(e.edited(last) for e in differ)} were edited here")


def show_spent(records: Sequence[Record]) -> None:
    spent = [Spent.of(record) for record in records]
    names = ("calls", "tokens", "argued", "upheld")
    calls, tokens, argued, upheld = (sum((getattr(each, name) for each in spent), Counter[str]()) for name in names)
    print("\nchallenges and edits: " + ", ".join(f"{name} {n}" for name, n in sorted(argued.items())))
    print("upheld by kind: " + ", ".join(f"{name} {n}" for name, n in upheld.most_common()))
    if calls:
        by_task = ", ".join(f"{name} {n}" for name, n in sorted(calls.items()))
        print(f"calls: {calls.total()} ({by_task}); tokens in {tokens['in']:,}, out {tokens['out']:,}")
    failed = Counter(reason for each in spent for reason in each.failed)
    for reason, n in failed.most_common(5):
        print(f"failed {n} times: {reason}")


def show(options: argparse.Namespace, bench: Bench, found: Mapping[str, Record], asked: Sequence[Any]) -> None:
    claims = [claim for each in asked if each["id"] in found for claim in followed(each, found[each["id"]])]
    seats = ", ".join(f"{seat.role.value} {seat.model}" for seat in bench.panel.seats)
    drawn = f", drawn with seed {options.seed}" if options.sample else ""
    print(f"{seats}; {len(found)} of {len(asked)} answers{drawn}, {len(claims)} claims, {bench.rounds} rounds at most")
    if len({claim.supported for claim in claims}) == 2:
        show_claims(claims)
        show_found(claims)
        show_reworded(claims)
    else:
        print("too few claims to measure")
    show_spent(list(found.values()))


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--model", help="of the author, and of the reviewer unless that is named")
    parser.add_argument("--reviewer")
    parser.add_argument("--judge")
    parser.add_argument("--price", help="USD per million tokens, IN/OUT, of a model whose price is unknown")
    parser.add_argument("--budget", type=Decimal, default=Decimal(1), help="USD for one answer")
    parser.add_argument("--sample", type=int, help="so many answers, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--at-once", type=int, help="answers argued at once; default: 2, with models 16")
    parser.add_argument("--done", action="store_true", help="tell of what is finished, and ask nobody")
    parser.add_argument(
        "--retry-failed", action="store_true", help="ask again from where a seat failed or a prompt changed"
    )
    parser.add_argument("--section", action="store_true", help="with a heading and the command, as Markdown")
    options = parser.parse_args()
    if options.section:
        command = ["expertqa_rounds.py", *(each for each in sys.argv[1:] if each not in MINE)]
        print(f"## {TITLE}\n\n```\n$ {shown(command)}")
    home = os.environ.get("MOOT_HOME")
    if options.model and not home:
        raise SystemExit("Set MOOT_HOME to a folder: what models answered is kept there, and asked only once.")
    begun = time.perf_counter()
    asked = rows(options.file, options.sample, options.seed)
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(home or folder) / "moot.db") as store:
        seats = panel(options, os.environ)
        price, retry = options.price, options.retry_failed
        bench = Bench(store, seats, options.rounds, os.environ, price, options.budget, retry)
        if options.done:
            records = {answer: store.record(run) for answer, run in bench.known().items()}
            ended = {each["id"]: records[each["id"]] for each in asked if each["id"] in records}
            told: dict[str, Record | MootError] = {id: each for id, each in ended.items() if each.state == "done"}
        else:
            told = await bench.all(asked, options.at_once or (16 if options.model else 2))
        found = {id: each for id, each in told.items() if isinstance(each, Record)}
        show(options, bench, found, asked)
    errors = Counter(str(each) for each in told.values() if isinstance(each, MootError))
    for error, n in errors.most_common():
        print(f"left out {n}: {error}")
    took = "told from the store in " if options.done else ""
    print(f"{took}{time.perf_counter() - begun:.0f} s on {os.cpu_count()} cores, {platform.machine()}")
    if options.section:
        print("```")
    return int(bool(errors))


if __name__ == "__main__":
    os.environ.setdefault("MOOT_TIMEOUT", "3000")
    try:
        sys.exit(asyncio.run(main()))
    except MootError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit("Stopped: the same command goes on from here.") from None
