"""The barometer of a briefing: one gauge a source, from the chronicle and from event data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from detente.barometer.busiest import busiest
from detente.barometer.chronicle_rows import CHRONICLE, chronicle_rows
from detente.barometer.counting import Counted, counted
from detente.barometer.evidence import evidence
from detente.barometer.forecast import Backtest, backtest, forecast, panel_of_events
from detente.barometer.level import Level, level
from detente.barometer.periods import Unit, later
from detente.barometer.shock import Shock, shock
from detente.barometer.turning import Turning, TurningPoint, turning_points
from detente.casebook import Entry
from detente.errors import UsageError

_LEAST_ACTS, _LEAST_PERIODS = 10, 8
_POOL, _CONTROLS = 200, 4
MEASURES = ("cooperation", "conflict")


@dataclass(frozen=True)
class Turn:
    """A turning point of one measure with the events around it: chronicle row numbers, or event rows."""

    measure: str
    turning: Turning
    point: TurningPoint
    rows: tuple[int, ...] = ()
    events: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class Outlook:
    """The forecast of the next period by all models, and the record of these on past periods."""

    records: tuple[dict[str, Any], ...]
    record: Backtest


@dataclass(frozen=True)
class Gauge:
    """What one source says of the relation over time.

    Parameters
    ----------
    counts : the undirected counts of the dyad.
    level : of the relation.
    turns : the turning points of cooperation and of conflict, in order of time.
    searched : the searches that found them, also those that found none.
    shock : the effect of the event of choice; None where none was named or it cannot be measured.
    outlook : the forecast; None for the chronicle and where there are too few periods.
    left_out : acts between the two that are dated too vaguely.
    """

    counts: Counted
    level: Level
    turns: tuple[Turn, ...]
    searched: tuple[Turning, ...]
    shock: Shock | None = None
    outlook: Outlook | None = None
    left_out: int = 0

    @property
    def told(self) -> bool:
        """Whether the source is the chronicle."""
        return self.counts.dataset == CHRONICLE


@dataclass(frozen=True)
class EventData:
    """Event data handed to a briefing.

    Parameters
    ----------
    events : an Ibis table of event rows.
    unit : of the periods.
    event : the day whose effect is asked for; None for none.
    """

    events: Any
    unit: Unit = Unit.MONTH
    event: date | None = None
    problems: list[str] = field(default_factory=list)


def gauges(entries: Sequence[Entry], dyad: tuple[str, str], data: EventData | None) -> Iterator[Gauge]:
    """The gauges of a relation: the chronicle's where it tells enough, then one a dataset."""
    told = _of_chronicle(entries, dyad)
    if told is not None:
        yield told
    if data is not None:
        for counts in counted(data.events, *dyad, data.unit):
            if counts.columns["n"].sum() and len(counts.periods) >= _LEAST_PERIODS:
                yield _of_events(counts, dyad, data)


def _of_chronicle(entries: Sequence[Entry], dyad: tuple[str, str]) -> Gauge | None:
    """None where fewer than ten acts between the two are dated to a month, or within fewer than eight."""
    import ibis

    found = chronicle_rows(entries, *dyad, Unit.MONTH)
    if found.rows.num_rows < _LEAST_ACTS:
        return None
    days = found.rows.column("day").to_pylist()
    first, last = _dense(sorted(days))
    span = (first, later(last.replace(day=1), Unit.MONTH) - timedelta(days=1))
    events = ibis.memtable(found.rows)
    (counts,) = counted(
        events, *dyad, Unit.MONTH, first=span[0], last=span[1], known_coverage={CHRONICLE: span}
    )
    if len(counts.periods) < _LEAST_PERIODS:
        return None
    searched, turns = [], []
    rows = list(zip(days, found.rows.column("row").to_pylist(), strict=True))
    for turning in _searched(counts):
        searched.append(turning)
        for point in turning.points:
            begin, end = _interval(turning, point)
            near = tuple(sorted({row for day, row in rows if begin <= day <= end}))
            turns.append(Turn(turning.series.measure, turning, point, rows=near))
    return Gauge(counts, level(counts), _in_time(turns), tuple(searched), left_out=found.too_vague)


def _dense(days: Sequence[date]) -> tuple[date, date]:
    """The first and last day of the stretch that the briefing's timeline, too, draws."""
    from detente.brief.axis import dense_window

    return dense_window([(day, day) for day in days])


def _of_events(counts: Counted, dyad: tuple[str, str], data: EventData) -> Gauge:
    own = data.events.filter(data.events.dataset == counts.dataset)
    searched = list(_searched(counts))
    turns = [
        Turn(t.series.measure, t, point, events=tuple(evidence(t, point, own, *dyad)))
        for t in searched
        for point in t.points
    ]
    return Gauge(
        counts,
        level(counts),
        _in_time(turns),
        tuple(searched),
        _shock(counts, own, dyad, data),
        _outlook(own, dyad, data),
    )


def _searched(counts: Counted) -> Iterator[Turning]:
    for measure in MEASURES:
        try:
            yield turning_points(counts.series(measure))
        except UsageError:
            continue


def _shock(counts: Counted, events: Any, dyad: tuple[str, str], data: EventData) -> Shock | None:
    if data.event is None:
        return None
    beside = busiest(events, dyad, _CONTROLS)
    controls = [counted(events, *pair, data.unit)[0].series("conflict") for pair in beside]
    try:
        return shock(counts.series("conflict"), data.event, controls)
    except UsageError as error:
        data.problems.append(str(error))
        return None


def _outlook(events: Any, dyad: tuple[str, str], data: EventData) -> Outlook | None:
    try:
        panel = panel_of_events(events, data.unit).most(_POOL, dyad)
        record = backtest(panel, 1, 4)
        records = [row for pair in (dyad, dyad[::-1]) for row in forecast(panel, *pair, 1)]
    except UsageError as error:
        data.problems.append(str(error))
        return None
    return Outlook(tuple(records), record)


def _interval(turning: Turning, point: TurningPoint) -> tuple[date, date]:
    series = turning.series
    return series.periods[point.first], later(series.periods[point.last], series.unit) - timedelta(days=1)


def _in_time(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    return tuple(sorted(turns, key=lambda t: (t.turning.series.periods[t.point.index], t.measure)))
