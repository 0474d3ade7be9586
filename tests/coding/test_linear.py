"""The linear model over traits: laws of its chances, and what is kept of it in a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.coding import linear

NAMES = ("v=撃つ", "を=艦", "に|state", "time")
TYPES = ("ASSAULT", "NONE")
ACT = np.array([2.0, 1.0, 0.5, -1.0, -0.5], np.float32)
KINDS = np.array([[3, 0], [1, 0], [0, 0], [0, 1], [0, 0.5]], np.float32)
# 艇 and 砲 share a row; at を it speaks for an act (2) and for ASSAULT (1), at w for NONE
NEAR = np.array([[[1, 0, 2], [0, 0, 0]], [[0, 2, 0], [0, 0, 0]]], np.float32)
CODES = np.array([[1, 0], [0, 3]], np.int8)
PARTS = linear.Parts(
    NAMES, TYPES, ACT, KINDS, ["艇", "砲", "霧"], np.array([0, 0, 1], np.uint16), CODES, ["を", "w"], NEAR
)
MODEL = linear.linear(PARTS)


@given(st.lists(st.sampled_from([*NAMES, "unknown", "v=知らない"])))
def test_a_chance_is_one_and_unknown_or_repeated_traits_count_nothing(traits: list[str]) -> None:
    chance = MODEL.chance(traits)
    assert 0 < chance < 1
    known = [t for t in dict.fromkeys(traits) if t in NAMES]
    assert chance == pytest.approx(MODEL.chance(known))
    weight = ACT[-1] + sum(ACT[NAMES.index(t)] for t in known)
    assert chance == pytest.approx(1 / (1 + np.exp(-weight)), abs=1e-6)


def test_the_likeliest_type_and_what_speaks_for_an_act() -> None:
    likely = MODEL.likely(["v=撃つ", "を=艦"])
    assert likely["ASSAULT"] == pytest.approx(1 / (1 + np.exp(-3.5)), abs=1e-6)
    assert sum(likely.values()) == pytest.approx(1)
    assert MODEL.likely(["time"])["NONE"] > 0.5
    assert MODEL.reasons(["time", "に|state", "を=艦", "v=撃つ"], 2) == ["v=撃つ", "を=艦"]


def test_a_word_not_met_weighs_as_those_used_like_it_and_only_at_its_place() -> None:
    assert MODEL.weight("を=艇") == MODEL.weight("を=砲") == pytest.approx(2)
    assert [MODEL.weight(t) for t in ("に=艇", "w=艇", "を=霧", "を=知らない", "艇")] == [0, 0, 0, 0, 0]
    assert MODEL.reasons(["を=艇", "time", "を=艦"], 2) == ["を=艇", "を=艦"]
    plain = MODEL.likely([])
    assert MODEL.likely(["を=艇"])["ASSAULT"] > plain["ASSAULT"]
    assert MODEL.likely(["w=砲"])["NONE"] > plain["NONE"]
    assert MODEL.likely(["w=霧"]) == plain


def test_a_saved_model_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "codebooks" / "ja"
    folder.mkdir(parents=True)
    linear.save(str(folder / "unlisted.npz"), PARTS)
    monkeypatch.setattr(linear, "files", lambda _: tmp_path)
    again = linear.load.__wrapped__("ja")
    assert again.number == MODEL.number
    assert again.types == TYPES
    traits = ["v=撃つ", "を=艦", "time", "を=艇", "w=砲"]
    assert (again.bias, [again.weight(t) for t in traits]) == (MODEL.bias, [MODEL.weight(t) for t in traits])
    np.testing.assert_array_equal(again.kinds, KINDS)
    assert again.likely(traits) == MODEL.likely(traits)
