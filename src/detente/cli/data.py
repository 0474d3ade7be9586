"""What the verbs that read datasets have in common."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import two_states
from detente.cli.case_folder import finish, opened
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say
from detente.datasets.rules import RULES
from detente.datasets.tally import Tally
from detente.errors import UsageError
from detente.ontology.schemes import GOLDSTEIN_CHOICES, QUAD_CHOICES, USSR_CHOICES, Choices

if TYPE_CHECKING:
    from detente.casebook.tables import Imported
    from detente.datasets.store import Import

Dataset = Annotated[
    str | None, typer.Option("--as", metavar="DATASET", help="The files are data of this source.")
]
Once = Annotated[
    str | None,
    typer.Option(
        help="Merge rows: " + "; ".join(f"{rule}: {told}" for rule, (_, told) in RULES.items()) + "."
    ),
]
Quad = Annotated[str, typer.Option(help=f"Whose quad classes of CAMEO hold: {', '.join(QUAD_CHOICES)}.")]
Goldstein = Annotated[str, typer.Option(help=f"Whose Goldstein scores: {', '.join(GOLDSTEIN_CHOICES)}.")]
Ussr = Annotated[str, typer.Option(help=f"What the Soviet Union is called: {', '.join(USSR_CHOICES)}.")]


def import_job(
    name: str,
    dyad: str | None,
    start: str | None,
    end: str | None,
    once: str | None,
    quad: str,
    goldstein: str,
    ussr: str,
) -> Import:
    """What the options of a command ask for; raises UsageError or UnknownName where they are wrong."""
    from detente.datasets.reading import Wanted
    from detente.datasets.store import Import

    first, final = day_of(start, last=False), day_of(end, last=True)
    if first and final and first > final:
        raise UsageError(f"The period ends ({final}) before it begins ({first}).")
    wanted = Wanted(two_states(dyad, first, final, ussr) if dyad else None, first, final)
    job = Import(name, Choices(quad, goldstein, ussr), wanted, once)
    job.check()
    return job


def day_of(words: str | None, *, last: bool) -> dt.date | None:
    """The first or last day of 2003, 2003-05 or 2003-05-28; UsageError where it is none of these."""
    if words is None:
        return None
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", words)
    try:
        if not found:
            raise ValueError
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
        return dt.date(year, month, day)
    except ValueError:
        raise UsageError(f'"{words}" is no date.', hint="Say 2003, 2003-05 or 2003-05-28.") from None


def add_data(
    case: Path, files: list[Path], job: Import, wait: float, format: OutputFormat, dry_run: bool
) -> None:
    """Import files into a case and say what was read, what was left out and why."""
    from detente.casebook.tables import Imported, check_found, table_path
    from detente.cli.shared_rows import different, tell_shared
    from detente.datasets.reading import read

    if not files:
        raise UsageError("No file was given.", hint=f"Example: detente add {case} FILE --as {job.name}")
    opened_case, files = opened(case, wait), different(files)
    if dry_run:
        done = Imported(table_path(opened_case.layout, job, files), "would be added", None, Tally())
        for _ in read(files, job.name, choices=job.choices, wanted=job.wanted, tally=done.tally):
            pass
        check_found(files, done.tally)
    else:
        done = opened_case.import_table(files, job)
    write_records([imported_record(done)], format)
    if done.outcome == "added" and done.table is not None and done.table.about["kind"] == "events":
        tell_shared(
            (table.path for table in opened_case.tables("events") if table.rows), opened_case.charter.states
        )
    report(done.tally)


def imported_record(done: Imported) -> Record:
    """An import on one line."""
    table, tally = done.table, done.tally
    return {
        "table": done.path.name,
        "outcome": done.outcome,
        "dataset": table.dataset if table else None,
        "rows": table.rows if table else tally.kept,
        "read": tally.read,
        "filtered": tally.filtered,
        "merged": tally.merged,
        "left out": sum(tally.dropped.values()),
    }


def report(tally: Tally) -> None:
    """Say on stderr what was decided, and leave with exit code 3 where rows were left out."""
    for words in tally.remarks:
        say(words)
    for what, rows in sorted(tally.noted.items()):
        say(f"{rows} rows kept with a null: {what}.")
    finish(tally.errors())
