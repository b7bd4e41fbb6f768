"""Panels by name and file: what they say, and one clear sentence for what is wrong in them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import MootError, OverBudget, UnknownModel, UsageError
from moot.models import panel_check, panel_template, panels
from moot.models.lineup import Wish
from moot.words import Role

KEYS = {f"{name}_API_KEY": "k" for name in ("ANTHROPIC", "OPENAI", "GEMINI", "OPENROUTER")}
KEYS["MOOT_COMPATIBLE_BASE_URL"] = "https://models.example/v1"
ALONE = {
    "OLLAMA_HOST": "127.0.0.1:9",
    "VLLM_BASE_URL": "127.0.0.1:9",
    "LLAMACPP_BASE_URL": "127.0.0.1:9",
    "MOOT_GGUF": "nowhere",
}
SEAT = '[[seat]]\nrole = "author"\nmodel = "a:b"\n'


def test_a_panel_says_who_sits_and_under_which_rules(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        """
protocol = "council"
mixed = true
rounds = 3
budget = 0.10
[[seat]]
role = "author"
model = "a:one"
count = 2
deadline = "2m"
fallbacks = ["b:two", "c:three"]
[[seat]]
role = "judge"
model = "d:four"
deadline = 90
""",
        encoding="utf-8-sig",
    )
    panel = panels.load(str(path))
    assert (panel.protocol, panel.mixed, panel.swap, panel.rounds) == ("council", True, None, 3)
    assert panel.budget == Decimal("0.10") and str(panel.budget) == "0.10"
    author = Wish(Role.AUTHOR, "a:one", ("b:two", "c:three"), 120.0)
    assert panel.wishes() == [author, author, Wish(Role.JUDGE, "d:four", (), 90.0)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "it has no [[seat]]"),
        ("seat = []", "it has no [[seat]]"),
        ('[seat]\nrole = "author"\nmodel = "a:b"', "[[seat]], with two brackets"),
        ("seat = [1]", "a seat is a table, not '1'"),
        ("protocol = \n" + SEAT, "not TOML: Invalid value (at line 1"),
        ('protocol = "critique"\nrole author\n', "line 2"),
        ("mixd = true\n" + SEAT, "no key 'mixd'; did you mean 'mixed'?"),
        ("colour = 1\n" + SEAT, "no key 'colour'; there are about, protocol"),
        (SEAT + SEAT.replace("model", "modle"), "seat 2: there is no key 'modle'; did you mean 'model'?"),
        ('[[seat]]\nrole = "author"', "seat 1: 'model' is missing"),
        ('[[seat]]\nmodel = "a:b"', "seat 1: 'role' is missing"),
        (SEAT.replace('"a:b"', '""'), "'model' is empty"),
        (SEAT.replace("author", "autor"), "no role 'autor': choose one of author, reviewer, judge"),
        (SEAT.replace("author", "king"), "no role 'king': choose one of author, reviewer, judge"),
        (SEAT + "count = 0", "'count' should be greater than or equal to 1, not '0'"),
        (SEAT + 'count = "two"', "'count' should be a valid integer, not 'two'"),
        (SEAT + "count = true", "'count'"),
        (SEAT + "count = 2.5", "'count'"),
        (SEAT + "count = 27", "less than or equal to 26"),
        (SEAT + 'deadline = "soon"', "'soon' is no duration: say 90s, 10m or 1h"),
        (SEAT + "deadline = 0", "'deadline' should be greater than 0"),
        (SEAT + "deadline = nan", "'deadline'"),
        (SEAT + "deadline = true", "a deadline is a duration"),
        (SEAT + 'fallbacks = "b:c"', 'write fallbacks = ["b:c"]'),
        (SEAT + "fallbacks = [1]", "'fallbacks' should be a valid string"),
        (SEAT + 'fallbacks = ["a:b"]', "seat 1: a:b cannot stand in for itself"),
        (SEAT + 'fallbacks = ["b:c", "d:e", "b:c"]', "seat 1: b:c cannot stand in for itself"),
        ("budget = -1\n" + SEAT, "'budget' should be greater than or equal to 0"),
        ("budget = inf\n" + SEAT, "'budget'"),
        ("budget = 1e999999\n" + SEAT, "'budget' should be less than"),
        ("rounds = 0\n" + SEAT, "'rounds'"),
        ('mixed = "yes"\n' + SEAT, "'mixed' should be a valid boolean, not 'yes'"),
        ("x = " + "[" * 100_000, "nested too deep"),
    ],
)
def test_what_is_wrong_is_one_sentence_that_names_the_file(text: str, says: str) -> None:
    with pytest.raises(UsageError) as raised:
        panels.parse(text, "mine.toml")
    said = str(raised.value)
    assert says in said and said.startswith("The panel mine.toml") and "\n" not in said and len(said) < 300
    assert said.endswith((".", "?")) and not said.endswith("?.")


@given(st.text(max_size=200) | st.text(alphabet='[]="\n seatrolmdu1.', max_size=200))
def test_no_text_does_anything_else(text: str) -> None:
    try:
        panels.parse(text, "mine.toml")
    except UsageError as error:
        assert "\n" not in str(error)


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Role)), st.text(min_size=1), st.integers(1, 4), st.floats(0.1, 9e6)), min_size=1
    )
)
def test_every_seat_comes_as_often_as_its_count_says(seats: list[tuple[Role, str, int, float]]) -> None:
    file = panels.PanelFile(
        seat=tuple(panels.PanelSeat(role=role, model=model, count=n, deadline=s) for role, model, n, s in seats)
    )
    assert file.wishes() == [Wish(role, model, (), s) for role, model, n, s in seats for _ in range(n)]


def test_files_that_are_no_panels(tmp_path: Path) -> None:
    (tmp_path / "binary.toml").write_bytes(bytes(range(256)))
    (tmp_path / "huge.toml").write_bytes(b"#" * 200_000)
    for name, says in (("binary", "UTF-8"), ("huge", "larger"), ("missing", "No such file"), (".", "directory")):
        with pytest.raises(UsageError, match=says):
            panels.load(str(tmp_path if name == "." else tmp_path / f"{name}.toml"))


def test_names_are_those_shipped_and_the_users_own_which_go_first(tmp_path: Path) -> None:
    shipped = set(panels.names(tmp_path))
    assert {"two-vendors", "local-only", "cheap-draft-strong-review", "fast-draft-slow-review"} <= shipped
    (tmp_path / "two-vendors.toml").write_text('about = "mine"\n' + SEAT)
    (tmp_path / "other.toml").write_text(SEAT)
    assert set(panels.names(tmp_path)) == shipped | {"other"}
    assert panels.load("two-vendors", tmp_path).about == "mine"
    with pytest.raises(UsageError, match=r"did you mean two-vendors"):
        panels.load("two-vendor", tmp_path)
    with pytest.raises(UsageError, match=r"there are .*three-vendors"):
        panels.load("zzz", tmp_path)


@pytest.mark.parametrize("name", sorted(path.stem for path in panels.SHIPPED.glob("*.toml")))
def test_a_shipped_panel_can_run_where_its_keys_are(name: str, tmp_path: Path) -> None:
    panel = panels.load(name, tmp_path)
    assert panel.about and panel.protocol
    found = panel_check.check(name, panel, ALONE | KEYS)
    if name == "local-only":
        assert "Ollama" in str(found.error) and panel.budget == 0
        assert all(seat.model.startswith("ollama:") for seat in found.seats)
    else:
        found.require()
        assert all(seat.price and not seat.keeps_prompts for seat in found.seats)
    assert len({seat.family for seat in found.seats}) > 1


def test_a_check_tells_all_that_is_missing_and_ends_with_the_first(tmp_path: Path) -> None:
    found = panel_check.check("two-vendors", panels.load("two-vendors", tmp_path), ALONE)
    assert [seat.why.count("_API_KEY") for seat in found.seats] == [1, 1]
    assert [seat.family for seat in found.seats] == ["claude", "gpt"]
    with pytest.raises(UnknownModel, match=r"two-vendors cannot run here: .*ANTHROPIC_API_KEY"):
        found.require()


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ('protocol = "quarrel"\n' + SEAT, UsageError, "no protocol 'quarrel'"),
        ('protocol = "council"\n' + SEAT, UsageError, "one author seat, and council needs 2 or more"),
        ('protocol = "solo"\nswap = true\n' + SEAT, UsageError, "Swapping is of use"),
        ('protocol = "solo"\n' + SEAT.replace("a:b", "compatible:double-a"), OverBudget, "--price"),
        ('protocol = "solo"\n' + SEAT.replace("a:b", "file:x.md"), UnknownModel, "moot audit"),
    ],
)
def test_a_check_finds_what_is_wrong_with_the_whole(text: str, error: type[MootError], says: str) -> None:
    text = text.replace('"a:b"', '"reader:lexical"')
    found = panel_check.check("mine", panels.parse(text, "mine"), ALONE | KEYS)
    assert type(found.error) is error and says in str(found.error)


def test_a_price_that_is_stated_makes_a_panel_affordable() -> None:
    panel = panels.parse('protocol = "solo"\n' + SEAT.replace("a:b", "openai:double-a"), "mine")
    assert panel_check.check("mine", panel, KEYS | ALONE, "1/2").error is None


@pytest.mark.parametrize("keys", [{}, KEYS, {"ANTHROPIC_API_KEY": "k"}], ids=["none", "all", "one"])
def test_the_template_can_run_on_the_machine_it_was_written_for(keys: dict[str, str]) -> None:
    env = ALONE | keys
    text = panel_template.written(env)
    panel = panels.parse(text, "new")
    panel_check.check("new", panel, env).require()
    # Every rule that stands there as a comment is one.
    said = "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and " = " in line else line for line in text.splitlines()
    )
    for key in ("rounds", "budget", "mixed", "swap", "fallbacks", "deadline"):
        assert f"\n{key} = " in said


def test_a_list_tells_a_broken_panel_like_one_that_cannot_run(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("x")
    listed = {each.name: each for each in panel_check.listed(ALONE | KEYS, tmp_path)}
    assert "not TOML" in listed["broken"].why
    assert not listed["two-vendors"].why and "Ollama" in listed["local-only"].why
