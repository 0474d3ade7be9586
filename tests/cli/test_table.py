"""Tables fit, stay on one line a record, and let no document speak to the terminal."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from detente.cli.line import event_line, line
from detente.cli.table import as_table, fitted, shown
from detente.findings import KINDS, Finding, from_dict

TEXT = "露米両大統領は条約に署名した。"
PLACE = {"document": "0" * 64, "start": 0, "end": 4, "quote": TEXT[:4]}


@given(st.lists(st.integers(0, 400), min_size=1, max_size=12), st.integers(1, 300))
def test_widths_fit_where_they_can_and_none_grows(widest: list[int], room: int) -> None:
    widths = fitted(widest, room)
    assert all(new <= old for new, old in zip(widths, widest, strict=True))
    assert sum(widths) <= room or max(widths) <= 6
    assert sum(widths) == sum(widest) or sum(widths) >= min(room, 6 * len(widest)) - len(widest)


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.text()}), max_size=5))
def test_one_line_a_record_without_control_characters(records: list[dict[str, str]]) -> None:
    lines = as_table(records, ["a", "b"], 40).split("\n")
    used = any(shown(record[name]) for record in records for name in record)
    assert len(lines) == (len(records) + 2 if records else 1) or not used
    assert all(cell_len(text) <= 40 for text in lines)
    assert not any(unicodedata.category(c) == "Cc" for text in lines for c in text)


def test_an_escape_sequence_and_a_turned_line_are_shown_as_replaced() -> None:
    assert shown("\x1b[31m赤\u202e") == "\ufffd[31m赤\ufffd"


def test_a_long_kanji_cell_is_shortened_by_cells_and_says_so() -> None:
    records = [{"quote": TEXT * 5, "id": "0123456789abcdef"}]
    head, row = as_table(records, ["quote", "id"], 40).splitlines()
    assert head.split() == ["quote", "id"]
    assert cell_len(row) <= 40
    assert re.search("… {2,3}0123456789abcdef$", row)


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    assert as_table([{"a": 1, "b": None}], ["a", "b"]) == "a\n1\n"
    assert as_table([], ["a"]) == ""


def test_every_kind_has_the_same_columns() -> None:
    lines = [line(from_dict({"kind": kind, **PLACE})) for kind in KINDS]
    assert {tuple(row) for row in lines} == {("kind", "date", "who", "what", "quote", "conf")}
    assert [row["kind"] for row in lines] == list(KINDS)


def test_who_does_what_to_whom() -> None:
    both = event(actors=("RUS/Putin", "USA/Bush"), targets=("USA", "RUS"), plover="AGREE", hedged=True)
    one = event(actors=("RUS",), targets=("USA",), plover="ACCUSE", issue="iraq", modality="denied")
    assert [line(f)["who"] for f in (both, one)] == ["RUS/Putin, USA/Bush", "RUS → USA"]
    assert [line(f)["what"] for f in (both, one)] == ["AGREE, other, hedged", "ACCUSE, iraq, denied"]
    wired = event_line(7, {**one.as_dict(), "confidence": 0.5})
    assert (wired["line"], wired["who"], wired["conf"]) == (7, "RUS → USA", "0.50")


def test_an_agreement_shows_what_became_of_it() -> None:
    steps = [{"event": name, "date": None, "start": 0, "end": 2} for name in ("signed", "in force")]
    treaty = {"kind": "agreement", "parties": ["RUS", "USA"], "signed": "2002-05-24", "status_events": steps}
    row = line(from_dict(treaty | PLACE))
    assert [row[name] for name in ("date", "who", "what")] == ["2002-05-24", "RUS, USA", "signed, in force"]


def event(**fields: object) -> Finding:
    return from_dict({"kind": "event", **PLACE, **fields})
