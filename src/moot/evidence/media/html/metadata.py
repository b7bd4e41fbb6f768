"""What a page says of itself: title, authors, the day of its publication, licence and canonical address.

Nothing is guessed from prose. Of several places that say the same, the order is: data for machines (JSON-LD), meta
elements, marks in the text (`itemprop`, `rel`), a byline that can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from moot.evidence import dates, retracted
from moot.evidence.dateline import Stamp
from moot.evidence.media.hidden import ALTERNATIVE, METADATA
from moot.evidence.media.html import byline, json_ld, licence
from moot.evidence.media.html.elements import count, names, said
from moot.text import identifiers, persons
from moot.text.identifiers import Register
from moot.text.lazy import lazy_re
from moot.words import Hidden, Printed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MONTHLY = lazy_re(r"^\s*((?:19|20)\d\d)/(0[1-9]|1[0-2])\s*$")
"""Elsewhere such a thing may be a season or a volume."""
_TITLES = ("citation_title", "dc.title", "dcterms.title", "ajs-page-title", "og:title", "twitter:title")
_AUTHORS = ("citation_author", "author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.available",
    "datepublished",
    "date.published",
    "publish-date",
    "publication_date",
    "pubdate",
    "publishdate",
    "parsely-pub-date",
    "sailthru.date",
    "govuk:first-published-at",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "date",
    "created",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
)
_DATED = lazy_re(r"\b(date|dateline|published|pub-?date|publish|posted|posted-on|release|reldate|byline|entry-meta)\b")
_PERSON = lazy_re(r"(?=.{2,80}$)[^\W\d_][^\n|·•:;<>{}@]*")
_BY = lazy_re(r"^(?:written )?by\s+", re.IGNORECASE)
_STAFF = lazy_re(
    r"admin|administrator|editor|staff|webmaster|user|unknown|anonymous|none|null|author|(?:(?:die|la|de) )?"
    r"(?:redaktion|rédaction|redacción|redazione|redação|redactie|redakcja|redakce|redaktionen|toimitus|newsroom)",
    re.IGNORECASE,
)
_OFFICE = lazy_re(r"<o:(Author|Created)>([^<]{1,200})<")
_BYLINES = lazy_re(r"by-?line|author|entry-meta|posted|credit|date-source")
_SITES = ("og:site_name", "application-name")
_JOURNALS = ("citation_journal_title", "prism.publicationname")
_VOLUMES, _ISSUES = ("citation_volume", "prism.volume"), ("citation_issue", "prism.number")
_FIRST_PAGES = ("citation_firstpage", "citation_first_page", "prism.startingpage")
_LAST_PAGES = ("citation_lastpage", "citation_last_page", "prism.endingpage")
_COUNTED = lazy_re(r"(?=.{1,20}$)\w+(?:[ ./–-]{1,2}\w+)*")
"""A volume, an issue or a page: "12", "3–4", "e0417", "Suppl. 1"."""
_DOIS = ("citation_doi", "prism.doi", "dc.identifier", "dcterms.identifier")
_STATES = lazy_re(r"status|type")
_NOTICES = lazy_re(r"retract|notice|alert|banner|warning|crossmark|correction|erratum")
_MOST = 30
"""Authors."""
_SITE = 4
"""Words of the name of a site that stands where a title should."""
_FEW, _MOST_BESIDE, _LONGEST_BESIDE = 4, 200, 4_000
"""Words from which something said beside the text is kept, how many are, and characters of each."""


@dataclass(frozen=True)
class Said:
    title: str | None
    author: str | None
    """Several joined by "; "."""
    date: str | None
    """ISO."""
    licence: str | None
    address: str | None
    notes: tuple[str, ...] = ()
    beside: tuple[Hidden, ...] = ()
    changed: str | None = None
    """ISO date of the last change, where it was published before."""
    site: str | None = None
    """What the site calls itself."""
    journal: str | None = None
    printed: Printed | None = None
    doi: str | None = None
    retracted: str = ""


def of(tree: HtmlElement, found: list[json_ld.Thing], discussed: bool) -> Said:
    """Of a tree from which nothing was taken yet, and its JSON-LD. A discussion has many authors, so none is named."""
    meta = _meta(tree)
    works = json_ld.works(found)
    title = _title(tree, meta, works)
    lines = byline.lines(tree, title)
    stamps = [] if discussed else byline.stamps(tree, _is_beside)
    published = _published(tree, meta, works, lines) or _only(stamps, changed=False)
    last = _only(stamps, changed=True)
    changes = [*_changes(tree, meta, works), *([last] if last else [])]
    changed = next(iter(changes), None)
    last = max([*changes, *_iso_of(byline.changes(lines))], default="")
    return Said(
        title,
        None if discussed else "; ".join(_authors(tree, meta, works, found, lines)) or None,
        published or changed,
        licence.of(tree, meta, works),
        _address(tree, meta, works),
        ("its date is that of its last change",) if changed and not published else (),
        _beside(tree, meta, title),
        last if published and last > published else None,
        _site(tree, meta, works, found, title),
        next(_first(meta, _JOURNALS), None),
        _printed(meta),
        _doi(meta),
        _retracted(tree, meta, works),
    )


def _printed(meta: dict[str, list[str]]) -> Printed | None:
    names = (_VOLUMES, _ISSUES, _FIRST_PAGES, _LAST_PAGES)
    volume, issue, first, last = (next(filter(_COUNTED.fullmatch, _first(meta, each)), "") for each in names)
    pages = f"{first}–{last}" if first and last and first != last else first
    return Printed(volume=volume, issue=issue, pages=pages) if volume or issue or pages else None


def _doi(meta: dict[str, list[str]]) -> str | None:
    found = identifiers.find(" ".join(_first(meta, _DOIS)))
    return next((each.value for each in found if each.register is Register.DOI), None)


def _retracted(tree: HtmlElement, meta: dict[str, list[str]], works: list[json_ld.Thing]) -> str:
    """How the page says so in its data for machines, or in what is named as a notice."""
    states = [value for key, values in meta.items() if _STATES.search(key) for value in values]
    if any(
        map(
            retracted.is_status,
            [*states, *(each for work in works for each in _strings(work, ("creativeWorkStatus",)))],
        )
    ):
        return retracted.IN_DATA
    named = (each for each in tree.iter("div", "p", "section", "span", "h2", "h3") if _NOTICES.search(names(each)))
    told = (found for each in named if not _is_beside(each) and (found := retracted.notice(said(each))))
    return next(map(retracted.quoted, told), "")


def _meta(tree: HtmlElement) -> dict[str, list[str]]:
    """What the meta elements say, by their names in lower case, and the properties that an office program writes."""
    from lxml.etree import Comment

    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join((element.get("content") or "").split())
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    for comment in tree.iter(Comment):
        for name, value in _OFFICE.findall((comment.text or "")[:20_000]):
            found.setdefault(name.lower(), []).append(value)
    return found


def beside(tree: HtmlElement) -> tuple[Hidden, ...]:
    """What the head of a page says, and labels of pictures and links, where nothing of it is the title."""
    return _beside(tree, _meta(tree), None)


def _beside(tree: HtmlElement, meta: Mapping[str, list[str]], title: str | None) -> tuple[Hidden, ...]:
    told = [tree.findtext(".//title") or "", *(value for values in meta.values() for value in values)]
    labels = [element.get(name) or "" for element in tree.iter("img", "a", "figure") for name in ("alt", "title")]
    words = [(how, " ".join(each.split())) for how, all in ((METADATA, told), (ALTERNATIVE, labels)) for each in all]
    kept = [(how, each) for how, each in dict.fromkeys(words) if each != title and count(each) >= _FEW]
    return tuple(Hidden(how=how, text=each[:_LONGEST_BESIDE]) for how, each in kept[:_MOST_BESIDE])


def _first(meta: dict[str, list[str]], keys: Iterable[str]) -> Iterator[str]:
    return (value for key in keys for value in meta.get(key, ()))


def _title(tree: HtmlElement, meta: dict[str, list[str]], works: list[json_ld.Thing]) -> str | None:
    """The heading that the head of the page names as well; else what the page calls itself to others, or its title."""
    shown = " ".join((tree.findtext(".//title") or "").split())
    told = [*_first(meta, _TITLES), *(each for work in works for each in _strings(work, ("headline", "name")))]
    headings = [words for heading in tree.iter("h1", "h2") if 3 <= len(words := said(heading)) <= 300][:20]
    same = next((heading for heading in headings if any(_alike(heading, each) for each in told)), None)
    within = [each for each in headings if len(_key(each)) >= 0.4 * len(_key(shown)) and _key(each) in _key(shown)]
    first = next((each for each in within if _key(shown).startswith(_key(each))), None)
    alone = [words for heading in tree.iter("h1") if (words := said(heading))]
    if same or first or told:
        return same or first or _without_site(told[0], meta)
    if within:
        return max(within, key=len)
    return (alone[0] if len(alone) == 1 else _longer(_without_site(shown, meta))) or next(iter(headings), None)


def _alike(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _key(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


_PARTED = lazy_re(r"\s+[|·»–—-]\s+|\s+::\s+|_(?=[^_]{2,12}$)")


def _without_site(title: str, meta: dict[str, list[str]]) -> str:
    """`On bees | The Paper` is `On bees`, where the page calls its site `The Paper`; so is `The Paper - On bees`."""
    parts = _PARTED.split(title)
    sites = {_key(each) for each in _first(meta, _SITES)}
    if len(parts) > 1 and _key(parts[0]) in sites:
        return title.removeprefix(parts[0]).lstrip(" |·»–—-:_")
    named = len(parts) > 1 and _key(parts[-1]) in sites
    return title[: title.rindex(parts[-1])].rstrip(" |·»–—-:_") if named else title


def _site(
    tree: HtmlElement,
    meta: dict[str, list[str]],
    works: list[json_ld.Thing],
    found: list[json_ld.Thing],
    title: str | None,
) -> str | None:
    """What it calls itself; else what stands behind the title of the page, or in place of it."""
    publishers = (name for work in works for name in json_ld.named(work.get("publisher"), found))
    told = next(iter((*_first(meta, _SITES), *publishers)), "")
    shown = " ".join((tree.findtext(".//title") or "").split())
    if told or not title or _alike(shown, title):
        return told or None
    first, *more = _PARTED.split(shown)
    if more and not (_key(title).startswith(_key(first)) or _key(first).startswith(_key(title))):
        return None
    name = more[-1] if more else shown if len(shown.split()) <= _SITE else ""
    # One word, or one with a figure, is a section, a year or a page of several.
    named = len(name.split()) > 1 and not name[0].islower() and not any(map(str.isdigit, name))
    return name if named else None


def _longer(title: str) -> str:
    """Of a title of two parts the longer: the other is the name of the site."""
    parts = _PARTED.split(title)[:2]
    return max(parts, key=len) if len(parts) > 1 and len(max(parts, key=len)) > 10 else title


def _strings(thing: json_ld.Thing, keys: Iterable[str]) -> Iterator[str]:
    return (" ".join(thing[key].split()) for key in keys if isinstance(thing.get(key), str) and thing[key].strip())


def _authors(
    tree: HtmlElement,
    meta: dict[str, list[str]],
    works: list[json_ld.Thing],
    found: list[json_ld.Thing],
    lines: list[byline.Line],
) -> list[str]:
    for work in works:
        told = _people(name for key in ("author", "creator") for name in json_ld.named(work.get(key), found))
        if told:
            return told
    for key in (*_AUTHORS, "article:author"):
        told = _people(meta.get(key, ()))
        if told:
            return told
    marked = [each for each in tree.iter("a", "span", "div", "address", "p") if _names_author(each)]
    return _people(map(said, marked[:3])) or _people(byline.authors(lines)) or _people(byline.authors(_named_so(tree)))


def _names_author(element: HtmlElement) -> bool:
    marked = "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author"
    return marked and not any(
        "comment" in names(up) or up.get("itemprop") == "comment" for up in element.iterancestors()
    )


def _people(told: Iterable[str]) -> list[str]:
    """Names without addresses, titles of sites and double ones."""
    found: list[str] = []
    for each in (name for line in told for name in persons.parted(_BY.sub("", " ".join(line.split())))):
        name = each.strip(" ,")
        if _PERSON.fullmatch(name) and not _STAFF.fullmatch(name) and name not in found and "://" not in name:
            found.append(name)
    return found[:_MOST]


def _named_so(tree: HtmlElement) -> list[byline.Line]:
    """Short lines that are named as the place of the author."""
    found = [each for each in tree.iter("p", "div", "span", "small", "address", "em") if _BYLINES.search(names(each))]
    return [
        byline.Line(words, "")
        for each in found[:20]
        if len(words := said(each)) <= 200 and not _belongs_elsewhere(each)
    ]


def _published(
    tree: HtmlElement, meta: dict[str, list[str]], works: list[json_ld.Thing], lines: list[byline.Line]
) -> str | None:
    told = [each for work in works for each in _strings(work, ("datePublished", "dateCreated", "uploadDate"))]
    whole = (found for each in byline.published(lines) if len(found := dates.iso(each) or "") == 10)
    stated = [_MONTHLY.sub(r"\1-\2", each) for each in _first(meta, _PUBLISHED)]
    return _iso([*told, *stated]) or _iso(_marked(tree)) or next(whole, None) or _iso(_shown(tree))


def _changes(tree: HtmlElement, meta: dict[str, list[str]], works: list[json_ld.Thing]) -> list[str]:
    told = [each for work in works for each in _strings(work, ("dateModified",))]
    marked = [
        each.get("datetime") or said(each) for each in tree.iter("time") if each.get("itemprop") == "dateModified"
    ]
    return _iso_of([*told, *_first(meta, _MODIFIED), *marked])


def _only(stamps: list[Stamp], changed: bool) -> str | None:
    """The day that all such lines give; where they differ they are of parts of the page, or of other pages."""
    days = {each.date for each in stamps if each.changed is changed}
    return days.pop() if len(days) == 1 else None


def _iso(told: Iterable[str]) -> str | None:
    return next((found for each in told if (found := dates.iso(each))), None)


def _iso_of(told: Iterable[str]) -> list[str]:
    return [found for each in told if (found := dates.iso(each))]


def _marked(tree: HtmlElement) -> Iterator[str]:
    """Times that are marked as that of the publication."""
    for time in tree.iter("time"):
        marked = f"{time.get('itemprop') or ''} {names(time)}"
        published = re.search(r"published|datecreated|posted", marked, re.I) or time.get("pubdate") is not None
        if published and not _belongs_elsewhere(time):
            yield time.get("datetime") or said(time)


def _shown(tree: HtmlElement) -> Iterator[str]:
    """Dates in a line that is named so, or behind a label."""
    for element in tree.iter("p", "div", "span", "li", "time", "dd", "address", "small", "td"):
        named = names(element)
        if not _DATED.search(named) or re.search(r"modified|updated|edited", named) or _belongs_elsewhere(element):
            continue
        words = said(element)
        if len(words) <= 200:
            times = [each.get("datetime") or "" for each in element.iter("time") if not byline.is_change(names(each))]
            yield from byline.published([byline.Line(words, named), *(byline.Line("", "", each) for each in times)])
    for term in tree.iter("dt", "th", "td", "strong", "b", "span", "p"):
        words = (term.text or "").strip()
        after = byline.unlabelled(words) if 4 <= len(words) <= 60 else None
        if after == "" and not byline.is_change(words):
            beside = term.getnext()
            yield said(beside) if beside is not None else (term.tail or "").strip(" :")
        elif after and not byline.is_change(words):
            yield after


def _belongs_elsewhere(element: HtmlElement) -> bool:
    """In the foot of the page, a comment, or a teaser of another page."""
    return any(up.tag == "footer" or _parts_off(up) for up in element.iterancestors())


def _is_beside(element: HtmlElement) -> bool:
    """Whether it is of a comment, or of a teaser of another page: the foot of the page is its own."""
    return any(_parts_off(up) for up in (element, *element.iterancestors()))


def _parts_off(element: HtmlElement) -> bool:
    named = element.tag in ("nav", "aside") or re.search(r"comment|related|sidebar|recent|card\b", names(element))
    return bool(named) and element.tag != "body"


def _address(tree: HtmlElement, meta: dict[str, list[str]], works: list[json_ld.Thing]) -> str | None:
    links = [
        each.get("href") or "" for each in tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()
    ]
    told = [*links, *_first(meta, ("og:url",)), *(each for work in works for each in _strings(work, ("url",)))]
    return next((each.strip() for each in told if each.strip().startswith(("http://", "https://"))), None)
