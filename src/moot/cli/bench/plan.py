"""`moot bench plan`: how many tasks and repeats resolve a difference."""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    difference: Annotated[float, typer.Option(help="The true difference to resolve: 0.05 is five points.")],
) -> None:
    """Tasks and repeats needed to resolve a difference, and whether more tasks or more repeats help."""
    from moot.errors import UsageError

    raise UsageError(f"planning for a difference of {difference:g} is not built yet; `moot bench compare` judges one.")
