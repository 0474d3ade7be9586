"""What the section on the outlook shows: drafted scenarios, and the sheet of a group decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.findings import CausalClaim, Finding, Outlook, Position
from detente.outlook import causes, decision, scenarios

SHOWN, DRAWS = 5, 400
"""Scenarios shown, and draws of the noise."""


@dataclass(frozen=True)
class Inputs:
    """What an analyst has put into a case for the models; all may be missing.

    Attributes
    ----------
    names : concept as in the text -> the analyst's name.
    matrix : judged cross-impact matrix; None to draft one from the texts.
    sheet : filled-in sheet of the main decision; None to show the draft alone.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    matrix: scenarios.Matrix | None = None
    sheet: decision.Sheet | None = None


def read_inputs(folder: Path) -> Inputs:
    """What lies in a case's folder `outlook/`: `concepts.csv`, `matrix.csv` or `.scw`, and `sheet.csv`.

    Each may be missing; one that cannot be read raises the error of its reader.
    """
    names, sheet = folder / "concepts.csv", folder / "sheet.csv"
    matrix = next((path for path in (folder / "matrix.csv", folder / "matrix.scw") if path.is_file()), None)
    return Inputs(
        causes.read_names(names) if names.is_file() else {},
        scenarios.read_matrix(matrix) if matrix else None,
        decision.read_sheet(sheet) if sheet.is_file() else None,
    )


@dataclass(frozen=True)
class Futures:
    """What is shown.

    Attributes
    ----------
    matrix : the matrix; None where the texts link too few concepts.
    survivors : consistent scenarios, the most robust first; `more` counts those that are not shown.
    issue : the issue with most positions; None where there is none.
    actors : rows of its drafted sheet, with the positions behind each.
    forecasts : of the default and two others from the analyst's sheet; empty without one.
    """

    matrix: scenarios.Matrix | None
    survivors: tuple[scenarios.Survivor, ...]
    more: int
    issue: str | None
    actors: tuple[tuple[dict[str, Any], tuple[Position, ...]], ...]
    forecasts: tuple[decision.Forecast, ...]


def futures(findings: Sequence[Finding], inputs: Inputs) -> Futures:
    """The scenarios and the sheet that some findings give, or that the analyst has made of them."""
    links = causes.links_of(f for f in findings if isinstance(f, CausalClaim))
    drawn = causes.causal_map(links, inputs.names)
    made = inputs.matrix or scenarios.draft(drawn, (f for f in findings if isinstance(f, Outlook)))
    found = scenarios.survivors(made, draws=DRAWS) if made else []
    positions = [f for f in findings if isinstance(f, Position)]
    issue = _main_issue(positions)
    rows = decision.draft(positions, issue) if issue else []
    told = [
        (row, tuple(p for p in positions if p.issue == issue and _speaks(p, row["actor"]))) for row in rows
    ]
    shown = () if inputs.sheet is None else _forecasts(inputs.sheet)
    return Futures(made, tuple(found[:SHOWN]), max(0, len(found) - SHOWN), issue, tuple(told), shown)


def _main_issue(positions: Sequence[Position]) -> str | None:
    """The issue with most positions by most actors; "other" is none."""
    counts = Counter(p.issue for p in positions if p.issue != "other")
    if not counts:
        return None
    return max(counts, key=lambda issue: (counts[issue], issue))


def _speaks(position: Position, actor: str) -> bool:
    return actor in [part.strip().split("/")[0] for part in position.actor.split("+")]


def _forecasts(sheet: decision.Sheet) -> tuple[decision.Forecast, ...]:
    shown = decision.forecasts(sheet, "weighted-median")
    spatial = [f for f in decision.forecasts(sheet, "spatial") if f.model == "spatial"]
    return (*shown, *spatial)
