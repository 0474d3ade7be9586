"""The barometer counts on the engine named, and says what several imports share."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from case_runs import Verbs

from detente.datasets.shape import EVENT_ROWS

no_java = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java 17")


@pytest.fixture
def verbs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Verbs:
    return Verbs(capsys, monkeypatch)


def rows(first: int, last: int) -> pa.Table:
    """Rows of made-up days in 2001; those of one number are the same in every import but for their line."""
    days = pa.array(range(11323 + first, 11323 + last), pa.int32()).cast(pa.date32())
    numbers = range(first, last)
    columns = {
        "day": days,
        "source": [("AUT", "HUN", None)[n % 3] for n in numbers],
        "target": [("HUN", "AUT", "ITA")[n // 2 % 3] for n in numbers],
        "scheme": ["cameo"] * len(numbers),
        "plover": [("CONSULT", "REJECT", None)[n % 3] for n in numbers],
        "quad": pa.array([(1, 3, None)[n % 3] for n in numbers], pa.int8()),
        "goldstein": [(2.5, -4.0, None)[n % 3] for n in numbers],
        "mentions": pa.array([None if n % 60 < 31 else n for n in numbers], pa.int32()),
        "dataset": ["made"] * len(numbers),
        "row": range(len(numbers)),
    }
    absent = {name: pa.nulls(len(numbers)) for name in EVENT_ROWS.names if name not in columns}
    return pa.table(columns | absent).select(EVENT_ROWS.names).cast(EVENT_ROWS)


@pytest.fixture
def imports(tmp_path: Path) -> list[str]:
    """Two imports, of 200 and 150 rows, that share 50 days."""
    paths = [tmp_path / "one.parquet", tmp_path / "other.parquet"]
    for path, (first, last) in zip(paths, ((0, 200), (150, 300)), strict=True):
        pq.write_table(rows(first, last), path)
    return [str(path) for path in paths]


def series(verbs: Verbs, imports: list[str], *more: str) -> list[dict[str, object]]:
    done = verbs("series", *imports, "--dyad", "AUT-HUN", "--format", "json", *more)
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)
    return found


@pytest.mark.slow
@no_java
@pytest.mark.parametrize("more", [("--directed",), ("--once", "import", "--unit", "week")])
def test_both_engines_give_the_same_rows(verbs: Verbs, imports: list[str], more: tuple[str, ...]) -> None:
    here = series(verbs, imports, *more)
    assert here == series(verbs, imports, *more, "--engine", "spark://local[2]")
    assert any(row["n"] for row in here)


def test_what_two_imports_share_is_said_and_can_count_once(
    verbs: Verbs, imports: list[str], tmp_path: Path
) -> None:
    pq.write_table(rows(0, 300), tmp_path / "whole.parquet")
    whole = series(verbs, [str(tmp_path / "whole.parquet")])
    once = series(verbs, imports, "--once", "import")
    assert once == whole
    assert sum(int(str(row["n"])) for row in series(verbs, imports)) > sum(int(str(r["n"])) for r in once)
    said = verbs("series", *imports, "--dyad", "AUT-HUN").err
    shared = rows(150, 200).to_pylist()
    between = sum({row["source"], row["target"]} == {"AUT", "HUN"} for row in shared)
    assert f"{between} of " in said
    assert "--once import" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--engine", "sparc"), 'Did you mean "spark"'), (("--once", "imprt"), 'Did you mean "import"')],
)
def test_a_misspelt_name_is_answered(
    verbs: Verbs, imports: list[str], words: tuple[str, str], said: str
) -> None:
    done = verbs("series", *imports, "--dyad", "AUT-HUN", *words)
    assert done.code == 2
    assert said in done.err
