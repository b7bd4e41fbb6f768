"""A task becomes messages; a reply becomes words. The only place where language models are spoken to.

The messages go from stable to changing: the rules, the question with its evidence, then the task with the draft. So a
provider's prompt cache serves the front of every later request of the run that asks for the same form of reply.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, assert_never, cast

from pydantic import ValidationError

from moot.models.backend import Message, Request
from moot.models.prompts import fence, texts
from moot.models.prompts.forms import (
    AlignmentsForm,
    AssessmentsForm,
    ChallengesForm,
    ComposeForm,
    DraftForm,
    DraftOrAskForm,
    JudgementsForm,
    PlanForm,
    PlanOrAskForm,
    ResponsesForm,
    ReviseForm,
    SidesForm,
)
from moot.text.counted import counted
from moot.text.lazy import lazy_re
from moot.text.utf8 import plain, sha256
from moot.words import (
    CHECKS,
    PERSON,
    AlignTask,
    Ask,
    AssessTask,
    Challenge,
    ChallengeTask,
    Citation,
    Claim,
    CloseTask,
    ComposeTask,
    Composing,
    Draft,
    DraftTask,
    Finding,
    Outcome,
    PlanTask,
    Reply,
    RespondTask,
    ReviseTask,
    RuleTask,
    Ruling,
    Said,
    SidesTask,
    Task,
)

T = TypeVar("T")
_THOUGHT = lazy_re(r"\s*<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_BRACES = lazy_re(r'\{[^{}"]+\}')
"""Of prose, such as a set: every JSON object that holds something has quotes."""
_MOST_OBJECTS = 20
"""Objects of one reply that are tried."""
AnyForm = (
    PlanForm
    | PlanOrAskForm
    | SidesForm
    | DraftForm
    | DraftOrAskForm
    | ReviseForm
    | ChallengesForm
    | ResponsesForm
    | JudgementsForm
    | ComposeForm
    | AssessmentsForm
    | AlignmentsForm
)


class MalformedReply(ValueError):
    """The reply is not what the task asked for; the message says what to repair."""


def form_of(task: Task) -> type[AnyForm]:
    match task:
        case PlanTask():
            return PlanOrAskForm if task.may_ask else PlanForm
        case SidesTask():
            return SidesForm
        case DraftTask():
            return DraftOrAskForm if task.may_ask or task.said else DraftForm
        case ReviseTask():
            return ReviseForm
        case ChallengeTask():
            return ChallengesForm
        case RespondTask():
            return ResponsesForm
        case RuleTask():
            return JudgementsForm
        case ComposeTask() | CloseTask():
            return ComposeForm
        case AssessTask():
            return AssessmentsForm
        case AlignTask():
            return AlignmentsForm
        case _:
            assert_never(task)


def digest() -> str:
    """Of the texts of prompts, schemas aside: answers given under another one were given to other words."""
    told = {name: text for name, text in vars(texts).items() if name.isupper() and isinstance(text, str)}
    return sha256("\n".join(told[name] for name in sorted(told)))


def render(task: Task) -> Request:
    """The messages for `task`; the first two are the same for all tasks of a run that show the same evidence."""
    messages = (
        Message(role="system", text=texts.RULES),
        Message(role="user", text=f"Question: {task.question}\n\n{_said(task.said)}{_evidence(task)}"),
        Message(role="user", text=_body(task)),
    )
    name, form = asked_as(task)
    return Request(messages=messages, schema_name=name, reply_schema=_schema(form), stable=2)


def asked_as(task: Task) -> tuple[str, type[AnyForm]]:
    """Name and form of the reply that goes with the request.

    Vendors put the schema before the messages, so a prompt is served from their caches only with the schema that it
    came with before. An answer is asked for as the draft was: by then its author has read all the evidence with that.
    """
    if isinstance(task, Composing):
        return "draft", DraftOrAskForm if task.drafts_might_ask else DraftForm
    return task.task, form_of(task)


@cache
def _schema(form: type[AnyForm]) -> dict[str, Any]:
    """Making it takes longer than all the rest of a prompt."""
    return form.model_json_schema()


def repaired(request: Request, reply: str, reason: str) -> Request:
    """The request again, with the reply that could not be used and what was wrong with it."""
    added = (
        Message(role="assistant", text=plain(reply) or "(empty)"),
        Message(role="user", text=texts.REPAIR.format(reason=reason)),
    )
    return request.model_copy(update={"messages": (*request.messages, *added)})


def parse(task: Task, body: str) -> Reply:
    """The reply in `body`, text around its JSON object ignored. Raises `MalformedReply`."""
    return fitting(body, lambda data: _reply(task, data), form_of(task).model_fields)


def _reply(task: Task, data: dict[str, Any]) -> Reply:
    try:
        reply = form_of(task).model_validate(data).to_word()
    except ValidationError as error:
        problems = (
            f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}" for problem in error.errors()[:5]
        )
        raise MalformedReply("; ".join(problems)) from None
    except ValueError as error:
        raise MalformedReply(str(error)) from None
    if isinstance(reply, Ask) and not getattr(task, "may_ask", False):
        raise MalformedReply("nobody can be asked now: give the draft, with what you know")
    return reply


def fitting(body: str, read: Callable[[dict[str, Any]], T], names: Collection[str]) -> T:
    """What `read` makes of the last JSON object in `body` that it takes: models think aloud before they reply, and put
    fences and remarks around it. What has none of the `names` comes last. Raises `MalformedReply`, as `read` does.
    """
    problem: MalformedReply | None = None
    thought = _THOUGHT.match(body)
    found = (_objects(body[thought.end() :]) if thought else []) or _objects(body)
    strange = [data for data in found if data.keys().isdisjoint(names)]
    for data in (*(each for each in reversed(found) if each not in strange), *reversed(strange)):
        try:
            return read(data)
        except MalformedReply as error:
            problem = problem or error
    raise problem or MalformedReply("there is no JSON object in it")


def _objects(body: str) -> list[dict[str, Any]]:
    """The whole JSON objects that stand side by side, the last ones of many, up to one that is cut short or broken."""
    decoder = json.JSONDecoder(strict=False)
    found: list[dict[str, Any]] = []
    at = body.find("{")
    while at >= 0:
        if prose := _BRACES.match(body, at):
            at = body.find("{", prose.end())
            continue
        try:
            each, end = decoder.raw_decode(body, at)
        except RecursionError:
            raise MalformedReply("the JSON is nested too deeply") from None
        except ValueError as error:
            if found:
                break
            # A broken outer object must not give way to a whole inner one: that would be another reply.
            raise MalformedReply(f"the JSON object is cut short or broken: {error}") from None
        found.append(_clean(each))
        at = body.find("{", end)
    return found[-_MOST_OBJECTS:]


def _clean(value: Any) -> Any:
    """Without halves of surrogate pairs, which JSON can write and nothing else can."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [_clean(each) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {_clean(key): _clean(each) for key, each in cast("dict[Any, Any]", value).items()}
    return value


def _evidence(task: Task) -> str:
    if isinstance(task, PlanTask):
        return fence.listing(task.sources)
    if isinstance(task, AlignTask):
        return "No passages are shown: this task is about words alone."
    return fence.evidence(task.sources, task.passages)


def _body(task: Task) -> str:
    match task:
        case PlanTask():
            parts = (
                texts.PLAN,
                texts.PLAN_FOR_WEB if task.web else "",
                texts.MAY_ASK if task.may_ask else "",
            )
            return "\n".join(part for part in parts if part)
        case SidesTask():
            return texts.SIDES.format(most=task.most)
        case DraftTask():
            aspects = "\n".join(f"- {aspect.question}" for aspect in task.plan.aspects)
            side = f"{texts.SIDE.format(side=task.side)}\n\n" if task.side else ""
            plan = f"{side}Sub-questions of the plan:\n{aspects}"
            asks = texts.DRAFT_MAY_ASK if task.may_ask else ""
            return "\n\n".join(part for part in (texts.DRAFT, plan, asks) if part)
        case ChallengeTask():
            asked = texts.EXAMINE if task.claims_only else texts.CHALLENGE
            web = f"\n{texts.CHALLENGE_FOR_WEB}" if task.web else ""
            return f"{_draft(task.draft, task.findings)}\n\n{_settled(task)}\n\n{asked}{web}"
        case RespondTask():
            asked = "\n\n".join(_challenge(each) for each in task.challenges)
            return f"{_draft(task.draft, task.findings)}\n\nChallenges:\n\n{asked}\n\n{texts.RESPOND}"
        case RuleTask():
            return f"{_dispute(task)}\n\n{texts.RULE}"
        case ComposeTask() | CloseTask():
            fallen = f"Not standing: {', '.join(task.contested) or 'none'}."
            asked = texts.CLOSE.format(side=task.side) if isinstance(task, CloseTask) else texts.COMPOSE
            return f"{_draft(task.draft, task.findings, _unquoted)}\n\n{fallen}\n\n{asked}"
        case AssessTask():
            return f"{_cited(task)}\n\n{texts.ASSESS}"
        case AlignTask():
            pairs = "\n".join(
                f"[{pair.id}] one: {_in_a_line(pair.one)}\n    other: {_in_a_line(pair.other)}" for pair in task.pairs
            )
            return f"Pairs of claims:\n\n{pairs}\n\n{texts.ALIGN}"
        case ReviseTask():
            upheld = "\n\n".join(_upheld(each, task.rulings) for each in task.challenges)
            return f"{_draft(task.draft, task.findings)}\n\nUpheld challenges:\n\n{upheld}\n\n{texts.REVISE}"
        case _:
            assert_never(task)


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _said(said: Sequence[Said]) -> str:
    """What the person who asks has added to the question; empty where nobody asked back."""
    lines = [f"- asked: {_in_a_line(each.question)}\n  answered: {_in_a_line(each.answer)}" for each in said]
    return "\n".join([texts.SAID, *lines, "\n"]) if lines else ""


def _draft(
    draft: Draft, findings: Sequence[Finding], shown: Callable[[Claim, Sequence[Finding]], str] | None = None
) -> str:
    """The draft as lines that name their claims, with what the checks found against them."""
    shown = shown or _claim
    failing = sum(finding.outcome is not Outcome.HOLDS for finding in findings)
    against = f"of which {failing} do not hold and are shown" if failing else "which all hold"
    lines = [f"The draft ({counted(len(findings), 'finding')} of the checks, {against}):"]
    for section in draft.sections:
        lines.append(f"\n## {section.title}")
        lines += [shown(claim, findings) for claim in section.claims]
        for table in section.tables:
            lines.append(f"Table: {table.caption}")
            cells = (cell for row in table.rows for cell in row.cells if cell is not None)
            lines += [shown(cell, findings) for cell in cells]
    if draft.disagreements:
        lines.append("\n## Where the sources disagree")
    for disagreement in draft.disagreements:
        lines.append(f"On {disagreement.subject}:")
        lines += [shown(side, findings) for side in disagreement.sides]
    if draft.gaps:
        lines.append("\n## What the sources do not say")
        lines += [f"- {gap}" for gap in draft.gaps]
    return "\n".join(lines)


def _claim(claim: Claim, findings: Iterable[Finding]) -> str:
    about = f"{claim.about}: " if claim.about else ""
    lines = [f"[{claim.id}] ({claim.kind.value}) {about}{claim.text}", *_quotes(claim.citations)]
    if claim.expression:
        lines.append(f"    computed as: {claim.expression}")
    if claim.premises:
        lines.append(f"    follows from: {', '.join(claim.premises)}")
    against = (each for each in findings if each.claim == claim.id and each.outcome is not Outcome.HOLDS)
    lines += [
        f"    {'gate' if each.gate else 'signal'} '{each.check}' {each.outcome.value}: {each.reason}"
        for each in against
    ]
    return "\n".join(lines)


def _unquoted(claim: Claim, findings: Sequence[Finding]) -> str:
    """Of a claim that is settled: whoever infers from it need not weigh its quotes again."""
    return _claim(claim.model_copy(update={"citations": ()}), findings)


def _quotes(citations: Iterable[Citation]) -> list[str]:
    return [f'    {citation.passage}: "{citation.quote}"' for citation in citations]


def _settled(task: ChallengeTask) -> str:
    if not task.settled:
        return "This is the first review: nothing is settled yet."
    ruled = {ruling.challenge: ruling.verdict.value for ruling in task.rulings}
    lines = (f"- {each.claim or each.aspect} ({ruled.get(each.id, 'open')}): {each.grounds}" for each in task.settled)
    return "Challenges that were ruled on in earlier rounds, not to be repeated:\n" + "\n".join(lines)


def _challenge(challenge: Challenge) -> str:
    target = f"claim {challenge.claim}" if challenge.claim else f"missing: {challenge.aspect or 'an aspect'}"
    by = challenge.by if challenge.by in (CHECKS, PERSON) else "reviewer"
    head = f"[{challenge.id}] by {by} | {target} | {challenge.kind.value} | remedy: {challenge.remedy.value}"
    return "\n".join([head, f"    {challenge.grounds}", *_quotes(challenge.citations)])


def _upheld(challenge: Challenge, rulings: Iterable[Ruling]) -> str:
    reason = next((each.reason for each in rulings if each.challenge == challenge.id), "")
    return f"{_challenge(challenge)}\n    ruling: {reason}"


def _dispute(task: RuleTask) -> str:
    """Each claim once, with what it follows from, and below it the challenges to it with their answers."""
    claims = {claim.id: claim for claim in task.draft.claims()}
    blocks: dict[str, list[str]] = {}
    for challenge in task.challenges:
        claim = claims.get(challenge.claim or "")
        if claim is None:
            block = blocks.setdefault(challenge.id, [])
        else:
            block = blocks.setdefault(claim.id, [_claim(claim, task.findings), *_premises(claim, claims)])
        block.append(_challenge(challenge))
        told = claim.citations if claim else ()
        for answer in (each for each in task.responses if each.challenge == challenge.id):
            block.append(f"    author ({answer.action.value}): {answer.grounds}")
            block += _quotes(citation for citation in answer.citations if citation not in told)
            block += ["    and the claim's own quotes"] if not set(told).isdisjoint(answer.citations) else []
    return "\n\n".join(["The disputes:", *("\n".join(block) for block in blocks.values())])


def _premises(claim: Claim, claims: Mapping[str, Claim]) -> list[str]:
    """What a claim follows from, directly or through others: whoever rules must see whether it does."""
    found, waiting = dict[str, Claim](), list(claim.premises)
    for id in waiting:  # it grows on the way
        if id in claims and id not in found:
            found[id] = claims[id]
            waiting += claims[id].premises
    return [f"    {id}: {each.about + ': ' if each.about else ''}{each.text}" for id, each in found.items()]


def _cited(task: AssessTask) -> str:
    """The claims with the passages of what they cite; not the places that the program looked up: it may be wrong."""
    lines = ["The claims, each with the sources that it cites and their passages that come nearest to it:"]
    for claim in task.claims:
        sources = ", ".join(dict.fromkeys(each.source for each in claim.references if each.source))
        passages = ", ".join(dict.fromkeys(citation.passage for citation in claim.citations))
        lines.append(f"[{claim.id}] {claim.text}\n    cites {sources}; nearest: {passages}")
    return "\n".join(lines)
