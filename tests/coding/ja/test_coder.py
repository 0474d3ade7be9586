"""Laws of the Japanese coder over real and made-up documents, and its score on the visible gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding import code, code_lines, distinct_slots, relation
from detente.errors import UnknownName
from detente.findings import Event, Finding
from detente.reading import Document, from_text, read

SENTENCES = [
    "日本は中国に抗議した。",
    "米国とロシアは「新しい関係」に関する宣言（2002年）に署名し、協力することで合意した。",
    "両国は会談した。",
    "韓国大統領は「合意は守る（1）」と述べた。",
    "ロシアが攻撃すれば、西側が反発する可能性がある。",
    "１．経済関係",
    "・『記事の題』。某新聞、2006年8月16日。",
]
FLOOR = {
    "chapter2_section1": (0.78, 0.78),
    "ja_wikinews_russia_japan_boat": (0.62, 0.80),
    "ja_bluebook": (0.60, 0.0),
}


def assert_laws(document: Document, found: list[Finding]) -> None:
    slots = [(f.kind, f.start, f.end) for f in found]
    assert len(slots) == len(set(slots))
    assert slots == sorted(slots, key=lambda s: (s[1], s[2], s[0]))
    for finding in found:
        assert finding.quote == document.text[finding.start : finding.end]
        assert 0 < finding.confidence <= 1
        assert finding.rule
        assert finding.document == document.sha256


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from(["", "\n", "\n\n"]))
@settings(max_examples=25, deadline=None)
def test_findings_are_anchored_sorted_and_have_their_own_slot(lines: list[str], between: str) -> None:
    document = from_text(between.join(lines), name="made", language="ja")
    assert_laws(document, code(document))


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None)
def test_coding_is_repeatable(lines: list[str]) -> None:
    document = from_text("".join(lines), name="made", language="ja")
    assert [f.as_dict() for f in code(document)] == [f.as_dict() for f in code(document)]


def test_of_two_findings_in_one_slot_the_surer_is_kept() -> None:
    base = {"document": "d", "start": 0, "end": 2, "quote": "会談"}
    one, two = Event(**base, confidence=0.4, plover="AGREE"), Event(**base, confidence=0.6, plover="CONSULT")  # type: ignore[arg-type]
    assert distinct_slots([one, two]) == [two]
    assert distinct_slots([two, one]) == [two]


def test_kinds_choose_and_unknown_kinds_are_named() -> None:
    document = from_text("日本は中国に抗議した。", name="x", language="ja")
    assert {f.kind for f in code(document, kinds=["event"])} == {"event"}
    with pytest.raises(UnknownName, match="event"):
        code(document, kinds=["events"])


def test_lines_are_coded_one_by_one() -> None:
    coded = list(code_lines(["日本は中国に抗議した。\n", "\n", "大会が開かれた。\n"], "ja"))
    assert [record["line"] for record in coded] == [1, 2, 3]
    assert [event["plover"] for event in coded[0]["events"]] == ["PROTEST"]
    assert [event["dyads"] for event in coded[0]["events"]] == [[["JPN", "CHN"]]]
    assert coded[1]["events"] == []


def test_lines_are_coded_alike_in_processes() -> None:
    lines = ["日本は中国に抗議した。", "英国はフランスと会談した。"] * 3
    assert list(code_lines(lines, "ja", workers=2)) == list(code_lines(lines, "ja"))


@pytest.mark.parametrize("name", sorted(FLOOR))
def test_the_visible_gold_is_coded_no_worse(name: str, shared: Path, tmp_path: Path) -> None:
    source = (
        shared / "seed" / "chapter2.txt" if name.startswith("chapter") else shared / "gold" / f"{name}.txt"
    )
    document = read(source)
    found = code(document)
    assert_laws(document, found)
    out = tmp_path / "findings.jsonl"
    out.write_text("\n".join(json.dumps(f.as_dict(), ensure_ascii=False) for f in found), encoding="utf-8")
    gold = shared / "gold" / f"{name}.json"
    scored = subprocess.run(
        [sys.executable, shared / "gold" / "score.py", gold, out, "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    report = json.loads(scored.stdout)
    events, statements = FLOOR[name]
    assert report["event"]["F1"] >= events
    assert report["statement"]["F1"] >= statements


def test_all_notes_of_the_chapter_are_found(shared: Path) -> None:
    found = code(read(shared / "seed" / "chapter2.txt"), kinds=["note"])
    assert [f.note for f in found] == list(range(1, 25))  # type: ignore[attr-defined]


def test_the_relation_between_two_spans_has_a_type() -> None:
    text = "France condemned Germany."
    assert relation(text, source=(0, 6), target=(17, 24)) == "ACCUSE"
