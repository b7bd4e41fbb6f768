"""Pages as publishers make them (the open half of the corpus), and pages made to be too much."""

from __future__ import annotations

import json
import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from moot.evidence.fetch import Fetched
from moot.evidence.fetch.walls import wall
from moot.evidence.media import html
from moot.evidence.media.medium import CannotRead

PAGES = Path(__file__).parents[2] / "benchmarks" / "corpora" / "pages" / "open"
NAMES = sorted(page.stem for page in PAGES.glob("*.html"))


def _words(text: str) -> str:
    found = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).lower())
    return f" {' '.join(found)} "


def _told(name: str) -> tuple[dict[str, str], str]:
    gold = json.loads(Path(PAGES, f"{name}.json").read_text())
    raw = Path(PAGES, f"{name}.html").read_bytes()
    asked = gold.get("asked") or gold.get("address") or "https://a.example/page"
    led = gold.get("led_to") or asked
    found = wall(Fetched(asked, led, 200, {"content-type": "text/html"}, raw, "", "2026-03-01"))
    return gold, found.reason if found else ""


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("wall-")])
def test_the_text_of_a_page_and_nothing_else(name: str) -> None:
    extract = html.read(Path(PAGES, f"{name}.html").read_bytes())
    text = _words(extract.text)
    lines = Path(PAGES, f"{name}.txt").read_text().splitlines()
    missing = [line for line in lines if _words(line) not in text]
    unwanted = [line for line in Path(PAGES, f"{name}.out.txt").read_text().splitlines() if _words(line) in text]
    assert len(missing) <= 2 and len(unwanted) <= 2, (missing, unwanted)
    gold, reason = _told(name)
    assert (extract.licence, extract.stated_origin, reason) == (gold["licence"], gold["address"], "")


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("wall-")])
def test_what_stands_in_place_of_a_page(name: str) -> None:
    gold, reason = _told(name)
    assert gold["wall"].split()[0] in reason


PARAGRAPH = f"<p>{'some words of water and of the price of it ' * 12}.</p>"
TOO_MUCH: dict[str, Callable[[], str]] = {
    "one line of a megabyte": lambda: PARAGRAPH * 2000,
    "50,000 elements inside one another": lambda: "<div>" * 50_000 + PARAGRAPH + "</div>" * 50_000 + PARAGRAPH,
    "unclosed type": lambda: PARAGRAPH + "<b>x " * 20_000,
    "lists inside one another": lambda: "<ul><li>a " * 5_000 + PARAGRAPH,
    "tables inside one another": lambda: "<table><tr><td>x" * 2_000 + PARAGRAPH,
    "quotations inside one another": lambda: "<blockquote>" * 900 + PARAGRAPH,
    "code inside code": lambda: PARAGRAPH + "<pre>" + "<span>x" * 1_500 + "</pre>",
    "10,000 cells": lambda: "<table>" + ("<tr>" + "<td>12.5" * 10) * 1_000 + "</table>" + PARAGRAPH,
    "cells that span everything": lambda: (
        PARAGRAPH + "<table>" + "<tr><td colspan=9999 rowspan=9999>x<td>y" * 1_500 + "</table>"
    ),
    "links": lambda: PARAGRAPH * 9 + "".join(f"<a href=/{n}>link {n}</a> " for n in range(9_000)),
    "panels": lambda: (
        PARAGRAPH + "".join(f"<button aria-controls=p{n}>Q</button><p id=p{n} hidden>a {n}" for n in range(3_000))
    ),
    "headings": lambda: PARAGRAPH + "<h2>Related</h2><p>x" * 3_000,
    "broken attributes": lambda: PARAGRAPH + '<a href="x>' * 9_000,
    "signs": lambda: PARAGRAPH + "<" * 200_000 + "&amp" * 100_000,
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much_is_read_in_seconds(name: str) -> None:
    raw = f"<html><head><title>T</title></head><body><article>{TOO_MUCH[name]()}</article></body></html>".encode()
    begun = time.process_time()
    assert "some words of water" in html.read(raw).text
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("box", ["div", "section", "span", "b"])
@pytest.mark.parametrize("depth", [200, 5_000])
def test_what_lies_deep_is_read_as_a_page_and_what_is_hidden_there_stays_hidden(box: str, depth: int) -> None:
    inner = "<p>Water rose in May.</p><p>It <span style='display:none'>never </span>fell in June.</p>"
    page = f"<html><body><h1>T</h1>{f'<{box}>' * depth}{inner}{f'</{box}>' * depth}</body></html>"
    assert html.read(page.encode()).text == "# T\n\nWater rose in May.\n\nIt fell in June.\n"


def test_a_page_too_deep_to_be_told_apart_is_refused_in_a_sentence() -> None:
    with pytest.raises(CannotRead, match="too deep in one another"):
        html.read(('<html><body><div class="x">' + '<div class="x">' * 9_000 + "Water rose.").encode())


@pytest.mark.parametrize(
    "heading", ["<h1><h2><a>#</a>Water</h2></h1>", "<h1><section><h3>Water<a>¶</a></h3></section></h1>"]
)
def test_a_link_of_headings_in_one_another_is_left_out_once(heading: str) -> None:
    assert html.read(f"{heading}<p>It rose in May.".encode()).text.startswith("# Water\n")
