"""Which engines take part: those that the user names, else those that the environment configures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from moot.errors import UsageError
from moot.evidence.search.engine import Engine, Vendor
from moot.plugins import load, registered
from moot.words import Word


def chosen(names: Sequence[str], env: Mapping[str, str]) -> list[Engine]:
    """The engines named, each once; for no names all that are configured and search the whole web, and where there is
    none, the scholarly ones that need nothing.

    Raises `UsageError` for an engine that is unknown, is not configured, or is configured with what cannot be right.
    """
    if names:
        known = {name.lower(): name for name in registered("engines")}
        return [_named(name, env) for name in dict.fromkeys(known.get(name.lower(), name) for name in names)]
    vendors = [_vendor(name) for name in registered("engines")]
    web = [each.engine(env) for each in vendors if not each.scholarly]
    free = [each for each in vendors if each.scholarly and not each.needs]
    found = [each for each in web if each is not None]
    return found or [engine for each in free if (engine := each.engine(env)) is not None]


def scholarly(names: Sequence[str]) -> bool:
    """Whether these are registers of scholarly works alone."""
    return bool(names) and all(_vendor(name).scholarly for name in names)


class Known(Word):
    """An engine as this machine sees it."""

    name: str
    scholarly: bool
    fee: Decimal | None = None
    """USD a search; None: it cannot be asked here."""
    why: str = ""
    """What it lacks."""


def known(env: Mapping[str, str]) -> list[Known]:
    """All registered engines, configured or not, in order of their names."""
    return [_known(name, env) for name in registered("engines")]


def _known(name: str, env: Mapping[str, str]) -> Known:
    try:
        vendor = _vendor(name)
        engine = vendor.engine(env)
    except UsageError as error:
        return Known(name=name, scholarly=False, why=str(error))
    why = "" if engine else f"set {vendor.needs} in the environment"
    return Known(name=name, scholarly=vendor.scholarly, fee=engine.fee if engine else None, why=why)


def _named(name: str, env: Mapping[str, str]) -> Engine:
    vendor = _vendor(name)
    engine = vendor.engine(env)
    if engine is None:
        raise UsageError(f"The search engine {name} is not configured: set {vendor.needs} in the environment.")
    return engine


def _vendor(name: str) -> Vendor:
    return cast(Vendor, load("engines", name, "search engine"))
