"""The project's own cases: well-formed, as many as promised, scored rightly, and never coded worse."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from detente.findings import Modality

HERE = Path(__file__).resolve().parent
FILES = [HERE / "cases" / side / f"{lang}.jsonl" for lang in ("ja", "en", "ru") for side in ("", "aside")]
PLOVER = set(
    re.findall(
        r"\S+",
        """
        AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST
        SANCTION MOBILIZE COERCE ASSAULT NONE
        """,
    )
)
ISSUES = set(
    re.findall(
        r"\S+",
        """
        counter-terrorism arms-control nonproliferation missile-defence trade energy summit un iraq
        iran chechnya reconstruction domestic human-rights territory environment migration cyber nato
        taiwan korea ukraine other
        """,
    )
)
DAY = r"\d{2}[\dX]{2}(-\d\d){0,2}"
EDTF = re.compile(rf"{DAY}|(\.\./)?{DAY}|{DAY}/({DAY}|\.\.)")
NEEDED = {
    "event": {"plover", "actors", "targets", "date", "issue", "actual", "modality"},
    "statement": {"speaker", "direct", "date"},
    "position": {"actor", "issue"},
    "agreement": {"parties", "signed"},
    "dispute": {"parties", "issue"},
    "causal_claim": {"sign", "hedged", "negated"},
    "outlook": {"conditional"},
}
OPTIONAL = {"kind", "quote", "occurrence", "also", "weak", "hedged", "holder", "reason_quotes"} | {
    f"{name}_alt" for name in ("plover", "date", "issue", "sign", "signed", "direct")
}
PROMISED = {
    "event": 350,
    "statement": 100,
    "position": 60,
    "agreement": 50,
    "dispute": 50,
    "causal_claim": 90,
    "outlook": 60,
}


def cases_of(path: Path) -> list[dict[str, Any]]:
    """The cases of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


ALL = {path: cases_of(path) for path in FILES}
EVERY = [case for cases in ALL.values() for case in cases]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """`bench/cases.py` as a module."""
    path = HERE.parent / "bench" / "cases.py"
    spec = importlib.util.spec_from_file_location("bench_cases", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["bench_cases"] = module
    spec.loader.exec_module(module)
    return module


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def misplaced(text: str, mention: dict[str, Any]) -> list[str]:
    """What is wrong with the place of a quote."""
    quote = mention["quote"]
    places = [m.start() for m in re.finditer(f"(?={re.escape(quote)})", text)]
    if not places or quote != quote.strip():
        return ["quote is not in the text"]
    if (len(places) > 1) != ("occurrence" in mention) or mention.get("occurrence", 0) >= len(places):
        return ["occurrence missing, needless or too great"]
    return []


def faults(case: dict[str, Any], finding: dict[str, Any]) -> list[str]:
    """What is wrong with one expected finding."""
    kind = finding["kind"]
    found = []
    for mention in (finding, *finding.get("also", [])):
        found += misplaced(case["text"], mention)
    fields = set(finding)
    if not fields >= NEEDED[kind] or not fields <= NEEDED[kind] | OPTIONAL:
        found.append(f"fields {sorted(fields ^ NEEDED[kind])}")
    if not {finding.get("plover", "NONE"), *finding.get("plover_alt", [])} <= PLOVER:
        found.append("PLOVER type")
    if not {finding.get("issue", "other"), *finding.get("issue_alt", [])} <= ISSUES:
        found.append("issue")
    dates = [finding.get("date"), finding.get("signed"), *finding.get("date_alt", [])]
    if any(date is not None and not EDTF.fullmatch(date) for date in dates):
        found.append("date")
    if any(reason not in case["text"] for reason in finding.get("reason_quotes", [])):
        found.append("reason is not in the text")
    if finding.get("sign", "+") not in "+-":
        found.append("sign")
    return found


def modality_faults(finding: dict[str, Any]) -> bool:
    """Whether an event's modality is unknown or does not go with `actual`."""
    modality = Modality(finding["modality"])
    return finding["actual"] != (modality in (Modality.ASSERTED, Modality.SCHEDULED))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_case_is_well_formed(path: Path) -> None:
    wrong = [
        (case["id"], finding["quote"], fault)
        for case in ALL[path]
        for finding in case["findings"]
        for fault in faults(case, finding)
    ]
    assert not wrong
    for case in ALL[path]:
        assert set(case) == {"id", "lang", "genre", "dyad", "date", "text", "findings"}
        assert case["lang"] == path.stem
        assert case["text"] == case["text"].strip()
        assert case["date"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", case["date"])
        assert ("-n" in case["id"]) == (not case["findings"]), case["id"]
        events = [f for f in case["findings"] if f["kind"] == "event"]
        assert not [e["quote"] for e in events if modality_faults(e) or not e["actors"]], case["id"]


def test_the_two_sets_are_disjoint_and_split_by_the_hash_of_the_id() -> None:
    assert max(Counter(case["id"] for case in EVERY).values()) == 1
    assert max(Counter(case["text"] for case in EVERY).values()) == 1
    for path, cases in ALL.items():
        for case in cases:
            aside = int(hashlib.sha256(case["id"].encode()).hexdigest()[:8], 16) % 3 == 0
            assert aside == (path.parent.name == "aside"), case["id"]


@pytest.mark.parametrize(
    ("lang", "with_findings", "without"), [("ja", 310, 50), ("en", 310, 50), ("ru", 105, 10)]
)
def test_there_are_as_many_cases_as_promised(lang: str, with_findings: int, without: int) -> None:
    here = [case for case in EVERY if case["lang"] == lang]
    assert sum(bool(case["findings"]) for case in here) >= with_findings
    assert sum(not case["findings"] for case in here) >= without


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_kind_is_there_often_enough(lang: str) -> None:
    strong = Counter(
        finding["kind"]
        for case in EVERY
        if case["lang"] == lang
        for finding in case["findings"]
        if not finding.get("weak")
    )
    assert {kind: n for kind, n in PROMISED.items() if strong[kind] < n} == {}


def test_the_cases_are_of_many_dyads_genres_and_types() -> None:
    assert len({tuple(sorted(case["dyad"])) for case in EVERY}) >= 100
    assert len({case["genre"] for case in EVERY}) >= 9
    types = {f["plover"] for case in EVERY for f in case["findings"] if f["kind"] == "event"}
    assert types == PLOVER


def as_found(case: dict[str, Any], bench: ModuleType) -> list[dict[str, Any]]:
    """The expected findings of a case in the shape of a coder's records."""
    records = []
    for finding in case["findings"]:
        start, end = bench.anchor(case["text"], finding)
        records.append(
            {**finding, "start": start, "end": end, "confidence": 1.0, "rule": "", "hedged": False}
        )
        records[-1]["hedged"] = finding.get("hedged", False)
    return records


def pooled(bench: ModuleType, kind: str, change: Any) -> Any:
    """The pool of one kind over all cases when the coder finds what `change` makes of what is expected."""
    pool = bench.Pool()
    for case in EVERY:
        found = [r for r in as_found(case, bench) if r["kind"] == kind]
        bench.add(pool, case, kind, change(found))
    return pool


@pytest.mark.parametrize("kind", list(NEEDED))
def test_finding_exactly_what_is_expected_scores_one(bench: ModuleType, kind: str) -> None:
    row = pooled(bench, kind, lambda found: found).summary()
    assert {name: value for name, value in row.items() if name not in ("expected", "found")} == {
        name: 1.0 for name in row if name not in ("expected", "found")
    }


def test_weak_findings_are_neither_missed_nor_false(bench: ModuleType) -> None:
    everything = pooled(bench, "event", lambda found: found)
    strong = pooled(bench, "event", lambda found: [f for f in found if not f.get("weak")])
    assert everything.found == strong.found == strong.expected
    assert strong.summary()["F1"] == 1.0


def test_a_coder_that_finds_nothing_scores_nothing_and_is_quiet(bench: ModuleType) -> None:
    pool = pooled(bench, "event", lambda found: [])
    assert pool.summary()["R"] == pool.summary()["F1"] == 0.0
    assert pool.judged == []
    assert bench.Score("ja").quiet() == 1.0


def test_a_wrong_type_lowers_coded_but_not_found(bench: ModuleType) -> None:
    def retyped(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        other = {"ASSAULT": "SUPPORT"}
        return [{**f, "plover": other.get(f["plover"], "ASSAULT")} for f in found]

    row = pooled(bench, "event", retyped).summary()
    assert row["F1"] == 1.0
    assert row["coded"] < 0.2
    assert row["actors"] == 1.0


def test_overlap_counts_half_a_span_and_a_contained_third(bench: ModuleType) -> None:
    whole = set(range(10))
    assert bench.overlap(whole, set(range(5, 15))) == 0.5
    assert bench.overlap(whole, set(range(6, 16))) == 0.0
    assert bench.overlap(whole, set(range(3))) == 0.5
    assert bench.overlap(whole, set(range(2))) == 0.0


def test_calibration_bins_by_confidence(bench: ModuleType) -> None:
    judged = [[(0.95, True, True), (0.92, True, False), (1.0, False, False)], [(0.3, False, False)]]
    low, high = bench.calibration(judged)
    assert (low["from"], low["n"], low["right"]) == (0.0, 1, 0.0)
    assert (high["from"], high["n"], high["right"], high["wholly_right"]) == (0.9, 3, 0.667, 0.333)


def test_a_floor_is_raised_and_never_lowered(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "CASES", tmp_path)
    score = bench.Score("ja")
    score.pools["event"] = bench.Pool(expected=10, found=10, hits=8, coded=5)
    bench.raise_floor([score])
    held = json.loads((tmp_path / "floor.json").read_text())
    assert held == {"ja": {"coded": 0.48, "event": 0.78, "quiet": 0.98}}
    score.pools["event"].hits = 3
    bench.raise_floor([score])
    assert json.loads((tmp_path / "floor.json").read_text()) == held


FLOORS = json.loads((HERE / "cases" / "floor.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", sorted(FLOORS))
def test_the_visible_cases_are_coded_no_worse_than_before(bench: ModuleType, lang: str) -> None:
    if lang == "ru":
        pytest.importorskip("natasha", reason="Russian is an extra: pip install detente[russian]")
    measured = bench.floors(bench.measure(lang, bench.load(lang)))
    assert {
        name: (measured[name], floor) for name, floor in FLOORS[lang].items() if measured[name] < floor
    } == {}
