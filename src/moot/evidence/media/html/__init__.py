"""HTML: the main text, with headings, lists, tables and code kept as text; hidden text is kept apart.

How the main text is found, in this order:

1. What a person would not see leaves the tree (`moot.evidence.media.hidden`); what a click unfolds stays.
2. What is no article leaves by its marks: navigation, notices, adverts, teasers, comments (`clutter`).
3. trafilatura says which words are the text. It is asked only *where*: the place that holds its words, widened to the
   article around it (`extent`), is read from the page itself, so no table, list or code is lost (`rendered`).
   What it left out behind the end of the text goes; what it left out elsewhere stays.
4. Where it fails, finds less than three tenths of the prose that is there, or is not asked (in a discussion, on a page
   of more than 20,000 elements), the one article or main part that the page names is read; where it names none, or that
   is short beside the rest, the whole page without its clutter, and a note says so.
5. Where a page shows next to nothing, but carries its text for machines (`json_ld`), that is read, and a note says so.
"""

from moot.evidence.media.html.medium import MEDIUM, read
from moot.evidence.media.html.page import declared, tree_of

__all__ = ["MEDIUM", "declared", "read", "tree_of"]
