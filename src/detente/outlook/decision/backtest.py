"""Score all models on issues whose outcome is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.errors import UsageError
from detente.outlook.decision.models import DEFAULT, MODELS, Model, model
from detente.outlook.decision.sheet import SCALE
from detente.outlook.table import Row, Table, read_table

Array = npt.NDArray[np.float64]
RESAMPLES = 10_000
_NEAR = 10.0
_EDGE = 50.0


@dataclass(frozen=True)
class Record:
    """Issues with known outcomes.

    Attributes
    ----------
    issues, actors : names.
    position, salience : issues x actors, 0 to 100; NaN where an actor took no position. A salience that
        is missing beside a position is the median of its issue, and `filled` counts them.
    capability : issues x actors.
    outcome, reference : one an issue; the reference is NaN where unknown.
    """

    issues: tuple[str, ...]
    actors: tuple[str, ...]
    position: Array
    salience: Array
    capability: Array
    outcome: Array
    reference: Array
    filled: int


@dataclass(frozen=True)
class Score:
    """How one model did.

    Attributes
    ----------
    model : name.
    n : issues scored.
    mae : mean absolute error, in points of the scale of 0 to 100.
    against : its mean absolute error less the default's; `low`, `high`: its 95 % interval from a paired
        bootstrap over issues.
    near : share of issues within 10 points.
    yes_no : issues on which all positions and the outcome stand at 0 or 100.
    hits : share of these on which the forecast stands on the outcome's side of 50 (at 50: no hit).
    brier : mean square of (forecast - outcome) / 100 on them, the forecast read as a chance.
    """

    model: str
    n: int
    mae: float
    against: float
    low: float
    high: float
    near: float
    yes_no: int
    hits: float | None
    brier: float | None


def read_record(path: Path) -> Record:
    """Issues with outcomes from a table, tab- or comma-separated.

    Long: `issue, actor, position, salience, outcome` and perhaps `capability`, `reference`; one row an
    issue and actor. Wide, in the layout of the DEU data (Thomson et al.): for each actor X a column pX and
    sX, `out`, `rp`, and perhaps a first row without issue that holds capabilities in the p columns.

    Raises
    ------
    UsageError
        where columns are missing, a cell is no number of its scale, an actor has two rows on an issue, or
        an issue has an outcome and no position, or two outcomes; with the place.
    """
    table = read_table(path)
    if {"issue", "actor", "position", "salience", "outcome"} <= set(table.header):
        table.need(row="issue")
        return _long(table)
    if "out" in table.header:
        table.need(row="issue")
        return _wide(table)
    raise UsageError(
        f"Neither layout fits; found the columns {', '.join(table.header[:12]) or 'of no header'} ...",
        where=str(path),
        hint="Use issue,actor,position,salience,outcome[,capability,reference].",
    )


def _wide(table: Table) -> Record:
    names = [n[1:] for n in table.header if n[:1] == "p" and f"s{n[1:]}" in table.header]
    title = next((n for n in ("isnr", "isnrnmc") if n in table.header), table.header[0])
    body = list(table.rows)
    capability = np.ones(len(names))
    if not body[0]["out"] and not body[0][table.header[0]]:
        row = body.pop(0)
        capability = np.nan_to_num(np.array([row.number("p" + n, 0) for n in names]), nan=1.0)
    known = [row for row in body if not np.isnan(row.number("out", *SCALE))]
    return _record(
        table.path,
        [row[title] for row in known],
        names,
        np.array([[row.number("p" + n, *SCALE) for n in names] for row in known]),
        np.array([[row.number("s" + n, 0) for n in names] for row in known]),
        np.broadcast_to(capability, (len(known), len(names))),
        np.array([row.number("out", *SCALE) for row in known]),
        np.array([row.number("rp", *SCALE) for row in known]),
    )


def _long(table: Table) -> Record:
    issues = list(dict.fromkeys(row.filled("issue") for row in table.rows))
    actors = list(dict.fromkeys(row.filled("actor") for row in table.rows))
    position, salience, capability = (np.full((len(issues), len(actors)), np.nan) for _ in range(3))
    outcome, reference = (np.full(len(issues), np.nan) for _ in range(2))
    seen: set[tuple[int, int]] = set()
    for row in table.rows:
        at = issues.index(row["issue"]), actors.index(row["actor"])
        if at in seen:
            raise UsageError(f"{row['actor']} has two rows on {row['issue']}.", where=row.where())
        seen.add(at)
        position[at], salience[at] = row.number("position", *SCALE), row.number("salience", 0)
        capability[at] = row.number("capability", 0) if "capability" in table.header else 1.0
        if np.isnan(capability[at]) and not np.isnan(position[at]):
            row.filled("capability")
        _once(outcome, at[0], row, "outcome")
        _once(reference, at[0], row, "reference")
    known = ~np.isnan(outcome)
    return _record(
        table.path,
        [issue for issue, here in zip(issues, known, strict=True) if here],
        actors,
        position[known],
        salience[known],
        capability[known],
        outcome[known],
        reference[known],
    )


def _once(values: Array, at: int, row: Row, column: str) -> None:
    """Take what a row says of its whole issue; UsageError where another row said something else."""
    value = row.number(column, *SCALE)
    if not np.isnan([value, values[at]]).any() and value != values[at]:
        raise UsageError(
            f"{row['issue']} has two figures: {values[at]:g} and {value:g}.", where=row.where(column)
        )
    values[at] = values[at] if np.isnan(value) else value


def _record(
    path: Path,
    issues: list[str],
    actors: list[str],
    position: Array,
    salience: Array,
    capability: Array,
    outcome: Array,
    reference: Array,
) -> Record:
    if not issues:
        raise UsageError(
            "No issue has an outcome.", where=str(path), hint="Fill in the column of outcomes, 0 to 100."
        )
    there = ~np.isnan(position)
    nobody = next((issue for issue, row in zip(issues, there, strict=True) if not row.any()), None)
    if nobody is not None:
        raise UsageError(
            f"{nobody} has an outcome, but no actor has a position on it.",
            where=str(path),
            hint="Fill in a position, or take the issue out.",
        )
    missing = there & np.isnan(salience)
    salience = salience.copy()
    for at in np.flatnonzero(missing.any(axis=1)):
        known = salience[at][there[at] & ~missing[at]]
        salience[at][missing[at]] = np.median(known) if known.size else 1.0
    salience = np.nan_to_num(salience)
    return Record(
        tuple(issues), tuple(actors), position, salience, capability, outcome, reference, int(missing.sum())
    )


def predictions(record: Record, m: Model, *, with_reference: bool = False) -> Array:
    """The model's forecast on every issue, from those actors who took a position on it."""
    values = np.empty(len(record.issues))
    for k in range(len(record.issues)):
        there = ~np.isnan(record.position[k])
        position, salience = record.position[k, there], record.salience[k, there]
        quo = float(record.reference[k]) if with_reference else np.nan
        inputs = position[None, :, None], salience[None, :, None], record.capability[k, there][None]
        values[k] = m.forecast(*inputs, quo)[0, 0]
    return values


def backtest(record: Record, models: Iterable[Model] | None = None) -> list[Score]:
    """The score of every model against the default, best first; Nash also with the known status quo.

    Parameters
    ----------
    models : which; None takes all that are marked as scored.
    """
    models = [m for m in MODELS if m.scored] if models is None else models
    values = {m.name: predictions(record, m) for m in models}
    standard = values[DEFAULT] if DEFAULT in values else predictions(record, model(DEFAULT))
    default = np.abs(standard - record.outcome)
    if "nash" in values and not np.isnan(record.reference).all():
        values["nash, status quo"] = predictions(record, model("nash"), with_reference=True)
    rng = np.random.Generator(np.random.PCG64(1))
    picked = rng.integers(0, len(record.issues), (RESAMPLES, len(record.issues)))
    scores = [_score(record, name, value, default, picked) for name, value in values.items()]
    return sorted(scores, key=lambda s: s.mae)


def _score(record: Record, name: str, value: Array, default: Array, picked: npt.NDArray[np.int64]) -> Score:
    error = np.abs(value - record.outcome)
    low, high = np.quantile((error - default)[picked].mean(axis=1), [0.025, 0.975])
    poles = np.isnan(record.position) | (record.position == 0) | (record.position == 100)
    yes_no = poles.all(axis=1) & np.isin(record.outcome, (0.0, 100.0))
    side = (value - _EDGE) * (record.outcome - _EDGE) > 0
    square = ((value - record.outcome) / 100) ** 2
    some = bool(yes_no.any())
    return Score(
        name,
        len(error),
        float(error.mean()),
        float((error - default).mean()),
        float(low),
        float(high),
        float((error <= _NEAR).mean()),
        int(yes_no.sum()),
        float(side[yes_no].mean()) if some else None,
        float(square[yes_no].mean()) if some else None,
    )
