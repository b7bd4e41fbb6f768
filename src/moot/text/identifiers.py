"""DOI and arXiv ids in a text or an address: what names a scholarly work wherever it lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

from moot.text.lazy import lazy_re

_DOI = lazy_re(r"\b10\.\d{4,9}/[^\s\"<>{}|\\^`\ud800-\udfff]+", re.IGNORECASE)
_OLD = r"(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|quant-ph|math|physics|cs|q-bio)"
_ARXIV_ID = rf"(?P<id>\d{{4}}\.\d{{4,5}}|{_OLD}(?:\.[A-Z]{{2}})?/\d{{7}})(?P<version>v\d{{1,2}})?"
_ARXIV = lazy_re(
    rf"(?:arxiv(?:\.org)?(?:/(?:abs|pdf|html|e-print))?(?:\s*[:/.]|(?=\s* ))\s*){_ARXIV_ID}(?![\d/])", re.IGNORECASE
)
_FORM = lazy_re(r"(?:\.(?:full|long|short|abstract|full-text))?(?:\.(?:pdf|html?))?$", re.IGNORECASE)
"""What addresses of publishers put behind a DOI."""
_LONGEST = 20_000
"""Characters of a text that are looked at."""
_PAIRS = {")": "(", "]": "["}


class Register(StrEnum):
    DOI = "doi"
    ARXIV = "arxiv"


@dataclass(frozen=True)
class Identifier:
    register: Register
    value: str
    """In lower case for a DOI, without version for arXiv."""

    def __str__(self) -> str:
        return f"{'DOI' if self.register is Register.DOI else 'arXiv id'} {self.value}"


def find(text: str) -> tuple[Identifier, ...]:
    """The DOIs and arXiv ids in a text or an address, each once, in the order of their places."""
    text = unquote(text[:_LONGEST])
    found = [*_arxiv_in(text), *_dois_in(text)]
    return tuple(dict.fromkeys(each for _, each in sorted(found, key=lambda pair: pair[0])))


def _arxiv_in(text: str) -> Iterator[tuple[int, Identifier]]:
    for match in _ARXIV.finditer(text):
        yield match.start("id"), Identifier(Register.ARXIV, match["id"])


def _dois_in(text: str) -> Iterator[tuple[int, Identifier]]:
    for match in _DOI.finditer(text):
        value = _trimmed(match[0])
        # arXiv's own DOIs name what arXiv knows better; they are found as arXiv ids.
        if not value.lower().startswith("10.48550/arxiv."):
            yield match.start(), Identifier(Register.DOI, value.lower())


def _trimmed(doi: str) -> str:
    """Without what follows a DOI in prose or in an address: punctuation, an unopened bracket, a query."""
    doi = re.split(r"[?#&]|;jsessionid|%20|/(?:full|abstract|pdf|epdf|meta)(?:/|$)", doi, maxsplit=1)[0]
    while doi:
        last = doi[-1]
        unopened = last in _PAIRS and doi.count(last) > doi.count(_PAIRS[last])
        if last not in ".,;:'\"”’*_/–—" and not unopened:
            break
        doi = doi[:-1]
    doi = _FORM.sub("", doi)
    return re.sub(r"(?<=\d)v\d+$", "", doi) if doi.startswith("10.1101/") else doi  # bioRxiv: versions share one.


def landing(identifier: Identifier) -> str:
    """The address of the work itself."""
    if identifier.register is Register.DOI:
        return f"https://doi.org/{quote(identifier.value, safe='/:;()._-')}"
    return f"https://arxiv.org/abs/{identifier.value}"
