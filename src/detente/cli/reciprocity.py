"""`detente reciprocity`: who answers whom, with what lag."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from detente.barometer.reciprocity import reciprocity as answers
from detente.cli.asking import asking
from detente.cli.barometer import Asked, Measure
from detente.cli.case_folder import Format, Output
from detente.cli.output import OutputFormat, write_records


@asking("directed", "issue", "absent_is_zero")
def reciprocity(
    question: Asked,
    measure: Measure = None,
    responses: Annotated[
        bool, typer.Option("--responses", help="The response at every lag instead of the whole.")
    ] = False,
    horizon: Annotated[int, typer.Option(min=1, help="The longest lag that is shown.")] = 8,
    model: Annotated[
        str,
        typer.Option(
            help="var: vector autoregression of log(1 + y), or of values; "
            "counts: regressions of the counts as they are, to prefer where they are low."
        ),
    ] = "var",
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Say whether what one side does follows what the other did, beyond what its own past foretells.

    Example: detente reciprocity gdelt.tsv --dyad RUS-USA --unit week --measure conflict
    """
    question = replace(question, directed=True)
    a, b = question.sides()
    sides = (question.series(measure, (a, b)), replace(question, dyad=(b, a)).series(measure))
    found = answers(*sides, horizon=horizon, model=model)
    write_records(found.as_records() if responses else found.as_summary(), format, output)
