"""One event told many times: rules that keep one row, and say how many they merged."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from detente.errors import UnknownName

RULES: dict[str, tuple[tuple[str, ...], str]] = {
    "event": (
        ("dataset", "day", "source", "target", "code"),
        "one row per day, source, target and code",
    ),
    "url": (
        ("dataset", "url", "source", "target"),
        "one row per address, source and target",
    ),
}
"""Rule to the columns that make two rows the same, and the rule in words. A row in which one of these columns
is null is like no other, and stays."""


def once(events: ir.Table, rule: str) -> ir.Table:
    """Keep one row of those that a rule takes for the same: the first by day and row.

    `mentions` of the row kept is the sum over those merged (null where none has a number).

    Parameters
    ----------
    events : rows of EVENT_ROWS.
    rule : a key of RULES.

    Raises
    ------
    UnknownName
        where there is no such rule.
    """
    if rule not in RULES:
        raise UnknownName("de-duplication rule", rule, RULES)
    keys = list(RULES[rule][0])
    whole = events.filter(*(events[key].notnull() for key in keys))
    same = ibis.window(group_by=keys)
    ordered = ibis.window(group_by=keys, order_by=[_.day, _.row])
    first = whole.mutate(
        mentions=_.mentions.sum().over(same).cast("int32"), place_in=ibis.row_number().over(ordered)
    )
    kept = first.filter(_.place_in == 0).drop("place_in")
    rest = events.filter(ibis.or_(*(events[key].isnull() for key in keys)))
    return kept.select(*events.columns).union(rest.select(*events.columns))
