"""`detente read`: the passages of documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.cli.output import OutputFormat, write_records
from detente.cli.progress import say
from detente.errors import UnknownName, UsageError

LANGUAGES = ("ja", "en", "ru")


def read(
    files: Annotated[list[Path], typer.Argument(help="Text, Markdown, PDF, DOCX or HTML files.")],
    format: Annotated[OutputFormat, typer.Option("--format", "-f", help="The form of the output.")] = (
        OutputFormat.TABLE
    ),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Of text and HTML files, for instance shift_jis; else found out.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="ja, en or ru; else found out.")] = None,
    repaired: Annotated[bool, typer.Option("--repaired", help="Print the repaired text itself.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Print the notes instead of the passages.")] = False,
) -> None:
    """Read documents and print their passages, each with its place in the stored text.

    Offsets are code points, half-open. Warnings go to stderr.

    Example: detente read report.pdf --format jsonl
    """
    if repaired and notes:
        raise UsageError("--repaired and --notes print different things.", hint="Choose one of them.")
    if language is not None and language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    if repaired:
        _print_repaired(files, output, encoding, language)
        return
    rows = _notes if notes else _passages
    write_records(
        (row for document in _documents(files, encoding, language) for row in rows(document)), format, output
    )


def _documents(files: list[Path], encoding: str | None, language: str | None) -> Iterator[Any]:
    from detente import reading

    for path in files:
        document = reading.read(path, encoding=encoding, language=language)
        for warning in document.warnings:
            say(f"{document.name}: {warning}")
        yield document


def _print_repaired(
    files: list[Path], output: Path | None, encoding: str | None, language: str | None
) -> None:
    text = "\n\n".join(document.repaired.text for document in _documents(files, encoding, language)) + "\n"
    if output is None:
        typer.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8", newline="")


def _passages(document: Any) -> Iterator[dict[str, Any]]:
    for passage in document.passages:
        yield {
            "document": document.name,
            "kind": passage.kind.value,
            "start": passage.start,
            "end": passage.end,
            "page": passage.page,
            "paragraph": passage.paragraph,
            "section": list(passage.section),
            "text": document.repaired.text[passage.repaired_start : passage.repaired_end],
            "quote": document.text[passage.start : passage.end],
        }


def _notes(document: Any) -> Iterator[dict[str, Any]]:
    for note in document.notes:
        yield {
            "document": document.name,
            **asdict(note),
            "marker": document.text[note.start : note.end],
            "sentence": document.text[note.sentence_start : note.sentence_end],
            "text": None if note.text_start is None else document.text[note.text_start : note.text_end],
        }
