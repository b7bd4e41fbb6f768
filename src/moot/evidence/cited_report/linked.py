"""Marks that are links and addresses: [words](address), <a href>, bare addresses, DOIs."""

from __future__ import annotations

import html
import re

from moot.evidence.cited_report import numbered, numbers
from moot.evidence.cited_report.grammar import LINK_PARTS, PLAIN_URL
from moot.evidence.cited_report.plain import HOLE, Key, Plain
from moot.evidence.cited_report.span import Span, literal
from moot.evidence.cited_report.style import Style
from moot.text import urls
from moot.text.lazy import lazy_re

_FILE = lazy_re(
    r"\.(?:pdf|doc[xm]?|rtf|od[tsp]|md|markdown|txt|text|csv|tsv|xls[xm]?|pp[ts][xm]?|epub|eml|json|html?)(?:#.*)?$",
    re.IGNORECASE,
)
"""A link without a scheme is a citation where it leads to a file."""
_HREF = lazy_re(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SOURCE_WORDS = lazy_re(
    r"[\[(].{1,200}[\])]|\\\[.{1,200}\\\]|\^?\d{1,4}\^?|[¹²³⁰-⁹]+|[↩*†‡§¶]+|\+\d{1,2}|(?:source|link|ref)\s?\d{0,3}"
    r"|(?:sources?|via|quellen?)\s?:\s.{1,100}",
    re.DOTALL | re.IGNORECASE,
)
_GLUED = lazy_re(r"(?:[.!?…][\"”’)*_]{0,2}|\w\))\Z")
"""Where a link stands against the stop of a sentence, or against another link, it only names the source."""
_LONGEST_NAME = 60
_MOST_NAMED = 14
"""Words of a source before its address in brackets."""
_NAMED = lazy_re(
    r"(?:[“\"‘'*_]|the\s)?[A-ZÀ-Þ\d](?!.*\b(?:is|are|was|were|has|have|had|will|would|can|which|who|that)\b)"
)
_MORE = lazy_re(r"[\s,·]{0,2}(?:\+\s?|[\s·]{1,2})\d{1,2}\Z")
"""How many more sources there are, behind the one that a link shows: "bbc.co.uk +2"."""
_SITE = lazy_re(r"(?:www\.)?((?:[\w-]{1,63}\.)+[a-z]{2,24})", re.IGNORECASE)
_BEGINS = lazy_re(r"[\"“‘'(]?[A-ZÀ-Þ\d]|\Z")
"""Behind a link that stands at the end of a sentence."""
_ROW = lazy_re(r"(?:[\s,;·]{0,2}\[[^\[\]]{1,80}\]\([^()\s]{1,2000}\)){0,20},?\s*")
"""Links one behind another."""
LEADS_TO = lazy_re(
    r"(?:^|[.!?…][\"'”’)\]]*\s|\b(?:according to|an?|and|as|at|by|cites?|for|from|in|into|like|of|on|or"
    r"|her|his|its|my|our|their|your|over|per|quotes?|reads?|sa(?:id|ys?)|see|than|that|the|through|to|told|under|via|with)\s)\Z",
    re.IGNORECASE,
)
_OPENS = lazy_re(
    r"\s(?:An?|All|Also|And|Another|As|At|Both|But|By|Each|Even|Few|For|From|He|Her|His|How|However|If|In|It|Its|Many|More|"
    r"Most|No|Nobody|None|Not|Of|On|One|Only|Other|Others|Our|She|Since|So|Some|Such|Than|That|The|Their|Then|There|"
    r"These|They|This|Those|Though|Thus|To|Two|Under|Until|We|What|When|Where|Whether|While|Who|Why|With|Yet|You)\b"
)
"""A word that is written with a capital only where a sentence begins."""


def key_of(target: str, words: str, style: Style) -> Key | None:
    """What a link points to as a citation; None for one that leads elsewhere on the page."""
    target = html.unescape(re.sub(r"\\(.)", r"\1", target.strip()))
    if target.startswith("#"):
        if style.has_anchor(target[1:], words):
            return Key("anchor", target[1:], words)
        number = numbered.NUMERIC.fullmatch(words.strip())  # it leads to a note that the page shows elsewhere
        names = numbers.each(number["numbers"]) if number and number["numbers"] else []
        return Key("number", names[0]) if len(names) == 1 and not style.numbers.isdisjoint(names) else None
    if re.match(r"(?:javascript|data|mailto|tel|vbscript):", target, re.IGNORECASE):
        return None
    if target.startswith("//"):
        target = f"https:{target}"
    if not re.match(r"[a-z][a-z+.-]*://|www\.", target, re.IGNORECASE) and not _FILE.search(target):
        return None
    return Key("link", target, words)


def link(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    parts = LINK_PARTS.match(match[0])
    if parts is None or depth > 3:
        return literal(of, match, out, depth)
    target = parts["angled"] if parts["angled"] is not None else parts["target"]
    start = match.start() + parts.start("words") + 1
    return as_mark(of, match.span(), (start, match.start() + parts.end("words") - 1), target, out, depth)


def empty(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """[](https://…): a mark that its page drew without words."""
    out.mark(of.found(*match.span(), [Key("link", match["empty_target"])], "link"))


def lost(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    """A link that leads nowhere: its address was never written."""
    if of.style.plain or "#" in match[0][match.end("lost_words") - match.start() :]:
        return of.scan(*match.span("lost_words"), out, depth + 1) if depth < 3 else None
    if not _SOURCE_WORDS.fullmatch(match["lost_words"].strip()):
        of.bare.scan(*match.span("lost_words"), out, depth + 1)
    out.mark(of.found(*match.span(), [], "link"))
    return None


def as_mark(of: Span, whole: tuple[int, int], inner: tuple[int, int], target: str, out: Plain, depth: int) -> None:
    words = of.words[inner[0] : inner[1]].strip()
    shown = Plain()
    of.bare.scan(*inner, shown, depth + 1)
    key = key_of(target, shown.text.replace(HOLE, "").strip() or words, of.style)
    if key is None:
        return of.scan(*inner, out, depth + 1)  # it leads elsewhere on the page: its words may hold marks
    numeric = numbered.NUMERIC.fullmatch(shown.text.strip())
    if key.way == "anchor" and numeric and numeric["numbers"]:
        keys = [Key("anchor", key.name, numeric["numbers"])]
    else:
        keys = [key]
    found = of.found(*whole, keys, "link")
    said = shown.text.replace(HOLE, "").strip() or words
    if not (_SOURCE_WORDS.fullmatch(said) or _only_names(of, whole, said, target, out.tail())):
        for char, at in zip(shown.chars, shown.at, strict=True):
            if char != HOLE:
                out.say(char, at)
    out.mark(found)


def _only_names(of: Span, whole: tuple[int, int], said: str, target: str, before: str) -> bool:
    """Whether a link's words only name its source, and are none of its sentence."""
    if not re.search(r"\w", said):
        return True
    name = _MORE.sub("", said)
    after = of.words[whole[1] : whole[1] + 12]
    if _is_site(name, target):
        leads = LEADS_TO.search(before.removesuffix(HOLE)) is not None
        return not leads or (
            bool(before) and not re.match(r"['’]?\s?[a-z]", after) and before.rstrip(f"{HOLE} ")[-1:] in '.!?…"”’)]'
        )
    behind = re.search(rf"[.!?…][\"'”’)\]]{{0,2}}(?:\s?{HOLE})*\s?\Z", before) is not None
    row = _ROW.match(of.words, whole[1])
    goes_on = row is not None and of.words[row.end() : row.end() + 1].islower()  # its links are what the rest tells of
    in_row = not goes_on and (re.match(r"\s?\[", after) or (HOLE in before[-2:] and re.match(r"\s[A-ZÀ-Þ]", after)))
    ends = row is not None and _BEGINS.match(of.words, row.end()) is not None
    if of.style.chips and ends and said[-1] not in ".!":
        stopped = behind or (whole[1] == len(of.words.rstrip()) and name[0].isupper() and not LEADS_TO.search(before))
        return stopped
    if len(said) >= _LONGEST_NAME or said[-1] in ".!?":
        return False
    alone = behind and (in_row or _OPENS.match(after))
    return bool(alone or _GLUED.search(of.words, max(0, whole[0] - 3), whole[0]))


def _is_site(name: str, target: str) -> bool:
    """Whether it is the site that a link leads to, with its ending or, in small letters, without it."""
    site = urls.site(target)
    whole = _SITE.fullmatch(name)
    return site.endswith(whole[1].lower()) if whole else name in site.split(".")[:-1]


def group(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    if (match[0][0], match[0][-1]) not in (("(", ")"), ("[", "]")):
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    keys: list[Key] = []
    done, last = 0, ""
    for part in LINK_PARTS.finditer(match[0]):
        target = part["angled"] if part["angled"] is not None else part["target"]
        words = part["words"][1:-1]
        key = key_of(target, words, of.style)
        if key:
            numeric = numbered.NUMERIC.fullmatch(words.strip())
            number = (numeric["numbers"] or "") if numeric else ""
            if re.search("[–—-]", match[0][done : part.start()]) and number.isdecimal() and last.isdecimal():
                keys += [Key("number", each) for each in numbers.each(f"{last}-{number}")[1:-1]]
            keys.append(Key("anchor", key.name, number or words) if key.way == "anchor" and numeric else key)
            done, last = part.end(), number
    if not keys:
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(*match.span(), keys, "link"))
    return None


def anchor(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    href = _HREF.search(match["anchor_attributes"])
    if depth > 3:
        return None
    if not href:
        return of.scan(*match.span("anchor_words"), out, depth + 1)
    return as_mark(of, match.span(), match.span("anchor_words"), href[1], out, depth)


def bracketed_url(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    written = match["bracketed"] or match["parenthesised"]
    keys = [Key("link", trimmed(address[0])) for address in re.finditer(PLAIN_URL, written, re.IGNORECASE)]
    out.mark(of.found(*match.span(), keys, "url"))


def named_url(of: Span, match: re.Match[str], out: Plain, depth: int) -> int | None:
    """(Kystavisa, 12 May, https://…): its words name the source, unless they say something of their own."""
    name = re.sub(r"^[\w.]{2,10}:\s+", "", match["named"].strip(' ,:;*_"“”'))
    if of.style.plain or len(name.split()) > _MOST_NAMED or not _NAMED.match(name):
        of.say(match.start(), match.start() + 1, out)
        return match.start() + 1
    out.mark(of.found(*match.span(), [Key("link", trimmed(match["named_address"]), name)], "url"))
    return None


def url(of: Span, match: re.Match[str], out: Plain, depth: int) -> int:
    written = match[0].removesuffix(match["visited"] or "")
    address = trimmed(written)
    end = match.end() if match["visited"] and address == written.rstrip(",;") else match.start() + len(address)
    out.mark(of.found(match.start(), end, [Key("link", address)], "url"))
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


def doi(of: Span, match: re.Match[str], out: Plain, depth: int) -> int:
    name = trimmed(match["doi_name"])
    end = match.start("doi_name") + len(name)
    start = match.start()
    if match[0].startswith("(") and of.words[end : end + 1] == ")":
        end += 1
    elif match[0].startswith("("):
        of.say(start, start + 1, out)
        start += 1
    out.mark(of.found(start, end, [Key("link", f"https://doi.org/{name}", "doi")], "url"))
    return end


def arxiv(of: Span, match: re.Match[str], out: Plain, depth: int) -> None:
    out.mark(of.found(*match.span(), [Key("link", f"https://arxiv.org/abs/{match['arxiv_name']}", "arXiv")], "url"))
