"""Markdown and stray HTML inside a block: what a reader sees, with the marks that the markup makes taken out."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from moot.evidence.cited_report import keys, numbers
from moot.evidence.cited_report.grammar import LINK_PARTS, LOCATOR, PLAIN_URL, SCAN
from moot.evidence.cited_report.plain import HOLE, Found, Key, Plain
from moot.evidence.cited_report.style import Style
from moot.text.lazy import lazy_re

_FILE = lazy_re(
    r"\.(?:pdf|doc[xm]?|rtf|od[tsp]|md|markdown|txt|text|csv|tsv|xls[xm]?|pp[ts][xm]?|epub|eml|json|html?)(?:#.*)?$",
    re.IGNORECASE,
)
"""A link without a scheme is a citation where it leads to a file."""
_HREF = lazy_re(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SOURCE_WORDS = lazy_re(
    r"[\[(].{1,200}[\])]|\\\[.{1,200}\\\]|\^?\d{1,4}\^?|[¹²³⁰-⁹]+|[↩*†‡§¶]+|source|link|ref", re.DOTALL | re.IGNORECASE
)
_GLUED = lazy_re(r"(?:[.!?…][\"”’)*_]{0,2}|\w\))\Z")
"""Where a link stands against the stop of a sentence, or against another link, it only names the source."""
_LONGEST_NAME = 60
_NUMERIC = lazy_re(rf"[\[(\\]*\^?(?P<numbers>{numbers.LIST})\^?[\])\\]*|(?P<raised>[¹²³⁰-⁹]+)")


@dataclass(frozen=True)
class _Span:
    """Markup within one block."""

    words: str
    at: list[int]
    style: Style


def read(text: str, spans: tuple[tuple[int, int], ...], style: Style) -> Plain:
    """The words of a block's stretches of `text`."""
    at: list[int] = []
    for a, b in spans:
        at.extend(range(a, b))
        at.append(b)
    words = "\n".join(text[a:b] for a, b in spans)
    out = Plain()
    _scan(_Span(words, at, style), 0, len(words), out, 0)
    return out


def _scan(of: _Span, start: int, end: int, out: Plain, depth: int) -> None:
    done = start
    while match := SCAN.search(of.words, done, end):
        _say(of, done, match.start(), out)
        kind = next(name for name in _KINDS if match[name] is not None)
        stop = _KINDS[kind](of, match, out, depth)
        done = max(stop if stop is not None else match.end(), match.start() + 1)
    _say(of, done, end, out)


def _say(of: _Span, start: int, end: int, out: Plain) -> None:
    out.chars += of.words[start:end]
    out.at += of.at[start:end]


def _found(of: _Span, start: int, end: int, keys: list[Key], form: str, word: bool = True) -> Found:
    return Found(tuple(keys), of.at[start], of.at[end - 1] + 1, form, word)


def _literal(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    _say(of, match.start(), match.end(), out)


def _escape(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    if match[0] == "\\[":  # \[1\] is a mark whose brackets are kept from being a link
        number = SCAN.match(of.words, match.start() + 1)
        if number and number["number"]:
            return _number(of, number, out, depth)
        if of.words.startswith("^", match.end()) and (note := _NOTE.match(of.words, match.start())):
            _note(of, note, out, depth)
            return note.end()
    _say(of, match.start() + 1, match.end(), out)
    return None


def _code(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    _say(of, *match.span("code_words"), out)


def _nothing(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    return None


_NOTE = lazy_re(r"\\\[\^(?P<note_name>[^\]\n\[\\]{1,80})\\\]")


def _note(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    name = match["note_name"].strip("^@ ")
    names = [name]
    if not of.style.has_note(name):
        parts = [part.strip("^ ") for part in re.split(r"[,;]", name)]
        numeric = re.fullmatch(numbers.LIST, name.replace("^", ""))
        names = numbers.each(name.replace("^", "")) if numeric else parts
        if len(names) > 1 and not any(map(of.style.has_note, names)):
            if re.search(r"\s", name):
                return _literal(of, match, out, depth)
            names = [name]
    out.mark(_found(of, *match.span(), [Key("note", each) for each in names], "note", word=False))
    return None


def _inline(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    words = match["inline_words"]
    names = [name for name in only_keys(words) if of.style.has_key(name)]
    found = [Key("key", name) for name in names] or [Key("inline", words)]
    out.mark(_found(of, *match.span(), found, "note", word=False))


def only_keys(words: str) -> list[str]:
    """The keys in a note's words, where nothing stands beside them but where to look."""
    names = _marked(words)
    rest = re.split(r"[,;]|\band\b|&", keys.MARKED.sub("", re.sub(r"[\[\]*_]", "", words)).rstrip(" ."))
    return names if names and all(_BESIDE_KEY.fullmatch(part.strip(" -.")) for part in rest) else []


def _source(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    name = match["source_name"].partition("†")[2].strip()
    if match["source_number"] is None and "†" not in match[0]:
        return _literal(of, match, out, depth)
    out.mark(_found(of, *match.span(), [Key("number", match["source_number"] or name, name)], "source"))
    return None


def _pandoc(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    names = _marked(match[0])
    if not names or of.style.plain or match["pandoc"].count("\n") > 3:
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(_found(of, *match.span(), [Key("key", name) for name in names], "key"))
    return None


def _marked(words: str) -> list[str]:
    return [found["braced"] or found["key"] for found in keys.MARKED.finditer(words)]


def _parenkeys(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(see @a, p. 3; @b): nothing but keys, where to look in them, and words that lead to them."""
    names = _marked(match[0])
    rest = keys.MARKED.sub("", match[0][1:-1])
    only = all(_BESIDE_KEY.fullmatch(part.strip(" -")) for part in re.split(r"[,;]|\band\b|&", rest))
    if not names or not only or not all(map(of.style.has_key, names)):
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(_found(of, *match.span(), [Key("key", name) for name in names], "key"))
    return None


_BESIDE_KEY = lazy_re(
    rf"(?:(?:see|also|cf\.?|e\.g\.|via|from|in|compare|sources?:?|refs?\.?)\s*)*|{LOCATOR}|[\d–-]*", re.IGNORECASE
)


def _latex(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    names = [key.strip() for group in keys.LATEX_KEYS.findall(match["all"]) for key in group.split(",")]
    if out.chars and out.chars[-1] == "~":
        out.chars[-1] = " "
    word = match[0][1:].lower().startswith(("citet", "textcite", "citeauthor", "cite"))
    out.mark(_found(of, *match.span(), [Key("key", name) for name in names if name], "key", word=word))


def _plainkey(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    name = match["plainkey_braced"] or match["plainkey_name"]
    if not of.style.has_key(name):
        return _literal(of, match, out, depth)
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
    out.mark(_found(of, match.start(), end, [Key("key", each) for each in names], "key"))
    return end


def _keyed(target: str, words: str, style: Style) -> Key | None:
    """What a link points to as a citation; None for one that leads elsewhere on the page."""
    target = html.unescape(re.sub(r"\\(.)", r"\1", target.strip()))
    if target.startswith("#"):
        if style.has_anchor(target[1:], words):
            return Key("anchor", target[1:], words)
        number = _NUMERIC.fullmatch(words.strip())  # it leads to a note that the page shows elsewhere
        names = numbers.each(number["numbers"]) if number and number["numbers"] else []
        return Key("number", names[0]) if len(names) == 1 and not style.numbers.isdisjoint(names) else None
    if re.match(r"(?:javascript|data|mailto|tel|vbscript):", target, re.IGNORECASE):
        return None
    if target.startswith("//"):
        target = f"https:{target}"
    if not re.match(r"[a-z][a-z+.-]*://|www\.", target, re.IGNORECASE) and not _FILE.search(target):
        return None
    return Key("link", target, words)


def _link(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    parts = LINK_PARTS.match(match[0])
    if parts is None or depth > 3:
        return _literal(of, match, out, depth)
    target = parts["angled"] if parts["angled"] is not None else parts["target"]
    start = match.start() + parts.start("words") + 1
    return _linked(of, match.span(), (start, match.start() + parts.end("words") - 1), target, out, depth)


def _lost(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """A link that leads nowhere: its address was never written."""
    if of.style.plain or "#" in match[0][match.end("lost_words") - match.start() :]:
        return _scan(of, *match.span("lost_words"), out, depth + 1) if depth < 3 else None
    if not _SOURCE_WORDS.fullmatch(match["lost_words"].strip()):
        _scan(_Span(of.words, of.at, of.style.bare), *match.span("lost_words"), out, depth + 1)
    out.mark(_found(of, *match.span(), [], "link"))
    return None


def _unknown(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[?], as LaTeX writes a mark whose entry it did not find."""
    if of.style.plain or of.style.code:
        return _literal(of, match, out, depth)
    out.mark(_found(of, *match.span(), [], "number", word=False))
    return None


def _linked(of: _Span, whole: tuple[int, int], inner: tuple[int, int], target: str, out: Plain, depth: int) -> None:
    words = of.words[inner[0] : inner[1]].strip()
    shown = Plain()
    _scan(_Span(of.words, of.at, of.style.bare), *inner, shown, depth + 1)
    key = _keyed(target, shown.text.replace(HOLE, "").strip() or words, of.style)
    if key is None:
        return _scan(of, *inner, out, depth + 1)  # it leads elsewhere on the page: its words may hold marks
    numeric = _NUMERIC.fullmatch(shown.text.strip())
    if key.way == "anchor" and numeric and numeric["numbers"]:
        keys = [Key("anchor", key.name, numeric["numbers"])]
    else:
        keys = [key]
    found = _found(of, *whole, keys, "link")
    glued = _GLUED.search(of.words, max(0, whole[0] - 3), whole[0]) and len(words) < _LONGEST_NAME
    if not (_SOURCE_WORDS.fullmatch(shown.text.strip() or words) or (glued and shown.text.rstrip()[-1:] not in ".!?")):
        for char, at in zip(shown.chars, shown.at, strict=True):
            if char != HOLE:
                out.say(char, at)
    out.mark(found)


def _group(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    if (match[0][0], match[0][-1]) not in (("(", ")"), ("[", "]")):
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    keys: list[Key] = []
    for part in LINK_PARTS.finditer(match[0]):
        target = part["angled"] if part["angled"] is not None else part["target"]
        words = part["words"][1:-1]
        key = _keyed(target, words, of.style)
        if key:
            numeric = _NUMERIC.fullmatch(words.strip())
            keys.append(
                Key("anchor", key.name, numeric["numbers"] or words) if key.way == "anchor" and numeric else key
            )
    if not keys:
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(_found(of, *match.span(), keys, "link"))
    return None


def _references(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """([the audit][1], [the report]): links whose addresses stand elsewhere."""
    found: list[Key] = []
    for part in _REFERENCE_PARTS.finditer(match[0], 1):
        target = of.style.definitions.get(_label(part["name"] or part["words"]))
        key = _keyed(target, part["words"], of.style) if target is not None else None
        if key is None or (part["name"] is None and _NUMERIC.fullmatch(part["words"])):
            found = []
            break
        found.append(key)
    if not found or (match[0][0], match[0][-1]) not in (("(", ")"), ("[", "]")):
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(_found(of, *match.span(), found, "link"))
    return None


_REFERENCE_PARTS = lazy_re(r"\[(?P<words>(?:[^\[\]\\]|\\.){1,500})\](?:\[(?P<name>[^\[\]\n]{0,80})\])?")


def _label(name: str) -> str:
    """A name of a definition as two are compared."""
    return " ".join(name.lower().split())


def _reference(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """[words][name] with a definition of the name; [1][2] are two marks."""
    words = match["reference_words"][1:-1]
    name = match["reference_name"] or words
    target = of.style.definitions.get(_label(name))
    if target is None or (_NUMERIC.fullmatch(words) and name.isdigit() and words.strip("[]^") != name):
        again = _BRACKET.match(of.words, match.start())
        if again:
            kind = "number" if again["number"] is not None else "label"
            stop = _KINDS[kind](of, again, out, depth)
            return stop if stop is not None else again.end()
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    inner = (match.start() + 1, match.start() + len(words) + 1)
    _linked(of, match.span(), inner, target, out, depth)
    return None


_BRACKET = lazy_re(
    rf"(?P<number>\[\s*{numbers.LEAD}(?P<numbers>{numbers.LIST}){numbers.LOCATOR}\s*\])|(?P<label>\[(?P<labels>[^\[\]\n^]{{1,80}})\])",
    re.IGNORECASE,
)


def _number(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    names = numbers.each(match["numbers"])
    after = of.words[match.end() : match.end() + 2]
    if not of.style.bracketed(names, out.tail(), after):
        _say(of, match.start(), match.end(), out)
        return match.end()
    out.mark(_found(of, *match.span(), [Key("number", name) for name in names], "number"))
    return match.end()


def _worded(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(ref. 2), (sources 1 and 3): where a list has the numbers."""
    names = numbers.each(match["worded_numbers"])
    if of.style.plain or not of.style.numbers.issuperset(names):
        _say(of, match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(_found(of, *match.span(), [Key("number", name) for name in names], "number"))
    return None


def _between(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[2]–[4]: all from the second to the fourth."""
    names = numbers.each(f"{match['first']}-{match['last']}")
    if not of.style.bracketed(names, out.tail(), of.words[match.end() : match.end() + 2]):
        return _literal(of, match, out, depth)
    out.mark(_found(of, *match.span(), [Key("number", name) for name in names], "number"))
    return None


def _labelled(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """[Smi20], [S1, S2]: where a list has these labels; [the audit] where a definition has it."""
    parts = [
        re.sub(r"^(?:see|also|cf\.|e\.g\.)\s+", "", part.strip(" *_")) for part in re.split(r"[,;]", match["labels"])
    ]
    names = [part for part in parts if of.style.has_label(part)]
    if names and all(part in names or _BESIDE_KEY.fullmatch(part) for part in parts):
        out.mark(_found(of, *match.span(), [Key("label", name) for name in names], "number"))
        return None
    target = of.style.definitions.get(_label(match["labels"]))
    if target is not None:
        inner = (match.start() + 1, match.end() - 1)
        return _linked(of, match.span(), inner, target, out, depth)
    _say(of, match.start(), match.start() + 1, out)
    return match.start() + 1


def _super(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    words = match["super_words"].strip()
    if re.search(r"\]\(|<a\b", words):
        return _scan(of, *match.span("super_words"), out, depth + 1) if depth < 3 else None
    inner = re.fullmatch(rf"\\?[\[(]?\s*({numbers.LIST})\s*\\?[\])]?", html.unescape(words))
    names = numbers.each(inner[1]) if inner else [words]
    if of.style.raised(names, out.tail(), numeric=inner is not None):
        out.mark(_found(of, *match.span(), [Key("number", name) for name in names], "raised", word=False))
    elif words.isdigit() and numbers.is_power(out.tail(), names, of.style.row):
        out.say(numbers.raised(words), of.at[match.start()], step=False)
    else:
        _scan(of, *match.span("super_words"), out, depth + 1) if depth < 3 else None
    return None


def _caret(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    names = numbers.each(match["caret_words"] or match["caret_square"] or match["caret_round"])
    if not of.style.raised(names, out.tail(), numeric=True):
        return _literal(of, match, out, depth)
    out.mark(_found(of, *match.span(), [Key("number", name) for name in names], "raised", word=False))
    return None


def _anchor(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    href = _HREF.search(match["anchor_attributes"])
    if depth > 3:
        return None
    if not href:
        return _scan(of, *match.span("anchor_words"), out, depth + 1)
    return _linked(of, match.span(), match.span("anchor_words"), href[1], out, depth)


def _bracketed_url(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    written = match["bracketed"] or match["parenthesised"]
    keys = [Key("link", trimmed(address[0])) for address in re.finditer(PLAIN_URL, written, re.IGNORECASE)]
    out.mark(_found(of, *match.span(), keys, "url"))


def _url(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int:
    address = trimmed(match[0])
    end = match.start() + len(address)
    out.mark(_found(of, match.start(), end, [Key("link", address)], "url"))
    return end


def trimmed(address: str) -> str:
    """An address in running text without the punctuation after it; its own closing brackets stay."""
    while True:
        shorter = address.rstrip(".,;:!?'\"*_’”")
        if shorter.endswith((")", "]")) and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def _doi(of: _Span, match: re.Match[str], out: Plain, depth: int) -> int:
    name = trimmed(match["doi_name"])
    end = match.start("doi_name") + len(name)
    start = match.start()
    if match[0].startswith("(") and of.words[end : end + 1] == ")":
        end += 1
    elif match[0].startswith("("):
        _say(of, start, start + 1, out)
        start += 1
    out.mark(_found(of, start, end, [Key("link", f"https://doi.org/{name}", "doi")], "url"))
    return end


def _arxiv(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    out.mark(_found(of, *match.span(), [Key("link", f"https://arxiv.org/abs/{match['arxiv_name']}", "arXiv")], "url"))


def _tag(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    if re.match(r"</?(?:br|p|div|hr)\b", match[0], re.IGNORECASE):
        out.say(" ", of.at[match.start()])


def _entity(of: _Span, match: re.Match[str], out: Plain, depth: int) -> None:
    out.say(html.unescape(match[0]), of.at[match.start()], step=False)


_KINDS = {
    "escape": _escape,
    "math": _literal,
    "code": _code,
    "needed": _nothing,
    "image": _nothing,
    "note": _note,
    "comma": _nothing,
    "inline": _inline,
    "source": _source,
    "latex": _latex,
    "pandoc": _pandoc,
    "parenkeys": _parenkeys,
    "lost": _lost,
    "unknown": _unknown,
    "link": _link,
    "group": _group,
    "references": _references,
    "reference": _reference,
    "between": _between,
    "number": _number,
    "worded": _worded,
    "label": _labelled,
    "super": _super,
    "caret": _caret,
    "anchor": _anchor,
    "bracketed_url": _bracketed_url,
    "url": _url,
    "doi": _doi,
    "arxiv": _arxiv,
    "plainkey": _plainkey,
    "tag": _tag,
    "entity": _entity,
    "emphasis": _nothing,
}
