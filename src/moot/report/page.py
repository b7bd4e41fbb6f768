"""What every page that Moot writes keeps to: one file, nothing loaded, all text escaped, no script but ours."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from moot.text.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment


def part(name: str, package: str = "moot.report") -> str:
    """The text of a file in the folder `templates` of a package."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


def policy(style: str, script: str = "") -> str:
    """Nothing may be loaded, and only this very style and script may run."""
    allowed = f"script-src '{_digest(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}'; {allowed}base-uri 'none'; form-action 'none'"


def trusted(text: str) -> Any:
    """Our own style and script: the only text that is not escaped."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704


@cache
def environment(package: str = "moot.report") -> Environment:
    """Of templates in a package. Kept, since compiling a template takes far longer than filling it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _shown(value: Any) -> Any:
    """What becomes of every expression of a template before it is escaped."""
    return visible(value) if type(value) is str else value
