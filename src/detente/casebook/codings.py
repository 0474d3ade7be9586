"""codings/*.parquet: what coders found, one file a text and coder version; the newest run counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.casebook.atomic import replace_file
from detente.casebook.coded import Coded
from detente.casebook.judgement import utc_now
from detente.errors import DetenteError

SCHEMA_VERSION = 1
META = "detente"
ASKED = ("quote", "page", "date", "plover", "issue", "coder", "confidence")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a coder over one text: `number` grows with every run over the same text."""

    path: Path
    document: str
    coder: str
    number: int
    coded: str

    @property
    def order(self) -> tuple[int, str, str]:
        """What runs over one text are ordered by."""
        return self.number, self.coded, self.coder


@dataclass(frozen=True, slots=True)
class Codings:
    """The folder of codings, read through DuckDB."""

    folder: Path

    def runs(self, document: str = "") -> list[Run]:
        """Every run kept here, oldest first; of one text where its hash is given."""
        files = [str(path) for path in self.folder.glob(f"{document[:16]}*.parquet")]
        if not files:
            return []
        found = self._query(
            "select file_name, decode(value) from parquet_kv_metadata(?) where decode(key) = ?", [files, META]
        )
        runs = (_run(Path(name), json.loads(meta)) for name, meta in found)
        return sorted((run for run in runs if run.document.startswith(document)), key=lambda r: r.order)

    def newest(self, documents: Iterable[str]) -> dict[str, Run]:
        """The newest run over each of the texts that has one."""
        wanted = set(documents)
        return {run.document: run for run in self.runs() if run.document in wanted}

    def rows(self, runs: Iterable[Run], *, selectors: bool = False) -> list[Coded]:
        """The rows of runs in text order; `selectors` are left empty unless they are asked for."""
        files = [str(run.path) for run in runs]
        if not files:
            return []
        last = "selectors" if selectors else "''"
        found = self._query(
            f'select id, document, kind, start, "end", record, {last} from read_parquet(?)'
            ' order by document, start, "end", kind',
            [files],
        )
        return [Coded(*row) for row in found]

    def write(self, document: str, coder: str, rows: Sequence[Coded]) -> bool:
        """Keep a run; False, and nothing written, where the newest run says just the same.

        Only for the holder of the lock.
        """
        last = next(reversed(self.runs(document)), None)
        ordered = sorted(rows, key=_text_order)
        if last and last.coder == coder and self.rows([last], selectors=True) == ordered:
            return False
        number = last.number + 1 if last else 1
        path = self.folder / f"{document[:16]}.{_file_part(coder)}.parquet"
        replace_file(path, _parquet(ordered, Run(path, document, coder, number, utc_now())))
        return True

    def _query(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        import duckdb

        with duckdb.connect() as connection:
            try:
                found: list[tuple[Any, ...]] = connection.execute(sql, values).fetchall()
            except duckdb.Error as error:
                raise DetenteError(
                    f"A coding cannot be read: {error}",
                    where=str(self.folder),
                    hint="Delete the file that is named and run `detente code` on the case.",
                ) from None
        return found


def _text_order(row: Coded) -> tuple[str, int, int, str]:
    return row.document, row.start, row.end, row.kind


def _run(path: Path, meta: Mapping[str, Any]) -> Run:
    if meta["schema"] != SCHEMA_VERSION:
        raise DetenteError(
            f"The coding is of schema {meta['schema']}; known: {SCHEMA_VERSION}.",
            where=str(path),
            hint="Delete it and run `detente code` on the case, or install a newer détente.",
        )
    return Run(path, meta["document"], meta["coder"], meta["run"], meta["coded"])


def _parquet(rows: Sequence[Coded], run: Run) -> bytes:
    """A run as a Parquet file: the columns of `Coded`, and those that one asks by."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    meta = {
        "schema": SCHEMA_VERSION,
        "document": run.document,
        "coder": run.coder,
        "run": run.number,
        "coded": run.coded,
    }
    numbers = {"start": pa.int64(), "end": pa.int64(), "page": pa.int64(), "confidence": pa.float64()}
    records = [json.loads(row.record) for row in rows]
    columns = {name: [getattr(row, name) for row in rows] for name in Coded._fields}
    columns |= {name: [record.get(name) for record in records] for name in ASKED}
    table = pa.table(
        {name: pa.array(values, numbers.get(name, pa.string())) for name, values in columns.items()},
        metadata={META: json.dumps(meta)},
    )
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def _file_part(coder: str) -> str:
    """A coder's name as part of a file name."""
    return re.sub(r"[^A-Za-z0-9._+-]+", "_", coder)
