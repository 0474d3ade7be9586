"""The journal loses no confirmed line, whatever end a crash leaves behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from casebook_world import document, event
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook.anchoring import selectors_of
from detente.casebook.journal import append, as_lines, read_journal
from detente.casebook.judgement import Judgement, NewerSchema, Verdict, judgement_from
from detente.findings import digest

DOCUMENT = document()


def judgement(seq: int, start: int = 0, reason: str | None = None) -> Judgement:
    value = event(DOCUMENT, start, start + 5)
    return Judgement(
        verdict=Verdict.ACCEPT,
        user="分析者",
        time=f"2026-01-01T00:00:{seq:02d}.000000+00:00",
        seq=seq,
        source="f" * 64,
        document=DOCUMENT.sha256,
        kind="event",
        selectors=selectors_of(DOCUMENT.text, value),
        value=value,
        beside=((1, 9),),
        reason=reason,
    )


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30).filter(lambda t: t.isprintable() or "\n" in t), st.integers(1, 59))
def test_a_judgement_comes_back_the_same(reason: str, seq: int) -> None:
    made = judgement(seq, reason=reason.encode("utf-8", "ignore").decode())
    assert judgement_from(json.loads(as_lines([made]))) == made
    assert as_lines([made]).count(b"\n") == 1


def test_a_line_torn_at_any_byte_is_set_aside_and_spoils_no_other(tmp_path: Path) -> None:
    first, second, third = judgement(1), judgement(2, 6), judgement(3, 12, reason="更に")
    whole = as_lines([second])
    for cut in range(1, len(whole) - 1, 7):
        path = tmp_path / f"{cut}.jsonl"
        append(path, [first])
        path.write_bytes(path.read_bytes() + whole[:cut])
        torn = read_journal(path)
        assert torn.judgements == (first,)
        assert [aside.line for aside in torn.aside] == [2]
        append(path, [third])
        after = read_journal(path)
        assert after.judgements == (first, third)
        assert len(after.aside) == 1


def test_a_whole_last_line_without_its_line_break_counts(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(as_lines([judgement(1)]).rstrip(b"\n"))
    append(path, [judgement(2)])
    assert [j.seq for j in read_journal(path).judgements] == [1, 2]
    assert read_journal(path).aside == ()


@pytest.mark.parametrize("junk", [b"\0" * 40, b"<<<<<<< HEAD", b"[1, 2]", b'{"id": 1}', "分".encode()[:2]])
def test_what_is_no_judgement_is_listed_and_never_fatal(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(as_lines([judgement(1)]) + junk + b"\n" + as_lines([judgement(2)]))
    journal = read_journal(path)
    assert [j.seq for j in journal.judgements] == [1, 2]
    assert [aside.line for aside in journal.aside] == [2]


def test_a_line_altered_by_hand_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    path.write_bytes(as_lines([judgement(1)]).replace(b'"accept"', b'"reject"'))
    journal = read_journal(path)
    assert journal.judgements == ()
    assert "edited by hand" in journal.aside[0].problem


def test_a_newer_schema_stops_instead_of_dropping_the_judgement(tmp_path: Path) -> None:
    record = {k: v for k, v in judgement(1).as_dict().items() if k != "id"} | {"schema": 2}
    path = tmp_path / "judgements.jsonl"
    path.write_text(json.dumps({"id": digest(record), **record}) + "\n", encoding="utf-8")
    with pytest.raises(NewerSchema, match="line 1"):
        read_journal(path)


def test_appending_leaves_every_byte_before_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "judgements.jsonl"
    before = b""
    for seq in range(1, 6):
        append(path, [judgement(seq)])
        assert path.read_bytes().startswith(before)
        before = path.read_bytes()
