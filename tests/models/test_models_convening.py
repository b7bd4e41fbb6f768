"""From what the user asked for to the seats of a run, and what is refused before any money is spent."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import MootError, OverBudget, RetentionRefused, UnknownModel, UsageError
from moot.models import convening, lineup, seating, shapes
from moot.models.convening import Asked
from moot.models.discovery import Seating, panel_of
from moot.models.language import LanguageSeat
from moot.models.lineup import Wish
from moot.models.seating import Seater
from moot.testing import DoubleServer
from moot.words import Caps, Case, Fallback, Panel, Role, Seat, Source

NOBODY = {
    "OLLAMA_HOST": "127.0.0.1:9",
    "VLLM_BASE_URL": "127.0.0.1:9",
    "LLAMACPP_BASE_URL": "127.0.0.1:9",
    "MOOT_GGUF": "nowhere",
}
TWO = NOBODY | {"ANTHROPIC_API_KEY": "k", "OPENAI_API_KEY": "k"}
ALL = TWO | {"GEMINI_API_KEY": "k", "OPENROUTER_API_KEY": "k"}
CLAUDE, GPT, GEMINI = "anthropic:claude-sonnet-5-5", "openai:gpt-6.1-terra", "gemini:gemini-3.8-flash"
QWEN = "openrouter:qwen/qwen3-max"


def seats(protocol: str, env: dict[str, str] = ALL, **asked: Any) -> list[Seating]:
    return convening.convene(Seater(env), protocol, Asked(**asked))


def held(seatings: list[Seating]) -> list[tuple[str, str]]:
    return [(seating.seat.id, seating.seat.model) for seating in seatings]


# --- the list of seats ----------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.tuples(st.sampled_from([CLAUDE, GPT, QWEN, "gguf:/a b/c*d.gguf"]), st.integers(1, 6)), min_size=1, max_size=4
    )
)
def test_a_list_of_seats_reads_as_it_was_written(entries: list[tuple[str, int]]) -> None:
    found = lineup.parse(" , ".join(f"{model}*{n}" for model, n in entries))
    assert found == [Wish(Role.AUTHOR, model) for model, n in entries for _ in range(n)]


@pytest.mark.parametrize(
    "text", ["", ",", "a:b,", "a:b,,c:d", "*2", "a:b*0", "a:b*x", "a:b*-1", "a:b*27", "a:b*9999999999", "a:b*²"]
)
def test_a_list_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="seats"):
        lineup.parse(text)


def test_more_seats_than_letters_are_refused() -> None:
    with pytest.raises(UsageError, match="more than 26"):
        lineup.parse("a:b*20,c:d*20")


def test_each_entry_is_an_author_in_order_and_a_judge_of_another_family_is_found() -> None:
    found = seats("council", seats=f"{CLAUDE}*2, {GPT}*2,{QWEN}")
    assert held(found) == [
        ("author-1", CLAUDE),
        ("author-2", CLAUDE),
        ("author-3", GPT),
        ("author-4", GPT),
        ("author-5", QWEN),
        ("judge-1", GEMINI),
    ]
    assert [each.seat.family for each in found] == ["claude", "claude", "gpt", "gpt", "qwen", "gemini"]


def test_without_a_further_family_the_evidence_alone_rules() -> None:
    assert held(seats("debate", TWO, seats=f"{CLAUDE},{GPT}")) == [("author-1", CLAUDE), ("author-2", GPT)]


def test_a_judge_who_is_named_sits() -> None:
    assert held(seats("council", TWO, seats=f"{CLAUDE}*2", judge=CLAUDE))[-1] == ("judge-1", CLAUDE)


def test_readers_who_are_named_are_not_judged_by_a_model_unasked() -> None:
    assert len(seats("council", seats="reader:lexical,reader:semantic")) == 2


# --- what the machine has -------------------------------------------------------------------------------------------


def test_unasked_two_instances_of_each_of_the_first_families_draft_and_the_third_judges() -> None:
    found = [("author-1", CLAUDE), ("author-2", CLAUDE), ("author-3", GPT), ("author-4", GPT), ("judge-1", GEMINI)]
    assert held(seats("council")) == held(seats("debate")) == found
    assert held(seats("council", TWO)) == found[:4]
    assert [model for _, model in held(seats("council", NOBODY | {"OPENAI_API_KEY": "k"}))] == [GPT, GPT]


def test_where_nobody_speaks_both_readers_draft() -> None:
    assert held(seats("council", NOBODY)) == [("author-1", "reader:lexical"), ("author-2", "reader:semantic")]


def test_a_vote_asks_the_best_model_three_times_and_nobody_judges() -> None:
    assert held(seats("vote")) == [("author-1", CLAUDE), ("author-2", CLAUDE), ("author-3", CLAUDE)]
    assert len(seats("vote", seats=f"{GPT}*5")) == 5
    with pytest.raises(UnknownModel, match="A vote asks one language model several times, and none is available"):
        seats("vote", NOBODY)


def test_solo_seats_an_author_only() -> None:
    assert held(seats("solo")) == [("author-1", CLAUDE)]
    assert held(seats("solo", author=GPT)) == [("author-1", GPT)]
    assert held(seats("solo", NOBODY)) == [("author-1", "reader:lexical")]


def test_a_critique_is_seated_as_ever() -> None:
    assert held(seats("critique")) == [("author-1", CLAUDE), ("reviewer-1", GPT), ("judge-1", GEMINI)]


# --- recordings -----------------------------------------------------------------------------------------------------

HELD = (
    Seat(
        role=Role.AUTHOR,
        model="a:one",
        family="claude",
        deadline=5.0,
        fallbacks=(Fallback(model="x:y", family="qwen"),),
    ),
    Seat(
        role=Role.AUTHOR,
        model="b:two",
        family="gpt",
        instance=2,
        fallbacks=(Fallback(model="reader:lexical", family="lexical"),),
    ),
    Seat(role=Role.AUTHOR, model="reader:semantic", family="embedding", instance=3),
    Seat(role=Role.JUDGE, model="c:three", family="gemini"),
)


def tape(folder: Path, panel: tuple[Seat, ...] = HELD) -> str:
    header = {"recording": 1, "question": "?", "made": "2026-11-01", "provenance": "x"}
    header |= {"panel": Panel(seats=panel).model_dump(mode="json")}
    (folder / "tape.jsonl").write_text(json.dumps(header) + "\n")
    return f"recorded:{folder / 'tape.jsonl'}"


def test_a_recording_alone_seats_its_whole_panel_as_it_was_held(tmp_path: Path) -> None:
    name = tape(tmp_path)
    found = seats("council", NOBODY, seats=f" {name} ")
    assert held(found) == [
        ("author-1", name),
        ("author-2", name),
        ("author-3", "reader:semantic"),
        ("judge-1", name),
    ]
    assert [each.seat.family for each in found] == ["claude", "gpt", "embedding", "gemini"]
    assert found[0].seat.fallbacks == (Fallback(model=name, family="qwen"),)
    assert found[1].seat.fallbacks == (Fallback(model="reader:lexical", family="lexical"),)
    assert found[0].seat.deadline is None  # nothing is waited for
    assert set(seating.provenance(found, "?")) == {"author-1", "author-1~1", "author-2", "judge-1"}
    assert held(seats("council", seats=name, judge=QWEN))[-1] == ("judge-1", QWEN)


def test_a_recording_of_one_author_is_no_council(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="one author seat, and council needs 2 or more"):
        seats("council", seats=tape(tmp_path, HELD[:1]))


def test_a_recording_among_others_answers_for_the_seats_that_it_has(tmp_path: Path) -> None:
    name = tape(tmp_path)
    found = seats("council", TWO, seats=f"{CLAUDE},{name}")
    assert held(found) == [("author-1", CLAUDE), ("author-2", name)] and found[1].seat.family == "gpt"
    with pytest.raises(UnknownModel, match="holds no answers for the seat author-4"):
        seating.provenance(seats("council", TWO, seats=f"{CLAUDE}*3,{name}"), "?")


# --- panels ---------------------------------------------------------------------------------------------------------

PANEL = [
    Wish(Role.AUTHOR, CLAUDE, (GPT,), 30.0),
    Wish(Role.REVIEWER, GPT),
    Wish(Role.JUDGE, GEMINI, (QWEN,)),
]


@pytest.mark.parametrize(("asked", "deadlines"), [(None, [30.0, None, None]), (90.0, [90.0, 90.0, 90.0])])
def test_a_panel_sits_as_it_is_with_fallbacks_and_a_deadline_that_is_asked_for_wins(
    asked: float | None, deadlines: list[float | None]
) -> None:
    found = seats("critique", panel=PANEL, deadline=asked)
    assert held(found) == [("author-1", CLAUDE), ("reviewer-1", GPT), ("judge-1", GEMINI)]
    assert found[0].seat.fallbacks == (Fallback(model=GPT, family="gpt"),)
    assert [info.name for info in found[2].infos] == [GEMINI, QWEN]
    assert [each.seat.deadline for each in found] == deadlines


def test_a_panel_without_a_judge_gets_none() -> None:
    assert len(seats("council", panel=[PANEL[0], Wish(Role.AUTHOR, GPT)])) == 2


def test_a_model_named_on_the_command_line_takes_the_place_of_the_panels() -> None:
    found = seats("critique", panel=PANEL, author=QWEN, judge=CLAUDE)
    assert held(found) == [("author-1", QWEN), ("reviewer-1", GPT), ("judge-1", CLAUDE)]
    assert found[0].seat.fallbacks == ()
    with pytest.raises(UsageError, match="one author seat"):
        seats("council", panel=[PANEL[0], Wish(Role.AUTHOR, GPT)], author=QWEN)


def test_a_seat_or_a_fallback_without_a_key_is_named_with_its_seat() -> None:
    with pytest.raises(UnknownModel, match=r"author-2: openai:gpt-6.1-terra needs a key: set OPENAI_API_KEY"):
        seats("council", NOBODY | {"ANTHROPIC_API_KEY": "k"}, seats=f"{CLAUDE},{GPT}")
    with pytest.raises(UnknownModel, match=r"judge-1: .*OPENROUTER_API_KEY"):
        seats("critique", TWO | {"GEMINI_API_KEY": "k"}, panel=PANEL)


# --- what is refused ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("protocol", "asked", "says"),
    [
        ("council", {"seats": CLAUDE}, "one author seat, and council needs 2 or more"),
        ("debate", {"seats": CLAUDE}, "one author seat, and debate needs 2 or more"),
        ("council", {"seats": "reader:lexical*2"}, "reader:lexical would write the same draft 2 times"),
        ("vote", {"seats": "reader:lexical*3"}, "would write the same draft 3 times"),
        ("council", {"seats": f"{CLAUDE}*2", "author": GPT}, "--seats and --author do not go together"),
        ("council", {"seats": f"{CLAUDE}*2", "reviewer": GPT}, "--seats and --reviewer do not go together: several"),
        ("council", {"author": CLAUDE}, "council has several authors: name them with --seats"),
        ("vote", {"author": CLAUDE}, f"--seats '{CLAUDE}\\*3'"),
        ("council", {"reviewer": CLAUDE}, "--reviewer has no use for council"),
        ("solo", {"reviewer": CLAUDE}, "--reviewer has no use for solo"),
        ("solo", {"judge": CLAUDE}, "--judge has no use for solo"),
        ("vote", {"seats": f"{CLAUDE}*3", "judge": GPT}, "vote leaves nothing to a judge"),
        ("council", {"panel": PANEL}, "one author seat"),
        ("council", {"panel": [*PANEL, PANEL[0]]}, "has a reviewer, and council takes none"),
        ("critique", {"panel": [*PANEL, PANEL[0]]}, "2 author seats, and critique takes 1"),
        ("critique", {"panel": PANEL[:1]}, "no reviewer, and critique needs one"),
        ("critique", {"panel": PANEL[1:]}, "no author seat, and critique needs one"),
        ("critique", {"panel": [*PANEL, PANEL[2]]}, "2 judges: one rules"),
    ],
)
def test_seats_that_do_not_go_with_the_protocol(protocol: str, asked: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says) as raised:
        seats(protocol, **asked)
    assert str(raised.value).endswith(".") and "\n" not in str(raised.value)


@pytest.mark.parametrize("model", ["file:x.md", "nobody:x", "gpt", "openai:gpt-6.1-tera"])
def test_a_model_that_cannot_draft(model: str) -> None:
    with pytest.raises(MootError, match=r"^author-1: .*\.|\?$"):
        seats("council", seats=f"{model},{GPT}")


@pytest.mark.parametrize(
    ("protocol", "use", "says"),
    [
        ("critique", {"seats": True}, "name that of critique with --author"),
        ("solo", {"seats": True}, "name that of solo with --author"),
        ("council", {"swap": True}, "Swapping is of use for critique only"),
        ("solo", {"swap": True}, "Swapping is of use"),
        ("council", {"sides": ("a", "b")}, "--side is of use for debate only"),
        ("critique", {"sides": ("a", "b")}, "--side"),
        ("vote", {"mixed": True}, "A mixed panel is of no use for vote"),
        ("solo", {"mixed": True}, "A mixed panel is of no use for solo"),
    ],
)
def test_options_that_the_protocol_has_no_use_for(protocol: str, use: dict[str, Any], says: str) -> None:
    none: dict[str, Any] = {"seats": False, "swap": False, "sides": (), "mixed": False}
    shapes.require_use(protocol, **none)
    with pytest.raises(UsageError, match=says):
        shapes.require_use(protocol, **(none | use))


@pytest.mark.parametrize(
    ("sides", "says"),
    [
        (["yes"], "nobody to argue against"),
        (["yes", " "], "empty"),
        (["yes", "no", "Yes "], "same"),
        (["yes", "no", "perhaps"], "3 sides and 2 author seats"),
    ],
)
def test_sides_that_cannot_be_argued(sides: list[str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        shapes.require_sides(sides, 2)


def test_sides_are_tidied() -> None:
    assert shapes.require_sides([" it   is ", "no"], 2) == ("it is", "no") and shapes.require_sides([], 1) == ()


def mixed(protocol: str, *seats: tuple[Role, str, tuple[str, ...]]) -> None:
    panel = Panel(
        seats=tuple(
            Seat(
                role=role,
                model=f"m:{family}",
                family=family,
                instance=n,
                fallbacks=tuple(Fallback(model=f"m:{other}", family=other) for other in others),
            )
            for n, (role, family, others) in enumerate(seats, 1)
        )
    )
    shapes.require(Case(question="?", protocol=protocol, caps=Caps()), panel, mixed=True)


def test_mixed_is_kept_where_families_differ() -> None:
    mixed("council", (Role.AUTHOR, "a", ()), (Role.AUTHOR, "b", ()), (Role.AUTHOR, "a", ()), (Role.JUDGE, "c", ()))
    mixed("critique", (Role.AUTHOR, "a", ("d",)), (Role.REVIEWER, "b", ("c",)), (Role.JUDGE, "b", ()))


@pytest.mark.parametrize(
    ("protocol", "seats", "says"),
    [
        (
            "council",
            [(Role.AUTHOR, "a", ()), (Role.AUTHOR, "a", ())],
            "all authors of the council are of one family, a",
        ),
        (
            "council",
            [(Role.AUTHOR, "a", ()), (Role.AUTHOR, "b", ()), (Role.JUDGE, "b", ())],
            "the judge m:b is of the family of author-2, b",
        ),
        (
            "council",
            [(Role.AUTHOR, "a", ()), (Role.AUTHOR, "b", ()), (Role.JUDGE, "c", ("a",))],
            r"the judge m:a \(a fallback\) is of the family of author-1, a",
        ),
        (
            "critique",
            [(Role.AUTHOR, "a", ()), (Role.REVIEWER, "a", ())],
            "the reviewer m:a is of the family of author-1",
        ),
        ("critique", [(Role.AUTHOR, "a", ("b",)), (Role.REVIEWER, "b", ())], "the reviewer m:b"),
        (
            "critique",
            [(Role.AUTHOR, "a", ()), (Role.REVIEWER, "b", ()), (Role.JUDGE, "a", ())],
            "the judge m:a is of the family of author-1",
        ),
    ],
)
def test_mixed_is_refused(protocol: str, seats: list[tuple[Role, str, tuple[str, ...]]], says: str) -> None:
    with pytest.raises(UsageError, match=f"A mixed panel was asked for, and {says}"):
        mixed(protocol, *seats)


# --- fallbacks are checked like those they stand in for ------------------------------------------------------------

PRIVATE = Source(id="S1", title="T", origin="notes/one.md", sha256="0", text_sha256="0", media="text")


def test_a_fallback_that_keeps_prompts_or_has_no_price_is_refused() -> None:
    free = [Wish(Role.AUTHOR, CLAUDE, ("openrouter:qwen/qwen3-coder:free",)), Wish(Role.REVIEWER, GPT)]
    with pytest.raises(RetentionRefused, match="qwen3-coder:free"):
        seating.require_fit(seats("critique", panel=free), [PRIVATE], Decimal(1), False)
    dear = [Wish(Role.AUTHOR, CLAUDE, ("compatible:double-a",)), Wish(Role.REVIEWER, GPT)]
    env = ALL | {"MOOT_COMPATIBLE_BASE_URL": "https://models.example/v1"}
    with pytest.raises(OverBudget, match="double-a"):
        seating.require_fit(seats("critique", env, panel=dear), [PRIVATE], Decimal(1), False)


def test_a_fallback_that_moved_elsewhere_is_found_when_the_run_goes_on() -> None:
    with DoubleServer() as one, DoubleServer() as other:
        panel = [Wish(Role.AUTHOR, CLAUDE, ("openai:double-a",)), Wish(Role.REVIEWER, GPT)]
        here = ALL | {"OPENAI_BASE_URL": one.base_url}
        found = seats("critique", here, panel=panel)
        addresses = seating.endpoints(found)
        assert addresses["author-1~1"] == one.base_url
        again = Seater(here).again(panel_of(found), addresses)
        assert [each.infos for each in again] == [each.infos for each in found]
        with pytest.raises(UsageError, match=r"openai:double-a at .* is now at"):
            Seater(ALL | {"OPENAI_BASE_URL": other.base_url}).again(panel_of(found), addresses)


async def test_seats_alike_share_a_backend_and_others_do_not() -> None:
    seater = Seater(ALL)
    found = seater.seats(lineup.parse(f"{CLAUDE}*2,{GPT}"))
    one, two, other = (seater.holder(each.seat) for each in found)
    assert isinstance(one, LanguageSeat) and isinstance(two, LanguageSeat) and isinstance(other, LanguageSeat)
    assert one.backend is two.backend is not other.backend and one.seat.id != two.seat.id
    await seater.aclose()
