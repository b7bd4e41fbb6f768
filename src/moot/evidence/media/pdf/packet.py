"""What a PDF says of itself in its packet of XMP, which pdfium does not open: it stands in the file as a stream."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from moot.evidence.media import stated
from moot.text.lazy import lazy_re

_STREAM = lazy_re(rb"/Subtype\s*/XML\b[^>]{0,400}>>\s*stream\r?\n")
_PACKET = lazy_re(rb"<(?:\w+:)?RDF\b.*?</(?:\w+:)?RDF>", re.DOTALL)
_LARGEST = 1_000_000
"""Bytes of one, unpacked."""
_MOST = 20


def texts(raw: bytes) -> Iterator[str]:
    """The words of all packets of a file, also of those of its pictures."""
    from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

    for count, stream in enumerate(_STREAM.finditer(raw)):
        if count == _MOST:
            return
        said = _PACKET.search(_unpacked(raw[stream.end() : stream.end() + _LARGEST]))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
        yield from stated.texts(etree.fromstring(said[0], parser)) if said else ()


def _unpacked(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, _LARGEST)
    except zlib.error:
        return raw
