"""A case: open it, add sources, code them, judge what was found, and ask what is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.casebook import adding, judging, leaving, recoding, toml
from detente.casebook.atomic import replace_file
from detente.casebook.charter import Charter, charter_from
from detente.casebook.chronicle import Entry, chronicle
from detente.casebook.codings import Codings
from detente.casebook.dossiers import Dossier, dossiers
from detente.casebook.exchange.exchanged import Exchanged
from detente.casebook.exchange.parquet import table
from detente.casebook.in_force import InForce, Unconfirmed
from detente.casebook.journal import Journal, read_journal
from detente.casebook.judgement import Judgement, Verdict, user_from_environment
from detente.casebook.layout import IGNORED, Layout
from detente.casebook.lock import exclusive
from detente.casebook.placing import Placed
from detente.casebook.recoding import Coder
from detente.casebook.shelf import Shelf
from detente.casebook.snapshot import Snapshot, snapshot
from detente.casebook.source import Known, Source
from detente.errors import DetenteError, UsageError
from detente.findings import Finding
from detente.reading import Document

if TYPE_CHECKING:
    from detente.casebook.tables import Imported
    from detente.datasets.store import Import, Stored

WAIT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Case:
    """A case folder. Made by `open_case` or `create_case`.

    Nothing is held in memory between calls: every answer is read from the files, so that what
    another process wrote is seen. Reading needs no lock; writing takes the lock of the folder.

    Parameters
    ----------
    layout : what lies where.
    charter : what the case is about.
    wait_seconds : how long to wait for another writer before CaseBusy is raised.
    on_wait : told in one sentence who is being waited for; None to wait in silence.
    """

    layout: Layout
    charter: Charter
    wait_seconds: float = WAIT_SECONDS
    on_wait: Callable[[str], None] | None = None

    @property
    def path(self) -> Path:
        """The case folder."""
        return self.layout.root

    @property
    def codings(self) -> Codings:
        """What coders found, run by run."""
        return Codings(self.layout.codings)

    @property
    def shelf(self) -> Shelf:
        """The originals and their records."""
        return Shelf(self.layout.sources)

    def sources(self) -> list[Source]:
        """The sources, in the order in which they were added."""
        return self.shelf.all()

    def source(self, name: str) -> Source:
        """The source of this file name, or whose hash begins so; UsageError where none or several fit."""
        return self.shelf.find(name)

    def document(self, source: Source | str) -> Document:
        """A source as a document, its text the one that its findings stand in.

        Raises TextChanged where the original now reads differently, UnreadableSource where it is
        gone or altered.
        """
        return self.shelf.document(self.source(source) if isinstance(source, str) else source)

    def add(self, path: str | Path, known: Known | None = None, *, dry_run: bool = False) -> adding.Added:
        """Put a file into the case; a file that is already there is not added twice.

        Raises UnreadableSource where it cannot be read; nothing is written then.
        """
        return adding.add(self, Path(path), known or Known(), dry_run=dry_run)

    def code(
        self, coder: Coder | None = None, *, only: Iterable[Source] | None = None, dry_run: bool = False
    ) -> Iterator[recoding.Recoded]:
        """Code the sources, one after the other, and keep each coding; judgements are not touched.

        `coder` takes a document and gives findings; None for `detente.code`. The lock is held only
        while a coding is written, so that one can judge meanwhile.
        """
        return recoding.code(self, coder, self.sources() if only is None else only, dry_run=dry_run)

    def take_codings(self, findings: Iterable[Finding], *, dry_run: bool = False) -> list[recoding.Recoded]:
        """Keep findings from elsewhere, for instance another case, as codings by the coders they name."""
        return recoding.take(self, findings, dry_run=dry_run)

    def snapshot(self) -> Snapshot:
        """The case as it stands now; take one where several questions are asked in a row."""
        return snapshot(self.layout)

    def findings(self, kinds: Iterable[str] | None = None) -> list[InForce]:
        """What is in force: the judgement where there is one, else the newest coding.

        Returns rows with `finding` and `status` (machine, accepted, changed, added), in the order
        of the sources and then of the text.
        """
        return self.snapshot().findings(kinds)

    def needs_confirming(self) -> tuple[Unconfirmed, ...]:
        """Findings of newer codings that only overlap judged passages; not in force until accepted."""
        return self.snapshot().unconfirmed()

    def lost(self) -> list[Placed]:
        """Judgements whose passage cannot be found any more; kept, shown, without effect."""
        return self.snapshot().lost()

    def journal(self) -> Journal:
        """Every judgement ever made, in order, and the lines that are none."""
        return read_journal(self.layout.journal)

    def judge(
        self,
        findings: str | Sequence[str],
        verdict: Verdict | str,
        *,
        settings: Mapping[str, Any] | Sequence[str] = (),
        user: str | None = None,
        reason: str | None = None,
        dry_run: bool = False,
    ) -> list[Judgement]:
        """Accept, reject or change findings, named by ids or unique beginnings of ids.

        Either all are judged or none. `settings` are the fields that a change sets: a mapping, or
        words such as "date=2003-05". When this returns, the judgements are on the disk.
        """
        ids = [findings] if isinstance(findings, str) else findings
        return judging.judge(
            self, ids, Verdict(verdict), settings, user or user_from_environment(), reason, dry_run
        )

    def add_finding(
        self, finding: Finding, *, user: str | None = None, reason: str | None = None, dry_run: bool = False
    ) -> Judgement:
        """Add a finding that no coder found; UsageError where its place is taken."""
        return judging.add_finding(self, finding, user or user_from_environment(), reason, dry_run)

    def undo(
        self,
        target: str | None = None,
        *,
        user: str | None = None,
        reason: str | None = None,
        dry_run: bool = False,
    ) -> Judgement:
        """Take back a judgement of one's own: by its id, by its finding's id, or one's last."""
        return judging.undo(self, target, user or user_from_environment(), reason, dry_run)

    def take_judgements(self, path: Path, *, dry_run: bool = False) -> judging.Taken:
        """Add the judgements in a file that `as_lines` wrote; those already here are not added twice."""
        return judging.take(self, path, dry_run)

    def export(self, kinds: Iterable[str] | None = None) -> Iterator[Exchanged]:
        """What is in force as the forms of `detente.casebook.exchange` write it, with its context."""
        return leaving.export(self, kinds)

    def table(self) -> Any:
        """What is in force as a `pyarrow.Table`, for DuckDB, Polars or pandas."""
        return table(self.export())

    def chronicle(self) -> list[Entry]:
        """The events in force, in order of their dates, each told once."""
        return chronicle(row.finding for row in self.findings(["event"]))

    def dossiers(self) -> list[Dossier]:
        """What is in force, issue by issue, for the two states of the case."""
        now = self.snapshot()
        return dossiers(
            (row.finding for row in now.findings()),
            states=self.charter.states,
            own_issues=self.charter.own_issues,
            only=self.charter.issues or None,
            dates={source.text_sha256: source.date for source in now.sources},
        )

    def import_table(self, paths: Sequence[Path], job: Import) -> Imported:
        """Import files of a dataset as one table of the case; the same import is not made twice.

        Raises UnreadableSource where a file cannot be read; nothing is written then.
        """
        from detente.casebook.tables import import_table

        with self.writing():
            self.layout.make()
            return import_table(self.layout, job, paths)

    def tables(self, kind: str | None = None) -> list[Stored]:
        """The imported tables; only those of events, dyads or states where `kind` says so."""
        from detente.casebook.tables import tables

        return tables(self.layout, kind)

    def writing(self) -> AbstractContextManager[None]:
        """The lock of the folder, to be held while anything is written."""
        return exclusive(self.layout.lock, wait_seconds=self.wait_seconds, on_wait=self.on_wait)


def open_case(
    path: str | Path,
    *,
    wait_seconds: float = WAIT_SECONDS,
    on_wait: Callable[[str], None] | None = None,
) -> Case:
    """Open a case folder.

    Parameters
    ----------
    path : the folder that holds `case.toml`.
    wait_seconds : how long writing waits for another writer.
    on_wait : told in one sentence who is being waited for.

    Raises
    ------
    DetenteError
        where there is no case, its `case.toml` is damaged, or a newer détente wrote it.
    """
    layout = Layout(Path(path))
    if not layout.charter.is_file():
        raise DetenteError(
            "This is no case folder: it holds no case.toml.",
            where=str(path),
            hint=f"Make one with `detente new {path} --dyad RUS-USA`.",
        )
    charter = charter_from(toml.load(layout.charter), where=str(layout.charter))
    return Case(layout, charter, wait_seconds, on_wait)


def create_case(path: str | Path, charter: Charter, *, dry_run: bool = False) -> Case:
    """Make a case folder; UsageError where there already is one, or where the folder holds other things."""
    layout = Layout(Path(path))
    if layout.charter.exists():
        raise UsageError("There is already a case.", where=str(path), hint="Add sources with `detente add`.")
    if layout.root.exists() and not layout.root.is_dir():
        raise UsageError("This is a file; a folder is expected.", where=str(path), hint="Name a new folder.")
    if layout.root.is_dir() and any(layout.root.iterdir()):
        raise UsageError("The folder is not empty.", where=str(path), hint="Name a new or an empty folder.")
    if not dry_run:
        layout.make()
        replace_file(layout.ignore, IGNORED.encode())
        replace_file(layout.charter, charter.as_toml().encode("utf-8"))
    return Case(layout, charter)
