"""Rows in their lasting form: Parquet that carries its origin, licence, citation and account."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from detente.datasets.reading import ALL, Wanted, read
from detente.datasets.registry import family, source
from detente.datasets.rules import RULES
from detente.datasets.tally import Tally
from detente.errors import UnknownName, UsageError
from detente.ontology.schemes import Choices

USUAL = Choices()
META = "detente"
GROUP_ROWS = 1 << 17


@dataclass(frozen=True, slots=True)
class Import:
    """What is imported, and how: the same import of the same files gives the same table.

    Parameters
    ----------
    name : dataset or family.
    choices : which published readings of the codes hold.
    wanted : which events are kept.
    rule : a de-duplication rule of `once.RULES`, or None to keep every row.
    """

    name: str
    choices: Choices = USUAL
    wanted: Wanted = ALL
    rule: str | None = None

    def check(self) -> None:
        """Raise where the dataset or the rule is unknown, or a table of no events is to be filtered."""
        kinds = {one.kind for one in family(self.name)}
        if self.rule is not None and self.rule not in RULES:
            raise UnknownName("de-duplication rule", self.rule, RULES)
        if kinds != {"events"} and (self.rule is not None or self.wanted != ALL):
            raise UsageError(f"{self.name} holds no events, so no rows of it are chosen or merged.")

    def key(self, files: Iterable[str]) -> str:
        """12 hex digits that name the import of files with these SHA-256 sums."""
        told = [self.name, asdict(self.choices), asdict(self.wanted), self.rule, sorted(files)]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Stored:
    """A table on the disk: its file, the dataset, the number of rows and what its metadata say."""

    path: Path
    dataset: str
    rows: int
    about: dict[str, Any]


def write(paths: Sequence[Path], target: Path, job: Import, tally: Tally | None = None) -> Stored:
    """Read files of a dataset and write one Parquet file.

    The file is written beside its place and renamed, so that a run that is stopped leaves nothing new.

    Raises
    ------
    UnreadableSource
        where a file cannot be read; nothing is written then.
    """
    job.check()
    account = tally if tally is not None else Tally()
    rows = read(paths, job.name, choices=job.choices, wanted=job.wanted, tally=account)
    return write_rows(rows, target, job, account, [describe(path) for path in paths])


def write_rows(
    rows: Iterable[pa.RecordBatch], target: Path, job: Import, tally: Tally, files: Sequence[dict[str, Any]]
) -> Stored:
    """Write batches of rows as one Parquet file, with the account of how they came."""
    schema = source(job.name).shape
    names: set[str] = set()
    with beside(target) as part:
        with pq.ParquetWriter(part, schema, compression="zstd") as writer:
            for batch in rows:
                names.update(batch["dataset"].unique().to_pylist())
                writer.write_batch(batch, row_group_size=GROUP_ROWS)
            about = _about(job, tally, files, sorted(names))
            writer.add_key_value_metadata(_told(about))
        if job.rule is not None:
            about = _merge(part, job.rule, tally, about)
        count = pq.ParquetFile(part).metadata.num_rows
    return Stored(target, ", ".join(sorted(names)) or job.name, count, about)


def _told(about: dict[str, Any]) -> dict[str, str]:
    return {META: json.dumps(about, ensure_ascii=False)}


def describe(path: Path) -> dict[str, Any]:
    """Name, size and SHA-256 of a file."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": digest}


def stored(path: Path) -> Stored:
    """What a Parquet file that `write` made says of itself; DetenteError where it is none."""
    try:
        file = pq.ParquetFile(path)
        about = json.loads(file.metadata.metadata[META.encode()])
    except (KeyError, TypeError, ValueError, OSError, pa.ArrowInvalid):
        raise UsageError("This is no table that détente imported.", where=str(path)) from None
    return Stored(path, ", ".join(about["datasets"]), file.metadata.num_rows, about)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A path beside the target that takes its place at the end, and is removed after an error."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield part
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _merge(part: Path, rule: str, tally: Tally, about: dict[str, Any]) -> dict[str, Any]:
    """Rewrite a file of events with one row of those that the rule takes for the same."""
    from detente.datasets.engines import connect
    from detente.datasets.engines import table as table_of
    from detente.datasets.once import once

    before = pq.ParquetFile(part).metadata.num_rows
    backend = connect()
    chosen = once(table_of(backend, [part]), rule)
    after = chosen.count().to_pyarrow().as_py()
    tally.merged += before - after
    tally.kept -= before - after
    tally.remark(f"De-duplication: {RULES[rule][1]}; {before - after} of {before} rows merged.")
    now = about | {"account": tally.as_dict()}
    schema = pq.read_schema(part)
    new = part.with_name(part.name + ".new")
    try:
        with pq.ParquetWriter(new, schema, compression="zstd") as writer:
            ordered = backend.raw_sql(backend.compile(chosen.order_by("day", "row")))
            for batch in ordered.to_arrow_reader(GROUP_ROWS):
                writer.write_batch(batch.cast(schema), GROUP_ROWS)
            writer.add_key_value_metadata(_told(now))
        new.replace(part)
    finally:
        new.unlink(missing_ok=True)
    return now


def asked_for(job: Import) -> dict[str, Any]:
    """The options of an import as its table tells them: choices, wanted (what matters of it), rule."""
    wanted = {key: value for key, value in asdict(job.wanted).items() if value is not None}
    return {
        "choices": asdict(job.choices),
        "wanted": json.loads(json.dumps(wanted, default=str)),
        "rule": job.rule,
    }


def _about(
    job: Import, tally: Tally, files: Sequence[dict[str, Any]], names: Sequence[str]
) -> dict[str, Any]:
    return {
        "kind": source(job.name).kind,
        "datasets": list(names) or [family(job.name)[0].name],
        "origins": [source(name).origin.as_dict() for name in names or [job.name]],
        **asked_for(job),
        "files": list(files),
        "account": tally.as_dict(),
    }
