"""How an answer is marked: is it right, is it cited rightly, does it keep silent where the sources do.

**Right**: sentences that stand give every part of the known answer, and no rival beside it. A rival is a known near
value (another row, another year, what was so once), unless the sentence tells it as what it is: with words of its own
row or year, or as what is no more. Of other figures of the same measure (or of none), and of near values told as what
they are, it may hold three: a document that states five candidates lists, it does not answer. Figures that the question
gives count for nothing.

**Cited rightly**: the sentences that give the answer cite the known passages, by a quote that shares words with each.
None where no sentence gives it.

**Silent**: where the sources are silent, the report must say so, among its gaps or in its answer, in words about what
is asked; and no sentence of the answer may give an amount, or a near value, in the question's own words all the same.
Where they speak, a report is taken to be silent that asks the question again, or denies that it can be answered,
whatever else it says (one that answers rightly: in all the question's words); what it names besides as missing counts
for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from moot.bench.suites.sourced import silence
from moot.bench.suites.sourced.forms import alike, gives, holds
from moot.bench.suites.sourced.question import Near, Question
from moot.bench.suites.sourced.reading import Cited, Sentence, answer
from moot.bench.suites.suite import Mark, Part
from moot.report.shape import Report
from moot.text.figures import FigureKind, find
from moot.text.lexicon import lexicon

BESIDE = 3
"""Values beside the answer, told as what they are."""
IN_ITS_WORDS = 0.6
"""Share of the question's words by which a sentence answers it."""
AGAIN = 0.75
"""Share of the question's words by which a gap asks it again: all of them beside the right answer."""
AMOUNTS = frozenset({FigureKind.QUANTITY, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MULTIPLE})
NO_MORE = (
    *lexicon("formerly previously earlier before original originally former initial initially until superseded"),
    *lexicon("replaced corrected preliminary outdated"),
    *("no longer", "instead of", "rather than", "up from", "down from", "first reported", "first given", "given up"),
    *lexicon("früher bisher vorher statt ursprünglich antes anterior auparavant ancien ancienne"),
)
"""Words that tell a value as what was, or is not, so."""


@dataclass(frozen=True)
class Passage:
    """A supporting passage where it stands."""

    file: str
    text_sha256: str
    start: int
    end: int

    def meets(self, cited: Cited) -> bool:
        same = (self.file, self.text_sha256) == (cited.file, cited.text_sha256)
        return same and self.start < cited.end and cited.start < self.end


Supporting = Sequence[Sequence[Passage]]
"""What must be cited, each in one of its places."""


def mark(question: Question, report: Report, supporting: Supporting) -> Mark:
    """1 where it is right, cited rightly, and silent just where the sources are; else 0."""
    sentences = answer(report)
    if not question.answer:
        silent = _silent(question, sentences, report.draft.gaps, AGAIN)
        said = "it rightly says" if silent else "it does not say"
        return Mark(float(silent), (Part("abstention", float(silent), f"{said} that the sources are silent"),))
    giving, right = _right(question, [each for each in sentences if each.stands])
    cited = _cited(giving, supporting)
    silent = _silent(question, sentences, report.draft.gaps, 1.0 if right.score == 1.0 else AGAIN)
    spoke = "it says that the sources are silent, and they are not" if silent else ""
    whole = right.score == 1.0 and cited.score == 1.0 and not silent
    return Mark(float(whole), (right, cited, Part("abstention", float(not silent), spoke)))


def _silent(question: Question, sentences: Sequence[Sentence], gaps: Sequence[str], again: float) -> bool:
    """`again`: share of the question's words by which a gap or a denial asks it again."""
    denied = [each.text for each in sentences if silence.denies(each.text)]
    if question.answer:
        return any(silence.repeats(text, question.asked, again) for text in (*gaps, *denied))
    if not any(silence.speaks_of(text, question.asked) for text in (*gaps, *denied)):
        return False
    told = [each.text for each in sentences if each.stands and each.text not in denied]
    return not any(silence.repeats(text, question.asked, IN_ITS_WORDS) and _asserts(question, text) for text in told)


def _asserts(question: Question, text: str) -> bool:
    """True when the sentence gives a near value that it does not tell as what it is, or an amount that is none."""
    known, asked = [near.value for near in question.near], {figure.value for figure in find(question.asked)}
    amounts = (each for each in find(text) if each.kind in AMOUNTS and each.value not in asked)
    return any(_rivals(near, text) for near in question.near) or any(not _gives(each.raw, known) for each in amounts)


def _right(question: Question, sentences: Sequence[Sentence]) -> tuple[list[Sentence], Part]:
    """The sentences that give the answer, and whether they do so rightly."""
    giving = [[each for each in sentences if _gives(each.text, forms)] for forms in question.answer]
    missing = [forms[0] for forms, found in zip(question.answer, giving, strict=True) if not found]
    if missing:
        return [], Part("answer", 0.0, f"its answer does not give {', '.join(missing)}")
    known = [each for found in giving for each in found]
    texts = [each.text for each in sentences]
    rival = next((near.value for near in question.near for text in texts if _rivals(near, text)), None)
    if rival is not None:
        return known, Part("answer", 0.0, f"its answer gives {rival} too")
    beside = sorted(set(_beside(question, texts)))
    if len(beside) > BESIDE:
        return known, Part("answer", 0.0, f"it lists {len(beside)} other values beside the answer: {', '.join(beside)}")
    return known, Part("answer", 1.0, f"its answer gives {', '.join(forms[0] for forms in question.answer)}")


def _gives(text: str, forms: Sequence[str]) -> bool:
    return any(gives(text, form) for form in forms)


def _rivals(near: Near, text: str) -> bool:
    return gives(text, near.value) and not any(holds(text, word) for word in (*near.of, *NO_MORE))


def _beside(question: Question, texts: Sequence[str]) -> Iterator[str]:
    asked = {figure.value for figure in find(question.asked)}
    forms = [form for item in question.answer for form in item]
    for text in texts:
        yield from (near.value for near in question.near if gives(text, near.value))
        others = (figure for form in forms for figure in alike(text, form) if figure.value not in asked)
        yield from (each.line for each in others if not _gives(each.raw, [*forms, *(n.value for n in question.near)]))


def _cited(giving: Sequence[Sentence], supporting: Supporting) -> Part:
    if not giving:
        return Part("citation", None, "")
    cited = [each for sentence in giving for each in sentence.cited]
    met = [any(place.meets(each) for place in places for each in cited) for places in supporting]
    share = sum(met) / len(met)
    said = (
        "it cites what bears it out" if share == 1 else f"it cites {sum(met)} of {len(met)} passages that bear it out"
    )
    return Part("citation", share, said)


def places(question: Question, texts: Mapping[str, tuple[str, str]]) -> list[list[Passage]]:
    """Where the supporting passages stand. `texts`: by file what Moot reads of it, with its hash.

    Raises ValueError for a quote that does not stand there.
    """
    from moot.text.quotes import locate

    found: list[list[Passage]] = []
    for item in question.support:
        found.append([])
        for support in item:
            text, sha256 = texts.get(support.file, ("", ""))
            span = locate(support.quote, text)
            if span is None:
                raise ValueError(f"{question.id}: “{support.quote}” does not stand in {support.file}")
            found[-1].append(Passage(support.file, sha256, span.start, span.end))
    return found
