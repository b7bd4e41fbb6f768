"""The stated headline against that of the items, and by which way of counting it would be right."""

from __future__ import annotations

from collections.abc import Iterator

from moot.bench.audit.finding import Finding, Kind, percent
from moot.bench.audit.ways import Ways, same
from moot.bench.results import Results


def findings(results: Results, ways: Ways) -> Iterator[Finding]:
    stated, ours = results.stated, ways.headline
    if stated is None or ours is None or same(stated, ours):
        return
    if (tries := ways.best_of) > 1:
        yield Finding(
            Kind.BEST_OF,
            results.benchmark,
            results.contestant,
            f"The stated {percent(stated)} is the share of tasks solved in at least one of up to {tries} trials "
            f"(pass@{tries}), not that of trials: one trial solves {percent(ours)}",
            results.origin,
            before=stated,
            after=ours,
            advice=f"compare it with other figures as {percent(ours)}, or call it pass@{tries}",
        )
        return
    way = next((way for way, share in ways.others.items() if same(stated, share)), "")
    yield Finding(
        Kind.HEADLINE,
        results.benchmark,
        results.contestant,
        f"The stated {percent(stated)} {way}"
        if way
        else f"No way of counting these items gives the stated {percent(stated)}",
        results.origin,
        before=stated,
        after=ours,
        effect="" if way else _why(results, ways),
        advice="use the figure of the items, or compare the stated one only with figures that are counted so"
        if way
        else "ask the place for the items of its headline; use the figure of the items until then",
    )


def _why(results: Results, ways: Ways) -> str:
    if ways.missing_failed is not None or (results.trials_stated or 0) > len(results.trials):
        return "as some of its items are not here"
    return "as the items are not those of the headline, or were scored another way"
