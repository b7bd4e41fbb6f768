"""Does the address that a claim cites answer, with the page that the report names? A signal: text that was read stays.

Nothing is fetched here: what came of fetching is in the library, and every later run says the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from moot.evidence.library import Library
from moot.evidence.line import line
from moot.evidence.media.hidden import METADATA
from moot.text import urls
from moot.text.lazy import lazy_re
from moot.verify.check import finding
from moot.words import Claim, Finding, Link, Outcome

ALIKE = 75.0
"""Similarity of two titles, in percent, below which they name different works."""
_PARTS = lazy_re(r"\s{1,9}[|–—·»›:-]{1,9}\s{1,9}|\s{0,9}[|»›·]\s{0,9}|:\s+")
_NUMBERED = lazy_re(r"^\s*[\[(][^\])]{1,30}[\])]\s*")
_LEAST_WORDS, _LONGEST = 3, 160
"""Words of a title, and characters."""
_UNSAID = lazy_re(
    r"^(home|index|untitled|document|pdf|download|article|news|blog|login|main|full text|abstract)\b", re.I
)


class Links:
    """Applies to claims of audited files whose references have an address that was asked for."""

    name = "links"
    version = "3"
    gate = False

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        found = [self._finding(claim, library) for claim in claims]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library) -> Finding | None:
        asked = [(each, link) for each in claim.references if (link := library.link(each.address))]
        if not asked:
            return None
        judged = [(each.named, *judge(link, each.title, _other_titles(link, library))) for each, link in asked]
        outcome = next(
            (each for each in (Outcome.FAILS, Outcome.UNCHECKED) if any(one[1] is each for one in judged)),
            Outcome.HOLDS,
        )
        said = [f"{mark}: {reason}" if len(judged) > 1 else reason for mark, each, reason in judged if each is outcome]
        return finding(self, claim, outcome, "; ".join(dict.fromkeys(said)))


def _other_titles(link: Link, library: Library) -> list[str]:
    """What else the page calls itself: in its head, to others, or in its first line."""
    document = library.document(link.source) if link.source else None
    if document is None:
        return []
    told = [each.text for each in document.hidden if each.how == METADATA and len(each.text) <= _LONGEST]
    return [*told, document.text.strip().partition("\n")[0][:_LONGEST]]


def judge(link: Link, cited: str = "", others: Sequence[str] = ()) -> tuple[Outcome, str]:
    """What one link is worth, and why in one clause. `cited`: the title that the report gives; `others`: its own."""
    copy = f" (archived copy: {link.archived})" if link.archived else ""
    if link.gone:
        return Outcome.FAILS, f"the address leads to no page: {line(link.reason)}{copy}"
    shut = f"the address could not be opened: {line(link.reason)}{copy}" if link.reason else ""
    named = [("the page is titled", link.title), ("its identifier names", link.registered)]
    alike = [agree(cited, title) for _, title in named]
    if any(agree(cited, title) for title in others):
        alike[0] = True
    if False in alike and True not in alike:
        said, title = named[alike.index(False)]
        return Outcome.FAILS, f"{said} “{line(title)}”, the report says “{line(cited)}”"
    if shut and alike[1]:
        return Outcome.HOLDS, f"its identifier names the title that the report gives; {shut}"
    if shut:
        return Outcome.UNCHECKED, shut
    titled = " under the title that the report gives" if True in alike else ""
    moved = f", now at {line(link.final)}" if _place(link.final) != _place(link.asked) else ""
    return Outcome.HOLDS, f"the address answers{titled}{moved}"


def agree(cited: str, title: str) -> bool | None:
    """Whether two titles name one work; None when either is too little of a title to say.

    A page's title often has the name of its site before or behind, and a report often has a part of the title, or more
    than the title: so the parts are compared too, and a title inside the other agrees.
    """
    from rapidfuzz import fuzz, utils

    cited, title = _NUMBERED.sub("", cited), _NUMBERED.sub("", title)
    if not _telling(cited) or not _telling(title):
        return None
    pairs = ((one, other) for one in _parts(cited) for other in _parts(title))
    best = max(fuzz.ratio(one, other, processor=utils.default_process) for one, other in pairs)
    whole = fuzz.token_set_ratio(cited, title, processor=utils.default_process)
    inside = fuzz.partial_ratio(cited, title, processor=utils.default_process)
    return max(best, whole, inside) >= ALIKE


def _parts(title: str) -> list[str]:
    parts = [part for part in _PARTS.split(title) if _telling(part)]
    return [title, *parts]


def _telling(title: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", title)) >= _LEAST_WORDS and not _UNSAID.match(title.strip())


def _place(address: str) -> str:
    """Without scheme, www, fragment and the last slash: such a change is no move."""
    return urls.bare(urls.page(address))
