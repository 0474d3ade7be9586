"""What the verbs that work on a case folder have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from detente.casebook import Case, open_case
from detente.cli.exit_codes import ROW_ERRORS
from detente.cli.output import OutputFormat
from detente.cli.progress import say

WAIT = 30.0

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The case folder.")]
Wait = Annotated[float, typer.Option(min=0, help="Seconds to wait while another process writes.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done and write nothing.")]
Format = Annotated[OutputFormat, typer.Option("--format", "-f", help="The form of the output.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")]


def is_case(path: Path) -> bool:
    """Whether a path is a case folder."""
    return (path / "case.toml").is_file()


def opened(path: Path, wait_seconds: float = WAIT) -> Case:
    """The case in a folder; where a person watches, it is said who is being waited for."""
    return open_case(path, wait_seconds=wait_seconds, on_wait=say if sys.stderr.isatty() else None)


def finish(errors: Iterable[str]) -> None:
    """Say each row error on stderr and leave with exit code 3 where there is one."""
    said = list(errors)
    for error in said:
        say(f"detente: {error}")
    if said:
        raise typer.Exit(ROW_ERRORS)
