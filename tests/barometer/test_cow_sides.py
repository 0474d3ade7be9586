"""Plain tables whose states are numbered or abbreviated as the Correlates of War have them."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.barometer.inputs import Inputs, inputs
from detente.barometer.plain import PlainTable
from detente.errors import UnreadableSource, UsageError


def told(folder: Path, *lines: str) -> Inputs:
    path = folder / "t.csv"
    path.write_text("\n".join(lines) + "\n")
    return inputs([path])


def table(folder: Path, *lines: str) -> PlainTable:
    return told(folder, *lines).plain[0]


@pytest.mark.parametrize(
    ("names", "a", "b"),
    [
        ("ccode1,ccode2", "365", "2"),
        ("source,target", "365", "2"),
        ("CCODE1,CCODE2", "365.0", "2.0"),
        ("stateabb1,stateabb2", "RUS", "USA"),
        ("gwcode1,gwcode2", "365", "2"),
    ],
)
def test_sides_are_read_as_our_codes(tmp_path: Path, names: str, a: str, b: str) -> None:
    found = table(tmp_path, f"year,{names},talks", f"2001,{a},{b},3", f"2002,{a},{b},5")
    assert found.series("talks", ("RUS", "USA")).values.tolist() == [3, 5]


def test_abbreviations_are_known_by_their_company(tmp_path: Path) -> None:
    swiss = ("year,source,target,n", "2001,SWZ,GMY,3", "2001,SWZ,UKG,3", "2001,FRN,GMY,1")
    assert table(tmp_path, *swiss).pairs == [("CHE", "DEU"), ("CHE", "GBR"), ("FRA", "DEU")]
    ours = table(tmp_path, "year,source,target,n", "2001,SWZ,DEU,3", "2001,AUS,FRA,1")
    assert ours.pairs == [("SWZ", "DEU"), ("AUS", "FRA")]


def test_a_number_stands_for_its_state_in_that_year(tmp_path: Path) -> None:
    years = ("2002", "2003", "2006")
    found = told(tmp_path, "year,ccode1,ccode2,n", *(f"{y},345,2,1" for y in years), "2006,999,2,4")
    assert [pair and pair[0] for pair in found.plain[0].pairs] == ["YUG", "SCG", "SRB", None]
    assert any("1 cells there are no state's" in words for words in found.tally.remarks)
    assert any("numbers of the Correlates of War" in words for words in found.tally.remarks)


@pytest.mark.parametrize("parquet", [False, True])
def test_the_layout_of_an_owner_tells_what_is_unknown(tmp_path: Path, parquet: bool) -> None:
    path = tmp_path / f"trade.{'parquet' if parquet else 'csv'}"
    path.write_text("ccode1,ccode2,year,flow1,flow2\n2,365,2001,-9,7.5\n2,365,2002,6,8.5\n2,364,2002,6,8\n")
    if parquet:
        cells = {"ccode1": [2, 2, 2], "ccode2": [365, 365, 364], "year": [2001, 2002, 2002]}
        pq.write_table(pa.table(cells | {"flow1": [-9.0, 6, 6], "flow2": [7.5, 8.5, 8]}), path)
    found = inputs([path])
    assert found.plain[0].series("imports_b", ("RUS", "USA")).values.tolist() == [7.5, 8.5]
    assert found.plain[0].series("imports_a", ("RUS", "USA")).values.tolist() == [6]
    assert dict(found.tally.dropped) == {"ccode2 is no state": 1}
    with pytest.raises(UsageError, match=r"Unknown column of numbers.*imports_a"):
        found.plain[0].series("flow1", ("RUS", "USA"))


def test_a_file_of_states_is_told_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ideal.csv"
    path.write_text('"","ccode","session","NVotesAll","IdealPointAll","iso3c"\n"1",2,56,60,2.5,"USA"\n')
    with pytest.raises(UnreadableSource, match=r"This is un-ideal-points .*--as un-ideal-points"):
        inputs([path])
    spells = tmp_path / "contiguity.csv"
    spells.write_text("state1no,state2no,conttype,begin,end\n2,20,1,192001,201612\n")
    with pytest.raises(UnreadableSource, match="This is cow-contiguity"):
        inputs([spells])
