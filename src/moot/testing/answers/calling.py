"""An answer that says itself where it goes: to one of the tools that are offered, or to none."""

from __future__ import annotations

from typing import Self


class Calling(str):
    """`Calling('{"command": "ls"}', "bash")` calls a tool; `Calling("Done.")` is text although tools are offered."""

    tool: str | None
    __slots__ = ("tool",)

    def __new__(cls, text: str, tool: str | None = None) -> Self:
        made = super().__new__(cls, text)
        made.tool = tool
        return made
