"""The map of agreement: who says what, and who says otherwise."""

from __future__ import annotations

from moot.report import matrix
from moot.report.matrix import Cell
from moot.report.shape import Council, DraftView, MemberView, Mention, Statement
from moot.words import Agreement

LETTERS = "ABC"


def cells(*said: tuple[str, str, tuple[int, ...]]) -> list[tuple[Cell, ...]]:
    """Of statements, each told by these drafts and against those of these numbers, the rows of the map in order."""

    def mention(number: int) -> Mention:
        drafts, text, _ = said[number - 1]
        return Mention(number=number, drafts=tuple(drafts), text=text)

    statements = tuple(
        Statement(
            number=n,
            text=text,
            agreement=Agreement.SOME if len(drafts) > 1 else Agreement.ONE,
            members=tuple(MemberView(draft=letter, claim=f"{letter}.c{n}", text=text) for letter in drafts),
            against=tuple(mention(other) for other in against),
        )
        for n, (drafts, text, against) in enumerate(said, 1)
    )
    drafts = tuple(DraftView(label=each, seat=f"author-{each}", model="m", family="f") for each in LETTERS)
    drawn = matrix.of(Council(seed=1, drafts=drafts, statements=statements, positions=(), conformity=0))
    rows = {row.statement.number: row.cells for group in drawn.groups for row in group.rows}
    return [rows[n] for n in range(1, len(said) + 1)]


def test_who_tells_the_figure_in_other_words_is_not_shown_as_denying_it() -> None:
    rows = cells(
        ("AB", "By the forms 38 % of the oysters died.", (2, 3)),
        ("A", "By the count of 3 to 5 October 62 % had died.", (1,)),
        ("B", "62 % of the oysters had died by October.", (1, 4)),
        ("C", "38 % of the oysters died.", (3,)),
    )
    assert rows == [
        ("both", "both", "says"),
        ("both", "both", "denies"),
        ("both", "both", "denies"),
        ("both", "both", "says"),
    ]


def test_who_tells_a_part_of_a_fuller_statement_with_its_figure_says_it() -> None:
    rows = cells(
        ("A", "The damage is 1.9 million euros.", (3,)),
        ("B", "The damage in the bay is 1.9 million euros, by the growers.", (3,)),
        ("C", "The damage is 0.7 million euros.", (1, 2)),
    )
    assert rows == [("says", "says", "denies"), ("says", "says", "denies"), ("denies", "denies", "says")]


def test_who_tells_another_figure_denies_it_and_who_tells_none_is_silent() -> None:
    rows = cells(
        ("A", "On lease T6 78 % were dead.", (2,)),
        ("B", "On lease T6 66 % were dead.", (1,)),
        ("C", "On lease T5 78 % of the cages were torn.", ()),
    )
    assert rows[:2] == [("says", "denies", "silent"), ("denies", "says", "silent")]
