"""Which paths and options of the barometer's verbs go together: a plain table stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.barometer.inputs import Inputs
from detente.errors import UsageError


def check_together(found: Inputs, of_events: Mapping[str, Any], absent_is_zero: bool) -> None:
    """Raise UsageError where something given would have to be passed over.

    Parameters
    ----------
    of_events : options that mean something of event rows only, with what was given, None for nothing.
    absent_is_zero : whether that was given, which means something of plain tables only.
    """
    if not found.plain:
        if absent_is_zero:
            raise UsageError(
                "--absent-is-zero is of a plain table of dyads.",
                hint="Of events say what time they cover: --covered 2001-01/2003-12.",
            )
        return
    names = ", ".join(table.name for table in found.plain)
    if found.has_events or found.cases:
        raise UsageError(
            f"Event rows and plain tables ({names}) are not analysed together.",
            hint="Give each its own call.",
        )
    if len(found.plain) > 1:
        raise UsageError(
            f"There are {len(found.plain)} plain tables: {names}.", hint="Name one; a call takes one table."
        )
    given = [option for option, value in of_events.items() if value is not None]
    if given:
        raise UsageError(
            f"{', '.join(given)}: that is of event rows, and {names} is a plain table.",
            hint="Leave it out, or name event files.",
        )
