"""A comparison as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moot.bench.gain import Gain
from moot.bench.told import wording
from moot.bench.told.comparison import Comparison, Pair
from moot.report.markdown import escape


def render(comparison: Comparison) -> str:
    parts = [f"# {escape(wording.title(comparison.pairs, comparison.contestants))}"]
    for pair in comparison.pairs:
        parts += [f"## {escape(pair.a)} v {escape(pair.b)}"] if len(comparison.pairs) > 1 else []
        parts += [escape(pair.sentence), _verdicts(pair) if pair.verdicts else ""]
        notes = [(each.row, note) for each in pair.verdicts for note in wording.notes(each, pair.a, pair.b)]
        parts += ["\n".join(f"- **{escape(row)}**: {escape(note)}" for row, note in notes)] if notes else []
        parts += ["\n".join(f"- {escape(note)}" for note in wording.unscored(pair))]
    parts += [escape(line) for line in wording.unpaired(comparison)]
    for told in comparison.gains:
        parts += [f"## {escape(told.panel)} and its members on {escape(told.benchmark)}"]
        parts += ["\n".join(f"- {escape(line)}" for line in wording.gain(told)), _changes(told)]
    for name in comparison.benchmarks:
        lines = comparison.of(name)
        parts += [f"## {escape(name)}", table(wording.HEADS, map(wording.cells, lines))]
        parts += ["\n".join(f"- {escape(note)}" for note in wording.beside(lines))]
        kinds = [[line.contestant, *_share(share.name, share.score)] for line in lines for share in line.kinds]
        parts += [table(["Contestant", "Kind of task", "Score"], kinds)] if kinds else []
        sides = [[line.contestant, *_share(side, score)] for line in lines for side, score in line.parts]
        parts += [table(["Contestant", "Side of the score", "Score"], sides)] if sides else []
    parts += ["## How to read this", "\n".join(f"- **{term}**: {meaning}" for term, meaning in wording.how(comparison))]
    return "\n\n".join(filter(None, parts)) + "\n"


def _changes(told: Gain) -> str:
    rows = [
        [
            each.task,
            what,
            wording.percent(each.member),
            wording.percent(each.panel),
            each.member_record,
            each.panel_record,
        ]
        for what, each in wording.changes(told)
    ]
    return table(["Task", "", told.best.other, told.panel, "Its record", "Record of the panel"], rows) if rows else ""


def _verdicts(pair: Pair) -> str:
    rows = [
        [
            each.row,
            wording.percent(each.a),
            wording.percent(each.b),
            wording.difference(each),
            wording.probability(each.adjusted),
            wording.odds(each),
            wording.outcome(each, pair.a, pair.b),
        ]
        for each in pair.verdicts
    ]
    head = ["Benchmark", pair.a, pair.b, "Difference (95 %)", "p, by Holm", f"Odds of {pair.a}", "Verdict"]
    return table(head, rows)


def _share(name: str, score: float) -> list[str]:
    return [name, wording.percent(score)]


def table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """A table, whatever its cells hold."""
    heads = [escape(each) for each in head]
    lines = [heads, ["---"] * len(heads), *([escape(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
