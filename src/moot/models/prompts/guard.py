"""The guard on private material: a local file never goes to an endpoint that keeps prompts unless the user says so."""

from __future__ import annotations

from collections.abc import Sequence

from moot.errors import RetentionRefused


def require_keepable(private: Sequence[str], model: str, keeps_prompts: bool, allowed: bool) -> None:
    """Raise `RetentionRefused`, naming model and file, if a private file would go to a model that keeps prompts.

    Titles count as private material too, so this is asked before any task, planning included.
    """
    if not keeps_prompts or allowed or not private:
        return
    more = f" and {len(private) - 1} more" if len(private) > 1 else ""
    raise RetentionRefused(
        f"{model} keeps the prompts it is sent, and {private[0]}{more} would go there: "
        "choose another model, or say --allow-retention."
    )
