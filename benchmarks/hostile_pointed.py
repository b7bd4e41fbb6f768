"""How many attempts of hostile documents are named where language models hold seats, beside what reading names.

    python benchmarks/hostile_pointed.py --seat MODEL... [--price IN/OUT] [--half sealed|kept] [--twins] [--at-once 6]

The documents of `tests/hostile/corpus` whose attack a person sees, `--at-once` of them as the sources of one review:
each seat is asked for challenges to a small draft that quotes each, as in any run, and may point at words that address
models (`debate.pointed`). An attempt counts as named when reading gives a notice of its document, or a seat's pointing
does.
`--twins`: the benign twins instead, of which none should be named.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from moot.debate import ask
from moot.evidence import hostile
from moot.evidence.library import Library
from moot.evidence.read import read_paths
from moot.ledger.store import Store
from moot.models import catalog
from moot.models.seating import Seater
from moot.text import sentences
from moot.words import (
    Aspect,
    Case,
    ChallengeTask,
    Citation,
    Claim,
    ClaimKind,
    Document,
    Draft,
    Noticed,
    Panel,
    Plan,
    Role,
    Seat,
    Section,
)

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "hostile"))
QUESTION = "What do these documents say, and how far can each be relied on?"
LONG = 40
"""Characters of a sentence that the draft quotes."""


def documents(half: str, twins: bool) -> Iterator[tuple[str, Document]]:
    """Name and document."""
    from hostile_corpus import pairs  # pyright: ignore[reportMissingImports]

    for pair in pairs():
        if pair.half == half and pair.seen == "visible":
            with tempfile.TemporaryDirectory() as folder:
                found, _ = read_paths([pair.write(Path(folder), not twins)])
            yield pair.id, found[0]


def task(library: Library) -> ChallengeTask:
    """A review of a draft that quotes the first whole sentence of each source."""
    claims: list[Claim] = []
    for document in library.documents:
        passages = [passage for passage in library.passages if passage.source == document.source.id]
        quoted = ((each, each.text[at.start : at.end]) for each in passages for at in sentences.split(each.text))
        found = next(((passage, text) for passage, text in quoted if len(text) >= LONG and text.endswith(".")), None)
        if found:
            cited = Citation(passage=found[0].id, quote=found[1])
            claims.append(Claim(id=f"c{len(claims) + 1}", kind=ClaimKind.QUOTED, text=found[1], citations=(cited,)))
    return ChallengeTask(
        question=QUESTION,
        plan=Plan(aspects=(Aspect(id="a1", question=QUESTION, queries=()),)),
        sources=library.sources,
        passages=library.passages,
        draft=Draft(sections=(Section(title="Answer", claims=tuple(claims)),)),
        findings=(),
    )


async def pointed(libraries: Sequence[Library], model: str, price: str | None) -> list[dict[str, bool]]:
    """The sources of each library that the seat's pointing names, and whether without a doubt."""
    seater = Seater(os.environ, price)
    info = catalog.resolve(model, os.environ)
    holder = seater.holder(Seat(role=Role.REVIEWER, model=info.name, family=info.family))
    with tempfile.TemporaryDirectory() as name, Store.open(Path(name) / "moot.db") as store:

        async def one(library: Library) -> dict[str, bool]:
            run = store.create(Case(question=QUESTION), Panel(seats=(holder.seat,)), library.documents)
            async with store.take(run) as journal:
                await ask.each([(holder, task(library), 0)], 1, journal)
                told = [event for event in journal.told if isinstance(event, Noticed)]
                sure = {event.source for event in told if not event.doubtful}
                return {event.source: event.source in sure for event in told}

        found = await asyncio.gather(*map(one, libraries))
    await seater.aclose()
    return list(found)


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seat", required=True, nargs="+", metavar="MODEL")
    parser.add_argument("--price", help="USD per million tokens, IN/OUT, of a model whose price is unknown")
    parser.add_argument("--half", choices=("open", "sealed", "kept"), default="sealed")
    parser.add_argument("--twins", action="store_true")
    parser.add_argument("--at-once", type=int, default=6)
    options = parser.parse_args()
    known = list(documents(options.half, options.twins))
    groups = [known[at : at + options.at_once] for at in range(0, len(known), options.at_once)]
    libraries = [Library([_numbered(document, n) for n, (_, document) in enumerate(group, 1)]) for group in groups]
    found = await asyncio.gather(*(pointed(libraries, model, options.price) for model in options.seat))
    read = {
        (n, each.source.id): any(not noticed.doubtful for noticed in notices)
        for n, library in enumerate(libraries)
        for each in library.documents
        if (notices := hostile.scan(each))
    }
    by_seat = [{(n, id): sure for n, told in enumerate(sources) for id, sure in told.items()} for sources in found]
    what = "benign twins" if options.twins else "attempts that a person sees"
    print(f"{what}, {options.half} half, {options.at_once} sources a review: {len(known)}")
    for name, told in (("reading", read), *zip(options.seat, by_seat, strict=True)):
        print(f"named by {name} {sum(told.values())}, doubtful {len(told) - sum(told.values())}")
    sure = {at for told in (read, *by_seat) for at, certain in told.items() if certain}
    print(f"by any {len(sure)} named, {len(set[tuple[int, str]](read).union(*by_seat))} named or doubtful")
    return 0


def _numbered(document: Document, number: int) -> Document:
    return document.model_copy(update={"source": document.source.model_copy(update={"id": f"S{number}"})})


if __name__ == "__main__":
    os.environ.setdefault("MOOT_TIMEOUT", "3000")
    sys.exit(asyncio.run(main()))
