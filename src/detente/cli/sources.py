"""`detente sources`: the datasets that can be read, and how to cite them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.case_folder import opened
from detente.cli.output import OutputFormat, Record, write_records, write_words
from detente.datasets.registry import family
from detente.datasets.registry import sources as known_sources
from detente.datasets.source import Source


def sources(
    name: Annotated[
        str | None, typer.Argument(help="One dataset, in full; or a case folder with --cite.")
    ] = None,
    cite: Annotated[bool, typer.Option("--cite", help="Say how to cite.")] = False,
    format: Annotated[
        OutputFormat, typer.Option("--format", "-f", help="The form of the output.")
    ] = OutputFormat.TABLE,
) -> None:
    """List the datasets that détente reads: kind, coverage, licence, layouts, columns, citation.

    Example: detente sources

    Example: detente sources icews

    Example: detente sources --cite russia-usa
    """
    if name is not None and Path(name, "case.toml").is_file():
        _of_case(Path(name), cite, format)
        return
    chosen = family(name) if name else tuple(known_sources().values())
    if cite:
        _cite((source.origin.as_dict() for source in chosen), format)
    elif name:
        write_records([row for source in chosen for row in columns(source)], format)
    else:
        write_records([line(source) for source in chosen], format)


def line(source: Source) -> Record:
    """A dataset on one line."""
    return {
        "name": source.name,
        "kind": source.kind,
        "title": source.origin.title,
        "version": source.origin.version,
        "licence": source.origin.licence,
    }


def columns(source: Source) -> list[Record]:
    """Every column that is read from a dataset, and what it means where nothing stands."""
    return [
        {
            "dataset": source.name,
            "column": column.name,
            "required": column.required,
            "what": column.what,
            "null": column.null,
            "also": list(column.aliases),
        }
        for column in source.columns()
    ]


def _of_case(folder: Path, cite: bool, format: OutputFormat) -> None:
    tables = opened(folder).tables()
    if cite:
        _cite((origin for one in tables for origin in one.about["origins"]), format)
        return
    write_records(
        [
            {"table": one.path.name, "kind": one.about["kind"], "dataset": one.dataset, "rows": one.rows}
            for one in tables
        ],
        format,
    )


def _cite(origins: Iterable[dict[str, str]], format: OutputFormat) -> None:
    unique = list({tuple(origin.items()): origin for origin in origins}.values())
    if format is not OutputFormat.TABLE:
        write_records(unique, format)
        return
    write_words(
        f"{origin['title']} ({origin['version']}). Licence: {origin['licence']}.\n  {origin['citation']}\n"
        f"  {origin['address']}\n"
        for origin in unique
    )
