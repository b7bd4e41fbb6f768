"""Published claim verifiers, given by folder or hub name, behind the contract of `moot.verify.verifier`.

from moot.verify.published import load

verifier = load("lytang/MiniCheck-RoBERTa-Large")

docs/VERIFIERS.md names the models that this was written for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot.verify.published.verifier import load

__all__ = ["load"]


def __getattr__(name: str) -> Any:
    """Load it only when it is used."""
    if name == "load":
        from moot.verify.published.verifier import load

        return load
    raise AttributeError(f"module 'moot.verify.published' has no attribute '{name}'")
