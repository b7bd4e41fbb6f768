"""Who says it, where a claim begins with that: no part of what is said, and no subject of it.

An authority, a paper or a person behind "according to" or "laut", before a verb of saying, and, of what is known as a
body that speaks, before a colon or a verb of reckoning: "Ministry of Transport: the bridge opens in 2027", "the Union
puts the cost at £612,000". A firm that expects sales and a town that counts its visitors speak of themselves.
"""

from __future__ import annotations

import re
from functools import lru_cache

from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

_LOCAL = lexicon("""
    church city clinic club college council county court diocese district hospital municipality parish police region
    school town university
    amtsgericht gemeinde gemeinderat kreis landgericht landkreis polizei rathaus stadt stadtrat universität verein
""")
"""Kinds of bodies that may be one of each town or firm: two of one kind speak each for its own."""
_BODY = (
    r"(?:(?-i:[A-ZÀ-Þ])\w*)?(?:agency|association|auditors?|authority|board|bureau|chronicle|church|commission|"
    r"committee|council|courier|court|department|diocese|federation|gazette|government|herald|inspectorate|institute|"
    r"league|ministry|news(?:paper)?|observer|office|ombudsman|organi[sz]ers|parliament|police|region|regulator|society|survey|"
    r"telegraph|times|tribunal|tribune|trust|union|university|"
    r"amt|behörde|bericht|bund|gericht|gewerkschaft|gutachte[nr]|institut|kammer|kommission|ministerium|polizei|rat|"
    r"rechnungshof|studie|universität|verband|verein|veranstalter|verwaltung|zeitung)"
)
_ALONE = r"(?:city|council|county|company|operator|owner|town|betreiber|gemeinde|land|landkreis|stadt)"
"""Bodies where nothing names which one."""
_THE = r"(?:(?:the|das|der|die) )?"
_WHO = rf"(?:{_THE}{_ALONE}|{_THE}[^,;:.\d]{{0,40}}?\b{_BODY}\b[^,;:.\d]{{0,40}}?)"
_SAYS = (
    r"(?:says?|said|reports?|reported|states?|stated|claims?|claimed|writes|wrote|estimate[sd]?|schätzt|meldet|sagt|"
    r"schreibt|berichtet)"
)
_RECKONS = (
    r"(?:puts?(?! (?:its|their|up|out|off)\b)|reckon(?:s|ed)?(?: with)?|counts?|counted|speaks? of|spoke of|gives?|"
    r"gave|names?|assumes?|expect(?:s|ed)?|forecasts?|predicts?|calculate[sd]?|"
    r"rechnet mit|rechnen mit|geht von|gehen von|spricht von|sprechen von|nennt|nennen|zählte?|beziffert|erwartet)"
)
_LEADS = lazy_re(
    r"(?:according to|in the (?:view|words|opinion) of|by the (?:accounts?|counts?|figures|reckoning) of)\s[^,;]{1,60},"
    r"|(?:laut|gemäß|nach (?:angaben|auskunft|schätzung|zählung|einschätzung|ansicht)(?: (?:von|der|des))?)\s"
    r"(?:(?:der|die|das|dem|den|des) )?(?:(?-i:[a-zß-ÿ]+) )?(?-i:[A-ZÀ-Þ])[\w-]+"
    rf"|[^,;]{{1,60}}?\b{_SAYS}\b"
    rf"|{_WHO}:"
    rf"|{_WHO} (?:(?:also|now|itself|\w+ly|do(?:es)? not) )?{_RECKONS}\b",
    re.IGNORECASE,
)
_TELLS = lazy_re(
    rf"\b(?:according to|laut|zufolge|nach (?:angaben|auskunft|schätzung|zählung)|by the \w+ of|{_SAYS}|{_RECKONS})\b",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """Whether a claim says anywhere whose word or reckoning something is."""
    return _TELLS.search(text) is not None


@lru_cache(maxsize=4096)
def end(text: str) -> int:
    """Where what is said begins, behind who says it; 0 where the claim does not begin with that."""
    found = _LEADS.match(text)
    return found.end() if found else 0


def of_one_kind(one: str, other: str) -> bool:
    """Whether two names are of bodies that each speak for a place or firm of their own: two councils."""
    kinds = (frozenset(name.lower().split()) for name in (one, other))
    return not _LOCAL.isdisjoint(frozenset.intersection(*kinds))
