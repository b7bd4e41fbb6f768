"""Drafts as values: with a claim changed, added or taken out. What is left empty goes too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from moot.words import Claim, Draft, Row, Section, Table


def spoken(claim: Claim) -> str:
    """The words of a claim; a cell of a table says what it belongs to."""
    return f"{claim.about}: {claim.text}" if claim.about else claim.text


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


def as_draft(claims: Iterable[Claim]) -> Draft:
    """The claims as a draft of one section."""
    return Draft(sections=(Section(title="", claims=tuple(claims)),))


def followed(draft: Draft, others: Iterable[Claim] = ()) -> set[str]:
    """Ids of what the claims of the draft follow from, directly or through other claims of it or of `others`."""
    claims = {claim.id: claim for claim in (*others, *draft.claims())}
    found, waiting = set[str](), [premise for claim in draft.claims() for premise in claim.premises]
    while waiting:
        id = waiting.pop()
        if id not in found:
            found.add(id)
            waiting += claims[id].premises if id in claims else ()
    return found


def worded(claim: Claim, claims: Mapping[str, Claim]) -> str:
    """A claim in its words, with what it follows from in theirs: findings on an inference depend on that."""
    if not claim.premises:
        return claim.model_dump_json()
    below = followed(as_draft([claim]), claims.values())
    return "\n".join([claim.model_dump_json(), *(claims[id].model_dump_json() for id in sorted(below) if id in claims)])


def only(draft: Draft, ids: Iterable[str]) -> Draft:
    """The draft with nothing but the claims named, and those that they follow from."""
    claims = {claim.id: claim for claim in draft.claims()}
    kept, waiting = set[str](), [id for id in ids if id in claims]
    while waiting:
        id = waiting.pop()
        kept.add(id)
        waiting += [premise for premise in claims[id].premises if premise in claims and premise not in kept]
    slim = mapped(draft, lambda claim: claim if claim.id in kept else None)
    # A disagreement left with one side goes as a whole; its claim was asked for all the same.
    left = kept - {claim.id for claim in slim.claims()}
    sides = tuple(claims[id] for id in claims if id in left)
    sections = (*slim.sections, *((Section(title="Where the sources disagree", claims=sides),) if sides else ()))
    return Draft(sections=sections, disagreements=slim.disagreements)


def lettered(draft: Draft, letter: str) -> Draft:
    """The draft with its letter before the ids of its claims: `A.c3`."""

    def named(claim: Claim) -> Claim:
        premises = tuple(f"{letter}.{premise}" for premise in claim.premises)
        return claim.model_copy(update={"id": f"{letter}.{claim.id}", "premises": premises})

    return mapped(draft, named)


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
