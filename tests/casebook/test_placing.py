"""Judgements on a text that reads differently now: found again by quote and context, or lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from casebook_world import make_case, words_coder
from hypothesis import given
from hypothesis import strategies as st

from detente.casebook import Case, Known
from detente.casebook.selector import CONTEXT, relocate, select
from detente.casebook.shelf import TextChanged, reread
from detente.findings import Agreement, StatusEvent


@given(st.text(max_size=40), st.text(alphabet="ab露😊𠮷", min_size=1, max_size=60), st.data())
def test_a_place_is_found_again_only_where_it_stands_once(front: str, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    selector = select(text, start, end)
    assert selector.exact == text[start:end]
    needle = selector.prefix + selector.exact + selector.suffix
    longer = front + text
    places = [i for i in range(len(longer)) if longer.startswith(needle, i)]
    found = relocate(selector, longer)
    assert (found is None) == (len(places) != 1)
    if found is not None:
        assert longer[slice(*found)] == selector.exact
        assert found[0] == places[0] + len(selector.prefix)


def test_context_is_32_code_points_on_each_side() -> None:
    text = "𠮷" * 100 + "外相" + "😊" * 100
    selector = select(text, 100, 102)
    assert (selector.prefix, selector.suffix) == ("𠮷" * CONTEXT, "😊" * CONTEXT)


LINES = "前文がここにあり、十分に長い文脈を与える。露米両大統領は会談した。後文もここにあり、十分に長い。\n"


def read_anew(case: Case, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]) -> None:
    """Let the reader from now on give another text for the same original, and code it."""
    from detente import reading

    original = reading.read

    def changed(path: Path, **named: str | None) -> reading.Document:
        document = original(path, **named)
        return reading.from_text(document.text.replace(*change), name=document.name, language="ja")

    monkeypatch.setattr(reading, "read", changed)


def test_a_passage_that_moved_is_found_and_flagged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = make_case(tmp_path, [LINES])
    list(case.code(words_coder("会談", "露米両大統領")))
    case.judge([row.id for row in case.findings()], "accept", user="ann")
    read_anew(case, monkeypatch, ("前文", "柱の文字。前文"))
    with pytest.raises(TextChanged, match="detente code"):
        case.document("text0.txt")
    assert len(case.findings()) == 2, "until it is coded again, the case stands as it stood"
    list(case.code(words_coder("会談")))
    rows = case.findings()
    text = case.document("text0.txt").text
    assert [(row.finding.quote, row.status, row.moved) for row in rows] == [
        ("露米両大統領", "accepted", True),
        ("会談", "accepted", True),
    ]
    assert all(text[row.finding.start : row.finding.end] == row.finding.quote for row in rows)
    (again,) = case.judge(rows[1].id, "accept", user="ben")
    assert again.document == case.sources()[0].text_sha256
    assert [row.moved for row in case.findings()] == [True, False]
    case.undo(rows[0].id, user="ann")
    assert [row.finding.quote for row in case.findings()] == ["会談"]


@pytest.mark.parametrize("change", [("会談", "協議"), ("後文", "跡文"), ("\n", "\n" + LINES)])
def test_a_passage_that_is_gone_changed_or_doubled_is_lost_and_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str]
) -> None:
    case = make_case(tmp_path, [LINES])
    list(case.code(words_coder("会談")))
    (made,) = case.judge(case.findings()[0].id, "accept", user="ann")
    read_anew(case, monkeypatch, change)
    list(case.code(words_coder("不在")))
    assert case.findings() == []
    (lost,) = case.lost()
    assert lost.judgement == made
    assert "more than once" in str(lost.loss)
    monkeypatch.undo()
    list(case.code(words_coder("不在")))
    assert [row.finding.quote for row in case.findings()] == ["会談"], "with the old text it is back"
    assert case.lost() == []


def test_what_was_known_beside_a_passage_moves_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make_case(tmp_path, [LINES])
    list(case.code(words_coder("大統領は会談", "会談した")))
    judged = next(row for row in case.findings() if row.finding.quote == "会談した")
    case.judge(judged.id, "accept", user="ann")
    read_anew(case, monkeypatch, ("前文", "柱の文字。前文"))
    list(case.code(words_coder("大統領は会談", "は会談した")))
    assert [row.finding.quote for row in case.findings()] == ["大統領は会談", "会談した"]
    assert [one.coded.finding.quote for one in case.needs_confirming()] == ["は会談した"]


def test_every_span_moves_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = make_case(tmp_path, [LINES])
    at, step = LINES.index("会談"), LINES.index("前文")

    def coder(document: object) -> list[Agreement]:
        steps = (StatusEvent(event="met", date=None, start=step, end=step + 2),)
        sha = case.document("text0.txt").sha256
        return [Agreement(document=sha, start=at, end=at + 2, quote="会談", status_events=steps)]

    list(case.code(coder))  # type: ignore[arg-type]
    case.judge(case.findings()[0].id, "accept", user="ann")
    read_anew(case, monkeypatch, ("前文", "序。前文"))
    list(case.code(words_coder("不在")))
    agreement = case.findings()[0].finding
    assert isinstance(agreement, Agreement)
    text = case.document("text0.txt").text
    (moved,) = agreement.status_events
    assert (text[moved.start : moved.end], moved.start) == ("前文", step + 2)
    monkeypatch.undo()
    read_anew(case, monkeypatch, ("前文", "序文"))
    list(case.code(words_coder("不在")))
    assert len(case.lost()) == 1


def test_a_judgement_whose_source_is_elsewhere_is_lost_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    here, there = make_case(tmp_path / "a", [LINES]), make_case(tmp_path / "b", ["別の文書である。\n"])
    list(here.code(words_coder("会談")))
    here.judge(here.findings()[0].id, "accept", user="ann")
    there.take_judgements(here.layout.journal)
    assert [str(lost.loss) for lost in there.lost()] == ["its source is not in the case"]
    there.add(tmp_path / "a" / "text0.txt")
    assert there.lost() == []
    assert [row.status for row in there.findings()] == ["accepted"]


def test_another_encoding_makes_another_text_of_the_same_source(tmp_path: Path) -> None:
    case = make_case(tmp_path, [])
    file = tmp_path / "sjis.txt"
    file.write_bytes(LINES.encode("shift_jis"))
    wrong = case.add(file, Known(encoding="latin-1")).source
    right = case.add(file, Known(encoding="shift_jis")).source
    assert (wrong.sha256, right.earlier_texts) == (right.sha256, (wrong.text_sha256,))
    assert case.document(right).text == LINES
    assert reread(right, case.document(right)) == right
