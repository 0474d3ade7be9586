"""Codebooks: which words report which kind of act, as data that an analyst reads and extends."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from detente.errors import DetenteError, UnknownName

PLOVER = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "NONE",
)  # fmt: skip
_ENTRY_KEYS = {
    "id", "type", "mode", "heads", "frame", "nominal", "negative", "caused", "predicted", "needs", "object",
    "without", "modality", "confidence", "each", "loose", "of", "case", "examples",
}  # fmt: skip
LANGUAGES = ("en", "ja", "ru")
_NEEDS = ("actor", "target", "states", "nothing")
_NOMINAL = ("strong", "roles", "never")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that an entry must (or, with `type` None, must not) find an act in."""

    text: str
    type: str | None
    actors: tuple[str, ...] | None = None
    targets: tuple[str, ...] | None = None
    actual: bool | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Which particles mark the roles of an act; each tuple in order of preference."""

    name: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    joint: bool = False
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a codebook: words, the act that they report, and when they do.

    Parameters
    ----------
    id : unique name; a later file's entry of the same id replaces the earlier one.
    type : PLOVER type or "NONE"; None keeps the words from being coded at all.
    heads : verbs, verbal nouns, or noun + particle + verb (意見を異にする).
    frame : name of the frame that gives the roles.
    nominal : whether the noun alone is coded: "strong" always, "roles" when it names a side, "never".
    negative : type of the negated act (批准しない: REJECT), None: the act is coded as denied.
    caused : type where somebody is made to do it (活動を停止させる: SANCTION), None: its own type.
    predicted : whether the act counts where it is only forecast (利害は今後も対立するだろう: no act).
    needs : "actor", "target", "states" (two different), or "nothing".
    object : words one of which must stand in the clause's object or compound; empty: any.
    without : words that must not stand there.
    each : whether coordinated objects are an act each (条約と宣言に署名する).
    loose : whether what stands with the words may make the act one of another type.
    of : nouns; every head is then an idiom with each of them (制裁, 禁輸: 制裁を解く, 禁輸を解く).
    case : the particle between such a noun and the head.
    """

    id: str
    type: str | None
    heads: tuple[str, ...]
    frame: str = "act"
    mode: str | None = None
    nominal: str = "roles"
    negative: str | None = None
    caused: str | None = None
    predicted: bool = True
    needs: str = "actor"
    object: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    modality: str | None = None
    confidence: float = 0.75
    each: bool = False
    loose: bool = False
    of: tuple[str, ...] = ()
    case: str = "を"
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Codebook:
    """All entries in force, by id, with the frames and word lists that they lean on."""

    language: str
    frames: dict[str, Frame] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def merged(self, other: Codebook) -> Codebook:
        """This codebook with another's frames, entries and word lists put over it."""
        return Codebook(
            self.language,
            {**self.frames, **other.frames},
            {**self.entries, **other.entries},
            {**self.words, **other.words},
        )


@lru_cache(maxsize=32)
def load_codebook(language: str, name: str, extra: tuple[str, ...] = ()) -> Codebook:
    """Our codebook `name` of a language, with the analyst's own files put over it in order.

    The files `name-….yaml` beside `name.yaml` belong to it, in the same form; frames stand in the first.

    Raises
    ------
    DetenteError
        where a file is missing, is no YAML, or an entry is wrong; the message names file and entry.
    """
    folder = files("detente.coding") / "codebooks" / language
    book = parse_codebook((folder / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    for part in sorted(folder.iterdir(), key=lambda file: file.name):
        if part.name.startswith(f"{name}-"):
            text = part.read_text(encoding="utf-8")
            book = book.merged(parse_codebook(text, part.name, known_frames=book.frames, language=language))
    for path in extra:
        text = text_of(path)
        book = book.merged(parse_codebook(text, path, known_frames=book.frames, language=language))
    return book


def text_of(path: str) -> str:
    """The text of an analyst's codebook; a DetenteError where the file is missing or not UTF-8."""
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise DetenteError(f"The codebook cannot be read ({why}).", where=path) from error


def records_for(data: Any, language: str | None, where: str) -> list[Any]:
    """The entries of a codebook file that are written for a language, as records.

    Parameters
    ----------
    data : the file as parsed: a list of entries, or a mapping with `entries`. An entry is for the
        language that its `lang` names, else the file's `language`, else any that reads the file.
    language : "en", "ja" or "ru"; None for all entries.
    where : the file, for errors.

    Raises
    ------
    UnknownName
        where a `lang` or `language` is none of ours.
    DetenteError
        where the file is neither, or an entry does not say its language though others do.
    """
    whole = data.get("language") if isinstance(data, dict) else None
    records = (data.get("entries") or []) if isinstance(data, dict) else data
    if not isinstance(records, list):
        raise DetenteError("A codebook is a list of entries, or a mapping with `entries`.", where=where)
    marked = any(isinstance(record, dict) and "lang" in record for record in records)
    own: list[Any] = []
    for record in records:
        fields = dict(record) if isinstance(record, dict) else {}
        lang = fields.pop("lang", whole)
        _check(f"language in {where}", lang, LANGUAGES, optional=True)
        if marked and lang is None:
            raise DetenteError(
                f'The entry "{fields.get("id", record)}" does not say its language, though other entries do.',
                where=where,
                hint="Give it `lang: en`, `lang: ja` or `lang: ru`, or the file a `language`.",
            )
        if language is None or lang in (None, language):
            own.append(fields or record)
    return own


def parse_codebook(
    text: str, where: str, known_frames: dict[str, Frame] | None = None, language: str | None = None
) -> Codebook:
    """Read and check the entries of one codebook for a language (None: all); `where` names it in errors."""
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise DetenteError(f"This is no YAML: {error}", where=where) from error
    records = records_for(data, language, where)
    ours = isinstance(data, dict) and (language is None or data.get("language", language) == language)
    shared = data if ours else {}
    frames = {name: _frame(name, spec) for name, spec in (shared.get("frames") or {}).items()}
    allowed = {**(known_frames or {}), **frames}
    entries: dict[str, Entry] = {}
    for record in records:
        entry = _entry(record, allowed, where)
        if entry.id in entries:
            raise DetenteError(f'Two entries have the id "{entry.id}".', where=where)
        entries[entry.id] = entry
    words = {name: _words(value) for name, value in (shared.get("words") or {}).items()}
    return Codebook(language or str(shared.get("language", "ja")), frames, entries, words)


def _frame(name: str, spec: dict[str, Any]) -> Frame:
    return Frame(
        name, _words(spec.get("actor")), _words(spec.get("target")),
        bool(spec.get("joint", False)), _words(spec.get("about")),
    )  # fmt: skip


def _entry(record: Any, frames: dict[str, Frame], where: str) -> Entry:
    if not isinstance(record, dict) or "id" not in record or "heads" not in record:
        raise DetenteError(
            f"An entry needs `id` and `heads`; found {record!r}.",
            where=where,
            hint="Entries for another language carry `lang: en`, `lang: ja` or `lang: ru`.",
        )
    place = f'{where}, entry "{record["id"]}"'
    for key in record:
        if key not in _ENTRY_KEYS:
            raise UnknownName(f"key in {place}", str(key), _ENTRY_KEYS)
    kind = record.get("type")
    _check(f"PLOVER type in {place}", kind, PLOVER, optional=True)
    _check(f"PLOVER type (negative) in {place}", record.get("negative"), PLOVER, optional=True)
    _check(f"PLOVER type (caused) in {place}", record.get("caused"), PLOVER, optional=True)
    for key in ("each", "loose", "predicted"):
        if not isinstance(record.get(key, True), bool):
            raise DetenteError(f"`{key}` is true or false, not {record[key]!r}.", where=place)
    _check(f"frame in {place}", record.get("frame", "act"), tuple(frames))
    _check(f"need in {place}", record.get("needs", "actor"), _NEEDS)
    _check(f"nominal use in {place}", record.get("nominal", "roles"), _NOMINAL)
    fields = {k: v for k, v in record.items() if k not in ("heads", "object", "without", "of", "examples")}
    return Entry(
        **{"type": None, **fields},
        heads=_words(record["heads"]),
        object=_words(record.get("object")),
        without=_words(record.get("without")),
        of=_words(record.get("of")),
        examples=tuple(_example(e) for e in record.get("examples") or ()),
    )


def _check(what: str, value: Any, known: tuple[str, ...], optional: bool = False) -> None:
    if value not in known and not (optional and value is None):
        raise UnknownName(what, str(value), known)


def _example(record: dict[str, Any]) -> Example:
    sides = {k: tuple(record[k]) for k in ("actors", "targets") if k in record}
    return Example(str(record["text"]), record.get("type"), actual=record.get("actual"), **sides)


def _words(value: Any) -> tuple[str, ...]:
    """A list, or one string with white space between the words."""
    if value is None:
        return ()
    return tuple(str(value).split()) if isinstance(value, str) else tuple(str(v) for v in value)
