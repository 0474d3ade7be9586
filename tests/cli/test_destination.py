"""Files are whole or not there; links, devices and wrong places are minded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from detente.cli.destination import check_file, check_folder, replacing
from detente.errors import UsageError


def test_a_stopped_writer_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        stopped(path)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"old", [path])


def stopped(path: Path) -> None:
    with replacing(path) as stream:
        stream.write(b"ne")
        raise KeyboardInterrupt


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with replacing(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_not_replaced() -> None:
    with replacing(Path(os.devnull)) as stream:
        stream.write(b"lost")
    assert Path(os.devnull).is_char_device()


def test_wrong_places_are_told_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="a file is expected"):
        check_file(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        check_file(tmp_path / "none" / "file")
    with pytest.raises(UsageError, match="a folder is expected"):
        check_folder(tmp_path / "file" / "below")
    check_file(tmp_path / "new")
    check_file(None)
    check_folder(tmp_path / "new" / "below")
