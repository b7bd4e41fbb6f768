"""`moot export`: a run's report in one format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    run: Annotated[str, typer.Argument(help="Id of a run, see `moot runs`.")],
    to: Annotated[
        list[str],
        typer.Option(
            "--to", help="md, html, docx, pdf, json, bib, csl, bundle or recording; may be given more than once."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            metavar="DIR|FILE|-",
            help="A file ends as the format does, its folder is made if need be; - is standard output.",
        ),
    ] = Path(),
    style: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Citation style of the list of sources, as apa or ieee, for md, docx, pdf; needs moot[pdf].",
        ),
    ] = None,
) -> None:
    """Write the report of a run in one format or several.

    To read (md, html), to hand on (docx, pdf, its sources as bib or csl), or as data.
    """
    from moot.cli.reports import require_writable
    from moot.errors import UsageError
    from moot.ledger.store import Store
    from moot.report.document import build
    from moot.report.files import write
    from moot.report.formats import find, render

    formats = {name: find(name) for name in to}
    targets = {} if out == Path("-") else {name: _target(out, name, format.suffix) for name, format in formats.items()}
    if len(formats) > 1 and (not targets or out in targets.values()):
        raise UsageError(f"{out} takes one format, and --to names {len(formats)}: give a folder.")
    for target in targets.values():
        require_writable(target.parent)
    record = Store.open().record(run)
    report = build(record)
    for name, rendered in {name: render(report, record, name, style) for name in formats}.items():
        if name in targets:
            write(targets[name], rendered)
            typer.echo(targets[name])
        else:
            typer.echo(rendered, nl=False)


def _target(out: Path, to: str, suffix: str) -> Path:
    """The file to write: `out` where it ends as the format does or is called, else one in that folder.

    Raises `UsageError` for what ends as another kind of file does: nobody means a folder called `report.pdf`.
    """
    from mimetypes import guess_type

    from moot.errors import UsageError
    from moot.report.formats import names

    if out.is_dir():
        return out / f"report{suffix}"
    if out.name.endswith((suffix, f".{to}")) or (out.suffix and suffix.endswith(out.suffix)):
        return out
    if out.suffix.removeprefix(".") in names() or guess_type(out.name)[0]:
        raise UsageError(f"{out} ends as no file of this format does: with --to {to} a file ends in {suffix}.")
    return out / f"report{suffix}"
