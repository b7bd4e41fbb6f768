"""A panel against its members: the gain, the union, what it fixed and broke."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.bench.gain import gains
from moot.bench.results import Results, Trial


def results(
    name: str, scores: dict[str, list[float | None]], protocol: str = "", members: tuple[str, ...] = ()
) -> Results:
    trials = tuple(
        Trial(task, score, n, cost=Decimal("0.5"), output_tokens=10, record=f"{name}/{task}/{n}")
        for task, each in scores.items()
        for n, score in enumerate(each, 1)
    )
    return Results("sums", name, trials, protocol=protocol, members=members)


A = results("a", {"t1": [1.0], "t2": [0.0], "t3": [0.0], "t4": [1.0]})
B = results("b", {"t1": [0.0], "t2": [1.0], "t3": [0.0], "t4": [0.0]})
PANEL = results("panel:p", {"t1": [0.0], "t2": [1.0], "t3": [1.0], "t4": [1.0]}, "critique", ("a", "b"))
VOTE = results("panel:v", {"t1": [1.0], "t2": [0.0], "t3": [0.0], "t4": [1.0]}, "vote", ("a",))


def test_a_panel_is_held_to_its_best_member_its_vote_and_the_union() -> None:
    (gain,) = gains([A, B, PANEL, VOTE])
    assert (gain.panel, gain.best.other) == ("panel:p", "a")
    assert gain.best.verdict.difference == pytest.approx(0.25)
    assert [each.other for each in gain.votes] == ["panel:v"]
    assert gain.votes[0].usd == (Decimal("0.5"), Decimal("0.5"))
    assert (gain.union, gain.panel_score, gain.union_tasks) == (0.75, 0.75, 4)
    assert gain.share_of_union == 1.0


def test_what_it_fixed_and_broke_is_linked_to_both_records() -> None:
    (gain,) = gains([A, B, PANEL])
    assert [(each.task, each.member_record, each.panel_record) for each in gain.fixed] == [
        ("t2", "a/t2/1", "panel:p/t2/1"),
        ("t3", "a/t3/1", "panel:p/t3/1"),
    ]
    assert [each.task for each in gain.broken] == ["t1"]


def test_the_union_takes_repeats_one_by_one_so_that_more_of_them_are_no_further_member() -> None:
    flips = results("a", {"t1": [1.0, 0.0]})
    panel = results("panel:p", {"t1": [1.0, 1.0]}, "critique", ("a",))
    (gain,) = gains([flips, panel])
    assert gain.union == 0.5
    assert gain.share_of_union == 2.0
    assert gain.fixed[0].member_record == "a/t1/2"


def test_errors_are_no_scores() -> None:
    failed = results("a", {"t1": [None], "t2": [1.0]})
    panel = results("panel:p", {"t1": [1.0], "t2": [0.0]}, "critique", ("a",))
    (gain,) = gains([failed, panel])
    assert (gain.union_tasks, [each.task for each in gain.broken], gain.fixed) == (1, ["t2"], ())


def test_nothing_is_told_of_a_panel_without_members_or_of_a_vote() -> None:
    assert gains([A, VOTE]) == []
    assert gains([PANEL, VOTE]) == []
    assert gains([results("panel:p", {"t9": [1.0]}, "critique", ("a",)), A]) == []


def test_nothing_solved_has_no_share() -> None:
    (gain,) = gains([results("a", {"t1": [0.0]}), results("panel:p", {"t1": [1.0]}, "critique", ("a",))])
    assert gain.share_of_union is None


pairs = st.tuples(*[st.sampled_from([0.0, 1.0])] * 2).map(list)
tasks = st.dictionaries(st.sampled_from("abcdef"), pairs, min_size=1)


@given(a=tasks, b=tasks, p=tasks)
def test_the_union_is_never_below_a_member_and_changes_are_of_common_tasks(
    a: dict[str, list[float | None]], b: dict[str, list[float | None]], p: dict[str, list[float | None]]
) -> None:
    panel = results("panel:p", p, "critique", ("a", "b"))
    for gain in gains([results("a", a), results("b", b), panel]):
        common = [task for task in p if task in a and task in b]
        for member in (a, b) if common else ():
            assert gain.union >= sum(sum(filter(None, member[task])) / 2 for task in common) / len(common) - 1e-9
        assert {each.task for each in (*gain.fixed, *gain.broken)} <= set(p)


def test_members_without_a_common_repeat_give_the_best_of_their_means() -> None:
    late = Results("sums", "b", (Trial("t1", 1.0, 2),))
    panel = results("panel:p", {"t1": [1.0, 1.0]}, "critique", ("a", "b"))
    (gain,) = gains([results("a", {"t1": [0.0]}), late, panel])
    assert gain.union == 1.0
