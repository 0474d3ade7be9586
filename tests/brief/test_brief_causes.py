"""The picture of the causal map: what hangs together, what is drawn, and that it can be read."""

from __future__ import annotations

import itertools

from detente.brief.causes import picture
from detente.brief.causes_layout import WIDTH, height
from detente.findings import CausalClaim


def claims(*pairs: tuple[str, str]) -> list[CausalClaim]:
    return [
        CausalClaim(document="d" * 64, start=k * 10, end=k * 10 + 9, quote="told", cause=cause, effect=effect)
        for k, (cause, effect) in enumerate(pairs)
    ]


STAR = [("the long war", f"damage number {k} of many words and more words") for k in range(5)]
PAIRS = [("repair after the long war", "better days"), ("an unrelated cause", "an unrelated effect")]


def test_concepts_are_numbered_as_the_table_names_them() -> None:
    shown = picture(claims(*PAIRS, *STAR))
    named = [name for edge in shown.edges for name in (edge.cause, edge.effect)]
    assert [concept.name for _, concept in shown.concepts] == list(dict.fromkeys(named))
    assert shown.number("the long war") == 1


def test_concepts_worded_alike_hang_together_without_being_merged() -> None:
    shown = picture(claims(*PAIRS, *STAR))
    drawn = {node.concept.name for node in shown.nodes}
    assert {"the long war", "repair after the long war", "better days"} <= drawn
    assert "an unrelated cause" not in drawn
    assert len(shown.alike) >= 1
    assert len(shown.edges) == len(PAIRS) + len(STAR)
    assert picture(claims(PAIRS[1])).nodes == ()


def test_circles_and_labels_stand_apart_within_the_picture() -> None:
    shown = picture(claims(*PAIRS, *STAR))
    high = height(len(shown.nodes))
    assert shown.height == high
    for node in shown.nodes:
        assert 0 < node.x < WIDTH
        assert 0 < node.y < high
        assert len(node.label) <= 2
    for one, two in itertools.combinations(shown.nodes, 2):
        assert abs(one.x - two.x) > 150 or abs(one.y - two.y) > 55


def test_a_label_breaks_between_words_and_shares_its_lines() -> None:
    (shown,) = [n for n in picture(claims(*STAR)).nodes if n.concept.name.startswith("damage number 0")]
    assert shown.label == ["damage number 0 of many", "words and more words"]
    nodes = picture(claims(("一二三四五六七八九十一二三四", "甲"), ("甲", "乙"), ("乙", "丙"))).nodes
    (wide,) = [node for node in nodes if node.concept.name.startswith("一")]
    assert list(map(len, wide.label)) == [8, 6]
