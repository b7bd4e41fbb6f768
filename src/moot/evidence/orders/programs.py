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
_ADDRESS = r"(?:(?:java|vb)script\s{0,4}:|data\s{0,4}:\s{0,4}text/html)"
"""That runs when it is opened."""
_OPENED = rf"<[A-Za-z][^<>\n]{{0,300}}=\s{{0,4}}[\"']?\s{{0,4}}{_ADDRESS}"
_INSIDE = r"(?:[^<]|<(?!/script))"
_SCRIPT = rf"<script\b[^<>\n]{{0,300}}>(?={_INSIDE}{{0,300}}?[\w)\]](?:\(|\s?=)){_INSIDE}{{1,2000}}</script\s{{0,4}}>"
"""With what it calls or sets: "between <script> and </script>" is none."""
_STYLE = (
    r"<style\b[^<>\n]{0,300}>(?=[^<]{0,600}?(?:@import\b|\burl\s?\()\s?(?:url\s?\()?\s?[\"']?(?:https?:)?//)"
    r"[^<]{1,2000}</style\s{0,4}>"
)
"""That fetches."""
_ELSEWHERE = r"[\"']?\s{0,4}(?:https?:)?//"
_LOADED = (
    r"<(?:script|i?frame|img|image|object|embed|applet|video|audio|source|track|link|base|form|input)\b"
    rf"[^<>\n]{{0,300}}\s(?:src|srcset|data|href|action|poster)\s{{0,4}}=\s{{0,4}}{_ELSEWHERE}[^<>\n]{{0,300}}(?:>|$)"
)
_PICTURE = r"!\[[^\]\n]{0,160}\]\(\s{0,4}<?(?:https?:)?//[^\s()]{1,200}(?:\s[^()\n]{0,80})?\)?"
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
        rf"{_HANDLER}|{_OPENED}|{_SCRIPT}|{_STYLE}",
        rf"(?:[\"']\s?>\s?)?(?:{_SCRIPT}|{_STYLE}|{_TAG})(?:\s?(?:{_SCRIPT}|{_STYLE}|{_TAG})){{0,40}}"
        r"(?:\s?<[A-Za-z]\w{0,20}(?:\s+[\w-]{1,20}\s?=\s?[\"']?)?)?",
    ),
    _Code(
        "code that a program may run (address)",
        ("](",),
        rf"\]\(\s{{0,4}}<?{_ADDRESS}",
        rf"!?\[[^\]\n]{{0,160}}\]\(\s{{0,4}}<?{_ADDRESS}(?:[^\s()]|\([^\s()]{{0,80}}\)){{0,300}}(?:\s[^()\n]{{0,80}})?\)?",
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


_IN_NAME = (
    _Code("tag that loads from elsewhere", ("<",), _LOADED, rf"(?:[\"']\s?>\s?)?{_LOADED}(?:\s?</[a-z]{{1,12}}\s?>)?"),
    _Code("picture that is loaded from elsewhere", ("![",), _PICTURE, _PICTURE),
)
"""In a text both are ordinary. A name or a title has no pictures."""
_FLAGS = re.MULTILINE | re.IGNORECASE
_Compiled = tuple[_Code, re.Pattern[str], re.Pattern[str]]
_COMPILED, _COMPILED_IN_NAME = (
    tuple((code, lazy_re(code.acts, _FLAGS), lazy_re(code.run, _FLAGS)) for code in codes)
    for codes in (_CODES, _IN_NAME)
)


def find(text: str) -> Iterator[tuple[str, int, int]]:
    """What, start and end of each stretch of such code."""
    yield from _found(text, _COMPILED)


def find_in_name(name: str) -> Iterator[tuple[str, int, int]]:
    """The same of a title or a name, and what would be loaded with it."""
    yield from _found(name, (*_COMPILED, *_COMPILED_IN_NAME))


def without(name: str) -> str:
    """A title or a name without such code, for programs that would run it."""
    code = [range(start, end) for _, start, end in find_in_name(name)]
    kept = "".join(" " if any(at in each for each in code) else char for at, char in enumerate(name))
    return " ".join(kept.split()) if code else name


def _found(text: str, codes: Sequence[_Compiled]) -> Iterator[tuple[str, int, int]]:
    fences = [match.end() for match in re.finditer("\n```", text)]
    for code, acts, run in codes:
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
