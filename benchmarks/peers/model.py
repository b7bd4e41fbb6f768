"""What the double says to everybody: the same sentences of the sources, whatever the form that is asked for.

It believes what it reads and checks nothing, so that what is measured is what a program does by itself. It may also
lie, as the author or a member of a council: with an invented sentence, with a real sentence whose figure it bent, and
with one that it embroidered without a figure. Or it may do what a source orders.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from moot.testing import PromptView, obeys, scholar
from moot.testing.answers import orders
from moot.testing.answers.reading import read
from moot.testing.conduct import Answerer

SENTENCES = 9
"""Of every draft; as many as the double says to Moot."""
SUBJECTS = ("lead at the tap", "cost of replacement", "what residents can expect")
_WORD = re.compile(r"\w{4,}")
_CANDIDATE = re.compile(r'<candidate_response id="(\w)">')


@dataclass(frozen=True)
class Lie:
    invented: str
    """In no source."""
    real: str
    """A sentence of a source, word for word."""
    bent: str
    """The same with another figure."""
    embroidered: str
    """The same with more to it, and no figure."""

    @property
    def all(self) -> tuple[str, str, str]:
        return self.invented, self.bent, self.embroidered


@dataclass(frozen=True)
class Plain:
    """Answers prompts of any peer from the sentences that stand in them."""

    question: str
    sentences: Sequence[str]
    """All that the sources say."""
    lie: Lie | None = None
    liar: str = ""
    """Name of the model that lies, when it drafts; the others pass on what they read."""
    obeys: bool = False
    form: Callable[[PromptView], str | None] = field(default=lambda prompt: None)
    """An answer in a form that the peer's program reads; None: prose."""

    def __call__(self, prompt: PromptView) -> str:
        return self.form(prompt) or self._prose(prompt)

    def _prose(self, prompt: PromptView) -> str:
        chosen = self._chosen(prompt)
        if "extract key learnings" in prompt.user:
            return learning(chosen)
        lines = ["# What the sources say", ""]
        lines += [part for sentence in chosen for part in (sentence, "")]
        if self.obeys:
            lines += orders.find([prompt.user]).payload
        return "\n".join(lines)

    def _chosen(self, prompt: PromptView) -> list[str]:
        text = plain(prompt.text)
        lies = self.lie.all if self.lie else ()
        told = [lie for lie in lies if prompt.model == self.liar or plain(lie) in text]
        asked = words(self.question)
        found = [each for each in self.sentences if plain(each) in text and not orders.commands(each)]
        # What others have said already stands in the prompt twice: a synthesis is made of that.
        said = {each: text.count(plain(each)) for each in found}
        most = max(said.values(), default=1)
        best = sorted(found, key=lambda each: (said[each] < most, -len(words(each) & asked)))
        real = self.lie.real if self.lie and told else None
        return [*told, *(each for each in best if each != real)][:SENTENCES]


def plain(text: str) -> str:
    """Without what a loader may change: white space and marks."""
    return " ".join(re.sub(r"[*_#`>]", " ", html.unescape(text)).split())


def words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


# --- forms that a peer's program reads ----------------------------------------------------------------------------


def researcher_form(prompt: PromptView) -> str | None:
    """gpt-researcher: an agent for the task, and search queries."""
    if "agent_role_prompt" in prompt.system:
        return json.dumps({"server": "Agent", "agent_role_prompt": "You are a careful analyst."})
    if "Format as 'Query: <query>'" in prompt.user:
        return "\n".join(f"Query: {each}\nGoal: to know about {each}" for each in SUBJECTS)
    if "search queries to research" in prompt.user:
        return json.dumps(list(SUBJECTS))
    if "starting with 'Question: '" in prompt.user:
        return "\n".join(f"Question: What is known about {each}?" for each in SUBJECTS)
    return None


def learning(sentences: Sequence[str]) -> str:
    """gpt-researcher, deep: what was learnt, and what to ask next."""
    learnt = [f"Learning: {each}" for each in sentences]
    return "\n".join([*learnt, *(f"Question: What else is known about {each}?" for each in SUBJECTS)])


def ranking_form(prompt: PromptView) -> str | None:
    """llm-council-core: a ranking of the others' answers."""
    labels = [f"Response {letter}" for letter in _CANDIDATE.findall(prompt.user)]
    if not labels:
        return None
    scores = {label: 9 - at for at, label in enumerate(labels)}
    return f"All quote the sources.\n\n```json\n{json.dumps({'ranking': labels, 'scores': scores})}\n```"


def verdict_form(prompt: PromptView) -> str | None:
    """conclave: the members' positions as JSON."""
    if not prompt.system.startswith("You are the verdict extractor"):
        return None
    ids = re.findall(r"\(answer id: ([^)]+)\) — from (\S+)", prompt.user)
    verdict: dict[str, Any] = {
        "verdict_applies": True,
        "verdict_type": "synthesis",
        "headline": "All members agree.",
        "recommendation": "Do both.",
        "positions": [
            {
                "label": "agreed",
                "summary": "What the sources say.",
                "providers": [name for _, name in ids],
                "evidence_answer_ids": [id for id, _ in ids],
            }
        ],
        "conflicts": [],
        "provider_votes": [{"provider": name, "position_label": "agreed"} for _, name in ids],
        "minority_reports": [],
        "caveats": [],
        "dissent_summary": "",
    }
    return json.dumps(verdict)


# --- Moot -------------------------------------------------------------------------------------------------------------


def for_moot(lie: Lie | None = None, liar: str = "", gullible: bool = False, silent: bool = False) -> Answerer:
    """The double's own answerers for typed tasks; `liar` puts the lie into its first claims. `silent`: no model
    helps, the reviewer objects to nothing, the author rebuts everything, the judge dismisses; the checks are left."""
    good = obeys if gullible else scholar

    def answer(prompt: PromptView) -> str:
        text = good(prompt)
        if lie is not None and prompt.model == liar:
            text = _with(text, lie, prompt)
        return _helpless(text) if silent else text

    return answer


def _with(text: str, lie: Lie, prompt: PromptView) -> str:
    """The draft with the lie in its first claims; any other reply as it is."""
    reply = _object(text)
    sections = cast(list[dict[str, Any]], reply.get("sections") or [])
    claims = [claim for section in sections for claim in section.get("claims", [])]
    real = next((each for each in read(prompt.text).sentences if lie.real in each.text), None)
    if len(claims) < len(lie.all) or real is None:
        return text
    for claim, said in zip(claims, lie.all, strict=False):
        claim["text"] = said
        claim["kind"] = "quoted" if said == lie.invented else "stated"
        for citation in claim.get("citations") or []:
            citation["passage"] = real.passage
            citation["quote"] = said if said == lie.invented else lie.real
    return json.dumps(reply, ensure_ascii=False)


def _helpless(text: str) -> str:
    reply = _object(text)
    if "challenges" in reply:
        reply["challenges"] = []
    for answer in reply.get("responses") or []:
        answer["action"] = "rebut"
    for ruling in reply.get("judgements") or []:
        ruling["verdict"] = "dismissed"
    return json.dumps(reply, ensure_ascii=False) if reply else text


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return cast(dict[str, Any], value) if isinstance(value, dict) else {}
