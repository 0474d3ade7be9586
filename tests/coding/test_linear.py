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
MODEL = linear.linear(NAMES, ACT, KINDS, TYPES)


@given(st.lists(st.sampled_from([*NAMES, "unknown", "v=知らない"])))
def test_a_chance_is_one_and_unknown_or_repeated_traits_count_nothing(traits: list[str]) -> None:
    chance = MODEL.chance(traits)
    assert 0 < chance < 1
    known = [t for t in dict.fromkeys(traits) if t in NAMES]
    assert chance == pytest.approx(MODEL.chance(known))
    weight = ACT[-1] + sum(ACT[NAMES.index(t)] for t in known)
    assert chance == pytest.approx(1 / (1 + np.exp(-weight)), abs=1e-6)


def test_the_likeliest_type_and_what_speaks_for_an_act() -> None:
    kind, sure = MODEL.kind(["v=撃つ", "を=艦"])
    assert (kind, sure) == ("ASSAULT", pytest.approx(1 / (1 + np.exp(-3.5)), abs=1e-6))
    assert MODEL.kind(["time"])[0] == "NONE"
    assert MODEL.reasons(["time", "に|state", "を=艦", "v=撃つ"], 2) == ["v=撃つ", "を=艦"]


def test_a_saved_model_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "codebooks" / "ja"
    folder.mkdir(parents=True)
    linear.save(str(folder / "unlisted.npz"), NAMES, ACT, KINDS, TYPES)
    monkeypatch.setattr(linear, "files", lambda _: tmp_path)
    again = linear.load.__wrapped__("ja")
    assert again.number == MODEL.number
    assert again.types == TYPES
    assert (again.act, again.bias) == (MODEL.act, MODEL.bias)
    np.testing.assert_array_equal(again.kinds, KINDS)
