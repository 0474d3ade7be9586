"""`detente code`: a document, newswire lines or the sources of a case, to findings."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import check_codebooks, check_day, check_language
from detente.cli.case_folder import finish, is_case
from detente.cli.destination import check_file
from detente.cli.explaining import explained
from detente.cli.line import event_line, line
from detente.cli.output import OutputFormat, Record, write_records, write_words
from detente.cli.progress import say
from detente.cli.recode import code_case
from detente.cli.wire import wire_lines
from detente.coding import code as find
from detente.coding import code_lines
from detente.errors import UsageError
from detente.findings import Finding
from detente.reading import Document, from_bytes, read


def code(
    file: Annotated[
        Path | None, typer.Argument(help="The document, or a case folder; - for a document on stdin.")
    ] = None,
    format: Annotated[
        OutputFormat | None,
        typer.Option("--format", "-f", help="How to print; else jsonl, and table for a case."),
    ] = None,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; can be given again.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The document's date (EDTF), 2003-05 or 2003-05-28.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="ja, en or ru; found out where not given.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Of text and HTML, for instance shift_jis.")] = None,
    codebook: Annotated[list[Path] | None, typer.Option(help="Your codebook, put over ours.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say for each finding which rule and words made it.")
    ] = False,
    lines: Annotated[
        Path | None, typer.Option(help="Newswire, one sentence a line (en, or --language); - for stdin.")
    ] = None,
    shallow: Annotated[
        bool, typer.Option("--shallow", help="English --lines by a light grammar, not the parser: faster.")
    ] = False,
    workers: Annotated[int, typer.Option(min=1, help="Processes for --lines.")] = 1,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")] = None,
) -> None:
    """Find events, statements, positions, agreements, disputes, causes, outlooks and notes.

    The table is an overview; the other forms are complete. Of a case folder every source is coded
    and the findings are kept there; judgements stay as they are. With --lines one object a line is
    printed, {"line": n, "events": […]}; lines that are not UTF-8 are named and the exit code is 3.
    --shallow reads them more than twice as fast and finds nearly as much.

    Example: detente code chapter.txt --kind event --format table
    """
    check_file(output)
    check_language(language)
    check_day(date)
    if (file is None) == (lines is None):
        raise UsageError(
            "Give one of the two, a document (or a case folder) or --lines FILE."
            if file
            else "No document was given.",
            hint="Example: detente code chapter.txt",
        )
    books = codebook or []
    check_codebooks(books)
    given = {"kind": kind, "date": date, "explain": explain, "language": language, "encoding": encoding}
    given["shallow"] = shallow
    if lines is not None:
        _refuse("--lines", ("kind", "date", "explain"), given)
        _code_lines(lines, encoding, language or "en", books, workers, shallow, format, output)
    elif file is not None and is_case(file):
        _refuse("a case folder", given, given)
        code_case(file, codebooks=books, format=format or OutputFormat.TABLE, output=output)
    elif file is not None:
        _refuse("a document", ("shallow",), given)
        document = _document(file, encoding, language, date)
        found = find(document, kinds=kind, codebooks=books)
        if explain:
            write_words(map(explained, found), output)
        else:
            write_records(_records(found, format), format or OutputFormat.JSONL, output)


def _refuse(form: str, names: Iterable[str], given: Mapping[str, object]) -> None:
    """Raise UsageError where an option was given that this form does not take."""
    for name in names:
        if given[name]:
            raise UsageError(f"--{name} does not go with {form}.", hint="See `detente code --help`.")


def _records(found: list[Finding], format: OutputFormat | None) -> Iterator[Record]:
    for finding in found:
        yield line(finding) if format is OutputFormat.TABLE else finding.as_dict()


def _document(file: Path, encoding: str | None, language: str | None, date: str | None) -> Document:
    if str(file) == "-":
        data = sys.stdin.buffer.read()
        document = from_bytes(data, name="stdin", encoding=encoding, language=language, date=date)
    else:
        document = read(file, encoding=encoding, language=language, date=date)
    for warning in document.warnings:
        say(f"{document.name}: {warning}")
    return document


def _code_lines(
    path: Path,
    encoding: str | None,
    language: str,
    books: list[Path],
    workers: int,
    shallow: bool,
    format: OutputFormat | None,
    output: Path | None,
) -> None:
    unreadable: list[int] = []
    lines = wire_lines(path, encoding, unreadable)
    records = code_lines(lines, language, codebooks=books, workers=workers, shallow=shallow)
    table = (event_line(row["line"], event) for row in records for event in row["events"])
    write_records(table if format is OutputFormat.TABLE else records, format or OutputFormat.JSONL, output)
    name = "stdin" if str(path) == "-" else path
    finish(f"{name}, line {number}: Not all of its bytes are {encoding or 'UTF-8'}." for number in unreadable)
