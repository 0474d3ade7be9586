"""kill -9 at random moments during add, code and judge: the case opens, what was confirmed is there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from casebook_world import make_case, words_coder

from detente.casebook import open_case

KILLS, MOST_KILLS, CLI_KILLS = 64, 320, 15  # more than 64 only where a busy machine confirms little
WORKER = Path(__file__).with_name("casebook_worker.py")


def start(case: Path, verb: str, seed: int) -> subprocess.Popen[str]:
    """A process that adds, codes or judges without end and says what it has confirmed."""
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(case), verb, str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(20030528)
    text = "".join(f"ロシアは米国と第{n}回の会談をした。米国は批判した。懸念を示した。\n" for n in range(30))
    case = make_case(tmp_path, [text])
    list(case.code(words_coder("会談", "批判", "懸念")))
    confirmed: dict[str, set[str]] = {"add": set(), "code": set(), "judge": set()}
    for kill in range(MOST_KILLS):
        if kill >= KILLS and min(map(len, confirmed.values())) >= 3:
            break
        verb = ("add", "code", "judge")[kill % 3]
        process = start(case.path, verb, kill)
        assert process.stdout is not None
        if kill % 4:
            process.stdout.readline()  # it is at work now
        time.sleep(chance.uniform(0.0, 0.25))
        os.kill(process.pid, signal.SIGKILL)
        said, wrong = process.communicate()
        assert wrong == ""
        confirmed[verb].update(json.loads(line) for line in said.splitlines() if line.endswith('"'))
        _check(case.path, confirmed)
    assert min(len(done) for done in confirmed.values()) >= 3, "the kills left time for real work"


@pytest.mark.slow
def test_verbs_killed_anywhere_between_start_and_end(tmp_path: Path) -> None:
    """The same with the verbs themselves, killed at moments spread over the whole of their time."""
    chance = random.Random(20020524)
    case = make_case(tmp_path, ["".join(f"2002年{n}月、ロシアは米国を批判した。\n" for n in range(1, 13))])
    list(case.code())
    ids = [row.id for row in case.findings()]
    confirmed: dict[str, set[str]] = {"add": set(), "code": set(), "judge": set()}
    for kill in range(CLI_KILLS):
        file = tmp_path / f"more{kill}.txt"
        file.write_text(f"Russia and the United States met on {kill + 1} May 2002.\n", encoding="utf-8")
        target = ids[kill % len(ids)]
        verb, words, longest = (
            ("add", ["-m", "detente", "add", str(case.path), str(file)], 1.2),
            ("judge", ["-m", "detente", "judge", str(case.path), "accept", target, "--user", "ann"], 1.2),
            ("code", ["-m", "detente", "code", str(case.path)], 3.0),
        )[kill % 3]
        line = [sys.executable, *words, "--format", "jsonl"]
        process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        time.sleep(chance.uniform(0.2, longest))
        process.kill()
        said, wrong = process.communicate()
        assert wrong == ""
        for record in map(json.loads, filter(lambda line: line.endswith("}"), said.splitlines())):
            done = "judge" if verb == "judge" else "add"
            confirmed[done].add(record["judgement" if done == "judge" else "source"])
        _check(case.path, confirmed)


def _check(path: Path, confirmed: dict[str, set[str]]) -> None:
    """The case opens, all that was confirmed is there, and every finding stands where it says."""
    case = open_case(path)
    assert confirmed["judge"] <= {judgement.id for judgement in case.journal().judgements}
    sources = case.sources()
    assert confirmed["add"] <= {source.id for source in sources}
    texts = {source.text_sha256: case.document(source).text for source in sources[-3:]}
    for row in case.findings():
        finding = row.finding
        if finding.document in texts:
            assert texts[finding.document][finding.start : finding.end] == finding.quote
    runs = {f"{run.document}.{run.coder}" for run in case.codings.runs()}
    assert confirmed["code"] <= runs


@pytest.mark.slow
def test_a_killed_holder_leaves_no_lock_behind(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    script = (
        "import sys, time; from detente.casebook import open_case\n"
        "with open_case(sys.argv[1]).writing():\n"
        "    print('held', flush=True); time.sleep(60)\n"
    )
    line = [sys.executable, "-c", script, str(case.path)]
    process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    process.kill()
    process.communicate()
    list(open_case(case.path, wait_seconds=1).code(words_coder("会談")))
    assert len(case.findings()) == 1
