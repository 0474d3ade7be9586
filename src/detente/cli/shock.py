"""`detente shock`: what one dated event did to a series."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.barometer.busiest import busiest, busiest_of_table
from detente.barometer.series import Series, rounded
from detente.barometer.shock import Shock
from detente.barometer.shock import shock as measured_shock
from detente.cli.arguments import calendar_day, two_states
from detente.cli.asking import asking
from detente.cli.barometer import Asked, Measure
from detente.cli.case_folder import Format, Output
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say, tracked
from detente.errors import UsageError

_OWN_CHOICE = 6


@asking()
def shock(
    question: Asked,
    event: Annotated[str, typer.Option(help="The day of the event, 2003-03-20.")],
    control: Annotated[
        list[str] | None,
        typer.Option(help="A dyad the event did not touch, FRA-DEU; again for more. Else the busiest six."),
    ] = None,
    periods: Annotated[int, typer.Option(min=1, help="How many periods are compared.")] = 6,
    path: Annotated[bool, typer.Option("--path", help="Period by period instead of the whole.")] = False,
    measure: Measure = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Compare a series after an event with what its own past and other dyads lead to expect.

    The same comparison is made on dates before the event and on the other dyads, as placebos. The sentence
    on stderr claims no more than this bears.

    Example: detente shock gdelt.tsv --dyad RUS-USA --event 2003-03-20 --measure conflict --control CHN-USA
    """
    day = calendar_day("--event", event)
    pairs = _named(question, control or []) or _busiest(question)
    beside = list(_controls(question, measure, pairs))
    found = measured_shock(question.series(measure), day, beside, periods=periods)
    write_records(found.as_records() if path else [_whole(found)], format, output)
    say(found.sentence())


def _named(question: Asked, controls: list[str]) -> list[tuple[str, str]]:
    pairs = [two_states(text, question.first, question.last) for text in controls]
    if question.dyad is not None and any(set(pair) == set(question.dyad) for pair in pairs):
        raise UsageError(
            f"{'-'.join(question.dyad)} cannot be its own control.",
            hint="Name dyads the event did not touch.",
        )
    return pairs


def _controls(question: Asked, measure: str | None, pairs: list[tuple[str, str]]) -> list[Series]:
    found = []
    for pair in tracked(pairs, "Reading controls"):
        try:
            found.append(question.series(measure, pair))
        except UsageError as error:
            say(f"detente: {'-'.join(pair)} is no control: {error}")
    return found


def _busiest(question: Asked) -> list[tuple[str, str]]:
    if not question.plain:
        return busiest(question.events(), question.sides(), _OWN_CHOICE)
    return busiest_of_table(question.table(), question.dyad, _OWN_CHOICE) if question.dyad else []


def _whole(found: Shock) -> Record:
    effect = found.effect
    return {
        "name": found.series.name,
        "measure": found.series.measure,
        "from": found.series.label(found.at),
        "to": found.series.label(found.at + found.periods - 1),
        "observed": rounded(effect.observed),
        "expected": rounded(effect.expected),
        "effect": rounded(effect.effect),
        "low": rounded(effect.low),
        "high": rounded(effect.high),
        "verdict": found.verdict,
        "controls": list(found.controls),
        "placebo_dates": len(found.placebo_dates),
        "placebo_dates_as_large": found.as_large_dates,
        "placebo_dyads": len(found.placebo_dyads),
        "placebo_dyads_as_large": found.as_large_dyads,
        "sentence": found.sentence(),
    }
