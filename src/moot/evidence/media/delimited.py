"""Lists of comma, semicolon, tab or bar separated values: csv and tsv."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from moot.evidence.media import tabular
from moot.evidence.media.decode import decode
from moot.evidence.media.medium import CannotRead, Extract, Medium

MOST_ROWS = 50_000
MOST_COLUMNS = 400
_SAMPLE = 200
"""Rows by which the separator is told."""
_SEPARATORS = (";", "\t", ",", "|")


def read(raw: bytes) -> Extract:
    """Raises `CannotRead` for what is not text."""
    text, notes = decode(raw)
    first, _, rest = text.partition("\n")
    named = first.lower().removeprefix("sep=") if first.lower().startswith("sep=") and len(first) == 5 else ""
    text = rest if named else text
    separator = named or _separator(text)
    said = list(notes)
    words = tabular.text(_rows(text, separator, said))
    return Extract(f"{words}\n" if words else "", notes=tuple(said))


def _rows(text: str, separator: str, said: list[str]) -> Iterator[list[str]]:
    wide = False
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
            if number >= MOST_ROWS:
                said.append(f"only the first {number:,} of about {text.count(chr(10)) + 1:,} rows were read")
                break
            wide = wide or len(cells) > MOST_COLUMNS
            yield cells[:MOST_COLUMNS]
    except csv.Error as error:
        raise CannotRead(f"its rows cannot be told apart ({str(error)[:80]})") from None
    if wide:
        said.append(f"only the first {MOST_COLUMNS} columns were read")


def _separator(text: str) -> str:
    """The sign that parts most rows into one number of cells, two or more; quotation marks hold cells together."""
    sample = text[:100_000].split("\n")[:_SAMPLE]
    best, score = ",", 0.0
    for separator in _SEPARATORS:
        try:
            rows = [len(cells) for cells in csv.reader(io.StringIO("\n".join(sample), newline=""), delimiter=separator)]
        except csv.Error:
            continue
        counts = Counter(count for count in rows if count > 1)
        if counts:
            count, often = counts.most_common(1)[0]
            weighed = often + min(count, 50) / 100
            if weighed > score:
                best, score = separator, weighed
    return best


MEDIUM = Medium("csv", (".csv", ".tsv"), read)
