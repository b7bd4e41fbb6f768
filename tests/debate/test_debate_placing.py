"""Where a sentence of another draft stands in the document."""

from __future__ import annotations

from pumps import claim

from moot.debate import answers
from moot.debate.placing import placed
from moot.words import Claim, ClaimKind, Draft, Section


def said(id: str, text: str) -> Claim:
    return claim(id, text, "S1.1", text)


ANSWER = Section(title="Answer", claims=(said("A.c1", "Dosing of the water costs 0.5 million euros a year."),))
WATER = Section(
    title="Water",
    claims=(
        said("A.c2", "The median of lead at the tap fell to 4.1 µg/l in 2025."),
        said("A.c3", "The waterworks replaced 310 pipes in 2025."),
    ),
)
COSTS = Section(
    title="Costs",
    claims=(
        said("A.c4", "Dosing phosphate costs 0.4 million euros a year."),
        said("A.c5", "The town lends owners the money without interest."),
    ),
)
DEARER = said("B.c1", "Dosing phosphate costs 0.5 million euros a year with the sewage works.")
BIRDS = said("B.c2", "Blackbirds sing before sunrise.")


def ids(sections: list[Section]) -> list[list[str]]:
    return [[each.id for each in section.claims] for section in sections]


def test_a_sentence_stands_behind_the_one_it_is_most_like_in_whatever_section_but_the_answer() -> None:
    sections, left = placed([ANSWER, WATER, COSTS], [DEARER], 1)
    assert ids(sections) == [["A.c1"], ["A.c2", "A.c3"], ["A.c4", "B.c1", "A.c5"]] and not left


def test_sentences_behind_the_same_one_keep_their_order() -> None:
    first = DEARER.model_copy(update={"id": "B.c9"})
    sections, _ = placed([ANSWER, WATER, COSTS], [first, DEARER], 1)
    assert ids(sections)[2] == ["A.c4", "B.c9", "B.c1", "A.c5"]


def test_a_sentence_stands_beside_one_that_rests_on_the_same_quote() -> None:
    """They tell of one thing, and apart they would seem to be told twice."""
    lent = claim("B.c3", "Nobody pays more than was lent.", "S1.1", COSTS.claims[1].text)
    sections, left = placed([ANSWER, WATER, COSTS], [lent], 1)
    assert ids(sections)[1:] == [["A.c2", "A.c3"], ["A.c4", "A.c5", "B.c3"]] and not left


def test_what_is_like_no_sentence_stands_where_its_neighbours_do() -> None:
    sections, left = placed([ANSWER, WATER, COSTS], [BIRDS], 1)
    assert ids(sections)[1] == ["A.c2", "A.c3", "B.c2"] and not left
    sections, left = placed([ANSWER, WATER, COSTS], [BIRDS], None)
    assert ids(sections)[1] == ["A.c2", "A.c3"] and left == [BIRDS]


def test_a_document_of_an_answer_alone_has_no_place() -> None:
    assert placed([ANSWER], [DEARER], None) == ([ANSWER], [DEARER])


def test_what_an_earlier_answer_cited_stands_behind_what_it_is_most_like() -> None:
    before = Section(title="Answer", claims=(DEARER, BIRDS))
    answer = Claim(id="s1", kind=ClaimKind.INFERRED, text="Dosing is cheap.", premises=("A.c4",))
    whole = Draft(sections=(before, WATER, COSTS))
    made = answers.put(whole, [answer], answers.inferred(whole))
    assert ids(list(made.sections)) == [["s1"], ["B.c2"], ["A.c2", "A.c3"], ["A.c4", "B.c1", "A.c5"]]
    assert made.sections[1].title == answers.CITED


def test_what_follows_from_the_old_answer_follows_from_what_that_followed_from() -> None:
    """So the old sentence need not be kept beside the new one that says it again."""

    def thus(id: str, *premises: str) -> Claim:
        return Claim(id=id, kind=ClaimKind.INFERRED, text=f"So it is by {id}.", premises=premises)

    before = Section(title="Answer", claims=(thus("A.c6", "A.c2", "A.c4"), thus("A.c7", "A.c6", "A.c3")))
    draft = Draft(sections=(before, WATER, COSTS))
    many = tuple(thus(f"A.c{n}", *(f"A.c{k}" for k in range(10, n)), "A.c2") for n in range(10, 60))
    whole = Draft(sections=(Section(title="Answer", claims=many), WATER, COSTS))
    assert answers.numbered([thus("n1", "A.c59")], whole, (), answers.inferred(whole))[0].premises == ("A.c2",)
    (answer,) = answers.numbered([thus("n1", "A.c7", "A.c2")], draft, (), answers.inferred(draft))
    assert answer.premises == ("A.c2", "A.c4", "A.c3")
    assert ids(list(answers.put(draft, [answer], answers.inferred(draft)).sections)) == [
        ["s1"],
        ["A.c2", "A.c3"],
        ["A.c4", "A.c5"],
    ]
