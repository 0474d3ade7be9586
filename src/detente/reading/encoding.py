"""The encoding of a text file, found out by trying and judging, or given by the user."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from detente.errors import UnknownName, UnreadableSource
from detente.reading.plausibility import plausibility

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp932", "euc_jis_2004", "euc_jp", "cp1251", "koi8_r", "cp1252", "cp866", "iso8859_5")
ENCODINGS = (
    "utf-8",
    "utf-16",
    "shift_jis",
    "cp932",
    "euc-jp",
    "iso-2022-jp",
    "windows-1251",
    "koi8-r",
    "windows-1252",
)
"""The encodings that are found out and those that messages name; Python's others can be given."""
_SAMPLE = 64_000
_LEAST = 0.15
_CLEAR_BONUS = {"cp932": 0.02, "cp1251": 0.01}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line ends kept and without byte-order mark, and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, *, where: str, encoding: str | None = None) -> Decoded:
    """Decode a text file.

    Raises
    ------
    UnknownName
        where the encoding given is not known to Python.
    UnreadableSource
        where the bytes do not fit the encoding given (with the place of the first that does not),
        or where no encoding gives a plausible text.
    """
    if encoding is not None:
        return _given(data, encoding, where)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], name, where)
    wide = utf16_without_bom(data)
    if wide:
        return _strict(data, wide, where)
    if b"\x1b$" in data or b"\x1b(J" in data:
        return _strict(data, "iso2022_jp_ext", where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _most_plausible(data, error.start, where)


def encoding_named(encoding: str) -> str:
    """Python's name of an encoding of text; Shift_JIS is read as cp932, which holds it.

    Raises UnknownName where Python knows none, or one that is not of text, such as "hex".
    """
    try:
        b" ".decode(encoding, "replace")
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UnknownName("encoding", encoding, ENCODINGS) from None
    return "cp932" if name in ("shift_jis", "shift-jis") else name


def _given(data: bytes, encoding: str, where: str) -> Decoded:
    name = encoding_named(encoding)
    for bom, marked in _BOMS:
        if data.startswith(bom) and marked.startswith(name.removesuffix("-sig")):
            return _strict(data[len(bom) :], marked, where)
    return _strict(data, "utf-16-le" if name == "utf-16" else name, where)


def _strict(data: bytes, encoding: str, where: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        found = data[error.start : error.start + 4].hex(" ")
        raise UnreadableSource(
            f"Byte {error.start} (found {found}) is not {encoding}, the encoding expected here.",
            where=where,
            hint=f"Give another encoding, or none to have it found out; known: {', '.join(ENCODINGS)}.",
        ) from None


def utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows in its zero bytes (Latin text), else in its lines' ends and its script."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(data) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    units = len(sample) / 2
    if odd > 0.3 * units and even < 0.02 * units + 1:
        return "utf-16-le"
    if even > 0.3 * units and odd < 0.02 * units + 1:
        return "utf-16-be"
    if 0 in sample or _could_be_bytes(sample):
        marks = {name: _wide_plausibility(sample, name) for name in ("utf-16-le", "utf-16-be")}
        best = max(marks, key=lambda name: marks[name])
        return best if marks[best] > (0.3 if 0 in sample else 0.5) else None
    return None


def _could_be_bytes(sample: bytes) -> bool:
    """Whether a text of one-byte units is unlikely, so that two-byte units are worth a trial."""
    try:
        sample[: len(sample) // 2 * 2].decode("utf-8")
    except UnicodeDecodeError:
        return sum(byte in (0x04, 0x30) for byte in sample) > 0.2 * len(sample)
    return sum(byte in (0x04,) for byte in sample) > 0.2 * len(sample)


def _wide_plausibility(sample: bytes, encoding: str) -> float:
    try:
        return plausibility(sample.decode(encoding))
    except UnicodeDecodeError:
        return -3.0


def _most_plausible(data: bytes, not_utf8_at: int, where: str) -> Decoded:
    marks: dict[str, float] = {}
    sample = data if len(data) <= _SAMPLE else data[: data.rfind(b"\n", 0, _SAMPLE) + 1 or _SAMPLE]
    for name in _CANDIDATES:
        try:
            marks[name] = plausibility(sample.decode(name)) + _CLEAR_BONUS.get(name, 0.0)
        except UnicodeDecodeError:
            continue
    for name in sorted(marks, key=lambda name: -marks[name]):
        if marks[name] < _LEAST:
            break
        try:
            return Decoded(data.decode(name), name)
        except UnicodeDecodeError:
            continue
    return _by_statistics(data, not_utf8_at, where)


def _by_statistics(data: bytes, not_utf8_at: int, where: str) -> Decoded:
    """Encodings beyond the usual ones, as charset-normalizer judges them."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None and best.encoding and best.chaos < 0.1:
        return _strict(data, best.encoding, where)
    raise UnreadableSource(
        f"No encoding gives a plausible text (expected UTF-8, which byte {not_utf8_at} is not).",
        where=where,
        hint=f"Name it with --encoding; known: {', '.join(ENCODINGS)}.",
    )
