"""Ugly texts take time in proportion to their length, whatever they hold."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hostile_ugly import PIECES, Named, long, patterns

from moot.evidence.cited_report.parse import parse
from moot.evidence.hostile import scan
from moot.evidence.media import markdown, plain
from moot.evidence.media.html import medium as html
from moot.text import figures, sentences
from moot.verify import verify
from moot.verify.referee import Referee
from moot.verify.texts import as_library

pytestmark = pytest.mark.long

PASSAGE = 1_000
"""Characters: most patterns read a sentence or a row; what reads more is among `READERS`."""
SOON = 1.0
"""Seconds that one pattern may take for it: a cube would take minutes."""
LONG = 40_000
SAID = "Mayor Anna Berg said that the bridge cost 41 million euros in 2019"
CLAIM = "Mayor Anna Berg said the bridge cost 40 million euros in 2019 because of steel prices."
LIST = "\n\n## References\n\n[1] Smith, J. (2019). Bridges. Press.\n"
READERS: dict[str, Callable[[str], object]] = {
    "sentences": sentences.split,
    "figures": lambda text: list(figures.find(text)),
    "library": as_library,
    "orders": lambda text: scan(as_library([f"{SAID} {text}"]).documents[0]),
    "plain": lambda text: plain.read(f"{SAID} {text}".encode()),
    "markdown": lambda text: markdown.read(f"# Title\n\n{SAID} {text}".encode()),
    "html": lambda text: html.read(f"<html><body><article><p>{SAID} {text}</p></article></body></html>".encode()),
    "report": lambda text: parse(f"# Title\n\n{SAID} [1]. {text}{LIST}", "markdown"),
}
PACKAGES = ("text", "evidence", "verify", "readers", "report", "debate", "models", "bench")


def took(read: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    read(text)
    return time.process_time() - begun


@pytest.fixture(scope="module")
def known() -> list[Named]:
    return patterns()


@pytest.mark.parametrize("package", PACKAGES)
def test_no_pattern_is_lost_in_a_passage(package: str, known: list[Named]) -> None:
    mine = [each for each in known if each.name.startswith(f"moot.{package}.")]
    assert mine
    slow = {
        (each.name, piece)
        for each in mine
        for piece in each.pieces()
        if took(lambda text, each=each: list(each.pattern.finditer(text)), f"{long(piece, PASSAGE)}\0") > SOON
    }
    assert not slow


@pytest.mark.parametrize("reader", READERS)
def test_what_reads_whole_texts_reads_ugly_ones_in_proportion(reader: str) -> None:
    read = READERS[reader]
    read("ready")
    slow = {piece: spent for piece in PIECES if (spent := took(read, long(piece, LONG))) > 10}  # a square: minutes
    assert not slow


@pytest.mark.parametrize("piece", PIECES)
def test_a_claim_is_checked_against_an_ugly_source_in_proportion(piece: str) -> None:
    referee = Referee()
    referee.prepare()
    assert took(lambda text: verify(CLAIM, [f"{SAID} {text}"], referee), long(piece, LONG)) < 60
