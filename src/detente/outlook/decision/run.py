"""One run: the forecast of a model beside the default, with what the inputs' uncertainty makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from detente.errors import UnknownName
from detente.outlook.decision.models import DEFAULT, Model, model
from detente.outlook.decision.quantity import Quantity
from detente.outlook.decision.sheet import SCALE, Sheet

Array = npt.NDArray[np.float64]
SEED = 20030601
POINTS, SHARE = 10.0, 0.2
"""How far a number known exactly is moved to see what hangs on it: positions by points, weights by share."""


@dataclass(frozen=True)
class Forecast:
    """What one model says of one issue.

    Attributes
    ----------
    model, issue : names.
    central : the forecast from the central inputs.
    low, high : the 10th and 90th percentile over the draws; None where all inputs are certain.
    draws : how many draws; 0 where all inputs are certain.
    """

    model: str
    issue: str
    central: float
    low: float | None
    high: float | None
    draws: int


@dataclass(frozen=True)
class Swing:
    """How far the forecast moves when one input does, all others at their central values.

    Attributes
    ----------
    actor, kind, issue : the input: position or salience on an issue, or capability.
    low, high : its 10th and 90th percentile; for a certain input, central less and plus a stated step.
    at_low, at_high : forecasts there.
    stated : whether the range is the analyst's own rather than the step.
    """

    actor: str
    kind: str
    issue: str
    low: float
    high: float
    at_low: float
    at_high: float
    stated: bool

    @property
    def width(self) -> float:
        """The distance between the two forecasts."""
        return abs(self.at_high - self.at_low)


def forecasts(
    sheet: Sheet,
    *chosen: str,
    draws: int | None = None,
    seed: int = SEED,
    reference: float = np.nan,
) -> list[Forecast]:
    """The forecast of the default on every issue, and of the chosen models that are others.

    Parameters
    ----------
    draws : how many for each model; None takes each model's own default.
    seed : of the draws; the same seed gives the same figures on every machine.
    reference : the status quo, 0 to 100, for models that know one; NaN where there is none.
    """
    shown = [model(name) for name in dict.fromkeys((DEFAULT, *chosen))]
    return [one for m in shown for one in _forecasts(sheet, m, draws, seed, reference)]


def _forecasts(sheet: Sheet, m: Model, draws: int | None, seed: int, reference: float) -> list[Forecast]:
    position, salience, capability = sheet.central()
    central = m.forecast(position[None], salience[None], capability[None], reference)[0]
    cells = [*(q for row in (*sheet.position, *sheet.salience) for q in row), *sheet.capability]
    if all(cell.certain for cell in cells):
        return [
            Forecast(m.name, issue, float(v), None, None, 0)
            for issue, v in zip(sheet.issues, central, strict=True)
        ]
    number = m.draws if draws is None else draws
    low, high = np.quantile(m.forecast(*sheet.drawn(number, seed), reference), [0.1, 0.9], axis=0)
    return [
        Forecast(m.name, issue, float(central[k]), float(low[k]), float(high[k]), number)
        for k, issue in enumerate(sheet.issues)
    ]


def moved(sheet: Sheet, moves: Mapping[str, float], issue: str) -> Sheet:
    """The sheet with some actors at other positions on an issue (what if ... moved?).

    Raises
    ------
    UnknownName
        where an actor or the issue is not in the sheet.
    """
    if issue not in sheet.issues:
        raise UnknownName("issue", issue, sheet.issues)
    at = sheet.issues.index(issue)
    position = [list(row) for row in sheet.position]
    for actor, place in moves.items():
        if actor not in sheet.actors:
            raise UnknownName("actor", actor, sheet.actors)
        position[sheet.actors.index(actor)][at] = Quantity("point", (place,))
    return replace(sheet, position=tuple(map(tuple, position)))


def tornado(sheet: Sheet, issue: str, chosen: str = DEFAULT, *, reference: float = np.nan) -> list[Swing]:
    """How far the forecast on an issue moves with each single input, the widest first."""
    m, narrow = model(chosen), sheet.one_issue(issue)
    base = narrow.central()
    swings = []
    for row, actor in enumerate(narrow.actors):
        cells = (narrow.position[row][0], narrow.salience[row][0], narrow.capability[row])
        for part, (kind, cell) in enumerate(zip(("position", "salience", "capability"), cells, strict=True)):
            low, high = _ends(kind, cell)
            at_low, at_high = (_with(m, base, part, row, value, reference) for value in (low, high))
            swings.append(Swing(actor, kind, issue, low, high, at_low, at_high, not cell.certain))
    return sorted(swings, key=lambda s: -s.width)


def _ends(kind: str, cell: Quantity) -> tuple[float, float]:
    if not cell.certain:
        low, high = cell.quantiles(np.array([0.1, 0.9]))
    elif kind == "position":
        low, high = cell.central - POINTS, cell.central + POINTS
    else:
        low, high = cell.central * (1 - SHARE), cell.central * (1 + SHARE)
    top = np.inf if kind == "capability" else SCALE[1]
    return float(np.clip(low, 0, top)), float(np.clip(high, 0, top))


def _with(
    m: Model, base: tuple[Array, Array, Array], part: int, row: int, value: float, reference: float
) -> float:
    position, salience, capability = (array.copy() for array in base)
    (position, salience, capability)[part][row] = value
    return float(m.forecast(position[None], salience[None], capability[None], reference)[0, 0])
