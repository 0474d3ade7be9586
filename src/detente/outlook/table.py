"""A table that an analyst made: the rows of a CSV file with their lines, and what is wrong in words."""

from __future__ import annotations

import csv
import difflib
import io
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from detente.errors import UsageError

Cells = list[str]
MISSING = ("", "NA", ".")
"""What stands in a cell without a value in the tables of statistical programs."""


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes
    ----------
    path, line : where it begins, the first line of the file being 1.
    cells : column -> cell as it stands in the file; every column of the header is there.
    """

    path: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """A cell without the blanks around it; empty where the table has no such column."""
        return self.cells.get(column, "").strip()

    def where(self, column: str | None = None) -> str:
        """The place of the row, or of one of its cells, for an error."""
        return f"{self.path}, line {self.line}" + (f", column {column}" if column else "")

    def filled(self, column: str) -> str:
        """A cell that must not be empty; UsageError where it is."""
        if not self[column]:
            raise UsageError(
                "The cell is empty.", where=self.where(column), hint="Fill it in, or take the row out."
            )
        return self[column]

    def number(self, column: str, low: float = -math.inf, high: float = math.inf) -> float:
        """A cell as a finite number from low to high; NaN where it is one of `MISSING`.

        Raises
        ------
        UsageError
            where it is none.
        """
        return math.nan if self[column] in MISSING else number(self[column], self.where(column), low, high)

    def whole(self, column: str) -> int | None:
        """A cell as a whole number from 0 up; None where it is empty; UsageError where it is none."""
        text = self[column]
        if text and not (text.isascii() and text.isdigit()):
            raise UsageError(f'A whole number is expected; found "{text}".', where=self.where(column))
        return int(text) if text else None

    def flag(self, column: str) -> bool:
        """A cell as true or false, false where it is empty; UsageError where it is neither."""
        text = self[column].lower()
        if text not in _FLAGS:
            raise UsageError(f'"true" or "false" is expected; found "{text}".', where=self.where(column))
        return _FLAGS[text]


_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False, "": False}


@dataclass(frozen=True)
class Table:
    """A header and the rows under it; rows without any cell filled are left out."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[Row, ...]

    def need(self, *columns: str, row: str | None = None) -> None:
        """Raise UsageError where a column is not there or, where it is said what a row is, no row."""
        missing = next((name for name in columns if name not in self.header), None)
        if missing is not None:
            near = difflib.get_close_matches(missing, self.header, n=1, cutoff=0.7)
            meant = f'Is it "{near[0]}"? ' if near else ""
            semicolon = "Separate the cells by commas. " if any(";" in name for name in self.header) else ""
            raise UsageError(
                f"The column {missing} is missing; found {', '.join(self.header) or 'nothing'}.",
                where=str(self.path),
                hint=f"{meant}{semicolon}Begin the file with a line such as {','.join(columns)}.",
            )
        if row is not None and not self.rows:
            raise UsageError(f"There is no {row} under the header.", where=str(self.path))


def read_table(path: Path) -> Table:
    """The table in a CSV file (UTF-8, RFC 4180); tabs divide the cells where the header has more of them.

    Raises
    ------
    UsageError
        where the file is not UTF-8 or no CSV, a column stands twice, or a row has more or fewer cells than
        the header; with the line, what was expected, and what was found.
    """
    text = decoded(path)
    first = text.split("\n", 1)[0]
    lines = cells(path, text, "\t" if first.count("\t") > first.count(",") else ",")
    if not lines:
        return Table(path, (), ())
    header = [name.strip() for name in lines[0][1]]
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"The column {twice} stands twice.", where=f"{path}, line {lines[0][0]}")
    return Table(
        path, tuple(name for name in header if name), tuple(_row(path, header, *at) for at in lines[1:])
    )


def _row(path: Path, header: list[str], line: int, found: Cells) -> Row:
    if len(found) < len(header) or any(cell.strip() for cell in found[len(header) :]):
        raise UsageError(
            f"The header has {len(header)} columns, this row {len(found)} cells.",
            where=f"{path}, line {line}",
            hint="Leave a cell empty rather than out, and quote a cell that holds a comma.",
        )
    return Row(path, line, {name: cell for name, cell in zip(header, found, strict=False) if name})


def decoded(path: Path) -> str:
    """The text of a file in UTF-8, line ends as they are; UsageError where it is in another encoding."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UsageError(
            f"UTF-8 is expected; the byte {raw[error.start]:#04x} is not.",
            where=f"{path}, line {line}",
            hint='Save the table as UTF-8 (in a spreadsheet: "CSV UTF-8").',
        ) from None


def cells(
    path: Path, text: str, delimiter: Literal[",", "\t"] = ",", before: int = 0
) -> list[tuple[int, Cells]]:
    """The cells of each row that has any filled, with the line at which the row begins.

    Parameters
    ----------
    before : lines of the file that stand before the text.
    """
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found, line = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((line + before, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UsageError(
            f"This is no CSV: {error}.",
            where=f"{path}, line {line + before}",
            hint="A quotation mark within a quoted cell is doubled, and a quoted cell ends with one.",
        ) from None
    return found


def number(text: str, where: str, low: float = -math.inf, high: float = math.inf) -> float:
    """A text as a finite number from low to high; UsageError where it is none."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise UsageError(f'A number is expected; found "{text}".', where=where)
    check_range(value, where, low, high)
    return value


def check_range(value: float, where: str, low: float, high: float) -> None:
    """Raise UsageError where a number lies outside a scale, which may be open above, or is not finite."""
    if not (low <= value <= high and math.isfinite(value)):
        scale = f"from {low:g} to {high:g}" if math.isfinite(high) else f"of {low:g} or more"
        raise UsageError(f"A number {scale} is expected; found {value:g}.", where=where)
