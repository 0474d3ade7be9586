"""The vocabulary's data files: tab-separated tables with a header, cells of several values split by ";"."""

from __future__ import annotations

from functools import cache
from importlib import resources

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.tsv` as mappings from column to cell; empty cells are ""."""
    text = resources.files("detente.ontology").joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    columns = head.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines if line)


def values(cell: str) -> tuple[str, ...]:
    """The values of a cell, in order, without empty ones."""
    return tuple(v for v in cell.split(";") if v)


@cache
def words(name: str) -> frozenset[str]:
    """The word list of this name in `data/words.tsv`."""
    return next(frozenset(values(row["words"])) for row in rows("words") if row["list"] == name)
