"""Event files in the layouts of their owners → rows of one shape."""

from __future__ import annotations

import bz2
import datetime as dt
import gzip
import zipfile
from pathlib import Path
from typing import Any

import pytest
from dataset_files import (
    ICEWS_HEADER,
    KEDS_CAMEO,
    KEDS_WEIS,
    POLECAT,
    UCDP,
    gdelt_row,
    icews_row,
    phoenix_row,
)

from detente.datasets import ucdp_ged
from detente.datasets.reading import Wanted, read_table
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.tally import Tally
from detente.errors import UnknownName, UnreadableSource
from detente.ontology.schemes import Choices


def rows(path: Path, name: str, **options: Any) -> list[dict[str, Any]]:
    table = read_table([path], name, **options)
    assert table.schema.equals(EVENT_ROWS)
    return list(table.to_pylist())


def put(folder: Path, text: str | bytes, name: str = "events.tsv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@pytest.mark.parametrize(("fields", "dataset"), [(57, "gdelt1"), (58, "gdelt1"), (61, "gdelt2")])
def test_gdelt_without_a_header_in_all_its_widths(tmp_path: Path, fields: int, dataset: str) -> None:
    (row,) = rows(put(tmp_path, gdelt_row(fields) + "\n"), "gdelt")
    assert row == {
        "day": dt.date(2003, 5, 28),
        "source": "RUS",
        "source_sector": "GOV",
        "target": "USA",
        "target_sector": None,
        "scheme": "cameo",
        "code": "040",
        "plover": "CONSULT",
        "quad": 1,
        "goldstein": 1.0,
        "mentions": 4,
        "place": "Moscow, Moskva, Russia",
        "url": None if fields == 57 else "http://news.example/1",
        "dataset": dataset,
        "row": 1,
    }


def test_a_headed_file_may_have_its_columns_in_any_order_and_lack_optional_ones(tmp_path: Path) -> None:
    text = "EventCode,SQLDATE,Actor2CountryCode,Actor1CountryCode\r\n112,20030301,USA,RUS\r\n"
    (row,) = rows(put(tmp_path, b"\xef\xbb\xbf" + text.encode()), "gdelt")
    assert (row["source"], row["target"], row["code"], row["quad"], row["row"]) == ("RUS", "USA", "112", 3, 2)
    assert row["url"] is None


@pytest.mark.parametrize("form", ["plain", "gz", "bz2", "zip", "utf-16"])
def test_compressed_and_recoded_files_read_the_same(tmp_path: Path, form: str) -> None:
    text = ICEWS_HEADER + "\n" + icews_row() + "\n" + icews_row(City="Sotschi") + "\n"
    if form == "zip":
        path = tmp_path / "events.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("2003.tab", text)
            archive.writestr("__MACOSX/._2003.tab", b"\0")
            archive.writestr("README.md", "read me")
    else:
        raw = text.encode("utf-16" if form == "utf-16" else "utf-8")
        path = put(tmp_path, {"gz": gzip.compress, "bz2": bz2.compress}.get(form, bytes)(raw))
    found = rows(path, "icews")
    assert [(r["source"], r["target"], r["place"], r["row"]) for r in found] == [
        ("RUS", "USA", "Moscow, Russian Federation", 2),
        ("RUS", "USA", "Sotschi, Russian Federation", 3),
    ]


def test_icews_codes_whose_leading_zero_was_lost_are_mended(tmp_path: Path) -> None:
    codes = {"40": "040", "841": "0841", "190": "190", "1823": "1823", "010": "010"}
    text = "\n".join([ICEWS_HEADER, *(icews_row(CAMEO_Code=code) for code in codes)])
    assert [r["code"] for r in rows(put(tmp_path, text), "icews")] == list(codes.values())


def test_quoted_tab_files_of_a_data_archive(tmp_path: Path) -> None:
    quoted = "\t".join(f'"{cell}"' for cell in icews_row(Source_Name="A B C").split("\t"))
    (row,) = rows(put(tmp_path, f"{ICEWS_HEADER}\n{quoted}\n"), "icews")
    assert (row["source"], row["code"]) == ("RUS", "040")


def test_polecat_keeps_the_first_of_several_countries_and_says_so(tmp_path: Path) -> None:
    tally = Tally()
    first, second = rows(put(tmp_path, POLECAT), "polecat", tally=tally)
    assert (first["code"], first["plover"], first["quad"], first["goldstein"]) == (
        "CONSULT:visit",
        "CONSULT",
        1,
        1.5,
    )
    assert (second["source"], second["plover"], second["quad"]) == ("USA", "SANCTION", 4)
    assert tally.noted == {"several countries on one side; the first is taken": 1}


def test_phoenix_takes_its_own_scores_and_the_chosen_quad(tmp_path: Path) -> None:
    path = put(tmp_path, phoenix_row() + "\n")
    (usual,) = rows(path, "phoenix")
    (other,) = rows(path, "phoenix", choices=Choices(quad="phoenix", goldstein="gdelt"))
    assert (usual["quad"], usual["goldstein"], usual["mentions"]) == (4, -6.5, 2)
    assert (other["quad"], other["goldstein"]) == (3, -8.0)


def test_what_phoenix_calls_neutral_has_no_quad_by_its_classes(tmp_path: Path) -> None:
    text = "\n".join(phoenix_row(EventCode=code) for code in ("010", "0231", "040")) + "\n"
    told = {
        quad: [row["quad"] for row in rows(put(tmp_path, text), "phoenix", choices=Choices(quad=quad))]
        for quad in ("gdelt", "phoenix")
    }
    assert told == {"gdelt": [1, 1, 1], "phoenix": [None, None, 1]}


def test_an_undirected_alliance_file_is_read_by_its_members(tmp_path: Path) -> None:
    text = (
        "dyad,mem1,mem2,year,atopally,defense,offense,neutral,nonagg,consul,bilatno,multino,number,asymm,atopid1\n"
        "2200,2,200,2003,1,1,0,0,0,1,0,1,1,0,3180\n"
    )
    (row,) = read_table([put(tmp_path, text, "atop5_1dy.csv")], "atop").to_pylist()
    assert [row[k] for k in ("a", "b", "year", "defense", "offense", "consultation")] == [
        "USA",
        "GBR",
        2003,
        1,
        0,
        1,
    ]


def test_historical_phoenix_with_a_header(tmp_path: Path) -> None:
    text = (
        "eid,story_date,source_root,source_agent,target_root,target_agent,code,goldstein,placename\n"
        "NYT1,09/01/1983,USR,MIL,KOR,,190,-10.0,Sakhalin\n"
    )
    (row,) = rows(put(tmp_path, text), "phoenix")
    assert (row["day"], row["source"], row["target"]) == (dt.date(1983, 9, 1), "RUS", "KOR")
    assert row["plover"] == "ASSAULT"


def test_keds_tells_weis_from_cameo_and_old_actor_codes_from_new(tmp_path: Path) -> None:
    weis = rows(put(tmp_path, KEDS_WEIS), "keds")
    assert [(r["scheme"], r["source"], r["target"]) for r in weis] == [
        ("weis", "RUS", "USA"),
        ("weis", "RUS", "FRA"),
        ("weis", "DEU", "YUG"),
        ("weis", "SCG", "AUT"),
    ]
    cameo = rows(put(tmp_path, KEDS_CAMEO), "keds")
    assert [(r["scheme"], r["source"], r["source_sector"], r["target"]) for r in cameo] == [
        ("cameo", "ISR", "MIL", "LBN"),
        ("cameo", "USA", "GOV", "RUS"),
        ("cameo", None, None, "DEU"),
    ]
    assert cameo[1]["day"] == dt.date(1979, 4, 16)


def test_the_soviet_union_can_be_kept_apart(tmp_path: Path) -> None:
    found = rows(put(tmp_path, KEDS_WEIS), "keds", choices=Choices(ussr="USSR"))
    assert [r["source"] for r in found][:2] == ["USSR", "RUS"]


def test_ucdp_names_groups_as_sectors_and_dates_the_first_day(tmp_path: Path) -> None:
    tally = Tally()
    war, group = rows(put(tmp_path, UCDP), "ucdp-ged", tally=tally)
    assert (war["source"], war["target"], war["quad"], war["mentions"]) == ("GEO", "RUS", 4, 3)
    assert (group["source"], group["source_sector"], group["mentions"]) == (None, "Group A", None)
    assert sum(tally.noted.values()) == 1


def test_bad_rows_are_counted_with_reason_and_line(tmp_path: Path) -> None:
    lines = [gdelt_row(), gdelt_row(SQLDATE="20031399"), "", "a\tb", gdelt_row(), gdelt_row()[:30]]
    tally = Tally()
    found = rows(put(tmp_path, "\n".join(lines)), "gdelt", tally=tally)
    assert [r["row"] for r in found] == [1, 5]
    assert tally.dropped["no readable day"] == 1
    assert {(e.reason, e.row) for e in tally.examples} == {
        ("no readable day", 2),
        ("nothing in the row", 3),
        ("2 fields instead of 61", 4),
        ("16 fields instead of 61", 6),
    }
    assert tally.read == 6 == tally.kept + sum(tally.dropped.values())


def test_numbers_out_of_their_range_become_null_and_are_noted(tmp_path: Path) -> None:
    tally = Tally()
    text = gdelt_row(GoldsteinScale="99", NumMentions="many") + "\n"
    (row,) = rows(put(tmp_path, text), "gdelt", tally=tally)
    assert (row["goldstein"], row["mentions"]) == (None, None)
    assert len(tally.noted) == 2


def test_cells_that_are_no_utf8_are_read_and_noted(tmp_path: Path) -> None:
    text = gdelt_row(ActionGeo_FullName="@").encode().replace(b"@", b"Bogot\xe1")
    tally = Tally()
    (row,) = rows(put(tmp_path, text), "gdelt", tally=tally)
    assert row["place"] == "Bogotá"
    assert tally.noted == {"text that is not UTF-8, read as Windows-1252": 1}


def test_an_unclosed_quote_is_an_error_and_not_silence(tmp_path: Path) -> None:
    tally = Tally()
    rows(put(tmp_path, KEDS_CAMEO + '1980-01-02,USA,"FRA,190\n1980-01-03,USA,FRA,190\n'), "keds", tally=tally)
    assert any("quote" in reason or "field" in reason for reason in tally.dropped)


def test_an_empty_file_gives_no_rows_and_says_so(tmp_path: Path) -> None:
    tally = Tally()
    assert rows(put(tmp_path, ""), "gdelt", tally=tally) == []
    assert "empty" in tally.remarks[0]


def test_missing_columns_are_named(tmp_path: Path) -> None:
    text = ICEWS_HEADER.replace("CAMEO Code", "Nothing").replace("Target Country", "Nobody") + "\n"
    with pytest.raises(UnreadableSource, match="CAMEO Code, Target Country"):
        rows(put(tmp_path, text), "icews")


def test_a_file_of_another_kind_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="57 or 58 or 61 fields"):
        rows(put(tmp_path, "a\tb\tc\n1\t2\t3\n"), "gdelt")


def test_a_misspelt_dataset_gets_a_suggestion(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match='Did you mean "icews"'):
        rows(put(tmp_path, "x"), "icevs")


def test_a_truncated_archive_is_refused(tmp_path: Path) -> None:
    whole = gzip.compress((gdelt_row() + "\n").encode() * 5000)
    with pytest.raises(UnreadableSource, match="damaged or incomplete"):
        rows(put(tmp_path, whole[: len(whole) // 2]), "gdelt")


def test_rows_outside_what_is_wanted_are_counted_as_filtered(tmp_path: Path) -> None:
    lines = [
        gdelt_row(),
        gdelt_row(Actor1CountryCode="USA", Actor2CountryCode="RUS"),
        gdelt_row(SQLDATE="20040101"),
    ]
    lines.append(gdelt_row(Actor2CountryCode="CHN"))
    wanted = Wanted(("RUS", "USA"), dt.date(2003, 1, 1), dt.date(2003, 12, 31))
    tally = Tally()
    found = rows(put(tmp_path, "\n".join(lines)), "gdelt", wanted=wanted, tally=tally)
    assert [r["row"] for r in found] == [1, 2]
    assert tally.filtered == 2


def test_a_ged_release_without_a_header_is_read_by_its_49_columns(tmp_path: Path) -> None:
    cells = dict.fromkeys(ucdp_ged.ORDER.split(), "")
    cells |= {"id": "1", "type_of_violence": "1", "side_a": "Government of Georgia", "gwnoa": "372"}
    cells |= {"side_b": "Government of Russia", "gwnob": "365", "number_of_sources": "-1"}
    cells |= {"date_start": "2008-08-08", "date_end": "2008-08-08"}
    [row] = rows(put(tmp_path, ",".join(cells.values()) + "\n"), "ucdp-ged")
    assert (row["source"], row["target"], row["mentions"]) == ("GEO", "RUS", None)


def test_polecat_calls_the_score_event_intensity_in_later_files(tmp_path: Path) -> None:
    renamed = POLECAT.replace("Intensity", "Event Intensity", 1)
    first, _ = rows(put(tmp_path, renamed), "polecat")
    assert first["goldstein"] == 1.5


def test_every_reason_has_its_first_line_however_many_rows_came_before(tmp_path: Path) -> None:
    good = "2003-01-01\tFRA\tDEU\t040"
    lines = [good, *["2003-01-01\tFRA"] * 150, "2003-01-01\tFRA\tDEU", good]
    path = tmp_path / "levant.tab"
    path.write_text("\n".join(lines) + "\n")
    tally = Tally()
    read_table([path], "keds", tally=tally)
    assert "1 row left out: 3 fields instead of 4 (first: levant.tab, line 152)." in [
        words.replace(str(tmp_path) + "/", "") for words in tally.errors()
    ]
