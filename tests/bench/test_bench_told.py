"""What the reader of a comparison gets, in every format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.bench.results import Results, Trial
from moot.bench.told import comparison, data, files, html, markdown, plots, terminal
from moot.errors import NoSources, NotComparable

NASTY = "=1+1|<script>alert(1)</script> ![x](http://evil.example/x.png) \u202e*_"


def results(
    benchmark: str, contestant: str, scores: Sequence[float | None], usd: str = "0.01", seconds: float = 2
) -> Results:
    return Results(
        benchmark,
        contestant,
        tuple(
            Trial(f"t{n}", score, error="" if score is not None else "no answer", kind="odd" if n % 2 else "even",
                  parts=(("answer", score),) if score is not None else (), cost=Decimal(usd), seconds=seconds,
                  output_tokens=100)
            for n, score in enumerate(scores)
        ),
    )  # fmt: skip


def two(a: Sequence[float | None], b: Sequence[float | None], row: str = "Row") -> comparison.Comparison:
    return comparison.compared([results(row, "one", a), results(row, "other", b, usd="0.05")], 0.01)


def test_a_line_tells_score_cost_and_speed_of_what_was_tried() -> None:
    told = comparison.compared([results("Row", "one", [1.0, 1.0, 0.0, None], usd="0.02", seconds=4)], 0.01)
    (line,) = told.lines
    assert (line.share.score, line.share.tasks, line.trials, line.errors) == (pytest.approx(2 / 3), 3, 4, 1)
    assert line.share.low < 2 / 3 < line.share.high
    assert (line.usd, line.usd_solved) == (Decimal("0.08"), Decimal("0.04"))
    assert (line.seconds, line.seconds_solved, line.tokens_second) == (4, 8, 25)
    assert {share.name: share.tasks for share in line.kinds} == {"even": 2, "odd": 1}
    assert line.parts == (("answer", pytest.approx(2 / 3)),)
    assert told.pairs == ()


@pytest.mark.parametrize(
    ("scores", "groups", "limits"),
    [
        ([1, 1, 1, 1, 1, 0], "abcdef", (0.4365, 0.9699)),  # each a group of its own is none: Wilson's of 5 of 6
        ([1, 1, 1, 1, 1, 1], "aabbcc", (0.4385, 1.0)),  # of 3 of 3 groups
        ([0, 0, 0, 0, 0, 0], "aabbcc", (0.0, 0.5615)),
        ([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], "      ", (0.3048, 0.6952)),  # not of differences, which go to -1
    ],
)
def test_the_interval_of_a_score_is_one_of_shares(
    scores: Sequence[float], groups: str, limits: tuple[float, float]
) -> None:
    bare = results("Row", "one", scores)
    trials = tuple(replace(trial, group=group) for trial, group in zip(bare.trials, groups, strict=True))
    (line,) = comparison.compared([replace(bare, trials=trials)], 0.01).lines
    assert (line.share.low, line.share.high) == pytest.approx(limits, abs=5e-5)


def test_what_a_limit_cut_off_is_said_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = results("Row", "one", [1.0, 0.0]), results("Row", "other", [1.0, None])
    alike = comparison.compared([replace(each, tasks_stated=72) for each in (one, other)], 0.01)
    terminal.show(alike)
    for text in (capsys.readouterr().out, markdown.render(alike), html.render(alike)):
        assert text.count("Only 2 of its 72 tasks are here: nothing is said of the others.") == 1
    unlike = comparison.compared([replace(one, tasks_stated=72), replace(other, tasks_stated=2)], 0.01)
    assert "Only 2 of its 72 tasks are here of one: nothing is said of the others." in markdown.render(unlike)
    assert "Only" not in markdown.render(comparison.compared([one, other], 0.01))


def test_by_which_metric_scores_are_is_said_in_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (results("Row", name, [1.0, 0.0]) for name in ("one", "other"))
    by = replace(one, scored_by="exact_match", instead_of=("f1_score",))
    told = comparison.compared([by, replace(other, scored_by="f1_score")], 0.01)
    terminal.show(told)
    for text in (capsys.readouterr().out, html.render(told), markdown.render(told).replace("\\", "")):
        assert "Scored by exact_match, not f1_score for one." in text
        assert "Scored by f1_score for other." in text


def test_one_contestant_alone_has_nobody_to_be_compared_with(capsys: pytest.CaptureFixture[str]) -> None:
    told = comparison.compared([results("Row", "one", [1.0, 0.0])], 0.01)
    terminal.show(told)
    for text in (capsys.readouterr().out, html.render(told), markdown.render(told)):
        assert "one is the only contestant: there is nobody to compare it with." in text


def test_nobody_counted_is_not_zero() -> None:
    bare = Results("Row", "one", (Trial("t", 0.0),))
    (line,) = comparison.compared([bare], 0.01).lines
    assert (line.usd, line.usd_solved, line.seconds, line.seconds_solved, line.tokens_second) == (None,) * 5


def test_a_clear_difference_is_a_lead_and_a_small_one_is_not() -> None:
    clear = two([1.0] * 40, [0.0] * 40)
    assert "one leads on 1 of 1 row" in clear.pairs[0].sentence
    small = two([1.0] * 20 + [0.0] * 20, [1.0] * 19 + [0.0] * 21)
    assert "do not tell one from other" in small.pairs[0].sentence
    assert "cannot be resolved with 40 tasks (needs about" in markdown.render(small)


def test_a_contestant_twice_on_a_benchmark_is_refused_with_both_places() -> None:
    one = results("Row", "one", [1.0])
    with pytest.raises(NotComparable, match="one comes twice on Row"):
        comparison.compared([one, one], 0.01)
    with pytest.raises(NoSources, match="no results"):
        comparison.compared([], 0.01)


def test_the_front_holds_who_is_beaten_by_nobody_at_their_price() -> None:
    told = comparison.compared(
        [
            results("Row", "cheap", [1.0, 0.0, 0.0, 0.0], "0.01"),
            results("Row", "worse and dearer", [0.0, 0.0, 0.0, 0.0], "0.02"),
            results("Row", "dear", [1.0, 1.0, 1.0, 0.0], "0.10"),
        ],
        0.01,
    )
    assert [line.contestant for line in told.front("Row")] == ["cheap", "dear"]


def test_who_has_no_score_beats_nobody() -> None:
    failed, good = results("Row", "failed", [None, None], "0.001"), results("Row", "good", [1.0, 0.0], "0.01")
    told = comparison.compared([failed, good, results("Row", "dear", [1.0, 1.0], "0.10")], 0.01)
    assert [line.contestant for line in told.front("Row")] == ["good", "dear"]


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_names_of_others_do_nothing_in_any_format() -> None:
    told = comparison.compared([results(NASTY, NASTY, [1.0, 0.0]), results(NASTY, "b" + NASTY, [1.0, 1.0])], 0.01)
    tags = Tags(html.render(told)).tags
    assert not {tag for tag, _ in tags} & {"script", "img", "iframe", "link", "a", "object", "form"}
    assert not [key for _, attributes in tags for key in attributes if key.startswith("on") or key in ("src", "href")]
    text = markdown.render(told)
    assert "![x]" not in text and "<script>" not in text and "\u202e" not in text
    for rows in (data.scores(told), data.verdicts(told)):
        cells = [cell for row in csv.reader(io.StringIO(rows)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
    assert json.loads(data.as_json(told))["lines"][0]["benchmark"] == NASTY


def test_the_page_has_a_plot_of_intervals_of_cost_and_of_speed() -> None:
    page = html.render(two([1.0] * 10, [0.0] * 10))
    for label in ("Difference of each row", "Cost of a trial against score", "Output tokens a second"):
        assert label in page
    assert "default-src &#39;none&#39;" in page


def test_names_in_the_plot_of_costs_do_not_lie_over_each_other() -> None:
    near = [results("Row", f"contestant {n}", [1.0, 0.0], usd=f"0.0{9 - n}") for n in range(3)]
    scatter = plots.costs(comparison.compared(near, 0.01), "Row")
    assert scatter is not None
    places = sorted(dot.label_y for dot in scatter.dots if not dot.right)
    assert len(places) == 3 and min(b - a for a, b in pairwise(places)) > 20


@pytest.mark.long
@pytest.mark.skipif(
    shutil.which("chromium") is None and "chromium" not in os.environ.get("MOOT_REQUIRE", ""), reason="needs chromium"
)
@pytest.mark.parametrize("width", [420, 1200])
def test_the_page_fits_a_phone_and_a_desk(tmp_path: Path, width: int) -> None:
    name = "vendor:a-model-with-a-rather-long-name-of-2026-01-01"
    found = [results("Row", each, scores) for each, scores in ((name, [1.0, 0.0] * 5), ("other", [0.0] * 10))]
    page = html.render(comparison.compared(found, 0.01)).replace("Content-Security-Policy", "none")
    measured = """<script>
      const root = document.documentElement, plots = [...document.querySelectorAll("svg")];
      root.dataset.over = root.scrollWidth - root.clientWidth;
      root.dataset.cut = plots.filter(each => each.getBoundingClientRect().right > root.clientWidth).length;
      root.dataset.least = Math.min(...plots.map(each =>
        parseFloat(getComputedStyle(each).fontSize) * each.getBoundingClientRect().width / each.viewBox.baseVal.width));
    </script></body>"""
    (tmp_path / "report.html").write_text(page.replace("</body>", measured), encoding="utf-8")
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    browser = ["chromium", "--headless", "--no-sandbox", *quiet, f"--user-data-dir={tmp_path / 'profile'}"]
    call = [*browser, f"--window-size={width},900", "--dump-dom", (tmp_path / "report.html").as_uri()]
    dom = subprocess.run(call, capture_output=True, text=True, timeout=50).stdout
    assert 'data-over="0"' in dom and 'data-cut="0"' in dom
    least = re.search(r'data-least="([\d.]+)"', dom)
    assert least is not None and float(least[1]) > 10  # pixels of a letter


@given(
    st.lists(
        st.tuples(st.sampled_from([0.0, 0.5, 1.0, None]), st.sampled_from([0.0, 0.5, 1.0, None])),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_the_scores_every_format_is_written_or_one_sentence_says_why(
    scores: list[tuple[float | None, float | None]],
) -> None:
    try:
        told = two([a for a, _ in scores], [b for _, b in scores])
    except NotComparable as error:
        assert str(error)
        return
    for text in (html.render(told), markdown.render(told), data.as_json(told), data.scores(told), data.verdicts(told)):
        assert "nan" not in text.lower()


def test_the_same_results_give_the_same_files(tmp_path: Path) -> None:
    for name in ("x", "y"):
        files.write(two([1.0, 0.0, 1.0], [0.0, 0.0, 1.0]), tmp_path / name)
    assert {path.name for path in (tmp_path / "x").iterdir()} == {
        "report.html", "report.md", "report.json", "scores.csv", "verdicts.csv"
    }  # fmt: skip
    for path in (tmp_path / "x").iterdir():
        assert path.read_bytes() == (tmp_path / "y" / path.name).read_bytes()


def test_a_name_that_utf_8_cannot_hold_is_written_with_a_mark_in_its_place(tmp_path: Path) -> None:
    told = comparison.compared([results("Row \ud800", "one", [1.0]), results("Row \ud800", "other", [0.0])], 0.01)
    files.write(told, tmp_path)
    assert "Row ?" in (tmp_path / "report.json").read_text("utf-8")


def test_a_panel_is_told_beside_its_members_with_the_tasks_that_it_fixed_and_broke() -> None:
    one, other = results("Row", "one", [1.0, 0.0, 0.0, 1.0]), results("Row", "other", [0.0, 1.0, 0.0, 0.0])
    panel = replace(results("Row", "panel:p", [1.0, 1.0, 0.0, 0.0]), members=("one", "other"), protocol="critique")
    told = comparison.compared([one, other, panel], 0.01)
    assert [gain.panel for gain in told.gains] == ["panel:p"]
    for text in (markdown.render(told), html.render(told)):
        assert "Tasks fixed: 1; tasks broken: 1, against one." in text
        assert "67 % of the 75.0" in text
    assert json.loads(data.as_json(told))["gains"][0]["fixed"][0]["task"] == "t1"


def test_files_go_by_their_stem_and_a_panel_still_knows_its_members() -> None:
    one = results("Row", "gguf:/models/small.gguf", [1.0, 0.0])
    panel = replace(results("Row", "panel:/panels/both.toml", [1.0, 1.0]), members=("gguf:/models/small.gguf",))
    told = comparison.compared([one, panel], 0.01)
    assert told.contestants == ("gguf:small", "panel:both") and told.gains[0].best.other == "gguf:small"
    alike = [results("Row", f"panel:/{folder}/both.toml", [1.0]) for folder in "ab"]
    assert comparison.compared(alike, 0.01).contestants == ("panel:/a/both.toml", "panel:/b/both.toml")


def test_a_contestant_that_failed_everywhere_takes_no_verdict_from_the_others(tmp_path: Path) -> None:
    fine, worse = results("Row", "fine", [1.0] * 40), results("Row", "worse", [0.0] * 40)
    told = comparison.compared([fine, results("Row", "broken", [None] * 40), worse], 0.01)
    said = {(pair.a, pair.b): pair.sentence for pair in told.pairs}
    assert said["fine", "worse"] == "fine leads on 1 of 1 row, worse on none."
    assert said["fine", "broken"] == "Nothing can be said of fine against broken: no task has a score on both sides."
    assert [(line.contestant, line.errors) for line in told.lines if line.errors] == [("broken", 40)]
    for path in files.write(told, tmp_path):
        assert "nan" not in path.read_text("utf-8").lower()
    second = [results("Second", "fine", [1.0] * 9), results("Second", "broken", [0.0] * 9)]
    (pair,) = comparison.compared([fine, results("Row", "broken", [None] * 40), *second], 0.01).pairs
    assert [each.row for each in pair.verdicts] == ["Second"] and pair.unscored == ("Row",)
    for render in (html.render, markdown.render):
        assert "Row: no verdict" in render(comparison.Comparison((), (pair,), 0.01))


def test_no_task_in_common_is_still_refused() -> None:
    other = Results("Row", "other", (Trial("elsewhere", 1.0),))
    with pytest.raises(NotComparable, match="no task in common"):
        comparison.compared([results("Row", "one", [1.0]), other], 0.01)


def test_repeats_are_those_that_have_a_score_and_amounts_have_no_exponent() -> None:
    told = comparison.compared([results("Row", "one", [1.0] * 10 + [None] * 5, usd="0E+1")], 0.01)
    assert "| 10 | 5 |" in markdown.render(told)
    (row,) = csv.DictReader(io.StringIO(data.scores(told)))
    assert (row["usd"], row["usd_solved"]) == ("0", "0")
    dear = comparison.compared([results("Row", "one", [1.0, 0.0], usd="10.05")], 0.01)
    assert json.loads(data.as_json(dear))["lines"][0]["usd_solved"] == "20.1"


def test_in_a_terminal_a_column_that_nobody_counted_leaves_its_room_to_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    name = "verifier:a-long-name-of"
    terminal.show(comparison.compared([Results("Row", name, (Trial("t", 1.0),))], 0.01))
    told = capsys.readouterr().out
    assert name in told and "Errors" in told and "Tokens/s" not in told and "$/solved" not in told
    monkeypatch.setenv("COLUMNS", "80")
    terminal.show(comparison.compared([results("Row", "one", [1.0])], 0.01))
    assert "Tokens/s" in capsys.readouterr().out


def test_one_task_is_one_task() -> None:
    assert "cannot be resolved with 1 task (" in markdown.render(two([1.0], [0.0]))


def test_kinds_and_sides_come_in_the_order_of_their_names_however_the_trials_ended() -> None:
    one = results("Row", "one", [1.0, 0.0, 1.0])
    (line,) = comparison.compared([replace(one, trials=one.trials[::-1])], 0.01).lines
    (other,) = comparison.compared([replace(one, trials=one.trials[1:] + one.trials[:1])], 0.01).lines
    assert [kind.name for kind in line.kinds] == [kind.name for kind in other.kinds] == ["even", "odd"]
