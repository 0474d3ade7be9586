"""`detente turning`: when a series turned."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.barometer.evidence import evidence
from detente.barometer.turning import Turning, turning_points
from detente.cli.asking import asking
from detente.cli.barometer import Asked, Measure
from detente.cli.case_folder import Format, Output
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say


@asking()
def turning(
    question: Asked,
    measure: Measure = None,
    penalty: Annotated[
        float | None, typer.Option(min=0.1, help="Cost of a break; else calibrated by simulation.")
    ] = None,
    false_alarms: Annotated[
        float, typer.Option(min=0.001, max=0.4, help="Share of series without a break that may show one.")
    ] = 0.03,
    shortest: Annotated[int, typer.Option(min=2, help="The least periods between two breaks.")] = 2,
    checks: Annotated[
        bool, typer.Option("--checks", help="How they were found instead: penalties, shuffled series, Bayes.")
    ] = False,
    events: Annotated[int, typer.Option(min=0, help="Events around each date, as evidence.")] = 3,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Find the periods in which a series turned, each with a 90 % interval and the events around it.

    Every period is a candidate. The penalty is calibrated so that a series without a break seldom shows one;
    what shuffled series and other penalties give is said beside.

    Example: detente turning gdelt.tsv --dyad RUS-USA --unit week --measure conflict
    """
    found = turning_points(
        question.series(measure), penalty=penalty, false_alarms=false_alarms, shortest=shortest
    )
    records = [found.as_summary()] if checks else _points(found, question, events)
    write_records(map(_short, records) if format is OutputFormat.TABLE else records, format, output)
    _tell(found)


def _points(found: Turning, question: Asked, most: int) -> list[Record]:
    records = found.as_records()
    if question.plain or most == 0:
        return records
    rows, (a, b) = question.events(), question.sides()
    return [
        record | {"events": evidence(found, point, rows, a, b, most)}
        for record, point in zip(records, found.points, strict=True)
    ]


def _short(record: Record) -> Record:
    """The record with its events in a few words, for the table."""
    told = [
        f"{e['day']} {e['source']}>{e['target']} {e['plover'] or e['code']}" for e in record.get("events", ())
    ]
    return {k: v for k, v in record.items() if k != "events"} | ({"events": told} if told else {})


def _tell(found: Turning) -> None:
    series, shuffled = found.series, found.shuffled_with_breaks
    several = len(found.points)
    say(
        f"{several} turning point{'s' * (several != 1)} in {len(series)} periods of {series.name} "
        f"{series.measure} ({series.kind}); {shuffled:.0%} of {found.shuffles} shuffled series show one with "
        f"the same penalty ({found.penalty:.1f}). Breaks by penalty: "
        + ", ".join(f"x{times:g} {count}" for times, count in found.sweep.items())
        + "."
    )
