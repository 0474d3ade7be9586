"""Which judgements stand: not undone, and the newest of their user in their slot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from detente.casebook.judgement import Judgement, Verdict
from detente.casebook.placing import Placed

Slot = tuple[str, str, tuple[int, int]]


def active(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements that are not undone, in their order; undo lines themselves are left out.

    An undo takes effect only on an earlier judgement of the same user; undoing an undo brings the
    judgement back.
    """
    ordered = sorted(judgements, key=lambda j: j.order)
    by_id = {j.id: j for j in ordered}
    dead: set[str] = set()
    for judgement in reversed(ordered):
        target = by_id.get(judgement.undoes or "")
        if judgement.id in dead or judgement.verdict is not Verdict.UNDO or target is None:
            continue
        if target.user == judgement.user and target.order < judgement.order:
            dead.add(target.id)
    return [j for j in ordered if j.id not in dead and j.verdict is not Verdict.UNDO]


def standing(placed: Iterable[Placed]) -> dict[Slot, list[Placed]]:
    """For each slot the newest judgement of each user, oldest first: the last one is in force.

    Judgements whose place is lost have no slot and are left out.
    """
    newest: dict[Slot, dict[str, Placed]] = defaultdict(dict)
    for one in sorted(placed, key=lambda p: p.judgement.order):
        if one.loss is None:
            users = newest[one.slot]
            users.pop(one.judgement.user, None)
            users[one.judgement.user] = one
    return {slot: list(users.values()) for slot, users in newest.items()}


def contested(judged: Sequence[Placed]) -> bool:
    """Whether the users whose judgements stand in a slot decided differently."""
    if len(judged) < 2:
        return False
    decided = {
        (one.judgement.verdict is Verdict.REJECT, one.value.id if one.value else None) for one in judged
    }
    return len({(rejected, None if rejected else value) for rejected, value in decided}) > 1
