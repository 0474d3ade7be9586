"""The project's own passages: well-formed, as many as promised, no text both read and kept aside."""

from __future__ import annotations

import importlib
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).resolve().parents[1] / "bench"
TYPES = set(
    re.findall(
        r"\S+",
        """
        AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST
        SANCTION MOBILIZE COERCE ASSAULT NONE
        """,
    )
)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        return importlib.import_module("passages")


@pytest.mark.parametrize(("language", "passages", "events"), [("ja", 3258, 8510), ("en", 1603, 4285)])
def test_passages_are_well_formed(bench: ModuleType, language: str, passages: int, events: int) -> None:
    held = list(bench.load(language))
    findings = [f for p in held for f in p.case["findings"]]
    assert (len(held), len(findings)) == (passages, events)
    assert all({f["plover"], *f["plover_alt"]} <= TYPES for f in findings)
    assert set(Counter(f["plover"] for f in findings)) == TYPES


@pytest.mark.parametrize("language", ["ja", "en"])
def test_about_one_in_six_is_kept_aside(bench: ModuleType, language: str) -> None:
    held = list(bench.load(language))
    assert 0.14 < sum(p.aside for p in held) / len(held) < 0.20


def test_a_passage_is_read_as_it_is_written(bench: ModuleType) -> None:
    block = ["## wire 2010-09-24 CHN-JPN", "A <1>led B to <2>lift it</2></1>, <3>it</3>.",
             "1 REQUEST USA > CHN", "2 CONCEDE/RETREAT CHN > JPN false weak", "3 AID - > JPN"]  # fmt: skip
    case = bench.parse(block, "x-1", "en")
    assert case["text"] == "A led B to lift it, it."
    assert [f["quote"] for f in case["findings"]] == ["led B to lift it", "lift it", "it"]
    assert [f["occurrence"] for f in case["findings"]] == [0, 0, 1]
    assert case["findings"][1]["plover_alt"] == ["RETREAT"]
    assert not case["findings"][1]["actual"]
    assert case["findings"][2]["actors"] == []


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (["## wire CHN-JPN", "text"], "head line"),
        (["## wire -- CHN-JPN", "a <1>b"], "without an end"),
        (["## wire -- CHN-JPN", "a <1>b</1>"], "one line for each"),
        (["## wire -- CHN-JPN", "a <1>b</1>", "1 AID USA to JPN"], "line of an event"),
    ],
)
def test_a_broken_passage_is_refused(bench: ModuleType, block: list[str], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        bench.parse(block, "x-1", "en")
