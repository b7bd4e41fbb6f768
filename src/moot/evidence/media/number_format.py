"""Numbers of a spreadsheet as a person sees them: "61.4%", "(1,204.50)", "2024-02-03 14:05".

The part of number formats that decides what is read; dates become ISO, since "3/4/24" says nothing for sure. What is
not understood is shown as the stored value.
"""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from moot.text.lazy import lazy_re

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "yyyy-mm-dd",
    16: "yyyy-mm-dd", 17: "yyyy-mm", 18: "hh:mm", 19: "hh:mm:ss", 20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
_LITERAL = lazy_re(r"\"([^\"]*)\"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|_.|\*.")
_IGNORED = lazy_re(r"\[(?:[A-Za-z]+\d*|[<>=][^\]]*)\]")
_ELAPSED = lazy_re(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_PLACES = lazy_re(r"[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?|\.[#0?]+")
NOT_SHOWN = "a format that shows nothing"
_MARK = "\x01"
"""Stands where the digits come."""


def shown(stored: str, form: str, epoch: datetime.datetime) -> str:
    """A stored number in a format; `epoch` is day 0 of the workbook."""
    try:
        value = Decimal(stored)
    except InvalidOperation:
        return stored
    if not value.is_finite() or abs(value) > Decimal(10) ** 40:
        return stored
    kind = _kind(form)
    if kind == "date":
        return _date(float(value), form, epoch) or general(value)
    if kind == "number":
        return _number(value, form)
    return general(value)


def hides(form: str, is_number: bool) -> bool:
    """Whether a format shows nothing of numbers (`;;`), or of texts (`;;;`)."""
    sections = form.split(";")
    return len(sections) > (2 if is_number else 3) and not any(each.strip() for each in sections)


def general(value: Decimal) -> str:
    """Fifteen digits, as spreadsheets keep them: 0.30000000000000004 is 0.3."""
    said = format(float(value), ".15g")
    return said if "e" not in said else format(Decimal(said), "f") if abs(value) < 10**18 else said


@lru_cache(maxsize=512)
def _kind(form: str) -> str:
    bare = _LITERAL.sub("", form.split(";")[0])
    if _ELAPSED.search(bare) or re.search(r"[ymdhs]", _IGNORED.sub("", bare), re.IGNORECASE):
        return "date" if "general" not in bare.lower() else ""
    if "E" in bare or "/" in bare or "@" in bare or not _PLACES.search(bare):
        return ""
    return "number"


def _date(value: float, form: str, epoch: datetime.datetime) -> str:
    bare = _LITERAL.sub("", form.split(";")[0]).lower()
    try:
        moment = epoch + datetime.timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return ""
    elapsed = _ELAPSED.search(bare)
    if elapsed:
        minutes, seconds = divmod(round(abs(value) * 86_400), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if "s" in bare else f"{hours}:{minutes:02}"
    day = "%Y-%m-%d" if "d" in bare else "%Y-%m" if "y" in bare else ""
    clock = "%H:%M:%S" if "s" in bare else "%H:%M" if "h" in bare else ""
    return moment.strftime(f"{day} {clock}".strip()) if day or clock else moment.strftime("%Y-%m-%d")


def _number(value: Decimal, form: str) -> str:
    sections = re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", form)
    section, sign = sections[0], "-" if value < 0 else ""
    if value < 0 and len(sections) > 1 and sections[1]:
        section, sign = sections[1], ""
    elif value == 0 and len(sections) > 2 and sections[2]:
        section = sections[2]
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(next((group for group in match.groups() if group is not None), ""))
        return "\x02"

    bare = _LITERAL.sub(keep, section)
    bare = _IGNORED.sub("", bare)
    places = _PLACES.search(bare)
    if places is None:
        words = bare
    else:
        thousands = len(bare[places.end() :]) - len(bare[places.end() :].lstrip(","))
        percent = bare.count("%")
        scaled = abs(value).scaleb(2 * percent - 3 * thousands)
        words = bare[: places.start()] + _MARK + bare[places.end() + thousands :]
        words = words.replace(_MARK, sign + _digits(scaled, places[0]))
    for literal in literals:
        words = words.replace("\x02", literal, 1)
    return " ".join(words.split())


def _digits(value: Decimal, places: str) -> str:
    whole, _, part = places.partition(".")
    least = len(part.rstrip("#?"))
    said = str(value.quantize(Decimal(1).scaleb(-len(part)), rounding=ROUND_HALF_UP))
    front, _, back = said.partition(".")
    back = back[:least] + back[least:].rstrip("0")
    if "," in whole:
        front = f"{int(front):,}"
    front = front.zfill(len(re.sub(r"[^0]", "", whole)))
    return f"{front}.{back}" if back else front
