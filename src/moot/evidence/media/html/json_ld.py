"""What a page says of itself for machines: JSON-LD in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from moot.evidence.media.html.elements import count
from moot.text.lexicon import lexicon

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Thing = dict[str, Any]

_LARGEST = 1_000_000
"""Characters of one script."""
_MOST = 2_000
"""Things of one page, or strings of one script."""
_DEEPEST = 8
_WORKS = lexicon("""
    Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BlogPosting LiveBlogPosting Report
    SocialMediaPosting DiscussionForumPosting ScholarlyArticle MedicalScholarlyArticle TechArticle APIReference
    Review Recipe HowTo Question PodcastEpisode Episode Book Dataset CreativeWork QAPage AdvertiserContentArticle
    SatiricalArticle BackgroundNewsArticle ReviewNewsArticle Legislation VideoObject PressRelease
""")
_PAGES = lexicon("WebPage ItemPage FAQPage AboutPage ProfilePage CollectionPage MedicalWebPage")
_FEW = 60
"""Words of a body that is one."""


def things(scripts: Iterable[Any]) -> list[Thing]:
    """All that have a type, outermost first."""
    return [thing for said in scripts for thing in _things(said, 0)][:_MOST]


def scripts(tree: HtmlElement) -> Iterator[Any]:
    """What the page's scripts of this kind say, as JSON has it."""
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        raw = (script.text or "")[:_LARGEST].strip().removeprefix("<!--").removesuffix("-->").strip()
        try:
            yield json.loads(raw.rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue


def _things(said: Any, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(said, list):
        for each in said[:_MOST]:
            yield from _things(each, depth + 1)
    elif isinstance(said, dict):
        thing: Thing = said
        if "@type" in thing:
            yield thing
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "hasPart"):
            yield from _things(thing.get(key), depth + 1)


def types(thing: Thing) -> frozenset[str]:
    stated = thing.get("@type")
    several = stated if isinstance(stated, list) else [stated]
    return frozenset(each.rpartition("/")[2] for each in several if isinstance(each, str))


def works(found: list[Thing]) -> list[Thing]:
    """The work that the page shows, before the page itself."""
    return [each for each in found if types(each) & _WORKS] + [each for each in found if types(each) & _PAGES]


def named(value: Any, found: list[Thing], depth: int = 0) -> list[str]:
    """The names of persons and organisations, also where the page only points to them."""
    if isinstance(value, str):
        return [value] if value.strip() and not value.startswith(("http://", "https://", "#")) else []
    if isinstance(value, list):
        return [name for each in value[:50] for name in named(each, found, depth)]
    if isinstance(value, dict) and depth < 3:
        if isinstance(value.get("name"), str | list):
            return named(value["name"], found, depth + 1)
        of = next((each for each in found if each.get("@id") == value.get("@id") and each is not value), None)
        return named(of, found, depth + 1) if of and value.get("@id") else []
    return []


def strings(scripts: Iterable[Any]) -> Iterator[str]:
    """All that is said in words, in whatever place and form: also where it is of no use to us."""
    for said in scripts:
        yield from islice(_strings(said, 0), _MOST)


def _strings(said: Any, depth: int) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list) and depth < _DEEPEST:
        for each in said.values() if isinstance(said, dict) else said:
            yield from _strings(each, depth + 1)


def body(found: list[Thing]) -> str:
    """The text of the work, if the page carries it and does not say that it is closed; blank lines part paragraphs."""
    for thing in works(found):
        told = thing.get("articleBody")
        free = str(thing.get("isAccessibleForFree", True)).lower() not in ("false", "http://schema.org/false")
        if isinstance(told, str) and free and count(told) >= _FEW:
            lines = re.sub(r"<br\s*/?>|</p>|</div>|</li>", "\n", told)
            lines = unescape(re.sub(r"<[^<>]{1,500}>", "", lines))
            return "\n\n".join(line for line in (" ".join(each.split()) for each in lines.splitlines()) if line)
    return ""
