from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from detente.coding.en import code
from detente.reading import read

FLOORS = {
    "en_us_japan": {"event": 0.72, "agreement": 0.9, "causal_claim": 0.7, "outlook": 0.8, "position": 0.55},
    "en_clinton_yeltsin": {
        "event": 0.68,
        "statement": 0.8,
        "position": 0.5,
        "agreement": 0.7,
        "causal_claim": 0.75,
    },
}  # what the coder must not fall below; may only be raised


def scorer(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.parametrize("name", FLOORS)
def test_the_visible_gold_documents_keep_their_scores(shared: Path, name: str) -> None:
    gold = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    found = [finding.as_dict() for finding in code(read(shared / "gold" / f"{name}.txt"))]
    report = scorer(shared).score(gold, found)
    reached = {kind: report[kind]["F1"] for kind in FLOORS[name]}
    assert all(reached[kind] >= floor for kind, floor in FLOORS[name].items()), reached
