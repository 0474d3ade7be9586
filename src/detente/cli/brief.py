"""`detente brief`: documents in, the briefing out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date as calendar_date
from importlib.resources import as_file
from pathlib import Path
from typing import Annotated

import typer

from detente import casebook, coding, demo, reading
from detente.barometer.periods import Unit
from detente.brief import (
    HTML,
    Briefing,
    EventData,
    Inputs,
    Unreadable,
    build,
    check_language,
    facts_between,
    joined,
    likeliest_dyad,
    read_inputs,
    write_briefing,
)
from detente.cli.arguments import calendar_day, check_day, two_states
from detente.cli.arguments import check_language as check_known_language
from detente.cli.case_folder import is_case
from detente.cli.destination import check_folder
from detente.cli.exit_codes import ROW_ERRORS
from detente.cli.named_concepts import say_strangers
from detente.cli.progress import say, tracked
from detente.cli.shared_rows import counted_once
from detente.errors import DetenteError, UnreadableSource, UsageError
from detente.findings import CausalClaim, Finding
from detente.outlook.causes import links_of


def brief(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH…", help="Documents, or a case folder.")
    ] = None,
    dyad: Annotated[str | None, typer.Option(help="The two sides, RUS-USA; else the most frequent.")] = None,
    lang: Annotated[str, typer.Option(help="Language of the briefing: en or ja.")] = "en",
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write to.")] = Path(
        "briefing"
    ),
    date: Annotated[str | None, typer.Option(help="Date of the documents (EDTF) that name none.")] = None,
    language: Annotated[str | None, typer.Option(help="Of the documents; else found out.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Of text and HTML, for instance shift_jis.")] = None,
    events: Annotated[
        list[Path] | None, typer.Option(help="Event files or Parquet for the barometer; again for more.")
    ] = None,
    unit: Annotated[Unit | None, typer.Option(help="Of the barometer's periods; else month.")] = None,
    shock: Annotated[str | None, typer.Option(help="A day whose effect the barometer is to show.")] = None,
    use_demo: Annotated[
        bool, typer.Option("--demo", help="Brief the built-in case, Russia-USA 2001-2003, in both languages.")
    ] = False,
) -> None:
    """Write a briefing in which every claim opens the passage that it rests on.

    Writes briefing.html and findings.jsonl and prints the path of the former. Exits with 3 where a
    document could not be read; the briefing then says so.

    Example: detente brief chapter.txt --dyad RUS-USA --lang ja -o out
    """
    check_language(lang)
    check_known_language(language)
    check_day(date)
    check_folder(output)
    pair = two_states(dyad) if dyad else None
    day = calendar_day("--shock", shock) if shock else None
    if use_demo == bool(paths):
        raise UsageError(
            "Name documents, or --demo, but not both.", hint="Example: detente brief chapter.txt"
        )
    if use_demo or all(map(is_case, paths or [])):
        told = {"--date": date, "--language": language, "--encoding": encoding}
        _refuse_of_known(told, "the built-in case" if use_demo else "a case folder")
    gathered = _demo() if use_demo else _gathered(paths or [], date, language, encoding)
    if not gathered.documents:
        raise UnreadableSource("Nothing could be read, so no briefing was written.")
    gathered.check_sides(pair)
    relation = gathered.briefing(pair, _event_data(gathered, events or [], pair, unit, day))
    names = {
        lang: HTML,
        **({other: f"briefing.{other}.html" for other in ("en", "ja") if other != lang} if use_demo else {}),
    }
    for written, name in names.items():
        typer.echo(write_briefing(relation, output, written, name=name))
    found = [f for f in relation.findings if isinstance(f, CausalClaim)]
    say_strangers(relation.inputs.names, links_of(found))
    if relation.issues:
        named = ", ".join(relation.issues)
        say(f"Dossiers and watch list keep to the issues of the case: {named} (case.toml).")
    _report(relation, output)
    if gathered.unreadable:
        raise typer.Exit(ROW_ERRORS)


@dataclass
class Gathered:
    """What the paths held."""

    documents: list[reading.Document] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    judged: dict[str, str] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)
    own_issues: list[casebook.OwnIssue] = field(default_factory=list)
    dyads: dict[Path, tuple[str, str]] = field(default_factory=dict)
    issues: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    inputs: Inputs = field(default_factory=Inputs)
    tables: list[Path] = field(default_factory=list)

    @property
    def dyad(self) -> tuple[str, str] | None:
        """The two sides of the first case; None where there is no case."""
        return next(iter(self.dyads.values()), None)

    @property
    def kept_issues(self) -> list[str]:
        """The issues that the cases keep to; none where one of them keeps to no list."""
        lists = self.issues.values()
        return list(dict.fromkeys(code for named in lists for code in named)) if all(lists) else []

    def check_sides(self, named: tuple[str, str] | None) -> None:
        """Raise UsageError where the cases are of different states and it is not said which two count."""
        if named is None and len(set(map(frozenset, self.dyads.values()))) > 1:
            told = ", ".join(f"{folder} is {'-'.join(dyad)}" for folder, dyad in self.dyads.items())
            raise UsageError(
                f"The cases are of different states: {told}.",
                hint=f"Brief them apart, or name the two sides: --dyad {'-'.join(self.dyad or ())}.",
            )

    def take(self, document: reading.Document) -> None:
        """Code a document and keep both; one that is already here is left out."""
        if all(document.sha256 != other.sha256 for other in self.documents):
            self.findings += coding.code(document)
            self.documents.append(document)

    def take_case(self, folder: Path) -> None:
        """Take what is in force in a case; sources that have not been coded yet are coded now."""
        case = casebook.open_case(folder)
        self.tables += [one.path for one in case.tables("events") if one.rows]
        now = case.snapshot()
        self.dyads[folder] = case.charter.states
        self.issues[folder] = case.charter.issues
        self.inputs = joined(self.inputs, read_inputs(folder / "outlook"))
        self.own_issues += [own for own in case.charter.own_issues if own not in self.own_issues]
        here = {document.sha256 for document in self.documents}
        for source in now.sources:
            if source.text_sha256 in here:
                continue
            try:
                document = case.document(source)
                if source.text_sha256 in now.runs:
                    self.documents.append(document)
                else:
                    self.take(document)
            except DetenteError as error:
                self.leave_out(folder / source.file, error)
        for row in now.findings():
            if row.finding.document in here:
                continue
            self.findings.append(row.finding)
            if row.status != "machine":
                self.judged[row.finding.id] = str(row.status)

    def leave_out(self, path: Path, error: DetenteError) -> None:
        """Say that a document cannot be read, here and in the briefing."""
        reason = f"{error.message} {error.hint or ''}".strip()
        self.unreadable.append(Unreadable(path.name, reason))
        say(f"detente: {path}: {reason}")

    def briefing(self, dyad: tuple[str, str] | None, data: EventData | None = None) -> Briefing:
        """The briefing of what was gathered, made today."""
        return build(
            self.documents,
            self.findings,
            dyad or self.dyad,
            unreadable=self.unreadable,
            own_issues=self.own_issues,
            issues=self.kept_issues,
            judged=self.judged,
            made=calendar_date.today().isoformat(),
            inputs=self.inputs,
            data=data,
        )


def _gathered(
    paths: Iterable[Path], date: str | None, language: str | None, encoding: str | None
) -> Gathered:
    found = Gathered()
    for path in tracked(sorted(paths, key=lambda path: not is_case(path)), "Reading and coding"):
        try:
            if is_case(path):
                found.take_case(path)
            else:
                found.take(reading.read(path, encoding=encoding, language=language, date=date))
        except UsageError:
            raise
        except DetenteError as error:
            found.leave_out(path, error)
    return found


def _event_data(
    gathered: Gathered,
    paths: list[Path],
    pair: tuple[str, str] | None,
    unit: Unit | None,
    shock: calendar_date | None,
) -> EventData | None:
    """Event rows of the files named and of the tables of cases; None where there are none."""
    every = [*paths, *gathered.tables]
    idle = [option for option, given in (("--shock", shock), ("--unit", unit)) if given is not None]
    if not every and idle:
        raise UsageError(
            f"{idle[0]} asks something of event data, and there are none.",
            hint="Name some with --events, or import some into the case: detente add CASE FILE --as DATASET.",
        )
    if not every:
        return None
    likeliest = likeliest_dyad(gathered.findings)
    found = counted_once(every, pair or gathered.dyad or (likeliest and likeliest[0]))
    if not found.has_events:
        raise UsageError("There are no event rows.", hint="--events takes event files, or Parquet of them.")
    for remark in found.tally.remarks:
        say(remark)
    return EventData(found.rows(), unit or Unit.MONTH, shock)


def _refuse_of_known(told: Mapping[str, object], what: str) -> None:
    """Raise UsageError where something is said of documents that are known already."""
    idle = next((option for option, value in told.items() if value is not None), None)
    if idle is not None:
        raise UsageError(
            f"{idle} is said of documents, and has no bearing on {what}.",
            hint=f"Say it of a source of a case with: detente add CASE FILE {idle} …",
        )


def _demo() -> Gathered:
    found = Gathered(dyads={Path("demo"): demo.DYAD})
    for file in tracked(demo.documents(), "Reading and coding"):
        found.take(reading.from_text(file.read_text(encoding="utf-8"), name=file.name))
    with as_file(demo.outlook()) as folder:
        found.inputs = replace(read_inputs(folder), illustration=True)
    return found


def _report(relation: Briefing, output: Path) -> None:
    if relation.shared_findings is not None:
        say(f"The two sides were taken from the texts: {'-'.join(relation.dyad)}. Name others with --dyad.")
    if not facts_between(relation):
        say(f"No act between {' and '.join(relation.dyad)} was found in the texts. Others go with --dyad.")
    documents, findings = len(relation.documents), len(relation.findings)
    say(
        f"Briefing of {documents} document{'s' * (documents != 1)} "
        f"with {findings} finding{'s' * (findings != 1)}; it lies in {output.resolve()}"
    )
