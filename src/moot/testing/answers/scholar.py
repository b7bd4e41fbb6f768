"""An answerer that is competent enough for whole runs without a language model: it chooses, quotes exactly, objects.

It fills whatever schema is asked by the names of fields, from what it reads in the prompt, so it knows the subject
matter of no prompt and the exact shape of no form.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from moot.testing.answers import answering
from moot.testing.answers.answering import Conclusion
from moot.testing.answers.choosing import alike, chosen, figures, fit, rivals_of
from moot.testing.answers.fill import Filler, Path, fill
from moot.testing.answers.reading import Reading, SeenChallenge, SeenClaim, Sentence, read, words
from moot.testing.prompt import Json, PromptView

CLAIMS_A_SECTION = 3
SECTIONS = 3
CHALLENGES = 2
ASPECTS = 3


def scholar(prompt: PromptView) -> str:
    """A schema-valid reply made of real sentences and ids of the prompt."""
    if prompt.schema is None:
        sentences = read(prompt.text).sentences
        return sentences[0].text if sentences else "Nothing was given."
    return json.dumps(fill(prompt.schema, Scholar(read(prompt.text))), ensure_ascii=False)


class Scholar(Filler):
    """Chooses by field names; `path` tells which claim, challenge or section a field belongs to."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.chosen = chosen(reading, SECTIONS * CLAIMS_A_SECTION)
        self.targets = self._targets()

    @cached_property
    def conclusions(self) -> tuple[Conclusion, ...]:
        """The sentences of a composed answer."""
        return answering.conclusions(self.reading)

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Rival answers to the question."""
        return answering.sides(self.reading)

    # --- what a field is about ------------------------------------------------------------------------------------

    def sentence(self, path: Path) -> Sentence:
        """The evidence for whatever stands at `path`."""
        holder, index = place(path)
        if holder == "claims" and "sections" in path:
            return self._nth(ordinal(path))
        if holder == "edits":
            return self._replacement(index)
        if holder == "disagreements":
            return self._side(path)
        if holder in ("responses", "judgements"):
            return self._grounds(self.challenge(index), own=self._defends(holder, index))
        if holder == "challenges" and self.targets:
            return self.against(self.targets[index % len(self.targets)])
        return self._nth(index)

    def challenge(self, index: int) -> SeenChallenge | None:
        asked = self.reading.challenges
        return asked[index % len(asked)] if asked else None

    def rebuts(self, index: int) -> bool:
        """Rebut every other challenge whose claim has a quote to show."""
        challenge = self.challenge(index)
        claim = self.reading.claim(challenge.claim) if challenge else None
        return index % 2 == 0 and claim is not None and bool(claim.quotes)

    def verdict(self, index: int) -> str:
        """As a judge, on the dispute that stands at `index`."""
        return "upheld"

    def relation(self, index: int) -> str:
        """How the two claims of a pair stand to each other."""
        pairs = self.reading.pairs
        return alike(pairs[index % len(pairs)].one, pairs[index % len(pairs)].other) if pairs else ""

    def objects_to(self, claim: SeenClaim) -> bool:
        """Whether a reviewer may speak of the claim: it was not spoken of yet."""
        return claim.id not in self.reading.settled and claim.id not in self.reading.sides

    def _defends(self, holder: str, index: int) -> bool:
        return self.rebuts(index) if holder == "responses" else self.verdict(index) == "dismissed"

    def against(self, claim: SeenClaim) -> Sentence:
        """A sentence of another source that gives figures for the same; else what follows the claim's own quote."""
        own = claim.quotes[0]
        if not figures(claim.text):
            return self._beside(own)
        shown = {quote.text for each in self.reading.claims if each.id in self.reading.sides for quote in each.quotes}
        others = [each for each in rivals_of(claim.text, own.source, self.reading) if each.text not in shown]
        return others[0] if others else self._beside(own)

    def _beside(self, sentence: Sentence) -> Sentence:
        """The neighbour in the same passage: the condition that a quote alone leaves out."""
        near = [each for each in self.reading.sentences if each.passage == sentence.passage and fit(each)]
        others = [each for each in near if each.text != sentence.text]
        later = [each for at, each in enumerate(near) if at and near[at - 1].text == sentence.text]
        return (later or others or [sentence])[0]

    def _targets(self) -> list[SeenClaim]:
        """Claims to object to; of two that would be set against one another, the first."""
        found: list[SeenClaim] = []
        answered: set[str] = set()
        for claim in self.reading.claims:
            if claim.quotes and self.objects_to(claim) and claim.quotes[0].text not in answered:
                found.append(claim)
                answered.add(self.against(claim).text)
        return found

    def _grounds(self, challenge: SeenChallenge | None, own: bool) -> Sentence:
        claim = self.reading.claim(challenge.claim) if challenge else None
        if own and claim and claim.quotes:
            return claim.quotes[0]
        if challenge and challenge.quotes:
            return challenge.quotes[0]
        return self._nth(0)

    def _replacement(self, index: int) -> Sentence:
        """What the challenge quotes, unless the draft has it already; then the next best that it has not."""
        used = {quote.text for claim in self.reading.claims for quote in claim.quotes}
        wished = [self._grounds(self.challenge(index), own=False), *self.chosen[index:]]
        return next((each for each in wished if each.text not in used), wished[0])

    def _side(self, path: Path) -> Sentence:
        """The first side is the claim's quote, the second what the challenge sets against it."""
        indices = [part for part in path if isinstance(part, int)]
        conflicts = self.conflicts()
        if not conflicts:
            return self._nth(sum(indices[:2]))
        return self._grounds(conflicts[indices[0] % len(conflicts)], own=len(indices) > 1 and indices[1] == 0)

    def conflicts(self) -> list[SeenChallenge]:
        """Challenges that ask to show both sides."""
        return [
            each for each in self.reading.challenges if each.remedy == "show both" and self.reading.claim(each.claim)
        ]

    def _nth(self, index: int) -> Sentence:
        return self.chosen[index % len(self.chosen)] if self.chosen else Sentence("S1.1", "Nothing was given.")

    # --- what the field gets --------------------------------------------------------------------------------------

    def string(self, path: Path, schema: Json) -> str:
        name, (_, index) = field(path), place(path)
        if path[:1] == ("alignments",) and self.reading.pairs:
            return self.reading.pairs[index % len(self.reading.pairs)].id if name == "pair" else ""
        if path[:1] == ("sides",) and self.sides:
            return self.sides[index % len(self.sides)]
        if self.composes(path) and self.conclusions and name in ("text", "premises"):
            conclusion = self.conclusions[index % len(self.conclusions)]
            return conclusion.text if name == "text" else conclusion.premises[last(path) % len(conclusion.premises)]
        sentence = self.sentence(path)
        challenge = self.challenge(index)
        match name:
            case "passage" | "passage_id":
                return sentence.passage
            case "quote" | "quotes":
                return sentence.text
            case "id":
                return self._id(path)
            case "challenge":
                return challenge.id if challenge else ""
            case "claim":
                return self._claim(path)
            case "question":
                return self._aspect(index)
            case "searches" | "queries" | "query" | "search":
                return " ".join(sorted(words(self._aspect(index)))[:6]) or "subject"
            case "subject":
                return " ".join(sorted(sentence.words)[:4])
            case "title" | "section":
                return self._title(path)
            case "grounds" | "reason":
                return f"{sentence.passage} says: {sentence.text}"
            case "gaps" | "aspect":
                return "How the figures were obtained is not said."
            case _:
                return sentence.text

    def candidates(self, path: Path, schema: Json) -> Sequence[str]:
        sentence = self.sentence(path)
        return (sentence.passage, sentence.source, *super().candidates(path, schema))

    def pick(self, path: Path, values: list[Any]) -> Any:
        _, index = place(path)
        wished = {
            "kind": self._kind(path),
            "action": self._action(path, values),
            "verdict": self.verdict(index),
            "relation": self.relation(index),
            "remedy": "show both" if self._kind(path) == "conflict" else "revise",
        }.get(field(path))
        return wished if wished in values else values[index % len(values)]

    def number(self, path: Path, schema: Json) -> float:
        return 1

    def boolean(self, path: Path, schema: Json) -> bool:
        return True

    def branch(self, path: Path, options: list[Json]) -> int:
        empty = next((at for at, option in enumerate(options) if option.get("type") == "null"), None)
        if empty is None:
            return 0
        return next((at for at in range(len(options)) if at != empty), empty) if self._wanted(path) else empty

    def include(self, path: Path, schema: Json) -> bool:
        return self._wanted(path)

    def length(self, path: Path, schema: Json, least: int) -> int:
        match field(path):
            case "aspects":
                return ASPECTS
            case "sections":
                return 1 if self.reading.composing else max(1, -(-len(self.chosen) // CLAIMS_A_SECTION))
            case "claims" if self.composes((*path, 0)):
                return max(1, len(self.conclusions))
            case "premises" if self.composes(path) and self.conclusions:
                return len(self.conclusions[place(path)[1] % len(self.conclusions)].premises)
            case "claims":
                section = next((part for part in path if isinstance(part, int)), 0)
                return max(1, min(CLAIMS_A_SECTION, len(self.chosen) - section * CLAIMS_A_SECTION))
            case "disagreements":
                return len(self.conflicts())
            case "sides":
                return 2 if len(path) > 1 else max(2, len(self.sides))
            case "responses" | "judgements" | "edits":
                return len(self.reading.challenges)
            case "alignments":
                return len(self.reading.pairs)
            case "challenges":
                return min(CHALLENGES, len(self.targets))
            case "citations" | "searches" | "queries" | "gaps":
                return 1
            case _:
                return least

    def composes(self, path: Path) -> bool:
        """Whether the path lies in a sentence of the answer over a document whose claims are settled."""
        if "claims" not in path[:-1] or not isinstance(path[path.index("claims") + 1], int):
            return False
        return path[0] == "claims" or (path[0] == "sections" and self.reading.composing)

    # --- particulars ----------------------------------------------------------------------------------------------

    def _wanted(self, path: Path) -> bool:
        """Whether a field that may be left out, or be null, is given."""
        name, (holder, index) = field(path), place(path)
        challenge = self.challenge(index)
        if self.composes(path):
            return name == "premises"
        if self.reading.composing and path[0] in ("gaps", "disagreements"):
            return False
        if name == "claim" and holder == "edits":
            return challenge is not None and challenge.claim is not None
        if name == "section":
            return challenge is None or challenge.claim is None
        if name == "new":
            return challenge not in self.conflicts()
        if name == "disagreements":
            return bool(self.conflicts())
        return name in ("citations", "claims", "claim", "gaps", "searches")

    def _id(self, path: Path) -> str:
        """Unique in the reply and new to the draft."""
        holder, _ = place(path)
        if holder == "claims" and not self.composes(path):
            return f"c{ordinal(path) + 1}"
        stem = f"{holder[:1] or 'x'}{'.'.join(str(part + 1) for part in path if isinstance(part, int))}"
        known = {claim.id for claim in self.reading.claims}
        return next(id for id in (stem, *(f"{stem}.v{number}" for number in range(2, 99))) if id not in known)

    def _claim(self, path: Path) -> str:
        holder, index = place(path)
        if holder == "challenges" and self.targets:
            return self.targets[index % len(self.targets)].id
        challenge = self.challenge(index)
        return (challenge.claim if challenge else None) or "c1"

    def _kind(self, path: Path) -> str:
        holder, index = place(path)
        if self.composes(path):
            return "inferred"
        if holder != "challenges" or not self.targets:
            return "quoted"
        target = self.targets[index % len(self.targets)]
        differs = self.against(target).source != target.quotes[0].source
        return "conflict" if differs else "condition"

    def _action(self, path: Path, values: list[Any]) -> str:
        _, index = place(path)
        if "revise" in values:
            challenge = self.challenge(index)
            if challenge in self.conflicts():
                return "withdraw"
            return "revise" if challenge and challenge.claim else "add"
        return "rebut" if self.rebuts(index) else "concede"

    def _aspect(self, index: int) -> str:
        titles = [title for _, title in self.reading.sources]
        if index == 0 or not titles:
            return self.reading.question or "What is known?"
        return f"What is said of {titles[(index - 1) % len(titles)]}?"

    def _title(self, path: Path) -> str:
        section = next((part for part in path if isinstance(part, int)), 0)
        return "Answer" if section == 0 else f"Part {section + 1}"


def field(path: Path) -> str:
    """The innermost property name."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def place(path: Path) -> tuple[str, int]:
    """The outermost list of entries that the path lies in, sections aside, and the index there."""
    pairs = [
        (path[at], path[at + 1])
        for at in range(len(path) - 1)
        if isinstance(path[at], str) and isinstance(path[at + 1], int)
    ]
    inner = [(str(name), int(index)) for name, index in pairs if name not in ("sections", "citations", "searches")]
    return inner[0] if inner else ("", 0)


def ordinal(path: Path) -> int:
    """The number of a claim over all sections, from 0."""
    indices = [part for part in path if isinstance(part, int)]
    if "sections" not in path or len(indices) < 2:
        return indices[0] if indices else 0
    return indices[0] * CLAIMS_A_SECTION + indices[1]


def last(path: Path) -> int:
    """The innermost index."""
    return next((part for part in reversed(path) if isinstance(part, int)), 0)
