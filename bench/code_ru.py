"""Speed of the Russian coder on one core, in characters a second, beside natasha's own pipeline.

    python bench/code_ru.py [FILE] [--times N]

FILE is a Russian text; without it built-in sentences are repeated. Timed are `detente.coding.code` on a
document that has been read, and natasha's segmenter, tagger, parser and names on the same characters, as
its README runs them. The fastest of N runs counts, after one warm-up of each.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from detente.coding import code
from detente.reading import from_text

SENTENCES = (
    "Президенты двух стран встретились в Женеве и договорились вернуть послов. ",
    "Министр иностранных дел заявил, что Россия ответит на новые санкции США. ",
    "Парламент ратифицировал договор о дружбе, подписанный в 2003 году в Москве. ",
    "Япония выразила протест в связи с пуском ракеты и потребовала объяснений от КНДР. ",
)


def main() -> int:
    """Time both and print one line for each, and the ratio."""
    ask = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ask.add_argument("file", nargs="?", type=Path)
    ask.add_argument("--times", type=int, default=3, help="runs; the fastest counts")
    given = ask.parse_args()
    text = given.file.read_text(encoding="utf-8") if given.file else "".join(SENTENCES) * 60
    document = from_text(text, name="bench", language="ru")
    ours = _fastest(lambda: code(document), given.times)
    theirs = _fastest(_pipeline(text), given.times)
    sys.stdout.write(f"détente  {len(text) / ours:>10,.0f} characters a second ({len(text):,} characters)\n")
    sys.stdout.write(f"natasha  {len(text) / theirs:>10,.0f} characters a second\n")
    sys.stdout.write(f"ratio    {theirs / ours:>10,.2f}\n")
    return 0


def _fastest(work: Callable[[], object], times: int) -> float:
    work()
    return min(_seconds(work) for _ in range(times))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _pipeline(text: str) -> Callable[[], object]:
    """What natasha's README does with a text, lemmas left out (pymorphy2 needs an older Python)."""
    from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding, segmenter = NewsEmbedding(), Segmenter()
    steps = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)

    def run() -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(steps[0])
        doc.parse_syntax(steps[1])
        doc.tag_ner(steps[2])
        return doc

    return run


if __name__ == "__main__":
    sys.exit(main())
