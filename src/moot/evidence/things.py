"""Which documents are about different things of one kind: the data sheets of two pumps, two schools' prospectuses.

A sentence that names nothing ("The pump weighs 4.2 kg") is said of the thing that its document is about: the one that
its title names. Two documents are apart where their titles give other names to one kind of thing ("Nordal P200
circulation pump", "Ferrol Eco 25 circulation pump"), or where both present the one thing that they name (an offer, a
data sheet), before its kind or behind it ("Datenblatt Pumpe Nord"). They are not where a name is common to both, unless
it is the maker's of two models, or where one of them speaks of the other's, unless both have numbers: two reports on
one bridge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, takewhile

from moot.text import months
from moot.text.lazy import lazy_re
from moot.text.lexicon import NOT_A_NAME, STOP_WORDS, lexicon
from moot.text.terms import stem
from moot.text.tongue import tongue
from moot.words import Document

_HEAD = 300
"""Characters at the beginning that tell what a document is."""
_LINE = 80
"""Characters of a first line that may be a title."""
_WORD = lazy_re(r"[^\W_]+(?:[-'’./][^\W_]+)*")
_PART = lazy_re(r"\s+[-–—|/]\s+|[,;:!?()\[\]“”\"*|]+|\.(?:\s|$)|\n+")
_NUMBERED = lazy_re(r"\d")
_YEAR = lazy_re(r"(?:1[89]|20)\d\d")
_PAPERS = lexicon("""
    abstract agenda agreement analysis announcement annex appendix article assessment audit bill brief briefing budget
    chapter circular comment comparison conclusions contract costs data decision description document draft email
    estimate evaluation examination extract figures file findings forecast guide handbook information inspection
    interview invoice issue journal law leaflet letter list log manual measurement meeting memo message minutes news
    newsletter note notes notice opinion overview page paper part plan plans policy post presentation press procedure
    project proposal protocol publication question questions record regulation release report reports request response
    results review revision rules schedule section sheet specification specifications statement statistics story study
    summary survey table tables test tests timetable trial update version website work
    bericht brief gutachten protokoll rechnung vertrag compte contrat facture rapport
""")
"""What is written: it names no thing that it is about."""
_KINDS_OF_PAPER = (
    r"(?:data ?sheet|fact ?sheet|prospectus|brochure|particulars|product (?:page|sheet)|(?:produkt)?datenblatt|prospekt"
    r"|broschüre|fiche (?:technique|produit)|ficha técnica|scheda tecnica)s?"
)
_BIDS = r"(?:offer|quotation|tender|bid|angebot|offre|devis|oferta|presupuesto|offerta|preventivo|offerte)"
_PRESENTS = lazy_re(
    rf"(?:(?:.*\b)?(?P<paper>{_KINDS_OF_PAPER})|(?:(?-i:.*[A-ZÀ-Þ\d]\S*\s+))?(?P<bid>{_BIDS}))(?:\s+\S*\d\S*)?",
    re.IGNORECASE,
)
_PRESENTED = lazy_re(
    rf"(?-i:(?=[A-ZÀ-Þ])){_KINDS_OF_PAPER}(?:\s+(?:(?-i:[A-ZÀ-Þ]|\d)\S*|am|an|auf|de|del|der|des|di|du|for|für|im|of|the|zu[mr]?))"
    r"{1,7}",
    re.IGNORECASE,
)
"""The same before what it presents: "Data sheet Pump North"."""
_PRESENTING = lazy_re(rf"\b(?:{_KINDS_OF_PAPER}|{_BIDS})\b", re.IGNORECASE)
"""What presents one thing, as a line or a part of it says: "Data sheet, January 2026", "Offer 2025-311"."""
_BODIES = lexicon("""
    agency association authority board bureau club commission committee company council department directorate
    federation foundation gazette government group herald institute journal laboratory ministry newspaper office
    organisation organization partnership party society team times tribune union university
    ab ag as aps asa bv co corp corporation gmbh inc kg limited llc ltd nv oy plc sa sarl sas spa srl
""")
"""Who writes of other things than of themselves."""
_STEMS_OF_BODIES = frozenset(map(stem, _BODIES))
_MOST_BEHIND = 3
"""Words behind a name that tell its kind."""
_LIKE = lexicon("""
    additional alternative annual big central current details early electric existing final first former full further
    future general great green indoor interim large last late latest left little local long lower main major minor
    monthly municipal national new next north old open original other outdoor part planned present proposed public
    quarterly red reserve second short small south third town upper urgent village weekly west east white black yearly
    about after before how our their what when where which who why yes
""")
_SIDES = lexicon(
    "north south east west left right inner outer upper lower indoor outdoor old new large small first second"
)
"""Of them those that tell one thing from another behind the kind of both: "Pump North"."""
_OF_A_PAPER = lexicon("""
    copy current deutsch draft dutch edition english final francais french german italian original portuguese revised
    russian short signed spanish swedish translated translation version
    abschrift aktuell aktuelle alt anhang anlage auflage auszug alte deckblatt deutsche englisch englische entwurf
    ersatz fassung final finale französisch französische gesamt gekürzt italienisch kopie korrigiert kurz kurzfassung
    langfassung muster neu neue neufassung niederländisch original polnisch revision russisch schwedisch spanisch
    stand teil türkisch unterschrieben vorläufig vorlage zusammenfassung überarbeitet überarbeitete übersetzung
    allemand anglais annexe actuel actualisé brouillon copie définitif espagnol extrait français italien modèle
    nouveau partie provisoire résumé révisé actual actualizado alemán anexo borrador copia definitivo español francés
    inglés italiano modelo nuevo parte resumen
""") | frozenset(chain(months.ENGLISH, months.SHORT, months.ABROAD, months.FURTHER))
"""What tells versions, parts and languages of one paper apart, and when it was written."""
_FORMED = lazy_re(r".*(?:ing|ed|ly|ion|ment|ness|ity|ance|ence|able|ive|ous)")
"""Words, and endings of words, that are no name, though a title may write them with a capital."""
_IS = (
    r"\s+(?:is|was)\s+an?\s+((?:[a-z][\w-]*\s+){0,3}?[a-z][\w-]*)"
    r"(?=\s+(?:for|with|of|in|at|on|that|which|from|by|to)\b|[,.;:])"
)
"""What kind of thing it is: "The P200 is a circulation pump for …"."""


_Words = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Thing:
    """What one document is about."""

    name: str
    """As its title has it."""
    words: tuple[str, ...]
    """Of the name and the kind behind it, in lower case: a number goes with the word before it ("eco 25")."""
    named: int
    """So many of them are the name."""
    kinds: frozenset[str]
    """Stems of what kind of thing it is."""
    presented: bool
    """Whether the document presents this one thing."""

    def telling(self, passed: int) -> frozenset[str]:
        """The words of its name that may tell it from others, without the last so many of all its words."""
        words = self.words[: min(self.named, len(self.words) - passed)]
        return frozenset(word for word in words if _tells(word, self.presented))


class Things:
    """The things that some documents are about."""

    def __init__(self, told: Mapping[str, tuple[str, str]]) -> None:
        """`told`: title and text of each document by its id."""
        self._texts = {id: text for id, (_, text) in told.items()}
        self._things = {id: thing for id, (title, text) in told.items() if (thing := _thing(title, text))}
        self._apart: dict[tuple[str, str], _Words | None] = {}

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Things:
        return cls({each.source.id: (each.source.title, each.text) for each in documents})

    def about(self, id: str) -> Thing | None:
        """What the document with this id is about; None where nothing shows it."""
        return self._things.get(id)

    def apart(self, one: str, other: str) -> _Words | None:
        """By which words of their names they are about different things of one kind; None where they are not."""
        if (one, other) not in self._apart:
            found = self._differ(one, other)
            self._apart[one, other] = found
            self._apart[other, one] = (found[1], found[0]) if found else None
        return self._apart[one, other]

    def _differ(self, one: str, other: str) -> _Words | None:
        a, b = self._things.get(one), self._things.get(other)
        if one == other or a is None or b is None or not (a.kinds & b.kinds or (a.presented and b.presented)):
            return None
        passed = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a.words[::-1], b.words[::-1], strict=False))
        )
        mine, theirs = a.telling(passed), b.telling(passed)
        shared = mine & theirs
        mine, theirs = mine - shared, theirs - shared
        if not (mine and theirs) and a.presented and b.presented:
            mine, theirs, shared = (*_behind(a, b), frozenset[str]())
        numbered = all(any(map(_NUMBERED.search, words)) for words in (mine, theirs))
        if not mine or not theirs or (shared and not numbered):
            return None
        if not numbered and (mentions(self._texts[other], mine) or mentions(self._texts[one], theirs)):
            return None
        return _short(mine, theirs | shared), _short(theirs, mine | shared)


def _behind(a: Thing, b: Thing) -> tuple[frozenset[str], frozenset[str]]:
    """What tells two papers apart whose names begin alike, with the kind of thing: "Pumpe Nord", "Pumpe Süd".

    In other words they may be two versions or languages of one paper.
    """
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a.words, b.words, strict=False)))
    rests = [frozenset(each.words[alike:]) for each in (a, b)]
    told = [frozenset(word for word in rest if _tells(word, presented=True) or word in _SIDES) for rest in rests]
    if not alike or told[0] & told[1] or any(word in _OF_A_PAPER for rest in rests for word in rest):
        return frozenset(), frozenset()
    return told[0], told[1]


def _short(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """These and, without its number, each that no other begins with: "Marlow" of the "Marlow 320"."""
    return words | {word.split()[0] for word in words} - {word.split()[0] for word in others}


def mentions(text: str, words: Collection[str]) -> bool:
    """Whether a text has one of these words of names, with a capital or a number."""
    return any(
        each[0][0].isupper() or _NUMBERED.search(each[0])
        for each in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)", text, re.IGNORECASE)
    )


def _thing(title: str, text: str) -> Thing | None:
    head = [part.strip(" #_") for part in (*_PART.split(title), *_PART.split(text[:_HEAD]))]
    presented = any(map(_presents, head)) or any(map(_PRESENTS.fullmatch, _PART.split(title)))
    first = text.lstrip().partition("\n")[0].strip("# ")
    titles = [*_PART.split(title), *(_PART.split(first) if len(first) <= _LINE and first[-1:] not in ".:" else ())]
    # In German any noun has a capital: the costs of a gym and its insurance are of one gym.
    nouns = not presented and tongue(f"{title}\n{text}") == "German"
    # Who offers stands in the first lines, where the title is but "Offer".
    for part in head if presented else titles:
        found = _named(_PRESENTING.sub("", part), presented)
        if found is None:
            continue
        name, words, named = found
        if nouns and not any(map(_NUMBERED.search, words)):
            continue
        kinds = {stem(words[-1])} if named < len(words) else set[str]()
        is_a = re.search(rf"\b{re.escape(name.split()[-1])}{_IS}", text[: 2 * _HEAD])
        if is_a:
            kinds.add(stem(is_a[1].split()[-1]))
        return Thing(name, words, named, frozenset(kinds - _STEMS_OF_BODIES), presented)
    return None


def _presents(part: str) -> bool:
    """Whether a part of the first lines says so; in a sentence the word has no capital."""
    found = _PRESENTS.fullmatch(part)
    return bool(_PRESENTED.fullmatch(part)) or (found is not None and (found["paper"] or found["bid"])[0].isupper())


def _named(part: str, presented: bool) -> tuple[str, tuple[str, ...], int] | None:
    """The name in a part of a title; its words and those behind it; how many of them are the name."""
    tokens = [token[0] for token in _WORD.finditer(part)]
    while tokens and (tokens[-1].lower() in _PAPERS or _YEAR.fullmatch(tokens[-1])):
        tokens.pop()  # "Nordal P200 pump manual", "Elm Road School report 2026"
    while tokens and tokens[0].lower() in STOP_WORDS:
        tokens.pop(0)
    own = list(takewhile(_of_name, tokens))
    behind = tokens[len(own) :]
    if not own or own[0][0].isdigit() or len(behind) > _MOST_BEHIND:
        return None
    if any(word.lower() in STOP_WORDS | _PAPERS or word[0].isdigit() for word in behind):
        return None
    words = _words(own)
    # The school of "Elm Road School" is its kind; one word alone is a name.
    named = len(words) - (not behind and len(words) > 1 and not _NUMBERED.search(words[-1]))
    if presented and not any(_tells(word, presented) for word in words[:named]):
        named = len(words)  # "Old Mill"
    thing = (" ".join(own), (*words, *_words(behind)), named)
    return thing if any(_tells(word, presented) for word in words[:named]) else None


def _words(tokens: Iterable[str]) -> tuple[str, ...]:
    words: list[str] = []
    for token in tokens:
        word = token.lower().removesuffix("'s").removesuffix("’s")
        if token.isdigit() and words:
            words[-1] += f" {word}"
        else:
            words.append(word)
    return tuple(words)


def _of_name(token: str) -> bool:
    return token[0].isupper() or bool(_NUMBERED.search(token) and not _YEAR.fullmatch(token))


def _tells(word: str, presented: bool) -> bool:
    """Whether a word of a title may be a name; in "Council Delays Bridge" an "s" may be that of a verb."""
    if _NUMBERED.search(word):
        return True
    plain = word not in _PAPERS | _LIKE | _BODIES | STOP_WORDS | NOT_A_NAME and not _FORMED.fullmatch(word)
    return plain and len(word) > 2 and (presented or not word.endswith("s"))
