"""A writer that dies at any call leaves the old file or the new one, and a case that opens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from casebook_world import TEXT, make_case, words_coder

from detente.casebook import Case, open_case
from detente.casebook.atomic import replace_file

CALLS = ("write", "fsync", "replace", "open")


class Killed(BaseException):
    """Stands for a kill: nothing in the package catches it."""


def die_at(monkeypatch: pytest.MonkeyPatch, nth: int) -> list[str]:
    """Let the nth of the calls that change the disk be the last; the calls made are listed."""
    made: list[str] = []

    def guarded(name: str) -> Callable[..., object]:
        original = getattr(os, name)

        def call(*given: object, **named: object) -> object:
            made.append(name)
            if len(made) == nth:
                if name == "write":
                    descriptor, data = given
                    original(descriptor, bytes(data)[: len(bytes(data)) // 2])  # type: ignore[call-overload]
                raise Killed
            return original(*given, **named)

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, guarded(name))
    return made


def test_a_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    for nth in range(1, 20):
        path = tmp_path / f"{nth}.toml"
        replace_file(path, b"old")
        with pytest.MonkeyPatch.context() as patch:
            made = die_at(patch, nth)
            try:
                replace_file(path, b"new and longer")
            except Killed:
                assert path.read_bytes() in (b"old", b"new and longer")
                continue
        assert path.read_bytes() == b"new and longer"
        assert nth > len(made)
        return
    pytest.fail("the writer was never left alone")


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.toml"
    replace_file(path, b"old")

    def full(descriptor: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(path, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["case.toml"]
    assert path.read_bytes() == b"old"


def _add(case: Case, folder: Path) -> None:
    case.add(folder / "more.txt")


def _code(case: Case, folder: Path) -> None:
    list(case.code(words_coder("会談", "批判", "懸念", coder="test.v2")))


def _judge(case: Case, folder: Path) -> None:
    case.judge([row.id for row in case.findings()], "accept", user="ann")


@pytest.mark.slow
@pytest.mark.parametrize("work", [_add, _code, _judge])
def test_a_case_opens_whatever_call_was_the_last(tmp_path: Path, work: Callable[[Case, Path], None]) -> None:
    """Kill the work at its first, second, … call; then look, then do the work again to its end."""
    first = tmp_path / "first"
    first.mkdir()
    (first / "more.txt").write_text("Russia and the United States met in Geneva.\n", encoding="utf-8")
    template = make_case(first)
    list(template.code(words_coder("会談", "批判")))
    confirmed = template.judge(template.findings()[0].id, "reject", user="ben")
    for nth in range(1, 60):
        folder = shutil.copytree(first, tmp_path / str(nth))
        case = open_case(folder / "case")
        with pytest.MonkeyPatch.context() as patch:
            made = die_at(patch, nth)
            try:
                work(case, folder)
            except Killed:
                again = open_case(case.path)
                assert again.journal().judgements[0] == confirmed[0]
                _is_sound(again)
        _is_sound(open_case(case.path))
        if nth > len(made):
            return
        work(open_case(case.path), folder)
        assert not list(case.path.rglob("*.part")), "the next writer clears away what was left"
    pytest.fail("the work was never left alone")


def _is_sound(case: Case) -> None:
    """Everything can be read, and every finding stands where it says."""
    texts = {source.text_sha256: case.document(source).text for source in case.sources()}
    assert TEXT in texts.values()
    for row in case.findings():
        finding = row.finding
        assert texts[finding.document][finding.start : finding.end] == finding.quote
    assert {row.finding.coder for row in case.findings()} <= {"test.v1", "test.v2"}
    assert case.lost() == []
