"""Claims: files are read with care, verifiers and judges say what they say, and the figures are those of the books."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.bench.engine.running import Plan, run_async
from moot.bench.suites.claims.measured import auc
from moot.bench.suites.claims.pairs import Label, LabelledPair, read
from moot.bench.suites.claims.said import Said
from moot.bench.suites.claims.scoring import Together, scorer
from moot.bench.suites.claims.suite import Claims, opened
from moot.bench.suites.suite import Desk
from moot.bench.suites.suite import opened as any_suite
from moot.errors import AllSeatsFailed, BadTask, MootError, NoSources, UnknownModel, UsageError
from moot.ledger.store import Store
from moot.models.seating import Seater
from moot.testing import DoubleServer
from moot.testing.prompt import PromptView

EVIDENCE = "The north pump lifts 40 litres a second. It was serviced in March 2026 by a firm from the valley."
PAIRS = [
    ("p1", "The north pump lifts 40 litres a second.", "supported", "pumps"),
    ("p2", "The north pump lifts 55 litres an hour for the brewery at the harbour.", "contradicted", "pumps"),
    ("p3", "The south pump was bought in Lisbon by two brothers.", "not_enough", "wells"),
    ("p4", "A firm from the valley serviced the north pump in March 2026.", "supported", "wells"),
]


def line(id: str, claim: str, label: str, dataset: str, **more: object) -> str:
    return json.dumps({"id": id, "claim": claim, "evidence": EVIDENCE, "label": label, "dataset": dataset} | more)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(line(*each, group="g", licence="CC0") for each in PAIRS) + "\n")
    return path


def pair(label: Label, dataset: str = "") -> LabelledPair:
    return LabelledPair(id="x", claim="c", evidence="e", label=label, dataset=dataset)


# --- files ----------------------------------------------------------------------------------------------------------


def test_plain_and_packed_files_are_read_alike(file: Path, tmp_path: Path) -> None:
    packed = tmp_path / "pairs.jsonl.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert read(file) == read(packed) and [each.id for each in read(file)] == ["p1", "p2", "p3", "p4"]
    assert Claims(file).version == Claims(packed).version
    file.write_text(file.read_text().replace("55 litres", "56 litres"))
    assert Claims(file).version != Claims(packed).version


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no pairs"),
        (b"{", "line 1: the line: invalid json"),
        (b'{"id": "a"}', "line 1: claim: field required"),
        (line("a", "c", "true", "d").encode(), "line 1: label: input should be 'supported', 'contradicted'"),
        (
            f"{line('a', 'c', 'supported', 'd')}\n\n{line('a', 'c', 'supported', 'd')}".encode(),
            "line 3: the id 'a' was",
        ),
        (b"\xff\xfe\x00", "no text in UTF-8"),
        (b'"' + b"x" * 2_000_001, "line 1 is longer than"),
    ],
)
def test_what_is_no_file_of_claims_is_refused_in_one_sentence(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises((BadTask, NoSources), match=said):
        read(path)


def test_packed_rubbish_and_missing_files_are_refused(tmp_path: Path, file: Path) -> None:
    cut = tmp_path / "cut.gz"
    cut.write_bytes(gzip.compress(file.read_bytes())[:-9])
    for path in (cut, file.rename(tmp_path / "plain.gz"), tmp_path / "none.jsonl"):
        with pytest.raises(NoSources, match="could not be read"):
            read(path)
    with pytest.raises(UsageError, match="has no pairs of its own"):
        any_suite("claims")


# --- figures --------------------------------------------------------------------------------------------------------


def test_the_mark_of_what_does_not_count_is_nothing(file: Path) -> None:
    suite = Claims(file)
    assert [suite.mark(task, Said(None)).score for task in suite.tasks()] == [0, 0, 0, 0]


@given(st.lists(st.tuples(st.integers(0, 9).map(float), st.booleans()), min_size=2, max_size=40))
def test_auc_is_the_share_of_pairs_in_the_right_order(scored: list[tuple[float, bool]]) -> None:
    right, wrong = ([score for score, label in scored if label is kind] for kind in (True, False))
    if right and wrong:
        wins = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a in right for b in wrong)
        assert auc(scored) == pytest.approx(wins / (len(right) * len(wrong)))


# --- contestants ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("contestant", ["verifier:embedded", "verifier:referee"])
async def test_verifiers_without_a_model_take_every_task(contestant: str, file: Path, tmp_path: Path) -> None:
    suite = opened(str(file))
    with Store.open(tmp_path / "moot.db") as store:
        desk = Desk(store, Seater({}))
        attempts = await asyncio.gather(*(suite.attempt(task, contestant, desk) for task in suite.tasks()))
    marks = [suite.mark(task, each.answer) for task, each in zip(suite.tasks(), attempts, strict=True)]
    assert [mark.score for mark in marks] == [1, 1, 1, 1]
    assert [mark.parts[0].name for mark in marks] == ["supported", "unsupported", "unsupported", "supported"]
    assert [task.kind for task in suite.tasks()] == ["pumps", "pumps", "wells", "wells"]
    assert all(each.seconds is not None and each.usd is None for each in attempts)
    alone = scorer(contestant.removeprefix("verifier:"))
    assert [each.answer for each in attempts] == [said for one in suite.pairs for said in alone([one])]


async def test_pairs_asked_for_at_once_are_scored_in_one_go() -> None:
    sizes = list[int]()

    def score(pairs: object) -> list[Said]:
        assert isinstance(pairs, list)
        sizes.append(len(pairs))
        if len(sizes) == 2:
            raise UsageError("broken")
        return [Said(True)] * len(pairs)

    together = Together(score)
    await asyncio.gather(*(together.said(pair(Label.SUPPORTED)) for _ in range(7)))
    assert sizes == [7]
    with pytest.raises(UsageError, match="broken"):
        await together.said(pair(Label.SUPPORTED))
    assert (await together.said(pair(Label.SUPPORTED)))[0] == Said(True)


def judge(support: str, quote: str) -> Callable[[PromptView], str]:
    def answer(_: PromptView) -> str:
        said = {"claim": "c1", "reason": "as it stands there", "support": support}
        return json.dumps({"assessments": [said | {"citations": [{"passage": "S1.1", "quote": quote}]}]})

    return answer


@pytest.mark.parametrize(
    ("support", "quote", "supported"),
    [
        ("supported", "lifts 40 litres a second", True),
        ("contradicted", "lifts 40 litres a second", False),
        ("supported", "lifts 41 litres a second", None),
    ],
)
async def test_a_model_judges_and_counts_with_a_quote_only(
    support: str, quote: str, supported: bool | None, file: Path, tmp_path: Path
) -> None:
    suite, began = opened(str(file)), list[str]()
    task = suite.tasks()[0]
    async with DoubleServer(judge(support, quote)) as server:
        with Store.open(tmp_path / "moot.db") as store:
            desk = Desk(store, Seater(server.env(), "1/1"), Decimal(1), began=began.append)
            attempt = await suite.attempt(task, "openai:double-a", desk)
            again = await suite.attempt(task, "openai:double-a", replace(desk, record=began[0]))
        assert len(server.requests) == 1, "the second attempt read what the first was told"
    assert attempt.answer.supported is supported and again.answer == attempt.answer
    assert attempt.usd and attempt.output_tokens and attempt.record == again.record == began[0]
    assert suite.mark(task, attempt.answer).score == float(supported is True)


@pytest.mark.parametrize("contestant", ["verifier:nope", "verifier:no/such", "verifier:"])
async def test_a_verifier_that_is_not_there_is_refused_before_anything_runs(
    file: Path, tmp_path: Path, contestant: str
) -> None:
    with pytest.raises(UnknownModel, match="always here are verifier:embedded and verifier:referee") as refused:
        await run_async(Plan([f"claims:{file}"], ["verifier:embedded", contestant], tmp_path / "out"))
    assert "\n" not in str(refused.value) and not (tmp_path / "out").exists()


async def test_a_model_that_cannot_be_asked_is_an_error_not_a_mark(file: Path, tmp_path: Path) -> None:
    suite = opened(str(file))
    task = suite.tasks()[0]
    async with DoubleServer(lambda _: "no") as server:
        with Store.open(tmp_path / "moot.db") as store:
            with pytest.raises(AllSeatsFailed, match="openai:double-a"):
                await suite.attempt(task, "openai:double-a", Desk(store, Seater(server.env(), "1/1")))
            for contestant in ("panel:both", "reader:lexical", "verifier:nowhere/none", "openai:nothing"):
                with pytest.raises(MootError):
                    await suite.attempt(task, contestant, Desk(store, Seater(server.env())))
