"""`detente get`: fetch public event data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.case_folder import DryRun, Format
from detente.cli.data import Goldstein, Once, Quad, Ussr, import_job
from detente.cli.exit_codes import FAILED, ROW_ERRORS
from detente.cli.output import OutputFormat, write_records
from detente.cli.progress import say, tracked
from detente.datasets.tally import Tally

NAMES = {"gdelt": "gdelt1"}
"""GDELT 1.0 covers 1979 to today, in files of a year, a month or a day; 2.0 has one every 15 minutes."""


def get(
    dataset: Annotated[
        str, typer.Argument(help="gdelt1, gdelt2, icews, polecat or ucdp-ged; gdelt is gdelt1.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder that gets the rows, by year.")],
    dyad: Annotated[str | None, typer.Option(help="Only events between two states, RUS-USA.")] = None,
    start: Annotated[str | None, typer.Option("--from", help="From this day, month or year.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="To the end of this day, month or year.")] = None,
    once: Once = None,
    quad: Quad = "gdelt",
    goldstein: Goldstein = "own",
    ussr: Ussr = "RUS",
    from_url: Annotated[
        str | None, typer.Option(help="A mirror with the list and the files; also DETENTE_FROM_URL.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the files that were downloaded.")] = False,
    format: Format = OutputFormat.TABLE,
    dry_run: DryRun = False,
) -> None:
    """Fetch event data: list, download, check, filter, and write Parquet by year.

    MD5 sums are checked where they are published. A connection that breaks is resumed; run the same
    command again to continue what was interrupted or failed. Files that fail are reported, the others are
    kept, and the exit code is 3.

    Example: detente get gdelt --dyad RUS-USA --from 2001-01 --to 2003-12 -o russia-usa-gdelt
    """
    from detente.datasets.fetch import download
    from detente.datasets.fetch.earlier import PARTS, check_earlier
    from detente.datasets.fetch.getting import get as fetch_all
    from detente.datasets.fetch.getting import listed

    job = import_job(NAMES.get(dataset, dataset), dyad, start, end, once, quad, goldstein, ussr)
    tally = Tally()
    check_earlier(output / PARTS, job)
    with download.client() as http:
        remote = listed(http, job, from_url)
        if dry_run:
            write_records([{"file": f.name, "bytes": f.size, "md5": f.md5} for f in remote], format)
            return
        done = list(fetch_all(http, tracked(remote, "Fetching", len(remote)), output, job, tally, keep=keep))
    write_records([{"file": g.file, "outcome": g.outcome, "rows": g.rows} for g in done], format)
    failed = [g for g in done if g.problem]
    for words in [*(g.problem for g in failed if g.problem), *tally.errors()]:
        say(f"detente: {words}")
    if failed or tally.dropped:
        raise typer.Exit(FAILED if len(failed) == len(done) else ROW_ERRORS)
