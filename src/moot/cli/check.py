"""`moot check`: one claim against one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from moot.cli import options

_SAID = {"holds": "supported", "fails": "not supported", "unchecked": "not settled"}


def command(
    claim: Annotated[str, typer.Argument(help="One sentence, or a few: the worst of them decides.")],
    file: Annotated[
        list[str], typer.Option("--in", "-i", metavar="PATH", help="A file or folder; may be given several times.")
    ],
    verifier: options.Verifier = None,
    precision: Annotated[
        float | None, typer.Option(help="Say “supported” only where this share, such as 0.9, is right.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The finding as JSON.")] = False,
) -> None:
    """Does a file say it? One claim against one file or folder.

    Tells the probability, the best passage, and the reason in words.
    """
    from moot.cli.lines import Lines
    from moot.errors import NotSupported, UsageError
    from moot.evidence.library import Library
    from moot.evidence.read import read_paths, require, require_there
    from moot.verify.claim import check
    from moot.verify.referee import Referee, default_checks
    from moot.words import Outcome

    if not any(map(str.isalnum, claim)):
        raise UsageError('The claim is empty, or has no word: give one sentence, such as moot check "…" --in FILE.')
    if not all(map(str.strip, file)):  # as of an unset variable: it must not be the present folder
        raise UsageError("One --in is empty: name a file or a folder.")
    paths = list(map(Path, file))
    require_there(paths)
    documents, unread = read_paths(paths)
    require(documents, unread)
    library = Library(documents)
    finding = check(claim, library, Referee(default_checks(verifier or ())), precision=precision)
    if json:
        typer.echo(finding.model_dump_json(indent=2))
    else:
        console = Lines()
        console.say(f"{_SAID[finding.outcome.value]} ({finding.score:.2f}): {finding.reason}")
        for place in finding.places[:3]:
            document = library.document(place.source)
            if document is not None:
                passage = " ".join(document.text[place.start : place.end].split())
                console.say(f"  {document.source.origin}, {place.start}-{place.end}: {passage}")
        for document in documents:
            for noticed in library.noticed(document):
                said = f"{noticed.what}: “{noticed.excerpt}” ({noticed.treated})"
                console.say(f"! {document.source.origin}: {said}")
        for missed in unread:
            console.say(f"! {missed.origin} was not read: {missed.reason}")
    if finding.outcome is not Outcome.HOLDS:
        raise typer.Exit(NotSupported.exit_code)
