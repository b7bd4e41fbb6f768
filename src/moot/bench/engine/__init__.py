"""The engine of `moot bench run`: inspect_ai underneath, Moot's journal and one cap above it.

What the engine takes as a suite (`tasks.py`), by name:

    sourced, claims:FILE     a `moot.bench.suites.suite.Suite`: the engine makes an inspect task of it, whose solver is
                             `suite.attempt` and whose score is `suite.mark`
    terminal                 a suite of chat or agent tasks, registered under `moot.suites` too (NAME:ARGUMENT in, suite
                             out), which has `name`, `version` and `inspect_task() -> inspect_ai.Task` instead: dataset,
                             solver, scorer and sandbox whole; sample ids are task ids, `metadata["group"]` of a sample
                             is the trial's group. The engine puts the contestant in as the model and sets epochs.
    inspect_evals/gsm8k, FILE.py@task     any task of inspect_ai, as `inspect eval` names it

Of either kind a suite may have `refuses(contestant: str) -> str`: why this contestant cannot take it, in one sentence;
"" if it can. It is asked before any money.
"""
