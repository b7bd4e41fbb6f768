"""What the words around a figure say of it: what it counts, for one of what, whether it is a change, a limit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from moot.readers import numbered
from moot.text import months, terms
from moot.text.figures import Figure, FigureKind
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_YEAR = lazy_re(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")
_BEGUN = (
    r"(?:re-?)?(?:opened|built|founded|completed|finished|signed|established|launched|commissioned|constructed|erected"
    r"|created|formed|set up|bought|acquired|adopted|inaugurated|renovated|restored|designed|listed|installed|planted"
    r"|concluded|awarded|born|laid|dug|begun|dating|made)"
)
_BEGONNEN = (
    r"(?:wieder)?(?:eröffnet|ge?baut|erbaut|gegründet|fertiggestellt|unterzeichnet|errichtet|angelegt|eingeweiht"
    r"|geschlossen|saniert)e?[rnsm]?"
)
_COMMENCE = r"(?:r[ée]-?)?(?:ouvert|construit|fondé|bâti|signé|inauguré|achevé|créé|rénové|conclu)e?s?"
_IN_YEAR = r"[^,;()–—]{0,20}\b(?:1\d|20)\d\d\s*[,)–—]"
_ASIDE = lazy_re(
    r"(?:^|[,(–—])\s*(?:(?:which|who|and) (?:was|were) )?(?:first |last |newly )?"
    rf"(?:{_BEGUN}\b[^,;()–—]{{0,50}}?\s(?:in|on|from|since)\s{_IN_YEAR}|{_COMMENCE} (?:en|le) {_IN_YEAR})"
    rf"|[,(–—]\s*(?:(?:am|im) )?(?:[\w.]+ ){{0,2}}(?:1\d|20)\d\d {_BEGONNEN}\s*[,)–—]",
    re.IGNORECASE,
)
"""When a thing began or was made, told in passing: "The pool, opened in 1936, lost …"."""
_FOUND_OUT = lazy_re(
    r"\b(?:surveys?|stud(?:y|ies)|counts?|census|reports?|trials?|polls?|audits?|inventor(?:y|ies)|tests?|reviews?|analys[ei]s"
    r"|measurements?|estimates?|inspections?|erhebung|zählung|studie|bericht|umfrage|enquête|étude|recensement|rapport)\b[^,;.()]*\W*$",
    re.IGNORECASE,
)
"""What was done then gave the figure."""
_LABEL = lazy_re(
    r"[^\W\d_][.,;:!?)”\"]$|\b(?:type|grade|class|category|group|model|core|stage|phase|level|tier)\s$", re.IGNORECASE
)
"""Before a number that measures nothing: a footnote glued to a sentence, `type 2`."""
_TOLD_IN_WORDS = lexicon("s month %")
"""Units with which a number in words is still a figure: `three hours`, `half`."""
_BOUND = lazy_re(
    r"\b(?:patients|people|persons|adults|children|women|men|those|anyone|aged?)\s(?:over|under|above|below|aged?)\s$",
    re.I,
)
"""Before a number that bounds a group: `patients over 70`."""
_GROUPED = lazy_re(r"\d{1,3}(?:,\d{3})+")
_CHANGE = lazy_re(
    r"\b(?:by\s+(?:\w+\s+){0,2}|(?:lead|gap|margin|gain|increase|decrease|drop|rise|reduction|decline|advantage|growth"
    r"|improvement)s?\s+(?:of|by|is|was)\b[^,;]{0,25}"
    r"|(?:difference|differ)\b[^,;]{0,60})$",
    re.IGNORECASE,
)
_CHANGE_AFTER = lazy_re(
    r"^(?:\s*[%\w-]+){0,2}?\s*\b(?:higher|lower|more|fewer|less|above|below|ahead|behind|faster|slower|longer"
    r"|shorter)\b",
    re.IGNORECASE,
)
_RATE = lazy_re(
    r"^\s*(?:(?!(?:and|or|at|in|on|for|as|from|of|to|with|by|but|is|was)\b)[a-z]+\s+)?(?:a|an|per|each"
    r"|every)\s+([a-z]+)",
    re.IGNORECASE,
)
_UNIT = lazy_re(r"\s*([a-zµμ°A-Z]{1,4}/[a-zA-Z]{1,4}[²³]?)(?!\w)")
_OF_THEM = lazy_re(
    r"\s*(?:[\w’'-]+\s+){0,2}?(?:(?:out )?of (?:them|these|those|which|whom)\b|thereof\b|davon\b|d[’']entre elles\b"
    r"|d[’']entre eux\b|(?:out )?of (?:the|all)(?: the)? (?P<noun>[\w’'-]+))",
    re.IGNORECASE,
)
_NOUN_GROUP = lazy_re(r"(?:\s+[a-zà-ÿ][a-zà-ÿ-]*)+")
_HARD: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "median mean average averages",
        "input inputs",
        "output outputs",
        "forecast expected projected planned estimate estimated estimates assumed",
        "limit limits threshold ceiling standard standards cap guideline allowed permitted",
        "target targets goal goals aim",
        "error errors deviation interval noise",
        "maximum peak highest worst record top",
        "minimum lowest",
        "revenue revenues turnover",
        "profit profits",
        "gross",
        "net",
        "male males men boys",
        "female females women girls",
        "urban",
        "rural",
        "children",
        "adults",
        "import imports imported",
        "export exports exported",
        "valuation valued",
        "closed closes dropped withdrew died lost removed replaced added dismissed failed responded declined expelled",
    )
)
_LOOSE = frozenset({0, 1, 2, 3})
"""Of the groups above: statistics, input, output and forecasts may be named by one side and left out by the other."""


_MONTH = rf"(?i:{'|'.join(sorted({*months.ENGLISH, *months.SHORT, *months.ABROAD}, key=len, reverse=True))})(?!\w)"
_NEXT = r"(?:\s*[,–-]\s*|\s+(?:and|or|to|until|till|through|und|oder|bis|et|ou|au|y|e|al)\s+)"
_DAY = r"\d{1,2}(?:\.|st|nd|rd|th)?"
_DAYS_BEHIND = lazy_re(rf"(?:\.|st|nd|rd|th)?(?:{_NEXT}{_DAY}){{1,6}}\s+(?:of\s+|de\s+)?{_MONTH}")
_DAYS_BEFORE = lazy_re(rf"(?<!\w){_MONTH}\.?\s+{_DAY}(?:{_NEXT}{_DAY}){{0,6}}{_NEXT}$")
_BARE_DAY = lazy_re(r"[0-3]?\d\.?")
_SAMPLED = (
    r"(?:collect|examin|test|sampl|interview|question|survey|ask|analy[sz]|dissect|inspect|poll|studi|weigh|tagg)"
)
_SAMPLE_BEFORE = lazy_re(rf"\b{_SAMPLED}\w*\s+(?:(?:about|around|some|only|all|the|another)\s+)?$", re.IGNORECASE)
_SAMPLE_BEHIND = lazy_re(
    rf"\s+(?:[\w-]+\s+){{1,6}}?(?:were|was|have been|had been)\s+(?:\w+ly\s+)?{_SAMPLED}\w*ed\b", re.IGNORECASE
)
_FOUND_IN = lazy_re(
    r"\b(?:detected|found|seen|observed|identified|present|isolated|diagnosed|confirmed)\s+(?:in|on|at|among)\s+"
    r"[\w.,]+\s+(?:\([^()]*\)\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|these|those|all)\s+)*$",
    re.IGNORECASE,
)
"""What was found in so many was looked for in all that are told behind it; "3 of the 14 pumps" are all there are."""


def is_day(figure: Figure, text: str) -> bool:
    """True for the 14 of "14 and 15 August", whose month is told once for several days."""
    if figure.unit or not _BARE_DAY.fullmatch(figure.raw):
        return False
    return bool(_DAYS_BEHIND.match(text, figure.end) or _DAYS_BEFORE.search(text[: figure.start]))


def is_sample(before: str, after: str) -> bool:
    """Whether so many were looked at, which is not how many there are: `examined 60 carp`, `found in 51 of the 60`."""
    return bool(_SAMPLE_BEFORE.search(before) or _SAMPLE_BEHIND.match(after) or _FOUND_IN.search(before))


def measures(figure: Figure, text: str) -> bool:
    """False for dates, ordinals, numbers of names and labels, footnotes, and most numbers in words ("two crews")."""
    if is_day(figure, text):
        return False
    if not figure.unit and _BOUND.search(text[: figure.start]):
        return False
    if not figure.unit and (_LABEL.search(text[: figure.start]) or text[figure.end : figure.end + 1] == "-"):
        return False
    if not figure.unit and numbered.names(text, figure.start):
        return False
    if figure.word and figure.unit not in _TOLD_IN_WORDS:
        return False
    if figure.kind is FigureKind.NAME:
        return bool(_GROUPED.fullmatch(figure.raw))
    return figure.kind in (FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE)


def of_them(after: str, counted_before: Collection[str]) -> bool:
    """Whether a figure is a part of one before it: `911 of them`, `911 of the bats` behind `1,284 bats`."""
    match = _OF_THEM.match(after)
    return match is not None and (match["noun"] is None or terms.stem(match["noun"].lower()) in counted_before)


def is_change(figure: Figure, before: str, after: str) -> bool:
    if figure.raw.lstrip("~≈ ").startswith(("+", "−")):
        return True
    return bool(_CHANGE.search(before) or _CHANGE_AFTER.match(after))


def noun(after: str) -> frozenset[str]:
    """Stems of what is counted; a unit that the grammar of figures does not know (`mg/l`) counts as one."""
    words = counted(after)
    return frozenset([words]) if "/" in words else frozenset(terms.stem(word) for word in words.split())


def unknown_unit(counted: Iterable[str]) -> str:
    return next((word for word in counted if "/" in word), "")


def counted(after: str) -> str:
    """The noun group behind a number: up to three small words before a function word; or its unit."""
    unit = _UNIT.match(after)
    if unit:
        return unit[1]
    group = _NOUN_GROUP.match(after)
    words: list[str] = []
    for word in group[0].split() if group else ():
        if word in terms.STOP_WORDS or len(words) == 3:
            break
        words.append(word)
    return " ".join(words)


def title_unit(*titles: str) -> str:
    """What the cells of a column count, where its head says so: `2022, mg/l`."""
    for title in titles:
        unit = _UNIT.match(" " + re.split(r"[,(]\s*", title)[-1].strip(" )"))
        if unit:
            return unit[1]
    return ""


def rate(after: str) -> str:
    match = _RATE.match(after)
    return terms.stem(match[1].lower()) if match else ""


def exclusive(piece: str) -> frozenset[int]:
    """Which exclusive words (limit, target, median, …) a text has."""
    said = set(terms.words(piece))
    return frozenset(n for n, group in enumerate(_HARD) if not said.isdisjoint(group))


def loose(qualifiers: frozenset[int]) -> frozenset[int]:
    """The qualifiers that one side may leave out."""
    return qualifiers & _LOOSE


def years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(numbered.blanked(text)))


def stems(text: str) -> frozenset[str]:
    return frozenset(stem for stem in terms.stems(text) if not stem[0].isdigit() and len(stem) > 1)


def without_asides(text: str, figure: Figure) -> str:
    """As long, with blanks for what tells in passing when a thing began: the figure beside it is not of that time."""

    def blank(aside: re.Match[str]) -> str:
        own = aside.start() <= figure.start < aside.end() or _FOUND_OUT.search(text[: aside.start()])
        return aside[0] if own else " " * len(aside[0])

    return _ASIDE.sub(blank, text)
