"""Tables of hundreds of counted columns: the fast way counts what the usual way counts."""

from __future__ import annotations

import csv
import random
from pathlib import Path
from typing import Any

import pytest

from detente.datasets import delimited
from detente.datasets.reading import read_table
from detente.datasets.tally import Tally

CELLS = ["0", "1", "1.0", "2", "3", "-9", "", "11", "-1", "01"]
BAD = {"short": "365,2003,RUS,1,1", "blank": "", "commas": "," * 33, "no state": "999,2003,X" + ",1" * 31}


def lines(rows: int, seed: int = 5) -> list[str]:
    """A header and rows of thirty organisations; version 1 and year 1 must not be counted."""
    chance = random.Random(seed)
    head = ["ccode", "year", "state", *(f"ORG{i}" for i in range(30)), "version"]
    made = [["2", str(1816 + i), "USA", *chance.choices(CELLS, k=30), "1"] for i in range(rows)]
    return [",".join(cells) for cells in (head, *made)]


def read(folder: Path, text: str) -> tuple[list[dict[str, Any]], Tally]:
    path, tally = folder / "state_year.csv", Tally()
    path.write_bytes(text.encode("utf-8"))
    return read_table([path], "cow-igo-states", tally=tally).to_pylist(), tally


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_counts_are_those_of_counting_by_hand(tmp_path: Path, end: str, last: bool) -> None:
    told = lines(60)
    found, tally = read(tmp_path, end.join(told) + end * last)
    rows = list(csv.reader(told[1:]))
    for name, codes in (("full", {"1", "1.0"}), ("associate", {"2"}), ("observer", {"3"})):
        assert [row[name] for row in found] == [sum(c in codes for c in row[3:33]) for row in rows]
    assert ([row["row"] for row in found], tally.read, tally.kept) == (list(range(2, 62)), 60, 60)


@pytest.mark.parametrize("odd", BAD.values(), ids=BAD)
@pytest.mark.parametrize("block", [300, 1 << 20])
def test_odd_lines_are_counted_as_the_usual_way_counts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, odd: str, block: int
) -> None:
    told = lines(40)
    text = "\n".join([*told[:20], odd, *told[20:]]) + "\n"
    monkeypatch.setattr(delimited, "BLOCK_BYTES", block)
    monkeypatch.setattr(delimited, "HEAD_BYTES", 400)
    found, tally = read(tmp_path, text)
    monkeypatch.setattr(delimited, "cells", lambda *_: None)
    monkeypatch.setattr(delimited, "BLOCK_BYTES", 1 << 20)
    usual, account = read(tmp_path, text)
    assert len(found) == 40
    assert (found, tally.as_dict()) == (usual, account.as_dict())
    assert [e.row for e in tally.examples] == [21]


def test_a_quote_further_on_is_read_as_a_quote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = lines(40)
    told[30] = told[30].replace(",USA,", ',"USA, the 1,",')
    monkeypatch.setattr(delimited, "HEAD_BYTES", 400)
    monkeypatch.setattr(delimited, "BLOCK_BYTES", 300)
    found, tally = read(tmp_path, "\n".join(told))
    assert (len(found), dict(tally.dropped)) == (40, {})
    assert found[29]["full"] == sum(c in ("1", "1.0") for c in told[30].split(",")[5:35])
