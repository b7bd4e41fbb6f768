"""Drafts as values: with a claim changed, added or taken out. What is left empty goes too."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from moot.words import Claim, Draft, Row, Section, Table


def added(draft: Draft, claim: Claim, title: str | None) -> Draft:
    """The draft with `claim` at the end of the section of that title, made at the end if there is none."""
    sections = list(draft.sections)
    at = next((n for n, section in enumerate(sections) if section.title == title), None)
    if at is None:
        sections.append(Section(title=title or "Added after review", claims=(claim,)))
    else:
        sections[at] = sections[at].model_copy(update={"claims": (*sections[at].claims, claim)})
    return draft.model_copy(update={"sections": tuple(sections)})


def without(draft: Draft, ids: Iterable[str]) -> Draft:
    """The draft without the claims named (a disagreement left with one side goes as a whole)."""
    gone = set(ids)
    return mapped(draft, lambda claim: None if claim.id in gone else claim)


def mapped(draft: Draft, change: Callable[[Claim], Claim | None]) -> Draft:
    """The draft with every claim replaced by what `change` makes of it; None takes it out."""

    def kept(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(new for claim in claims if (new := change(claim)) is not None)

    def table(table: Table) -> Table:
        rows = (Row(label=row.label, cells=tuple(cell and change(cell) for cell in row.cells)) for row in table.rows)
        return table.model_copy(update={"rows": tuple(row for row in rows if any(row.cells))})

    sections = tuple(
        Section(
            title=section.title,
            claims=kept(section.claims),
            tables=tuple(new for each in section.tables if (new := table(each)).rows),
        )
        for section in draft.sections
    )
    disagreements = (each.model_copy(update={"sides": kept(each.sides)}) for each in draft.disagreements)
    return draft.model_copy(
        update={
            "sections": tuple(section for section in sections if section.claims or section.tables),
            "disagreements": tuple(each for each in disagreements if len(each.sides) > 1),
        }
    )
