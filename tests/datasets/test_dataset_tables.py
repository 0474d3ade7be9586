"""State-year and dyad-year files in the layouts of their owners."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.datasets.reading import read_table
from detente.datasets.registry import SOURCES, source
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource

CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "un-votes": (
        "rcid,ccode,session,vote,date\n5001,365,57,3,2002-11-22\n",
        {"rcid": 5001, "state": "RUS", "vote": "no", "day": dt.date(2002, 11, 22)},
    ),
    "un-roll-calls": (
        "rcid,session,importantvote,date,unres,short\n5001,57,1,2002-11-22,R/57/1,SUBJECT\n",
        {"rcid": 5001, "session": 57, "important": 1, "day": dt.date(2002, 11, 22), "subject": "SUBJECT"},
    ),
    "un-ideal-points": (
        '"","ccode","session","NVotesAll","IdealPointAll","Q5%All","Q95%All","iso3c"\n'
        '"1",2,56,60,2.5,2.1,2.9,"USA"\n',
        {"state": "USA", "year": 2001, "ideal_point": 2.5, "low": 2.1, "high": 2.9, "votes": 60},
    ),
    "cow-mid": (
        "disno,statea,stateb,sideaa,rolea,year,hihosta,hihostb,hihost,fatlev\n4000,365,2,0,3,1999,3,2,3,-9\n",
        {
            "dispute": 4000,
            "a": "RUS",
            "b": "USA",
            "year": 1999,
            "side_a": 0,
            "hostility": 3,
            "fatality": None,
        },
    ),
    "cow-midb": (
        "dispnum,stabb,ccode,stday,stmon,styear,endyear,sidea,fatality,hiact,hostlev,orig\n"
        "4000,YUG,345,-9,3,1999,1999,0,6,20,5,1\n",
        {"dispute": 4000, "state": "YUG", "year": 1999, "hostility": 5, "originator": 1},
    ),
    "cow-alliances": (
        "version4id,ccode1,state_name1,ccode2,state_name2,defense,neutrality,nonaggression,entente,year\n"
        "3000,2,United States of America,200,United Kingdom,1,0,0,0,2003\n",
        {"alliance": 3000, "a": "USA", "b": "GBR", "year": 2003, "defense": 1, "entente": 0},
    ),
    "atop": (
        "stateA,stateB,year,defense,offense,neutral,nonagg,consul\n2,200,2003,1,0,0,0,1\n",
        {"a": "USA", "b": "GBR", "year": 2003, "defense": 1, "consultation": 1},
    ),
    "cow-nmc": (
        "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
        "RUS,365,2003,-9,960,62710,900000,144600,70000,.0551,2021\n",
        {
            "state": "RUS",
            "year": 2003,
            "military_spending": None,
            "military_personnel": 960.0,
            "cinc": 0.0551,
        },
    ),
    "cow-trade": (
        "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1\n"
        "2,365,2003,USA,Russia,8600.5,-9,8600.5\n",
        {"a": "USA", "b": "RUS", "year": 2003, "imports_a": 8600.5, "imports_b": None, "smooth_a": 8600.5},
    ),
    "cow-trade-total": (
        "ccode,statename,year,imports,exports\n365,Russia,2003,1.5,2.5\n",
        {"state": "RUS", "year": 2003, "imports": 1.5, "exports": 2.5},
    ),
    "cow-igo": ("ccode1,ccode2,year,dyadigos\n2,365,2003,41\n", {"a": "USA", "b": "RUS", "shared": 41}),
    "cow-igo-states": ("ccode,year,sum_igo_full\n365,2003,60\n", {"state": "RUS", "full": 60}),
    "cow-contiguity": (
        "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n2365,2,USA,365,RUS,2003,5,3.2\n",
        {"a": "USA", "b": "RUS", "year": 2003, "type": 5, "start": None},
    ),
    "icb": (
        "crisno,crisname,cracid,actor,yrtrig,motrig,datrig,triggr,trigent,majres,yrterm\n"
        "440,IRAQ REGIME CHANGE,2,USA,2002,9,12,1,645,8,2003\n",
        {"crisis": 440, "state": "USA", "year": 2002, "trigger_by": "645", "end_year": 2003},
    ),
    "icb-dyads": (
        "crisno,crisname,statea,stateb,year\n440,IRAQ REGIME CHANGE,2,645,2003\n",
        {"crisis": 440, "a": "USA", "b": "IRQ", "year": 2003},
    ),
    "archigos": (
        "obsid\tleadid\tccode\tidacr\tleader\tstartdate\tenddate\tentry\texit\texitcode\tyrborn\n"
        "RUS-1999\tx\t365\tRUS\tPutin\t1999-12-31\t2008-05-07\tRegular\tRegular\tRegular\t1952\n",
        {
            "spell": "RUS-1999",
            "state": "RUS",
            "leader": "Putin",
            "start": dt.date(1999, 12, 31),
            "born": 1952,
        },
    ),
}


def test_every_table_of_the_registry_has_a_case() -> None:
    assert {one.name for one in SOURCES if one.kind != "events"} == set(CASES)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", ["text", "parquet"])
def test_a_published_layout_is_read(tmp_path: Path, name: str, form: str) -> None:
    text, expected = CASES[name]
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    if form == "parquet":
        header, row = (
            line.replace('"', "").split("\t" if "\t" in text else ",") for line in text.splitlines()
        )
        path = tmp_path / "table.parquet"
        columns = {name or "row": [cell] for name, cell in zip(header, row, strict=True)}
        pq.write_table(pa.table(columns), path)
    tally = Tally()
    table = read_table([path], name, tally=tally)
    assert table.schema.equals(source(name).shape)
    (row,) = table.to_pylist()
    assert expected.items() <= row.items()
    assert (tally.read, tally.kept, tally.dropped) == (1, 1, {})


def test_votes_of_the_r_package_are_read_by_code_or_name(tmp_path: Path) -> None:
    path = tmp_path / "votes.csv"
    text = "rcid,country,country_code,vote\n3,United States,US,yes\n4,Yemen Arab Republic,NA,abstain\n"
    path.write_text(f"{text}5,X,NA,no\n", encoding="utf-8")
    tally = Tally()
    found = read_table([path], "un-votes", tally=tally).to_pylist()
    assert [(row["state"], row["vote"]) for row in found] == [("USA", "yes"), ("YEM", "abstain")]
    assert tally.dropped == {"ccode is no state": 1}


@pytest.mark.parametrize(("year", "state"), [(1999, "YUG"), (2003, "SCG"), (2010, "SRB"), (1985, "YUG")])
def test_numbers_stand_for_the_state_of_their_year(tmp_path: Path, year: int, state: str) -> None:
    path = tmp_path / "nmc.csv"
    header = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n"
    path.write_text(f"{header}345,{year},1,1,1,1,1,1,0.1\n", encoding="utf-8")
    assert read_table([path], "cow-nmc")["state"].to_pylist() == [state]


def test_a_damaged_parquet_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    path.write_bytes(b"PAR1 and nothing else")
    with pytest.raises(UnreadableSource, match="damaged"):
        read_table([path], "cow-nmc")


def test_a_parquet_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.parquet"
    pq.write_table(pa.table({"ccode": [2], "year": [2003]}), path)
    with pytest.raises(UnreadableSource, match="milex, milper"):
        read_table([path], "cow-nmc")


def test_icb_numbers_are_those_of_gleditsch_and_ward_or_of_cow(tmp_path: Path) -> None:
    text = "crisno,cracid,yrtrig,motrig\n1,678,1994,-99\n2,679,1994,4\n3,255,1999,1\n4,2,-99,1\n"
    (tmp_path / "icb2.csv").write_text(text, encoding="utf-8")
    tally = Tally()
    rows = read_table([tmp_path / "icb2.csv"], "icb", tally=tally).to_pylist()
    assert [(r["state"], r["month"]) for r in rows] == [("YEM", None), ("YEM", 4), ("DEU", 1)]
    assert sum(tally.dropped.values()) == 1


def igo_file(folder: Path, head: str, rows: list[tuple[str, list[str]]], organisations: int = 24) -> Path:
    """An owner's file: a column an organisation, of which the first have the codes given and the others 0."""
    names = ",".join(f"ORG{i}" for i in range(organisations))
    lines = [f"{start},{','.join([*codes, *['0'] * (organisations - len(codes))])}" for start, codes in rows]
    path = folder / "igo.csv"
    path.write_text("\n".join([f"{head},{names}", *lines]) + "\n")
    return path


def test_shared_memberships_are_counted_in_the_owners_file(tmp_path: Path) -> None:
    rows = [
        ("2,United States of America,365,Russia,2003,2365", ["1", "1", "-9", "-1", "1"]),
        ("2,United States of America,740,Japan,2003,2740", ["0", "1"]),
    ]
    path = igo_file(tmp_path, "ccode1,country1,ccode2,country2,year,dyadid", rows)
    tally = Tally()
    found = read_table([path], "cow-igo", tally=tally).to_pylist()
    assert [(r["a"], r["b"], r["year"], r["shared"]) for r in found] == [
        ("USA", "RUS", 2003, 3),
        ("USA", "JPN", 2003, 1),
    ]
    assert tally.remarks == [f"{path}: read as COW IGO 3.0, dyadic."]


def test_memberships_of_every_kind_are_counted_in_the_owners_file(tmp_path: Path) -> None:
    path = igo_file(
        tmp_path, "ccode,year,state", [("365,2003,RUS", ["1", "1", "2", "3", "3", "3", "-9", "-1"])]
    )
    (row,) = read_table([path], "cow-igo-states").to_pylist()
    assert [row[k] for k in ("state", "full", "associate", "observer", "any")] == ["RUS", 2, 1, 3, 6]


def test_a_table_of_other_dyad_years_is_not_counted_as_memberships(tmp_path: Path) -> None:
    path = tmp_path / "trade.csv"
    path.write_text("ccode1,ccode2,year,flow1,flow2\n2,365,2003,1,1\n")
    with pytest.raises(UnreadableSource, match="Columns are missing for COW IGO dyad-years: dyadigos"):
        read_table([path], "cow-igo")
    pq.write_table(
        pa.table({"ccode1": [2], "ccode2": [365], "year": [2003], "flow1": [1.0]}), tmp_path / "t.parquet"
    )
    with pytest.raises(UnreadableSource, match="dyadigos"):
        read_table([tmp_path / "t.parquet"], "cow-igo")
