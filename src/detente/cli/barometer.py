"""What the verbs of the barometer have in common: their options, and series from what the paths hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from detente.barometer.chronicle_rows import CHRONICLE
from detente.barometer.counting import Counted, check_measure, counted
from detente.barometer.gaps import apart
from detente.barometer.inputs import Inputs, inputs
from detente.barometer.one_dataset import check_dataset, check_one_dataset, datasets_of
from detente.barometer.periods import Unit
from detente.barometer.plain import PlainTable
from detente.barometer.series import Series
from detente.cli.arguments import two_states
from detente.cli.case_folder import finish
from detente.cli.going_together import check_together
from detente.cli.progress import say
from detente.cli.shared_rows import different
from detente.coding.dates.edtf import bounds
from detente.datasets.engines import DUCKDB
from detente.datasets.rules import IMPORT, RULES
from detente.errors import DetenteError, UsageError

Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…", help="Event files, Parquet, a case folder, or a table of periods and numbers."
    ),
]
Dyad = Annotated[str | None, typer.Option(help="The two states, RUS-USA; else those of the case.")]
UnitOption = Annotated[Unit | None, typer.Option(help="Length of a period; of events: month.")]
Measure = Annotated[str | None, typer.Option(help="What is measured; of events: n. In a table: a column.")]
Directed = Annotated[bool, typer.Option("--directed", help="What the first does to the second, apart.")]
From = Annotated[str | None, typer.Option("--from", help="First day (EDTF: 2001-01 begins on the 1st).")]
To = Annotated[str | None, typer.Option("--to", help="Last day (EDTF: 2003-12 ends on the 31st).")]
Covered = Annotated[
    str | None,
    typer.Option(help="Time that the data are known to cover, 2001-01/2003-12: no row there is a zero."),
]
Dataset = Annotated[str | None, typer.Option(help="Only this dataset, where there are several.")]
Issue = Annotated[
    str | None, typer.Option(help="Only acts of this issue; a case's chronicle alone has issues.")
]
Engine = Annotated[
    str,
    typer.Option(
        metavar="ENGINE",
        help="Where rows are counted: duckdb, spark (this machine), spark://HOST:PORT (a cluster).",
    ),
]
Once = Annotated[
    str | None,
    typer.Option(
        metavar="RULE",
        help="Merge rows: import: those that several imports share; "
        + "; ".join(f"{rule}: {told}" for rule, (_, told) in RULES.items())
        + ".",
    ),
]
AbsentIsZero = Annotated[
    bool,
    typer.Option("--absent-is-zero", help="In a table of dyads, a dyad without a row in a period has 0."),
]


@dataclass(frozen=True)
class Asked:
    """What a verb of the barometer was asked about.

    Parameters
    ----------
    found : what the paths hold.
    dyad : the two states, None for a table without states.
    first, last : days, both included.
    """

    found: Inputs
    dyad: tuple[str, str] | None
    unit: Unit | None
    directed: bool
    first: date | None
    last: date | None
    covered: Mapping[str, tuple[date, date]]
    dataset: str | None
    issue: str | None
    absent_is_zero: bool

    @property
    def plain(self) -> bool:
        """Whether a plain table was given; it stands alone."""
        return bool(self.found.plain)

    def table(self) -> PlainTable:
        """The rows of the plain table within the time asked for."""
        return self.found.plain[0].within(self.first, self.last)

    def sides(self) -> tuple[str, str]:
        """The two states; UsageError where none were named."""
        if self.dyad is None:
            raise UsageError("It is not said which two states.", hint="Name them: --dyad RUS-USA.")
        return self.dyad

    def events(self) -> Any:
        """The event rows of the dataset and within the time asked for; UnknownName for no such dataset."""
        table = self.found.events(
            self.sides(), self.unit or Unit.MONTH, directed=self.directed, issue=self.issue
        )
        if self.found.too_vague and self.dataset in (None, CHRONICLE):
            vague = f"{self.found.too_vague} acts of the chronicle are dated too vaguely for one period."
            self.found.tally.remark(vague)
        if self.dataset is not None:
            check_dataset(self.dataset, datasets_of(table))
            table = table.filter(table.dataset == self.dataset)
        if self.first is not None:
            table = table.filter(table.day >= self.first)
        return table if self.last is None else table.filter(table.day <= self.last)

    def counted(self, dyad: tuple[str, str] | None = None) -> list[Counted]:
        """The counts of the dyad by dataset and, where directed, direction."""
        a, b = dyad or self.sides()
        found = counted(
            self.events(),
            a,
            b,
            self.unit or Unit.MONTH,
            directed=self.directed,
            first=self.first,
            last=self.last,
            known_coverage=self.covered,
            narrowed=self.found.narrowed,
        )
        for one in found:
            self._tell_coverage(one)
        return found

    def _tell_coverage(self, one: Counted) -> None:
        """Say what the coverage that is shown rests on, where that may mislead."""
        if one.dataset in self.found.narrowed:
            self.found.tally.remark(
                f"{one.dataset} was imported with the rows of some dyads only: how much it holds in all is "
                "not known, and a period without a row is not known to be covered unless --covered says so."
            )
        if one.dataset not in self.covered and "*" not in self.covered:
            told = apart(one.periods, one.total, one.covered, one.unit)
            if told is not None:
                self.found.tally.remark(f"{one.dataset}: {told}")
        if not one.columns["n"].any():
            self.found.tally.remark(f"{one.dataset} has no row of {one.name} in that time.")

    def series(self, measure: str | None, dyad: tuple[str, str] | None = None) -> Series:
        """One series: a column of a plain table, or a measure of the counts of one dataset."""
        if self.plain:
            return self._of_table(measure, dyad or self.dyad)
        check_measure(measure or "n")
        several = self.counted(dyad)
        check_one_dataset(one.dataset for one in several)
        return several[0].series(measure or "n")

    def _of_table(self, measure: str | None, dyad: tuple[str, str] | None) -> Series:
        table = self.table()
        of_zero = self.absent_is_zero
        told = table.partial_sums(
            measure, dyad, directed=self.directed, absent_is_zero=of_zero, unit=self.unit
        )
        if told is not None:
            self.found.tally.remark(told)
        return table.series(measure, dyad, directed=self.directed, absent_is_zero=of_zero, unit=self.unit)

    def finish(self) -> None:
        """Say what was left out of files; exit with 3 where rows could not be read."""
        tally = self.found.tally
        for remark in tally.remarks:
            say(remark)
        finish(tally.errors())


def asked(
    paths: Paths,
    dyad: Dyad = None,
    unit: UnitOption = None,
    directed: Directed = False,
    start: From = None,
    end: To = None,
    covered: Covered = None,
    dataset: Dataset = None,
    issue: Issue = None,
    absent_is_zero: AbsentIsZero = False,
    engine: Engine = DUCKDB,
    once: Once = None,
) -> Asked:
    """Read the paths and the options that all verbs share; UsageError where they do not go together."""
    first, last = _day("--from", start, 0), _day("--to", end, 1)
    if first and last and first > last:
        raise UsageError(f"--from {start} lies after --to {end}.")
    pair = two_states(dyad, first, last) if dyad else None
    spans = _span(covered)
    found = inputs(different(paths), engine, once)
    of_events = {
        "--covered": covered,
        "--dataset": dataset,
        "--issue": issue,
        "--engine": None if engine == DUCKDB else engine,
        "--once": once,
    }
    check_together(found, of_events, absent_is_zero)
    told = found.told_coverage()
    known = {CHRONICLE: told} if told else {}
    if spans:
        known["*"] = known[CHRONICLE] = spans
    sides = pair or found.dyad
    if sides:
        found.keep(sides)
    if sides and issue is None:
        _tell_merged(found, *sides, dataset)
    return Asked(
        found,
        sides,
        unit,
        directed,
        first,
        last,
        known,
        dataset,
        issue,
        absent_is_zero,
    )


def _tell_merged(found: Inputs, a: str, b: str, dataset: str | None) -> None:
    """Say what the rule merged; without one, what several imports share and so counts more than once."""
    if found.once is None and len(found.parquet) + bool(found.tables) < 2:
        return
    rows, merged = found.merged(a, b, found.once or IMPORT, dataset)
    if found.once:
        say(f"--once {found.once}: {merged} of {rows} rows between {a} and {b} were merged into others.")
    elif merged:
        say(
            f"{merged} of {rows} rows between {a} and {b} stand in several imports and count each time; "
            f"--once {IMPORT} counts them once."
        )


def _day(option: str, text: str | None, end: int) -> date | None:
    if text is None:
        return None
    try:
        found = bounds(text)[end]
    except DetenteError as error:
        raise UsageError(
            f'{option} "{text}" is no date.', hint="Write 2003-05-24, 2003-05 or 2003."
        ) from error
    return found


def _span(text: str | None) -> tuple[date, date] | None:
    if text is None:
        return None
    first, last = _day("--covered", text, 0), _day("--covered", text, 1)
    if first is None or last is None:
        raise UsageError("--covered needs both ends.", hint="Write 2001-01/2003-12.")
    return first, last
