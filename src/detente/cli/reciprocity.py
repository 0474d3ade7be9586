"""`detente reciprocity`: who answers whom, with what lag."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from detente.barometer.reciprocity import reciprocity as answers
from detente.cli.barometer import (
    Covered,
    Dataset,
    Dyad,
    Engine,
    From,
    Measure,
    Once,
    Paths,
    To,
    UnitOption,
    asked,
)
from detente.cli.case_folder import Format, Output
from detente.cli.destination import check_file
from detente.cli.output import OutputFormat, write_records
from detente.datasets.engines import DUCKDB


def reciprocity(
    paths: Paths,
    dyad: Dyad = None,
    unit: UnitOption = None,
    measure: Measure = None,
    responses: Annotated[
        bool, typer.Option("--responses", help="The response at every lag instead of the whole.")
    ] = False,
    horizon: Annotated[int, typer.Option(min=1, help="The longest lag that is shown.")] = 8,
    start: From = None,
    end: To = None,
    covered: Covered = None,
    dataset: Dataset = None,
    engine: Engine = DUCKDB,
    once: Once = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Say whether what one side does follows what the other did, beyond what its own past foretells.

    Example: detente reciprocity gdelt.tsv --dyad RUS-USA --unit week --measure conflict
    """
    check_file(output)
    question = asked(
        paths,
        dyad,
        unit=unit,
        directed=True,
        start=start,
        end=end,
        covered=covered,
        dataset=dataset,
        engine=engine,
        once=once,
    )
    a, b = question.sides()
    sides = (question.series(measure, (a, b)), replace(question, dyad=(b, a)).series(measure))
    found = answers(*sides, horizon=horizon)
    write_records(found.as_records() if responses else found.as_summary(), format, output)
    question.finish()
