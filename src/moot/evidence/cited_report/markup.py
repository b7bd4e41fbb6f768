"""Markdown and stray HTML inside a block: what a reader sees, with the marks that the markup makes taken out."""

from __future__ import annotations

import html
import re

from moot.evidence.cited_report import defined, keyed, linked, numbered
from moot.evidence.cited_report.grammar import SCAN
from moot.evidence.cited_report.plain import Plain
from moot.evidence.cited_report.span import Span, literal
from moot.evidence.cited_report.style import Style


def read(text: str, spans: tuple[tuple[int, int], ...], style: Style) -> Plain:
    """The words of a block's stretches of `text`."""
    at: list[int] = []
    for a, b in spans:
        at.extend(range(a, b))
        at.append(b)
    words = "\n".join(text[a:b] for a, b in spans)
    out = Plain()
    _scan(Span(words, at, style, _scan), 0, len(words), out, 0)
    return out


def _scan(of: Span, start: int, end: int, out: Plain, depth: int) -> None:
    done = start
    while match := SCAN.search(of.words, done, end):
        of.say(done, match.start(), out)
        kind = next(name for name in _KINDS if match[name] is not None)
        stop = _KINDS[kind](of, match, out, depth)
        done = max(stop if stop is not None else match.end(), match.start() + 1)
    of.say(done, end, out)


def _escape(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    if match[0] == "\\[":  # \[1\] is a mark whose brackets are kept from being a link
        number = SCAN.match(of.words, match.start() + 1)
        if number and number["number"]:
            return numbered.number(of, number, out, depth)
        if of.words.startswith("^", match.end()) and (note := numbered.NOTE.match(of.words, match.start())):
            numbered.note(of, note, out, depth)
            return note.end()
    of.say(match.start() + 1, match.end(), out)
    return None


def _code(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    out.code.add(of.at[match.start("code_words")])
    of.say(*match.span("code_words"), out)


def _nothing(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    return None


def _tag(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    if re.match(r"</?(?:br|p|div|hr|tr|td|th|li|d[dt]|h\d)\b", match[0], re.IGNORECASE):
        out.say(" ", of.at[match.start()])


def _entity(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    out.say(html.unescape(match[0]), of.at[match.start()], step=False)


_KINDS = {
    "escape": _escape,
    "math": literal,
    "code": _code,
    "needed": _nothing,
    "image": _nothing,
    "note": numbered.note,
    "comma": _nothing,
    "inline": keyed.inline,
    "source": numbered.source,
    "squared": numbered.squared,
    "gone": numbered.gone,
    "latex": keyed.latex,
    "pandoc": keyed.pandoc,
    "wiki": keyed.wiki,
    "parenkeys": keyed.parenkeys,
    "empty": linked.empty,
    "lost": linked.lost,
    "unknown": numbered.unknown,
    "link": linked.link,
    "group": linked.group,
    "references": defined.references,
    "reference": defined.reference,
    "between": numbered.between,
    "number": numbered.number,
    "worded": numbered.worded,
    "beside": numbered.beside,
    "label": defined.label,
    "super": numbered.super,
    "caret": numbered.caret,
    "anchor": linked.anchor,
    "bracketed_url": linked.bracketed_url,
    "named_url": linked.named_url,
    "url": linked.url,
    "doi": linked.doi,
    "arxiv": linked.arxiv,
    "plainkey": keyed.plainkey,
    "tag": _tag,
    "entity": _entity,
    "emphasis": _nothing,
}
