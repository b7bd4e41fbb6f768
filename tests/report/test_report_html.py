"""The page loads nothing, runs nothing but its own script, and marks quotes at their places."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from report_buses import buses
from report_council import council, events
from report_records import saying, short

from moot.report import html
from moot.report.document import build
from moot.words import Challenged, Drafted, Ruled, Stopped

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    "{{ 7*7 }}{% raw %}",
    "</style><script>x</script>",
    "--><!-- javascript:alert(1)",
    "\u202egnp.evil\u2066",
]


class Page(HTMLParser):
    """A page as its tags, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: dict[str, list[str]] = {}
        self.marks: list[tuple[int, int, str]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in ("meta", "br", "link", "img", "input"):
            self._open.append(tag)
        if tag == "mark":
            found = dict(attrs)
            self.marks.append((int(found["data-start"] or 0), int(found["data-end"] or 0), ""))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.inside.setdefault(self._open[-1] if self._open else "", []).append(data)
        if "mark" in self._open:
            start, end, text = self.marks[-1]
            self.marks[-1] = (start, end, text + data)


LONG = html.render(build(buses()))


def test_the_policy_lets_nothing_in_but_this_very_style_and_script() -> None:
    page = Page(LONG)
    policy = next(value for tag, name, value in page.attributes if tag == "meta" and "default-src" in value and name)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        body = "".join(page.inside[tag])
        assert f"{tag}-src 'sha256-{b64encode(sha256(body.encode()).digest()).decode()}'" in policy
    assert page.tags.count("script") == page.tags.count("style") == 1


def test_nothing_is_loaded_from_anywhere() -> None:
    page = Page(LONG)
    assert not {"link", "img", "iframe", "object", "embed", "form", "video", "audio", "base"} & set(page.tags)
    names = {name for _, name, _ in page.attributes}
    assert not {"src", "srcset", "style", "action", "background", "poster"} & names
    assert not [name for name in names if name.startswith("on")]
    assert not re.search(r"url\(|@import", "".join(page.inside["style"]))
    targets = [value for _, name, value in page.attributes if name == "href"]
    assert all(value.startswith("#") for value in targets)


def test_a_source_s_own_address_is_a_link_that_tells_nothing() -> None:
    record = short()
    source = record.documents[0].source.model_copy(update={"origin": "https://city.example/a?b=1&c=2"})
    document = record.documents[0].model_copy(update={"source": source})
    page = Page(html.render(build(record.model_copy(update={"documents": (document, record.documents[1])}))))
    assert ("a", "href", "https://city.example/a?b=1&c=2") in page.attributes
    assert ("a", "rel", "noreferrer noopener nofollow") in page.attributes


def test_quotes_are_marked_at_their_exact_places() -> None:
    texts = [document.text for document in buses().documents]
    marks = Page(LONG).marks
    assert len(marks) > 30
    for start, end, words in marks:
        assert any(text[start:end] == words for text in texts)


def test_every_sentence_leads_to_its_evidence_by_a_plain_link() -> None:
    page = Page(LONG)
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    inner = [value[1:] for tag, name, value in page.attributes if tag == "a" and name == "href"]
    assert set(inner) <= set(ids)
    assert {f"s{n}" for n in range(1, 32)} <= set(inner)


def test_standings_are_told_by_words_and_shape_not_by_colour_alone() -> None:
    for standing, mark in (("contested", "≠"), ("contradicted", "✗"), ("unsupported", "?"), ("inferred", "∴")):
        assert re.search(rf'class="claim {standing}".*?{re.escape(mark)}</span><span class="name"> {standing}<', LONG)
    assert "</span> 1 contradicted</button>" in LONG


def test_the_head_tells_what_the_reader_must_know() -> None:
    assert "mixed panel, degraded" in LONG
    assert "was not read: it is encrypted" in LONG
    assert "No language model took part" in html.render(build(short()))


def test_orders_and_scripts_of_a_source_are_shown_as_text() -> None:
    assert "&lt;script&gt;alert(&#34;moot&#34;)&lt;/script&gt;" in LONG
    assert "<script>alert" not in LONG


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_change_nothing_of_the_page(text: str) -> None:
    plain, other = (Page(html.render(build(saying(short(), words)))) for words in ("plain", text))
    assert other.tags == plain.tags
    assert {name for _, name, _ in other.attributes} == {name for _, name, _ in plain.attributes}
    assert "\u202e" not in "".join(text for texts in other.inside.values() for text in texts)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_change_nothing_of_the_map(text: str) -> None:
    plain, other = (Page(html.render(build(saying(council(), words)))) for words in ("zqx", text))
    assert other.tags == plain.tags
    assert {name for _, name, _ in other.attributes} == {name for _, name, _ in plain.attributes}


def test_the_map_can_be_read_without_colour_and_every_link_leads_somewhere() -> None:
    page = Page(html.render(build(council())))
    text = " ".join(" ".join(words) for words in page.inside.values())
    assert "says otherwise" in text and "is silent" in text and "says it" in text
    ids = {value for _, name, value in page.attributes if name == "id"}
    assert {value[1:] for tag, name, value in page.attributes if tag == "a" and name == "href"} <= ids
    assert page.tags.count("th") > 20


@given(st.text(min_size=1, max_size=30))
@settings(max_examples=20, deadline=None)
@example("\x00<b>")
def test_no_words_become_markup(text: str) -> None:
    plain, other = (Page(html.render(build(saying(short(), words)))) for words in ("plain", f"zq{text}"))
    assert other.tags == plain.tags


def test_a_report_without_a_draft_is_a_page_too() -> None:
    page = html.render(build(short(state="failed", events=())))
    assert "No draft was made." in page


@pytest.mark.long
@pytest.mark.skipif(
    shutil.which("chromium") is None and "chromium" not in os.environ.get("MOOT_REQUIRE", ""), reason="needs chromium"
)
def test_the_script_runs_under_the_policy_and_opens_the_evidence_of_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text(LONG, encoding="utf-8")
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    browser = ["chromium", "--headless", "--no-sandbox", *quiet, f"--user-data-dir={tmp_path / 'profile'}"]
    address = f"{(tmp_path / 'report.html').as_uri()}#s16"
    dom = subprocess.run([*browser, "--dump-dom", address], capture_output=True, text=True, timeout=50).stdout
    assert '<body class="with-sheet">' in dom
    assert 'class="claim proven open" href="#s16"' in dom


def test_a_page_counts_rounds_as_its_record_does() -> None:
    """The answer is composed when all rounds are over; without any, nothing was drafted in one."""

    def page(*told: object) -> str:
        return html.render(build(council(events=told)))

    late = [e.model_copy(update={"round": 3}) if isinstance(e, Drafted) and e.round == 2 else e for e in events()]
    text = page(*late)
    assert "Rounds: 2;" in text and '<b>drafted</b> <span class="aside">after round 2, panel</span>' in text
    assert '<span class="aside">round 1, author-1</span>' in text and "round 3" not in text
    quiet = [e.model_copy(update={"round": 0}) if isinstance(e, Stopped) else e for e in events()]
    text = page(*(each for each in quiet if not isinstance(each, Challenged | Ruled)))
    assert "Rounds: 0;" in text and '<b>drafted</b> <span class="aside">author-1</span>' in text
