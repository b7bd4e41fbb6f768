"""Markdown as it is written, without front matter, comments and what is struck out; aligned tables in rows of cells."""

from __future__ import annotations

import re

from moot.evidence.media import aligned, plain
from moot.evidence.media.hidden import COMMENT, STRUCK
from moot.evidence.media.medium import Extract, Medium
from moot.text.lazy import lazy_re
from moot.words import Hidden

_TOKEN = lazy_re(
    r"^ {0,3}(?P<fence>```+|~~~+)[^\n]*|(?P<code>(?<!`)`[^`\n]+`(?!`))|\\.|(?P<comment><!--)|(?P<blank>\n[ \t]*\n)"
    r"|(?P<struck>(?<!~)~~(?!~))|(?P<tag><(?P<end>/?)(?:s|del|strike)(?:\s[^<>\n]{0,200})?>)",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST = 4_000
"""Characters kept of each."""


def read(raw: bytes) -> Extract:
    return plain.read(raw, _parted)


def _parted(text: str) -> tuple[str, tuple[Hidden, ...]]:
    kept, hidden = without_struck(text)
    return aligned.told(kept), hidden


def without_struck(text: str) -> tuple[str, tuple[Hidden, ...]]:
    """The text without comments and `~~…~~` and `<del>…</del>` of one paragraph, and what they held; code stays."""
    if "~~" not in text and "<" not in text:
        return text, ()
    kept: list[str] = []
    found: list[Hidden] = []
    done, fence = 0, ""
    opened: re.Match[str] | None = None
    last = text.rfind("-->") + len("-->")
    for token in _TOKEN.finditer(text):
        if token.start() < done:
            continue
        if token["fence"]:
            fence = "" if fence and token["fence"].startswith(fence) else fence or token["fence"]
            opened = None
        elif fence:
            continue
        elif token["comment"]:
            end = text.find("-->", token.end(), last)
            if end >= 0:
                found.append(Hidden(how=COMMENT, text=" ".join(text[token.end() : end].split())[:_LONGEST]))
                kept.append(text[done : token.start()])
                done, opened = end + len("-->"), None
        elif token["blank"]:
            opened = None
        elif opened and _closes(text, opened, token):
            words = " ".join(text[opened.end() : token.start()].split())
            found.append(Hidden(how=STRUCK, text=words[:_LONGEST]))
            kept.append(text[done : opened.start()])
            done = token.end()
            if kept[-1][-1:] in ("", " ", "\n") and text[done : done + 1] == " ":
                done += 1
            opened = None
        elif not opened and _opens(text, token):
            opened = token
    return "".join([*kept, text[done:]]), tuple(found)


def _opens(text: str, token: re.Match[str]) -> bool:
    return bool(
        (token["tag"] and not token["end"]) or (token["struck"] and text[token.end() : token.end() + 1].strip())
    )


def _closes(text: str, opened: re.Match[str], token: re.Match[str]) -> bool:
    if opened["tag"]:
        return bool(token["end"])
    return bool(token["struck"]) and bool(text[token.start() - 1].strip())


MEDIUM = Medium("markdown", (".md", ".markdown"), read)
