"""What the section on the outlook shows: drafted scenarios, and the sheet of a group decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import UsageError
from detente.findings import CausalClaim, Finding, Outlook, Position
from detente.outlook import causes, decision, scenarios

SHOWN, DRAWS = 5, 400
"""Scenarios shown, and draws of the noise."""
LEAST = 3
"""Descriptors that must hang together before scenarios of a draft are shown."""
BESIDE = ("weighted-median", "spatial")
"""The models whose forecasts stand beside the default's."""


@dataclass(frozen=True)
class Inputs:
    """What an analyst has put into a case for the models; all may be missing.

    Attributes
    ----------
    names : concept as in the text -> the analyst's name.
    matrix : judged cross-impact matrix; None to draft one from the texts.
    sheet : filled-in sheet of the main decision; None to show the draft alone.
    illustration : whether matrix and sheet only show how the models work.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    matrix: scenarios.Matrix | None = None
    sheet: decision.Sheet | None = None
    illustration: bool = False


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


def joined(first: Inputs, second: Inputs) -> Inputs:
    """The inputs of two cases that are briefed together.

    Raises
    ------
    UsageError
        where both hold a matrix or a sheet, or they give one concept two names.
    """
    for what, one, two in (("matrix", first.matrix, second.matrix), ("sheet", first.sheet, second.sheet)):
        if one is not None and two is not None:
            raise UsageError(
                f"Two cases hold a {what} in their folder outlook; a briefing shows one.",
                hint="Brief the cases one by one, or leave the file in one of them.",
            )
    for concept, name in first.names.items():
        other = second.names.get(concept, name)
        if other != name:
            raise UsageError(
                f'Two cases name "{concept}" differently: "{name}" and "{other}".',
                hint="Give it one name in both files outlook/concepts.csv.",
            )
    return Inputs({**first.names, **second.names}, first.matrix or second.matrix, first.sheet or second.sheet)


@dataclass(frozen=True)
class Futures:
    """What is shown.

    Attributes
    ----------
    matrix : the matrix; None where the texts link too few concepts.
    pairwise : whether a drafted matrix ties its descriptors only two by two, so that scenarios tell nothing.
    survivors : consistent scenarios, the most robust first; `more` counts those that are not shown.
    expected : the outlooks told, those on a condition first.
    issue : the issue with most positions; None where there is none.
    actors : rows of its drafted sheet, with the positions behind each.
    forecasts : of the default and two others from the analyst's sheet; empty without one.
    illustration : whether what the models are given only shows how they work.
    """

    matrix: scenarios.Matrix | None
    pairwise: bool
    survivors: tuple[scenarios.Survivor, ...]
    more: int
    issue: str | None
    actors: tuple[tuple[dict[str, Any], tuple[Position, ...]], ...]
    forecasts: tuple[decision.Forecast, ...]
    expected: tuple[Outlook, ...]
    illustration: bool = False


def futures(findings: Sequence[Finding], inputs: Inputs, issues: Sequence[str] = ()) -> Futures:
    """The scenarios and the sheet that some findings give, or that the analyst has made of them.

    `issues` are those of which the main one is taken; empty for all.
    """
    links = causes.links_of(f for f in findings if isinstance(f, CausalClaim))
    drawn = causes.causal_map(links, inputs.names)
    outlooks = [f for f in findings if isinstance(f, Outlook)]
    made = inputs.matrix or scenarios.draft(drawn, outlooks)
    pairwise = made is not None and inputs.matrix is None and len(made.groups[0]) < LEAST
    found = scenarios.survivors(made, draws=DRAWS) if made and not pairwise else []
    positions = [f for f in findings if isinstance(f, Position)]
    issue = _main_issue([p for p in positions if not issues or p.issue in issues])
    rows = decision.draft(positions, issue) if issue else []
    behind = decision.positions_of(positions, issue)
    told = tuple((row, tuple(behind[row["issue"], row["actor"]])) for row in rows)
    shown = decision.forecasts(inputs.sheet, *BESIDE) if inputs.sheet else ()
    return Futures(
        matrix=made,
        pairwise=pairwise,
        survivors=tuple(found[:SHOWN]),
        more=max(0, len(found) - SHOWN),
        issue=issue,
        actors=told,
        forecasts=tuple(shown),
        expected=tuple(sorted(outlooks, key=lambda f: (not f.condition, f.document, f.start))),
        illustration=inputs.illustration,
    )


def _main_issue(positions: Sequence[Position]) -> str | None:
    """The issue with most positions by most actors; "other" is none."""
    counts = Counter(p.issue for p in positions if p.issue != "other")
    if not counts:
        return None
    return max(counts, key=lambda issue: (counts[issue], issue))
