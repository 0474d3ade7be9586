"""Text that was printed several times over itself to look bold, as extraction hands it on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from detente.reading.document import Repaired
from detente.reading.lines import split_lines
from detente.reading.repair.substitution import Edit, substitute

_TIMES = (4, 3, 5, 6, 8, 2)
_LONGEST = 400
_PART = re.compile(r"\S+(?: \S+)*")
_MARKER = re.compile(r"(?<![（(\[［])(([（(\[［])\2{1,8})\s*([0-9]{2,24})\s*(([）)\]］])\5{1,8})")
_KANJI = re.compile(r"[\u4e00-\u9fff々]")


def without_overprint(value: Repaired) -> Repaired:
    """Print a heading once that stands n times, as a whole or character by character.

    Only a line that is nothing but overprint is touched, a sentence only where each single character
    is printed over; honest repetition (人々, 2002, that that,
    1111, ……) is not.
    """
    return substitute(value, _headings(value.text))


def plain_markers(value: Repaired) -> Repaired:
    """Print once a note marker whose brackets and digits all stand n times."""
    return substitute(value, _markers(value.text))


def _headings(text: str) -> Iterator[Edit]:
    for line in split_lines(text):
        by_character = _by_character(line.text)
        if by_character:
            yield from (Edit(line.start + a, line.start + b, once) for a, b, once in by_character)
            continue
        if len(line.text) > _LONGEST or "。" in line.text or not _repeats(line.text):
            continue
        for part in _PART.finditer(line.text):
            found = _collapse(part.group()) or _collapse_words(part.group())
            if found:
                offset = line.start + part.start()
                yield from (Edit(offset + a, offset + b, once) for a, b, once in found)


def _by_character(line: str) -> list[tuple[int, int, str]]:
    """What to delete of a line, a sentence even, in which every single character stands n times."""
    for times in (2, 3, 4, 5, 6, 8):
        words = list(re.finditer(r"\S+", line))
        if not words or any(not _each(word.group(), times) for word in words):
            continue
        letters = [char for word in words for char in word.group()[::times] if char.isalpha()]
        if len(letters) >= 8 and len(set(letters)) >= 5:
            starts = (at for word in words for at in range(word.start(), word.end(), times))
            return [(at + 1, at + times, "") for at in starts]
    return []


def _each(word: str, times: int) -> bool:
    """Whether every character of a word stands `times` times."""
    return len(word) % times == 0 and all(word[at::times] == word[::times] for at in range(1, times))


def _repeats(line: str) -> bool:
    """A cheap look ahead: the first character comes back at least once per printing."""
    return line.count(line[0]) > 1


def _collapse_words(part: str) -> list[tuple[int, int, str]] | None:
    found: list[tuple[int, int, str]] = []
    for word in re.finditer(r"\S+", part):
        inner = _collapse(word.group())
        if not inner:
            return None
        found += [(word.start() + a, word.start() + b, once) for a, b, once in inner]
    return found


def _collapse(part: str) -> list[tuple[int, int, str]] | None:
    """Split a string wholly into units printed n times over; None where it is no overprint."""
    for times in _TIMES:
        if len(part) % times == 0:
            units = _units(part, times)
            if units and _is_overprint(units, times):
                return _placed(units, times)
    return None


def _placed(units: tuple[str, ...], times: int) -> list[tuple[int, int, str]]:
    """Delete all printings of a unit but the first, so that each character keeps its own place."""
    placed, at = [], 0
    for unit in units:
        placed.append((at + len(unit), at + len(unit) * times, ""))
        at += len(unit) * times
    return placed


def _units(part: str, times: int) -> tuple[str, ...] | None:
    """The units u1, u2, … with part == u1*times + u2*times + …, or None."""

    @cache
    def rest(at: int) -> tuple[str, ...] | None:
        if at == len(part):
            return ()
        for size in range((len(part) - at) // times, 0, -1):
            unit = part[at : at + size]
            if part.startswith(unit, at + size) and part.startswith(unit * times, at):
                tail = rest(at + size * times)
                if tail is not None:
                    return (unit, *tail)
        return None

    return rest(0)


def _is_overprint(units: tuple[str, ...], times: int) -> bool:
    """Whether repetition so long and so exact cannot be meant by the author."""
    once = "".join(units)
    letters = {char for char in once if char.isalpha()}
    kanji = bool(_KANJI.search(once))
    if not letters or (once.isascii() and len(letters) < 4):
        return False
    if times == 2:
        return len(once) >= 5 and len(letters) >= 4
    if times == 3:
        return len(once) >= (3 if kanji else 5) and len(letters) >= 2
    return len(once) >= 2 and (kanji or len(letters) >= 3 or len(units) > 1)


def _markers(text: str) -> Iterator[Edit]:
    """Markers such as （（（（1111）））） and （（（（10101010））））, to （1） and （10）."""
    for match in _MARKER.finditer(text):
        opened, opening, digits, closed, closing = match.groups()
        times = min(len(opened), len(closed))
        number = _once(digits, times)
        if number:
            # A bracket more on one side belongs to the text around the marker.
            start, end = match.end(1) - times, match.start(4) + times
            yield Edit(start, end, f"{opening}{number}{closing}")


def _once(digits: str, times: int) -> str | None:
    """The number that stands `times` times in digits, as a whole or digit by digit."""
    size, odd = divmod(len(digits), times)
    if odd or not 1 <= size <= 3:
        return None
    whole = digits[:size]
    single = digits[::times]
    if whole * times == digits:
        return whole
    return single if "".join(char * times for char in single) == digits else None
