"""Currencies by their signs, codes and names, and those that a text names."""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "₩": "KRW",
}
CODES = lexicon("""
    USD EUR GBP JPY CNY CHF INR AUD CAD NZD SGD HKD SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW TWD TRY ILS AED SAR
""")
WORDS = {
    **dict.fromkeys(("dollar", "dólar", "dólare", "dollaro", "dollari"), "USD"),
    "euro": "EUR",
    **dict.fromkeys(("pound", "livres sterling", "libras esterlina", "sterline", "pfund sterling"), "GBP"),
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "franc": "CHF",
    "franken": "CHF",
    "rupee": "INR",
}

NATIONAL = {
    f"{nation} {name}".lower(): code
    for code, nations, names in (
        ("SEK", "Swedish", "krona kronor"),
        ("NOK", "Norwegian", "krone kroner kronor"),
        ("DKK", "Danish", "krone kroner kronor"),
        ("CHF", "Swiss", "franc francs"),
        ("USD", "American", "dollar dollars"),
        ("AUD", "Australian", "dollar dollars"),
        ("CAD", "Canadian", "dollar dollars"),
        ("SGD", "Singapore", "dollar dollars"),
        ("GBP", "British", "pound pounds"),
        ("JPY", "Japanese", "yen"),
        ("CNY", "Chinese", "yuan"),
        ("INR", "Indian", "rupee rupees"),
        ("PLN", "Polish", "zloty zlotys złoty"),
        ("CZK", "Czech", "koruna korunas crowns"),
        ("HUF", "Hungarian", "forint forints"),
        ("TRY", "Turkish", "lira liras"),
        ("BRL", "Brazilian", "real reais reals"),
    )
    for nation in nations.split()
    for name in names.split()
}
"""Currencies that are told by their country, in small letters."""
COINS = {
    name: frozenset(codes.split())
    for names, codes in (
        ("krone kroner", "NOK DKK"),
        ("krona kronor", "SEK"),
        ("kr", "NOK DKK SEK"),
        ("zloty złoty złote złotych zł", "PLN"),
        ("koruna korun koruny kč", "CZK"),
        ("forint", "HUF"),
        ("rand", "ZAR"),
        ("peso", "MXN"),
        ("reais", "BRL"),
        ("lira", "TRY"),
    )
    for name in names.split()
}
"""What a coin without its country may be: a sum in one of these is not contradicted by its code."""

_NAMED = lazy_re(
    r"(?<![A-Za-z])(?P<sign>" + "|".join(re.escape(sign) for sign in sorted(SYMBOLS, key=len, reverse=True)) + ")"
    rf"|\b(?P<code>{'|'.join(sorted(CODES))})(?![A-Za-z])"
    rf"|(?i:\b(?P<national>{'|'.join(NATIONAL)})\b|\b(?P<word>{'|'.join(WORDS)})s?\b)"
)


@lru_cache(maxsize=1024)  # Every sum without a currency asks for that of its document.
def named(text: str) -> tuple[str, ...]:
    """The codes of the currencies that a text names, with a number or without, as often as it does."""
    return tuple(_code(found) for found in _NAMED.finditer(text))


def _code(found: re.Match[str]) -> str:
    if found["sign"]:
        return SYMBOLS[found["sign"]]
    return found["code"] or NATIONAL.get((found["national"] or "").lower()) or WORDS[found["word"].lower()]
