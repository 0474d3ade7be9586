"""Five million GDELT rows to monthly counts of all directed dyads: détente beside polars, DuckDB and pandas.

    python bench/gdelt_series.py FILE… [--rows 5000000] [--repeat 3] [--pandas]

FILE holds GDELT 2.0 rows without a header (61 columns); its rows are repeated until there are enough. Each
peer runs in a process of its own, `--repeat` times, in turn; printed are of its best run the wall time, the
processor time and the peak memory, how many events it counted, and round by round the ratios of its times to
ours (above 1: détente is faster). Processor time is the fairer one on a machine that others use. The peers
that read text keep regions such as EUR beside states, and so count more events; libraries are loaded before
the clock starts.

From text: `count_files` against a polars lazy scan written by hand, and pandas' reader in chunks.
From Parquet: `queries.counts` against SQL for DuckDB written by hand.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

QUADS = (1, 2, 3, 4)
DAY, A, B, QUAD, SCORE, MENTIONS = 1, 7, 17, 29, 30, 31


def detente_text(path: str) -> Any:
    from detente.datasets.direct import count_files

    return count_files([path], "gdelt", "month", True)


def polars_text(path: str) -> Any:
    import polars as pl

    names = [f"c{i}" for i in range(61)]
    return (
        pl.scan_csv(
            path, separator="\t", has_header=False, quote_char=None, new_columns=names, infer_schema=False
        )
        .filter(pl.col(f"c{A}") != pl.col(f"c{B}"))
        .group_by(pl.col(f"c{DAY}").str.slice(0, 6), f"c{A}", f"c{B}")
        .agg(
            *((pl.col(f"c{QUAD}") == str(q)).sum().alias(f"quad_{q}") for q in QUADS),
            pl.len(),
            pl.col(f"c{SCORE}").cast(pl.Float64).sum(),
            pl.col(f"c{MENTIONS}").cast(pl.Int64).sum(),
        )
        .collect(engine="streaming")
    )


def pandas_text(path: str) -> Any:
    import pandas as pd

    parts = []
    used = [DAY, A, B, QUAD, SCORE, MENTIONS]
    kinds = dict.fromkeys(used, str) | {QUAD: "int8", SCORE: "float64", MENTIONS: "int64"}
    for chunk in pd.read_csv(
        path, sep="\t", header=None, usecols=used, dtype=kinds, quoting=3, chunksize=500_000
    ):
        rows = chunk[chunk[A].notna() & chunk[B].notna() & (chunk[A] != chunk[B])]
        wide = rows.assign(month=rows[DAY].str[:6], n=1, **{f"q{q}": rows[QUAD] == q for q in QUADS})
        parts.append(wide.groupby(["month", A, B])[["q1", "q2", "q3", "q4", "n", SCORE, MENTIONS]].sum())
    return pd.concat(parts).groupby(level=[0, 1, 2]).sum()


def detente_parquet(path: str) -> Any:
    from detente.datasets.engines import connect, fetched, table
    from detente.datasets.queries import counts

    return fetched(counts(table(connect(), [path]), "month", True))


def duckdb_parquet(path: str) -> Any:
    import duckdb

    quads = ", ".join(f"count(*) FILTER (quad = {q})" for q in QUADS)
    sql = f"""SELECT date_trunc('month', day) AS period, source, target, {quads}, count(*) AS n,
        sum(goldstein), count(goldstein), sum(mentions)
        FROM read_parquet('{path}') WHERE source <> target GROUP BY ALL"""
    return duckdb.connect().execute(sql).to_arrow_table()


PEERS = {f.__name__: f for f in (detente_text, polars_text, pandas_text, detente_parquet, duckdb_parquet)}


def worker(name: str, path: str) -> None:
    """One peer, once; the libraries are imported before the clock starts."""
    import duckdb  # noqa: F401
    import ibis
    import polars  # noqa: F401

    from detente.datasets import direct, engines, queries, shape  # noqa: F401

    if name.startswith("pandas"):
        import pandas  # noqa: F401
    if name == "detente_parquet":
        ibis.to_sql(queries.counts(ibis.table(ibis.Schema.from_pyarrow(shape.EVENT_ROWS)), "day", True))
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    result = PEERS[name](path)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    rows = int(result["n"].sum()) if name.startswith("pandas") else total(result)
    print(json.dumps({"wall": wall, "cpu": cpu, "mb": after.ru_maxrss / 1024, "events": rows}))


def total(result: Any) -> int:
    """How many events a result counts."""
    column = result["len" if "len" in getattr(result, "columns", []) else "n"]
    return int(column.sum() if not hasattr(column, "to_pylist") else sum(column.to_pylist()))


def rounds(names: list[str], path: str, repeat: int) -> dict[str, list[dict[str, float]]]:
    """The runs of every peer, in turn, so that what else the machine does falls on all alike."""
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for _ in range(repeat):
        for name in names:
            command = [sys.executable, __file__, "--worker", name, path]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            runs[name].append(json.loads(done.stdout))
    return runs


def inputs(files: list[str], rows: int, folder: Path) -> tuple[str, str]:
    """The text file of so many rows, and the same rows imported as Parquet."""
    from detente.datasets.store import Import, write

    content = b"".join(Path(file).read_bytes() for file in files)
    times = -(-rows // content.count(b"\n"))
    text, parquet = folder / "events.tsv", folder / "events.parquet"
    with text.open("wb") as out:
        for _ in range(times):
            out.write(content)
    start = time.perf_counter()
    table = write([text], parquet, Import("gdelt"))
    took = time.perf_counter() - start
    print(
        f"{table.rows:,} rows, {text.stat().st_size / 1e9:.2f} GB of text; import to Parquet {took:.1f} s",
        flush=True,
    )
    return str(text), str(parquet)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--pandas", action="store_true")
    parser.add_argument("--worker", nargs=2, metavar=("NAME", "FILE"))
    asked = parser.parse_args()
    if asked.worker:
        worker(*asked.worker)
        return
    if not asked.files:
        print("Name a file of GDELT 2.0 rows: nothing measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        text, parquet = inputs(asked.files, asked.rows, Path(folder))
        for ours, peers, path in (
            ("detente_text", ["polars_text", *(["pandas_text"] if asked.pandas else [])], text),
            ("detente_parquet", ["duckdb_parquet"], parquet),
        ):
            runs = rounds([ours, *peers], path, asked.repeat)
            for name in runs:
                show(name, runs[name], runs[ours])


def show(name: str, runs: list[dict[str, float]], ours: list[dict[str, float]]) -> None:
    """One line a peer: its best run, and its times over ours round by round."""
    run = min(runs, key=lambda one: one["cpu"])
    ratios = {
        clock: " ".join(f"{his[clock] / mine[clock]:.2f}" for his, mine in zip(runs, ours, strict=True))
        for clock in ("cpu", "wall")
    }
    print(
        f"{name:16} wall {run['wall']:6.2f} s  cpu {run['cpu']:6.2f} s  {run['mb']:5.0f} MB  "
        f"events {run['events']:,.0f}  ratios cpu {ratios['cpu']} wall {ratios['wall']}",
        flush=True,
    )


if __name__ == "__main__":
    main()
