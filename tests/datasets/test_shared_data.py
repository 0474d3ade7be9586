"""Real files in their owners' layouts, where the measuring data lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pyarrow.compute as pc
import pytest
from hand_sql import assert_as_by_sql

from detente.datasets.engines import connect, table
from detente.datasets.reading import read_table
from detente.datasets.store import Import, write
from detente.datasets.tally import Tally
from detente.datasets.voting import ideal_distance, same_vote

pytestmark = pytest.mark.shared

EVENTS = {
    "gdelt/gdelt2_20170601_61col.tsv": ("gdelt", 6090, 15),
    "icews/events.2018.sample.tab": ("icews", 3705, 14),
    "keds/balkans.weis.csv.gz": ("keds", 72953, 302),
    "keds/gulf.cameo.csv.gz": ("keds", 54466, 189),
    "keds/levant.cameo.csv.gz": ("keds", 145709, 409),
}
TABLES = {
    "un_votes/un_votes_1946_2019.parquet": ("un-votes", 870_109),
    "un_votes/un_roll_calls.parquet": ("un-roll-calls", 6203),
    "un_votes/IdealpointestimatesAll_Apr2020.csv": ("un-ideal-points", 10_469),
    "un_votes/IdealpointestimatesAll_Jun2024.csv": ("un-ideal-points", 11_238),
    "un_votes/IdealpointestimatesNuclear_Apr2020.csv": ("un-ideal-points", 7203),
    "peacesciencer/cow_mid_dirdisps.parquet": ("cow-mid", 11_390),
    "peacesciencer/cow_mid_ddydisps.parquet": ("cow-mid", 10_234),
    "peacesciencer/gml_mid_ddydisps.parquet": ("cow-mid", 9284),
    "peacesciencer/atop_alliance.parquet": ("atop", 273_296),
    "peacesciencer/cow_nmc.parquet": ("cow-nmc", 17_121),
    "peacesciencer/cow_trade_ddy.parquet": ("cow-trade", 1_347_308),
    "peacesciencer/cow_trade_sy.parquet": ("cow-trade-total", 14_410),
    "peacesciencer/cow_igo_ndy.parquet": ("cow-igo", 917_695),
    "peacesciencer/cow_igo_sy.parquet": ("cow-igo-states", 15_557),
    "peacesciencer/cow_contdir.parquet": ("cow-contiguity", 1874),
    "peacesciencer/archigos.parquet": ("archigos", 3409),
}


@pytest.mark.parametrize("file", EVENTS)
def test_event_files_are_read_whole(shared: Path, file: str) -> None:
    name, size, russia_to_usa = EVENTS[file]
    tally = Tally()
    rows = read_table([shared / "data" / file], name, tally=tally)
    assert (rows.num_rows, tally.read, tally.dropped) == (size, size, {})
    assert rows["quad"].null_count == 0
    of_dyad = rows.filter((pc.field("source") == "RUS") & (pc.field("target") == "USA"))
    assert of_dyad.num_rows == russia_to_usa


def test_counts_of_real_rows_are_those_of_sql_written_by_hand(shared: Path, tmp_path: Path) -> None:
    made = write([shared / "data/gdelt/gdelt2_20170601_61col.tsv"], tmp_path / "x.parquet", Import("gdelt"))
    assert_as_by_sql(made.path, "month")


def test_a_file_named_cameo_that_holds_weis_is_read_as_weis(shared: Path) -> None:
    rows = read_table([shared / "data/keds/gulf.cameo.csv.gz"], "keds")
    assert rows["scheme"].unique().to_pylist() == ["weis"]


@pytest.mark.parametrize("file", TABLES)
def test_tables_are_read_whole(shared: Path, file: str) -> None:
    name, size = TABLES[file]
    tally = Tally()
    rows = read_table([shared / "data" / file], name, tally=tally)
    assert tally.read == size
    assert (rows.num_rows, tally.dropped) == (size, {})


def test_russia_and_the_united_states_in_the_general_assembly(shared: Path, tmp_path: Path) -> None:
    folder = shared / "data" / "un_votes"
    files = {
        "un-votes": folder / "un_votes_1946_2019.parquet",
        "un-roll-calls": folder / "un_roll_calls.parquet",
        "un-ideal-points": folder / "IdealpointestimatesAll_Jun2024.csv",
    }
    backend = connect()
    made = {name: write([file], tmp_path / f"{name}.parquet", Import(name)) for name, file in files.items()}
    votes, calls, points = (table(backend, [one.path]) for one in made.values())
    shares = {r["year"]: r["share"] for r in same_vote(votes, calls, "RUS", "USA").to_pyarrow().to_pylist()}
    distances = {
        r["year"]: r["distance"] for r in ideal_distance(points, "RUS", "USA").to_pyarrow().to_pylist()
    }
    assert [round(shares[year], 3) for year in (2001, 2002, 2003)] == [0.305, 0.223, 0.264]
    assert [round(distances[year], 3) for year in (2001, 2002, 2003)] == [2.455, 2.449, 2.635]
    assert min(shares) == 1946
