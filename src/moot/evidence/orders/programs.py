"""Code that waits for the program which shows a report: tags with handlers, TeX and Typst commands, formulas of sheets.

It says nothing and is nobody's sentence, though it may stand within one. Only what acts is told ("reads a file", "runs
when shown"), and only where it is not set as code: a text that explains such code sets it so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text.lazy import lazy_re

_TAG = r"</?[A-Za-z][^<>\n]{0,300}>"
_HANDLER = r"<[A-Za-z][^<>\n]{0,300}[\s/\"']on[a-z]{3,20}\s{0,4}=\s{0,4}[^\s>]"
_BRACED = r"(?:\{[^{}\n]{0,200}\}|\[[^\[\]\n]{0,200}\])"
_CELL = r"(?:^[ \t]{0,8}(?:[-*•>]\s{1,4}|\d{1,3}[.)]\s{1,4})?|(?<=\|)[ \t]{0,4}|(?<=[,;\t]))[\"'\t]?"
"""Where a cell begins, or a line or an item."""
_CALL = r"[=+@-][-+=\d.,(]{0,12}"
_FETCHING = r"(?:HYPERLINK|WEBSERVICE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|FILTERXML|IMAGE|DDE)"
_DDE = r"\w{2,20}\\?\|\s?'[^'\n]{1,200}'!\w{1,8}"
"""Its bar is escaped in a row of Markdown."""


@dataclass(frozen=True)
class _Code:
    what: str
    anchors: tuple[str, ...]
    """A text with none of them has none of the code."""
    acts: str
    run: str
    """What may stand side by side with what acts, as one stretch."""
    kin: bool = False
    """Whether stretches beside one that acts are of the same hand, though they only compute."""


_CODES = (
    _Code(
        "code that a program may run (HTML)",
        ("<",),
        _HANDLER,
        rf"(?:[\"']\s?>\s?)?{_TAG}(?:\s?{_TAG}){{0,40}}(?:\s?<[A-Za-z]\w{{0,20}}(?:\s+[\w-]{{1,20}}\s?=\s?[\"']?)?)?",
    ),
    _Code(
        "code that a program may run (TeX)",
        ("\\",),
        r"\\(?:write18|openin|openout|immediate|(?:input|include)\s?\{?[/.~|])",
        rf"(?:\\[A-Za-z]{{2,30}}\d{{0,2}}{_BRACED}{{0,4}}|@[a-z]{{3,20}}\{{|[{{}}])"
        rf"(?:\s?(?:\\[A-Za-z]{{2,30}}\d{{0,2}}{_BRACED}{{0,4}}|@[a-z]{{3,20}}\{{|[{{}}])){{0,60}}",
    ),
    _Code(
        "code that a program may run (Typst)",
        ("#",),
        r"#(?:eval|read|plugin)\s?\(\s?[\"']|#import\s\"@",
        r"#[a-z]{2,20}(?:\([^()\n]{0,200}\)|\s\"[^\"\n]{0,200}\")(?:\[[^\[\]\n]{0,80}\])?"
        r"(?:\s?(?:\$[^$\n]{1,120}\$|#[a-z]{2,20}(?:\([^()\n]{0,200}\)|\s\"[^\"\n]{0,200}\")(?:\[[^\[\]\n]{0,80}\])?)){0,40}",
    ),
    _Code(
        "code that a program may run (formula)",
        ("|'", "| '", '("', "('"),
        rf"{_CELL}{_CALL}(?:[A-Z]{{2,20}}\([^\n]{{0,80}}[-+*/=&,;])?(?:{_FETCHING}\(\s?[\"']|{_DDE})",
        rf"{_CELL}{_CALL}(?:[A-Z]{{2,20}}\(|{_DDE})[^\n]{{0,2000}}",
        kin=True,
    ),
)


_COMPILED = tuple((code, lazy_re(code.acts, re.M), lazy_re(code.run, re.M)) for code in _CODES)


def find(text: str) -> Iterator[tuple[str, int, int]]:
    """What, start and end of each stretch of such code."""
    fences = [match.end() for match in re.finditer("\n```", text)]
    for code, acts, run in _COMPILED:
        if any(anchor in text for anchor in code.anchors) and (first := acts.search(text)):
            yield from _stretches(text, fences, code, acts, run, first.start())


def _stretches(
    text: str, fences: Sequence[int], code: _Code, acts: re.Pattern[str], run: re.Pattern[str], first: int
) -> Iterator[tuple[str, int, int]]:
    for match in run.finditer(text, 0 if code.kin else text.rfind("\n", 0, first) + 1):
        if (code.kin or acts.search(match[0])) and not _set_as_code(text, fences, match.start()):
            yield code.what, match.start(), match.end()


def _set_as_code(text: str, fences: Sequence[int], at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return text.count("`", line, at) % 2 == 1 or bisect_right(fences, at) % 2 == 1
