"""Adds, codes or judges in a case without end, saying each time what is done; the kill test ends it."""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
from pathlib import Path

from casebook_world import words_coder

from detente.casebook import Case, open_case

WORDS = ("会談", "批判", "懸念", "ロシア", "米国")


def say(done: str) -> None:
    """Say what is confirmed, at once."""
    sys.stdout.write(json.dumps(done) + "\n")
    sys.stdout.flush()


def add(case: Case, seed: int, turn: int) -> None:
    """Add a document that is not there yet."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{seed}-{turn}.txt"
        file.write_text(f"ロシアは米国と協議をした（{seed}, {turn}）。\n" * 20, encoding="utf-8")
        say(case.add(file).source.id)


def code(case: Case, seed: int, turn: int) -> None:
    """Code the first sources by a coder whose findings change from turn to turn."""
    coder = words_coder(*WORDS[: 1 + (seed + turn) % 5], coder=f"worker.v{seed % 7}")
    for one in case.code(coder, only=case.sources()[:2]):
        if one.error is None:
            say(f"{one.source.text_sha256}.{one.coder}")


def judge(case: Case, seed: int, turn: int) -> None:
    """Judge one of the findings in force."""
    rows = case.findings()
    if rows:
        row = rows[(seed + turn) % len(rows)]
        verdict = ("accept", "change")[turn % 2]
        settings = {"date": f"20{(seed + turn) % 90 + 10}"} if verdict == "change" else {}
        for made in case.judge(row.id, verdict, settings=settings, user=f"worker {seed}"):
            say(made.id)


if __name__ == "__main__":
    folder, verb, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
    work = {"add": add, "code": code, "judge": judge}[verb]
    opened = open_case(folder)
    for turn in itertools.count():
        work(opened, seed, turn)
