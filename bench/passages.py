"""Score the event coder on the project's own passages (tests/passages): found, type and sides, by type.

    python bench/passages.py [--lang ja] [--aside] [--errors TYPE] [--every 4]

The format is told in tests/passages/README.md. A passage is read and coded as a document of its own; hits are
counted as in bench/cases.py. Without --aside the passages that may be read are scored, with it those that are
only measured: of these no text is ever printed. After each type: how many, the share found, the share found
with this type.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases import Case, Pool, add, coded

PASSAGES = Path(__file__).resolve().parents[1] / "tests" / "passages"
HEAD = re.compile(r"## (\S+) (\S+) ([A-Z0-9]{2,6})-([A-Z0-9]{2,6})")
LINE = re.compile(r"(\d+) ([A-Z]+(?:/[A-Z]+)*) (\S+) > (\S+)((?: (?:false|weak))*)")
MARK = re.compile(r"<(/?)(\d+)>")
NAMED = {"TWN": "Taiwan", "XKX": "Kosovo"}
SHOWN = ("P", "R", "F1", "coded", "plover", "actors", "targets")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as a case of bench/cases.py, the file it stands in, and whether it is kept aside."""

    case: Case
    file: str
    aside: bool


def load(language: str) -> Iterator[Passage]:
    """The passages of a language in the order of their files; a mistake raises ValueError with its place."""
    for path in sorted(PASSAGES.glob(f"{language}-*.txt")):
        for number, block in enumerate(path.read_text(encoding="utf-8").strip().split("\n\n"), 1):
            try:
                case = parse(block.split("\n"), f"{path.stem}-{number}", language)
            except ValueError as error:
                raise ValueError(f"{path.name}, passage {number}: {error}") from error
            yield Passage(case, path.name, kept_aside(case["text"]))


def kept_aside(text: str) -> bool:
    """Whether a passage is only measured: one in six, by the SHA-256 of its text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 6 == 0


def parse(lines: list[str], name: str, language: str) -> Case:
    """One passage: its head line, its text with the events marked, and a line for each event."""
    head = HEAD.fullmatch(lines[0])
    if head is None or len(lines) < 2:
        raise ValueError(f"not a head line and a text: {lines[0][:60]}")
    text, spans = unmarked(lines[1])
    findings = [event(line, text, spans) for line in lines[2:]]
    if len(findings) != len(spans):
        raise ValueError("not one line for each mark")
    date = head[2].strip("-") or None
    return {
        "id": name, "lang": language, "genre": head[1], "dyad": [head[3], head[4]], "date": date,
        "text": text, "findings": findings,
    }  # fmt: skip


def unmarked(line: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text without its marks, and the [start, end) that each number marked."""
    text, at = "", 0
    begun: dict[int, int] = {}
    spans: dict[int, tuple[int, int]] = {}
    for mark in MARK.finditer(line):
        text, at = text + line[at : mark.start()], mark.end()
        number = int(mark[2])
        if mark[1]:
            spans[number] = (begun.pop(number), len(text))
        else:
            begun[number] = len(text)
    if begun:
        raise ValueError(f"marks without an end: {sorted(begun)}")
    return text + line[at:], spans


def event(line: str, text: str, spans: dict[int, tuple[int, int]]) -> dict[str, Any]:
    """The event of a line such as `2 CONCEDE/RETREAT JPN > CHN false`."""
    told = LINE.fullmatch(line)
    if told is None:
        raise ValueError(f"not a line of an event: {line}")
    start, end = spans[int(told[1])]
    quote, (kind, *others) = text[start:end], told[2].split("/")
    places = [m.start() for m in re.finditer(f"(?={re.escape(quote)})", text)]
    return {
        "kind": "event", "quote": quote, "occurrence": places.index(start),
        "plover": kind, "plover_alt": others, "actors": sides(told[3]), "targets": sides(told[4]),
        "actual": "false" not in told[5], "weak": "weak" in told[5],
        "date": None, "issue": None, "modality": None,
    }  # fmt: skip


def sides(told: str) -> list[str]:
    """The codes of one side as the coder writes them; none where it is a dash."""
    return [] if told == "-" else [NAMED.get(code, code) for code in told.split("+")]


def measure(passages: list[Passage]) -> tuple[Pool, Counter[str], Counter[str]]:
    """The pool of all events; how many of each type were expected, and the errors by their kind."""
    pool, expected = Pool(), Counter[str]()
    for passage in passages:
        add(pool, passage.case, "event", [f for f in coded(passage.case) if f["kind"] == "event"])
        expected.update(f["plover"] for f in passage.case["findings"] if not f["weak"])
    wrong = Counter(label.split(" -> ")[0] for label, _, _ in pool.errors)
    return pool, expected, wrong


def main() -> None:
    """Print the scores."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--lang", choices=("ja", "en"))
    parser.add_argument("--aside", action="store_true", help="the passages that are only measured")
    parser.add_argument("--errors", metavar="TYPE", help="show what of this PLOVER type was missed or false")
    parser.add_argument("--every", type=int, default=1, help="only every n-th passage")
    given = parser.parse_args()
    for language in [given.lang] if given.lang else ["ja", "en"]:
        chosen = [p for p in load(language) if p.aside == given.aside][:: given.every]
        pool, expected, wrong = measure(chosen)
        row = pool.summary()
        shown = "  ".join(f"{name} {row[name]:.3f}" for name in SHOWN)
        print(f"{language}, {len(chosen)} passages, {pool.expected} events: {shown}")
        for kind, count in sorted(expected.items()):
            found = count - wrong[f"missed {kind}"]
            typed = found - wrong[f"plover: {kind}"]
            print(f"  {kind:10} {count:5} {found / count:.2f} {typed / count:.2f}")
        if given.errors and not given.aside:
            for label, name, words in pool.errors:
                if given.errors in label:
                    print(f"{label}  [{name}] {words}")


if __name__ == "__main__":
    main()
