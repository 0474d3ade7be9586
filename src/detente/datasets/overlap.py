"""Imports of one dataset that overlap: a row that several of them hold is one row."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from detente.datasets.once import once
from detente.datasets.rules import IMPORT, RULES
from detente.errors import UnknownName


def check_rule(rule: str) -> None:
    """Raise UnknownName where there is no such rule."""
    if rule not in (IMPORT, *RULES):
        raise UnknownName("de-duplication rule", rule, [IMPORT, *RULES])


def joined(imports: Sequence[ir.Table], rule: str | None = None) -> ir.Table:
    """All rows of several imports, merged by a rule.

    Parameters
    ----------
    imports : tables of EVENT_ROWS, one an import, at least one.
    rule : `import`, a key of RULES, or None for every row of every import.

    Raises
    ------
    UnknownName
        where there is no such rule.
    """
    if rule is None:
        return _union(imports)
    check_rule(rule)
    return _each_once(imports) if rule == IMPORT else once(_union(imports), rule)


def _each_once(imports: Sequence[ir.Table]) -> ir.Table:
    """A row stands as often as in the import that has it most often.

    Rows are the same that agree in every column but `row`, the line of their file. One import may well have
    two such rows, which are two reports; so they are numbered, and the same number counts once.
    """
    names = imports[0].columns
    alike = [name for name in names if name != "row"]
    within = ibis.window(group_by=alike, order_by="row")
    numbered = [one.mutate(copy=ibis.row_number().over(within)) for one in imports]
    same = _union(numbered).group_by(*alike, "copy")
    return same.aggregate(row=_.row.min()).select(*names)


def _union(tables: Sequence[ir.Table]) -> ir.Table:
    return ibis.union(*tables) if len(tables) > 1 else tables[0]
