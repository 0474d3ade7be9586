"""The table form: one line a record, for people; long cells are shortened, which no other form does."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from typing import Any

WIDTH = 150
"""Columns of a table that goes to no terminal."""
_BETWEEN = "  "
_LEAST = 6
_UNPRINTABLE = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)), "�")


def as_table(records: Sequence[dict[str, Any]], names: Sequence[str], width: int = WIDTH) -> str:
    """The records under the names of their columns; "" where there is none.

    Columns in which nothing stands are left out. Where the others need more than `width` terminal
    cells (a kanji takes two), the widest are shortened, ending in "…".
    """
    rows = [[shown(record.get(name)) for name in names] for record in records]
    used = [i for i in range(len(names)) if any(row[i] for row in rows)]
    lines = [[names[i] for i in used], *([row[i] for i in used] for row in rows)]
    if not rows:
        return ""
    from rich.cells import cell_len

    widest = [max(cell_len(line[i]) for line in lines) for i in range(len(used))]
    widths = fitted(widest, width - len(_BETWEEN) * (len(used) - 1))
    shaped = (_BETWEEN.join(map(_shaped, line, widths)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in shaped)


def terminal_width() -> int:
    """The columns of the terminal, never so few that a table says nothing."""
    return max(80, shutil.get_terminal_size((WIDTH, 24)).columns)


def fitted(widest: Sequence[int], room: int) -> list[int]:
    """Widths of columns that fit into `room`: the widest give first, none below six unless it was."""
    widths = list(widest)
    while sum(widths) > room and max(widths) > _LEAST:
        top = max(widths)
        next_top = max((w for w in widths if w < top), default=_LEAST)
        tops = [i for i, w in enumerate(widths) if w == top]
        give = min(top - max(next_top, _LEAST), -((room - sum(widths)) // len(tops)))
        for i in tops:
            widths[i] -= give
    return widths


def shown(value: Any) -> str:
    """A value on one line; what would move the cursor or turn the text around is shown as U+FFFD."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    return " ".join(str(value).split()).translate(_UNPRINTABLE)


def _shaped(text: str, width: int) -> str:
    from rich.cells import cell_len, set_cell_size

    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return text + " " * (width - cell_len(text))
