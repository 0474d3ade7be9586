"""The records that coders find in a document, each anchored to its passage."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar

from detente.errors import DetenteError, UnknownName


class Modality(StrEnum):
    """How an event is put: as fact, or as one of the ways of not yet or never being one."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    SCHEDULED = "scheduled"
    PREDICTED = "predicted"
    PREDICTED_NOT = "predicted-not"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


_FINDER = frozenset({"coder", "confidence", "rule"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found in a document, with the passage that it rests on.

    Parameters
    ----------
    document : SHA-256 (hex) of the stored text.
    start, end : code points, half-open, into the stored text.
    quote : the stored text between start and end, exactly.
    page : physical page, from 1; None where the format has no pages.
    coder : name and version of the coder, for instance "ja-rules.v1".
    confidence : the coder's estimate in [0, 1] that the finding is right.
    rule : the codebook entry or grammar rule that made it.
    """

    kind: ClassVar[str] = ""

    document: str
    start: int
    end: int
    quote: str
    page: int | None = None
    coder: str = ""
    confidence: float = 1.0
    rule: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise DetenteError(f"A finding needs 0 <= start < end; got [{self.start}, {self.end}).")
        if not 0.0 <= self.confidence <= 1.0:
            raise DetenteError(f"Confidence lies in [0, 1]; got {self.confidence}.")

    @property
    def id(self) -> str:
        """Hash of what the finding says and where; coder, rule and confidence are left out."""
        said = {k: v for k, v in self._plain().items() if k not in _FINDER}
        return digest([self.kind, said])

    @property
    def slot(self) -> str:
        """Hash of (document, kind, anchor): what a judgement binds to."""
        return digest(["slot", self.document, self.kind, self.start, self.end])

    def as_dict(self) -> dict[str, Any]:
        """The record as `detente code --format jsonl` prints it, keys in fixed order."""
        return {"id": self.id, "kind": self.kind, **self._plain()}

    def _plain(self) -> dict[str, Any]:
        """The fields by name, nested records as mappings; `dataclasses.asdict` takes ten times as long."""
        return {f.name: _unnested(getattr(self, f.name)) for f in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Finding):
    """An act, joint act or reported conduct of a political actor.

    `date` is EDTF or None; `actors` and `targets` are ISO 3166-1 alpha-3 codes or short names of
    organisations, each with "/agent" where one is named; `plover` is one of the 16 PLOVER types or
    "NONE"; `issue` a code of the issue list; `holder` who reports it, None for the author.
    """

    kind: ClassVar[str] = "event"

    date: str | None = None
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    action: str = ""
    plover: str = "NONE"
    mode: str | None = None
    issue: str = "other"
    modality: str = Modality.ASSERTED
    actual: bool = True
    hedged: bool = False
    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Finding):
    """A direct quotation, or reported speech or opinion with a holder.

    `speaker` names one or several speakers, empty where the text names none; `note` is the number
    of the note that hangs on the quotation, else None.
    """

    kind: ClassVar[str] = "statement"

    speaker: tuple[str, ...] = ()
    role: str | None = None
    date: str | None = None
    direct: bool = False
    note: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Finding):
    """The stance of an actor on an issue, with the reasons that the text gives."""

    kind: ClassVar[str] = "position"

    actor: str = ""
    issue: str = "other"
    stance: str = ""
    reasons: tuple[str, ...] = ()
    reason_quotes: tuple[str, ...] = ()
    hedged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEvent:
    """A dated step in the life of an agreement, anchored like a finding."""

    event: str
    date: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Finding):
    """A named or described instrument or commitment between parties, with its status events."""

    kind: ClassVar[str] = "agreement"

    name: str = ""
    parties: tuple[str, ...] = ()
    signed: str | None = None
    status_events: tuple[StatusEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Finding):
    """A matter on which parties stand against each other, with its last status."""

    kind: ClassVar[str] = "dispute"

    name: str = ""
    parties: tuple[str, ...] = ()
    issue: str = "other"
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CausalClaim(Finding):
    """A link from cause to effect that the text states; `sign` is "+" or "-".

    `cause_span` and `effect_span` are (start, end) into the stored text, None where not located.
    """

    kind: ClassVar[str] = "causal_claim"

    cause: str = ""
    effect: str = ""
    cause_span: tuple[int, int] | None = None
    effect_span: tuple[int, int] | None = None
    sign: str = "+"
    hedged: bool = False
    negated: bool = False
    holder: str = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook(Finding):
    """A statement about the future; `conditional` needs a stated condition."""

    kind: ClassVar[str] = "outlook"

    condition: str | None = None
    consequence: str = ""
    conditional: bool = False
    holder: str = "author"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Finding):
    """The marker of a note, tied to the sentence that it hangs on and to the note's own text.

    `start`/`end` are those of the marker; `text_start`/`text_end` are None where the document does
    not hold the note's text.
    """

    kind: ClassVar[str] = "note"

    note: int = field(default=0)
    sentence_start: int = 0
    sentence_end: int = 0
    text_start: int | None = None
    text_end: int | None = None


RECORDS: tuple[type[Finding], ...] = (
    Event,
    Statement,
    Position,
    Agreement,
    Dispute,
    CausalClaim,
    Outlook,
    Note,
)
KINDS: dict[str, type[Finding]] = {record.kind: record for record in RECORDS}


def from_dict(record: dict[str, Any]) -> Finding:
    """Build the finding that `as_dict` wrote; unknown kinds and fields raise.

    A stored `id` that does not match what the record says raises too: the record was altered.
    """
    kind = str(record.get("kind"))
    if kind not in KINDS:
        raise UnknownName("kind of finding", kind, KINDS)
    cls = KINDS[kind]
    known = {f.name for f in fields(cls)}
    given = {k: _frozen(k, v) for k, v in record.items() if k not in ("id", "kind")}
    for name in given:
        if name not in known:
            raise UnknownName(f"field of {kind}", name, known)
    finding = cls(**given)
    if "id" in record and record["id"] != finding.id:
        raise DetenteError(
            f'The id "{record["id"]}" does not fit what the record says ({finding.id}).',
            hint="Records are not edited by hand; use `detente judge`.",
        )
    return finding


def digest(value: Any) -> str:
    """The first 16 hex digits of SHA-256 over canonical JSON (sorted keys, no spaces, UTF-8)."""
    canonical = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()[:16]


def _unnested(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], StatusEvent):
        return tuple(asdict(step) for step in value)
    return value


def _frozen(name: str, value: Any) -> Any:
    if name == "status_events":
        return tuple(s if isinstance(s, StatusEvent) else StatusEvent(**s) for s in value)
    return tuple(value) if isinstance(value, list) else value
