"""Under which licence a page says that it may be used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from moot.evidence.media.html.elements import said
from moot.text.lazy import lazy_re

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from moot.evidence.media.html.json_ld import Thing

_COMMONS = lazy_re(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/(?P<kind>by(?:-nc)?(?:-nd|-sa)?)|publicdomain/(?P<free>zero|mark))"
    r"/(?P<version>\d\.\d)",
    re.IGNORECASE,
)
_OPEN_GOVERNMENT = lazy_re(r"open-government-licence/version/(\d)")
_SOFTWARE = lazy_re(
    r"(?P<name>MIT|Apache(?:[- ]License)?[- ]2\.0|BSD[- ][23][- ]Clause|[AL]?GPL[- ]?v?\d(?:\.\d)?|MPL[- ]2\.0|ISC|"
    r"Unlicense|Zlib|CC0(?:[- ]1\.0)?|EUPL[- ]1\.2)(?: license)?",
    re.IGNORECASE,
)
_META = (
    "dcterms.license",
    "dc.rights.license",
    "dc.rights",
    "dcterms.rights",
    "rights",
    "copyright",
    "citation_license",
)
_LONGEST = 80


def of(tree: HtmlElement, meta: dict[str, list[str]], works: list[Thing]) -> str | None:
    """Its name where that is known, or as the page calls it; None where it states none."""
    for told in (*_machines(works), *_linked(tree), *(value for key in _META for value in meta.get(key, ()))):
        found = _named(*told) if isinstance(told, tuple) else _known(told)
        if found:
            return found
    return next(filter(None, map(_mentioned, tree.iter("a"))), None)


def _machines(works: list[Thing]) -> Iterator[tuple[str, str]]:
    for work in works:
        told: Any = work.get("license")
        several: list[Any] = told if isinstance(told, list) else [told]
        for each in several:
            address = (each.get("url") or each.get("@id")) if isinstance(each, dict) else each
            if isinstance(address, str):
                yield address, ""


def _linked(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Links to the licence; that of a picture is not that of the page."""
    for link in tree.iter("link", "a"):
        if "license" in (link.get("rel") or "").lower().split() and not any(
            up.tag in ("figure", "figcaption", "picture") for up in link.iterancestors()
        ):
            yield link.get("href") or "", said(link) if link.tag == "a" else ""


def _named(address: str, words: str) -> str | None:
    known = _known(address)
    if known:
        return known
    version = _OPEN_GOVERNMENT.search(address)
    if version:
        return f"Open Government Licence v{version[1]}.0"
    if words and len(words) <= _LONGEST:
        return words
    return address if address.startswith(("http://", "https://")) else None


def _known(text: str) -> str | None:
    """A licence of Creative Commons that a text gives by its address."""
    found = _COMMONS.search(text)
    if not found:
        return None
    if found["free"]:
        return (
            f"CC0 {found['version']}" if found["free"].lower() == "zero" else f"Public Domain Mark {found['version']}"
        )
    return f"CC {found['kind'].upper()} {found['version']}"


def _mentioned(link: HtmlElement) -> str | None:
    """A link to Creative Commons without `rel`, or one whose words are the name of a licence of software."""
    if any(up.tag in ("figure", "figcaption") for up in link.iterancestors()):
        return None
    known = _known(link.get("href") or "")
    if known:
        return known
    words = said(link) if len(link) <= 2 else ""
    software = _SOFTWARE.fullmatch(words)
    return software["name"] if software and "licen" in f"{words} {link.get('href') or ''}".lower() else None
