"""GDELT headerless files → sums per day and dyad, by a lazy polars scan; codes are read afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.datasets.columns import days, states
from detente.datasets.delimited import HEAD_BYTES
from detente.datasets.found_layout import Found, find_layout
from detente.datasets.registry import family
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

_QUADS = (1, 2, 3, 4)
_PLAIN = ("\t", False, False)


def scan(path: Path, name: str, choices: Choices, tally: Tally | None) -> pa.Table | None:
    """The sums of a file per day, source and target; None where it has to be read row by row.

    That is: a compressed or headed file, another dataset, another choice of tables, or a row whose fields
    before NumMentions are missing or are no numbers in their range.
    """
    found = _layout(path, name, choices)
    if found is None:
        return None
    import polars as pl

    try:
        sums = _sums(path, found).collect(engine="streaming")
    except pl.exceptions.PolarsError:
        return None
    if int(sums["odd"].sum()):
        return None
    told = _named(sums.to_arrow(), choices)
    if told is not None and tally is not None:
        rows = _rows(path)
        tally.read += rows
        tally.kept += rows
        tally.remark(f"{path}: read as {found.layout.name}.")
    return told


def _layout(path: Path, name: str, choices: Choices) -> Found | None:
    usual = choices.quad == "gdelt" and choices.goldstein == "own"
    sources = family(name)
    if not usual or not path.is_file() or not all(one.name.startswith("gdelt") for one in sources):
        return None
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    if not head.strip() or head[:2] in (b"PK", b"\x1f\x8b", b"BZ", b"\xff\xfe", b"\xfe\xff", b"PA"):
        return None
    layouts = [layout for one in sources for layout in one.layouts]
    found = find_layout(head.decode("utf-8", "replace"), layouts, str(path), whole=len(head) < HEAD_BYTES)
    return found if (found.delimiter, found.headed, found.quoted) == _PLAIN else None


def _sums(path: Path, found: Found) -> Any:
    """The lazy scan: rows of two countries are summed by day and codes; those cut off before show as odd."""
    import polars as pl

    names = [f"f{i}" for i in range(found.fields)]
    col = {column: pl.col(names[place]) for column, place in found.places.items()}
    frame = pl.scan_csv(
        path, separator="\t", has_header=False, quote_char=None, new_columns=names, infer_schema=False
    )
    read = frame.select(
        day=col["SQLDATE"],
        a=col["Actor1CountryCode"],
        b=col["Actor2CountryCode"],
        quad=col["QuadClass"],
        score=col["GoldsteinScale"],
        mentions=col["NumMentions"],
    )
    two = pl.col("a") != pl.col("b")
    cut = pl.col("day").is_null() | pl.col("mentions").is_null()
    numeric = {"quad": pl.Int8, "score": pl.Float64, "mentions": pl.Int32}
    fine = pl.col("quad").is_between(1, 4) & pl.col("score").is_between(-10, 10) & (pl.col("mentions") >= 0)
    return (
        read.filter(two.fill_null(False) | cut)
        .with_columns(*(pl.col(name).cast(kind, strict=False) for name, kind in numeric.items()))
        .group_by("day", "a", "b")
        .agg(
            *((pl.col("quad") == quad).sum().cast(pl.Int64).alias(f"quad_{quad}") for quad in _QUADS),
            pl.len().cast(pl.Int64).alias("n"),
            pl.col("score").sum().alias("goldstein_sum"),
            pl.col("score").count().cast(pl.Int64).alias("goldstein_n"),
            pl.col("mentions").cast(pl.Int64).sum().alias("mentions"),
            (~(fine & ~cut).fill_null(False)).sum().alias("odd"),
        )
    )


def _rows(path: Path) -> int:
    import polars as pl

    lines = pl.scan_csv(path, separator="\n", has_header=False, quote_char=None, infer_schema=False)
    return int(lines.select(pl.len()).collect(engine="streaming").item())


def _named(sums: pa.Table, choices: Choices) -> pa.Table | None:
    """The sums with days and states instead of codes; None where a day is none."""
    text = {name: sums[name].combine_chunks().cast(pa.string()) for name in ("day", "a", "b")}
    day = days(text["day"])
    if day.null_count:
        return None
    source, target = (states(text[side], day, "alpha", choices) for side in ("a", "b"))
    told = sums.drop_columns(["day", "a", "b", "odd"])
    for name, column in (("target", target), ("source", source), ("day", day)):
        told = told.add_column(0, name, column)
    return told.filter(pc.fill_null(pc.not_equal(source, target), False))
