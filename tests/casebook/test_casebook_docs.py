"""What the pages on the casebook show, works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from detente.casebook.merging import LEAST_ACROSS, LEAST_WITHIN, Dates

DOCS = Path(__file__).resolve().parents[2] / "docs"
CHAPTER = (
    "2002年5月24日、露米両大統領はモスクワで条約に署名した。2003年3月20日、米国はイラクを攻撃した。"
    "ロシアは米国を批判した。鉄鋼の輸入制限をめぐって両国は対立した。\n"
)


def blocks(page: str, language: str) -> list[str]:
    """The code blocks of a page that are in a language."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_how_to_runs_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "chapter.txt").write_text(CHAPTER, encoding="utf-8")
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "detente"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = "set -e\nset -o pipefail\n" + "".join(blocks("howto/casebook.md", "sh"))
    shell = shutil.which("bash")
    assert shell
    path = {"PATH": f"{command.parent}:/usr/bin:/bin", "DETENTE_USER": "test", "LANG": "C.UTF-8"}
    done = subprocess.run(
        [shell, "-c", script], cwd=tmp_path, env=path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "findings.csv").exists()
    for code in blocks("howto/casebook.md", "python"):
        ran = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr


def test_the_thresholds_in_the_explanation_are_those_in_the_code() -> None:
    text = (DOCS / "explanation/casebook.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (.+) \|$", text, re.MULTILINE))
    names = {
        Dates.SAME: "the same",
        Dates.WITHIN: "one within the other",
        Dates.UNDATED: "both unknown",
    }
    for dates, name in names.items():
        within, across = rows[name].split(" | ")
        assert float(within) == LEAST_WITHIN[dates]
        assert (None if across == "never" else float(across)) == LEAST_ACROSS.get(dates)
