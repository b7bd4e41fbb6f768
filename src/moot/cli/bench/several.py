"""Options that take several values: `--models A B C`."""

from __future__ import annotations

from typing import Any, ClassVar

from typer.core import TyperCommand


class Several(TyperCommand):
    """A command of which the options named by `many` may be followed by any number of values."""

    many: ClassVar[tuple[str, ...]] = ()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        given: list[str] = []
        option = ""
        for arg in args:
            if option and not arg.startswith("-"):
                given += [option, arg] if given[-1] != option else [arg]
                continue
            option = arg if arg in self.many else ""
            given.append(arg)
        return super().parse_args(ctx, given)
