"""Cross-impact matrices in and out: CSV and ScenarioWizard's .scw."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import numpy as np

from detente.errors import UsageError
from detente.outlook.scenarios.matrix import Matrix, matrix

FORMATS = ("csv", "scw")
DRAFT = "# draft"
_SECTIONS_BEFORE_SCORES = 5
_NUMBERED = re.compile(r"(.+?)[ ._:/-]?\d+\Z", re.DOTALL)


def read_matrix(path: Path) -> Matrix:
    """A matrix from a file; its name's ending says of what kind.

    CSV has a row for each state: `descriptor` and `state`, then a column for each state in the same order.
    Where there is no column `descriptor`, the states' names tell (A1, A2 are states of A), or the empty
    cells, which mark what stands within one descriptor. A first line `# draft` marks a draft; a column
    `evidence` may hold `STATE: words; STATE: words`.

    Raises
    ------
    UsageError
        with the line of what cannot be read.
    """
    if path.suffix.lower() == ".scw":
        return _read_scw(path)
    return _read_csv(path)


def _read_csv(path: Path) -> Matrix:
    text = path.read_text(encoding="utf-8-sig")
    draft = text.startswith(DRAFT)
    lines = text.splitlines()[1:] if draft else text.splitlines()
    rows = [row for row in csv.reader(lines) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise UsageError(
            "There is no matrix.", where=str(path), hint="Begin with descriptor,state,STATE,STATE,..."
        )
    header = [cell.strip() for cell in rows[0]]
    named = "descriptor" in header
    key = header.index("state") if "state" in header else 0
    labels = [row[key].strip() for row in rows[1:]]
    missing = [label for label in labels if label not in header]
    if missing:
        raise UsageError(f'The state "{missing[0]}" has a row but no column.', where=str(path))
    columns = [header.index(label) for label in labels]
    cells = [[row[c].strip() if c < len(row) else "" for c in columns] for row in rows[1:]]
    groups = (
        [row[header.index("descriptor")].strip() for row in rows[1:]] if named else _groups(labels, cells)
    )
    states: dict[str, list[str]] = {}
    for group, label in zip(groups, labels, strict=True):
        states.setdefault(group, []).append(label)
    if [label for names in states.values() for label in names] != labels:
        raise UsageError("The states of a descriptor must stand together.", where=str(path))
    scores = np.array(
        [
            [_score(path, line, label, cell) for label, cell in zip(labels, row, strict=True)]
            for line, row in enumerate(cells, 2 + draft)
        ]
    )
    evidence = _evidence(rows, header, labels)
    return matrix(states, scores, evidence, draft=draft)


def _score(path: Path, line: int, column: str, cell: str) -> float:
    try:
        return float(cell or 0)
    except ValueError:
        raise UsageError(
            f'"{cell}" is no judgement.', where=f"{path}, line {line}, column {column}"
        ) from None


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


def _evidence(rows: list[list[str]], header: list[str], labels: list[str]) -> dict[tuple[str, str], str]:
    if "evidence" not in header:
        return {}
    at = header.index("evidence")
    found = {}
    for label, row in zip(labels, rows[1:], strict=True):
        for part in (row[at] if at < len(row) else "").split("; "):
            target, _, words = part.partition(": ")
            if target in labels and words:
                found[label, target] = words
    return found


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
            rows.append([_score(path, line, "scores", cell.strip()) for cell in text.rstrip(",").split(",")])
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
            told = "; ".join(f"{b}: {words}" for (a, b), words in made.evidence.items() if a == state)
            own = made.states[descriptor]
            cells = [
                "" if label in own else f"{s:g}"
                for label, s in zip(made.labels, made.scores[at], strict=True)
            ]
            writer.writerow([descriptor, state, *cells, told])
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
