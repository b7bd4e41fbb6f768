"""The map of agreement: who says what, and who says otherwise."""

from __future__ import annotations

from moot.report import matrix
from moot.report.matrix import Cell
from moot.report.shape import Council, DraftView, MemberView, Mention, Statement
from moot.words import Agreement

LETTERS = "ABC"


def cells(*said: tuple[str, str, tuple[int, ...]], within: dict[int, int] | None = None) -> list[tuple[Cell, ...]]:
    """Of statements, each told by these drafts and against those of these numbers, the rows of the map in order.

    `within`: of a statement by its number → the one that includes it.
    """
    fuller = within or {}

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
            included_in=(mention(fuller[n]),) if n in fuller else (),
        )
        for n, (drafts, text, against) in enumerate(said, 1)
    )
    drafts = tuple(DraftView(label=each, seat=f"author-{each}", model="m", family="f") for each in LETTERS)
    drawn = matrix.of(Council(seed=1, drafts=drafts, statements=statements, positions=(), conformity=0))
    rows = {row.statement.number: row.cells for group in drawn.groups for row in group.rows}
    return [rows[n] for n in range(1, len(said) + 1)]


def test_who_says_both_sides_of_a_conflict_is_shown_so() -> None:
    rows = cells(
        ("AB", "By the forms 38 % of the oysters died.", (2,)),
        ("A", "By the count of 3 to 5 October 62 % had died.", (1,)),
        ("C", "38 % of the oysters died.", ()),
    )
    assert rows[:2] == [("both", "says", "silent"), ("both", "denies", "silent")]


def test_who_tells_a_figure_of_a_statement_does_not_say_the_statement() -> None:
    """An estimate is no count, a part not the whole, and a rounded figure not the one that was counted."""
    rows = cells(
        ("A", "The inventory counted 1,136 pipes.", (2,)),
        ("C", "The Office estimates that 900 pipes are old.", (1, 3)),
        ("B", "Some 1,100 pipes are still old.", (2,)),
        ("A", "The damage in the bay is 1.9 million euros, by the growers.", (5,)),
        ("B", "The damage is 0.7 million euros, and not 1.9 million euros.", (4,)),
    )
    assert rows[:3] == [("says", "silent", "denies"), ("denies", "denies", "says"), ("silent", "says", "denies")]
    assert rows[3:] == [("says", "denies", "silent"), ("denies", "says", "silent")]


def test_who_tells_another_figure_denies_it_and_who_tells_none_is_silent() -> None:
    rows = cells(
        ("A", "On lease T6 78 % were dead.", (2,)),
        ("B", "On lease T6 66 % were dead.", (1,)),
        ("C", "On lease T5 78 % of the cages were torn.", ()),
    )
    assert rows[:2] == [("says", "denies", "silent"), ("denies", "says", "silent")]


def test_who_says_a_part_of_a_statement_is_not_silent_on_it() -> None:
    rows = cells(
        ("A", "The Agency estimates 12,400 dead mussels from counts on 24 transects.", (2, 4)),
        ("B", "By a drone survey of 22 August about 31,000 mussels died.", (1,)),
        ("C", "Dead mussels · Agency: 12,400", ()),
        ("C", "Dead mussels · University: about 31,000", (1,)),
        within={3: 1, 4: 2},
    )
    assert rows == [
        ("says", "denies", "torn"),
        ("denies", "says", "part"),
        ("says", "silent", "says"),
        ("denies", "says", "says"),
    ]
