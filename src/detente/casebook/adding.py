"""Adding a file to a case: once, whole, with what is said of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from detente.casebook.shelf import reread
from detente.casebook.source import Known, Source

if TYPE_CHECKING:
    from detente.casebook.case import Case


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    ALREADY_THERE = "already there"
    SAME_TEXT = "already there with the same text"
    UPDATED = "updated"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Added:
    """A file, what became of it, and the source that it now is."""

    path: Path
    outcome: Outcome
    source: Source


def add(case: Case, path: Path, known: Known, *, dry_run: bool) -> Added:
    """Put a file into a case; see `Case.add`."""
    sha256 = _hash(path)
    if sha256 and case.shelf.with_hash(sha256):
        return _again(case, path, sha256, known, dry_run)
    incoming = case.shelf.receive(path, known)
    if dry_run:
        return _unless_there(case, path, incoming.source)
    with case.writing():
        case.layout.sweep()
        found = _unless_there(case, path, incoming.source)
        if found.outcome is Outcome.ADDED:
            case.layout.make()
            case.shelf.put(incoming)
        return found


def _unless_there(case: Case, path: Path, source: Source) -> Added:
    """The outcome of adding a source that was not there when it was looked at before the lock."""
    for other in case.sources():
        if other.sha256 == source.sha256:
            return Added(path, Outcome.ALREADY_THERE, other)
        if other.text_sha256 == source.text_sha256:
            return Added(path, Outcome.SAME_TEXT, other)
    return Added(path, Outcome.ADDED, source)


def _again(case: Case, path: Path, sha256: str, known: Known, dry_run: bool) -> Added:
    """A file that is there: what is newly said of it is put over what was said; a lost original returns."""
    with case.writing():
        source = case.shelf.with_hash(sha256)
        assert source is not None, "a source is never removed"
        whole = case.shelf.is_whole(source)
        if not whole and not dry_run:
            case.shelf.restore(source, path.read_bytes())
        said = known.over(source.known)
        if said == source.known:
            return Added(path, Outcome.ALREADY_THERE if whole else Outcome.RESTORED, source)
        told = replace(source, known=said)
        if whole or not dry_run:
            told = reread(told, case.shelf.read(told))
        if not dry_run:
            case.shelf.record(told)
        return Added(path, Outcome.UPDATED, told)


def _hash(path: Path) -> str | None:
    """The content hash of a file; None where there is no file to be read, which the reader explains."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
