"""Tables made for one dyad: of another they tell nothing, and no total is known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from detente.barometer.counting import counted
from detente.barometer.inputs import inputs
from detente.barometer.narrowed import only_dyad
from detente.barometer.periods import Unit
from detente.datasets.reading import Wanted
from detente.datasets.store import Import, write
from detente.errors import UsageError

ROWS = """2003-01-01\tFRA\tDEU\t040
2003-01-02\tDEU\tFRA\t112
2003-01-03\tUSA\tFRA\t040
2003-03-01\tFRA\tDEU\t040
"""


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    return _made(tmp_path, "whole", None)


@pytest.fixture
def narrow(tmp_path: Path) -> Path:
    return _made(tmp_path, "narrow", ("DEU", "FRA"))


def _made(folder: Path, name: str, dyad: tuple[str, str] | None) -> Path:
    raw = folder / "levant.tab"
    raw.write_text(ROWS)
    return write([raw], folder / f"{name}.parquet", Import("keds", wanted=Wanted(dyad))).path


def test_a_table_says_for_whom_it_was_made(whole: Path, narrow: Path) -> None:
    assert [only_dyad([path]) for path in (whole, narrow)] == [None, ("DEU", "FRA")]


def test_the_total_of_a_narrowed_table_is_not_known(whole: Path, narrow: Path) -> None:
    for path, share in ((whole, 2 / 3), (narrow, np.nan)):
        found = inputs([path])
        found.keep(("FRA", "DEU"))
        (counts,) = counted(found.rows(), "FRA", "DEU", Unit.MONTH, narrowed=found.narrowed)
        assert counts.series("n").values[0] == 2
        assert np.isclose(counts.series("share_of_total").values[0], share, equal_nan=True)
        assert counts.as_records()[1]["coverage"] == "not covered"


def test_a_table_of_another_dyad_is_no_zero(narrow: Path, whole: Path) -> None:
    with pytest.raises(
        UsageError, match=r"no rows between FRA and USA: narrow.parquet has only rows between"
    ):
        inputs([narrow]).keep(("FRA", "USA"))
    both = inputs([narrow, whole])
    both.keep(("FRA", "USA"))
    assert [files[0].name for files in both.parquet] == ["whole.parquet"]
    assert any("narrow.parquet has only rows between DEU and FRA" in words for words in both.tally.remarks)
    assert not both.narrowed
