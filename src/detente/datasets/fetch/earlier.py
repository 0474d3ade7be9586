"""What a folder holds from earlier runs: rows that another run asked for must not come in twice."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from detente.datasets.registry import source
from detente.datasets.store import Import, asked_for, stored
from detente.datasets.visible import parquet_files
from detente.errors import UsageError


def check_earlier(parts: Path, job: Import) -> None:
    """Refuse a folder whose rows were asked for otherwise, where the same row could come in again.

    Runs of one dataset go together where they ask for the same, or for the same but another time that
    does not touch; other datasets stand beside in any case.

    Parameters
    ----------
    parts : the folder with one table a fetched file.

    Raises
    ------
    UsageError
        with what is there, what was asked, and what to do.
    """
    name, now = source(job.name).name, asked_for(job)
    for path in parquet_files(parts):
        there = stored(path).about
        before = {key: there[key] for key in now}
        if name in there["datasets"] and before != now and not _apart(before, now):
            raise UsageError(
                f"The folder has rows of {name} that were asked for otherwise: there {_told(before)}; "
                f"now {_told(now)}. Rows would stand in it twice.",
                where=str(parts.parent),
                hint="Name another folder with -o, or repeat the options of the first run.",
            )


def _apart(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether only the times differ, and no day lies in both."""
    one, other = ({**asked, "wanted": {"dyad": asked["wanted"].get("dyad")}} for asked in (before, now))
    (start, end), (first, last) = _days(before), _days(now)
    return one == other and (end < first or last < start)


def _days(asked: dict[str, Any]) -> tuple[dt.date, dt.date]:
    ends = (asked["wanted"].get("start", dt.date.min), asked["wanted"].get("end", dt.date.max))
    first, last = (dt.date.fromisoformat(str(end)) for end in ends)
    return first, last


def _told(asked: dict[str, Any]) -> str:
    wanted, (first, last) = asked["wanted"], _days(asked)
    dyad = "-".join(wanted["dyad"]) if "dyad" in wanted else "all dyads"
    start = first.isoformat() if "start" in wanted else "the beginning"
    end = last.isoformat() if "end" in wanted else "the end"
    chosen = ", ".join(f"--{name} {value}" for name, value in asked["choices"].items())
    merged = f", --once {asked['rule']}" if asked["rule"] else ""
    return f"{dyad} from {start} to {end}, {chosen}{merged}"
