"""Score all models on issues whose outcome is known."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from detente.errors import UsageError
from detente.outlook.decision.models import DEFAULT, MODELS, Model, model

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
        where columns are missing or a cell is no number, with its place.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        sample = stream.readline()
        stream.seek(0)
        rows = list(csv.reader(stream, delimiter="\t" if sample.count("\t") > sample.count(",") else ","))
    if not rows:
        raise UsageError("The file is empty.", where=str(path))
    header = [name.strip() for name in rows[0]]
    if {"issue", "actor", "position", "salience", "outcome"} <= set(header):
        return _long(path, header, rows[1:])
    if "out" in header:
        return _wide(path, header, rows[1:])
    raise UsageError(
        f"Neither layout fits; found the columns {', '.join(header[:12])} ...",
        where=str(path),
        hint="Use issue,actor,position,salience,outcome[,capability,reference].",
    )


def _number(path: Path, line: int, column: str, cell: str) -> float:
    if cell.strip() in ("", "NA", "."):
        return np.nan
    try:
        return float(cell)
    except ValueError:
        raise UsageError(f'"{cell}" is no number.', where=f"{path}, line {line}, column {column}") from None


def _wide(path: Path, header: list[str], rows: list[list[str]]) -> Record:
    names = [n[1:] for n in header if n[:1] == "p" and f"s{n[1:]}" in header]
    column = {name: header.index(name) for name in header}

    def read(prefix: str, line: int, row: list[str]) -> list[float]:
        return [_number(path, line, prefix + n, row[column[prefix + n]]) for n in names]

    capability = np.ones(len(names))
    body = list(enumerate(rows, 2))
    if body and not body[0][1][column["out"]].strip() and not body[0][1][0].strip():
        line, row = body.pop(0)
        capability = np.nan_to_num(np.array(read("p", line, row)), nan=1.0)
    known = [
        (line, row) for line, row in body if not np.isnan(_number(path, line, "out", row[column["out"]]))
    ]
    title = column.get("isnr", column.get("isnrnmc", 0))
    references = [_number(path, at, "rp", r[column["rp"]]) if "rp" in column else np.nan for at, r in known]
    return _record(
        [row[title] for _, row in known],
        names,
        np.array([read("p", line, row) for line, row in known]),
        np.array([read("s", line, row) for line, row in known]),
        np.broadcast_to(capability, (len(known), len(names))),
        np.array([_number(path, line, "out", row[column["out"]]) for line, row in known]),
        np.array(references),
    )


def _long(path: Path, header: list[str], rows: list[list[str]]) -> Record:
    column = {name: header.index(name) for name in header}
    issues = list(dict.fromkeys(row[column["issue"]] for row in rows))
    actors = list(dict.fromkeys(row[column["actor"]] for row in rows))
    shape = (len(issues), len(actors))
    parts = {name: np.full(shape, np.nan) for name in ("position", "salience", "capability")}
    ends = {name: np.full(len(issues), np.nan) for name in ("outcome", "reference")}
    parts["capability"][:] = 1.0
    for line, row in enumerate(rows, 2):
        at = issues.index(row[column["issue"]]), actors.index(row[column["actor"]])
        for name, table in parts.items():
            if name in column:
                table[at] = _number(path, line, name, row[column[name]])
        for name, values in ends.items():
            if name in column:
                values[at[0]] = _number(path, line, name, row[column[name]])
    known = ~np.isnan(ends["outcome"])
    return _record(
        [issue for issue, here in zip(issues, known, strict=True) if here],
        actors,
        parts["position"][known],
        parts["salience"][known],
        parts["capability"][known],
        ends["outcome"][known],
        ends["reference"][known],
    )


def _record(
    issues: list[str],
    actors: list[str],
    position: Array,
    salience: Array,
    capability: Array,
    outcome: Array,
    reference: Array,
) -> Record:
    if not issues:
        raise UsageError("No issue has an outcome.")
    there = ~np.isnan(position)
    missing = there & np.isnan(salience)
    salience = salience.copy()
    for row in np.flatnonzero(missing.any(axis=1)):
        known = salience[row][there[row] & ~missing[row]]
        salience[row][missing[row]] = np.median(known) if known.size else 1.0
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
    default = np.abs(predictions(record, model(DEFAULT)) - record.outcome)
    values = {m.name: predictions(record, m) for m in models}
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
