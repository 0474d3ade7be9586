"""Laws of what is in force, for any sequence of coding runs and judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import pytest
from casebook_world import document, event
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook.coded import Coded, coded
from detente.casebook.codings import Run
from detente.casebook.deciding import Words, decide, undoing
from detente.casebook.in_force import overlap
from detente.casebook.journal import Journal, append, read_journal
from detente.casebook.judgement import Judgement, Verdict
from detente.casebook.shelf import Shelf
from detente.casebook.snapshot import Snapshot, assemble
from detente.casebook.source import Source
from detente.casebook.targets import targets
from detente.errors import UsageError
from detente.findings import Finding

DOCUMENT = document()
SOURCE = Source(
    sha256="f" * 64,
    file="text.txt",
    media_type="text/plain",
    bytes=1,
    text_sha256=DOCUMENT.sha256,
    characters=len(DOCUMENT.text),
    found_language="ja",
    added="2026-01-01T00:00:00+00:00",
)
PLOVER = ("CONSULT", "ACCUSE", "AGREE")

spans = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda p: (p[0], p[0] + p[1]))
codings = st.dictionaries(spans, st.sampled_from(PLOVER), max_size=6)
judging = st.tuples(
    st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.CHANGE, Verdict.UNDO]),
    st.integers(0, 20),
    st.sampled_from(["ann", "ben"]),
)
steps = st.lists(st.one_of(codings, judging), max_size=14)


@dataclass
class World:
    """A case in memory: what the newest run found, and the journal."""

    rows: list[Coded] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)

    def now(self) -> Snapshot:
        journal = Journal(tuple(sorted(self.judgements, key=lambda j: j.order)))
        run = Run(Path("run"), DOCUMENT.sha256, "test.v1", 1, "")
        return assemble([SOURCE], {DOCUMENT.sha256: run}, self.rows, journal, Shelf(Path("none")))

    def run(self, found: dict[tuple[int, int], str]) -> None:
        self.rows = [coded(event(DOCUMENT, *span, plover=kind), DOCUMENT) for span, kind in found.items()]

    def judge(self, verdict: Verdict, choice: int, user: str) -> Judgement | None:
        """Judge one of the findings that there are; None where there is nothing to judge."""
        now = self.now()
        try:
            if verdict is Verdict.UNDO:
                made = undoing(now, None, user, None)
            else:
                ids = sorted({row.id for row in self.rows} & {r.id for r in now.findings()}) or sorted(
                    r.id for r in now.findings()
                )
                if not ids:
                    return None
                meant = targets(now, [ids[choice % len(ids)]])[0]
                words = Words(user, None, {"date": f"2003-0{1 + choice % 9}"})
                made = decide(
                    meant,
                    verdict,
                    words,
                    snapshot=now,
                    rows=self.rows,
                    document=DOCUMENT if verdict is Verdict.CHANGE else None,
                    seq=now.journal.next_seq,
                )
        except UsageError:
            return None
        self.judgements.append(made)
        return made

    def step(self, step: object) -> None:
        if isinstance(step, dict):
            self.run(step)
        else:
            self.judge(*step)  # type: ignore[misc]


def expected(judgements: Sequence[Judgement]) -> dict[tuple[int, int], Finding | None]:
    """By brute force, what each judged slot holds: None where rejected."""
    alive = list(judgements)
    for undo in reversed(judgements):
        if undo.verdict is Verdict.UNDO and undo in alive:
            alive = [j for j in alive if j.id != undo.undoes]
    last = {j.anchor.span: j for j in alive if j.verdict is not Verdict.UNDO}
    return {span: None if j.verdict is Verdict.REJECT else j.value for span, j in last.items()}


@settings(max_examples=150, deadline=None)
@given(steps)
def test_what_was_judged_stays_exactly_whatever_coders_find(sequence: list[object]) -> None:
    world = World()
    for step in sequence:
        world.step(step)
    now = world.now()
    judged = {row.judgement.anchor.span: row.finding for row in now.view.judged if row.judgement}
    rejected = {placed.span for placed in now.rejected()}
    held = expected(world.judgements)
    assert judged == {span: value for span, value in held.items() if value is not None}
    assert rejected == {span for span, value in held.items() if value is None}
    shown = [(row.finding.start, row.finding.end) for row in now.findings()]
    assert not rejected & {span for span in shown if span not in judged}


@settings(max_examples=100, deadline=None)
@given(steps, codings)
def test_recoding_changes_no_judged_row(sequence: list[object], again: dict[tuple[int, int], str]) -> None:
    world = World()
    for step in sequence:
        world.step(step)
    before = world.now().view.judged
    world.run(again)
    assert world.now().view.judged == before


@settings(max_examples=100, deadline=None)
@given(steps, judging)
def test_undo_restores_every_row(sequence: list[object], last: tuple[Verdict, int, str]) -> None:
    world = World()
    for step in sequence:
        world.step(step)
    before = world.now()
    made = world.judge(*last)
    if made is None:
        return
    world.judgements.append(undoing(world.now(), made.id, made.user, None))
    after = world.now()
    assert after.findings() == before.findings()
    assert after.unconfirmed() == before.unconfirmed()


@settings(max_examples=100, deadline=None)
@given(steps)
def test_every_machine_finding_is_in_force_or_gives_way_to_a_judgement(sequence: list[object]) -> None:
    world = World()
    for step in sequence:
        world.step(step)
    now = world.now()
    kept = {row.id for row in now.view.machine}
    waiting = {one.coded.id for one in now.unconfirmed()}
    values = [row.finding for row in now.view.judged]
    places = {*expected(world.judgements), *((value.start, value.end) for value in values)}
    for row in world.rows:
        if row.span in places:
            assert row.id not in kept | waiting
        elif row.id in waiting:
            assert any(overlap(row.span, place) for place in places)
        else:
            assert row.id in kept


@settings(max_examples=40, deadline=None)
@given(sequence=steps, random=st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(
    tmp_path_factory: pytest.TempPathFactory, sequence: list[object], random: Random
) -> None:
    world = World()
    for step in sequence:
        world.step(step)
    shuffled = [*world.judgements, *world.judgements[:2]]
    random.shuffle(shuffled)
    path = tmp_path_factory.mktemp("journal") / "judgements.jsonl"
    append(path, shuffled)
    back = read_journal(path)
    assert back.aside == ()
    assert back.judgements == tuple(sorted(world.judgements, key=lambda j: j.order))


def test_a_span_that_was_known_when_judging_needs_no_confirming() -> None:
    world = World()
    world.run({(0, 8): "CONSULT", (4, 12): "AGREE"})
    world.judge(Verdict.ACCEPT, 0, "ann")
    judged = world.judgements[0].anchor.span
    other = {(0, 8): (4, 12), (4, 12): (0, 8)}[judged]
    world.run({other: "AGREE"})
    assert [row.span for row in world.now().view.machine] == [other]
    world.run({(other[0], other[1] + 1): "AGREE"})
    assert world.now().view.machine == ()
    assert [one.coded.span for one in world.now().unconfirmed()] == [(other[0], other[1] + 1)]


def test_a_finding_that_waits_can_be_accepted() -> None:
    world = World()
    world.run({(0, 8): "CONSULT"})
    world.judge(Verdict.REJECT, 0, "ann")
    world.run({(2, 9): "CONSULT"})
    waiting = world.now().unconfirmed()[0].coded
    assert world.now().findings() == []
    meant = targets(world.now(), [waiting.id])[0]
    made = decide(
        meant, Verdict.ACCEPT, Words("ann"), snapshot=world.now(), rows=world.rows, document=None, seq=2
    )
    world.judgements.append(made)
    assert [row.id for row in world.now().findings()] == [waiting.id]
    assert world.now().unconfirmed() == ()


def test_two_users_who_differ_are_shown_and_neither_is_lost() -> None:
    world = World()
    world.run({(0, 8): "CONSULT"})
    world.judge(Verdict.ACCEPT, 0, "ann")
    world.judge(Verdict.CHANGE, 2, "ben")
    row = world.now().findings()[0]
    assert (row.status, row.contested) == ("changed", True)
    assert world.judge(Verdict.UNDO, 0, "ben") is not None
    row = world.now().findings()[0]
    assert (row.status, row.contested) == ("accepted", False)


def test_an_undo_of_somebody_else_has_no_effect_even_in_a_journal_made_by_hand() -> None:
    world = World()
    world.run({(0, 8): "CONSULT"})
    made = world.judge(Verdict.REJECT, 0, "ann")
    assert made is not None
    undo = undoing(world.now(), made.id, "ann", None)
    world.judgements.append(replace(undo, user="ben"))
    assert world.now().findings() == []
    world.judgements.append(undo)
    assert [row.status for row in world.now().findings()] == ["machine"]
