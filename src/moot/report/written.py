"""Values to JSON and back, whatever is in their texts: half a surrogate pair, which a model may send, is escaped.

pydantic's own writer and reader refuse such texts, and no UTF-8 can hold them.
"""

from __future__ import annotations

import json
from typing import TypeVar

from moot.text.lazy import lazy_re
from moot.words import Word

W = TypeVar("W", bound=Word)

_HALF = lazy_re("[\ud800-\udfff]")


def to_json(word: Word, indent: int | None = None, leave_out: frozenset[str] = frozenset()) -> str:
    """The value as JSON that UTF-8 can hold; `leave_out` names fields of its own that are not written."""
    try:
        return word.model_dump_json(indent=indent, exclude=set(leave_out))
    except ValueError:  # Half a surrogate pair. Python's own writer takes ten times as long.
        separators = (",", ":") if indent is None else (",", ": ")
        plain = word.model_dump(mode="json", exclude=set(leave_out))
        return _escaped(json.dumps(plain, ensure_ascii=False, indent=indent, separators=separators))


def _escaped(text: str) -> str:
    r"""JSON with `\udXXX` for every half of a surrogate pair, which can stand only inside a string.

    It is read back as it was; two halves side by side as the character that they make.
    """
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def from_json(kind: type[W], text: str | bytes) -> W:
    """The value. Raises ValueError (pydantic's ValidationError is one) for anything else, and RecursionError."""
    return kind.model_validate(json.loads(text if isinstance(text, str) else text.decode()))
