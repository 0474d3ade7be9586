"""`detente read`: the passages of documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.arguments import check_language
from detente.cli.case_folder import finish
from detente.cli.destination import check_file
from detente.cli.output import OutputFormat, Record, write_records, write_words
from detente.cli.progress import say
from detente.errors import UnreadableSource, UsageError

if TYPE_CHECKING:
    from detente.reading import Document


def read(
    files: Annotated[list[Path], typer.Argument(help="Text, PDF, DOCX or HTML files; - for stdin.")],
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

    Offsets are code points, half-open. Warnings go to stderr. The table shortens long passages; the
    other forms are complete. Of several files those that cannot be read are named, and the exit
    code is 3.

    Example: detente read report.pdf --format jsonl
    """
    check_file(output)
    check_language(language)
    if repaired and notes:
        raise UsageError("--repaired and --notes print different things.", hint="Choose one of them.")
    errors: list[str] = []
    documents = _documents(files, encoding, language, errors)
    if repaired:
        write_words(_repaired(documents), output)
    else:
        short = format is OutputFormat.TABLE
        rows = _notes if notes else _short_passages if short else _passages
        write_records((row for document in documents for row in rows(document)), format, output)
    finish(errors)


def _documents(
    files: list[Path], encoding: str | None, language: str | None, errors: list[str]
) -> Iterator[Document]:
    """The documents that can be read; of several files the words for the others go to `errors`."""
    from detente import reading

    for path in files:
        try:
            if str(path) == "-":
                data = sys.stdin.buffer.read()
                document = reading.from_bytes(data, name="stdin", encoding=encoding, language=language)
            else:
                document = reading.read(path, encoding=encoding, language=language)
        except UnreadableSource as error:
            if len(errors) + 1 == len(files):
                for said in errors:
                    say(f"detente: {said}")
                raise
            errors.append(str(error))
            continue
        for warning in document.warnings:
            say(f"{document.name}: {warning}")
        yield document


def _repaired(documents: Iterable[Document]) -> Iterator[str]:
    """The repaired texts, with an empty line between them."""
    for number, document in enumerate(documents):
        yield ("\n" if number else "") + document.repaired.text + "\n"


def _passages(document: Document) -> Iterator[Record]:
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


def _short_passages(document: Document) -> Iterator[Record]:
    """The passages as they are read, with what a table has room for."""
    for passage in document.passages:
        yield {
            "document": document.name,
            "page": passage.page,
            "start": passage.start,
            "end": passage.end,
            "kind": passage.kind.value,
            "text": document.repaired.text[passage.repaired_start : passage.repaired_end],
        }


def _notes(document: Document) -> Iterator[Record]:
    for note in document.notes:
        yield {
            "document": document.name,
            **asdict(note),
            "marker": document.text[note.start : note.end],
            "sentence": document.text[note.sentence_start : note.sentence_end],
            "text": None if note.text_start is None else document.text[note.text_start : note.text_end],
        }
