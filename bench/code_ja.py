"""Speed of the Japanese coder on one core, in characters a second, beside GiNZA's parse of the same text.

    python bench/code_ja.py [FILE] [--times N] [--ginza ginza/bin/python]

FILE is a Japanese text; without it the built-in demonstration's sentences are repeated. What is timed is
`detente.coding.code` on a document that has been read, all kinds of finding, after one warm-up run. GiNZA is
timed on the same sentences, a parse only; where it is not installed, the command to install it in an
environment of its own is printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from detente.coding import code
from detente.reading import from_text, read

SENTENCES = (
    "両国の首脳は2003年9月に会談し、経済協力を強化することで合意した。",
    "外相は、条約の批准が延期されていることについて「遺憾である」と述べ、早期の批准を求めた。",
    "議会の反対により、輸入制限の撤廃は見送られる可能性があるとの見方が強い。",
    "米国は、中国が台湾への圧力を強めているとして、追加の制裁を科す方針を表明した。",
)
GINZA = "python -m venv ginza && ginza/bin/pip install ginza==5.3.0 ja-ginza==5.3.0"


def main() -> int:
    """Time both and print one line for each."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("file", nargs="?", type=Path)
    ask.add_argument("--times", type=int, default=3, help="runs; the fastest counts")
    ask.add_argument("--ginza", default=sys.executable, help="the Python that has GiNZA")
    given = ask.parse_args()
    text = given.file.read_text(encoding="utf-8") if given.file else "".join(SENTENCES) * 60
    document = read(given.file, language="ja") if given.file else from_text(text, name="bench", language="ja")
    code(from_text(SENTENCES[0], name="warm", language="ja"))
    characters = len(document.repaired.text)
    best = min(_seconds(lambda: code(document)) for _ in range(given.times))
    sys.stdout.write(
        f"détente  {characters / best:>10,.0f} characters a second ({characters:,} characters)\n"
    )
    sentences = [document.repaired.text[p.repaired_start : p.repaired_end] for p in document.passages]
    took = _ginza(given.ginza, sentences, given.times)
    if took is None:
        sys.stdout.write(f"GiNZA    not installed; to compare, in an environment of its own:\n  {GINZA}\n")
        return 0
    sys.stdout.write(f"GiNZA    {characters / took:>10,.0f} characters a second (parse only)\n")
    sys.stdout.write(f"ratio    {took / best:>10,.1f}\n")
    return 0


PARSE = """
import json, sys, time, spacy
sentences, times = json.load(sys.stdin)
parser = spacy.load("ja_ginza")
parser(sentences[0])
best = None
for _ in range(times):
    start = time.perf_counter()
    list(parser.pipe(sentences))
    took = time.perf_counter() - start
    best = took if best is None else min(best, took)
print(best)
"""


def _ginza(python: str, sentences: list[str], times: int) -> float | None:
    """Seconds of GiNZA's fastest parse in another Python, None where it is not installed there."""
    asked = json.dumps([sentences, times])
    command = [python, "-W", "ignore", "-c", PARSE]
    run = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    return float(run.stdout) if run.returncode == 0 else None


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
