"""No reader, and nothing that it stands on, may know the examples: none of their names and figures stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import moot

PACKAGE = Path(moot.__file__).parent
EXAMPLES = Path(__file__).parents[2] / "examples"

NAMES = (
    "terminal-bench", "swe-bench", "omnidocbench", "realworldqa", "draco", "3.6 plus", "opus 4.6", "gemini 3.1",
    "perplexity", "softbank", "source map", "larkmere", "old harbour", "mill quarter", "northfield",
    "orthophosphate", "oyelaran", "hydra valley", "lead pipes", "claude code", "critique and council",
)  # fmt: skip
FIGURES = (
    "61.6", "59.3", "65.4", "78.8", "80.8", "91.2", "87.7", "85.4", "57.4", "42.7", "13.88", "59.8 MB", "2.1.88",
    "90,000", "41,500", "852 billion", "122 billion", "5,050", "7,400 euros", "44 million euros", "7.6 µg",
)  # fmt: skip

APART = (PACKAGE / "bench", PACKAGE / "cli" / "bench")
"""What reads published results, and names the benchmarks that it reads; nothing that argues or checks stands on it."""

FILES = sorted(
    path
    for path in PACKAGE.rglob("*")
    if path.suffix in (".py", ".j2", ".html", ".css", ".js", ".json")
    and not any(path.is_relative_to(each) for each in APART)
)


def mentions(text: str, wanted: tuple[str, ...]) -> list[str]:
    low = text.lower()
    return [each for each in wanted if re.search(rf"(?<![\w.,]){re.escape(each.lower())}(?![\w])", low)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_name_of_an_example(path: Path) -> None:
    assert mentions(path.read_text("utf-8"), NAMES) == []


@pytest.mark.parametrize(
    "path", [path for path in FILES if "readers" in path.parts], ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_no_figure_of_an_example_in_the_readers(path: Path) -> None:
    assert mentions(path.read_text("utf-8"), FIGURES) == []


def test_the_names_are_those_of_the_examples() -> None:
    """A list that no longer fits the examples would prove nothing."""
    text = "\n".join(path.read_text("utf-8") for path in EXAMPLES.rglob("*.*") if path.suffix in (".md", ".html"))
    assert [each for each in NAMES + FIGURES if each not in mentions(text, NAMES + FIGURES)] == []
