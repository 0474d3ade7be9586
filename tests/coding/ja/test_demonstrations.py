"""Demonstrations during a visit, and disagreements that are only foreseen."""

from __future__ import annotations

from japanese_texts import events


def test_who_is_visited_protests_against_the_visitor() -> None:
    (demo,) = [
        e
        for e in events("モディ首相の訪英の際も、大規模な抗議集会が開催された。", "2010-01-01")
        if e.plover == "PROTEST"
    ]
    assert (demo.actors, demo.targets) == (("GBR/public",), ("IND",))


def test_without_a_visit_nobody_is_named() -> None:
    assert all(not e.actors for e in events("大規模な抗議集会が開催された。"))


def test_a_disagreement_foreseen_is_no_act() -> None:
    assert not [
        e for e in events("今後もインドとネパールは水利をめぐって対立するだろう。") if e.plover == "REJECT"
    ]
    assert [e for e in events("インドとネパールは水利をめぐって対立した。") if e.plover == "REJECT"]
