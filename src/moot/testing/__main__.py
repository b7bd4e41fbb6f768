"""`python -m moot.testing`: the double as a process. Prints its base URL on one line, then serves until it is ended."""

from __future__ import annotations

import argparse
import asyncio
import sys

from moot.testing.answers.from_schema import from_schema
from moot.testing.answers.obeys import obeys
from moot.testing.answers.scholar import scholar
from moot.testing.conduct import Answerer, Conduct
from moot.testing.server import MODELS, DoubleServer

ANSWERS: dict[str, Answerer] = {"from_schema": from_schema, "obeys": obeys, "scholar": scholar}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m moot.testing", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--answer", choices=sorted(ANSWERS), default="from_schema")
    parser.add_argument("--models", default=",".join(MODELS), help="names, separated by commas")
    parser.add_argument("--context", type=int, default=None, help="tokens; longer prompts overflow")
    parser.add_argument("--first-token", type=float, default=0.0, help="seconds")
    parser.add_argument("--per-chunk", type=float, default=0.0, help="seconds")
    options = parser.parse_args(arguments)
    server = DoubleServer(
        ANSWERS[options.answer],
        Conduct(first_token=options.first_token, per_chunk=options.per_chunk),
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


async def _serve(server: DoubleServer) -> None:
    async with server:
        print(server.base_url, flush=True)  # noqa: T201
        await asyncio.Event().wait()


if __name__ == "__main__":
    sys.exit(main())
