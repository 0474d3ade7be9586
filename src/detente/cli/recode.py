"""The form of `detente code` that codes the sources of a case folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from detente.casebook.recoding import Recoded
from detente.cli.case_folder import WAIT, finish, opened
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import tracked


def code_case(
    path: Path,
    *,
    codebooks: Sequence[Path] = (),
    format: OutputFormat = OutputFormat.TABLE,
    output: Path | None = None,
    wait: float = WAIT,
    dry_run: bool = False,
) -> None:
    """Code every source of a case and print one record a source; judgements stay as they are.

    A source that cannot be read or coded is reported, the others are coded, and the exit code is 3.
    What waits for the analyst afterwards (findings to confirm, lost judgements) stands in
    `detente show CASE`.
    """
    from detente import coding

    errors: list[str] = []
    work = partial(coding.code, codebooks=list(codebooks)) if codebooks else None
    case = opened(path, wait)
    total = len(case.sources())
    found = case.code(work, dry_run=dry_run)
    write_records(_records(tracked(found, "Coding", total), errors), format, output)
    finish(errors)


def _records(found: Iterable[Recoded], errors: list[str]) -> Iterator[Record]:
    """One record a source that was coded; the words for the others go to `errors`."""
    for one in found:
        if one.error is not None:
            errors.append(f"{one.source.file}: {one.error.message} {one.error.hint or ''}".rstrip())
            continue
        yield {
            "source": one.source.id,
            "file": one.source.file,
            "outcome": str(one.outcome),
            "coder": one.coder,
            "findings": one.findings,
        }
