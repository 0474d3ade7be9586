"""Two writers on one case: the second waits, or says who holds it; both lines survive."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from casebook_world import make_case, words_coder

from detente.casebook import CaseBusy, open_case
from detente.casebook.lock import exclusive

JUDGE = (
    "import sys; from detente.casebook import open_case\n"
    "case = open_case(sys.argv[1])\n"
    "id = case.findings()[0].id\n"
    "for n in range(10): case.judge(id, 'accept', user=sys.argv[2], reason=str(n))\n"
)


def test_both_lines_survive_when_two_processes_judge_at_once(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", JUDGE, str(case.path), user], stderr=subprocess.PIPE, text=True
        )
        for user in ("ann", "ben")
    ]
    for process in processes:
        assert process.communicate(timeout=60)[1] == ""
    journal = case.journal()
    said = sorted((j.user, int(j.reason or "")) for j in journal.judgements)
    assert said == [(user, n) for user in ("ann", "ben") for n in range(10)]
    assert sorted(j.seq for j in journal.judgements) == list(range(1, 21))
    assert journal.aside == ()


def test_the_second_says_who_holds_the_case(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    with exclusive(case.layout.lock, wait_seconds=0):
        with pytest.raises(CaseBusy, match=r"process \d+ on .* since 20.*waited 0\.1 s.*--wait"):
            open_case(case.path, wait_seconds=0.1).undo(user="ann")
        assert case.findings() == [], "reading needs no lock"


def test_the_second_waits_and_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    told: list[str] = []
    held, freed = threading.Event(), threading.Event()

    def hold() -> None:
        with exclusive(path, wait_seconds=0):
            held.set()
            freed.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    threading.Timer(0.3, freed.set).start()
    began = time.monotonic()
    with exclusive(path, wait_seconds=10, on_wait=told.append):
        assert time.monotonic() - began >= 0.2
    holder.join()
    assert len(told) == 1
    assert told[0].startswith("Waiting for process ")
    assert path.read_bytes() == b"", "who let go has taken their name away"


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    from detente.errors import DetenteError

    with (
        pytest.raises(DetenteError, match="cannot be written"),
        exclusive(tmp_path / "gone" / ".lock", wait_seconds=0),
    ):
        pass
