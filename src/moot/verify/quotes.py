"""Does the source say these words? Gate."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from moot.evidence.cited import Cited, places
from moot.evidence.library import Library
from moot.text.normal import Normal, normal
from moot.text.quotes import Locator, splits_word
from moot.verify.check import finding
from moot.verify.wording import shorten
from moot.words import Claim, ClaimKind, Finding, Outcome

NEAR = 0.6
"""Similarity from which on the nearest words are shown; below it they would only confuse."""


class ExactQuote:
    """Each citation's quote stands in its passage, or elsewhere in the same source.

    A quoted claim must be its quotes' own words. Claims that are not inferred must cite something.
    """

    name = "quotes"
    version = "2"
    gate = True

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        asked = (
            claim for claim in claims if claim.citations or not (claim.kind is ClaimKind.INFERRED or claim.references)
        )
        return [self._finding(claim, library) for claim in asked]

    def _finding(self, claim: Claim, library: Library) -> Finding:
        cited = library.cited(claim)
        problems = [problem for each in cited if (problem := _problem(each, library))]
        if not cited:
            problems = ["cites nothing"]
        elif claim.kind is ClaimKind.QUOTED and not problems and not _own_words(claim.text, cited):
            problems = [f"the claim is not in the words of its quote: {difference(claim.text, cited[0].words)}"]
        return finding(
            self, claim, Outcome.unless(problems), "; ".join(problems) or _where(cited), places=places(cited)
        )


def _where(cited: Sequence[Cited]) -> str:
    moved = [
        f"found in {each.passage.id}, not in {each.citation.passage}"
        for each in cited
        if each.elsewhere and each.passage
    ]
    return "; ".join(dict.fromkeys(moved)) or "the source says these words"


def _problem(cited: Cited, library: Library) -> str:
    quote = shorten(cited.citation.quote)
    if not any(c.isalnum() for c in quote):
        return "the quote is empty"
    if cited.document is None:
        return f'"{quote}" cannot be found: no passage {cited.citation.passage} was read'
    if cited.span is None:
        return _near(quote, cited, library)
    text = cited.document.text
    if splits_word(text, cited.span.start) or splits_word(text, cited.span.end):
        whole = _whole(text, cited.span.start, cited.span.end)
        return f'the quote "{quote}" cuts through a word or figure: the source says "{shorten(whole)}"'
    return ""


def _whole(text: str, start: int, end: int) -> str:
    while splits_word(text, start):
        start -= 1
    while splits_word(text, end):
        end += 1
    return text[start:end]


def _near(quote: str, cited: Cited, library: Library) -> str:
    source = cited.citation.passage
    if cited.document is None:
        return f'"{quote}" is not in {source}'
    near = library.locator(cited.document).nearest(cited.citation.quote)
    if near is None or near.ratio < NEAR:
        return f'"{quote}" is not in {source} nor elsewhere in its source'
    said = cited.document.text[near.start : near.end]
    return f'"{quote}" is not in the source: {difference(cited.citation.quote, said)}'


def difference(claimed: str, said: str) -> str:
    """The words that differ: `"59.3" against "61.6"`; at most three places."""
    ours, theirs = (Normal(words, bare=True).text.split() for words in (claimed, said))
    bare = [[word.strip(".,;:()*_`\"'") or word for word in side] for side in (ours, theirs)]
    opened = [[*(word.lower() for word in side[:1]), *side[1:]] for side in bare]
    if opened[0] != opened[1]:
        bare = opened  # What else differs is told, not that a quote may open with a small letter.
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        left, right = shorten(" ".join(ours[a:b]), 60), shorten(" ".join(theirs[c:d]), 60)
        if kind == "replace":
            parts.append(f'"{left}" against "{right}" in the source')
        elif kind == "delete":
            parts.append(f'"{left}" is not there')
        elif kind == "insert":
            parts.append(f'"{right}" was left out')
    more = f" and {len(parts) - 3} more" if len(parts) > 3 else ""
    return "; ".join(parts[:3]) + more or "the words differ"


def _own_words(text: str, cited: Sequence[Cited]) -> bool:
    """True when the text stands in the quotes, its own quotation marks and full stop aside."""
    bare = normal(text).strip("\"' ").rstrip(".,;: ").strip("\"' ")
    quotes = [each.citation.quote for each in cited]
    return any(Locator(words).locate(bare) for words in (*quotes, *(each.words for each in cited), " ".join(quotes)))
