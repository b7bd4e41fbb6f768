"""Names in German, where every noun has a capital: two and more words with capitals side by side, "Anna Weiler", "Stadt
Orten". The first is a first name, an office or a kind and identifies nothing.

What is before them in a clause is no part of them: articles and prepositions, which a sentence writes large where it
opens ("Die Busse", "Laut Stadtrat"), and there an adjective too ("Neue Busse"). Two nouns that an article joins name
nobody ("Zahl der Fahrgäste").
"""

from __future__ import annotations

import re

from moot.text import months
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon
from moot.text.tongue import small

_TOKEN = lazy_re(r"[^\W_]+(?:['’&.-](?=[^\W_])[^\W_]+)*")
_OPENS = frozenset('.:!?…;|•(["“„‘*_')
"""Before the beginning of a sentence, but for spaces."""
_ADJECTIVE = lazy_re(r".{3,}e[rsnm]?")
_BEFORE = lexicon("""
    trotz dank mangels binnen gemäß angesichts aufgrund anhand mithilfe bezüglich statt anstatt gegenüber samt nebst per
    pro ab infolge mittels hinsichtlich zufolge heute gestern morgen allerdings insgesamt außerdem zuletzt künftig
""")
"""Words before a noun that `small` has not."""
_MEASURES = lexicon("""
    anfang mitte ende million millionen milliarde milliarden prozent prozentpunkte euro cent dutzend hälfte drittel
    viertel tonne tonnen liter meter kilometer grad stunde stunden minuten tag tage tagen woche wochen monat monate
    monaten jahr jahre jahren montag dienstag mittwoch donnerstag freitag samstag sonntag abend morgen nacht
""")
"""Before these or behind them stands what is measured, or when."""


def names(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Each name as it is written, and the words that identify it, in lower case."""
    return [
        (text[run[0].start() : run[-1].end()], tuple(word[0].lower() for word in run[1:]))
        for run in (_without_opening(text, each) for each in _runs(text))
        if len(run) > 1
    ]


def _runs(text: str) -> list[list[re.Match[str]]]:
    """Words with capitals that nothing but a space parts."""
    runs: list[list[re.Match[str]]] = []
    end = -1
    for token in _TOKEN.finditer(text):
        if not token[0][0].isupper() or token[0].lower() in _MEASURES | months.ABROAD.keys():
            continue
        if runs and text[end : token.start()] in (" ", "\xa0"):
            runs[-1].append(token)
        else:
            runs.append([token])
        end = token.end()
    return runs


def _without_opening(text: str, run: list[re.Match[str]]) -> list[re.Match[str]]:
    before = small("German") | _BEFORE
    first = next((n for n, word in enumerate(run) if word[0].lower() not in before), len(run))
    if first == 0 and _ADJECTIVE.fullmatch(run[0][0]) and _opens(text, run[0].start()):
        first = 1
    return run[first:]


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, or what is like one, begins there: read backwards, since a document may have many."""
    while start and text[start - 1].isspace():
        start -= 1
    return start == 0 or text[start - 1] in _OPENS
