"""Reading a prompt without a model: its passages, its draft, its challenges, found by how their lines begin.

[S1.2] (heading)                             a passage; its text follows
[c3] (stated) text                           a claim, with its quotes below: S1.2: "…"
[r1.reviewer-1.2] claim c3 | kind | …        a challenge, with its grounds and quotes below
On speed:                                    a disagreement, with the claims of its sides below
- S1 | title | date                          a source
[k2] one: text, and below it other: text     two claims that are to be compared
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from moot.text.lazy import lazy_re

_PASSAGE = lazy_re(r"^\[?(S\d+\.\d+)\]?[^\S\n]*(\(.*\)|[:|].*)?$", re.MULTILINE)
_INLINE = lazy_re(r"^\[?(S\d+\.\d+)\]?[:|)\]]?[^\S\n]+(?=\S)", re.MULTILINE)
_MARK = lazy_re(r"^BEGIN ([0-9a-f]{8,}) ", re.MULTILINE)
_CLAIM = lazy_re(r"^\[(?!S\d+\.\d+\])([A-Za-z]+[\w.-]*)\] \((\w+)\) (.+)$", re.MULTILINE)
_CHALLENGE = lazy_re(r"^\[([\w.-]+)\] (.*\bremedy: .+)$", re.MULTILINE)
_PAIR = lazy_re(r"^\[([\w.-]+)\] one: (.+)\n\s+other: (.+)$", re.MULTILINE)
_QUOTE = lazy_re(r'^\s+(S\d+\.\d+): "(.*?)"$', re.MULTILINE | re.DOTALL)
_SOURCE = lazy_re(r"^(?:- |BEGIN \w+ source )(S\d+) \| (.*) \| (\S+)$", re.MULTILINE)
_QUESTION = lazy_re(r"^Question: (.+)$", re.MULTILINE)
_SETTLED_PART = lazy_re(r"^.*(?:not to be repeated|ettled challenges).*:\n((?:- .*\n?)+)", re.MULTILINE)
_SETTLED = lazy_re(r"^- ([^\s:]+)(?: \([\w ]+\))?: ", re.MULTILINE)
_ANSWERED = lazy_re(r"^\s+author \(", re.MULTILINE)
_SIDE = lazy_re(r"^.*You argue for: (.+)$", re.MULTILINE)
_MOST = lazy_re(r"^Task: sides\b[^\n]*(?:\n[^\n]+)*?\bat most (\d+)", re.MULTILINE)
_FALLEN = lazy_re(r"^Not standing: (.+)\.$", re.MULTILINE)
_SUBJECT = lazy_re(r"^On .+:$", re.MULTILINE)
_SENTENCE_END = lazy_re(r"(?<=[.!?])\s+(?=[\"“'(A-Z0-9])|\n+")
_NEXT_PART = lazy_re(r"^(?:## |Challenges|Upheld |Settled |Not standing: |Task: )", re.MULTILINE)
_WORD = lazy_re(r"\w{3,}")
_COMMON = lazy_re(
    "and|are|but|can|did|does|for|from|had|has|have|her|his|how|its|may|not|one|our|out|she|than|that|the|their|them"
    "|then|there|these|they|this|was|were|what|when|where|which|who|whom|why|will|with|would|you|your"
)


@dataclass(frozen=True)
class Sentence:
    """An exact substring of a passage."""

    passage: str
    text: str

    @property
    def source(self) -> str:
        return self.passage.partition(".")[0]

    @cached_property
    def words(self) -> frozenset[str]:
        return words(self.text)


@dataclass(frozen=True)
class SeenClaim:
    id: str
    kind: str
    text: str
    quotes: tuple[Sentence, ...]


@dataclass(frozen=True)
class SeenChallenge:
    id: str
    claim: str | None
    kind: str
    remedy: str
    quotes: tuple[Sentence, ...]
    answered: bool = False
    """The author's answer is shown with it."""


@dataclass(frozen=True)
class SeenPair:
    id: str
    one: str
    other: str


@dataclass(frozen=True)
class Reading:
    """What stands in a prompt."""

    question: str
    sources: tuple[tuple[str, str], ...]
    """(id, title)"""
    passages: tuple[tuple[str, str], ...]
    """(id, text)"""
    sentences: tuple[Sentence, ...]
    """Of the passages, in their order."""
    claims: tuple[SeenClaim, ...]
    challenges: tuple[SeenChallenge, ...]
    sides: frozenset[str]
    """Ids of claims that stand as sides of a disagreement already."""
    settled: frozenset[str]
    """Ids of claims whose challenges are not to be repeated."""
    disagreements: tuple[tuple[str, ...], ...] = ()
    """The ids of their sides, each by itself."""
    side: str = ""
    """Of a debate: what the seat argues for."""
    most: int = 2
    """So many rival answers at most are asked for."""
    fallen: frozenset[str] = frozenset()
    """Ids of claims that do not stand."""
    composing: bool = False
    """The answer is asked for, over the claims that are shown."""
    pairs: tuple[SeenPair, ...] = ()

    def claim(self, id: str | None) -> SeenClaim | None:
        return next((claim for claim in self.claims if claim.id == id), None)


def read(text: str) -> Reading:
    """The parts of a prompt. What is not found is empty."""
    fences = _fences(text)
    sources = {match[1]: match[2] for match in _SOURCE.finditer(text)}
    passages = tuple(_passages(text, fences, set(sources)))
    sentences = tuple(Sentence(id, part) for id, body in passages for part in split(body))
    after = text[max((end for _, end in fences), default=0) :]
    question = _QUESTION.search(text)
    disagreed = _NEXT_PART.split(after.partition("## Where the sources disagree\n")[2])[0]
    settled = _SETTLED_PART.search(after)
    side, most, fallen = _SIDE.search(after), _MOST.search(after), _FALLEN.search(after)
    return Reading(
        question=question[1].strip() if question else "",
        sources=tuple(sources.items()),
        passages=passages,
        sentences=sentences,
        claims=tuple(_claims(after)),
        challenges=tuple(_challenges(after)),
        sides=frozenset(claim.id for claim in _claims(disagreed)),
        settled=frozenset(match[1] for match in _SETTLED.finditer(settled[1] if settled else "")),
        disagreements=tuple(
            tuple(claim.id for claim in _claims(part)) for part in _SUBJECT.split(disagreed)[1:] if part
        ),
        side=side[1].strip() if side else "",
        most=int(most[1]) if most else 2,
        fallen=frozenset(fallen[1].split(", ")) if fallen else frozenset(),
        composing=fallen is not None,
        pairs=tuple(SeenPair(match[1], match[2], match[3]) for match in _PAIR.finditer(after)),
    )


def split(text: str) -> list[str]:
    """Sentences and lines of a passage, each an exact substring."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def words(text: str) -> frozenset[str]:
    """Words of three letters and more, in lower case, the commonest English ones left out."""
    return frozenset(word for word in _WORD.findall(text.lower()) if not _COMMON.fullmatch(word))


def _fences(text: str) -> list[tuple[int, int]]:
    """Where evidence begins and ends: lines with the mark of the first. Other marks are a source's own invention."""
    mark = _MARK.search(text)
    if mark is None:
        return []
    lines = re.finditer(rf"^(?:BEGIN|END) {mark[1]}\b.*$", text, re.MULTILINE)
    return [(match.start(), match.end()) for match in lines]


def _passages(text: str, fences: list[tuple[int, int]], sources: set[str]) -> list[tuple[str, str]]:
    starts = list(_PASSAGE.finditer(text)) or list(_INLINE.finditer(text))
    # A source may write lines that look like passages of others; of those that are not there, no word is taken.
    starts = [match for match in starts if not sources or match[1].partition(".")[0] in sources]
    found: dict[str, str] = {}
    for at, match in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(text)
        end = min([end, *[start for start, _ in fences if start >= match.end()]])
        body = text[match.end() : end].strip()
        if body:
            found.setdefault(match[1], body)
    return list(found.items())


def _claims(text: str) -> list[SeenClaim]:
    return [SeenClaim(match[1], match[2], match[3], _quotes(block)) for match, block in _blocks(_CLAIM, text) if block]


def _challenges(text: str) -> list[SeenChallenge]:
    return [_challenge(match, block) for match, block in _blocks(_CHALLENGE, text)]


def _challenge(match: re.Match[str], block: str) -> SeenChallenge:
    """Of a head such as `by reviewer | claim c3 | conflict | remedy: show both`, whatever the order of its parts."""
    claim, remedy, kind = None, "", ""
    for part in match[2].split(" | "):
        name, _, value = part.strip().partition(" ")
        if name == "claim":
            claim = value
        elif name == "remedy:":
            remedy = value
        elif name not in ("by", "missing:"):
            kind = part.strip()
    return SeenChallenge(match[1], claim, kind, remedy, _quotes(block), bool(_ANSWERED.search(block)))


def _blocks(pattern: re.Pattern[str], text: str) -> list[tuple[re.Match[str], str]]:
    """Each match with the text from it to the next line that starts an entry."""
    entries = sorted(match.start() for match in re.finditer(r"^\[", text, re.MULTILINE))
    found: list[tuple[re.Match[str], str]] = []
    for match in pattern.finditer(text):
        end = next((start for start in entries if start > match.start()), len(text))
        found.append((match, text[match.start() : end]))
    return found


def _quotes(block: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(match[1], match[2]) for match in _QUOTE.finditer(block))
