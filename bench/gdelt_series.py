"""Five million GDELT rows to monthly counts of all directed dyads: détente beside polars, DuckDB and pandas.

    python bench/gdelt_series.py FILE… [--rows 5000000] [--repeat 3] [--pandas] [--gdeltpyr]

FILE holds GDELT 2.0 rows without a header (61 columns); its rows are repeated until there are enough. Each
peer runs in a process of its own, `--repeat` times, in turn; printed are of its best run the wall time, the
processor time and the peak memory, how many events it counted, and the median and range over the rounds of
the ratios of its times to ours (above 1: détente is faster). Processor time is the fairer one on a machine
that others use. The peers that read text keep regions such as EUR beside states, and so count more events;
libraries are loaded before the clock starts.

From text: `count_files` against a polars lazy scan written by hand, pandas' reader in chunks, and gdeltPyR
(`gdelt` on PyPI, installed into a virtual environment of its own that is thrown away). gdeltPyR reads files
only as they come from GDELT's server, zipped and whole, all 61 columns; so its reader gets the same rows in
zip archives of 100,000 rows, from the disk instead of the network, and the frames are counted one by one.
From Parquet: `queries.counts` against SQL for DuckDB written by hand, on the file that the import wrote.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
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

    used = [DAY, A, B, QUAD, SCORE, MENTIONS]
    kinds = dict.fromkeys(used, str) | {QUAD: "int8", SCORE: "float64", MENTIONS: "int64"}
    return _counted_by_pandas(
        pd.read_csv(path, sep="\t", header=None, usecols=used, dtype=kinds, quoting=3, chunksize=500_000)
    )


def gdeltpyr_text(folder: str) -> Any:
    def from_disk(url: str, **_: Any) -> Any:
        return SimpleNamespace(status_code=200, content=Path(url).read_bytes())

    reader = _gdeltpyr_reader()
    reader.requests = SimpleNamespace(get=from_disk)
    return _counted_by_pandas(reader._mp_worker(str(f), "events") for f in sorted(Path(folder).glob("*.zip")))


@cache
def _gdeltpyr_reader() -> Any:
    """Its module that reads a file; the package as a whole fetches tables of codes when it is imported."""
    package = find_spec("gdelt")
    assert package is not None
    assert package.origin is not None
    spec = spec_from_file_location("gdelt_reader", Path(package.origin).with_name("parallel.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _counted_by_pandas(frames: Iterable[Any]) -> Any:
    import pandas as pd

    parts = []
    for chunk in frames:
        rows = chunk[chunk[A].notna() & chunk[B].notna() & (chunk[A] != chunk[B])]
        month = rows[DAY] // 100 if rows[DAY].dtype.kind == "i" else rows[DAY].str[:6]
        wide = rows.assign(month=month, n=1, **{f"q{q}": rows[QUAD] == q for q in QUADS})
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


PEERS = {
    f.__name__: f
    for f in (detente_text, polars_text, pandas_text, gdeltpyr_text, detente_parquet, duckdb_parquet)
}
WITH_PANDAS = ("pandas_text", "gdeltpyr_text")
GDELTPYR = "gdelt==0.1.14"


def worker(name: str, path: str) -> None:
    """One peer, once; the libraries are imported before the clock starts."""
    if name == "gdeltpyr_text":
        _gdeltpyr_reader()
    else:
        _load(name)
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.perf_counter()
    result = PEERS[name](path)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    rows = int(result["n"].sum()) if name in WITH_PANDAS else total(result)
    print(json.dumps({"wall": wall, "cpu": cpu, "mb": peak_mb(), "events": rows}))


def peak_mb() -> float:
    """The most memory that this process held; `ru_maxrss` would count the process that started it, too."""
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(told.split("VmHWM:")[1].split()[0]) / 1024


def _load(name: str) -> None:
    import duckdb  # noqa: F401
    import ibis
    import polars  # noqa: F401

    from detente.datasets import direct, engines, queries, shape  # noqa: F401

    if name in WITH_PANDAS:
        import pandas  # noqa: F401
    if name == "detente_parquet":
        ibis.to_sql(queries.counts(ibis.table(ibis.Schema.from_pyarrow(shape.EVENT_ROWS)), "day", True))


def total(result: Any) -> int:
    """How many events a result counts."""
    column = result["len" if "len" in getattr(result, "columns", []) else "n"]
    return int(column.sum() if not hasattr(column, "to_pylist") else sum(column.to_pylist()))


def rounds(peers: dict[str, tuple[str, str]], repeat: int) -> dict[str, list[dict[str, float]]]:
    """The runs of every peer, in turn, so that what else the machine does falls on all alike.

    Parameters
    ----------
    peers : name to the interpreter that runs it and the file or folder that it counts.
    """
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in peers}
    for _ in range(repeat):
        for name, (python, path) in peers.items():
            command = [python, __file__, "--worker", name, path]
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


def gdeltpyr(text: str, folder: Path) -> tuple[str, str]:
    """An interpreter that has gdeltPyR, and a folder of the rows in zip archives."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = str(folder / "venv" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", GDELTPYR], check=True)
    with Path(text).open("rb") as rows:
        for number in range(1_000_000):
            lines = b"".join(islice(rows, 100_000))
            if not lines:
                break
            with zipfile.ZipFile(
                folder / f"{number:06d}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1
            ) as z:
                z.writestr("export.CSV", lines)
    return python, str(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--pandas", action="store_true")
    parser.add_argument("--gdeltpyr", action="store_true", help="installs it from PyPI")
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
        of_text = ["detente_text", "polars_text", *(["pandas_text"] if asked.pandas else [])]
        from_text = dict.fromkeys(of_text, (sys.executable, text))
        if asked.gdeltpyr:
            place = Path(folder, "gdeltpyr")
            place.mkdir()
            from_text["gdeltpyr_text"] = gdeltpyr(text, place)
        from_parquet = dict.fromkeys(("detente_parquet", "duckdb_parquet"), (sys.executable, parquet))
        for peers in (from_text, from_parquet):
            runs = rounds(peers, asked.repeat)
            for name in runs:
                show(name, runs[name], next(iter(runs.values())))


def show(name: str, runs: list[dict[str, float]], ours: list[dict[str, float]]) -> None:
    """One line a peer: its best run, and its times over ours: median (least–most)."""
    run = min(runs, key=lambda one: one["cpu"])
    ratios = {}
    for clock in ("cpu", "wall"):
        every = [his[clock] / mine[clock] for his, mine in zip(runs, ours, strict=True)]
        ratios[clock] = f"{statistics.median(every):.2f} ({min(every):.2f}–{max(every):.2f})"
    print(
        f"{name:16} wall {run['wall']:6.2f} s  cpu {run['cpu']:6.2f} s  {run['mb']:5.0f} MB  "
        f"events {run['events']:,.0f}  ratios cpu {ratios['cpu']} wall {ratios['wall']}",
        flush=True,
    )


if __name__ == "__main__":
    main()
