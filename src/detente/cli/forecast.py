"""`detente forecast`: the next periods of a dyad, with the record of every model."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from detente.barometer.forecast import Panel, backtest, panel_of_events, panel_of_table
from detente.barometer.forecast import forecast as predicted
from detente.barometer.forecast.features import past_of
from detente.barometer.one_dataset import check_one_dataset, datasets_of
from detente.barometer.periods import Unit
from detente.cli.asking import asking
from detente.cli.barometer import Asked, Directed
from detente.cli.case_folder import Format, Output
from detente.cli.output import OutputFormat, write_records
from detente.cli.progress import say


@asking("directed", "covered", "issue", "absent_is_zero")
def forecast(
    question: Asked,
    ahead: Annotated[int, typer.Option(min=1, help="How many periods.")] = 3,
    directed: Directed = False,
    share: Annotated[float, typer.Option(min=0.1, max=0.99, help="That the intervals are to hold.")] = 0.8,
    record: Annotated[
        bool, typer.Option("--backtest", help="The record of every model on past periods instead.")
    ] = False,
    origins: Annotated[int, typer.Option(min=1, help="Past periods that are forecast for the record.")] = 6,
    pool: Annotated[int, typer.Option(min=1, help="Pairs of states that the models learn from.")] = 500,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Forecast the counts of a dyad by quad class, every model beside the baselines, with intervals.

    The model marked as chosen is the one with the best record on the last periods (least CRPS); the record
    itself comes with --backtest. The models learn from all dyads in the data, the busiest first.

    Example: detente forecast icews.tab --dyad RUS-USA --unit month --ahead 3
    """
    question = replace(question, directed=True)
    a, b = question.sides()
    panel = _panel(question, (a, b), pool)
    past = past_of(panel)
    tested = backtest(panel, ahead if record else 1, origins, share=share, past=past)
    told = f"Best record on {tested.first} to {tested.last}: {tested.winner}."
    if record:
        write_records([score.as_dict() for score in tested.scores], format, output)
    else:
        sides = [(a, b)] if directed else [(a, b), (b, a)]
        records = [row for one in sides for row in predicted(panel, *one, ahead, share=share, past=past)]
        marked = [row | {"chosen": row["model"] == tested.winner} for row in records]
        write_records(marked, format, output)
    say(f"{told} Learned from {len(panel.dyads)} directed dyads in {len(panel.periods)} periods.")


def _panel(question: Asked, dyad: tuple[str, str], pool: int) -> Panel:
    if question.plain:
        panel = panel_of_table(question.table(), question.unit)
    else:
        events = question.events()
        check_one_dataset(datasets_of(events))
        panel = panel_of_events(events, question.unit or Unit.MONTH)
    panel.index(*dyad)
    return panel.most(pool, dyad)
