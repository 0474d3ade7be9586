"""`detente judge`: accept, reject, change, add, undo; list, export and import judgements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.casebook import Case, Judgement, Verdict
from detente.casebook.atomic import replace_file
from detente.casebook.composing import composed
from detente.casebook.journal import as_lines
from detente.cli.case_folder import WAIT, CaseFolder, DryRun, Format, Output, Wait, finish, opened
from detente.cli.destination import check_file
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say
from detente.cli.show import judgement_record
from detente.errors import UsageError


class Action(StrEnum):
    """What can be done with judgements."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
    UNDO = "undo"
    LIST = "list"
    IMPORT = "import"
    EXPORT = "export"


def judge(
    case: CaseFolder,
    action: Annotated[Action, typer.Argument(help="What to do.")],
    targets: Annotated[
        list[str] | None,
        typer.Argument(help="Ids of findings or their beginnings; for add the kind; for import the file."),
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="field=value, for change and add; can be given again.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="For add: the source, by file name or id.")] = None,
    quote: Annotated[str | None, typer.Option(help="For add: the passage, as it stands there.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why, in your words.")] = None,
    user: Annotated[str | None, typer.Option(help="Who judges; else DETENTE_USER or the login name.")] = None,
    wait: Wait = WAIT,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
    dry_run: DryRun = False,
) -> None:
    """Judge findings. What is printed is on the disk; no later run of a coder can change it.

    undo takes back your last judgement, or the one named by its id or its finding's id.

    Example: detente judge russia-usa change 3f2a --set date=2003-05-28 --reason "see note 11"
    """
    check_file(output)
    said = _Said(opened(case, wait), targets or [], set_ or [], source, quote, user, reason, output, dry_run)
    records = list(_ACTIONS[action](said))
    if action is not Action.EXPORT:
        write_records(records, format, output)
    if dry_run:
        say("Nothing was written (--dry-run).")
    finish(said.errors)


@dataclass(frozen=True, slots=True)
class _Said:
    case: Case
    targets: Sequence[str]
    settings: Sequence[str]
    source: str | None
    quote: str | None
    user: str | None
    reason: str | None
    output: Path | None
    dry_run: bool
    errors: list[str] = field(default_factory=list)


def _verdict(verdict: Verdict) -> Callable[[_Said], Iterator[Record]]:
    def act(said: _Said) -> Iterator[Record]:
        if not said.targets:
            raise UsageError(f"Which finding to {verdict}?", hint="`detente show CASE findings` lists ids.")
        if said.settings and verdict is not Verdict.CHANGE:
            raise UsageError(f"--set goes with change, not with {verdict}.")
        made = said.case.judge(
            said.targets,
            verdict,
            settings=said.settings,
            user=said.user,
            reason=said.reason,
            dry_run=said.dry_run,
        )
        yield from map(judgement_record, made)

    return act


def _add(said: _Said) -> Iterator[Record]:
    if len(said.targets) != 1 or not said.source:
        raise UsageError(
            "To add a finding, name its kind and its source.",
            hint='Example: detente judge CASE add event --source chapter2.txt --quote "…" --set plover=AGREE',
        )
    finding = composed(said.case, said.targets[0], said.source, said.quote, said.settings)
    made = said.case.add_finding(finding, user=said.user, reason=said.reason, dry_run=said.dry_run)
    yield judgement_record(made)


def _undo(said: _Said) -> Iterator[Record]:
    if len(said.targets) > 1:
        raise UsageError("One judgement is undone at a time.")
    target = said.targets[0] if said.targets else None
    yield judgement_record(said.case.undo(target, user=said.user, reason=said.reason, dry_run=said.dry_run))


def _list(said: _Said) -> Iterator[Record]:
    yield from map(judgement_record, said.case.journal().judgements)


def _export(said: _Said) -> Iterator[Record]:
    """Every judgement as lines that `import` takes; to stdout where no file is named."""
    judgements: Sequence[Judgement] = said.case.journal().judgements
    lines = as_lines(judgements)
    if said.output is None:
        typer.echo(lines.decode("utf-8"), nl=False)
    elif not said.dry_run:
        replace_file(said.output, lines)
    yield from ()


def _import(said: _Said) -> Iterator[Record]:
    if len(said.targets) != 1:
        raise UsageError("Which file?", hint="Example: detente judge CASE import judgements.jsonl")
    taken = said.case.take_judgements(Path(said.targets[0]), dry_run=said.dry_run)
    yield {"new": taken.new, "already there": taken.already_there, "set aside": taken.aside}
    if taken.aside:
        said.errors.append(f"{said.targets[0]}: {taken.aside} lines are no judgements and were left out.")


_ACTIONS: dict[Action, Callable[[_Said], Iterator[Record]]] = {
    Action.ACCEPT: _verdict(Verdict.ACCEPT),
    Action.REJECT: _verdict(Verdict.REJECT),
    Action.CHANGE: _verdict(Verdict.CHANGE),
    Action.ADD: _add,
    Action.UNDO: _undo,
    Action.LIST: _list,
    Action.EXPORT: _export,
    Action.IMPORT: _import,
}
