"""judgements.jsonl: append-only, on the disk before it is confirmed, readable after any crash."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.casebook.atomic import append_synced
from detente.casebook.judgement import Judgement, NewerSchema, judgement_from
from detente.errors import DetenteError


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the journal that is no judgement: `line` counts from 1; `text` is what stands there."""

    line: int
    problem: str
    text: str


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal holds: judgements in their order, each once, and the lines set aside."""

    judgements: tuple[Judgement, ...] = ()
    aside: tuple[SetAside, ...] = ()

    @property
    def next_seq(self) -> int:
        """The number of the next judgement."""
        return max((j.seq for j in self.judgements), default=0) + 1


def read_journal(path: Path) -> Journal:
    """Read a journal; the order of its lines does not matter, and a line that stands twice counts once.

    A line that was torn by a crash, or altered by hand, is set aside and listed, never fatal.

    Raises NewerSchema where a whole line was written by a newer détente.
    """
    data = path.read_bytes() if path.exists() else b""
    found: dict[str, Judgement] = {}
    aside: list[SetAside] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            judgement = _parsed(line)
            found[judgement.id] = judgement
        except NewerSchema as error:
            raise NewerSchema(error.message, where=f"{path}, line {number}", hint=error.hint) from None
        except DetenteError as error:
            aside.append(SetAside(number, error.message, line.decode("utf-8", "replace")))
    return Journal(tuple(sorted(found.values(), key=lambda j: j.order)), tuple(aside))


def append(path: Path, judgements: Sequence[Judgement]) -> None:
    """Add judgements; when this returns they are on the disk. Only for the holder of the lock.

    A torn end that an earlier crash left is closed with a line break first, so that it spoils no
    further line.
    """
    torn = path.exists() and not _ends_whole(path)
    append_synced(path, (b"\n" if torn else b"") + as_lines(judgements))


def as_lines(judgements: Iterable[Judgement]) -> bytes:
    """Judgements as the lines of a journal."""
    return b"".join(
        json.dumps(j.as_dict(), ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"
        for j in judgements
    )


def _parsed(line: bytes) -> Judgement:
    try:
        record = json.loads(line)
        if not isinstance(record, dict):
            raise DetenteError("The line holds no judgement.")
        return judgement_from(record)
    except (ValueError, KeyError, TypeError):
        raise DetenteError("The line is torn or is no judgement.") from None


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as stream:
        stream.seek(0, 2)
        if stream.tell() == 0:
            return True
        stream.seek(-1, 2)
        return stream.read(1) == b"\n"
