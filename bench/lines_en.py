"""Measure both readings of English newswire lines beside each other: with the parser and without.

    python bench/lines_en.py [--lines N] [--memory N]

What is right is measured on the sets of `bench/coding_en_news.py`, which lie beside a developer's
checkout; speed on their real lines that name two states, and on built sentences of all kinds. Lines a
second are given by the clock and by processor time: the second does not depend on what else runs.
The light grammar was written while reading errors on the even lines of the first set only, and on the
first halves of the others.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from code_en import sentences
from coding_en_news import CLASSES, DATA, macro, unmarked

WAYS = (("with the parser", False), ("--shallow", True))


def dyads() -> None:
    """State dyad and PLOVER type from raw text, by the lines that were read for errors and the others."""
    from detente.coding.en import code_lines

    rows = [json.loads(line) for line in (DATA / "gsr_interstate_dev.jsonl").read_text("utf-8").splitlines()]
    gold = [{tuple(event) for event in row["events"]} for row in rows]
    parts = {
        "even lines": range(0, len(rows), 2),
        "odd lines": range(1, len(rows), 2),
        "all": range(len(rows)),
    }
    for way, shallow in WAYS:
        coded = code_lines((row["text"] for row in rows), shallow=shallow)
        found = [{(a, b, e["plover"]) for e in line["events"] for a, b in e["dyads"]} for line in coded]
        for name, part in parts.items():
            right = sum(len(gold[i] & found[i]) for i in part)
            p = right / max(1, sum(len(found[i]) for i in part))
            r = right / max(1, sum(len(gold[i]) for i in part))
            print(f"  {way:16} {name:11} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")


def classes() -> None:
    """Five classes with "no event" by the main event of each line."""
    from detente.coding.en import code_lines

    rows = _table("dev_cameo_class_train_clean.tsv")
    gold = [int(row["penta"]) for row in rows]
    for way, shallow in WAYS:
        coded = code_lines((row["sentence"] for row in rows), shallow=shallow)
        found = [CLASSES[line["events"][0]["plover"]] if line["events"] else 0 for line in coded]
        print(f"  {way}")
        macro(gold, found, list(range(5)))


def speed(lines: int) -> None:
    """Lines a second of each way, on real lines between states and on built ones."""
    real = between_states()
    texts: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
        ("real lines that name two states", lambda: itertools.islice(itertools.cycle(real), lines)),
        ("built sentences of all kinds", lambda: sentences(lines)),
    )
    for title, make in texts:
        for way, shallow in WAYS:
            for workers in (1, 2):
                wall, processor = _timed(make(), shallow, workers)
                print(
                    f"  {title:31} {way:16} {workers} process(es): {lines / wall:6,.0f} lines/s, "
                    f"{lines / processor:6,.0f} a second of processor time",
                    flush=True,
                )


def _timed(texts: Iterator[str], shallow: bool, workers: int) -> tuple[float, float]:
    """Seconds by the clock and of processor time, those of the pool included."""
    from detente.coding.en import code_lines

    list(code_lines(itertools.islice(sentences(50), 50), shallow=shallow))
    start, used = time.perf_counter(), _processor_time()
    for _ in code_lines(texts, shallow=shallow, workers=workers):
        pass
    return time.perf_counter() - start, _processor_time() - used


def _processor_time() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in both)


def memory(lines: int) -> None:
    """Peak memory of one process over many lines, each with words of its own, after every tenth of them."""
    from detente.coding.en import code_lines

    texts = (f"{text} Report {n}-{n:x}." for n, text in enumerate(itertools.cycle(newswire())))
    start = time.perf_counter()
    for done in code_lines(itertools.islice(texts, lines), shallow=True):
        if done["line"] % max(lines // 10, 1) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            rate = done["line"] / (time.perf_counter() - start)
            print(f"  after {done['line']:9,} lines: peak {peak:,.0f} MB, {rate:,.0f} lines/s", flush=True)


def newswire() -> list[str]:
    """The distinct lines of all three sets."""
    rows = (DATA / "gsr_interstate_dev.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows]
    texts += [unmarked(row["marked_sentence"])[0] for row in _table("dev_plv_train.tsv")]
    texts += [row["sentence"] for row in _table("dev_cameo_class_train_clean.tsv")]
    return list(dict.fromkeys(texts))


def between_states() -> list[str]:
    """The lines that name actors of two states."""
    from detente import ontology

    def states(text: str) -> set[str]:
        return {code.split("/")[0] for m in ontology.mentions(text, "en", None) for code in m.actors}

    return [text for text in newswire() if len(states(text)) > 1]


def _table(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def main() -> int:
    """Print what both ways find and how fast they are; say so where the data is absent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--lines", type=int, default=4_000, help="lines for each measurement of speed")
    parser.add_argument("--memory", type=int, metavar="N", help="only: peak memory over N lines, --shallow")
    args = parser.parse_args()
    if not Path(DATA).is_dir():
        print(f"The measuring data is not beside this checkout (expected at {DATA}); nothing was measured.")
        return 1
    if args.memory:
        memory(args.memory)
        return 0
    print("state dyad and type from raw text")
    dyads()
    print("five classes with no event")
    classes()
    print("speed")
    speed(args.lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
