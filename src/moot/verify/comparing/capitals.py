"""Names as patterns read them: words with capitals, and what joins them.

Each part begins where a word does and has a bound, so that a text without spaces takes time in proportion to its
length: a picture written in letters would else be read from each capital to its end.
"""

from __future__ import annotations

EDGE = r"(?<![\w-])"
WORD = rf"(?:{EDGE}[A-ZÀ-Þ][\w’'-]{{1,30}}|{EDGE}[A-Z]\.)"
"""A word with a capital, or an initial."""
NAME = rf"{WORD}(?: (?:{WORD}|(?:van|von|de|der|del|da|di)(?= [A-Z]))){{0,5}}"
ADVERB = r"\w{1,20}ly"
