"""Who only quotes another is no voice, under whatever day; who adds a word is one."""

from __future__ import annotations

from hashlib import sha256

import pytest

from moot.evidence import hearsay
from moot.evidence.origins import origins
from moot.words import Document, Source


def document(id: str, text: str, **more: str) -> Document:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    given = {"title": f"Text {id}", "origin": f"notes/{id}.md"} | more
    source = Source(id=id, sha256=digest, text_sha256=digest, media="text", **given)  # pyright: ignore[reportArgumentType]
    return Document(source=source, text=text)


def told(*documents: Document) -> list[tuple[str, ...]]:
    return [origin.sources for origin in origins(documents)]


SWIFTS = document(
    "S1",
    "# The swifts of Karlow 2025\n\nBy Marta Hollis, 3 June 2025\n\n"
    "In May 2025 we counted 340 pairs of swifts under the roofs of Karlow, 52 of them in the old brewery. The brewery "
    "roof will be repaired in 2027.\n\nNest boxes cost 38 euros each, the town reckons. Two hundred have been ordered.",
    title="The swifts of Karlow 2025",
    author="Marta Hollis",
    date="2025-06-03",
    origin="https://swiftwatch.example/karlow",
)
COUNTED = "In May 2025 we counted 340 pairs of swifts under the roofs of Karlow, 52 of them in the old brewery."
REPAIRED = "The brewery roof will be repaired in 2027."
BOXES = "Nest boxes cost 38 euros each, the town reckons."
ONLY_QUOTED = {
    "set off, with thanks": f"# 340 pairs!\n\n5 June 2025\n\n> {COUNTED} {REPAIRED}\n\nVia the count at Karlow.",
    "set off, by line": "Good news for bird lovers!\n\n> " + f"{COUNTED} {REPAIRED}".replace("of ", "of\n> "),
    "announced": f"Marta Hollis has counted the swifts. We quote from her report:\n\n{COUNTED}\n\n{BOXES}",
    "set off and announced": f"Marta Hollis has published a count. We quote it:\n\n> {COUNTED} {BOXES}",
    "in quotation marks": f"From the report by Marta Hollis: “{COUNTED}” And: “{BOXES}”",
    "in her name, with a word of its own": "# What the swift count says\n\nSpring is here at last, dear readers.\n\n"
    "According to Marta Hollis, 340 pairs of swifts were counted in Karlow. She says that 52 pairs nest in the old "
    "brewery. Her report adds that nest boxes cost 38 euros each.",
    "in her name, and set off": "Here is a story that made our week. According to her report, Marta Hollis says, 340 "
    f"pairs of swifts were counted in Karlow.\n\n> {BOXES}",
}
OWN = {
    "quotes a sentence, counts itself": f"Marta Hollis writes: “{COUNTED}” We went up to the roof in July and found 19 "
    "nests abandoned. The mason says that the scaffold will come a year early.",
    "quotes a sentence, tells of something else": f"> {COUNTED}\n\nThe scaffold already stands at the brewery. Masons "
    "have closed most of the holes. Nobody had asked the town for leave.",
    "quotes to deny": f"> {COUNTED}\n\nThis is wrong. The brewery has no holes at all. Whoever counts from the street "
    "counts sparrows.",
    "counts the same": "The bird club of Karlow counted 340 pairs of swifts under the roofs in May 2025. Of these, 52 "
    "pairs bred in the old brewery. A box costs 38 euros.",
    "has it otherwise": "According to Marta Hollis, 340 pairs of swifts were counted in Karlow. The town says that 210 "
    "pairs were counted. Hollis says that boxes cost 38 euros each.",
}


DATELINES = (
    "Posted on March 15, 2026",
    "Published on 3 June 2025",
    "Posted by admin on June 9, 2025",
    "By Ole Brandt · 9 June 2025, 14:05",
    "Last updated on 9 June 2025",
    "Veröffentlicht am 9. Juni 2025",
    "Publié le 9 juin 2025",
    "Bird News, 9 June 2025",
    "9 June 2025 | Ole Brandt",
)


def reposted(text: str) -> Document:
    return document("S2", text, date="2025-06-08", origin="https://other.example/birds")


@pytest.mark.parametrize("text", ONLY_QUOTED.values(), ids=ONLY_QUOTED)
def test_who_only_quotes_another_has_no_voice_of_their_own(text: str) -> None:
    assert told(SWIFTS, reposted(text)) == [("S1", "S2")]


@pytest.mark.parametrize("dateline", DATELINES)
def test_the_day_under_which_somebody_quotes_is_no_word_of_their_own(dateline: str) -> None:
    page = f"# Birds\n\n{dateline}\n\nMarta Hollis reported: “{COUNTED}” Also: “{BOXES}”"
    assert told(SWIFTS, reposted(page)) == [("S1", "S2")]


@pytest.mark.parametrize(
    "own",
    [
        "Published on 9 June 2025, the rules of the town forbid 12 kinds of nest boxes.",
        "9 June 2025 the mason closed the holes of the brewery.",
        "Dienstag 9. Juni 2025 mauerten 3 Leute die Löcher zu.",
        "On 9 June 2025 the mason closed the holes of the brewery.",
        "Veröffentlicht am 9. Juni 2025 wurde der Plan der Stadt für 61 Dächer.",
        "Posted on June 9, 2025 were 61 guards at the brewery.",
    ],
)
def test_a_day_on_which_something_happened_is_a_word_of_their_own(own: str) -> None:
    assert not told(SWIFTS, reposted(f"# Birds\n\n{own}\n\nMarta Hollis reported: “{COUNTED}” Also: “{BOXES}”"))


@pytest.mark.parametrize(
    "words",
    [
        "Marta Hollis writes:",
        "Here is what Marta Hollis reports:",
        "In her latest report Marta Hollis says:",
        "Marta Hollis schreibt dazu:",
    ],
)
def test_who_only_says_that_a_quotation_follows_tells_nothing(words: str) -> None:
    page = f"{words}\n\n> {COUNTED}\n>\n> {BOXES}\n\nWorth a read."
    assert told(SWIFTS, reposted(page)) == [("S1", "S2")]


@pytest.mark.parametrize(
    "words",
    [
        "The mayor, whom a court barred from office, closed the brewery and told Marta Hollis:",
        "Half of the nests burned in the fire at the mill, and Marta Hollis writes:",
        "Nobody counts by night, so that most birds are missed, yet Marta Hollis says:",
    ],
)
def test_who_tells_something_before_a_quotation_speaks_for_themselves(words: str) -> None:
    assert not told(SWIFTS, reposted(f"{words}\n\n> {COUNTED}\n>\n> {BOXES}"))


def test_a_source_in_brackets_says_whose_word_it_is() -> None:
    said = "In Karlow 340 pairs of swifts were counted (source: Marta Hollis). Nest boxes cost 38 euros each"
    assert told(SWIFTS, reposted(f"{said}, reports Marta Hollis.")) == [("S1", "S2")]
    assert not told(SWIFTS, reposted(f"{said}, and wood is dear. The mill was sold (source: own inquiry)."))


@pytest.mark.parametrize("text", OWN.values(), ids=OWN)
def test_who_quotes_and_has_something_to_say_speaks_for_themselves(text: str) -> None:
    assert not told(SWIFTS, reposted(text))


def test_what_is_quoted_elsewhere_makes_those_who_quote_it_no_copies() -> None:
    """Two reports with the same word of a mayor, and a page that has nothing else."""
    word = "“The roof will hold for 30 years at least, and it cost us 4 million euros”"
    one = document("S1", f"The new roof was opened by 200 guests. {word}, said mayor Ute Voss. The choir sang an hour.")
    other = document("S2", f"Of the masons of Sund 31 were there. {word}, said mayor Ute Voss. Beer was 3 euros.")
    assert not told(one, other, document("S3", f"> {word[1:-1]}"))


def test_a_word_of_its_own_beside_hearsay_is_not_lost() -> None:
    """A sentence that the other one does not have: one voice, and not nothing more."""
    said = ONLY_QUOTED["in her name, with a word of its own"]
    (more,) = origins([SWIFTS, reposted(said)])
    (less,) = origins([SWIFTS, reposted(said.replace("Spring is here at last, dear readers.", ""))])
    assert (more.copies[0].whole, less.copies[0].whole) == (False, True)


def test_where_a_source_first_appeared_is_looked_for_once_however_many_it_is_like(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Told:
        def search(self, part: str) -> None:
            asked.append(part)

    asked = list[str]()
    monkeypatch.setattr(hearsay, "_FIRST", Told())
    origins([SWIFTS, *(document(f"S{n}", f"{COUNTED} {REPAIRED} {BOXES} We saw {n} more.") for n in range(2, 6))])
    assert sum("We saw 5 more" in part for part in asked) == 1
