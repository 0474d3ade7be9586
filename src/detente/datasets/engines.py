"""Where queries run: DuckDB on this machine, or Spark."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from detente.datasets.visible import parquet_files
from detente.errors import DetenteError, UnknownName

DUCKDB = "duckdb"
SPARK = "spark://"
LOCAL_SPARK = "spark"
ENGINES = (DUCKDB, LOCAL_SPARK, "spark://local[2]", "spark://HOST:PORT")
MEMORY = "DETENTE_MEMORY"
"""Environment variable: how much memory DuckDB may use, for instance 400MB."""


def check_engine(engine: str) -> None:
    """Raise UnknownName, with the nearest name, where there is no such engine; nothing is started."""
    named = engine.startswith(SPARK) and len(engine) > len(SPARK)
    if engine not in (DUCKDB, LOCAL_SPARK) and not named:
        raise UnknownName("engine", engine, ENGINES)


def connect(engine: str = DUCKDB) -> Any:
    """An Ibis backend to query event tables with.

    Parameters
    ----------
    engine : `duckdb`; `spark` or `spark://local[2]` (Spark on this machine, on all cores or on so many);
        `spark://HOST:PORT` (a cluster, which has to reach the files by the same path). Dates are UTC on all.

    Raises
    ------
    UnknownName
        where the engine is none of these.
    DetenteError
        where Spark or Java is not installed.
    """
    check_engine(engine)
    if engine == DUCKDB:
        backend = ibis.duckdb.connect()
        if limit := os.environ.get(MEMORY):
            backend.con.execute("SET memory_limit = ?", [limit])
        return backend
    return _spark("spark://local[*]" if engine == LOCAL_SPARK else engine)


def _spark(engine: str) -> Any:
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError:
        hint = 'Install it with pip install "detente[spark]" and Java 17 (Debian: openjdk-17-jre-headless).'
        raise DetenteError("Spark is not installed.", hint=hint) from None
    master = engine.removeprefix(SPARK)
    local = master.startswith("local")
    settings = {
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4" if local else "200",
    }
    if local:
        settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
    builder = SparkSession.builder.appName("detente").master(master if local else engine)
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except PySparkRuntimeError as error:
        raise DetenteError(
            f"Spark does not start ({error}).", hint="It needs Java 17 (Debian: openjdk-17-jre-headless)."
        ) from None
    except Py4JError:
        raise DetenteError(
            f"The cluster {engine} does not answer.",
            hint="Check the host and port, and that it runs Spark 4; spark counts on this machine.",
        ) from None
    return ibis.pyspark.connect(session)


def table(backend: Any, paths: Iterable[str | Path]) -> ir.Table:
    """Parquet files, or folders of them partitioned by year, as one Ibis table; hidden files are none.

    The column `year` of a partitioned folder is left out: it only says where a row lies.

    Raises
    ------
    DetenteError
        where there is no Parquet file.
    """
    given = [Path(path) for path in paths]
    files = sorted(f for path in given for f in (parquet_files(path) if path.is_dir() else [path]))
    files = [f for f in files if f.is_file()]
    if not files:
        where = ", ".join(map(str, given)) or None
        raise DetenteError(
            "There is no table in Parquet.", where=where, hint="Import one: detente add --help"
        )
    if backend.name == "pyspark":
        return _spark_table(backend, files)
    return backend.read_parquet([str(f) for f in files], hive_partitioning=False)


def _spark_table(backend: Any, files: list[Path]) -> ir.Table:
    """One scan over all files: Ibis takes one path, and a union of many files is planned for minutes."""
    name = ibis.util.gen_name("events")
    frame = backend._session.read.parquet(*map(str, files))
    partitioned = any(part.startswith("year=") for file in files for part in file.parent.parts)
    (frame.drop("year") if partitioned else frame).createOrReplaceTempView(name)
    return backend.table(name)


def memory(backend: Any, rows: pa.Table) -> ir.Table:
    """Rows that this process holds, as a table of the engine; Spark gets them as Arrow, not by pandas."""
    if backend.name != "pyspark":
        return ibis.memtable(rows)
    name = ibis.util.gen_name("rows")
    backend._session.createDataFrame(rows).createOrReplaceTempView(name)
    return backend.table(name)


def shaped(rows: ir.Table, schema: pa.Schema) -> ir.Table:
    """The table with exactly the columns of the schema, all of which may be null; those it lacks are."""
    types = {name: kind.copy(nullable=True) for name, kind in ibis.Schema.from_pyarrow(schema).items()}
    return rows.select(
        **{
            name: rows[name].cast(kind) if name in rows.columns else ibis.null(kind)
            for name, kind in types.items()
        }
    )
