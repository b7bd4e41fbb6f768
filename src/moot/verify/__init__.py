"""What holds: checks that turn claims into findings, and need no model to be repeated.

from moot.verify import verify

finding = verify("Beta has 61.6 %.", ["Alpha has 61.6 %, Beta 59.3 %."])
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from moot.verify.claim import verify

__all__ = ["verify"]


def __getattr__(name: str) -> Any:
    """Load it only when it is used: a check alone needs no other."""
    if name == "verify":
        from moot.verify.claim import verify

        return verify
    raise AttributeError(f"module 'moot.verify' has no attribute '{name}'")
