"""`python -m moot.testing`: the double as a process. Prints its base URL on one line, then serves until it is ended."""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import replace

from moot.testing.answers.named import named
from moot.testing.conduct import Answer, Answerer, Conduct, Rule
from moot.testing.server import MODELS, DoubleServer


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m moot.testing", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--answer", type=_answerer, default="from_schema", help="such as scholar or varies:7+conforms")
    parser.add_argument(
        "--of", action="append", type=_of, default=[], help="MODEL=ANSWER[@SECONDS]: how one model answers, how late"
    )
    parser.add_argument("--models", default=",".join(MODELS), help="names, separated by commas")
    parser.add_argument("--context", type=int, default=None, help="tokens; longer prompts overflow")
    parser.add_argument("--first-token", type=float, default=0.0, help="seconds")
    parser.add_argument("--per-chunk", type=float, default=0.0, help="seconds")
    parser.add_argument("--per-token", type=float, default=0.0, help="seconds")
    parser.add_argument("--text", default=None, help="what is always answered")
    options = parser.parse_args(arguments)
    plain = Conduct(
        says=Answer(text=options.text),
        first_token=options.first_token,
        per_chunk=options.per_chunk,
        per_token=options.per_token,
    )
    rules: list[Rule] = [
        Rule(replace(plain, says=Answer(by=answer), first_token=options.first_token + seconds), model=model)
        for model, answer, seconds in options.of
    ]
    server = DoubleServer(
        options.answer,
        [*rules, Rule(plain)],
        models=options.models.split(","),
        context=options.context,
        port=options.port,
    )
    try:
        asyncio.run(_serve(server))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        print(f"The double cannot listen on port {options.port}: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    return 0


def _answerer(name: str) -> Answerer:
    try:
        return named(name)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _of(text: str) -> tuple[str, Answerer, float]:
    model, _, rest = text.partition("=")
    name, _, seconds = rest.partition("@")
    try:
        return model, _answerer(name), float(seconds or 0)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{seconds}' is no number of seconds") from None


async def _serve(server: DoubleServer) -> None:
    async with server:
        print(server.base_url, flush=True)  # noqa: T201
        await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
