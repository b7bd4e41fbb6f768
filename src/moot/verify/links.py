"""Does the address that a claim cites answer, with the page that the report names? A signal: text that was read stays.

Nothing is fetched here: the caller registers what came of fetching, and every later run says the same of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from moot.evidence.fetch.fetched import Fetched, NotFetched
from moot.evidence.fetch.line import line
from moot.evidence.library import Library
from moot.words import Claim, Finding, Outcome

ALIKE = 75.0
"""Similarity of two titles, in percent, below which they name different works."""
_PARTS = re.compile(r"\s+[|–—·»›:-]+\s+|\s*[|»›·]\s*|:\s+")
_NUMBERED = re.compile(r"^\s*[\[(][^\])]{1,30}[\])]\s*")
_LEAST_WORDS = 3
_UNSAID = re.compile(
    r"^(home|index|untitled|document|pdf|download|article|news|blog|login|main|full text|abstract)\b", re.I
)


@dataclass(frozen=True)
class Link:
    """What is known of one address that a report cites."""

    asked: str
    final: str = ""
    """Where it led to; empty when it was not fetched."""
    status: int | None = None
    title: str = ""
    """Of the page."""
    cited_title: str = ""
    """As the report has it."""
    archived: str = ""
    """The address of an archived copy."""
    reason: str = ""
    """Why there is no page; empty when there is one, or when it was not asked for."""
    gone: bool = False
    """Whether the site, or the lack of one, says that there is no such page; else it may only be closed to us."""

    registered: str = ""
    """The title that the register of its DOI or arXiv id gives: many publishers let no program see the page itself."""

    @classmethod
    def of(
        cls,
        came: Fetched | NotFetched,
        *,
        title: str = "",
        cited_title: str = "",
        archived: str = "",
        registered: str = "",
    ) -> Link:
        """What came of fetching an address, with what else is known of it."""
        known = cls(came.asked, "", came.status, title, cited_title, archived, registered=registered)
        if isinstance(came, NotFetched):
            return replace(known, reason=came.reason, gone=came.gone)
        return replace(known, final=came.address)


class Links:
    """Applies to claims that cite something with an address.

    `seen` is keyed by the id of a source, or by the address itself for what could not be read.
    """

    name = "links"
    version = "1"
    gate = False

    def __init__(self, seen: Mapping[str, Link] | None = None) -> None:
        self._seen = dict(seen or {})

    def findings(self, claims: Sequence[Claim], library: Library) -> list[Finding]:
        found = [self._finding(claim, library) for claim in claims]
        return [finding for finding in found if finding]

    def _finding(self, claim: Claim, library: Library) -> Finding | None:
        cited = dict(_cited(claim, library))
        judged = [
            (name, *judge(self._link(name, address))) for name, address in cited.items() if self._known(name, address)
        ]
        if not judged:
            return None
        outcome = next(
            (each for each in (Outcome.FAILS, Outcome.UNCHECKED) if any(one[1] is each for one in judged)),
            Outcome.HOLDS,
        )
        said = [_said(name, reason, len(judged) > 1) for name, each, reason in judged if each is outcome]
        return Finding(
            check=self.name,
            version=self.version,
            claim=claim.id,
            outcome=outcome,
            gate=self.gate,
            reason="; ".join(dict.fromkeys(said)),
        )

    def _known(self, name: str, address: str) -> bool:
        return name in self._seen or address in self._seen or _is_web(address)

    def _link(self, name: str, address: str) -> Link:
        return self._seen.get(name) or self._seen.get(address) or Link(asked=address)


def judge(link: Link) -> tuple[Outcome, str]:
    """What one link is worth, and why in one clause."""
    copy = f" (archived copy: {link.archived})" if link.archived else ""
    if link.gone:
        return Outcome.FAILS, f"the address leads to no page: {line(link.reason)}{copy}"
    shut = f"the address could not be opened: {line(link.reason)}{copy}" if link.reason else ""
    if not shut and not link.final:
        return Outcome.UNCHECKED, "not fetched: run with --fetch"
    named = [("the page is titled", link.title), ("its identifier names", link.registered)]
    alike = [agree(link.cited_title, title) for _, title in named]
    if False in alike and True not in alike:
        said, title = named[alike.index(False)]
        return Outcome.FAILS, f"{said} “{line(title)}”, the report says “{line(link.cited_title)}”"
    if shut and alike[1]:
        return Outcome.HOLDS, f"its identifier names the title that the report gives; {shut}"
    if shut:
        return Outcome.UNCHECKED, shut
    titled = " under the title that the report gives" if True in alike else ""
    moved = f", now at {line(link.final)}" if _bare(link.final) != _bare(link.asked) else ""
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


def _cited(claim: Claim, library: Library) -> Iterator[tuple[str, str]]:
    """Name (the id of a source that was read, else the mark) and address of each thing that a claim cites, once."""
    for reference in claim.references:
        yield reference.source or reference.mark, reference.address or ""
    named = {reference.source for reference in claim.references}
    for cited in library.cited(claim):
        source = cited.document.source if cited.document else None
        if source is not None and source.id not in named:
            yield source.id, next((each for each in (source.origin, source.stated_origin or "") if _is_web(each)), "")


def _is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def _bare(address: str) -> str:
    """Without scheme, www, fragment and the last slash: such a change is no move."""
    return re.sub(r"^https?://(?:www\.)?|#.*$|/$", "", address, flags=re.IGNORECASE).rstrip("/").lower()


def _said(name: str, reason: str, several: bool) -> str:
    return f"{name}: {reason}" if several else reason
