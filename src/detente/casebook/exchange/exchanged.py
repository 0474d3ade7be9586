"""A finding with what is known of it, as all forms of exchange carry it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Self

from detente.casebook.in_force import InForce
from detente.findings import Finding, from_dict


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanged:
    """A finding in force, ready to leave the case.

    Parameters
    ----------
    finding : the record.
    in_force : machine, accepted, changed or added.
    judged_by, judgement, reason : user, id and reason of the judgement in force; None where there is none.
    moved, contested : see `InForce`.
    file : the name of the source's file.
    prefix, suffix : up to 32 code points of text on each side of the passage; only Web Annotation
        carries them.
    """

    finding: Finding
    in_force: str = "machine"
    judged_by: str | None = None
    judgement: str | None = None
    reason: str | None = None
    moved: bool = False
    contested: bool = False
    file: str = ""
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, row: InForce, file: str, prefix: str = "", suffix: str = "") -> Self:
        """A row of `Case.findings` with the file and the context that it stands in."""
        known = {name: value for name, value in row.as_dict().items() if name in BESIDE}
        return cls(finding=row.finding, file=file, prefix=prefix, suffix=suffix, **known)

    def as_dict(self) -> dict[str, Any]:
        """The finding's fields and, beside them, what is known of it; without the context."""
        return {**self.finding.as_dict(), **{name: getattr(self, name) for name in BESIDE}}

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Self:
        """What `as_dict` gave; fields that are missing beside the finding take their defaults."""
        own = {name: value for name, value in record.items() if name not in BESIDE}
        return cls(finding=from_dict(own), **{name: record[name] for name in BESIDE if name in record})


BESIDE = tuple(f.name for f in fields(Exchanged) if f.name not in ("finding", "prefix", "suffix"))
