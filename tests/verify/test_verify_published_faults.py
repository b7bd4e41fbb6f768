"""What cannot be run is refused in one sentence, without the network and without reading a pickle."""

from __future__ import annotations

import json
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest
from verify_published_models import SEQUENCE, TOKEN, folder

from moot.errors import MootError, NotInstalled, UnknownModel, UsageError
from moot.verify.published import load

ONE = {"architectures": [SEQUENCE], "num_labels": 1}
GOOD = {"good": [1.0]}


def refused(source: Path | str, kind: type[MootError] = UsageError) -> str:
    with pytest.raises(kind) as caught:
        load(str(source))
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 400
    return said


# --- folders --------------------------------------------------------------------------------------------------------


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "no weights" in refused(tmp_path)


@pytest.mark.parametrize("missing", ["config.json", "tokenizer.json"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    path = folder(tmp_path / "lacks", GOOD, config=ONE)
    (path / missing).unlink()
    assert f"no {missing}" in refused(path)


@pytest.mark.parametrize("damaged", ["config.json", "tokenizer.json", "moot.json", "model.onnx"])
@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'{"id2label": 7, "threshold": 7}'])
def test_a_damaged_file_is_named(tmp_path: Path, damaged: str, content: bytes) -> None:
    path = folder(tmp_path / "broken", GOOD, config=ONE)
    (path / damaged).write_bytes(content)
    assert damaged in refused(path)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "AlignScore-base.ckpt", "model.pt"])
def test_a_pickle_is_refused_unread(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"cos\nsystem\n(S'false'\ntR.")
    (tmp_path / "config.json").write_text(json.dumps(ONE))
    assert name in refused(tmp_path)
    assert "pickle" in refused(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    path = folder(tmp_path / "file", GOOD, config=ONE)
    assert "folder" in refused(path / "model.onnx")


@pytest.mark.parametrize(
    "settings",
    [{"treshold": 0.4}, {"threshold": 1.4}, {"temperature": 0}, {"first": "answer"}, {"prompt": "no place"}],
)
def test_settings_that_mean_nothing(tmp_path: Path, settings: dict[str, Any]) -> None:
    assert "moot.json" in refused(folder(tmp_path / "settings", GOOD, config=ONE, settings=settings))


def test_what_is_never_run_need_not_be_converted(tmp_path: Path) -> None:
    config = {"architectures": ["T5ForConditionalGeneration"], "model_type": "t5"}
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "pytorch_model.bin").write_bytes(b"")
    assert "answers in words" in refused(tmp_path)


# --- heads ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("config", "why"),
    [
        ({}, "no architecture"),
        ({"architectures": ["BertForMaskedLM"]}, "neither a sequence nor a token classifier"),
        ({"architectures": ["T5ForConditionalGeneration"], "model_type": "t5"}, "answers in words"),
        ({"architectures": ["InternLM2ForCausalLM"]}, "answers in words"),
        ({"architectures": ["HHEMv2ForSequenceClassification"], "model_type": "HHEMv2Config"}, "code of its own"),
        ({"architectures": [TOKEN], "num_labels": 1}, "one label"),
        ({"architectures": [SEQUENCE], "problem_type": "multi_label_classification"}, "independent"),
        ({"architectures": [SEQUENCE], "num_labels": 3}, "say nothing of support"),
        ({"architectures": [SEQUENCE], "id2label": {"0": "cat", "1": "dog"}}, "say nothing of support"),
        ({"architectures": [SEQUENCE], "id2label": {"0": "supported", "1": "supports"}}, "say nothing of support"),
        ({"architectures": [TOKEN], "id2label": {"0": "O", "1": "B-PER"}}, "say nothing of support"),
    ],
)
def test_a_head_that_is_not_run(tmp_path: Path, config: dict[str, Any], why: str) -> None:
    assert why in refused(folder(tmp_path / "head", GOOD, config=config))


@pytest.mark.parametrize("labels", [["yes"], ["LABEL_0", "LABEL_1"]])
def test_labels_of_moot_json_that_do_not_fit(tmp_path: Path, labels: list[str]) -> None:
    config = {"architectures": [SEQUENCE]}
    path = folder(tmp_path / "labels", {"good": [0.0, 1.0]}, config=config, settings={"supported": labels})
    assert "do not fit" in refused(path)


@pytest.mark.parametrize("table", [{"good": [0.0, 0.0]}, {"good": [0.0, 0.0, 0.0]}])
def test_a_model_that_gives_other_than_its_config_says(tmp_path: Path, table: dict[str, list[float]]) -> None:
    assert "numbers" in refused(folder(tmp_path / "other", table, config=ONE))


def test_a_model_that_gives_no_numbers(tmp_path: Path) -> None:
    assert "damaged" in refused(folder(tmp_path / "nan", GOOD, config=ONE, bias=[float("nan")]))


def test_an_input_that_we_do_not_have(tmp_path: Path) -> None:
    path = folder(tmp_path / "input", GOOD, config=ONE, inputs=("input_ids", "pixel_values"))
    assert "pixel_values" in refused(path)


# --- safetensors without the extra ----------------------------------------------------------------------------------


def test_the_extra_is_named_where_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder(tmp_path / "safe", GOOD, config=ONE)
    (path / "model.onnx").rename(path / "model.safetensors")
    monkeypatch.setitem(sys.modules, "torch", None)
    assert "moot[verifiers]" in refused(path, NotInstalled)


def test_code_of_a_repository_is_never_run(tmp_path: Path) -> None:
    path = folder(tmp_path / "code", GOOD, config=ONE | {"auto_map": {"AutoModel": "evil.Model"}})
    (path / "evil.py").write_text("raise SystemExit('ran')")
    (path / "model.onnx").rename(path / "model.safetensors")
    assert "code of its own" in refused(path)


# --- the hub --------------------------------------------------------------------------------------------------------


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An empty hub cache, and a list of what was tried on the network."""
    from huggingface_hub import constants

    tried: list[str] = []

    def refuse(*args: object, **named: object) -> NoReturn:
        tried.append(repr(args))
        raise OSError("no network in tests")

    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.mark.parametrize("name", ["somebody/some-verifier", "no/such.model-1"])
def test_a_hub_name_is_not_fetched_unasked(offline: list[str], name: str) -> None:
    assert "download" in refused(name, UnknownModel)
    assert offline == []


@pytest.mark.parametrize("name", ["verifier", "../up/and/away", "/no/such/folder", "a/b/c", "http://a.b/c", "-/x--..x"])
def test_what_is_neither_folder_nor_hub_name(offline: list[str], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent)
    with pytest.raises(MootError):
        load(name)
    assert offline == []


def test_a_download_that_fails_is_one_sentence(offline: list[str]) -> None:
    with pytest.raises(UnknownModel, match="could not be downloaded"):
        load("somebody/some-verifier", download=True)
    assert offline


def test_a_verifier_of_the_hub_cache_runs_without_network(offline: list[str], tmp_path: Path) -> None:
    base = tmp_path / "cache" / "models--somebody--some-verifier"
    commit = "0" * 40
    folder(base / "snapshots" / commit, GOOD, config=ONE)
    (base / "refs").mkdir()
    (base / "refs" / "main").write_text(commit)
    assert load("somebody/some-verifier").name == "somebody/some-verifier"
    assert offline == []


def test_safetensors_are_downloaded_only_where_there_is_no_onnx(
    offline: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import huggingface_hub
    from huggingface_hub.errors import LocalEntryNotFoundError

    asked: list[list[str]] = []

    def snapshot(name: str, *, allow_patterns: list[str], local_files_only: bool = False) -> str:
        if local_files_only:
            raise LocalEntryNotFoundError("not here")
        asked.append(allow_patterns)
        path = tmp_path / name
        if name.startswith("onnx"):
            folder(path, GOOD, config=ONE, place="onnx/model.onnx")
        path.mkdir(parents=True, exist_ok=True)
        return str(path)

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    assert load("onnx/verifier", download=True).name == "onnx/verifier"
    assert len(asked) == 1
    with pytest.raises(UsageError, match=r"no config\.json|no weights"):
        load("other/verifier", download=True)
    assert len(asked) == 3
    assert "model.safetensors" in asked[-1]
    assert not any(each.endswith((".bin", ".py", "*")) and "onnx" not in each for each in asked[-1])


@pytest.mark.parametrize("whole", [True, False])
def test_a_download_that_broke_off(
    offline: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    import huggingface_hub
    from huggingface_hub.errors import IncompleteSnapshotError

    path = folder(tmp_path / "snapshot", GOOD, config=ONE)
    if not whole:
        (path / "model.onnx").unlink()

    def snapshot(name: str, **named: object) -> str:
        raise IncompleteSnapshotError("some files are missing", snapshot_path=str(path))

    monkeypatch.setattr(huggingface_hub, "snapshot_download", snapshot)
    if whole:
        assert load("some/verifier").name == "some/verifier"
    else:
        assert "download it first" in refused("some/verifier", UnknownModel)
