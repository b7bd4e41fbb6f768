"""Patterns that wait for their first use."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import moot
from moot.text.lazy import lazy_re

SOURCES = Path(moot.__path__[0])
EXAMPLES = Path(__file__).parents[2] / "examples"
TURKISH = str.maketrans("isI", "ıſİ")


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazy_re(r"(?P<word>\w+) \d", re.IGNORECASE), re.compile(r"(?P<word>\w+) \d", re.IGNORECASE)
    text = "one 1, two 2"
    assert [match["word"] for match in lazy.finditer(text)] == [match["word"] for match in compiled.finditer(text)]
    assert lazy.sub(r"\g<word>", text) == "one, two"
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


@pytest.mark.parametrize("pattern", [r"\b(?:rose|fell)\b", r"\b(?:ROSE|Fell)\b\W"])
def test_what_is_not_there_is_looked_for_in_small_letters_only(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    flags, real = list[int](), re.compile

    def told(written: str, flag: int = 0) -> re.Pattern[str]:
        flags.append(flag)
        return real(written, flag)

    monkeypatch.setattr(re, "compile", told)
    lazy = lazy_re(pattern, re.IGNORECASE)
    assert lazy.search("It stood.") is None
    assert list(lazy.finditer("It stood.")) == []
    assert flags == [0]
    assert (match := lazy.search("It Rose.")) and match[0].startswith("Rose")
    assert flags == [0, re.IGNORECASE]


def test_a_sentence_is_searched_for_the_same_once_and_a_long_text_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    class Told:
        def search(self, text: str) -> None:
            asked.append(text)

    asked, long = list[str](), "It stood. " * 100
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: Told())  # pyright: ignore[reportUnknownLambdaType]
    lazy = lazy_re(r"\bsank\b", re.IGNORECASE)
    for text in ("It stood.", long, "It stood.", long):
        assert lazy.search(text) is None
    assert asked == ["it stood.", long.lower(), long.lower()]


def test_a_wrong_pattern_says_so_when_it_is_used() -> None:
    wrong = lazy_re("(")
    with pytest.raises(re.error):
        wrong.search("")


def patterns() -> list[re.Pattern[str]]:
    """Of every module."""
    files = [path for path in SOURCES.rglob("*.py") if "import lazy_re" in path.read_text()]
    names = [".".join(("moot", *path.relative_to(SOURCES).with_suffix("").parts)) for path in files]
    modules = [import_module(name.removesuffix(".__init__")) for name in names]
    return [value for each in modules for value in vars(each).values() if isinstance(value, type(lazy_re("")))]


def test_every_pattern_of_every_module_compiles() -> None:
    assert len(patterns()) > 500
    assert all(re.compile(each.pattern, each.flags) for each in patterns())


def test_every_pattern_without_regard_to_case_finds_what_a_compiled_one_does() -> None:
    texts = [sentence for path in EXAMPLES.rglob("*.md") for sentence in path.read_text().splitlines()[:4]]
    for lazy in (each for each in patterns() if each.flags & re.IGNORECASE):
        compiled = re.compile(lazy.pattern, lazy.flags)
        words = re.sub(r"[^\w ]+", " ", lazy.pattern)
        for text in (*texts, words, words.upper(), words.title(), words.translate(TURKISH)):
            found = compiled.search(text)
            assert (found and found.span()) == ((ours := lazy.search(text)) and ours.span()), (lazy.pattern, text)
            assert [each.span() for each in compiled.finditer(text)] == [each.span() for each in lazy.finditer(text)]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\bki\b",
        r"\w+s\b",
        r"[^a-y]z",
        r"(?P<one>z).*(?P=one)",
        r"\bstraße\W",
        r"(?-i:A)z",
        r"\u00c9tat",
        "µ",
        "ΣΑΣ",
        r"\bKI\b",
        r"(?P<One>Z).*(?P=One)",
        "[À-ÿ]z",
        "[^À-ÿ]z",
        "[A-_]z",
        "(?<![A-Z])Z",
        r"\bSTRAßE\W",
        r"A\\?Z|\\Wk",
        "É",
        "ÉTAT",
    ],
)
def test_any_letter_is_one_letter_in_all_its_forms(pattern: str) -> None:
    lazy, compiled = lazy_re(pattern, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)
    for letter in map(chr, range(0x2C00)):
        for text in (letter, f"k{letter} ", f"{letter}Z", f"stra{letter}e!", f"{letter}tAt", f"az{letter} {letter}z"):
            assert bool(lazy.search(text)) is bool(compiled.search(text)), (pattern, text)
