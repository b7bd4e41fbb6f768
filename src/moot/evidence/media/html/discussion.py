"""Whether a page is a discussion: then what people answered is its text, and no remark below an article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from moot.evidence.media.html import clutter, json_ld
from moot.evidence.media.html.elements import names
from moot.evidence.media.html.measured import Measured
from moot.text.lazy import lazy_re
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = lexicon("DiscussionForumPosting QAPage Question")
_ARTICLES = lazy_re(r"Article|BlogPosting|Recipe|Product")
_MADE_BY = lazy_re(
    r"phpbb|discourse|invision|vbulletin|xenforo|vanilla|mybb|flarum|nodebb|simple machines", re.IGNORECASE
)
_POSTS = lazy_re(
    r"\b(postbody|post_content|postcontent|message-body|topic-body|post-message|comtr|commtext|nestedlisting|messagelist|"
    r"message-userContent|bbwrapper|ipscomment|ipsentry|forum-post|threadpost|reply-content)\b"
)
_MOST = 0.5
_LITTLE = 150
"""Words beside the remarks, on a page that is no article."""


def is_one(tree: HtmlElement, things: list[json_ld.Thing]) -> bool:
    """By what the page says of itself (JSON-LD, its generator, names of posts), or since it is mostly remarks."""
    kinds = frozenset(kind for thing in things for kind in json_ld.types(thing))
    if kinds & _KINDS:
        return True
    marks = [each for each in tree.iter() if isinstance(each.tag, str)]
    if any((each.get("itemtype") or "").rpartition("/")[2] in _KINDS or _POSTS.search(names(each)) for each in marks):
        return True
    metas = [(each.get("name") or each.get("property"), each.get("content") or "") for each in tree.iter("meta")]
    if any(name == "generator" and _MADE_BY.search(content) for name, content in metas):
        return True
    if any(map(_ARTICLES.search, kinds)) or ("og:type", "article") in metas:
        return False
    return _mostly_remarks(tree, {each for each in marks if clutter.is_remark(each)})


def _mostly_remarks(tree: HtmlElement, remarks: set[HtmlElement]) -> bool:
    if not remarks:
        return False
    page = Measured(tree)
    said = sum(page.prose(each) for each in remarks if remarks.isdisjoint(each.iterancestors()))
    around = (each for each in tree.iter("p") if remarks.isdisjoint((each, *each.iterancestors())))
    return said > _MOST * page.prose(tree) and sum(map(page.prose, around)) < _LITTLE
