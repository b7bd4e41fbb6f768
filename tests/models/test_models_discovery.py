"""The panel that follows from what a machine has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from moot.errors import UnknownModel
from moot.models.discovery import Seating, available, choose_panel, panel_of
from moot.testing import DoubleServer
from moot.words import Role

NOBODY = {
    "OLLAMA_HOST": "127.0.0.1:9",
    "VLLM_BASE_URL": "127.0.0.1:9",
    "LLAMACPP_BASE_URL": "127.0.0.1:9",
    "MOOT_GGUF": "nowhere",
}
ANTHROPIC = {"ANTHROPIC_API_KEY": "k"}
OPENAI = {"OPENAI_API_KEY": "k"}
GEMINI = {"GEMINI_API_KEY": "k"}
OPENROUTER = {"OPENROUTER_API_KEY": "k"}


def held(seatings: list[Seating]) -> list[tuple[str, str]]:
    return [(seating.seat.role.value, seating.seat.model) for seating in seatings]


def families(seatings: list[Seating]) -> list[str]:
    return [seating.seat.family for seating in seatings]


def test_with_nothing_the_readers_sit_and_nobody_judges() -> None:
    seatings = choose_panel(NOBODY)
    assert held(seatings) == [("author", "reader:lexical"), ("reviewer", "reader:semantic")]
    panel = panel_of(seatings)
    assert panel.mixed and not panel.speaks


def test_three_keys_make_three_families() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENAI | GEMINI)
    assert families(seatings) == ["claude", "gpt", "gemini"]
    assert panel_of(seatings).mixed
    assert not any(seating.note for seating in seatings)


def test_two_keys_make_a_mixed_panel_and_the_judge_is_not_the_authors_model() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENAI)
    assert families(seatings) == ["claude", "gpt", "gpt"]
    assert "second instance" in seatings[2].note


def test_one_key_of_one_vendor_makes_a_panel_of_one_family_and_says_so() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC)
    assert families(seatings) == ["claude"] * 3
    assert not panel_of(seatings).mixed
    assert all("second instance" in seating.note for seating in seatings[1:])
    assert len({seating.seat.id for seating in seatings}) == 3


def test_one_key_of_a_router_is_enough_for_a_mixed_panel() -> None:
    seatings = choose_panel(NOBODY | OPENROUTER)
    assert len(set(families(seatings))) == 3


def test_a_vendors_own_key_goes_before_the_router() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENROUTER)
    assert held(seatings)[0] == ("author", "anthropic:claude-sonnet-5-5")
    assert len(set(families(seatings))) == 3


def test_the_users_choice_takes_its_seat_and_the_others_differ_from_it() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENAI, author="openai:gpt-6.1-sol")
    assert held(seatings)[:2] == [("author", "openai:gpt-6.1-sol"), ("reviewer", "anthropic:claude-sonnet-5-5")]
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENAI, reviewer="anthropic:claude-opus-5-5")
    assert held(seatings)[:2] == [("author", "openai:gpt-6.1-terra"), ("reviewer", "anthropic:claude-opus-5-5")]
    seatings = choose_panel(NOBODY | ANTHROPIC | OPENAI, judge="reader:lexical")
    assert held(seatings)[2] == ("judge", "reader:lexical")


def test_a_panel_of_one_family_can_be_wished_for() -> None:
    seatings = choose_panel(
        NOBODY | ANTHROPIC | OPENAI, author="anthropic:claude-opus-5-5", reviewer="anthropic:claude-sonnet-5-5"
    )
    assert families(seatings)[:2] == ["claude", "claude"]
    assert "same family" in seatings[1].note


def test_readers_can_be_wished_for_where_language_models_are() -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC, author="reader:lexical", reviewer="reader:semantic")
    assert held(seatings) == [("author", "reader:lexical"), ("reviewer", "reader:semantic")]


def test_a_reader_reviews_where_the_other_reader_writes() -> None:
    seatings = choose_panel(NOBODY, author="reader:semantic")
    assert held(seatings) == [("author", "reader:semantic"), ("reviewer", "reader:lexical")]


def test_what_keeps_prompts_or_has_no_price_takes_no_seat_unasked() -> None:
    with DoubleServer(models=["gpt-oss:120b-cloud"]) as server:
        env = NOBODY | {"OLLAMA_HOST": server.anthropic_url}
        assert families(choose_panel(env)) == ["lexical", "embedding"]
        assert held(choose_panel(env, author="ollama:gpt-oss:120b-cloud"))[0][1] == "ollama:gpt-oss:120b-cloud"


def test_a_local_server_with_two_lineages_makes_a_mixed_panel() -> None:
    with DoubleServer(models=["llama3.2:latest", "qwen3:8b"]) as server:
        seatings = choose_panel(NOBODY | {"OLLAMA_HOST": server.anthropic_url})
    assert families(seatings)[:2] == ["llama", "qwen"]
    assert all(seating.info.local for seating in seatings)


def test_an_address_that_is_none_is_told_with_the_rest() -> None:
    found = available(NOBODY | {"OLLAMA_HOST": "http://[::1", "VLLM_BASE_URL": "http://exa\u2100mple.org"})
    assert not any(info.available or info.local for info in found if info.provider in ("ollama", "vllm"))


def test_a_wrong_name_is_refused() -> None:
    with pytest.raises(UnknownModel):
        choose_panel(NOBODY | ANTHROPIC, reviewer="openai:gpt-6.1-terra")


def test_what_is_missing_is_listed_with_the_reason_and_readers_come_last() -> None:
    found = available(NOBODY | ANTHROPIC)
    reasons = {info.provider: info.why for info in found if not info.available}
    assert reasons["openai"] == "OPENAI_API_KEY is not set"
    assert "nothing answers" in reasons["ollama"]
    assert found[0].name == "anthropic:claude-sonnet-5-5" and found[0].available
    assert [info.name for info in found[-2:]] == ["reader:lexical", "reader:semantic"]


def test_an_endpoint_that_is_not_asked_for_its_models_is_listed_with_how_to_name_one() -> None:
    with DoubleServer(models=["double-a"]) as server:
        env = NOBODY | {"MOOT_COMPATIBLE_BASE_URL": server.base_url}
        found = {info.name: info for info in available(env)}
        assert not server.requests
    assert not found["compatible:*"].available and "--author compatible:NAME --price" in found["compatible:*"].why
    assert server.base_url in found["compatible:*"].why
    assert families(choose_panel(env)) == ["lexical", "embedding"]
    unset = {info.name: info.why for info in available(NOBODY)}
    assert unset["compatible:*"] == "MOOT_COMPATIBLE_BASE_URL is not set"


@pytest.fixture
def tape(tmp_path: Path) -> Iterator[str]:
    seats = [
        {"role": "author", "model": "a:b", "family": "claude"},
        {"role": "reviewer", "model": "c:d", "family": "gpt"},
        {"role": "judge", "model": "e:f", "family": "qwen"},
    ]
    header = {"recording": 1, "question": "?", "made": "2026-11-01", "provenance": "x", "panel": {"seats": seats}}
    (tmp_path / "tape.jsonl").write_text(json.dumps(header) + "\n")
    yield f"recorded:{tmp_path / 'tape.jsonl'}"


def test_a_recording_takes_all_its_seats_with_the_families_it_had(tape: str) -> None:
    seatings = choose_panel(NOBODY | ANTHROPIC, author=tape)
    assert [seating.seat.model for seating in seatings] == [tape] * 3
    assert families(seatings) == ["claude", "gpt", "qwen"]


def test_a_recording_in_one_seat_leaves_the_other_to_whom_the_user_names(tape: str) -> None:
    seatings = choose_panel(NOBODY, author=tape, reviewer="reader:lexical")
    assert held(seatings)[:2] == [("author", tape), ("reviewer", "reader:lexical")]
    assert seatings[0].seat.family == "claude"
    assert [seating.seat.role for seating in seatings[:2]] == [Role.AUTHOR, Role.REVIEWER]


def test_a_recording_without_a_judge_does_not_judge(tmp_path: Path) -> None:
    panel = {"seats": [{"role": "author", "model": "a:b", "family": "claude"}]}
    header = {"recording": 1, "question": "?", "made": "2026-11-01", "provenance": "x", "panel": panel}
    (tmp_path / "tape.jsonl").write_text(json.dumps(header) + "\n")
    name = f"recorded:{tmp_path / 'tape.jsonl'}"
    assert held(choose_panel(NOBODY, author=name, reviewer="reader:lexical")) == [
        ("author", name),
        ("reviewer", "reader:lexical"),
    ]
