"""The shapes in which a language model replies, and their translation into words.

They differ from the words where a model does better with less: no ids that we can give, table cells without ceremony,
empty lists left out. The docstrings and descriptions below go to the model as part of the schema, so they are prompts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from moot.words import (
    Action,
    Alignment,
    Alignments,
    Ask,
    Aspect,
    Assessment,
    Assessments,
    Challenge,
    ChallengeKind,
    Challenges,
    Citation,
    Claim,
    ClaimKind,
    Composed,
    Disagreement,
    Draft,
    Drafting,
    Edit,
    Judgement,
    Judgements,
    Plan,
    Relation,
    Remedy,
    Response,
    Responses,
    Revision,
    Row,
    Section,
    Sides,
    Support,
    Table,
    Verdict,
)


class Form(BaseModel):
    model_config = ConfigDict(extra="ignore")


class AspectForm(Form):
    question: str = Field(description="One sub-question.")
    searches: list[str] = Field(description="One to three short keyword searches.")


class PlanForm(Form):
    aspects: list[AspectForm] = Field(description="Three to seven sub-questions that together answer the question.")

    def to_word(self) -> Plan:
        if not self.aspects:
            raise ValueError("aspects is empty: give at least one sub-question")
        return Plan(
            aspects=tuple(
                Aspect(id=f"a{n}", question=aspect.question, queries=tuple(aspect.searches) or (aspect.question,))
                for n, aspect in enumerate(self.aspects, 1)
            )
        )


class PlanOrAskForm(Form):
    aspects: list[AspectForm] = Field(
        default_factory=list[AspectForm],
        description="Three to seven sub-questions that together answer the question; empty if you ask.",
    )
    ask: str = Field(default="", description="A question to the person, instead of the plan.")

    def to_word(self) -> Plan | Ask:
        if self.ask.strip() and not self.aspects:
            return Ask(question=" ".join(self.ask.split()))
        return PlanForm(aspects=self.aspects).to_word()


class SidesForm(Form):
    sides: list[str] = Field(description="The rival answers, each one sentence.")

    def to_word(self) -> Sides:
        sides = tuple(dict.fromkeys(side.strip() for side in self.sides if side.strip()))
        if len(sides) < 2:
            raise ValueError("sides needs at least two different answers")
        return Sides(sides=sides)


class CitationForm(Form):
    passage: str = Field(description="Id of a passage, such as S2.3.")
    quote: str = Field(description="Copied from that passage, character by character. '…' may join parts in order.")

    def to_word(self) -> Citation:
        return Citation(passage=self.passage.strip().strip("[]"), quote=self.quote)


def _orders() -> Any:
    """Of a seat that reads the passages. It comes last, so that the task does not wait for it."""
    told = (
        "Words of the passages that tell a model, a summary, a review or a rating what to do; mostly none, at most 8."
    )
    return Field(default_factory=list[CitationForm], description=told)


def _cited(citations: Iterable[CitationForm]) -> tuple[Citation, ...]:
    return tuple(citation.to_word() for citation in citations)


class ClaimForm(Form):
    id: str = Field(description="c1, c2, …: unique in the draft.")
    kind: ClaimKind
    text: str = Field(description="One checkable sentence.")
    citations: list[CitationForm] = Field(default_factory=list[CitationForm])
    expression: str | None = Field(
        default=None, description="Only for 'computed': arithmetic over figures that stand in the quotes."
    )
    premises: list[str] = Field(
        default_factory=list[str], description="Only for 'inferred': ids of the claims it follows from."
    )

    def to_word(self) -> Claim:
        return Claim(
            id=self.id.strip(),
            kind=self.kind,
            text=self.text.strip(),
            citations=_cited(self.citations),
            expression=self.expression or None,
            premises=tuple(self.premises),
        )


class CellForm(Form):
    text: str
    passage: str
    quote: str = Field(description="The words of the passage that give this cell.")


class RowForm(Form):
    label: str
    cells: list[CellForm | None]


class TableForm(Form):
    caption: str
    columns: list[str] = Field(description="Names of the cells' columns, without the column of row labels.")
    rows: list[RowForm]

    def to_word(self, prefix: str) -> Table:
        rows: list[Row] = []
        for r, row in enumerate(self.rows, 1):
            if len(row.cells) != len(self.columns):
                raise ValueError(f"table '{self.caption}': row '{row.label}' needs {len(self.columns)} cells")
            cells = (
                cell and _cell(cell, f"{prefix}.{r}.{c}", f"{row.label} · {column}")
                for c, (cell, column) in enumerate(zip(row.cells, self.columns, strict=True), 1)
            )
            rows.append(Row(label=row.label, cells=tuple(cells)))
        return Table(caption=self.caption, columns=tuple(self.columns), rows=tuple(rows))


def _cell(cell: CellForm, id: str, about: str) -> Claim:
    kind = ClaimKind.QUOTED if cell.text.strip() and cell.text.strip() in cell.quote else ClaimKind.STATED
    citation = CitationForm(passage=cell.passage, quote=cell.quote).to_word()
    return Claim(id=id, kind=kind, text=cell.text.strip(), citations=(citation,), about=about)


class SectionForm(Form):
    title: str
    claims: list[ClaimForm] = Field(default_factory=list[ClaimForm])
    tables: list[TableForm] = Field(default_factory=list[TableForm])


class DisagreementForm(Form):
    subject: str = Field(description="What the sources disagree on.")
    sides: list[ClaimForm] = Field(description="Two or more claims, each with its quote.")
    challenge: str | None = Field(default=None, description="In a revision: id of the challenge that it answers.")

    def to_word(self) -> Disagreement:
        if len(self.sides) < 2:
            raise ValueError(f"disagreement '{self.subject}' needs at least two sides")
        sides = tuple(side.to_word() for side in self.sides)
        return Disagreement(subject=self.subject, sides=sides, challenge=self.challenge or "")


class DraftForm(Form):
    sections: list[SectionForm] = Field(description="The first section answers the question in a few sentences.")
    disagreements: list[DisagreementForm] = Field(default_factory=list[DisagreementForm])
    gaps: list[str] = Field(
        default_factory=list[str], description="What the question needs and the passages do not say."
    )
    orders: list[CitationForm] = _orders()

    def to_word(self) -> Drafting:
        sections: list[Section] = []
        number = 0
        for section in self.sections:
            tables: list[Table] = []
            for table in section.tables:
                number += 1
                tables.append(table.to_word(f"t{number}"))
            claims = tuple(claim.to_word() for claim in section.claims)
            sections.append(Section(title=section.title, claims=claims, tables=tuple(tables)))
        disagreements = tuple(each.to_word() for each in self.disagreements)
        draft = Draft(sections=tuple(sections), disagreements=disagreements, gaps=tuple(self.gaps))
        ids = [claim.id for claim in draft.claims()]
        if not ids:
            raise ValueError("the draft has no claim")
        doubled = sorted({id for id in ids if ids.count(id) > 1})
        if doubled:
            raise ValueError(f"claim ids must be unique; these are used twice: {', '.join(doubled)}")
        return Drafting(draft=draft, orders=_cited(self.orders))


class DraftOrAskForm(Form):
    sections: list[SectionForm] = Field(
        description="The first section answers the question in a few sentences. Empty if you ask."
    )
    disagreements: list[DisagreementForm] = Field(default_factory=list[DisagreementForm])
    gaps: list[str] = Field(
        default_factory=list[str], description="What the question needs and the passages do not say."
    )
    ask: str = Field(default="", description="A question to the person, instead of the draft.")
    orders: list[CitationForm] = _orders()

    def to_word(self) -> Drafting | Ask:
        if self.ask.strip() and not self.sections:
            return Ask(question=" ".join(self.ask.split()))
        return DraftForm(
            sections=self.sections, disagreements=self.disagreements, gaps=self.gaps, orders=self.orders
        ).to_word()


class ComposeForm(Form):
    """An answer comes in the form of a draft, which is asked for (see `render`), or as its sentences alone."""

    sections: list[SectionForm] = Field(default_factory=list[SectionForm])
    claims: list[ClaimForm] = Field(default_factory=list[ClaimForm])

    def to_word(self) -> Composed:
        claims = [*self.claims, *(claim for section in self.sections for claim in section.claims)]
        if not claims:
            raise ValueError("there are no claims: give one section with at least one sentence")
        bare = [claim.id for claim in claims if not claim.premises]
        if bare:
            raise ValueError(f"these claims name no premises: {', '.join(bare)}")
        inferred = (claim.to_word().model_copy(update={"kind": ClaimKind.INFERRED}) for claim in claims)
        return Composed(claims=tuple(claim.model_copy(update={"citations": ()}) for claim in inferred))


class EditForm(Form):
    challenge: str = Field(description="Id of the upheld challenge that this edit answers.")
    action: Literal["revise", "withdraw", "add"]
    claim: str | None = Field(default=None, description="Id of the claim to revise or withdraw.")
    new: ClaimForm | None = Field(default=None, description="The claim in its new words, or the claim to add.")
    section: str | None = Field(default=None, description="Title of the section that an added claim goes to.")

    def to_word(self) -> Edit:
        if self.action != "add" and not self.claim:
            raise ValueError(f"edit for {self.challenge}: '{self.action}' needs the id of a claim")
        if self.action != "withdraw" and self.new is None:
            raise ValueError(f"edit for {self.challenge}: '{self.action}' needs 'new'")
        return Edit(
            challenge=self.challenge.strip(),
            action=self.action,
            claim=self.claim,
            new=self.new and self.new.to_word(),
            section=self.section,
        )


class ReviseForm(Form):
    edits: list[EditForm]
    disagreements: list[DisagreementForm] = Field(
        default_factory=list[DisagreementForm], description="To be added to the document."
    )
    gaps: list[str] = Field(default_factory=list[str], description="To be added to what the passages do not say.")

    def to_word(self) -> Revision:
        return Revision(
            edits=tuple(edit.to_word() for edit in self.edits),
            disagreements=tuple(each.to_word() for each in self.disagreements),
            gaps=tuple(self.gaps),
        )


class ChallengeForm(Form):
    claim: str | None = Field(default=None, description="Id of the claim; null for something that is missing.")
    aspect: str | None = Field(default=None, description="What is missing, when claim is null.")
    kind: ChallengeKind
    grounds: str = Field(description="One or two sentences: what is wrong, and why the quotes show it.")
    citations: list[CitationForm] = Field(description="The quotes that show it.")
    remedy: Remedy
    search: str | None = Field(default=None, description="Optional keyword search for counter-evidence.")

    def to_word(self) -> Challenge:
        return Challenge(
            claim=self.claim or None,
            aspect=self.aspect,
            kind=self.kind,
            grounds=self.grounds,
            citations=_cited(self.citations),
            remedy=self.remedy,
            search=self.search,
        )


class ChallengesForm(Form):
    challenges: list[ChallengeForm] = Field(description="Most serious first, at most eight; empty if none is due.")
    orders: list[CitationForm] = _orders()

    def to_word(self) -> Challenges:
        found = tuple(challenge.to_word() for challenge in self.challenges)
        return Challenges(challenges=found, orders=_cited(self.orders))


class ResponseForm(Form):
    challenge: str
    action: Action
    grounds: str = Field(description="One or two sentences.")
    citations: list[CitationForm] = Field(default_factory=list[CitationForm])


class ResponsesForm(Form):
    responses: list[ResponseForm] = Field(description="One for each challenge.")

    def to_word(self) -> Responses:
        return Responses(
            responses=tuple(
                Response(
                    challenge=each.challenge.strip(),
                    action=each.action,
                    grounds=each.grounds,
                    citations=_cited(each.citations),
                )
                for each in self.responses
            )
        )


class JudgementForm(Form):
    challenge: str
    verdict: Verdict
    reason: str = Field(description="One or two sentences that name what the quotes show.")
    citations: list[CitationForm] = Field(description="The quotes that decide. Without one the ruling is void.")


class JudgementsForm(Form):
    judgements: list[JudgementForm] = Field(description="One for each challenge.")

    def to_word(self) -> Judgements:
        return Judgements(
            judgements=tuple(
                Judgement(
                    challenge=each.challenge.strip(),
                    verdict=each.verdict,
                    reason=each.reason,
                    citations=_cited(each.citations),
                )
                for each in self.judgements
            )
        )


class AssessmentForm(Form):
    claim: str = Field(description="Id of the claim.")
    reason: str = Field(description="What the passages say of it, and what differs if anything does.")
    support: Support
    citations: list[CitationForm] = Field(description="The quotes that decide. Without one the verdict is void.")


class AssessmentsForm(Form):
    assessments: list[AssessmentForm] = Field(description="One for each claim.")
    orders: list[CitationForm] = _orders()

    def to_word(self) -> Assessments:
        return Assessments(
            assessments=tuple(
                Assessment(
                    claim=each.claim.strip().strip("[]"),
                    support=each.support,
                    reason=each.reason,
                    citations=_cited(each.citations),
                )
                for each in self.assessments
            ),
            orders=_cited(self.orders),
        )


class AlignmentForm(Form):
    pair: str = Field(description="Id of the pair.")
    difference: str = Field(description="In what they differ, or what only one says, in at most twelve words; or ''.")
    relation: Relation

    def to_word(self) -> Alignment:
        pair = self.pair.strip().strip("[]")
        return Alignment(pair=pair, relation=self.relation, difference=self.difference.strip())


class AlignmentsForm(Form):
    alignments: list[AlignmentForm] = Field(description="One for each pair.")

    def to_word(self) -> Alignments:
        return Alignments(alignments=tuple(each.to_word() for each in self.alignments))
