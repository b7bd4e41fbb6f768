from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Barrier

import numpy as np
import pytest

from moot.errors import NotInstalled
from moot.text import embedding
from moot.text.embedding import Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_vectors_have_unit_length(encoder: Encoder) -> None:
    rows = encoder.encode(["A cat sleeps.", "Revenue rose by 5 %.", ""])
    assert rows.shape == (3, 384)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows[:2], axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert not rows[2].any()


def test_like_texts_are_near(encoder: Encoder) -> None:
    cat, kitten, money = encoder.encode(["A cat sleeps.", "A kitten is asleep.", "Revenue rose by 5 %."])
    assert cat @ kitten > 0.6 > 0.3 > cat @ money


def test_company_does_not_change_a_vector(encoder: Encoder) -> None:
    text = "The model answers fast."
    alone = encoder.encode([text])[0]
    among = encoder.encode(["x", text, "a much longer neighbour " * 40, text])
    assert (alone == among[1]).all()
    assert (alone == among[3]).all()


def test_texts_are_read_side_by_side(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding.os, "cpu_count", lambda: 2)
    read, both = encoder._hidden, Barrier(2, timeout=10)  # pyright: ignore[reportPrivateUsage]

    def together(ids: list[int]) -> object:
        both.wait()
        return read(ids)

    monkeypatch.setattr(encoder, "_hidden", together)
    assert encoder.encode(["The kettle is on the hob.", "Two of the oars are broken."]).any(axis=1).all()


def test_a_long_text_is_read_to_its_end(encoder: Encoder) -> None:
    start = "The weather is fine. " * 80
    plain, other = encoder.encode([start, start + "Share prices fell on the stock exchange. " * 80])
    assert plain @ other < 0.95


@pytest.mark.parametrize("name", ["WEIGHTS_SHA256", "TOKENIZER_SHA256"])
def test_other_weights_are_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, name, "0" * 64)
    with pytest.raises(NotInstalled, match="not the one"):
        Encoder().encode(["x"])


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "_FOLDER", tmp_path)
    with pytest.raises(NotInstalled, match="missing"):
        Encoder().encode(["x"])


def test_the_import_stays_light() -> None:
    heavy = "numpy onnxruntime tokenizers rapidfuzz sentencex"
    modules = "moot.text.embedding, moot.text.quotes, moot.text.sentences, moot.text.figures, moot.text.terms"
    code = f"import sys, {modules}; print([m for m in '{heavy}'.split() if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
