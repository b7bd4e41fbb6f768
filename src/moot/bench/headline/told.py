"""A comparison of headlines as it leaves us: cells of its table, Markdown, JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from moot.bench.headline import wording
from moot.bench.headline.judge import Judged, Verdict
from moot.bench.told.markdown import table
from moot.report.markdown import escape


@dataclass(frozen=True)
class Headlines:
    """Two contestants, and a verdict on each row. `margin`: the difference, 0 to 1, that counts as a tie."""

    a: str
    b: str
    verdicts: tuple[Verdict, ...]
    margin: float

    @property
    def title(self) -> str:
        return f"{self.a} v {self.b}, by headline numbers"

    @property
    def sentence(self) -> str:
        return wording.sentence(self.a, self.b, self.verdicts)

    @property
    def head(self) -> tuple[str, ...]:
        return ("Benchmark", "Tasks", self.a, self.b, "Difference, points (95 %)", "What it shows, not paired")

    def cells(self, verdict: Verdict) -> tuple[str, ...]:
        """Of one row, under `head`."""
        row = verdict.row
        return (
            row.name,
            wording.tasks(verdict),
            *(f"{score} %" if row.tasks else f"{score}" for score in (row.a, row.b)),
            wording.difference(verdict),
            wording.outcome(verdict, self.a, self.b, self.margin),
        )

    @property
    def notes(self) -> tuple[tuple[str, str], ...]:
        """Name of a row and what a reader must know of it."""
        told = ((each.row.name, " ".join(wording.notes(each))) for each in self.verdicts)
        return tuple((name, note) for name, note in told if note)


def markdown(headlines: Headlines) -> str:
    parts = [
        f"# {escape(headlines.title)}",
        escape(headlines.sentence),
        table(headlines.head, [headlines.cells(each) for each in headlines.verdicts]),
    ]
    if headlines.notes:
        parts.append("\n".join(f"- **{escape(name)}**: {escape(note)}" for name, note in headlines.notes))
    parts += ["## How to read this", "\n\n".join(map(escape, wording.how(headlines.margin)))]
    return "\n\n".join(parts) + "\n"


def as_json(headlines: Headlines) -> str:
    """Scores as given, in percent; differences, intervals and discordances as shares, 0 to 1."""
    told = {
        "a": headlines.a,
        "b": headlines.b,
        "paired": False,
        "margin": headlines.margin,
        "sentence": headlines.sentence,
        "rows": [_row(headlines, each) for each in headlines.verdicts],
        "how": list(wording.how(headlines.margin)),
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _row(headlines: Headlines, verdict: Verdict) -> dict[str, Any]:
    row = verdict.row
    told: dict[str, Any] = {
        "row": row.name,
        "tasks": row.tasks,
        "repeats": row.repeats,
        "a": float(row.a),
        "b": float(row.b),
        "outcome": verdict.outcome.value,
        "said": wording.outcome(verdict, headlines.a, headlines.b, headlines.margin),
        "notes": list(wording.notes(verdict)),
    }
    return told if verdict.judged is None else {**told, **_numbers(verdict.judged)}


def _numbers(judged: Judged) -> dict[str, Any]:
    pairing, explained = judged.pairing, judged.explained
    return {
        "difference": round(pairing.difference, 6),
        "low": round(judged.low, 6),
        "high": round(judged.high, 6),
        "adjusted": {"least": round(judged.easy, 6), "most": round(judged.hard, 6)},
        "even_unpaired": judged.unpaired,
        "needed": None if judged.needed is None else list(judged.needed),
        "discordance": {
            "smallest": round(pairing.smallest, 6),
            "plausible": [round(each, 6) for each in pairing.plausible],
            "independent": round(pairing.independent, 6),
            "largest": round(pairing.largest, 6),
            "resolved_below": [None if each is None else round(each, 6) for each in judged.below],
        },
        "explained": {
            "whole": explained.whole,
            "repeats": explained.repeats,
            "inferred": explained.inferred,
            "solved": [explained.a, explained.b],
        },
    }
