"""Sentences that may be quoted: what stands in the passages, without what cannot stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from moot.evidence import dateline
from moot.readers.shunned import Shunned, touches
from moot.text import note_marks, sentences, terms
from moot.text.lazy import lazy_re
from moot.text.lexicon import STOP_WORDS
from moot.text.normal import unmarked
from moot.text.tongue import tongue
from moot.words import Citation, Claim, ClaimKind, Form, Passage, Source

SHORTEST, LONGEST = 30, 420
"""Characters of a sentence worth quoting; one that tells a figure or a name of a subject may be shorter."""
_BRIEF = lazy_re(
    r"(?!See |\w+ing )[^\W\d_a-z][\w'’-]*(?: [\w'’-]+){0,4}? "
    r"(?:is|are|was|were|has|have|had|can|will|may|must|does|did|cost|ran|rose|fell|"
    r"held|grew|began|ist|sind|war|waren|hat|haben|hatte|fasst|kostet|wiegt|misst|liegt|dauert|est|sont|était|coûte|mesure|"
    r"es|son|era|tiene|cuesta|mide|è|sono|ha|costa|[a-zà-ÿ]{2,}(?<!s)(?<!u)(?<!i)s|[a-zà-ÿ]{2,}ed) "
    r"(?:.*?\d|(?:\S+ )*?[A-ZÀ-ÖØ-Þ])"
)
"""A subject, a verb, and behind it a figure or a name."""

_RUN_IN = lazy_re(r"(?:\*\*[^*\n]{1,60}\*\*|__[^_\n]{1,60}__)[.:]?\s+(?=\S)")
"""A heading that runs into its paragraph: `**Speed.** The …`."""

_LINE_ABOVE = lazy_re(r"(?P<heading>[^\n.!?:;,]{3,60})\n\s*(?=(?P<next>[^\n]+))")
"""A short first line of a paragraph of plain text, with the line below it."""
_NOTE = r"(?:[¹²³⁰⁴-⁹]{1,3}|\[\^[\w-]{1,12}\]:?)"
_NOTE_BEFORE = lazy_re(rf"{_NOTE}\s*(?=[^\W\d_])")
_NOTE_BEHIND = lazy_re(rf"(?<=[.!?…\"'”’)\]])(?:{_NOTE}|{note_marks.BRACKETED})++$")
_BETWEEN = lazy_re(rf"(?:{_NOTE}|{note_marks.BRACKETED})*+\s*")
_EXPLETIVE = lazy_re(
    r"it (?:is|was|remains?|became|seems?)(?: \w+){0,2}? (?:known|unknown|clear|unclear|certain|uncertain|open|disputed"
    r"|settled|unsettled|decided|undecided|likely|unlikely|possible|impossible|doubtful|expected|estimated|assumed"
    r"|recommended|planned|forbidden|allowed|necessary|important)\b(?: yet)?,? (?:that|whether|if|how|why|what|when"
    r"|where|which|who|to)\b",
    re.IGNORECASE,
)
"""An "it" that points at nothing before it: `It is not known how …`."""
_DANGLING = lazy_re(
    r"""(?:it|its|this|that|these|those|they|their|them|he|she|his|her|such|both|neither\ of\ them|either|here
    |there\ too|everything\ else|everyone\ else|the\ rest|others|until\ then|since\ then|if\ so|if\ not|as\ well
    |and|but|or|so|yet|nor|also|however|therefore|thus|hence|moreover|furthermore|instead|otherwise|besides|still
    |consequently|nevertheless|nonetheless|similarly|likewise|additionally|meanwhile|then|conversely|rather|indeed
    |in\ (?:contrast|addition|turn|this|that|these|those|such|both|other\ words|short|particular)|as\ (?:a\ result|such)
    |because\ of\ (?:this|that)|of\ (?:that|this|those|these|which|them|it)|for\ (?:this|that|these|those|example)
    |on\ the\ (?:other|contrary)|at\ the\ same\ time|by\ (?:this|that|contrast)|to\ (?:this|that)
    |the\ (?:latter|former|same|two|three|above|following|other|others)|what's\ more|who|which|whose|where\ this
    |er|sie|es|dies\w*|diese\w*|jene\w*|aber|und|oder|doch|daher|deshalb|jedoch|au(?:ß|ss)erdem|dabei|damit|dazu|dafür|davon|daran|darauf|daraus|darin|hier\w*
    |il|elle|ils|elles|cela|ceci|cette|ces|mais|et|donc|cependant|toutefois|ainsi
    |esto|eso|esta|estas|estos|pero|y|adem[aá]s|sin\ embargo|por\ lo\ tanto|ello|ellos)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTS_NOT = {"il": "Italian", "er": "Dutch"}
"""Those of them that point at nothing in another language: "Il restauro", "Er zijn"."""
_IT = lazy_re(
    r"(?:for|in|on|with|at|by|from|of|under|during|after|before)\b[^,;:]*?\b(?:it|they|this)\s+(?:is|was|are"
    r"|were|has|have|had)\b",
    re.IGNORECASE,
)
"""A pronoun as subject behind an opening phrase: "For the difference it is about …"."""
_LEANS = lazy_re(
    r"(?:the (?:results?|findings?|figures?|answer|reason|effect|conclusion|difference|change|method|latter)"
    r"|another|a (?:second|third|further|similar)|all (?:figures|results)|no comparable|anyone who)\b",
    re.IGNORECASE,
)
"""Openings that lean on what was said before, without pointing at it outright."""
_ASKS = lazy_re(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed)?|question (?:is|was)|inquire[ds]?|reviewed|investigated?"
    r"|looked (?:at|into))\b.{0,30}\b(?:whether|if|what|how|why|who|which)\b",
    re.IGNORECASE,
)
"""Sentences that pass a question on instead of answering one."""
_PLURAL = lazy_re(r"\b[^\W\d_]{3,}s\b")
_THEY = lazy_re(r"\b(?:them|they|their|theirs)\b", re.IGNORECASE)
_FIRST_PERSON = lazy_re(r"\b(?:we|our|us|i|my|many of you|you|your)\b", re.IGNORECASE)
_BOILERPLATE = lazy_re(
    r"\b(?:cookies?|privacy policy|terms of (?:use|service)|all rights reserved|subscribe|sign (?:up|in)|log in"
    r"|newsletter sign|click here|read more|share this|skip to (?:main )?content|copyright|javascript|your browser)\b"
    r"|©|_{3,}|\s>\s|\.\.\.\s*:",
    re.IGNORECASE,
)
_POINTS_ELSEWHERE = lazy_re(
    r"\b(?:see|table|figure|fig\.|section|chapter|appendix)\s+(?:below|above|\d)", re.IGNORECASE
)
_WORDLESS = lazy_re(r"(?:(?:!\[\s*\]\([^()\n]*\)|<img\s(?:(?!\balt\s?=\s?[\"']?[^\"'\s>])[^<>])*>)\s*)+", re.IGNORECASE)
"""Pictures of which nothing is said: their addresses tell nothing, and make no word more common."""
_ENDS = lazy_re(r"[.!。！…]['\"”’)\]*_]*$")


@dataclass(frozen=True)
class Candidate:
    """A sentence with its surroundings; `text == passage.text[start:end]`."""

    text: str
    passage: Passage
    source: Source
    start: int
    end: int
    before: str = ""
    """The sentence before it in its passage."""
    after: str = ""
    """The text of the sentence after it in its passage."""
    after_end: int = 0
    run_in: str = ""
    """The heading that runs into its paragraph."""
    leaning: str = ""
    """Of two sentences that are told together, the second."""

    @property
    def alone(self) -> bool:
        """True when a reader understands it without what stands around it."""
        return stands_alone(self.text)

    @property
    def whole(self) -> bool:
        """False for a piece that was cut out of a sentence. What stands in a list need not end with a stop."""
        return not self.text[:1].islower() and (bool(_ENDS.search(self.text)) or self.passage.form is Form.LIST)

    @property
    def heading(self) -> str:
        """The nearest heading above it."""
        return self.run_in or self.passage.heading.split(" › ")[-1] or self.source.title

    @property
    def surroundings(self) -> str:
        """What tells of what it speaks: title, headings, the sentence before."""
        return f"{self.source.title}. {self.passage.heading}. {self.run_in} {self.before}"

    def meets(self, other: Candidate) -> bool:
        """True when the two share words where they stand."""
        same = self.passage.id == other.passage.id
        return same and self.start < other.end and other.start < self.end

    def claim(self, id: str = "") -> Claim:
        return quoted(id, self.text, self.passage.id)


def quoted(id: str, text: str, passage: str, about: str = "") -> Claim:
    """A claim in the source's own words, without its marks of emphasis."""
    citation = Citation(passage=passage, quote=text)
    return Claim(id=id, kind=ClaimKind.QUOTED, text=unmarked(text), citations=(citation,), about=about)


def gather(passages: Iterable[Passage], sources: Sequence[Source], shunned: Shunned = ()) -> list[Candidate]:
    """The sentences of prose and lists, in order. One with something shunned inside is none."""
    by_id = {source.id: source for source in sources}
    found: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    for passage in passages:
        source = by_id.get(passage.source)
        if source is None or passage.form not in (Form.PROSE, Form.LIST):
            continue
        for candidate in _sentences(passage, source):
            place = (passage.source, passage.start + candidate.start)
            if place not in seen and not _shunned(candidate, candidate.end, shunned):
                seen.add(place)
                whole = not _shunned(candidate, candidate.after_end, shunned)
                found.append(candidate if whole else replace(candidate, after="", after_end=candidate.end))
    return found


def _sentences(passage: Passage, source: Source) -> list[Candidate]:
    spans = [(span.start, span.end) for span in sentences.split(passage.text)]
    found: list[Candidate] = []
    run_in = ""
    for n, (start, end) in enumerate(spans):
        mark = _RUN_IN.match(passage.text[start:end])
        if mark:
            run_in = mark[0].strip(" *_.:")
            start += mark.end()
        start, end = _without_notes(passage.text, start, end)
        above = _heading_above(passage.text, start, end)
        if above is not None:
            run_in = above["heading"].strip()
            start = above.end()
        text = passage.text[start:end]
        if _only_a_heading(text):
            run_in = text.strip(" *_.:")
            continue
        if _WORDLESS.fullmatch(text) or dateline.is_one(text.removeprefix(source.title).lstrip()):
            continue
        before = passage.text[slice(*spans[n - 1])] if n else ""
        after = passage.text[slice(*spans[n + 1])] if n + 1 < len(spans) else ""
        after_end = spans[n + 1][1] if after else end
        found.append(Candidate(text, passage, source, start, end, before, after, after_end, run_in))
    return found


def _without_notes(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the mark of a footnote that stands before or behind the sentence."""
    before = _NOTE_BEFORE.match(text, start, end)
    start = before.end() if before else start
    behind = _NOTE_BEHIND.search(text, start, end)
    return start, behind.start() if behind else end


def _heading_above(text: str, start: int, end: int) -> re.Match[str] | None:
    """A heading of plain text: a line much shorter than the one below it, where no line has just been wrapped."""
    match = _LINE_ABOVE.match(text, start, end)
    if match is None or text[text.rfind("\n", 0, start) + 1 : start].strip(" \t0123456789.)#-"):
        return None
    heading, below = match["heading"].split(), match["next"]
    short = len(match["heading"]) < 0.6 * len(below)
    return match if short and not below[0].islower() and heading[-1].lower() not in STOP_WORDS else None


def joined(found: Sequence[Candidate]) -> list[Candidate]:
    """Sentences that lean on the one before, together with it: what `It lasted 34 hours.` speaks of stands there."""
    made: list[Candidate] = []
    for left, right in pairwise(found):
        between = left.passage.text[left.end : right.start]
        beside = left.passage == right.passage and left.end < right.start and bool(_BETWEEN.fullmatch(between))
        if beside and left.alone and right.whole and not right.alone and left.passage.form is Form.PROSE:
            text = left.passage.text[left.start : right.end]
            both = replace(
                right, text=text, start=left.start, before=left.before, run_in=left.run_in, leaning=right.text
            )
            made += [both] if both.alone else []
    return made


def _only_a_heading(text: str) -> bool:
    return bool(re.fullmatch(r"(?:\*\*[^*\n]{1,60}\*\*|__[^_\n]{1,60}__)[.:]?", text)) or text.startswith("#")


def _shunned(candidate: Candidate, end: int, shunned: Shunned) -> bool:
    """Whether something shunned lies between its start and `end` (in its passage)."""
    at = candidate.passage.start
    return touches(shunned, candidate.source.id, at + candidate.start, at + end)


def dangles(text: str) -> bool:
    """True when the sentence begins with a word that points at what was said before."""
    opening = text.lstrip("\"'“‘(*_")
    points = _DANGLING.match(opening)
    if points and points[0].lower() in _POINTS_NOT and tongue(text) == _POINTS_NOT[points[0].lower()]:
        points = None
    return not _EXPLETIVE.match(opening) and bool(points or _IT.match(opening))


def stands_alone(text: str) -> bool:
    """A whole sentence that needs no other: no fragment, no pointing word at its head, no question."""
    letters = sum(character.isalpha() or character.isspace() for character in text)
    words = text.split()
    return (
        len(text) <= LONGEST
        and (_is_brief(words, text) or (len(text) >= SHORTEST and _is_long(words, text)))
        and letters >= 0.6 * len(text)
        and bool(_ENDS.search(text))
        and not text[0].islower()
        and not dangles(text)
        and not _lacks_antecedent(text)
        and not _ASKS.search(text)
        and text.count("(") == text.count(")")
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and not _BOILERPLATE.search(text)
        and "http" not in text
        and "|" not in text
    )


def _is_brief(words: Sequence[str], text: str) -> bool:
    return len(words) >= 4 and bool(_BRIEF.match(text))


def _is_long(words: Sequence[str], text: str) -> bool:
    """Some scripts set no space between words."""
    return len(words) >= 5 or (len(words) <= 2 and not text.isascii())


def _lacks_antecedent(text: str) -> bool:
    """True for a "them" that nothing before it in the sentence can stand for."""
    if re.search(
        r"\b(?:both|all|either|none|some|most|each|many) of (?:them|these|those|which)\b(?! \w+s\b)",
        text,
        re.IGNORECASE,
    ):
        return True
    they = _THEY.search(text)
    return (
        bool(they)
        and not _PLURAL.search(text[: they.start() if they else 0])
        and " and " not in text[: they.start() if they else 0]
    )


def speaks_of_itself(text: str) -> bool:
    """True for a sentence on what its author did: it reports, it does not answer."""
    return bool(
        re.match(r"(?:we|i|our|my)\b|(?:this|the) (?:report|note|study|paper|article|review)\b", text, re.IGNORECASE)
    )


def polish(text: str) -> float:
    """How well a sentence reads on its own and how much it says, 0 to 1: a factor for its score."""
    worth = 0.4 + 0.6 * min(1.0, len(set(terms.stems(text))) / 14)
    if not any(character.isdigit() for character in text):
        worth *= 0.85
    if _FIRST_PERSON.search(text):
        worth *= 0.85
    if _LEANS.match(text) or re.search(r"\b(?:therefore|thus|hence|also|as well|too)\b", text):
        worth *= 0.85
    if _POINTS_ELSEWHERE.search(text):
        worth *= 0.6
    if len(text) > 260:
        worth *= 0.9
    if re.search(r"\b(?:it|this|these|those|they)\b", text.split(",")[0], re.IGNORECASE):
        worth *= 0.9
    return worth
