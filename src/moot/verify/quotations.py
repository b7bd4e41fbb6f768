"""Do words that a claim puts in quotation marks stand in its source? Gate for three words and more, else signal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text.lazy import lazy_re
from moot.text.normal import Normal
from moot.text.quotes import splits_word
from moot.verify.check import finding
from moot.verify.quotes import NEAR, difference
from moot.verify.wording import shorten
from moot.words import Claim, ClaimKind, Document, Finding, Outcome

_PROVABLE = 3
"""Words from which on a quotation is one, and not a term or a doubt in marks."""
_MARKED = lazy_re(
    r"“(?P<a>[^“”]{2,600})”|„(?P<b>[^„“”]{2,600})[“”]|«(?P<c>[^«»]{2,600})»|»(?P<g>[^«»]{2,600})«"
    r"|(?<![\w\"])\"(?P<d>[^\"\n]{2,600})\"(?!\w)"
    r"|(?<!\w)‘(?P<e>(?:[^‘’]|’(?=\w)){2,600})’(?!\w)"
    r"|(?<![\w'])'(?P<f>(?:[^'\n]|'(?=\w)){2,600})'(?!\w)"
)
_WORD = lazy_re(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_GAP = lazy_re(r"\[[^\[\]]*\]|…|\.(?:\s?\.){2,}")
_CAPITAL = lazy_re(r"\[([^\W\d_])\](?=[^\W\d_])")
"""The letter of "[T]he": case does not count."""
_SPOKEN = lazy_re(
    r"(?P<stop>[,;.!?–—-]?)[\"”’'][,;]?\s(?:[^\"“”‘\n.;:]{0,60}\s)?"
    r"(?:says?|said|adds?|added|asks?|asked|writes?|wrote|argues?|argued|explains?|explained|recalls?|recalled|notes?|noted|"
    r"told|tells|replies|replied|answers?|answered|insists?|insisted|warns?|warned)\b"
    r"[^\"“”‘\n.;:]{0,60}(?:,|(?P<end>[.;:]))\s[\"“‘']"
)
_FAR = 1_000
"""Characters within which the parts of one quotation must follow one another."""
_ENDS = " \t\n.,;:!?…\"'“”‘’"


@dataclass(frozen=True)
class Quotation:
    """Words in quotation marks; `start` and `end` hold them without the marks."""

    start: int
    end: int
    words: str

    @property
    def size(self) -> int:
        return len(_WORD.findall(_GAP.sub(" ", self.words)))

    @property
    def provable(self) -> bool:
        return self.size >= _PROVABLE and not self.title

    @property
    def title(self) -> bool:
        """True when it looks like the name of a work: every longer word has a capital."""
        long = [word for word in _WORD.findall(self.words) if len(word) > 3]
        return len(long) > 1 and all(not word[0].islower() for word in long)


def find(text: str) -> list[Quotation]:
    """The quotations of a text, in order. Marks of feet and minutes, and apostrophes, are none."""
    found: list[Quotation] = []
    for match in _MARKED.finditer(text):
        name = next(name for name, words in match.groupdict().items() if words)
        if _WORD.search(match[name]):
            found.append(Quotation(match.start(name), match.end(name), match[name]))
    return found


class Quotations:
    """Every quotation of three words and more in a claim stands in a source that the claim cites, or is its title.

    Compared as quotes are, case aside; an ellipsis and a bracket stand for words left out, put in or changed. Applies
    to claims in own words that have such a quotation and cite something that was read.
    """

    name = "quotations"
    version = "3"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return [_finding(self, library, *asked) for asked in _asked(claims, library, lambda each: each.provable)]


class Terms:
    """The rest: one or two words in marks, and what looks like the name of a work. They may be the writer's own."""

    name = "terms"
    version = "3"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        return [_finding(self, library, *asked) for asked in _asked(claims, library, lambda each: not each.provable)]


def _asked(
    claims: Sequence[Claim], library: Library, wanted: Callable[[Quotation], bool]
) -> Iterator[tuple[Claim, list[Quotation], list[Cited]]]:
    for claim in claims:
        own = claim.kind in (ClaimKind.STATED, ClaimKind.COMPUTED)
        marked = [each for each in find(claim.text) if wanted(each)] if own else []
        cited = library.cited(claim) if marked else []
        if any(each.document for each in cited):
            yield claim, marked, cited


def _finding(
    check: Quotations | Terms, library: Library, claim: Claim, marked: Sequence[Quotation], cited: Sequence[Cited]
) -> Finding:
    documents = list({each.document.source.id: each.document for each in cited if each.document}.values())
    absent = [each for each in marked if not any(stands(each, document) for document in documents)]
    problems = [_problem(each, documents, library) for each in absent]
    return finding(
        check,
        claim,
        Outcome.unless(problems),
        "; ".join(problems) or "the source says the quoted words",
        places=places(cited),
    )


def stands(quotation: Quotation, document: Document) -> bool:
    """True when the document or its title says these words."""
    return any(
        _says(read(text, bare), _parts(quotation.words, bare))
        for read in (_lowered, _unbroken)
        for text in (document.text, document.source.title)
        for bare in (False, True)
    )


@dataclass(frozen=True)
class _Part:
    """Words between two gaps; at a bracket inside a word ("depend[s]") they may begin or end within one."""

    words: str
    left: bool
    right: bool


def _parts(quotation: str, bare: bool) -> list[_Part]:
    text = _CAPITAL.sub(lambda match: match[1], quotation.strip(_ENDS))
    gaps = list(_GAP.finditer(text))
    starts, stops = [0, *(gap.end() for gap in gaps)], [*(gap.start() for gap in gaps), len(text)]
    return [
        _Part(
            Normal(text[start:stop].strip(_ENDS), bare=bare).text.strip().lower(),
            left=text[start:stop][:1].isalnum() and start > 0,
            right=text[start:stop][-1:].isalnum() and stop < len(text),
        )
        for start, stop in zip(starts, stops, strict=True)
        if _WORD.search(text[start:stop])
    ]


def _says(there: str, parts: Sequence[_Part]) -> bool:
    """True when the parts follow one another in the text, each near the one before."""
    if not parts:
        return True
    starts = _places(there, parts[0], 0, len(there))
    return any(_follow(there, parts[1:], start + len(parts[0].words)) for start in starts)


def _follow(there: str, parts: Sequence[_Part], at: int) -> bool:
    for part in parts:
        start = next(_places(there, part, at, at + len(part.words) + _FAR), None)
        if start is None:
            return False
        at = start + len(part.words)
    return True


def _places(there: str, part: _Part, start: int, end: int) -> Iterator[int]:
    at = there.find(part.words, start, end)
    while at >= 0:
        cuts = (splits_word(there, at), splits_word(there, at + len(part.words)))
        if (part.left or not cuts[0]) and (part.right or not cuts[1]):
            yield at
        at = there.find(part.words, at + 1, end)


@lru_cache(maxsize=64)
def _lowered(text: str, bare: bool) -> str:
    return Normal(text, bare=bare).text.lower()


@lru_cache(maxsize=64)
def _unbroken(text: str, bare: bool) -> str:
    """The text without what says, in the midst of a quotation, who spoke: "A bridge," she said, "is no road"."""
    return _lowered(_SPOKEN.sub(lambda found: f"{'.' if found['end'] else found['stop']} ", text), bare)


def _problem(quotation: Quotation, documents: Sequence[Document], library: Library) -> str:
    words = quotation.words.strip(_ENDS)
    if quotation.size < _PROVABLE:
        return f"“{shorten(words)}” are not words of the source"
    best = None
    for document in documents:
        near = library.locator(document).nearest(words)
        if near and (best is None or near.ratio > best[0]):
            best = (near.ratio, document.text[near.start : near.end])
    if best is None or best[0] < NEAR:
        return f"the quotation “{shorten(words)}” is not in the source"
    return f"the quotation “{shorten(words)}” is altered: {difference(words, best[1])}"
