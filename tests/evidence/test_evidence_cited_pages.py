"""Web pages as encyclopedias, chat tools and publishers make them: notes that lead back, chips, raised links."""

from __future__ import annotations

import pytest

from moot.evidence.cited_report import CitedReport, parse_report


def told(report: CitedReport) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    named = {entry.id: entry.label or entry.url or entry.text for entry in report.entries}
    return [
        (each.text, [(mark.raw, [named[id] for id in mark.entries]) for mark in each.marks])
        for each in report.statements
    ]


def mark(name: str, number: str, shown: str) -> str:
    return (
        f'<sup id="cite_ref-{name}_{number}-0" class="reference"><a href="#cite_note-{name}-{number}">'
        f"<span>&#91;</span>{shown}<span>&#93;</span></a></sup>"
    )


def note(name: str, number: str, text: str) -> str:
    back = " ".join(
        f'<a href="#cite_ref-{name}_{number}-{n}"><sup><i><b>{c}</b></i></sup></a>' for n, c in enumerate("ab")
    )
    return f'<li id="cite_note-{name}-{number}"><span>^ {back}</span> <cite class="book">{text}</cite></li>'


WIKI = (
    f"<p>It was built of brick.{mark('dahl', '1', '1')} Nine workers died{mark('n', '2', 'a')} in 1872."
    '<sup>&#91;<i><a href="/wiki/Citation_needed"><span>citation needed</span></a></i>&#93;</sup> It stands.'
    f"{mark('dahl', '1', '1').replace('1-0', '1-1', 1)}</p>"
    '<h2>Notes</h2><ol style="list-style-type: lower-alpha">'
    f"{note('n', '2', 'The parish has nine names.')}</ol>"
    f"<h2>References</h2><ol>{note('dahl', '1', 'Dahl, Inger (1994). <i>Arches over the Lom</i>. pp. 12–40.')}</ol>"
)


def test_notes_of_an_encyclopedia_lead_back_to_each_place_that_cites_them() -> None:
    report = parse_report(WIKI, "html")
    assert told(report) == [
        ("It was built of brick.", [("[1]", ["1"])]),
        ("Nine workers died in 1872.", [("[a]", ["a"])]),
        ("It stands.", [("[1]", ["1"])]),
    ]
    assert [(each.label, each.text, each.title) for each in report.entries] == [
        ("a", "The parish has nine names.", "The parish has nine names"),
        ("1", "Dahl, Inger (1994). Arches over the Lom. pp. 12–40.", "Arches over the Lom"),
    ]
    assert report.notes == ()


@pytest.mark.parametrize(
    "needed",
    [
        "[citation needed]",
        "[[citation needed](/wiki/X_(y))]",
        "[*page needed*]",
        "[failed verification]",
        "[who?]",
        "[dead link]",
    ],
)
def test_a_readers_call_for_a_source_is_no_mark(needed: str) -> None:
    report = parse_report(f"The price rose in 1867.{needed} It fell in 1870.{needed}")
    assert told(report) == [("The price rose in 1867.", []), ("It fell in 1870.", [])]


CHIP = '<a class="ml-1 chip" href="https://www.{0}/{1}">{2}</a>'


@pytest.mark.parametrize("shown", ["water.example", "water.example +2", "Water Desk"])
def test_a_chip_beside_a_sentence_is_no_word_of_it(shown: str) -> None:
    chip = CHIP.format("water.example", "a", shown)
    report = parse_report(
        f"<p><b>A cubic metre cost $0.71.</b> {chip} Most of it is power. "
        f"{chip}{CHIP.format('b.example', 'b', 'b.example')}"
        f" Seagrass shrank {chip}, while weeds grew.</p><table><tr><th>Year</th><th>Price</th><th>From</th></tr>"
        f"<tr><td>2015</td><td>$0.44</td><td>{chip}</td></tr></table>",
        "html",
    )
    assert [(text, len(marks)) for text, marks in told(report)] == [
        ("A cubic metre cost $0.71.", 1),
        ("Most of it is power.", 2),
        ("Seagrass shrank, while weeds grew.", 1),
        ("2015 | $0.44", 1),
    ]


def test_a_link_to_words_of_a_page_leads_to_the_page() -> None:
    page = "https://water.example/cost"
    report = parse_report(f"It rose ([a]({page})). It fell ([a]({page}#:~:text=it%20fell,by)).")
    assert [each.url for each in report.entries] == [page]


@pytest.mark.parametrize(
    ("raised", "marks"),
    [
        ('<a href="#r2">2</a>,<a href="#r3">3</a>', [("[2,3]", ["2", "3"])]),
        ('<a href="#r1">1</a>–<a href="#r3">3</a>', [("[1–3]", ["1", "2", "3"])]),
        ('[<a href="#r1">1</a>]', [("[1]", ["1"])]),
        ('<a href="#r1">1</a></sup><sup><a href="#r2">2</a>', [("1", ["1"]), ("2", ["2"])]),
        ("2&ndash;3", [("2–3", ["2", "3"])]),
        ("7", [("7", [])]),
    ],
)
def test_raised_links_are_one_mark(raised: str, marks: list[tuple[str, list[str]]]) -> None:
    listed = "".join(f'<li id="r{n}">Office {n}, Costs, 202{n}.</li>' for n in (1, 2, 3))
    report = parse_report(
        f'<p>It fell<sup><a href="#r1">1</a></sup> by 3 m<sup>2</sup>. It rose<sup>{raised}</sup>.</p>'
        f"<h2>References</h2><ol>{listed}</ol>",
        "html",
    )
    assert told(report)[1:] == [("It rose.", marks)]


CARDS = (
    '<ol><li><a href="https://x.example/a">X report, 2020</a></li>'
    '<li><a href="https://y.example/b">Y report</a></li></ol>'
)


@pytest.mark.parametrize(
    ("chip", "entries"),
    [
        ('<span class="source-pill"><img src="f.ico"><a href="https://x.example/a">X News</a><i>+2</i></span>', ["1"]),
        (
            '<span class="chips"><a href="https://x.example/a">X</a> <a href="https://y.example/b">Y</a></span>',
            ["1", "2"],
        ),
        ('<button class="chip" data-url="https://y.example/b">y.example</button>', ["2"]),
        ('<span class="chip">1</span><span class="chip">2</span>', ["1", "2"]),
        ('<a class="cite-chip" href="https://x.example/a"><b>X</b> News</a>', ["1"]),
    ],
)
def test_chips_of_every_make(chip: str, entries: list[str]) -> None:
    report = parse_report(f"<p>It rose by half. {chip} Seagrass shrank {chip}.</p><h2>Sources</h2>{CARDS}", "html")
    found = [(text, [id for _, ids in marks for id in ids]) for text, marks in told(report)]
    assert found == [("It rose by half.", entries), ("Seagrass shrank.", entries)]


AROUND = (
    '<div id="siteSub">From the free encyclopedia</div>'
    '<div class="hatnote">For the town, see <a href="/w/T">T</a>.</div>'
    '<h2>History<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>'
    f'<p>It was built in 1411.{mark("a", "1", "1")}<sup class="reference">:&#8202;12&#8202;</sup> It stands.</p>'
    f"<figure><figcaption>The court in 1931{mark('b', '2', '2')}</figcaption></figure>"
    f"<table><caption>Trains a day{mark('a', '1', '1')}</caption><tr><th>Year</th><th>Trains</th></tr>"
    "<tr><td>1913</td><td>46</td></tr></table>"
    f"<blockquote><p>The water is common.</p><p>— Vilar, 1931{mark('b', '2', '2')}</p></blockquote>"
    f"<h2>References</h2><ol>{note('a', '1', 'Dahl, I. (1994). Arches.')}"
    f"{note('b', '2', 'Vilar, J. (1931). Water.')}</ol>"
    '<h2>External links</h2><ul><li><a href="https://court.example">Official site</a></li></ul>'
    '<div id="catlinks" class="catlinks">Categories: <ul><li><a href="/c">Courts</a></li></ul></div>'
)


def test_what_stands_about_an_article_is_none_of_it() -> None:
    report = parse_report(AROUND, "html")
    claims = [(each.section, each.text, [m.raw for m in each.marks]) for each in report.statements if each.checkable]
    assert claims == [
        ("History", "It was built in 1411.", ["[1]"]),
        ("History", "It stands.", []),
        ("History", "1913 | 46", ["[1]"]),
        ("History", "The water is common.", ["[2]"]),
    ]
    assert [each.label for each in report.entries] == ["1", "2"] and report.notes == ()


@pytest.mark.parametrize("raised", ['<sup><a href="#{0}">{1}</a></sup>', '<a href="#{0}"><sup>{1}</sup></a>'])
def test_letters_that_lead_to_notes_are_no_part_of_a_word(raised: str) -> None:
    first, second = raised.format("fn1", "a"), raised.format("fn2", "b")
    page = f"<p>They rose{first}. They fell{second} by 3 m<sup>2</sup><sup>7</sup>.</p>"
    listed = (
        '<ol type="a"><li id="fn1">Ek 2019.</li><li id="fn2">Lo 2020.</li></ol>'
        '<h2>Sources</h2><ol><li value="7">Memo.</li></ol>'
    )
    assert told(parse_report(page + listed, "html")) == [
        ("They rose.", [("[a]", ["a"])]),
        ("They fell by 3 m².", [("[b]", ["b"]), ("7", ["7"])]),
    ]


BOXES = (
    '<div class="card"><a href="https://a.example/1"><h3>Battery log</h3></a><p>a.example</p></div>'
    '<a class="card" href="https://b.example/2"><div>Winter range</div><div>b.example</div></a>'
)


def test_a_card_of_a_source_is_one_entry() -> None:
    report = parse_report(
        f"<p>It fell ([log](https://a.example/1)).</p><h2>Sources</h2><section>{BOXES}</section>", "html"
    )
    assert [(each.url, each.text, each.title) for each in report.entries if not each.link] == [
        ("https://a.example/1", "Battery log a.example", "Battery log"),
        ("https://b.example/2", "Winter range b.example", "Winter range"),
    ]


def test_an_entry_is_where_its_address_leads_not_where_a_word_of_it_is_explained() -> None:
    listed = 'Brandt, O. "Hands". <a href="/wiki/Doi">doi</a>:<a href="https://doi.org/10.5555%2Fs.6">10.5555/s.6</a>.'
    page = f"<p>It rose [1].</p><h2>References</h2><ol><li><cite>{listed}</cite></li></ol>"
    (entry,) = parse_report(page, "html").entries
    assert entry.title == 'Brandt, O. "Hands". doi:10.5555/s.6'
    assert (entry.url, entry.doi) == ("https://doi.org/10.5555%2Fs.6", "10.5555/s.6")


def test_a_sentence_into_which_a_card_is_set_keeps_its_words() -> None:
    card = '<a href="https://a.example/x"><p>Fleet list</p></a>'
    page = f"<div>The fleet has 44 buses. {card} The quay cost 3 million.</div>"
    assert "The fleet has 44 buses." in {each.text for each in parse_report(page, "html").statements}


def test_a_name_in_brackets_inside_a_sentence_is_a_word_of_it() -> None:
    text = "The servers support [ipv6] and [http2] since 2019.\n\n[ipv6]: https://a.example/6\n[http2]: https://a.example/2\n"
    assert parse_report(text).statements[0].text == "The servers support ipv6 and http2 since 2019."


@pytest.mark.parametrize(("box", "lost"), [("<div>", False), ("<div class=x>", True)])
def test_marks_that_lie_deep_are_read_or_their_loss_is_said(box: str, lost: bool) -> None:
    text = '<p>Rye was 3 t.<sup><a href="#r1">1</a></sup></p><ol><li id="r1">Mill report 2025</li></ol>'
    report = parse_report(f"<html><body>{box * 300}{text}{'</div>' * 300}</body></html>", "html")
    assert (told(report) == [("Rye was 3 t.", [("1", ["1"])])]) is not lost
    assert any("bare words" in note for note in report.notes) is lost
