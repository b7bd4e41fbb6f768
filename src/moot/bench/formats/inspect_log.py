"""Inspect: logs of inspect_ai, `.eval` (a zip file) and `.json`, of version 2 of its log form.

Of a `.eval` its `header.json` and `summaries.json` are read; of one that was broken off, `_journal/start.json` and the
summaries or samples that are whole (inspect_ai/log/_recorders/eval.py). Values become scores as inspect's
`value_to_float` makes them. A log has one benchmark a scorer; `--map score=SCORER` chooses one. Of a score that has
several keys that one is read whose figure is the log's headline. Where `moot bench run` wrote it, it says whose it is,
and groups and kinds of its tasks; of a whole folder of `bench run` the `results.jsonl` is read instead. inspect_ai is
not needed to read it.

Checked against logs of inspect_ai 0.3.41 (2024, deflate) to 0.3.285 (Zstandard).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, cast

from moot.bench import reduced
from moot.bench.formats import archive, values
from moot.bench.formats.format import Format
from moot.bench.formats.given import GB, Given
from moot.bench.results import Results, Trial

LARGEST = 4 * GB
"""Bytes of a packed log; little of it is unpacked."""
_UNPACKED = 2 * GB
"""Bytes of all samples of a log that was broken off, unpacked."""
_SPREADS = ("stderr", "bootstrap_stderr", "std", "var")
"""Metrics that say how sure a headline is, and are none."""


def read(given: Given) -> list[Results]:
    found: list[Results] = []
    for name in given.named(".eval"):
        given.taken([name])
        found += [] if _is_of_a_bench(given, name) else _packed(given, name)
    for name in given.named(".json"):
        head = given.head(name)
        if b'"eval":' in head and (b'"status":' in head or b'"version":' in head):
            data = values.mapping(given.load(name, "status", "eval", "results", "samples"))
            if isinstance(data.get("eval"), dict) and "task" in data["eval"]:
                given.taken([name])
                found += _log(given, name, data, values.listed(data.get("samples")))
    return [each for each in found if each.trials]


def _is_of_a_bench(given: Given, name: str) -> bool:
    """Whether its trials stand in the `results.jsonl` of a bench that was given too."""
    folder = PurePosixPath(name).parent
    return folder.name == "logs" and given.has(str(folder.parent / "results.jsonl"))


def _packed(given: Given, name: str) -> list[Results]:
    path = given.path(name)
    try:
        if given.too_large(name, LARGEST):
            return []
        members = archive.opened(path)
    except OSError as error:
        given.note(f"cannot be opened ({error.strerror})", name)
        return []
    if not members.members:
        given.note("is no log of Inspect: it is no zip file, or nothing of it is whole", name)
        return []
    samples = _samples(given, name, members)
    if not members.whole:
        given.note(f"is cut off: {'what is whole of it was read' if samples else 'no sample of it is whole'}", name)
    header = values.mapping(_part(given, name, members, "header.json"))
    if not header:
        header = values.mapping(_part(given, name, members, "_journal/start.json"))
        if not header:
            given.note("has neither header.json nor _journal/start.json: it says of no run", name)
            return []
        given.note("was broken off before its results were written", name)
    return _log(given, name, header, samples)


def _samples(given: Given, name: str, members: archive.Archive) -> Sequence[Any]:
    """Summaries of all samples that are there: of the run, else of its parts, and of samples that no summary has."""
    if "summaries.json" in members.members:
        return values.listed(_part(given, name, members, "summaries.json"))
    parts = sorted(each for each in members.members if each.startswith("_journal/summaries/"))
    found = [row for part in parts for row in values.listed(_part(given, name, members, part))]
    known = {_key(values.mapping(row)) for row in found}
    left = _UNPACKED
    for each in members.members:
        if each.startswith("samples/") and each.endswith(".json") and _named(each) not in known:
            raw = _raw(given, name, members, each)
            left -= len(raw)
            if left < 0:
                given.note(f"unpacks to more than {_UNPACKED // GB} GB: its further samples are left out", name)
                break
            found.append(given.parsed(raw, f"{name}: {each}") if raw else None)
    return found


def _key(row: Mapping[str, Any]) -> tuple[str, int]:
    return values.text(row.get("id")), values.count(row.get("epoch")) or 1


def _named(member: str) -> tuple[str, int]:
    """Id and epoch out of `samples/ID_epoch_N.json`."""
    stem, _, epoch = member.removeprefix("samples/").removesuffix(".json").rpartition("_epoch_")
    return values.text(stem), int(epoch) if epoch.isdecimal() and len(epoch) < 7 else 1


def _part(given: Given, name: str, members: archive.Archive, part: str) -> Any:
    raw = _raw(given, name, members, part) if part in members.members else b""
    return given.parsed(raw, f"{name}: {part}") if raw else None


def _raw(given: Given, name: str, members: archive.Archive, part: str) -> bytes:
    """The part unpacked; nothing, with a note, where it cannot be."""
    try:
        return archive.unpacked(given.path(name), members.members[part])
    except archive.CannotUnpack as error:
        given.note(str(error), f"{name}: {part}")
        return b""


def _log(given: Given, name: str, data: Mapping[str, Any], samples: Sequence[Any]) -> list[Results]:
    spec = values.mapping(data.get("eval"))
    if data.get("status") in ("error", "cancelled", "started"):
        given.note(f"is the log of a run whose status is {values.text(data['status'])!r}", name)
    rows = [values.mapping(each) for each in samples]
    if not rows:
        given.note("has no samples: its headline cannot be recomputed", name)
    scorers = dict.fromkeys(scorer for row in rows for scorer in values.mapping(row.get("scores")))
    results = values.mapping(data.get("results"))
    told = [values.mapping(each) for each in values.listed(results.get("scores"))]
    wanted = given.mapping.get("score", "")
    chosen = (
        [wanted]
        if wanted in scorers
        else list(scorers) or [values.text(each.get("scorer")) for each in told[:1]] or [""]
    )
    main = values.mapping(results.get("headline"))
    return [_results(name, spec, rows, each, _told(told, each, main), several=len(chosen) > 1) for each in chosen]


def _told(told: Sequence[Mapping[str, Any]], scorer: str, main: Mapping[str, Any]) -> Mapping[str, Any]:
    """What the log tells of that scorer: of several keys or reducers the one of its headline, else the first."""
    own = [each for each in told if scorer in (each.get("scorer"), each.get("name"))]
    named = [
        each
        for each in own
        if main.get("scorer") == scorer
        and (each.get("name"), each.get("reducer")) == (main.get("score"), main.get("reducer"))
    ]
    return next(iter(named or own), {})


def _results(
    name: str,
    spec: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    scorer: str,
    told: Mapping[str, Any],
    *,
    several: bool,
) -> Results:
    config, data = values.mapping(spec.get("config")), values.mapping(spec.get("dataset"))
    generate = values.mapping(spec.get("model_generate_config"))
    ours = values.mapping(values.mapping(spec.get("metadata")).get("moot"))
    task = values.text(ours.get("benchmark") or spec.get("task"))
    epochs = values.count(config.get("epochs")) or 1
    size = values.count(data.get("samples"))
    whole = values.count(ours.get("tasks")) or size
    packages = values.mapping(spec.get("packages"))
    reducer = values.text(told.get("reducer") or next(iter(values.listed(config.get("epochs_reducer"))), ""))
    headline = _headline(told)
    grouping = _params(headline)
    over = values.text(grouping.get("group_key")) if grouping.get("all") == "groups" else ""
    return Results(
        benchmark=f"{task} [{scorer}]" if several else task,
        contestant=values.text(ours.get("contestant") or spec.get("model")),
        trials=tuple(_trials(rows, scorer, told.get("name"), name, marked=bool(ours), sorts=over)),
        harness=f"inspect_ai {values.text(packages.get('inspect_ai'))}".strip(),
        origin=name,
        scored_by=scorer,
        stated=values.share(headline.get("value")),
        tasks_stated=whole or None,
        trials_stated=size * epochs if size and not config.get("limit") and not config.get("sample_id") else None,
        best_of=reduced.best_of(reducer, epochs),
        reducer=reducer,
        over_kinds=over,
        settings=values.told(
            solver=spec.get("solver"),
            scorer=scorer,
            task_version=spec.get("task_version"),
            epochs=epochs,
            limit=config.get("limit"),
            message_limit=config.get("message_limit"),
            token_limit=config.get("token_limit"),
            time_limit=config.get("time_limit"),
            temperature=generate.get("temperature"),
            max_tokens=generate.get("max_tokens"),
            reasoning_effort=generate.get("reasoning_effort"),
            task_options=spec.get("task_args"),
        ),
    )


def _headline(score: Mapping[str, Any]) -> Mapping[str, Any]:
    """The metric over all samples: one that is grouped gives a figure to each group, and one, `all`, to all of them.

    That is of all samples, or (`all="groups"`) the mean of those of the groups.
    """
    metrics = {name: values.mapping(each) for name, each in values.mapping(score.get("metrics")).items()}
    own = {name: each for name, each in metrics.items() if not each.get("group") and name not in _SPREADS}
    of_all = (each for name, each in metrics.items() if each.get("group") and _is_of_all(name, each))
    return next((own[name] for name in ("accuracy", "mean") if name in own), next(of_all, next(iter(own.values()), {})))


def _is_of_all(name: str, metric: Mapping[str, Any]) -> bool:
    params = _params(metric)
    spread = values.mapping(params.get("metric")).get("name")
    return (metric.get("name") or name) == (params.get("all_label") or "all") and spread not in _SPREADS


def _params(metric: Mapping[str, Any]) -> Mapping[str, Any]:
    return values.mapping(metric.get("params") or metric.get("options"))


def _trials(
    rows: Sequence[Mapping[str, Any]], scorer: str, key: object, name: str, *, marked: bool, sorts: str
) -> Iterable[Trial]:
    """`key`: of scores that are dictionaries. `marked`: whether `group` and `kind` in the metadata of samples mean what
    ours mean. `sorts`: what in it is a kind, else."""
    for row in rows:
        task, epoch = _key(row)
        given = values.mapping(row.get("scores")).get(scorer)
        value = given.get("value") if isinstance(given, dict) else given
        score, error = values.score(_plain(value, key))
        failed = row.get("error")
        failed = values.mapping(failed).get("message") if isinstance(failed, dict) else failed
        if score is None and failed:
            error = values.text(failed)
        said = values.mapping(row.get("metadata"))
        usage = [values.mapping(each) for each in values.mapping(row.get("model_usage")).values()]
        yield Trial(
            task,
            score,
            repeat=epoch,
            error=error,
            group=values.text(said.get("group")) if marked else "",
            kind=values.text(said.get(sorts or "kind")) if sorts or marked else "",
            seconds=values.number(row.get("total_time")),
            output_tokens=sum(values.count(each.get("output_tokens")) or 0 for each in usage) if usage else None,
            record=f"{name}: {task} epoch {epoch}",
        )


def _plain(value: object, key: object) -> object:
    """Of a score that is a dictionary the value of that key, which is that of the headline; else, as of a list, the
    first."""
    if isinstance(value, dict):
        found = cast("dict[object, object]", value)
        return found[key] if key in found else next(iter(found.values()), None)
    return value[0] if isinstance(value, list) and value else value


FORMAT = Format("inspect", "logs of inspect_ai (.eval, .json)", read)
