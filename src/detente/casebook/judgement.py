"""A judgement: what an analyst decided about a place in a document, and when, and why."""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

from detente.casebook.selector import Selector, Span
from detente.errors import DetenteError, UsageError
from detente.findings import Finding, digest, from_dict

SCHEMA_VERSION = 1


class Verdict(StrEnum):
    """What was decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CHANGE = "change"
    ADD = "add"
    UNDO = "undo"


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One decision, complete in itself.

    Parameters
    ----------
    verdict : accept, reject, change, add, or undo of an earlier judgement.
    user : who decided.
    time : UTC, ISO 8601 with microseconds.
    seq : one more than the highest number that the case held when it was made; orders judgements
        where clocks do not.
    source : SHA-256 of the original.
    document : SHA-256 of the stored text that it was made on.
    kind : kind of finding.
    selectors : the slot's anchor first, then every other span of `value`, with quotes and context.
    value : the finding as decided; for reject the finding that was rejected; None for undo.
    before : for change, the finding that was changed.
    beside : spans of the same kind that a coder had found overlapping the slot at the time, and
        which the analyst therefore knew of.
    undoes : for undo, the id of the judgement that it takes back.
    reason : in the analyst's words, None where none was given.
    """

    verdict: Verdict
    user: str
    time: str
    seq: int
    source: str
    document: str
    kind: str
    selectors: tuple[Selector, ...]
    value: Finding | None = None
    before: Finding | None = None
    beside: tuple[Span, ...] = ()
    undoes: str | None = None
    reason: str | None = None

    @cached_property
    def id(self) -> str:
        """Hash of all that the judgement says; also the checksum of its line."""
        return digest(self._said())

    @property
    def order(self) -> tuple[int, str, str]:
        """What judgements are ordered by: their number, then time, then id."""
        return self.seq, self.time, self.id

    @property
    def anchor(self) -> Selector:
        """The slot's anchor."""
        return self.selectors[0]

    def as_dict(self) -> dict[str, Any]:
        """The judgement as one line of the journal holds it, keys in fixed order."""
        return {"id": self.id, **self._said()}

    def _said(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA_VERSION,
            "seq": self.seq,
            "time": self.time,
            "user": self.user,
            "verdict": str(self.verdict),
            "reason": self.reason,
            "source": self.source,
            "document": self.document,
            "kind": self.kind,
            "selectors": [selector.as_list() for selector in self.selectors],
            "value": _record(self.value),
            "before": _record(self.before),
            "beside": [list(span) for span in self.beside],
            "undoes": self.undoes,
        }


def judgement_from(line: Mapping[str, Any]) -> Judgement:
    """The judgement that `as_dict` wrote.

    Raises
    ------
    DetenteError
        where the id does not fit what the line says.
    NewerSchema
        where the line is whole, but this version does not understand it.
    """
    said = {k: v for k, v in line.items() if k != "id"}
    if line.get("id") != digest(said):
        raise DetenteError("The line does not fit its checksum: it is torn, or was edited by hand.")
    try:
        if said.pop("schema") != SCHEMA_VERSION:
            raise UsageError("another schema")
        said["verdict"] = Verdict(said["verdict"])
        said["selectors"] = tuple(Selector(*parts) for parts in said["selectors"])
        said["beside"] = tuple((a, b) for a, b in said["beside"])
        said["value"], said["before"] = _finding(said["value"]), _finding(said["before"])
        return Judgement(**said)
    except (KeyError, TypeError, ValueError, UsageError):
        message = "A judgement was written by another version of détente."
        raise NewerSchema(message, hint="Install a newer détente.") from None


class NewerSchema(DetenteError):
    """Something in the case was written by a newer détente and cannot be understood by this one."""


def utc_now() -> str:
    """This moment, UTC, ISO 8601 with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def user_from_environment() -> str:
    """The user that `DETENTE_USER` names, else the login name; UsageError where there is none."""
    try:
        return os.environ.get("DETENTE_USER") or getpass.getuser()
    except (OSError, KeyError):
        raise UsageError(
            "It is not known who judges.", hint="Name yourself with --user, or set DETENTE_USER."
        ) from None


def _record(finding: Finding | None) -> dict[str, Any] | None:
    """A finding without its id: the line's own checksum guards it."""
    return None if finding is None else {k: v for k, v in finding.as_dict().items() if k != "id"}


def _finding(record: Mapping[str, Any] | None) -> Finding | None:
    return None if record is None else from_dict(dict(record))
