"""Headline numbers: what is read, what explains them, and verdicts that hold for every table behind them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moot.bench.headline import told
from moot.bench.headline.explained import explain
from moot.bench.headline.judge import Outcome, Verdict, judge
from moot.bench.headline.pairing import PUBLISHED, Pairing
from moot.bench.headline.question import resolved
from moot.bench.headline.row import Row, parse, parse_all
from moot.bench.headline.told import Headlines
from moot.bench.headline.wording import notes, outcome, sentence
from moot.bench.statistics.mcnemar import mcnemar
from moot.bench.statistics.power import mcnemar_power, tasks_for
from moot.errors import UsageError
from moot.verify.reckoning.given.expression import BadExpression

LEADS = (Outcome.A_LEADS, Outcome.B_LEADS)
TERMINAL, REPAIRS, SCENES = "Terminal:89:61.6:59.3", "Repairs:500:78.8:80.8", "Scenes:765:85.4:77.0"
EXAMPLE = Path(__file__).parents[2] / "examples" / "qwen-vs-claude" / "09-headlines-compared.md"


def judged(*rows: str, margin: float = 0.01) -> tuple[Verdict, ...]:
    return judge(parse_all(rows), margin)


def only(row: str, margin: float = 0.01) -> Verdict:
    return judged(row, margin=margin)[0]


def told_of(verdict: Verdict, margin: float = 0.01) -> str:
    return outcome(verdict, "Ada", "Bob", margin)


# --- rows -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["89x5", "89 × 5", "89*5", "89X5"])
@pytest.mark.parametrize("scores", ["61.6:59.3", "61,6 % : 59.3%"])
def test_a_row_is_read_in_the_forms_in_which_people_write_it(size: str, scores: str) -> None:
    assert parse(f" Shell: the hard half : {size}:{scores}") == Row(
        "Shell: the hard half", Decimal("61.6"), Decimal("59.3"), 89, 5
    )


def test_no_trials_a_task_cannot_be() -> None:
    with pytest.raises(UsageError, match="'50x0' for the tasks"):
        parse("x:50x0:80:81")


@pytest.mark.parametrize(("size", "tasks"), [("1,319", 1319), ("1 319", 1319), ("1319", 1319), ("-", None), ("", None)])
def test_tasks_may_be_grouped_or_unknown(size: str, tasks: int | None) -> None:
    assert parse(f"x:{size}:80:81").tasks == tasks


@given(st.text(max_size=40))
def test_any_text_is_a_row_or_one_sentence(text: str) -> None:
    try:
        row = parse(text)
    except UsageError as error:
        assert str(error).endswith(".")
    else:
        assert row.name and (row.tasks is None or 0 <= min(row.a, row.b) <= max(row.a, row.b) <= 100)


# --- what explains a headline ---------------------------------------------------------------------------------------


def test_five_trials_explain_what_no_single_trials_give() -> None:
    found = explain(parse(TERMINAL))
    assert (found.repeats, found.inferred, found.a, found.b) == (5, True, 274, 264)
    stated = explain(parse("x:89x5:61.6:59.3"))
    assert (stated.repeats, stated.inferred, stated.a, stated.b) == (5, False, 274, 264)
    text = " ".join(notes(only(TERMINAL)))
    assert "61.6 and 59.3 are no k/89" in text and "274/445 and 264/445" in text and "not stated" in text


def test_a_number_of_trials_that_is_stated_is_checked() -> None:
    assert (explain(parse("x:89x4:61.6:59.3")).a, explain(parse("x:89x4:61.6:59.3")).b) == (None, 211)
    assert "61.6 is no k/356" in notes(only("x:89x4:61.6:59.3"))[0]
    assert explain(parse(REPAIRS)).whole and not notes(only("x:500:75.0:80.0"))


def test_what_no_trials_explain_is_said_and_taken_as_given() -> None:
    found = only("x:7:61.653:59.311")
    assert found.judged is not None and not found.judged.explained.whole
    assert found.judged.pairing.a == pytest.approx(0.61653)
    assert "61.653 and 59.311 are no k/7, nor" in notes(found)[0]


@given(st.integers(1, 600), st.integers(1, 8), st.integers(1, 2), st.data())
def test_every_true_headline_is_explained(tasks: int, repeats: int, decimals: int, data: st.DataObject) -> None:
    trials = tasks * repeats
    shares = [Decimal(100 * data.draw(st.integers(0, trials))) / trials for _ in "ab"]
    a, b = (each.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) for each in shares)
    assert explain(Row("x", a, b, tasks, repeats)).whole
    free = explain(Row("x", a, b, tasks))
    assert free.whole and free.repeats <= repeats and free.inferred == (free.repeats > 1)


# --- known figures --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [TERMINAL, "Terminal:89x5:61.6:59.3", REPAIRS])
def test_the_published_leads_of_two_points_are_resolved_at_no_discordance_of_8_to_25_percent(row: str) -> None:
    verdict = only(row)
    assert verdict.outcome is Outcome.UNRESOLVED and verdict.judged is not None
    assert verdict.judged.pairing.plausible == PUBLISHED == (0.08, 0.25)
    for discordance in range(8, 26):
        for noise in (0.0, 0.5, 1.0):
            p = verdict.judged.pairing.p(discordance / 100, noise)
            low, high = verdict.judged.pairing.interval(discordance / 100, noise)
            assert p > 0.05 and low <= 0 <= high
    assert told_of(verdict).startswith(f"cannot be resolved with {verdict.row.tasks} tasks (needs about ")


def test_a_lead_of_eight_points_on_765_tasks_is_real_even_unpaired() -> None:
    verdict = only(SCENES)
    assert told_of(verdict) == "Ada leads, even unpaired" and verdict.judged is not None
    assert verdict.judged.pairing.p(verdict.judged.pairing.largest) < 0.001


def test_what_five_trials_buy_is_said() -> None:
    text = " ".join(notes(only("x:89x5:61.6:59.3")))
    assert "shrink run noise only" in text and "as 89 independent tasks" in text and "as 445 only if" in text
    assert "trials a task shrink" not in " ".join(notes(only(REPAIRS)))


# --- over every pairing ---------------------------------------------------------------------------------------------


def tables(tasks: int, a: int, b: int, plausible: tuple[float, float]) -> list[float]:
    """p of every paired table with these totals whose discordance lies in the range."""
    found: list[float] = []
    for both in range(max(0, a + b - tasks), min(a, b) + 1):
        share = (a + b - 2 * both) / tasks
        if plausible[0] - 1e-9 <= share <= plausible[1] + 1e-9:
            found.append(mcnemar(a - both, b - both, tasks))
    return found


@settings(max_examples=300)
@given(st.integers(5, 400), st.data())
def test_a_verdict_holds_for_every_table_in_the_range(tasks: int, data: st.DataObject) -> None:
    a, b = (data.draw(st.integers(0, tasks)) for _ in "ab")
    score_a, score_b = (Decimal(f"{100 * each / tasks:.9f}") for each in (a, b))
    row = Row("x", score_a, score_b, tasks, 1)
    verdict = judge([row], margin=0)[0]
    assert verdict.judged is not None
    ps = tables(tasks, a, b, verdict.judged.pairing.plausible)
    if verdict.outcome in LEADS:
        assert all(p < 0.05 for p in ps) and (verdict.outcome is Outcome.A_LEADS) == (a > b)
    elif verdict.outcome is Outcome.UNRESOLVED:
        assert all(p >= 0.05 for p in ps)
    if verdict.judged.unpaired and verdict.outcome in LEADS:
        assert verdict.judged.pairing.p(verdict.judged.pairing.independent) < 0.05


shares = st.integers(0, 1000).map(lambda each: each / 1000)


@given(shares, shares, st.integers(1, 2000), st.integers(1, 6))
def test_the_plausible_range_is_possible_and_p_rises_over_it(a: float, b: float, tasks: int, repeats: int) -> None:
    pairing = Pairing(a, b, tasks, repeats)
    least, most = pairing.plausible
    assert pairing.smallest <= least <= most <= pairing.independent <= pairing.largest + 1e-9
    steps = [least + (most - least) * step / 10 for step in range(11)]
    for noise in (0.0, 1.0):
        ps = [pairing.p(each, noise) for each in steps]
        assert all(0 <= one <= other + 1e-12 <= 1 + 1e-9 for one, other in pairwise(ps))
    low, high = pairing.interval(most)
    assert -1 <= low <= pairing.difference + 1e-9 and pairing.difference - 1e-9 <= high <= 1
    assert tasks <= pairing.counted(0.3) + 1e-9 and pairing.counted(1.0) == pytest.approx(tasks * repeats)


def test_where_a_lead_ends_is_told_and_true() -> None:
    verdict = only("x:360:70:75")
    assert verdict.outcome is Outcome.DEPENDS and verdict.judged is not None
    turn = re.fullmatch(r"depends on the pairing: Bob leads below ([\d.]+) % discordance", told_of(verdict))
    at = verdict.judged.below[0]
    assert turn and at is not None and float(turn[1]) == pytest.approx(100 * at, abs=0.06)
    assert verdict.judged.pairing.p(at - 0.005) < 0.05 <= verdict.judged.pairing.p(at + 0.005)


def test_trials_can_make_a_lead_only_where_runs_are_noisy() -> None:
    verdict = only("x:200x5:70:75")
    assert verdict.outcome is Outcome.DEPENDS
    assert told_of(verdict).startswith("depends on run noise: Bob leads at every plausible pairing if all variance is")
    assert only("x:1000:70:75").outcome is Outcome.B_LEADS


@given(st.lists(st.tuples(shares, shares), min_size=2, max_size=40), st.integers(1, 9))
def test_trials_shrink_the_share_of_run_noise_alone(chances: Sequence[tuple[float, float]], repeats: int) -> None:
    """The variance of a task's mean difference over `repeats` trials, reckoned from the chances of every task."""
    n = len(chances)
    a, b = (sum(each[side] for each in chances) / n for side in (0, 1))
    discordance = sum(x * (1 - y) + y * (1 - x) for x, y in chances) / n
    runs = sum(x * (1 - x) + y * (1 - y) for x, y in chances) / n
    tasks = sum((x - y - (a - b)) ** 2 for x, y in chances) / n
    single = discordance - (a - b) ** 2
    assert single == pytest.approx(runs + tasks, abs=1e-9)
    if single > 1e-6:
        counted = Pairing(a, b, 100, repeats).counted(runs / single)
        assert single / counted == pytest.approx((tasks + runs / repeats) / 100, abs=1e-9)


def test_a_tie_needs_its_whole_interval_within_the_margin() -> None:
    assert told_of(only("x:1,000,000:50.1:50.2")) == "tie within ±1 points"
    assert only("x:1,000,000:50.1:50.2", margin=0.0005).outcome is Outcome.B_LEADS
    assert only("x:100:50.0:50.0").outcome is Outcome.UNRESOLVED
    assert only("x:100:50.0:50.0").judged.needed is None  # type: ignore[union-attr]
    assert "tie within ±1 points at" in told_of(only("x:5000:50.0:50.0"))


def test_many_rows_must_each_be_surer() -> None:
    alone = only("x:800:70.0:75.0")
    assert alone.outcome is Outcome.B_LEADS
    among = judged("x:800:70.0:75.0", *(f"y{n}:100:50.0:5{n % 3}.0" for n in range(19)))[0]
    assert among.outcome is Outcome.DEPENDS


def test_about_as_many_tasks_as_are_needed_do_resolve_it() -> None:
    verdict = only(REPAIRS)
    assert verdict.judged is not None and verdict.judged.needed is not None
    few, many = verdict.judged.needed
    assert 500 < few < many
    pairing = verdict.judged.pairing
    exact = [tasks_for(lambda n, at=at: mcnemar_power(n, 0.02, at)) for at in PUBLISHED]
    assert [few, many] == [pytest.approx(each, rel=0.02) for each in exact]
    grown = Pairing(pairing.a, pairing.b, few)
    assert grown.p(0.08) == pytest.approx(0.005, abs=0.002)  # 80 % power: 2.8 standard errors


@pytest.mark.long
@pytest.mark.parametrize("discordance", [0.08, 0.16, 0.25])
def test_without_a_difference_hardly_any_row_leads(discordance: float) -> None:
    chance, tasks, leads, rounds = random.Random(7), 300, 0, 1500
    for _ in range(rounds):
        a = b = 0
        for _ in range(tasks):
            draw = chance.random()
            a += draw < discordance / 2 or draw > 0.5
            b += discordance / 2 <= draw < discordance or draw > 0.5
        row = Row("x", Decimal(a) * 100 / tasks, Decimal(b) * 100 / tasks, tasks, 1)
        leads += judge([row], margin=0)[0].outcome in LEADS
    assert leads <= 0.06 * rounds and (discordance < 0.2 or leads > 0)


@pytest.mark.long
@pytest.mark.parametrize("noisy", [0.02, 1.0, 50.0])
def test_trials_make_no_leads_without_a_difference(noisy: float) -> None:
    """`noisy`: from tasks that always end alike to tasks that are all as hard."""
    chance, tasks, repeats, leads, rounds = random.Random(7), 89, 5, 0, 400
    for _ in range(rounds):
        solved = [0, 0]
        for _ in range(tasks):
            first, other = (chance.betavariate(0.6 * noisy, 0.4 * noisy) for _ in "ab")
            chances = (first, other if chance.random() < 0.4 else first)
            for side, share in enumerate(chances):
                solved[side] += sum(chance.random() < share for _ in range(repeats))
        a, b = ((Decimal(100 * each) / (tasks * repeats)).quantize(Decimal("0.1")) for each in solved)
        leads += judge([Row("x", a, b, tasks, repeats)], margin=0)[0].outcome in LEADS
    assert leads <= 0.05 * rounds


# --- what is said of all rows ---------------------------------------------------------------------------------------


def test_the_sentence_counts_leads_and_names_what_counts_for_nothing() -> None:
    rows = judged(TERMINAL, REPAIRS, SCENES, "Speed:-:158:52", "Pages:?:91.2:87.7")
    said = sentence("Ada", "Bob", rows)
    assert said.startswith("Ada leads on 1 of 3 rows, Bob on none; 2 cannot be resolved.")
    assert said.endswith("2 rows have no number of tasks and no verdict.")
    assert "Nothing can be said" in sentence("Ada", "Bob", rows[3:])
    both = judged(SCENES, "Other:765:77.0:85.4", "x:360:70:75")
    assert sentence("Ada", "Bob", both).startswith("Neither leads everywhere")
    assert "1 depends on the pairing" in sentence("Ada", "Bob", both)


def test_rows_without_tasks_are_told_without_a_verdict() -> None:
    verdict = only("Speed, tokens/s:-:158:52")
    assert verdict.outcome is Outcome.BARE and verdict.judged is None and not notes(verdict)
    assert told_of(verdict) == "no verdict: how many tasks is not said"


def test_what_leaves_us_holds_no_markup_of_others_and_is_whole() -> None:
    rows = judged("a|b <img src=x> [l](http://x):500:78.8:80.8", SCENES)
    headlines = Headlines("*Ada*", "Bob\u202e", rows, 0.01)
    page = told.markdown(headlines)
    assert not re.search(r"(?<!\\)<|(?<!\\)\]\(", page) and "\u202e" not in page and "\\*Ada\\*" in page
    table = [line for line in page.splitlines() if line.startswith("|")]
    assert len(table) == 4 and all(len(re.findall(r"(?<!\\)\|", line)) == 7 for line in table)
    found = json.loads(told.as_json(headlines))
    assert found["paired"] is False and [row["outcome"] for row in found["rows"]] == ["cannot be resolved", "A leads"]
    assert found["rows"][0]["discordance"]["plausible"] == [0.08, 0.25]


def test_the_examples_table_is_what_the_command_makes() -> None:
    rows = (
        "Terminal-Bench 2.0:89:61.6:59.3",
        "SWE-bench Verified:500:78.8:80.8",
        "OmniDocBench v1.5:-:91.2:87.7",
        "RealWorldQA:765:85.4:77.0",
        "speed, tokens a second:-:158:52",
    )
    made = told.markdown(Headlines("Qwen 3.6 Plus", "Claude Opus 4.6", judged(*rows), 0.01))
    assert EXAMPLE.read_text(encoding="utf-8").split("---\n", 2)[2].lstrip() == made


# --- the question of computed claims --------------------------------------------------------------------------------


def test_the_question_gives_the_verdict_of_the_row() -> None:
    def ask(*numbers: str) -> bool | None:
        return resolved(*map(Decimal, numbers))

    assert ask("78.8", "80.8", "500") is False and ask("61.6", "59.3", "89", "5") is False
    assert ask("85.4", "77.0", "765") is True and ask("70", "75", "360") is None


@pytest.mark.parametrize("numbers", ["1 2", "1 2 3 4 5", "101 50 10", "50 60 0", "50 60 10.5", "-1 50 10"])
def test_what_cannot_be_asked_is_a_reason(numbers: str) -> None:
    with pytest.raises(BadExpression):
        resolved(*map(Decimal, numbers.split()))
