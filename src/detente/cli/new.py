"""`detente new`: make a case folder."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from detente.casebook import Charter, OwnIssue, create_case
from detente.casebook.vocabulary import check_date
from detente.cli.arguments import two_states
from detente.cli.case_folder import CaseFolder, DryRun, Format
from detente.cli.output import OutputFormat, write_records
from detente.coding.dates.edtf import bounds


def new(
    case: CaseFolder,
    dyad: Annotated[str, typer.Option(help="The two states, for instance RUS-USA.")],
    from_: Annotated[str | None, typer.Option("--from", help="Begin of the period, 2001 or 2001-01.")] = None,
    to: Annotated[str | None, typer.Option(help="End of the period, included.")] = None,
    lang: Annotated[str, typer.Option(help="Languages of the documents, with commas.")] = "ja,en",
    issue: Annotated[
        list[str] | None,
        typer.Option(help='One of our issues, or your own: "debt=Soviet debt|ソ連債務|債務,Paris Club".'),
    ] = None,
    title: Annotated[str | None, typer.Option(help="A title for people.")] = None,
    format: Format = OutputFormat.TABLE,
    dry_run: DryRun = False,
) -> None:
    """Make a case: a folder for one relationship between two states.

    Example: detente new russia-usa --dyad RUS-USA --from 2001 --to 2003 --issue iraq
    """
    for option, day in (("--from", from_), ("--to", to)):
        if day is not None:
            check_date(option, day)
    given = issue or []
    charter = Charter(
        states=two_states(dyad, bounds(from_)[0] if from_ else None, bounds(to)[1] if to else None),
        period_from=from_,
        period_to=to,
        languages=tuple(code.strip() for code in lang.split(",") if code.strip()),
        issues=tuple(one for one in given if "=" not in one),
        own_issues=tuple(OwnIssue.from_text(one) for one in given if "=" in one),
        title=title,
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    create_case(case, charter, dry_run=dry_run)
    made = {"case": str(case), "dyad": charter.dyad, "from": from_, "to": to}
    named = [*charter.issues, *(own.code for own in charter.own_issues)]
    write_records([made | {"languages": list(charter.languages), "issues": named}], format)
