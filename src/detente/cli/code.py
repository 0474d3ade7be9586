"""`detente code`: a document, or newswire lines, to findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say
from detente.coding import code as find
from detente.coding import code_lines
from detente.errors import UnreadableSource, UsageError
from detente.findings import Finding
from detente.reading import Document, from_text, read


def code(
    file: Annotated[Path | None, typer.Argument(help="The document; - for text on stdin.")] = None,
    format: Annotated[OutputFormat, typer.Option(help="How to print the findings.")] = OutputFormat.JSONL,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; can be given again.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The document's date (EDTF), 2003-05 or 2003-05-28.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="ja, en or ru; found out where not given.")] = None,
    codebook: Annotated[list[Path] | None, typer.Option(help="Your codebook, put over ours.")] = None,
    explain: Annotated[bool, typer.Option(help="Say for each finding which rule and words made it.")] = False,
    lines: Annotated[Path | None, typer.Option(help="Newswire, one sentence a line; - for stdin.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes for --lines.")] = 1,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Find events, statements, positions, agreements, disputes, causes, outlooks and notes.

    Example: detente code chapter.txt --kind event --format table
    """
    if lines is not None:
        if file is not None:
            raise UsageError("A document and --lines were given.", hint="Give one of the two.")
        books = codebook or []
        records = code_lines(_lines(lines), language or "en", codebooks=books, workers=workers)
        write_records(records, format, output)
        return
    if file is None:
        raise UsageError("No document was given.", hint="Example: detente code chapter.txt")
    document = _document(file, language, date)
    for warning in document.warnings:
        say(f"{document.name}: {warning}")
    found = find(document, kinds=kind, codebooks=codebook or [])
    if explain:
        sys.stdout.write("".join(_explained(document, f) for f in found))
        return
    write_records(_records(found), format, output)


def _records(found: list[Finding]) -> Iterator[Record]:
    for finding in found:
        yield finding.as_dict()


def _document(file: Path, language: str | None, date: str | None) -> Document:
    if str(file) == "-":
        return from_text(sys.stdin.read(), name="stdin", language=language, date=date)
    return read(file, language=language, date=date)


def _lines(path: Path) -> Iterator[str]:
    if str(path) == "-":
        yield from sys.stdin
        return
    try:
        with path.open(encoding="utf-8") as stream:
            yield from stream
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableSource(f"The lines cannot be read: {error}.", where=str(path)) from error


def _explained(document: Document, finding: Finding) -> str:
    """One finding for people: what, where, what it says, and the rule that made it."""
    fields = finding.as_dict()
    shown = {k: v for k, v in fields.items() if k not in _FRAME and v not in (None, "", (), [], False)}
    said = "; ".join(f"{k} {_plain(v)}" for k, v in shown.items())
    entry, _, path = finding.rule.partition("/")
    quote = " ".join(finding.quote.split())
    place = f"{finding.start}–{finding.end}" + (f", page {finding.page}" if finding.page else "")
    return (
        f"{finding.kind} [{place}] {quote}\n"
        f"    says: {said}\n"
        f"    because: entry {entry}{f', by {path}' if path else ''}; confidence {finding.confidence:.2f}\n"
    )


_FRAME = frozenset(
    ("id", "kind", "document", "start", "end", "quote", "page", "coder", "confidence", "rule", "action")
)


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
