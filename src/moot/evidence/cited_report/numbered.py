"""Marks that are numbers: [1], <sup>1</sup>, 【1†source】, [^1], and what is written like them."""

from __future__ import annotations

import html
import re

from moot.evidence.cited_report import numbers
from moot.evidence.cited_report.plain import Key, Plain
from moot.evidence.cited_report.span import Span, literal
from moot.text.lazy import lazy_re

NUMERIC = lazy_re(rf"[\[(\\]*\^?(?P<numbers>{numbers.LIST})\^?[\])\\]*|(?P<raised>[¹²³⁰-⁹]+)")
_ADDRESS = lazy_re(r"\s?\(\s?https?://")
NOTE = lazy_re(r"\\\[\^(?P<note_name>[^\]\n\[\\]{1,80})\\\]")


def note(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    name = match["note_name"].strip("^@ ")
    names = [name]
    if not of.style.has_note(name):
        parts = [part.strip("^ ") for part in re.split(r"[,;]", name)]
        numeric = re.fullmatch(numbers.LIST, name.replace("^", ""))
        names = numbers.each(name.replace("^", "")) if numeric else parts
        if len(names) > 1 and not any(map(of.style.has_note, names)):
            if re.search(r"\s", name):
                return literal(of, match, out, depth)
            names = [name]
    out.mark(of.found(*match.span(), [Key("note", each) for each in names], "note", word=False))
    return None


def source(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    name = match["source_name"].partition("†")[2].strip()
    if match["source_number"] is None and "†" not in match[0]:
        return literal(of, match, out, depth)
    out.mark(of.found(*match.span(), [Key("number", match["source_number"] or name, name)], "source"))
    return None


def squared(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """[1†source], as 【1†source】 is copied."""
    name = match["squared_name"][1:].strip()
    if of.style.plain:
        return literal(of, match, out, depth)
    out.mark(of.found(*match.span(), [Key("number", match["squared_number"], name)], "source"))
    return None


def gone(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """What a chat tool copies where its page shows a link: its source is lost."""
    out.mark(of.found(*match.span(), [], "source", word=False))


def unknown(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[?], as LaTeX writes a mark whose entry it did not find."""
    if of.style.plain or of.style.code:
        return literal(of, match, out, depth)
    out.mark(of.found(*match.span(), [], "number", word=False))
    return None


def number(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    names = numbers.each(match["numbers"])
    after = of.words[match.end() : match.end() + 2]
    if of.style.bracketed(names, out.tail(), after):
        out.mark(of.found(*match.span(), [Key("number", name) for name in names], "number"))
    elif of.style.plain or not _ADDRESS.match(of.words, match.end()):  # an address right behind it is its mark
        of.say(match.start(), match.end(), out)
    return match.end()


def worded(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(ref. 2), (sources 1 and 3): where a list has numbers, if not these."""
    return _worded(of, match, numbers.each(match["worded_numbers"]), match.start(), out)


def beside(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(597 kg; see note 2): the mark behind what the brackets say."""
    return _worded(of, match, numbers.each(match["beside_numbers"]), match.start() + 2, out)


def _worded(of: Span, match: re.Match[str], names: list[str], start: int, out: Plain) -> int | None:
    if of.style.plain or not of.style.numbers or not (of.style.numbers.issuperset(names) or of.style.near(names)):
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(start, match.end(), [Key("number", name) for name in names], "number", word=False))
    return None


def between(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[2]–[4]: all from the second to the fourth."""
    names = numbers.each(f"{match['first']}-{match['last']}")
    if not of.style.bracketed(names, out.tail(), of.words[match.end() : match.end() + 2]):
        return literal(of, match, out, depth)
    out.mark(of.found(*match.span(), [Key("number", name) for name in names], "number"))
    return None


def super(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    words = match["super_words"].strip()
    if re.search(r"\]\(|<a\b", words):
        return of.scan(*match.span("super_words"), out, depth + 1) if depth < 3 else None
    inner = re.fullmatch(rf"\\?[\[(]?\s*({numbers.LIST})\s*\\?[\])]?", html.unescape(words))
    names = numbers.each(inner[1]) if inner else [words]
    tail = re.sub("[²³]$", "", out.tail())  # m² has its power: what is raised behind it is none
    if of.style.raised(names, f"{tail}." if tail != out.tail() else tail, numeric=inner is not None):
        out.mark(of.found(*match.span(), [Key("number", name) for name in names], "raised", word=False))
    elif words.isdecimal():
        out.say(numbers.raised(words), of.at[match.start()], step=False)
    else:
        of.scan(*match.span("super_words"), out, depth + 1) if depth < 3 else None
    return None


def caret(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    names = numbers.each(match["caret_words"] or match["caret_square"] or match["caret_round"])
    if not of.style.raised(names, out.tail(), numeric=True):
        if match["caret_words"] and numbers.is_power(out.tail(), names, of.style.row):
            return out.say(numbers.raised(match["caret_words"]), of.at[match.start()], step=False)
        return literal(of, match, out, depth)
    out.mark(of.found(*match.span(), [Key("number", name) for name in names], "raised", word=False))
    return None
