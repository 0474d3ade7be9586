"""Measure the English coder's speed: bulk lines a second, documents, memory, cold start.

    python bench/code_en.py [--lines N] [--workers N] [--long LINES] [--run-on CHARS]

The sentences are built from names and verbs by a fixed draw: nothing outside the repository is read.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

STATES = (
    "Kenya",
    "Uganda",
    "Norway",
    "Peru",
    "Chile",
    "India",
    "Pakistan",
    "Japan",
    "China",
    "Greece",
    "Turkey",
)
ACTS = (
    "accused {b} on Tuesday of breaking the ceasefire along the border, a government spokesman said.",
    "and {b} signed an agreement on fishing rights after two days of talks in Geneva.",
    "has threatened to impose sanctions on {b} if it does not withdraw its troops from the region.",
    "will send medical supplies to {b} next week, the foreign ministry announced on Monday.",
    "rejected a proposal by {b} to hold joint military exercises in the spring.",
)
QUIET = (
    "The annual harvest festival drew thousands of visitors to the old town on Sunday.",
    "Shares in the company fell by three percent after the results were published on Thursday.",
    "Heavy rain is forecast for the northern provinces of {a} over the weekend.",
)


def sentences(n: int) -> Iterator[str]:
    """`n` sentences of newswire; three in five name two states."""
    draw = random.Random(1)
    for _ in range(n):
        a, b = draw.sample(STATES, 2)
        if draw.random() < 0.6:
            yield f"{a} {draw.choice(ACTS).format(b=b)}"
        else:
            yield draw.choice(QUIET).format(a=a)


def resident() -> float:
    """The memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 1024**2


def long_run(lines: int) -> None:
    """Code many lines in one process and print its memory after every fifth of them."""
    from detente.coding.en import code_lines

    start = time.perf_counter()
    for done in code_lines(f"{text} Report {n}-{n:x}." for n, text in enumerate(sentences(lines))):
        if done["line"] % max(lines // 5, 1) == 0:
            rate = done["line"] / (time.perf_counter() - start)
            print(f"after {done['line']:,} lines: {resident():,.0f} MB, {rate:,.0f} lines/s", flush=True)


def run_on(characters: int) -> None:
    """Code texts without a full stop, of this length and of half, and print how the time grows."""
    from detente.coding.en import code
    from detente.reading import from_text

    took = []
    for size in (characters // 2, characters):
        text = (" while ".join(s.rstrip(".") for s in sentences(size // 60)))[:size]
        start = time.perf_counter()
        code(from_text(text, name="run-on", language="en"))
        took.append(time.perf_counter() - start)
    growth = took[1] / took[0]
    print(f"{characters:,} characters without a full stop: {took[1]:.1f} s, {growth:.2f} times half of them")


def main() -> int:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--long", type=int, metavar="LINES", help="only: memory over a long run")
    parser.add_argument("--run-on", type=int, metavar="CHARS", help="only: a text without full stops")
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    if args.long or args.run_on:
        if args.long:
            long_run(args.long)
        if args.run_on:
            run_on(args.run_on)
        return 0
    start = time.perf_counter()
    from detente.coding.en import code, code_lines
    from detente.reading import from_text

    text = " ".join(sentences(400))
    code(from_text(next(sentences(1)), name="bench", language="en"))
    print(f"cold start to the first document: {time.perf_counter() - start:.2f} s")
    start = time.perf_counter()
    found = code(from_text(text, name="bench", language="en"))
    took = time.perf_counter() - start
    print(
        f"a document of {len(text):,} characters: {len(text) / took:,.0f} characters/s, {len(found)} findings"
    )
    for workers, interstate in ((1, False), (args.workers, False), (args.workers, True)):
        start = time.perf_counter()
        lines = sum(1 for _ in code_lines(sentences(args.lines), workers=workers, interstate=interstate))
        took = time.perf_counter() - start
        kind = "events between states" if interstate else "all events"
        print(f"{lines:,} lines, {kind}, {workers} process(es): {lines / took:,.0f} lines/s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory: {peak:,.0f} MB, largest process of the pool {child:,.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
