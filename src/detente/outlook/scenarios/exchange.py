"""Cross-impact matrices in and out: CSV and ScenarioWizard's .scw."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.errors import UsageError
from detente.outlook.scenarios.evidence import read_evidence, write_evidence
from detente.outlook.scenarios.matrix import Matrix, matrix
from detente.outlook.table import cells, decoded

FORMATS = ("csv", "scw")
DRAFT = "# draft"
_SECTIONS_BEFORE_SCORES = 5
_NUMBERED = re.compile(r"(.+?)[ ._:/-]?\d+\Z", re.DOTALL)


def read_matrix(path: Path) -> Matrix:
    """A matrix from a file; its name's ending says of what kind.

    CSV has a row for each state: `descriptor` and `state`, then a column for each state in the same order.
    Where there is no column `descriptor`, the states' names tell (A1, A2 are states of A), or the empty
    cells, which mark what stands within one descriptor. A first line `# draft` marks a draft; a column
    `evidence` may hold what a row's judgements rest on (see `read_evidence`).

    Raises
    ------
    UsageError
        with the line of what cannot be read.
    """
    if path.suffix.lower() == ".scw":
        return _read_scw(path)
    return _read_csv(path)


def _read_csv(path: Path) -> Matrix:
    text = decoded(path)
    draft = text.startswith(DRAFT)
    rows = cells(path, text.partition("\n")[2] if draft else text, before=int(draft))
    if len(rows) < 2:
        raise UsageError(
            "There is no matrix.", where=str(path), hint="Begin with descriptor,state,STATE,STATE,..."
        )
    header = [cell.strip() for cell in rows[0][1]]
    key = header.index("state") if "state" in header else 0
    table = [_Line(f"{path}, line {line}", header, row) for line, row in rows[1:]]
    labels = [row.at(key) for row in table]
    missing = [label for label in labels if label not in header]
    if missing:
        raise UsageError(f'The state "{missing[0]}" has a row but no column.', where=str(path))
    columns = [header.index(label) for label in labels]
    judged = [[row.at(c) for c in columns] for row in table]
    named = "descriptor" in header
    groups = [row.at(header.index("descriptor")) for row in table] if named else _groups(labels, judged)
    states: dict[str, list[str]] = {}
    for group, label in zip(groups, labels, strict=True):
        states.setdefault(group, []).append(label)
    if [label for names in states.values() for label in names] != labels:
        raise UsageError("The states of a descriptor must stand together.", where=str(path))
    scores = np.array(
        [
            [_score(row.where, h, c) for h, c in zip(labels, own, strict=True)]
            for row, own in zip(table, judged, strict=True)
        ]
    )
    evidence = {
        (label, target): words
        for label, row in zip(labels, table, strict=True)
        if "evidence" in header
        for target, words in read_evidence(row.at(header.index("evidence")), labels, row.where).items()
    }
    return matrix(states, scores, evidence, draft=draft)


@dataclass(frozen=True)
class _Line:
    """One row of a matrix; cells that are left out at its end are empty."""

    where: str
    header: list[str]
    row: list[str]

    def __post_init__(self) -> None:
        if any(cell.strip() for cell in self.row[len(self.header) :]):
            raise UsageError(
                f"The header has {len(self.header)} columns, this row {len(self.row)} cells.",
                where=self.where,
            )

    def at(self, column: int) -> str:
        return self.row[column].strip() if column < len(self.row) else ""


def _score(where: str, column: str, cell: str) -> float:
    try:
        value = float(cell or 0)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UsageError(
            f'"{cell}" is no judgement.',
            where=f"{where}, column {column}",
            hint="Write a number, customarily from -3 to 3, or nothing for 0.",
        )
    return value


def _groups(labels: list[str], cells: list[list[str]]) -> list[str]:
    """Descriptors from names that differ in a number at the end, else from the empty cells."""
    stems = [m.group(1) if (m := _NUMBERED.match(label)) else "" for label in labels]
    if all(stems):
        return stems
    groups: list[str] = []
    for at, row in enumerate(cells):
        together = at > 0 and row[at - 1] == "" and cells[at - 1][at] == ""
        groups.append(groups[-1] if together else labels[at])
    return groups


def _read_scw(path: Path) -> Matrix:
    """ScenarioWizard 3 and 4: `&` descriptors, `-` states, `#` after each section, scores in the sixth."""
    states: dict[str, list[str]] = {}
    rows: list[list[float]] = []
    section = 0
    for line, raw in enumerate(_decoded(path).splitlines(), 1):
        text = raw.strip()
        if text.startswith("#"):
            section += 1
        elif section == 0 and text.startswith("&"):
            states[text[1:].strip() or f"descriptor {len(states) + 1}"] = []
        elif section == 0 and text.startswith("-") and states:
            states[list(states)[-1]].append(text[1:].strip())
        elif section == _SECTIONS_BEFORE_SCORES and text:
            rows.append(
                [
                    _score(f"{path}, line {line}", "scores", cell.strip())
                    for cell in text.rstrip(",").split(",")
                ]
            )
    labels = _unique(states)
    if not rows or {len(row) for row in rows} != {len(rows)}:
        raise UsageError(
            "There is no square table of scores.",
            where=str(path),
            hint="Is it a project of ScenarioWizard 3 or 4?",
        )
    return matrix(labels, np.array(rows))


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _unique(states: dict[str, list[str]]) -> dict[str, list[str]]:
    """States with names of their own: where two descriptors share one, the descriptor goes before it."""
    every = [name for names in states.values() for name in names]
    return {d: [n if every.count(n) == 1 else f"{d}: {n}" for n in names] for d, names in states.items()}


def write_matrix(made: Matrix, format: str) -> str:
    """The matrix as CSV or .scw; .scw holds neither evidence nor the mark of a draft."""
    return _scw(made) if format == "scw" else _csv(made)


def _csv(made: Matrix) -> str:
    stream = io.StringIO()
    if made.draft:
        stream.write(f"{DRAFT}: no one has judged these numbers yet\r\n")
    writer = csv.writer(stream)
    writer.writerow(["descriptor", "state", *made.labels, "evidence"])
    at = 0
    for descriptor in made.descriptors:
        for state in made.states[descriptor]:
            told = {b: words for (a, b), words in made.evidence.items() if a == state}
            own = made.states[descriptor]
            shown = [
                "" if label in own else f"{s:g}"
                for label, s in zip(made.labels, made.scores[at], strict=True)
            ]
            writer.writerow([descriptor, state, *shown, write_evidence(told)])
            at += 1
    return stream.getvalue()


def _scw(made: Matrix) -> str:
    lines = ["$ ScenarioWizard 4.0", "detente"]
    for descriptor in made.descriptors:
        lines += [f"&{descriptor}", *(f" -{state}" for state in made.states[descriptor])]
    lines.append("#")
    for descriptor in made.descriptors:
        lines += ["&", *(" " for _ in made.states[descriptor])]
    lines += ["#", "#", *("FFFFFF" for _ in made.labels), "#", "#"]
    lines += [",".join(f"{score:2.0f} " for score in row) for row in made.scores]
    lines += ["#", "# 0-0", '""', "#", "#"]
    return "\r\n".join(lines) + "\r\n"
