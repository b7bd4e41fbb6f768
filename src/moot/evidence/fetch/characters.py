"""The characters of a fetched page, where server, page and bytes may each say another charset."""

from __future__ import annotations

from email.message import Message

from moot.evidence.fetch.fetched import Fetched
from moot.evidence.media import decode


def in_utf8(page: Fetched) -> bytes:
    """The body in UTF-8 where its header names another charset that it can be read in; else as it came.

    Servers send one charset for all: what the bytes say of themselves goes before it.
    """
    if decode.is_certain(page.body):
        return page.body
    header = Message()
    header["content-type"] = page.headers.get("content-type", "")
    text = decode.named(page.body, header.get_content_charset(""))
    return page.body if text is None else text.encode("utf-8", errors="replace")
