"""Addresses of the web, as they are compared and their hosts are told. Strangers wrote them: nothing here raises."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urldefrag, urlencode, urlsplit

from moot.text.lazy import lazy_re

_TRACKING = frozenset({"fbclid", "gclid", "mc_cid", "mc_eid", "ref_src", "igshid", "spm"})
"""Parameters that tell who led a reader there; `utm_source` and the like beside them. A `ref` may name the page."""
_NONE = SplitResult("", "", "", "", "")
_HIGHLIGHT = lazy_re(r"#?:~:.*$", re.DOTALL)
"""Words of a page that a browser shows in colour."""
_SCHEME = lazy_re(r"^https?://(?:www\.)?", re.IGNORECASE)


def parts(address: str) -> SplitResult:
    """The parts of an address; all are empty where it is none, as one with half a bracket or port 99999."""
    try:
        found = urlsplit(address)
        _ = found.port
    except ValueError:
        return _NONE
    return found


def host(address: str) -> str:
    """In small letters; empty where there is none."""
    return parts(address).hostname or ""


def site(address: str) -> str:
    """The host without `www.`, which says nothing of whose it is."""
    return host(address).removeprefix("www.")


def page(address: str) -> str:
    """Without the fragment: the place within a page."""
    try:
        return urldefrag(address).url
    except ValueError:
        return address.partition("#")[0]


def bare(address: str) -> str:
    """In small letters, without scheme, `www.`, slashes at its end and words to highlight: what two that lead to one
    place share.
    """
    return _SCHEME.sub("", _HIGHLIGHT.sub("", address), count=1).rstrip("/").casefold()


def same(address: str) -> str:
    """One spelling for the addresses of one page: scheme, `www.`, a last slash, fragment and tracking marks aside.

    What is no address is as it stands.
    """
    found = parts(address)
    if not found.netloc:
        return address
    port = f":{found.port}" if found.port not in (None, 80, 443) else ""
    said = parse_qsl(found.query, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in said if not _tracks(name)])
    return f"{site(address)}{port}{found.path.rstrip('/')}{'?' if query else ''}{query}"


def _tracks(name: str) -> bool:
    return name in _TRACKING or name.startswith("utm_")
