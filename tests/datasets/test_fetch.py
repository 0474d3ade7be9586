"""Fetching from a server that misbehaves: cut connections, wrong sums, truncated archives."""

from __future__ import annotations

import gzip
import hashlib
import http.server
import io
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from dataset_files import gdelt_row

from detente.barometer.inputs import inputs
from detente.datasets.engines import connect, table
from detente.datasets.fetch import download
from detente.datasets.fetch.getting import Got, get, listed
from detente.datasets.fetch.remote import catalogue, days_of, files
from detente.datasets.reading import ALL, Wanted
from detente.datasets.store import Import
from detente.datasets.tally import Tally
from detente.errors import UnreadableSource, UsageError
from detente.ontology.schemes import Choices


@dataclass
class World:
    """What the server holds, and how it misbehaves: the bytes after which it cuts the line, file by file."""

    files: dict[str, bytes] = field(default_factory=dict)
    cuts: dict[str, list[int]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    ranges: list[str] = field(default_factory=list)
    gives_parts: bool = True
    compresses: bool = False


class Handler(http.server.BaseHTTPRequestHandler):
    world: World

    def do_GET(self) -> None:
        name = self.path.lstrip("/")
        self.world.asked[name] += 1
        content = self.world.files.get(name)
        if content is None:
            self.send_error(404)
            return
        if self.world.compresses and "gzip" in self.headers.get("Accept-Encoding", ""):
            self.send_response(200)
            self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(gzip.compress(content))
            return
        start = 0
        if (asked := self.headers.get("Range")) and self.world.gives_parts:
            self.world.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(content):
                self.send_error(416)
                return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        cuts = self.world.cuts.get(name, [])
        self.wfile.write(content[start : start + cuts.pop(0)] if cuts else content[start:])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def address(world: World) -> Iterator[str]:
    handler = type("Here", (Handler,), {"world": world})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()
    thread.join()


def archive(*lines: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("events.csv", "\n".join(lines) + "\n")
    return made.getvalue()


def publish(world: World, **contents: bytes) -> None:
    """Put archives on the server as GDELT 1.0 does, with their list of sums."""
    named = {f"{name.removeprefix('f')}.zip": content for name, content in contents.items()}
    sums = [f"{hashlib.md5(content).hexdigest()}  {name}" for name, content in named.items()]
    world.files |= named | {"md5sums": "\n".join(sums).encode()}


def run(address: str, folder: Path, job: Import) -> tuple[list[Got], Tally]:
    tally = Tally()
    with download.client() as http:
        remote = listed(http, job, address)
        return list(get(http, remote, folder, job, tally, pause=0)), tally


def days(folder: Path) -> list[str]:
    found = table(connect(), list(folder.glob("year=*"))).order_by("day").to_pyarrow()
    return [str(day) for day in found["day"].to_pylist()]


ROW = gdelt_row(57)
JOB_WANTED = Wanted(("RUS", "USA"))
JOB = Import("gdelt1", wanted=JOB_WANTED)


def test_only_the_files_of_the_period_and_the_rows_of_the_dyad(
    world: World, address: str, tmp_path: Path
) -> None:
    publish(
        world,
        f2002=archive(gdelt_row(57, SQLDATE="20020524")),
        f200305=archive(ROW, gdelt_row(57, Actor2CountryCode="CHN"), gdelt_row(57, SQLDATE="20030501")),
        f2005=archive(gdelt_row(57, SQLDATE="20050101")),
    )
    wanted = Wanted(("RUS", "USA"), days_of("2002")[0], days_of("200305")[1])
    done, tally = run(address, tmp_path, Import("gdelt1", wanted=wanted))
    assert [(g.file, g.outcome, g.rows) for g in done] == [
        ("2002.zip", "added", 1),
        ("200305.zip", "added", 2),
    ]
    assert days(tmp_path) == ["2002-05-24", "2003-05-01", "2003-05-28"]
    assert (tally.filtered, world.asked["2005.zip"]) == (1, 0)
    assert {p.name for p in tmp_path.iterdir()} >= {"year=2002", "year=2003"}


def test_a_connection_that_breaks_is_continued_where_it_broke(
    world: World, address: str, tmp_path: Path
) -> None:
    content = archive(*(gdelt_row(57, GLOBALEVENTID=str(n), NumMentions=str(n * n)) for n in range(500)))
    publish(world, f2003=content)
    world.cuts["2003.zip"] = [1000, 2000]
    done, _ = run(address, tmp_path, JOB)
    assert [(g.outcome, g.rows) for g in done] == [("added", 500)]
    assert world.ranges == ["bytes=1000-", "bytes=3000-"]


def test_a_server_that_gives_no_parts_is_asked_for_the_whole(
    world: World, address: str, tmp_path: Path
) -> None:
    publish(world, f2003=archive(ROW))
    world.cuts["2003.zip"] = [50]
    world.gives_parts = False
    done, _ = run(address, tmp_path, JOB)
    assert [g.outcome for g in done] == ["added"]


def test_a_server_that_would_compress_is_asked_for_the_bytes_as_published(
    world: World, address: str, tmp_path: Path
) -> None:
    publish(world, f2003=archive(ROW))
    world.compresses = True
    done, _ = run(address, tmp_path, JOB)
    assert [g.outcome for g in done] == ["added"]


def test_a_wrong_sum_is_tried_again_and_then_given_up(world: World, address: str, tmp_path: Path) -> None:
    publish(world, f2002=archive(gdelt_row(57, SQLDATE="20020524")), f2003=archive(ROW))
    world.files["2003.zip"] = archive(ROW, ROW)
    done, _ = run(address, tmp_path, JOB)
    assert [g.outcome for g in done] == ["added", "failed"]
    assert "MD5" in (done[1].problem or "")
    assert world.asked["2003.zip"] == download.ATTEMPTS
    assert days(tmp_path) == ["2002-05-24"]


def test_a_server_that_always_cuts_is_given_up_and_continued_by_the_next_run(
    world: World, address: str, tmp_path: Path
) -> None:
    publish(world, f2003=archive(*(gdelt_row(57, GLOBALEVENTID=str(n * n)) for n in range(900))))
    world.cuts["2003.zip"] = [10] * download.ATTEMPTS
    done, _ = run(address, tmp_path, JOB)
    assert done[0].outcome == "failed"
    again, _ = run(address, tmp_path, JOB)
    assert (again[0].outcome, again[0].rows) == ("added", 900)
    assert world.ranges[-1] == f"bytes={10 * download.ATTEMPTS}-"


def test_a_truncated_archive_without_a_sum_is_found_out(world: World, address: str, tmp_path: Path) -> None:
    world.files[""] = b'<a href="ged/ged251-csv.zip">'
    world.files["ged/ged251-csv.zip"] = archive("x")[:-30]
    done, _ = run(address, tmp_path, Import("ucdp-ged"))
    assert done[0].outcome == "failed"
    assert "damaged or cut off" in (done[0].problem or "")
    assert world.asked["ged/ged251-csv.zip"] == download.ATTEMPTS


def test_a_second_run_asks_for_nothing_again(world: World, address: str, tmp_path: Path) -> None:
    publish(world, f2003=archive(ROW))
    run(address, tmp_path, JOB)
    done, _ = run(address, tmp_path, JOB)
    assert [(g.outcome, g.rows) for g in done] == [("unchanged", 1)]
    assert world.asked["2003.zip"] == 1
    assert days(tmp_path) == ["2003-05-28"]


def test_the_tables_of_single_files_are_hidden_from_who_reads_the_folder(
    world: World, address: str, tmp_path: Path
) -> None:
    publish(world, f2003=archive(ROW))
    run(address, tmp_path, JOB)
    assert list((tmp_path / ".parts").glob("*.parquet")), "they are kept, so that a run can be continued"
    assert table(connect(), [tmp_path]).count().to_pyarrow().as_py() == 1
    assert inputs([tmp_path]).rows().count().to_pyarrow().as_py() == 1


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (Import("gdelt1"), "there RUS-USA from the beginning to the end.*; now all dyads"),
        (Import("gdelt1", wanted=Wanted(("RUS", "USA"), end=date(2003, 12, 31))), "to 2003-12-31"),
        (Import("gdelt1", Choices(quad="plover"), JOB_WANTED), "now .* --quad plover"),
        (Import("gdelt1", wanted=JOB_WANTED, rule="url"), "now .* --once url.*Name another folder"),
    ],
)
def test_a_folder_whose_rows_were_asked_for_otherwise_is_left_as_it_is(
    world: World, address: str, tmp_path: Path, other: Import, said: str
) -> None:
    publish(world, f2003=archive(ROW))
    run(address, tmp_path, JOB)
    with pytest.raises(UsageError, match=said):
        run(address, tmp_path, other)
    assert days(tmp_path) == ["2003-05-28"]


def test_a_time_that_does_not_touch_can_be_added(world: World, address: str, tmp_path: Path) -> None:
    publish(world, f2002=archive(gdelt_row(57, SQLDATE="20020524")), f2003=archive(ROW))
    for year in ("2002", "2003"):
        done, _ = run(address, tmp_path, Import("gdelt1", wanted=Wanted(("RUS", "USA"), *days_of(year))))
        assert [g.outcome for g in done] == ["added"]
    assert days(tmp_path) == ["2002-05-24", "2003-05-28"]


def test_a_missing_file_is_asked_for_once(world: World, address: str, tmp_path: Path) -> None:
    publish(world, f2003=archive(ROW))
    del world.files["2003.zip"]
    done, _ = run(address, tmp_path, JOB)
    assert done[0].outcome == "failed"
    assert world.asked["2003.zip"] == 1


def test_an_archive_of_something_else_fails_alone(world: World, address: str, tmp_path: Path) -> None:
    publish(world, f2002=archive("a\tb\tc"), f2003=archive(ROW))
    done, _ = run(address, tmp_path, JOB)
    assert [g.outcome for g in done] == ["failed", "added"]


def test_the_master_list_of_gdelt_2_gives_events_only() -> None:
    where = "http://mirror.example/gdeltv2/"
    listing = "\n".join(
        f"150383 {'a' * 32} http://data.gdeltproject.org/gdeltv2/20150218{time}00.{kind}"
        for time in ("2300", "2315")
        for kind in ("export.CSV.zip", "mentions.CSV.zip", "gkg.csv.zip")
    )
    found = files("gdelt2", listing, where, ALL)
    assert [f.address for f in found] == [
        f"{where}20150218230000.export.CSV.zip",
        f"{where}20150218231500.export.CSV.zip",
    ]
    assert (found[0].md5, found[0].size) == ("a" * 32, 150383)


def test_a_listing_of_something_else_is_an_error() -> None:
    with pytest.raises(UnreadableSource, match="list of files"):
        files("gdelt2", "<html>", "http://x.example/", ALL)


def test_a_dataset_without_a_list_says_what_to_do_instead() -> None:
    with pytest.raises(UsageError, match="detente add CASE FILE --as archigos"):
        catalogue("archigos")
