"""Numbers of rows in a sentence, neighbours drawn together."""

from __future__ import annotations

from collections.abc import Iterable

from detente.brief.timeline import Numbered


def row_numbers(members: Iterable[Numbered]) -> str:
    """The row numbers of entries, runs drawn together."""
    return runs(member.number for member in members)


def runs(numbers: Iterable[int]) -> str:
    """Numbers in order, neighbours drawn together: "3–5, 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
