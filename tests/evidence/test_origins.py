"""Copies and hearsay are one voice with what they repeat; what only looks alike is not."""

from __future__ import annotations

import random
import re
import time
import tracemalloc
from collections.abc import Sequence
from hashlib import sha256

import pytest

from moot.evidence import origins as module
from moot.evidence.library import Library
from moot.evidence.origins import origins
from moot.evidence.overlap import Texts
from moot.words import Document, Source


def document(id: str, text: str, **more: str) -> Document:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = {"title": f"Text {id}", "origin": f"notes/{id}.md"} | more
    source = Source(id=id, sha256=digest, text_sha256=digest, media="text", **given)  # pyright: ignore[reportArgumentType]
    return Document(source=source, text=text)


def told(*documents: Document) -> list[tuple[str, ...]]:
    return [origin.sources for origin in origins(documents)]


def reasons(*documents: Document) -> list[str]:
    return [copy.told() for origin in origins(documents) for copy in origin.copies]


ARTICLE = (
    "The council of Altona voted on Monday to close Mill Street to cars from 1 May 2026. The vote was 31 to 12.",
    "Shops there had asked for a year of trial. Anna Brandt, who sells hats there, counted 412 cars in one hour.",
    "The closing costs 240,000 euros, most of it for bollards and 18 trees. The county pays two fifths of that.",
    "Buses go on through Mill Street, every 12 minutes as before. Taxis may enter until ten in the morning.",
)
WHOLE = "\n\n".join(ARTICLE)
OTHER = (
    "The harbour board measured sand at Wedel 14 times last year. On average 60 centimetres were found.\n\n"
    "Dredging took 31 days and 4 ships. The board has asked Hamburg for a second licence to dump the sand at sea.\n\n"
    "Fishermen from Wedel say that their nets came up empty for 9 weeks after the work in March."
)
AGAIN = f"From our partners.\n\n{ARTICLE[0]}\n\n{ARTICLE[1]}\n\n{ARTICLE[3]}\n\nSubscribe to our newsletter for more."


def test_the_same_text_elsewhere_is_one_voice() -> None:
    mirror = f"  {WHOLE.replace('. ', '.  ').replace('council', 'COUNCIL')}\n"
    documents = document("S1", WHOLE), document("S2", OTHER), document("S3", mirror)
    assert told(*documents) == [("S1", "S3")]
    assert reasons(*documents) == ["the same text as S1"]


def test_a_shortened_article_with_other_words_around_it_is_one_voice() -> None:
    documents = document("S1", AGAIN, title="Altona says goodbye to cars"), document("S2", WHOLE), document("S3", OTHER)
    assert told(*documents) == [("S2", "S1")]
    assert reasons(*documents) == ["all of its sentences stand in S2"]


def test_a_paragraph_added_makes_no_other_voice() -> None:
    added = f"{WHOLE}\n\nIn Wedel nothing of the kind is planned, its mayor says. Her town has no such street."
    assert told(document("S1", WHOLE, date="2026-02-02"), document("S2", added, date="2026-02-03")) == [("S1", "S2")]


def test_quotes_in_another_language_make_no_other_voice() -> None:
    here = f'{WHOLE}\n\n"We give the street back to those who live in it," said mayor Ute Voss. "It was never a road."'
    there = f"{WHOLE}\n\n„Wir geben die Straße denen zurück, die dort wohnen“, sagte Ute Voss. „Sie war nie eine.“"
    assert told(document("S1", here), document("S2", there)) == [("S1", "S2")]


def test_one_report_as_a_page_and_as_a_pdf_is_one_voice() -> None:
    def wrapped(text: str) -> str:
        words, lines = re.sub(r"([a-z]{3})([a-z]{3})", "\\1-\n\\2", text).split(" "), [""]
        for word in words:
            lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) < 60 else [lines[-1], word]
        return "\n".join(lines)

    pages = "\f".join(f"Town of Altona · page {n}\n\n{wrapped(part)}" for n, part in enumerate(ARTICLE, 1))
    assert told(document("S1", WHOLE), document("S2", pages)) == [("S2", "S1")], "the longer one"


def test_a_copy_in_a_script_without_spaces_is_one_voice() -> None:
    text = "青森県の無人駅が四月から小さな図書館になった。利用者は一日12人まで減っていた。本は約4,200冊である。"
    text += "改修費は860万円で、半分を町が負担した。開館した日曜日には140人が訪れた。"
    documents = document("S1", text), document("S2", f"話題のニュースをお届けします。{text}また明日お会いしましょう。")
    assert told(*documents) == [("S2", "S1")]


# --- which is the origin --------------------------------------------------------------------------------------------


def test_the_earliest_is_the_origin() -> None:
    dates = ("2026-02-04", "2026-02", "2026-02-03")
    copies = [document(f"S{n}", WHOLE, date=date) for n, date in enumerate(dates, 1)]
    assert told(copies[0], copies[2]) == [("S3", "S1")]
    assert told(copies[0], copies[1]) == [("S1", "S2")], "a month does not tell"


def test_the_one_whose_address_another_gives_as_its_own_is_the_origin() -> None:
    page = document("S2", WHOLE, origin="https://www.altona-post.example/mill-street?from=home", date="2026-02-03")
    amp = document(
        "S1",
        f"{ARTICLE[0]}\n\n{ARTICLE[1]}\n\nFour more things from the archive of this week that our readers liked.",
        origin="https://amp.example/altona-post/mill-street",
        stated_origin="https://altona-post.example/mill-street/",
        date="2026-02-02",
    )
    assert told(amp, page) == [("S2", "S1")]
    assert reasons(amp, page)[0].endswith("and both give one address as their own")


def test_of_undated_copies_the_longest_is_the_origin() -> None:
    assert told(document("S1", AGAIN), document("S2", WHOLE)) == [("S2", "S1")]


def test_a_preprint_and_its_paper_share_less_and_their_title() -> None:
    title = "Closed streets and the sale of hats in Altona"
    changed = f"{ARTICLE[0]}\n\n" + "\n\n".join(
        f"Our model number {n} estimates the loss of shop {n} at {n * 37} euros a day, with an error of {n + 3}."
        for n in range(3)
    )
    old, new = document("S1", WHOLE, title=title, date="2025"), document("S2", changed, title=title, date="2026")
    assert told(old, new) == [("S1", "S2")]
    assert reasons(old, new)[0].endswith("under the same title")
    assert not told(old, document("S2", changed, title="Hats", date="2026"))


# --- hearsay --------------------------------------------------------------------------------------------------------

COUNT = (
    "LockLab marked 4,000 bicycles in Torsby and followed them for a year. Of these 212 were stolen.\n\n"
    "Among U-locks the share of thefts was 2.9 per cent, among cables 8.8 per cent. Only 58 owners told the police."
)
SAID = (
    "LockLab reports that 212 of 4,000 marked bicycles in Torsby were stolen within a year. "
    "Of those with cables 8.8 per cent were stolen, according to the study. "
    "Only 58 owners told the police, the report says."
)


def counted(**more: str) -> Document:
    return document("S1", COUNT, **({"origin": "https://locklab.example/thefts-2025"} | more))


def test_who_only_says_what_another_says_in_its_name_is_no_voice() -> None:
    documents = counted(), document("S2", SAID, date="2025-01-01"), document("S3", OTHER)
    assert told(*documents) == [("S1", "S2")]
    assert reasons(*documents) == ["says what S1 says, in S1's name"]


@pytest.mark.parametrize(
    "names",
    [{"author": "LockLab Torsby; Ann Lee", "origin": "a.pdf"}, {"stated_origin": "LockLab", "origin": "a.pdf"}],
    ids=["author", "publisher"],
)
def test_a_file_is_named_by_its_author_or_publisher(names: dict[str, str]) -> None:
    said = SAID.replace("LockLab reports", "LockLab Torsby reports") if "author" in names else SAID
    assert told(counted(**names), document("S2", said)) == [("S1", "S2")]


POST = (
    "The grid battery of Norrby stores 120 megawatt-hours and cost 38 million euros, its owner said on Thursday.\n\n"
    "The owner expects it to pay off within 11 years. Residents near the site complained about the hum at night."
)


@pytest.mark.parametrize(
    "names",
    [
        {"site": "Norrby Post", "origin": "wire.html"},
        {"site": "The Norrby Post", "origin": "wire.html"},
        {"origin": "https://www.norrbypost.example/battery"},
        {"origin": "https://norrby-post.example/battery"},
    ],
    ids=["site", "with its article", "host of one word", "host with a hyphen"],
)
@pytest.mark.parametrize(
    "said",
    [
        "The battery of Norrby stores 120 megawatt-hours and cost 38 million euros, the Norrby Post reports.\n\n"
        "According to the Norrby Post, the owner expects it to pay off within 11 years.",
        "“The grid battery of Norrby stores 120 megawatt-hours,” writes the Norrby Post. “The owner expects it to pay "
        "off within 11 years.”",
        "As a digest says, citing the Norrby Post, the grid battery of Norrby cost 38 million euros.",
        "Posted 5 April 2026\n\nAccording to the Norrby Post, the grid battery of Norrby “cost 38 million euros”. "
        "I cannot add anything to that.",
    ],
    ids=["reports", "writes", "one sentence", "with its day"],
)
def test_a_paper_is_named_by_what_its_site_is_called(names: dict[str, str], said: str) -> None:
    paper = document("S1", POST, title="Norrby gets giant battery", **names)
    assert told(paper, document("S2", said)) == [("S1", "S2")]
    assert not told(paper, document("S2", said.replace("Norrby Post", "Harbour Mail")))


@pytest.mark.parametrize("host", ["thelocal", "the-local", "local"])
def test_words_that_are_written_as_the_host_is_are_no_name(host: str) -> None:
    paper = document("S1", POST, title="Norrby gets giant battery", origin=f"https://{host}.example/battery")
    said = (
        "{0} council said that the battery of Norrby stores 120 megawatt-hours and cost 38 million euros.\n\n"
        "The owner expects it to pay off within 11 years, the local council said."
    )
    assert not told(paper, document("S2", said.format("The local")))
    assert not told(paper, document("S2", said.format("the local")))
    said = (
        "The grid battery of Norrby cost 38 million euros, {0} reports. It pays off within 11 years, according to {0}."
    )
    assert told(paper, document("S2", said.format("The Local"))) == [("S1", "S2")]


@pytest.mark.parametrize(
    "own",
    [
        "In Torsby 97 bicycles with U-locks and 61 with cables were stolen, LockLab reports.",
        "That is wrong for the north. We asked riders there, and hardly anybody had lost a bicycle. "
        "The whole idea of marking frames has done nothing but harm to honest dealers.",
    ],
    ids=["figures", "contradiction"],
)
def test_who_adds_something_speaks_too(own: str) -> None:
    assert not told(counted(), document("S2", f"{SAID} {own}"))


def test_two_who_say_the_same_in_the_name_of_one_that_was_not_read_are_one_voice() -> None:
    one = (
        "The Harbour Gazette reports that Kelby may sell its locomotive. The offer is 900,000 dollars, the paper says."
    )
    two = "According to the Harbour Gazette, 900,000 dollars were offered. The Gazette says the board meets 12 May."
    one += " The board will decide on 12 May, according to the Gazette."
    assert told(document("S1", one), document("S2", two)) == [("S1", "S2")]
    assert "Gazette" not in reasons(document("S1", one), document("S2", two))[0], "words of a source in our sentence"
    other = "The Harbour Gazette reports a fire in Ode. Of 40 boats 6 were lost, the Gazette writes."
    assert not told(document("S1", one), document("S2", other))


# --- what is not one voice ------------------------------------------------------------------------------------------

QUOTATION = (
    '"No one in this government takes the loss of a village lightly. But three million people drink from wells that '
    'fall by a metre every year. We have promised every family a house of its choice and its land paid twice over."'
)
TABLE = "\n".join(f"| District {n} | {n * 411} | {n * 97} |" for n in range(12))
LICENCE = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software, to deal in the "
    "Software without restriction. The above copyright notice shall be included in all copies of the Software. The "
    "software is provided without warranty of any kind. In no event shall the authors be liable for any claim."
)
TEMPLATE = (
    "Tenders must be submitted in electronic form. Late tenders are not considered. Questions may be put in writing "
    "before the end of the period. Answers are published for all tenderers. Appeals may be lodged with the chamber."
)


@pytest.mark.parametrize(
    "common", [QUOTATION, TABLE, LICENCE, TEMPLATE], ids=["quotation", "table", "licence", "template"]
)
def test_what_two_share_does_not_make_them_one(common: str) -> None:
    one, two = f"{ARTICLE[0]}\n\n{common}", f"{OTHER[:230]}\n\n{common}"
    assert not told(document("S1", one), document("S2", two))
    if common is QUOTATION:
        assert not told(document("S1", one), document("S2", two), document("S3", QUOTATION)), "nor its source"


def test_one_template_filled_in_twice_is_two_voices() -> None:
    def report(town: str, base: int) -> str:
        return (
            f"The mean temperature at {town} was {base} degrees. The warmest day was 28 March with {base + 9} degrees. "
            f"Rain fell on {base + 5} days. The strongest gust was measured with {base * 11} kilometres. Values "
            "may be corrected. The station stands on open ground and is visited once a month."
        )

    assert not told(document("S1", report("Norrhamn", 4)), document("S2", report("Vasteby", 7)))


def test_long_sentences_that_differ_in_a_figure_or_a_name_only_are_two_voices() -> None:
    def report(town: str, sum: int) -> str:
        kinds = ("paper", "glass", "wood", "garden waste", "old furniture")
        return " ".join(
            f"The people who live in the town of {town} brought {sum + n} tonnes of {kind} to the yards that the "
            "county has run since the spring, and most of it could be used again by firms nearby."
            for n, kind in enumerate(kinds)
        )

    assert not told(document("S1", report("Ode", 300)), document("S2", report("Ode", 800)))
    assert not told(document("S1", report("Ode", 300)), document("S2", report("Hage", 300)))


def test_a_digest_joins_nobody() -> None:
    digest = f"Good morning! Here is the week.\n\n{WHOLE}\n\n{OTHER}\n\nThat was the week."
    more = "\n\n".join(f"In week {n} the team of Ode won {n} to 1 and climbed to place {20 - n}." for n in range(9))
    assert not told(document("S1", WHOLE), document("S2", OTHER), document("S3", f"{digest}\n\n{more}"))


def test_a_report_of_its_own_that_takes_in_an_agency_s_item_speaks_for_itself() -> None:
    item = document("S1", "\n\n".join(ARTICLE[:2]), date="2026-02-02")
    own = "\n\n".join(
        f"Resident number {n} of Mill Street has parked {n + 2} cars there since 19{60 + n}." for n in range(12)
    )
    assert not told(item, document("S2", f"{item.text}\n\n{own}", date="2026-02-02"))
    assert told(item, document("S2", f"{item.text}\n\n{own}", date="2026-02-01")) == [("S2", "S1")], "an excerpt of it"


def test_pages_that_name_a_site_as_a_whole_are_not_one() -> None:
    site = "https://altona-post.example/"
    own = " ".join(f"In year {1950 + n} the yard at Ode built {n + 3} boats of oak." for n in range(4))
    texts = f"{OTHER}\n\n{ARTICLE[0]}\n\n{ARTICLE[1]}", f"{ARTICLE[0]}\n\n{ARTICLE[1]}\n\n{own}"
    one, two = (document(f"S{n}", text, stated_origin=site) for n, text in enumerate(texts, 1))
    assert not told(one, two)
    page = f"{site}mill-street"
    assert told(*(document(f"S{n}", text, stated_origin=page) for n, text in enumerate(texts, 1)))


# --- hostile and large ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "texts", [(), ("",), ("", ""), ("\ud800", "\ud800"), ("a " * 3, "a " * 3), ("。" * 9, "“" * 9)]
)
def test_what_is_no_text_is_no_copy(texts: Sequence[str]) -> None:
    assert told(*(document(f"S{n}", text) for n, text in enumerate(texts, 1))) == []


@pytest.mark.parametrize("part", ["A-", "said ", "A said ", "According to ", "\n ", "“", "| ", "-\n", ". ", "A "])
def test_no_text_takes_long(part: str) -> None:
    begun = time.process_time()
    told(document("S1", part * (400_000 // len(part))), document("S2", part * (7_900 // len(part))))
    assert time.process_time() - begun < 5


def test_five_hundred_documents_take_seconds() -> None:
    chance = random.Random(3)
    words = ["".join(chance.choices("aeioulnrstdkm", k=chance.randrange(2, 9))) for _ in range(5000)]
    texts = [
        ". ".join(" ".join(["The", *chance.choices(words, k=18), str(chance.randrange(900))]) for _ in range(100))
        for _ in range(480)
    ]
    documents = [document(f"S{n}", text) for n, text in enumerate([*texts, *texts[:20]])]
    begun = time.process_time()
    found = told(*documents)
    assert time.process_time() - begun < 10, "5 s on a machine that does nothing else"
    assert found == [(f"S{n}", f"S{480 + n}") for n in range(20)]


# --- in a library ---------------------------------------------------------------------------------------------------


def test_a_library_tells_what_a_source_repeats_and_since_when() -> None:
    library = Library([document("S1", WHOLE, date="2021-03-01"), document("S2", OTHER, date="2024-01-01")])
    assert [source.echo for source in library.sources] == [None, None]
    library.add([document("S3", WHOLE, date="2026-01-01"), document("S4", f"{WHOLE}\n\n{OTHER}", date="2026-01-01")])
    third = library.sources[2]
    assert third.echo is not None and third.echo.whole
    assert (third.echo.of, third.echo.reason, third.told) == ("S1", "the same text as S1", "2021-03-01")
    assert library.sources[1].told == "2024-01-01"


def test_a_copy_that_changes_something_is_as_new_as_it_says() -> None:
    later = WHOLE.replace("240,000 euros", "390,000 euros")
    library = Library([document("S1", WHOLE, date="2021-03-01"), document("S2", later, date="2026-01-01")])
    echo = library.sources[1].echo
    assert echo is not None and not echo.whole
    assert library.sources[1].told == "2026-01-01"


def test_a_copy_with_a_table_of_its_own_adds_something() -> None:
    tabled = f"{WHOLE}\n\n| Street | Cars |\n|---|---|\n| Mill Street | 977 |\n"
    library = Library([document("S1", WHOLE, date="2021-03-01"), document("S2", tabled, date="2026-01-01")])
    echo = library.sources[1].echo
    assert echo is not None and not echo.whole


def test_a_report_asks_again_for_what_its_run_knew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Library((document("S1", WHOLE), document("S2", f" {WHOLE}"))).origins
    compared: list[Sequence[str]] = []

    def counted(texts: Sequence[str]) -> Texts:
        compared.append(texts)
        return Texts(texts)

    monkeypatch.setattr(module, "Texts", counted)
    assert Library((document("S1", WHOLE), document("S2", f" {WHOLE}"))).origins == first
    assert not compared
    assert not Library((document("S1", WHOLE), document("S2", OTHER))).origins
    assert compared == [[WHOLE, OTHER]]


def test_what_many_texts_have_in_common_is_found_in_little_memory() -> None:
    chosen = random.Random(5)
    base = [f"word{chosen.randrange(2000)}" for _ in range(4000)]
    texts = Texts([" ".join(chosen.choice((word,) * 19 + ("other",)) for word in base) for _ in range(40)])
    tracemalloc.start()
    near = texts.pairs(range(40))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert near[0] == (0, 1) and near[-1] == (38, 39)
    assert peak < 80 * 160_000  # bytes for each word
