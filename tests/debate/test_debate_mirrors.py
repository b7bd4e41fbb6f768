"""Copies of one source are one voice between drafts too: what each of several seats quotes from its own copy."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pumps import claim, document, drafting, of, referee

from moot.debate import council
from moot.evidence.library import Library
from moot.ledger.store import Store
from moot.report.document import Report, build
from moot.testing.seats import ScriptedSeat
from moot.words import Agreement, Aligned, Case, ChallengeKind, Claim, Cluster, Panel, Role, Seat

SAYS = "The north pump lifts 40 litres a second."
MORE = "It was built in Lund, and it has stood at the weir of the old mill since the flood of 1998."
HEARD = "All that week the water of the river stood higher than anybody at the mill could remember."
TEXT = f"{SAYS} {MORE} {HEARD} The south pump may need repair, said the engineer who looked at both of them in May."


async def convened(folder: Path, texts: Sequence[str], claims: Sequence[Claim]) -> tuple[tuple[Cluster, ...], Report]:
    documents = [document(f"S{n}", f"Page {n}", f"2026-0{n}-01", text) for n, text in enumerate(texts, 1)]
    seats = [Seat(role=Role.AUTHOR, model=f"double:a{n}", family=f"f{n}", instance=n) for n in (1, 2, 3)]
    holders = [ScriptedSeat(seat, {"r1/draft": drafting(each)}) for seat, each in zip(seats, claims, strict=True)]
    store = Store.open(folder.with_suffix(".db"))
    id = store.create(Case(question="How much does the north pump lift?"), Panel(seats=tuple(seats)), documents)
    async with store.take(id) as journal:
        await council.run(store.record(id).case, holders, Library(documents), referee(), journal)
        journal.finish("done")
    record = store.record(id)
    return of(record.events, Aligned)[0].clusters, build(record)


async def test_what_is_quoted_from_three_mirrors_is_said_once(tmp_path: Path) -> None:
    """Claims that rest on one place are alike sooner than claims that rest on two: mirrors are one place."""
    said = (
        "The north pump was built in Lund.",
        "The north pump, which stands at the weir, was built in Lund.",
        "The north pump was built in Lund.",
    )
    claims = [claim("c1", text, f"S{n}.1", MORE) for n, text in enumerate(said, 1)]
    mirrors, report = await convened(tmp_path / "mirrors", [TEXT, TEXT, TEXT], claims)
    assert [each.agreement for each in mirrors] == [Agreement.ALL]
    assert len(report.origins[0].copies) == 2
    texts = [f"{MORE} {story}" for story in (HEARD, "The works closed.", "Nobody asked who paid for it, or when.")]
    apart, _ = await convened(tmp_path / "apart", texts, claims)
    assert [each.agreement for each in apart] == [Agreement.SOME, Agreement.ONE]


async def test_a_mirror_does_not_contradict_what_it_repeats(tmp_path: Path) -> None:
    """Two seats read one text differently: that is no disagreement of sources, though each quotes its own copy."""
    claims = [
        claim("c1", SAYS, "S1.1"),
        claim("c1", "The north pump lifts 34 litres a second.", "S2.1", MORE),
        claim("c1", SAYS, "S3.1"),
    ]
    clusters, _ = await convened(tmp_path / "run", [TEXT, TEXT, TEXT], claims)
    assert not any(each.against for each in clusters)
    assert Agreement.SOME in {each.agreement for each in clusters}


async def test_a_copy_that_says_something_else_does(tmp_path: Path) -> None:
    """One figure changed in a text that is a copy otherwise: that must not be lost."""
    other = "The north pump lifts 34 litres a second."
    claims = [claim("c1", SAYS, "S1.1"), claim("c1", other, "S2.1"), claim("c1", SAYS, "S3.1")]
    clusters, report = await convened(tmp_path / "run", [TEXT, TEXT.replace(SAYS, other), TEXT], claims)
    assert report.origins
    assert any(each.against for each in clusters)
    assert any(each.challenge.kind is ChallengeKind.CONFLICT for each in report.challenges)
