"""What asserts nothing: navigation, lead-ins, questions, captions, bylines."""

from __future__ import annotations

import re

from moot.evidence.cited_report.statements import Piece
from moot.text.lazy import lazy_re

_NAVIGATION = lazy_re(
    r"(?:see also|see more|read more|read (?:the )?(?:full|next|on\b)|learn more|back to|share this|share on|follow us|"
    r"subscribe|click here|download (?:the|this|as|pdf)|further reading|table of contents|jump to|skip to|contact us|"
    r"sign up|log in|see\b.{0,80}?\bfor (?:the |some )?(?:more|further|full|details?|background|information)|"
    r"for (?:more|further|full) (?:details|information|background),? (?:see|visit|read))\b",
    re.IGNORECASE,
)
_PERHAPS = lazy_re(
    r"(?:home|next|previous|related|contents|return to|go to|more (?:on|about|information)|image credit|photo)\b",
    re.IGNORECASE,
)
"""Navigation where little is said beside the link."""
SECTION = lazy_re(
    r"(?:see also|further reading|related\b.*|navigation|(?:table of )?contents|menu|share|about (?:the )?authors?|"
    r"acknowledge?ments?|external links)$",
    re.IGNORECASE,
)
_WHERE = lazy_re(
    r"(?:[\w’'-]+\s){0,4}(?:data|code|terms|details|materials?|documents?|information|slides|appendix|annex|"
    r"archive|version|method|methods|report|reports|notes|pictures)\b.{0,60}\b(?:is|are|can be|may be)\s(?:also\s)?"
    r"(?:available\s|found\s|kept\s|given\s|listed\s|published\s|online\s|described\s|downloaded\s)?(?:on|at|from|in|here|via)\b.{0,60}$",
    re.IGNORECASE,
)
_CAPTION = lazy_re(
    r"(?:figure|fig\.|table|tab\.|chart|image|photo|map|box|exhibit|abbildung|abb\.|tabelle)"
    r"(?:\s*\d+(?:\.\d+)?[a-z]?\s*[.:–—|-]|\s?:)\s*",
    re.IGNORECASE,
)
_LONGEST_NAME = 7
"""Words of a caption that only names what it stands under: "Fig. 1. The moss in 2022."."""
_OF_TABLE = lazy_re(r"\b(?:tables?|tabelle|below|following|these (?:figures|numbers|data))\b", re.IGNORECASE)
_OF_DATA = lazy_re(
    r"(?:note:\s)?(?:(?:all|both|the|these|this|above|(?-i:[A-ZÀ-Þ])\w+)\s){0,2}(?:data|figures|numbers|values|amounts|statistics|table|daten)"
    r"(?:\sabove)?(?:\s?:|\s(?:is|are|come|comes|were|was|taken|drawn|from|by|according|as|based|stem|aus)\b)",
    re.IGNORECASE,
)
ASSERTS = lazy_re(
    r"\s(?:is|are|was|were|has|have|had|can|could|will|would|may|must|does|did|rose|fell|grew|shrank|sank|went|came|stood|lay|"
    r"made|cost|kept|held|lost|won|became|began|ran|took|gave|led|hit|met|paid|sold|built|spent|left|sent|put|cut|set|"
    r"rises?|falls?|grows?|shrinks?|shows?|remains?|exceeds?|reaches|reach|leads?|lies?|stands?|costs|doubles?|[a-zà-ÿ]{2,}ed)"
    r"(?![\w-])|\d\s?(?:%|per\s?cent)"
)
"""Of a caption that cites something: a verb or a share, by which it says more than what it stands under."""
_BYLINE = lazy_re(
    r"(?i:(?:report\s)?(?:authors?|date|prepared|version|status|published|(?:last\s)?updated|classification)\s?:\s)"
    r"|(?i:(?:prepared|written|compiled|generated|published|(?:last\s)?updated|posted)\s(?:by|for|on|with))\s(?!.*[.!]$)"
    r"|[Bb]y(?:\s[A-ZÀ-Þ][\w.'’-]+){2,4}(?:,|$)(?!.*[.!]$)"
)
_LONGEST_BYLINE = 15
_LONGEST_FRONT = 25
_SOURCES = lazy_re(r"(?:sources?|references?|via|links?|further reading|credits?)\s?:\s", re.IGNORECASE)
_SENTENCE = 5
"""Words from which on a linked line with a stop is a sentence with its source."""
_MANY = 200
"""Links in one statement from which on each is taken as one whose words are in it."""
_LEAST_WORDS, _LEAST_MARKED = 3, 2
"""Of a statement, and of one that cites something or is a sentence: "It rains [7].", "Curtailment rose." """


def is_navigation(piece: Piece) -> bool:
    """Whether a statement only leads somewhere: its links are no citations."""
    linked = [mark for mark in piece.marks if mark.form in ("link", "url")]
    if not linked:
        return False
    words = [key.words for mark in linked for key in mark.keys if key.words]
    text = _plain(piece.text)
    kept = [each for each in words if len(linked) > _MANY or _plain(each) in text]
    said, of_links = len(re.findall(r"\w+", piece.text)), len(re.findall(r"\w+", " ".join(kept)))
    if _NAVIGATION.match(piece.text) and said < 25:
        return True
    if _PERHAPS.match(piece.text) and said <= of_links + 6:
        return True
    if _WHERE.match(piece.text) and said < 15 and len(linked) == 1:
        return True
    if not said:
        return True
    return said <= of_links and not (said >= _SENTENCE and piece.text.endswith((".", "!")))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words))


def is_caption(text: str) -> bool:
    """Whether it is the caption of a table or a picture."""
    return bool(_CAPTION.match(text))


def is_of_table(text: str) -> bool:
    """Whether a sentence speaks of the table beside it."""
    return bool(_OF_TABLE.search(text))


def is_of_data(text: str) -> bool:
    """Whether a line below a table says whence its figures are: "All figures are from the annual report"."""
    return bool(_OF_DATA.match(text))


def is_attribution(piece: Piece) -> bool:
    """Whether a line says whose the words above it are: "— Vilar, 1931 [2]"."""
    return (
        bool(piece.marks and re.match(r"[–—―]\s?[^\W\d_]", piece.text)) and len(piece.text.split()) <= _LONGEST_BYLINE
    )


def is_front(words: str) -> bool:
    """Whether a paragraph above a report's first sentence is none: subtitles, dates, for whom it is."""
    return len(words.split()) <= _LONGEST_FRONT and not re.search(r"[.!…。！][\"'”’)\]]*$", words.rstrip())


def is_byline(piece: Piece) -> bool:
    """Whether a line says who made the report, and when."""
    return not piece.marks and len(piece.text.split()) <= _LONGEST_BYLINE and bool(_BYLINE.match(piece.text))


def checkable(piece: Piece, section: str, is_row: bool) -> bool:
    """Whether a statement asserts something."""
    said = piece.text
    if piece.names:
        return False
    words = re.findall(
        r"[぀-ヿ一-鿿]{2}|[^\W぀-ヿ一-鿿]+", said
    )  # where no blanks part words, two characters count as one
    if is_row:
        return len(words) > 1
    is_sentence = said.endswith((".", "!")) and ASSERTS.search(said)
    if (
        len(words) < (_LEAST_MARKED if piece.marks or is_sentence else _LEAST_WORDS)
        or said.endswith(("?", ":"))
        or is_navigation(piece)
        or is_byline(piece)
    ):
        return False
    if SECTION.match(section.rpartition(" › ")[2]) or (_NAVIGATION.match(said) and len(words) < 12):
        return False
    if _SOURCES.match(said):
        return False
    caption = _CAPTION.match(said)
    if caption is None or (piece.marks and ASSERTS.search(said, caption.end())):
        return True
    return said.endswith((".", "!")) and len(said[caption.end() :].split()) > _LONGEST_NAME
