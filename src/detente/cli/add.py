"""`detente add`: put documents into a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from detente.casebook import Case, Known
from detente.casebook.exchange import read_findings
from detente.cli.arguments import check_day, check_language, not_with
from detente.cli.case_folder import WAIT, CaseFolder, DryRun, Format, Wait, finish, opened
from detente.cli.data import Dataset, Goldstein, Once, Quad, Ussr, add_data, import_job
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import tracked
from detente.errors import UnreadableSource, UsageError
from detente.ontology.schemes import Choices


def add(
    case: CaseFolder,
    files: Annotated[list[Path] | None, typer.Argument(help="Text, PDF, DOCX or HTML files.")] = None,
    title: Annotated[
        str | None, typer.Option(help="The title, where the document's own will not do.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    date: Annotated[str | None, typer.Option(help="When (EDTF), 2003-05 or 2003-05-28.")] = None,
    licence: Annotated[str | None, typer.Option(help="Under which terms it may be passed on.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Of text and HTML, for instance shift_jis.")] = None,
    language: Annotated[str | None, typer.Option(help="ja, en or ru; else found out.")] = None,
    findings: Annotated[
        Path | None, typer.Option(help="Findings that `detente export` wrote elsewhere, for these texts.")
    ] = None,
    dataset: Dataset = None,
    once: Once = None,
    dyad: Annotated[
        str | None, typer.Option(help="With --as, of events: only those between two states, RUS-USA.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", help="With --as: from this day, month or year.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", help="With --as: to the end of it.")] = None,
    quad: Quad = "gdelt",
    goldstein: Goldstein = "own",
    ussr: Ussr = "RUS",
    wait: Wait = WAIT,
    format: Format = OutputFormat.TABLE,
    dry_run: DryRun = False,
) -> None:
    """Add documents or, with --as, data to a case.

    Documents are copied, named by content, and never added twice.

    What is said of a document that is already there is put over what was said before. Files that
    cannot be read are reported, the others are added, and the exit code is 3.

    Data are read in their owner's layout and become one table of the case. Rows that cannot be read are
    counted by reason, and the exit code is 3. `detente sources` lists what --as takes.

    Example: detente add russia-usa chapter2.txt --title "ロシアの対米外交" --publisher "…" --date 2004

    Example: detente add russia-usa 2003*.zip --as gdelt --once url
    """
    if dataset is not None:
        said = {"--title": title, "--publisher": publisher, "--date": date, "--licence": licence}
        not_with(
            "data (--as)",
            said | {"--encoding": encoding, "--language": language, "--findings": findings},
        )
        job = import_job(dataset, dyad, start, end, once, quad, goldstein, ussr)
        add_data(case, files or [], job, wait, format, dry_run)
        return
    if once or dyad or start or end or Choices(quad, goldstein, ussr) != Choices():
        raise UsageError(
            "--once, --dyad, --from, --to, --quad, --goldstein and --ussr go with --as DATASET.",
            hint=f"Example: detente add {case} FILE --as gdelt",
        )
    if not files and findings is None:
        raise UsageError("No document was given.", hint="Example: detente add russia-usa chapter2.txt")
    check_language(language)
    check_day(date)
    known = Known(
        title=title, publisher=publisher, date=date, licence=licence, encoding=encoding, language=language
    )
    if title and files and len(files) > 1:
        raise UsageError("One title was given for several documents.", hint="Add them one by one.")
    opened_case = opened(case, wait)
    errors: list[str] = []
    rows = list(_added(opened_case, files or [], known, dry_run, errors))
    if findings is not None:
        rows += _coded(opened_case, findings, dry_run)
    write_records(rows, format)
    finish(errors)


def _added(
    case: Case, files: Iterable[Path], known: Known, dry_run: bool, errors: list[str]
) -> Iterator[Record]:
    """One record a file that could be read; the words for the others go to `errors`."""
    paths = list(files)
    for path in tracked(paths, "Adding", len(paths)):
        if not _is_unicode(path.name):
            errors.append(f"{path}: The name of the file is not UTF-8. Rename it.")
            continue
        try:
            added = case.add(path, known, dry_run=dry_run)
        except UnreadableSource as error:
            errors.append(str(error))
            continue
        source = added.source
        yield {
            "file": str(path),
            "outcome": str(added.outcome),
            "source": source.id,
            "title": source.title,
            "date": source.date,
            "language": source.found_language,
            "characters": source.characters,
            "warnings": list(source.warnings),
        }


def _is_unicode(name: str) -> bool:
    """Whether a file name can be written into a case; a byte that is not UTF-8 stands as a lone surrogate."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def _coded(case: Case, findings: Path, dry_run: bool) -> list[Record]:
    kept = case.take_codings((row.finding for row in read_findings(findings)), dry_run=dry_run)
    return [
        {"file": one.source.file, "outcome": str(one.outcome), "source": one.source.id, "coder": one.coder}
        | {"findings": one.findings}
        for one in kept
    ]
