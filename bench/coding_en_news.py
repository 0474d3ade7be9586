"""Measure the English coder on three sets of news sentences that lie beside a developer's checkout.

    python bench/coding_en_news.py [--errors N]

The sets (shared/coding, never shipped) are split in two halves by a fixed random draw: rules were
written while looking at the first halves only. The two larger sets repeat sentences, within and between
them, so their second halves are a little too kind (see docs/explanation/coding-english.md).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "coding"
CLASSES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("CONCEDE", "COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}  # as the set has them: CAMEO 16 (reduce relations) in class 3, CAMEO 08 (yield) in class 2


def halves(n: int) -> tuple[list[int], list[int]]:
    """Two halves of range(n), by a fixed draw."""
    order = list(range(n))
    random.Random(7).shuffle(order)
    return sorted(order[: n // 2]), sorted(order[n // 2 :])


def dyads(errors: int) -> None:
    """State dyad and PLOVER type from raw text: precision, recall, F1 over triples."""
    from detente.coding.en import code_lines

    rows = [json.loads(line) for line in (DATA / "gsr_interstate_dev.jsonl").read_text("utf-8").splitlines()]
    gold = [{tuple(event) for event in row["events"]} for row in rows]
    coded = code_lines(row["text"] for row in rows)
    found = [{(a, b, e["plover"]) for e in line["events"] for a, b in e["dyads"]} for line in coded]
    first, second = halves(len(rows))
    for name, part in (("seen half", first), ("unseen half", second), ("all", [*first, *second])):
        right = sum(len(gold[i] & found[i]) for i in part)
        p = right / max(1, sum(len(found[i]) for i in part))
        r = right / max(1, sum(len(gold[i]) for i in part))
        print(f"  {name:12} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(1e-9, p + r):.3f}")
    for i in [i for i in first if gold[i] != found[i]][:errors]:
        print(f"    {rows[i]['text'][:140]}\n      missed {gold[i] - found[i]}  false {found[i] - gold[i]}")


def types(errors: int) -> None:
    """PLOVER type with both spans given: macro-F1 over the set's labels."""
    from detente.coding.en import relation

    rows = _table("dev_plv_train.tsv")
    gold, found = [row["gold_root"] for row in rows], []
    for row in rows:
        text, spans = unmarked(row["marked_sentence"])
        plover = relation(text, source=spans.get("s"), target=spans.get("t"))
        found.append("YIELD" if plover in ("CONCEDE", "RETREAT") else plover)
    macro(gold, found, sorted(set(gold)))
    _confusions(gold, found, errors)


def classes(errors: int) -> None:
    """Five classes with "no event" by the main event of each line: macro-F1."""
    from detente.coding.en import code_lines

    rows = _table("dev_cameo_class_train_clean.tsv")
    gold = [int(row["penta"]) for row in rows]
    coded = code_lines(row["sentence"] for row in rows)
    found = [CLASSES[line["events"][0]["plover"]] if line["events"] else 0 for line in coded]
    macro(gold, found, list(range(5)))
    _confusions(gold, found, errors)


def _table(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def unmarked(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its <s> and <t> marks, and the first span of each."""
    text, opened, spans = "", {}, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if not re.fullmatch(r"</?[st]>", piece):
            text += piece
        elif piece[1] != "/":
            opened[piece[1]] = len(text)
        else:
            spans.setdefault(piece[2], (opened[piece[2]], len(text)))
    return text, spans


def macro(gold: Sequence[Any], found: Sequence[Any], labels: Sequence[Any]) -> None:
    first, second = halves(len(gold))
    for name, part in (("seen half", first), ("unseen half", second), ("all", [*first, *second])):
        scores = []
        for label in labels:
            right = sum(gold[i] == label == found[i] for i in part)
            both = sum(gold[i] == label for i in part) + sum(found[i] == label for i in part)
            scores.append(2 * right / both if both else 0.0)
        hit = sum(gold[i] == found[i] for i in part) / len(part)
        print(f"  {name:12} macro-F1 {sum(scores) / len(scores):.3f}  accuracy {hit:.3f}")


def _confusions(gold: Sequence[Any], found: Sequence[Any], most: int) -> None:
    first, _ = halves(len(gold))
    wrong = Counter((gold[i], found[i]) for i in first if gold[i] != found[i])
    for (right, said), n in wrong.most_common(most):
        print(f"    {right} coded as {said}: {n}")


def main() -> int:
    """Run the three measurements; say so where the data is absent."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors of the seen halves")
    args = parser.parse_args()
    if not DATA.is_dir():
        print(f"The measuring data is not beside this checkout (expected at {DATA}); nothing was measured.")
        return 1
    for title, measure in (
        ("state dyad and type from raw text (target F1 .60)", dyads),
        ("type between two given spans (target macro-F1 .75)", types),
        ("five classes with no event (target macro-F1 .65)", classes),
    ):
        print(title)
        measure(args.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
