"""The timeline of the chronicle: where each act stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.brief.axis import Axis, Tick, dense_window, ticks
from detente.brief.labels import Quad, quad
from detente.brief.model import Briefing
from detente.brief.sides import Lane, lane
from detente.casebook import Entry
from detente.coding.dates.edtf import bounds

LEFT, RIGHT, WIDTH = 62.0, 938.0, 1000.0
_TOP, _LABEL, _ROW, _TRACK, _FOOT = 34.0, 32.0, 21.0, 11.0, 10.0
_BIN = 34.0
_WIDEST_POINT = 16.0
_OPEN_LENGTH = 54.0
_MOST_TRACKS = 8


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry of the chronicle with its row number and its place in time; None where open."""

    number: int
    entry: Entry
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One sign of the chart at (x, y): one act, or several that stand too close to be told apart."""

    x: float
    y: float
    members: tuple[Numbered, ...]

    @property
    def quads(self) -> tuple[Quad, ...]:
        """The classes of its acts, each once."""
        return tuple(dict.fromkeys(quad(member.entry.event) for member in self.members))

    @property
    def factual(self) -> bool:
        """Whether any of its acts is told as a fact."""
        return any(member.entry.event.actual for member in self.members)


@dataclass(frozen=True, slots=True)
class Bar:
    """Acts known only to one and the same interval, drawn from x1 to x2; open ends carry arrows."""

    x1: float
    x2: float
    y: float
    members: tuple[Numbered, ...]

    @property
    def first(self) -> Numbered:
        """The first of its acts; all of them are of one class."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One lane of the chart with its signs; `crowded` counts bars that found no track."""

    lane: Lane
    top: float
    axis: float
    bottom: float
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    before: tuple[Numbered, ...]
    after: tuple[Numbered, ...]
    crowded: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole chart, in units of a page 1,000 wide."""

    axis: Axis
    ticks: tuple[Tick, ...]
    rows: tuple[Row, ...]
    height: float
    drawn: int
    undated: int

    @property
    def months_named(self) -> bool:
        """Whether there is room for the names of months."""
        return any(tick.named and not tick.major for tick in self.ticks)

    @property
    def before(self) -> int:
        """How many entries lie wholly before the stretch of time that is drawn."""
        return sum(len(row.before) for row in self.rows)

    @property
    def after(self) -> int:
        """How many entries lie wholly after it."""
        return sum(len(row.after) for row in self.rows)


def timeline(briefing: Briefing) -> Timeline | None:
    """Lay out every dated entry of the chronicle; None where none is dated."""
    dated = [
        Numbered(number, entry, *bounds(entry.event.date))
        for number, entry in enumerate(briefing.chronicle, start=1)
        if entry.event.date
    ]
    if not dated:
        return None
    axis = Axis(*dense_window([(m.first, m.last) for m in dated]), LEFT, RIGHT)
    rows: list[Row] = []
    top = _TOP
    for which in Lane:
        members = [m for m in dated if lane(m.entry.event, briefing.dyad) is which]
        rows.append(_row(which, members, axis, top))
        top = rows[-1].bottom
    undated = len(briefing.chronicle) - len(dated)
    return Timeline(axis, ticks(axis), tuple(rows), top + _FOOT, len(dated), undated)


def _row(which: Lane, members: Sequence[Numbered], axis: Axis, top: float) -> Row:
    before = tuple(m for m in members if m.last is not None and m.last < axis.first)
    after = tuple(m for m in members if m.first is not None and m.first > axis.last)
    inside = [m for m in members if m not in before and m not in after]
    line = top + _LABEL + _ROW
    points = [m for m in inside if _is_point(m, axis)]
    spans = [m for m in inside if not _is_point(m, axis)]
    bars, crowded = _tracks(spans, axis, line + 2 * _ROW)
    used = len({bar.y for bar in bars})
    bottom = line + 2 * _ROW + used * _TRACK + (4 if used else -6)
    marks = tuple(_marks(points, axis, line))
    return Row(which, top, line, bottom, marks, bars, before, after, crowded)


def _is_point(member: Numbered, axis: Axis) -> bool:
    if member.first is None or member.last is None:
        return False
    return axis.x(member.last) - axis.x(member.first) <= _WIDEST_POINT


def _marks(points: Iterable[Numbered], axis: Axis, line: float) -> Iterable[Mark]:
    """Points of one side of the line that are nearer to each other than a sign's width become one."""
    for offset, belongs in ((-_ROW, "cooperative"), (0.0, None), (_ROW, "conflictual")):
        placed = sorted(
            ((axis.middle(m.first, m.last), m) for m in points if _half(m) == belongs), key=lambda p: p[0]
        )
        group: list[tuple[float, Numbered]] = []
        for x, member in placed:
            if group and x - group[0][0] >= _BIN:
                yield _mark(group, line + offset)
                group = []
            group.append((x, member))
        if group:
            yield _mark(group, line + offset)


def _half(member: Numbered) -> str | None:
    which = quad(member.entry.event)
    return "cooperative" if which.cooperative else "conflictual" if which.conflictual else None


def _mark(group: Sequence[tuple[float, Numbered]], y: float) -> Mark:
    return Mark((group[0][0] + group[-1][0]) / 2, y, tuple(member for _, member in group))


def _tracks(
    spans: Iterable[Numbered], axis: Axis, top: float
) -> tuple[tuple[Bar, ...], tuple[Numbered, ...]]:
    """Each interval in the first track that is free there; those beyond the last track are counted."""
    free: list[float] = []
    bars: list[Bar] = []
    crowded: list[Numbered] = []
    for members in _alike(spans):
        x1, x2 = _reach(members[0], axis)
        at = next((i for i, end in enumerate(free) if end <= x1), len(free))
        if at >= _MOST_TRACKS:
            crowded.extend(members)
            continue
        free[at : at + 1] = [x2 + (26 if len(members) == 1 else 60)]
        bars.append(Bar(x1, x2, top + at * _TRACK, members))
    return tuple(bars), tuple(crowded)


def _alike(spans: Iterable[Numbered]) -> list[tuple[Numbered, ...]]:
    """Acts of one class, one interval and one way of being told, as one bar; by their beginning."""
    groups: dict[tuple[object, ...], list[Numbered]] = {}
    for m in spans:
        groups.setdefault((m.first, m.last, quad(m.entry.event), m.entry.event.actual), []).append(m)
    return sorted(
        (tuple(group) for group in groups.values()),
        key=lambda group: (group[0].first or date.min, group[0].last or date.max, group[0].number),
    )


def _reach(member: Numbered, axis: Axis) -> tuple[float, float]:
    if member.first is None and member.last is not None:
        return max(axis.x(member.last) - _OPEN_LENGTH, LEFT), axis.x(member.last)
    if member.last is None and member.first is not None:
        return axis.x(member.first), min(axis.x(member.first) + _OPEN_LENGTH, RIGHT)
    assert member.first is not None
    assert member.last is not None
    return axis.x(member.first), axis.x(member.last)
