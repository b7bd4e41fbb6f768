"""Moot: models argue, evidence decides.

    report = await moot.research("Which … ?", ["notes/"])

See `moot.words` for the types, `moot.errors` for what may be raised, `moot.testing` for doubles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot.run import Research, answer, audit, extend, research, research_sync

__all__ = ["Research", "answer", "audit", "extend", "research", "research_sync"]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    """Load the door only when it is used: `import moot` stays cheap."""
    if name in __all__:
        import importlib

        return getattr(importlib.import_module("moot.run"), name)
    raise AttributeError(f"module 'moot' has no attribute '{name}'")
