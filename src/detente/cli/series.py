"""`detente series`: counts, shares and scores of a dyad, period by period, and its level."""

from __future__ import annotations

from itertools import groupby
from typing import Annotated

import typer

from detente.barometer.counting import QUAD_COUNTS, check_measure
from detente.barometer.level import Stock, level
from detente.cli.asking import asking
from detente.cli.barometer import Asked, Measure
from detente.cli.case_folder import Format, Output
from detente.cli.output import OutputFormat, Record, write_records
from detente.errors import UsageError


@asking()
def series(
    question: Asked,
    measure: Measure = None,
    with_level: Annotated[
        bool, typer.Option("--level", help="The level of the relationship instead of the counts.")
    ] = False,
    start_level: Annotated[float, typer.Option(help="Of --level: before the first period, -9 to 9.")] = 0.0,
    gain: Annotated[float, typer.Option(help="Of --level: points for a usual period of score 1.")] = 0.5,
    half_life: Annotated[
        float | None, typer.Option(help="Of --level: periods to forget half; else nothing is forgotten.")
    ] = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Count the reports of a dyad by period, quad class and PLOVER type, always with n.

    Periods without a report are told apart from periods that the data do not cover. Several datasets,
    and the chronicle of a case, come one after the other. Exits with 3 where rows could not be read.

    Example: detente series gdelt.tsv --dyad RUS-USA --unit month --format csv -o series.csv
    """
    if with_level:
        records = _levels(question, Stock(start_level, gain, half_life))
    else:
        records = _counts(question, measure, brief=format is OutputFormat.TABLE)
    write_records(records, format, output)


_NOT_COVERED, _LONG = "not covered", 4
_BRIEF = (
    "period",
    "dyad",
    "dataset",
    "coverage",
    "n",
    *QUAD_COUNTS,
    "conflict_share",
    "goldstein_mean",
    "total",
)


def _counts(question: Asked, measure: str | None, *, brief: bool) -> list[Record]:
    if question.plain:
        return question.series(measure).as_records()
    if measure is not None:
        check_measure(measure)
    found = question.counted()
    if measure is None:
        records = [record for one in found for record in one.as_records()]
        return [{name: record[name] for name in _BRIEF} for record in _folded(records)] if brief else records
    return [{"dataset": one.dataset} | record for one in found for record in one.series(measure).as_records()]


def _folded(records: list[Record]) -> list[Record]:
    """The records with each long stretch that is not covered on one line."""
    folded: list[Record] = []
    for (coverage, _, _), alike in groupby(records, lambda r: (r["coverage"], r["dataset"], r["dyad"])):
        stretch = list(alike)
        if coverage == _NOT_COVERED and len(stretch) >= _LONG:
            ends = f"{stretch[0]['period']} to {stretch[-1]['period']}"
            stretch = [stretch[0] | {"period": ends, "coverage": f"{coverage} ({len(stretch)})"}]
        folded += stretch
    return folded


def _levels(question: Asked, parameters: Stock) -> list[Record]:
    if question.plain:
        raise UsageError("A level needs event rows with scores, not a plain table.")
    return [
        {"dataset": one.dataset} | record
        for one in question.counted()
        for record in level(one, parameters).as_records()
    ]
