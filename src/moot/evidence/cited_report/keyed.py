"""Marks that are keys: [@lund2023, p. 3], (see @lund2023), \\cite{lund2023}, and notes of nothing but keys."""

from __future__ import annotations

import re

from moot.evidence.cited_report import keys, numbers, places
from moot.evidence.cited_report.linked import LEADS_TO
from moot.evidence.cited_report.plain import Key, Plain
from moot.evidence.cited_report.span import Span, literal
from moot.text.lazy import lazy_re

_FILE = lazy_re(r"\S{0,60}[^\W\d_][-_./\d]\S{1,60}")
"""The name of a note as a file has it."""


def inline(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    words = match["inline_words"]
    names = [name for name in only_keys(words) if of.style.has_key(name)]
    found = [Key("key", name) for name in names] or [Key("inline", words)]
    out.mark(of.found(*match.span(), found, "note", word=False))


def wiki(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[[ferry-log]], a link to another note: a mark in brackets, or at an end where it is a file's name; else words."""
    ends = re.match(r"\s*$|[.,;:!?)]|\s?\[", of.words[match.end() : match.end() + 2]) is not None
    named = _FILE.fullmatch(match["wiki_name"]) and not LEADS_TO.search(out.tail())
    if not ends or not (out.tail(1) == "(" or named):
        return of.say(*match.span("wiki_words" if match["wiki_words"] else "wiki_name"), out)
    out.mark(of.found(*match.span(), [Key("inline", match["wiki_name"].strip())], "note", word=False))
    return None


def only_keys(words: str) -> list[str]:
    """The keys in a note's words, where nothing stands beside them but where to look."""
    names = _marked(words)
    rest = re.split(r"[,;]|\band\b|&", keys.MARKED.sub("", re.sub(r"[\[\]*_]", "", words)).rstrip(" ."))
    return names if names and all(places.BESIDE.fullmatch(part.strip(" -.")) for part in rest) else []


def pandoc(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    names = _marked(match[0])
    crossed = all(_CROSSED.match(name) for name in names)
    if not names or crossed or of.style.plain or match["pandoc"].count("\n") > 3:
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(*match.span(), [Key("key", name) for name in names], "key"))
    return None


def _marked(words: str) -> list[str]:
    return [found["braced"] or found["key"] for found in keys.MARKED.finditer(words)]


def parenkeys(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(see @a, p. 3; @b): nothing but keys, where to look in them, and words that lead to them."""
    names = _marked(match[0])
    rest = keys.MARKED.sub("", match[0][1:-1])
    only = all(places.BESIDE.fullmatch(part.strip(" -")) for part in re.split(r"[,;]|\band\b|&", rest))
    if not names or not only or not all(map(of.style.has_key, names)):
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(*match.span(), [Key("key", name) for name in names], "key"))
    return None


_CROSSED = lazy_re(r"(?:fig|tbl|tab|sec|eq|lst|thm|lem|app):", re.IGNORECASE)
"""Names of parts of the report itself."""


def latex(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    names = [key.strip() for group in keys.LATEX_KEYS.findall(match["all"]) for key in group.split(",")]
    if out.chars and out.chars[-1] == "~":
        out.chars[-1] = " "
    word = match[0][1:].lower().startswith(("citet", "textcite", "citeauthor", "cite"))
    out.mark(of.found(*match.span(), [Key("key", name) for name in names if name], "key", word=word))


def plainkey(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    name = match["plainkey_braced"] or match["plainkey_name"]
    if not of.style.has_key(name) or _CROSSED.match(name):
        return literal(of, match, out, depth)
    place = match["plainkey_place"]
    end = match.end()
    names = [name]
    if place is not None:
        inner = place.strip()[1:-1]
        numbered = re.fullmatch(numbers.LIST, inner) and not of.style.numbers.isdisjoint(numbers.each(inner))
        if numbered or of.style.has_label(inner):
            end = match.start("plainkey_place")
        else:
            names += _marked(inner)
    out.mark(of.found(match.start(), end, [Key("key", each) for each in names], "key"))
    return end
