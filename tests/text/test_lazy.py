"""Patterns that wait for their first use."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import moot
from moot.text.lazy import lazy_re

SOURCES = Path(moot.__path__[0])


def test_a_lazy_pattern_does_what_a_compiled_one_does() -> None:
    lazy, compiled = lazy_re(r"(?P<word>\w+) \d", re.IGNORECASE), re.compile(r"(?P<word>\w+) \d", re.IGNORECASE)
    text = "one 1, two 2"
    assert [match["word"] for match in lazy.finditer(text)] == [match["word"] for match in compiled.finditer(text)]
    assert lazy.sub(r"\g<word>", text) == "one, two"
    assert (lazy.pattern, lazy.flags, lazy.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)


def test_a_wrong_pattern_says_so_when_it_is_used() -> None:
    wrong = lazy_re("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_every_pattern_of_every_module_compiles() -> None:
    files = [path for path in SOURCES.rglob("*.py") if "import lazy_re" in path.read_text()]
    names = [".".join(("moot", *path.relative_to(SOURCES).with_suffix("").parts)) for path in files]
    modules = [import_module(name.removesuffix(".__init__")) for name in names]
    patterns = [value for each in modules for value in vars(each).values() if isinstance(value, type(lazy_re("")))]
    assert len(patterns) > 500
    assert all(re.compile(each.pattern, each.flags) for each in patterns)
