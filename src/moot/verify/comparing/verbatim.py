"""Whether a claim stands word for word in what it cites.

In a language whose wording no check reads (`foreign.unread`) only this proves: that two sentences share their words
does not tell which of them says no, who did it to whom, or what rose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moot.text import sentences
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.verify.reckoning.given.tables import Grid


@dataclass(frozen=True)
class _Small:
    articles: frozenset[str]
    """May be there or not."""
    joins: frozenset[str]
    """Before one of these the claim may end where its sentence goes on, as before a comma."""
    turns: frozenset[str]
    """Not where what goes on has one of these: it denies, supposes or doubts what stands before it, or tells who said
    so.
    """


_SMALL = {
    "German": _Small(
        lexicon("der die das den dem des ein eine einen einem einer eines"),
        lexicon("und"),
        lexicon("""
            nicht kein keine keinen keinem keiner ohne nie weder falls wenn sofern soweit solange ob dass aber jedoch
            sondern nur laut zufolge so sagt sagte sagten heißt hieß soll sollen sollte könnte würde wäre hätte habe sei
            angeblich wohl außer statt erst bevor vorausgesetzt meint erklärte behauptet glaubt vielleicht
            möglicherweise
        """),
    ),
    "French": _Small(
        lexicon("le la les l un une des"),
        lexicon("et"),
        lexicon("""
            ne n pas non ni jamais aucun aucune sans si s que qu mais selon après dit dite affirme estime déclare
            déclaré affirmé indiqué assure prétend pourrait pourraient serait seraient aurait auraient peut sauf quand
            lorsque condition réserve sinon avant seulement hormis moins pourvu mesure croire
        """),
    ),
    "Spanish": _Small(
        lexicon("el la los las un una unos unas lo"),
        lexicon("y e"),
        lexicon("""
            no ni nunca sin si que pero sino según dijo dice declaró afirmó afirma aseguró asegura explicó señaló
            podría podrían sería serían habría habrían quizá quizás salvo excepto cuando siempre condición antes solo
            sólo menos aunque caso juicio opinión
        """),
    ),
    "Italian": _Small(
        lexicon("il lo la i gli le l un uno una"),
        lexicon("e ed"),
        lexicon("""
            non né mai senza se che ma secondo dice detto dichiarato affermato afferma sostiene spiega spiegato
            potrebbe potrebbero sarebbe sarebbero avrebbe avrebbero forse salvo tranne quando purché condizione prima
            solo soltanto anziché meno qualora caso parere
        """),
    ),
    "Portuguese": _Small(
        lexicon("o a os as um uma uns umas"),
        lexicon("e"),
        lexicon("""
            não nem nunca sem se que mas segundo disse diz declarou afirmou afirma garante explicou poderia poderiam
            seria seriam teria teriam talvez salvo exceto quando desde condição antes só apenas menos embora caso
            opinião
        """),
    ),
    "Dutch": _Small(
        lexicon("de het een"),
        lexicon("en"),
        lexicon("""
            niet geen nooit noch zonder als indien mits of dat maar volgens zegt zei aldus stelt beweert verklaarde zou
            zouden misschien mogelijk behalve tenzij wanneer alleen slechts voordat kan kunnen
        """),
    ),
}
_NONE = _Small(frozenset(), frozenset(), frozenset())
_TOKEN = lazy_re(r"\d+(?:[.,   ]\d+)*|[^\W_]+|[;,:()?%‰€$£+−]|[–—](?=\s)")
_PUNCTUATION = frozenset(";,:()?–—")
_SPACES = str.maketrans("", "", "   ")


def stands(claim: str, texts: Sequence[str], grids: Sequence[Grid], language: str) -> bool:
    """Whether each sentence of a claim is a sentence of the texts, up to its articles, or the beginning of one that
    goes on behind a comma or an "and" and turns nothing; or cells of one row in their order, with their heads or
    without.
    """
    small = _SMALL.get(language, _NONE)
    units = [
        _tokens(part, small) for text in texts for each in sentences.split(text) for part in each.of(text).split(";")
    ]
    said = [_tokens(span.of(claim), small) for span in sentences.split(claim)]
    return all(any(_begins(each, unit, small) for unit in units) or _in_row(each, grids, small) for each in said)


def turns(language: str) -> frozenset[str]:
    """Words that deny, suppose or doubt what stands beside them, or tell who said so."""
    return _SMALL.get(language, _NONE).turns


def _tokens(text: str, small: _Small) -> list[str]:
    found = (each[0].lower().translate(_SPACES) for each in _TOKEN.finditer(text))
    return [each for each in found if each not in small.articles]


def _words(tokens: Sequence[str]) -> list[str]:
    return [each for each in tokens if each not in _PUNCTUATION]


def _begins(said: Sequence[str], unit: Sequence[str], small: _Small) -> bool:
    ours, theirs = _words(said), _words(unit)
    if not ours or ours != theirs[: len(ours)] or ("?" in unit and "?" not in said):
        return False
    if len(ours) == len(theirs):
        return True
    rest = list(_behind(unit, len(ours)))
    return bool(small.joins) and rest[0] in _PUNCTUATION | small.joins and small.turns.isdisjoint(rest)


def _behind(unit: Sequence[str], words: int) -> Iterator[str]:
    """The tokens behind so many words."""
    for each in unit:
        if words <= 0:
            yield each
        words -= each not in _PUNCTUATION


def _in_row(said: Sequence[str], grids: Sequence[Grid], small: _Small) -> bool:
    words = _words(said)
    for grid in grids:
        for row in grid.rows:
            left = words
            for cell in row:
                text = _words(_tokens(cell.text, small))
                headed = [*_words(_tokens(grid.heads[cell.column], small)), *text]
                for told in (headed, text):
                    if told and left[: len(told)] == told:
                        left = left[len(told) :]
                        break
            if words and not left:
                return True
    return False
