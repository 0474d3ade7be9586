"""`detente export`: the findings of a case, for other tools."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from detente.casebook.exchange import form
from detente.cli.case_folder import CaseFolder, DryRun, Output, opened
from detente.cli.destination import check_file, replacing
from detente.cli.progress import say, tracked
from detente.errors import UnknownName, UsageError
from detente.findings import KINDS


class To(StrEnum):
    """The forms in which findings leave a case."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    WEB_ANNOTATION = "webannotation"


def export(
    case: CaseFolder,
    to: Annotated[To, typer.Option(help="The form of exchange.")] = To.JSONL,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; can be given again.")] = None,
    output: Output = None,
    dry_run: DryRun = False,
) -> None:
    """Write the findings in force, each with how it was judged, in a form that comes back the same.

    Positions are Unicode code points, half-open. `detente add CASE --findings FILE` takes the file
    into another case; judgements travel with `detente judge CASE export` and `import`.

    Example: detente export russia-usa --to webannotation -o findings.json
    """
    for name in kind or ():
        if name not in KINDS:
            raise UnknownName("kind of finding", name, KINDS)
    check_file(output)
    how = form(to)
    if how.binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{how.name} is binary.", hint="Name a file with --output, or redirect stdout.")
    rows = list(tracked(opened(case).export(kind), "Exporting"))
    if dry_run:
        say(f"{len(rows)} findings would be written{f' to {output}' if output else ''}.")
        return
    if output is None:
        how.write(rows, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with replacing(output) as stream:
        how.write(rows, stream)
    say(f"{len(rows)} findings written to {output}.")
