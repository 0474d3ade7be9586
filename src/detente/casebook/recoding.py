"""Coding the sources of a case, and taking in codings made elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from detente.casebook.anchoring import check
from detente.casebook.coded import Coded, coded
from detente.casebook.shelf import reread
from detente.casebook.source import Source
from detente.errors import DetenteError
from detente.findings import Finding
from detente.reading import Document

if TYPE_CHECKING:
    from detente.casebook.case import Case

Coder = Callable[[Document], list[Finding]]
NOTHING_FOUND = "none"


class Outcome(StrEnum):
    """What became of the coding of a source."""

    CODED = "coded"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Recoded:
    """A source, what became of its coding, the coder, the number of findings, and the error if it failed."""

    source: Source
    outcome: Outcome
    coder: str = ""
    findings: int = 0
    error: DetenteError | None = None


def code(case: Case, coder: Coder | None, sources: Iterable[Source], *, dry_run: bool) -> Iterator[Recoded]:
    """Code sources; see `Case.code`. A source that fails is reported, and the others go on."""
    work = coder or _our_coder()
    for source in sources:
        try:
            document = case.shelf.read(source)
            yield _keep(case, source, document, work(document), dry_run)
        except DetenteError as error:
            yield Recoded(source, Outcome.FAILED, error=error)


def take(case: Case, findings: Iterable[Finding], *, dry_run: bool) -> list[Recoded]:
    """Keep findings from elsewhere; see `Case.take_codings`.

    Raises DetenteError where a finding refers to a text that no source of the case has, or does
    not stand in it as it says.
    """
    by_text: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_text[finding.document].append(finding)
    sources = {source.text_sha256: source for source in case.sources()}
    for text in by_text:
        if text not in sources:
            raise DetenteError(
                f"No source of the case has the text {text[:16]}, which findings refer to.",
                hint="Add the documents first; they must read the same.",
            )
    return [
        _keep(case, sources[text], case.document(sources[text]), found, dry_run)
        for text, found in by_text.items()
    ]


def _keep(
    case: Case, source: Source, document: Document, findings: Sequence[Finding], dry_run: bool
) -> Recoded:
    """Keep the findings of one source, and the hash of its text where that has changed.

    The coding is written before the record: a kill between the two leaves the case as it was.
    """
    rows = _rows(findings, document)
    name = "+".join(sorted({finding.coder for finding in findings})) or NOTHING_FOUND
    if dry_run:
        return Recoded(source, Outcome.CODED, name, len(rows))
    with case.writing():
        case.layout.sweep()
        case.layout.make()
        present = case.shelf.with_hash(source.sha256)
        if present is None or present.read_as != source.read_as:
            raise DetenteError("The source was changed meanwhile.", where=source.file, hint="Code it again.")
        written = case.codings.write(document.sha256, name, rows)
        if document.sha256 != source.text_sha256:
            source = reread(present, document)
            case.shelf.record(source)
    return Recoded(source, Outcome.CODED if written else Outcome.UNCHANGED, name, len(rows))


def _rows(findings: Iterable[Finding], document: Document) -> list[Coded]:
    rows: dict[tuple[str, int, int], Coded] = {}
    for finding in findings:
        check(finding, document)
        slot = (finding.kind, finding.start, finding.end)
        if slot in rows:
            raise DetenteError(
                f"A coder put two findings of kind {finding.kind} on [{finding.start}, {finding.end}).",
                where=document.name,
            )
        rows[slot] = coded(finding, document)
    return list(rows.values())


def _our_coder() -> Coder:
    from detente import coding

    return coding.code
