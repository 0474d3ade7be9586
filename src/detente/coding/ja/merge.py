"""The same act told twice in a document is one event; the fuller mention stays."""

from __future__ import annotations

from collections import defaultdict

from detente.coding.codes import states_of
from detente.coding.ja.draft import Draft, Telling

_DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT"})  # told again and again in the same word


def merged(events: list[Draft]) -> list[Draft]:
    """Events without repeated mentions, in text order.

    A mention repeats an earlier or later one when type, sides and heads go together and the dates do
    not speak against it, and when it is a mere noun, a subordinate mention, or told in the same words.
    """
    kept: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    # where in its list the events of a sentence, and those told by one head, are kept: no others are repeated
    placed: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for event in events:
        key = (event.fields["plover"], event.fields["actual"], event.rule.partition("/")[0])
        alike, told = kept[key], event.telling
        near = [(*key, told.sentence), (*key, told.head)] if told is not None else []
        maybe = sorted({at for place in near for at in placed[place]})
        at = next((n for n in maybe if _repeats(event, alike[n])), None)
        if at is None:
            at = len(alike)
            alike.append(event)
        elif _weight(event) > _weight(alike[at]):
            alike[at] = event
        else:
            continue
        for place in near:
            placed[place].append(at)
    return sorted((event for alike in kept.values() for event in alike), key=lambda e: (e.start, e.end))


def _weight(event: Draft) -> tuple[bool, int, float]:
    """Dated before undated, then the longer, then the surer."""
    return (event.fields["date"] is not None, event.end - event.start, event.confidence)


def _repeats(a: Draft, b: Draft) -> bool:
    """Whether one of two events of one type and entry tells the other again."""
    entry_a, _, path_a = a.rule.partition("/")
    entry_b, _, path_b = b.rule.partition("/")
    if entry_a != entry_b or entry_a.startswith("speech") or "further" in path_a + path_b:
        return False
    if (a.start < b.end and b.start < a.end) or a.telling is None or b.telling is None:
        return False
    same_deed = a.fields["plover"] in _DEEDS and a.telling.head == b.telling.head
    if a.telling.sentence != b.telling.sentence and not same_deed and not _told_alike(a.telling, b.telling):
        return False
    if not _dates_agree(a.fields["date"], b.fields["date"]) or not _sides_agree(a, b):
        return False
    if a.fields["plover"] == "CONSULT" and a.telling.sentence == b.telling.sentence:
        return bool(a.fields["date"] == b.fields["date"]) and "prepare" not in entry_a
    if entry_a == entry_b and a.telling.sentence == b.telling.sentence and not a.telling.own_object:
        return bool(a.fields["actors"] == b.fields["actors"])
    return same_deed or _told_alike(a.telling, b.telling)


def _told_alike(a: Telling, b: Telling) -> bool:
    """Whether two mentions have the same head, and one is mere background or both the same object."""
    return a.head == b.head and (a.background or b.background or bool(a.objects & b.objects))


def _sides_agree(a: Draft, b: Draft) -> bool:
    for side in ("actors", "targets"):
        left, right = set(states_of(a.fields[side])), set(states_of(b.fields[side]))
        if left and right and not left & right:
            return False
    return set(states_of(a.fields["actors"])) == set(states_of(b.fields["actors"])) or not (
        a.fields["actors"] and b.fields["actors"]
    )


def _dates_agree(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    left, right = a.strip("./").split("/")[0], b.strip("./").split("/")[0]
    return left.startswith(right) or right.startswith(left)
