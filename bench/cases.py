"""Score the coders on the project's own cases (tests/cases): found, attributes, false alarms, calibration.

    python bench/cases.py [--lang ja] [--aside] [--errors KIND] [--json] [--raise-floor]

A finding hits an expected one of its kind when their characters (white space left out) overlap with
F1 >= 0.5, or one holds the other and the shorter is at least 30 % of the longer; hits are paired one to
one so that the sum of overlap and right attributes is greatest, then pooled over all cases of a language.
Expected findings marked `weak` are neither missed nor false. An event is `coded` when its PLOVER type and
the states on both sides are right too. Each case is read and coded as a document of its own.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scipy.optimize import linear_sum_assignment

from detente import coding, ontology, reading

CASES = Path(__file__).resolve().parents[1] / "tests" / "cases"
LANGUAGES = ("ja", "en", "ru")
KINDS = ("event", "statement", "position", "agreement", "dispute", "causal_claim", "outlook")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001)
NAMED = {"Taiwan", "Kosovo", "Hamas", "Hezbollah"}
Case = dict[str, Any]
Record = dict[str, Any]


def load(language: str, aside: bool = False) -> list[Case]:
    """The cases of a language, visible or kept aside, in the order of the file."""
    path = CASES / "aside" / f"{language}.jsonl" if aside else CASES / f"{language}.jsonl"
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def anchor(text: str, finding: Record) -> tuple[int, int]:
    """[start, end) of an expected finding's quote; `occurrence` counts overlapping ones from 0."""
    places = [m.start() for m in re.finditer(f"(?={re.escape(finding['quote'])})", text)]
    start = places[finding.get("occurrence", 0)]
    return start, start + len(finding["quote"])


def coded(case: Case) -> list[Record]:
    """What the coder finds in a case, as records; notes are left out."""
    document = reading.from_text(case["text"], name=case["id"], language=case["lang"], date=case["date"])
    return [found.as_dict() for found in coding.code(document) if found.kind in KINDS]


# -- comparing one expected finding with one found -------------------------------------------------


def characters(text: str, start: int, end: int) -> set[int]:
    """The places of the characters in [start, end) that are no white space."""
    return {i for i in range(start, end) if not text[i].isspace()}


def overlap(a: set[int], b: set[int]) -> float:
    """Character F1 where it is at least 0.5, at least 0.5 where one holds the other, else 0."""
    both = len(a & b)
    f1 = 2 * both / (len(a) + len(b)) if both else 0.0
    short, long = sorted((len(a), len(b)))
    if both == short and both and short >= 0.3 * long:
        return max(f1, 0.5)
    return f1 if f1 >= 0.5 else 0.0


def listed(value: Any) -> list[Any]:
    """A value that may be missing, single or several, as a list."""
    return [] if value is None else list(value) if isinstance(value, list | tuple) else [value]


def states(names: Any) -> set[str]:
    """The codes at the head of actor names: {"USA", "UNSC"}; unnamed groups are left out."""
    parts = (part for name in listed(names) for part in re.split(r"[+,;]", str(name)))
    heads = {part.split("/")[0].strip() for part in parts}
    return {head for head in heads if re.fullmatch(r"[A-Z][A-Z0-9]+", head) or head in NAMED}


def alike(want: Any, have: Any) -> bool:
    """Whether two sides name the same states: Jaccard >= 0.5, or none on either."""
    a, b = states(want), states(have)
    return (not a and not b) or len(a & b) / len(a | b) >= 0.5


def among(name: str, want: Record, have: Record) -> bool:
    """Whether a field holds the expected value or one of its alternatives."""
    return have.get(name) in [want.get(name), *listed(want.get(f"{name}_alt"))]


def date_credit(want: Record, have: Record) -> float:
    """1 for the expected date or an alternative, 0.5 where one only says it more coarsely, else 0."""
    value, right = have.get("date"), [want.get("date"), *listed(want.get("date_alt"))]
    if value in right:
        return 1.0
    coarser = (r and value and (r.startswith(value) or value.startswith(r)) for r in right)
    return 0.5 if any(coarser) else 0.0


def same_speaker(want: Record, have: Record, language: str) -> bool:
    """Whether the speaker found is one of the names that count as right, or rightly nobody.

    A state may be named in any way that the vocabulary knows: "Beijing" is right where CHN is expected.
    """
    said = " ".join(listed(have.get("speaker"))).casefold()
    if want["speaker"] is None:
        return not states(have.get("speaker"))
    names = [name.casefold() for name in want["speaker"]]
    if bool(said) and any(name in said or said.split("/")[-1] in name for name in names):
        return True
    named = [m for name in listed(have.get("speaker")) for m in ontology.mentions(name, language)]
    return bool(states(want["speaker"]) & {code for m in named for code in m.actors})


def marks(kind: str, want: Record, have: Record, language: str) -> dict[str, float]:
    """Which attributes of a hit are right, 0 to 1 each."""
    if kind == "event":
        return {
            "plover": among("plover", want, have),
            "actors": alike(want["actors"], have["actors"]),
            "targets": alike(want["targets"], have["targets"]),
            "date": date_credit(want, have),
            "issue": among("issue", want, have),
            "actual": have["actual"] == want["actual"],
            "modality": have["modality"] == want["modality"],
        }
    if kind == "statement":
        return {
            "speaker": same_speaker(want, have, language),
            "direct": among("direct", want, have),
            "date": date_credit(want, have),
        }
    if kind == "position":
        return {"actor": alike(want["actor"], have["actor"]), "issue": among("issue", want, have)}
    if kind == "agreement":
        return {"parties": alike(want["parties"], have["parties"]), "signed": among("signed", want, have)}
    if kind == "dispute":
        return {"parties": alike(want["parties"], have["parties"]), "issue": among("issue", want, have)}
    if kind == "causal_claim":
        same = {name: have[name] == want[name] for name in ("hedged", "negated")}
        return {"sign": among("sign", want, have), **same}
    return {"conditional": have["conditional"] == want["conditional"]}


def is_coded(mark: dict[str, float]) -> bool:
    """Whether an event's type and both sides are right."""
    return bool(mark["plover"] and mark["actors"] and mark["targets"])


# -- pooling ---------------------------------------------------------------------------------------


@dataclass
class Pool:
    """Counts of one language and kind: expected and found (weak ones left out), hits, attributes."""

    expected: int = 0
    found: int = 0
    hits: int = 0
    coded: int = 0
    attributes: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    judged: list[tuple[float, bool, bool]] = field(default_factory=list)
    errors: list[tuple[str, str, str]] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """Precision, recall, F1, the same F1 for coded events, and the share of right attributes."""
        row: dict[str, float] = {"expected": self.expected, "found": self.found, **self.rates(self.hits)}
        if self.coded or "plover" in self.attributes:
            row["coded"] = self.rates(self.coded)["F1"]
        return row | {name: round(right / self.hits, 3) for name, right in self.attributes.items()}

    def rates(self, hits: int) -> dict[str, float]:
        """P, R and F1 of a number of hits; 0 where nothing was expected or found."""
        both = self.expected + self.found
        return {
            "P": round(hits / self.found, 3) if self.found else 0.0,
            "R": round(hits / self.expected, 3) if self.expected else 0.0,
            "F1": round(2 * hits / both, 3) if both else 0.0,
        }


def pairs(
    case: Case, kind: str, want: list[Record], have: list[Record]
) -> Iterator[tuple[int, int, dict[str, float]]]:
    """One-to-one pairs (expected, found, marks) with the greatest sum of overlap and right attributes."""
    text = case["text"]
    wanted = [[characters(text, *anchor(text, m)) for m in (w, *w.get("also", []))] for w in want]
    had = [characters(text, h["start"], h["end"]) for h in have]
    shared = [[max(overlap(a, b) for a in places) for b in had] for places in wanted]
    marked = {
        (i, j): marks(kind, want[i], have[j], case["lang"])
        for i, row in enumerate(shared)
        for j, value in enumerate(row)
        if value
    }
    gain = [[0.0] * len(have) for _ in want]
    for (i, j), mark in marked.items():
        gain[i][j] = shared[i][j] + sum(mark.values()) / len(mark)
    if want and have:
        for i, j in zip(*linear_sum_assignment(gain, maximize=True), strict=True):
            if (i, j) in marked:
                yield int(i), int(j), marked[i, j]


def add(pool: Pool, case: Case, kind: str, have: list[Record]) -> None:
    """Count one case's findings of one kind."""
    want = [w for w in case["findings"] if w["kind"] == kind]
    paired = list(pairs(case, kind, want, have))
    strong = [(i, j, mark) for i, j, mark in paired if not want[i].get("weak")]
    pool.expected += sum(not w.get("weak") for w in want)
    pool.found += len(have) - (len(paired) - len(strong))
    pool.hits += len(strong)
    for i, j, mark in strong:
        for name, right in mark.items():
            pool.attributes[name] += right
        whole = is_coded(mark) if kind == "event" else all(v == 1 for v in mark.values())
        pool.coded += kind == "event" and whole
        pool.judged.append((have[j]["confidence"], True, whole))
        pool.errors += wrong_attributes(case, want[i], have[j], mark)
    pool.errors += unpaired(case, want, have, paired)
    false = set(range(len(have))) - {j for _, j, _ in paired}
    pool.judged += [(have[j]["confidence"], False, False) for j in false]


def wrong_attributes(
    case: Case, want: Record, have: Record, mark: dict[str, float]
) -> Iterator[tuple[str, str, str]]:
    """(type of error, case, words) for each attribute of a hit that is not right."""
    for name, right in mark.items():
        if right < 1:
            change = f"{want.get(name)} -> {have.get(name)}"
            label = f"{name}: {change}" if name in ("plover", "modality", "sign") else f"wrong {name}"
            yield label, case["id"], f"{change} | {want['quote']}"


def unpaired(
    case: Case, want: list[Record], have: list[Record], paired: list[tuple[int, int, dict[str, float]]]
) -> Iterator[tuple[str, str, str]]:
    """(type of error, case, words) for each finding missed and each false one."""
    seen, used = {i for i, _, _ in paired}, {j for _, j, _ in paired}
    for i, w in enumerate(want):
        if i not in seen and not w.get("weak"):
            yield f"missed {w.get('plover', '')}".strip(), case["id"], w["quote"]
    for j, h in enumerate(have):
        if j not in used:
            yield f"false {h.get('plover', '')}".strip(), case["id"], f"{h['quote']}  [{h['rule']}]"


@dataclass
class Score:
    """The result for one language: a pool a kind, and the false alarms on cases without a finding."""

    language: str
    pools: dict[str, Pool] = field(default_factory=lambda: {kind: Pool() for kind in KINDS})
    silent: int = 0
    alarms: dict[str, list[str]] = field(default_factory=dict)

    def kinds(self) -> dict[str, Pool]:
        """The kinds that the cases of the language expect."""
        return {kind: pool for kind, pool in self.pools.items() if pool.expected}

    def quiet(self) -> float:
        """The share of the cases without a finding on which the coder finds nothing; 1 without such cases."""
        return 1 - len(self.alarms) / self.silent if self.silent else 1.0

    def as_dict(self, words: bool = True) -> dict[str, Any]:
        """All measures as JSON takes them; without words the false alarms are counted, not shown."""
        return {
            "kinds": {kind: pool.summary() for kind, pool in self.kinds().items()},
            "quiet": round(self.quiet(), 3),
            "silent_cases": self.silent,
            "false_alarms": self.alarms if words else len(self.alarms),
            "calibration": calibration(pool.judged for pool in self.kinds().values()),
        }


def measure(language: str, cases: Iterable[Case]) -> Score:
    """Code the cases of a language and pool what comes out."""
    score = Score(language)
    for case in cases:
        found = coded(case)
        for kind, pool in score.pools.items():
            add(pool, case, kind, [f for f in found if f["kind"] == kind])
        if not case["findings"]:
            score.silent += 1
            if found:
                score.alarms[case["id"]] = [f"{f['kind']} {f.get('plover', '')}: {f['quote']}" for f in found]
    return score


def floors(score: Score) -> dict[str, float]:
    """What `tests/cases/floor.json` holds for a language: F1 a kind, coded F1, the share of quiet cases."""
    rows = {kind: pool.summary() for kind, pool in score.kinds().items()}
    measured = {kind: row["F1"] for kind, row in rows.items()}
    return measured | {"coded": rows["event"]["coded"], "quiet": round(score.quiet(), 3)}


def raise_floor(scores: Iterable[Score], margin: float = 0.02) -> None:
    """Raise the floors to what is measured now less a margin; a floor is never lowered."""
    path = CASES / "floor.json"
    held = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for score in scores:
        old = held.setdefault(score.language, {})
        for name, value in floors(score).items():
            old[name] = max(old.get(name, 0.0), round(value - margin, 3), 0.0)
    path.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def calibration(judged: Iterable[list[tuple[float, bool, bool]]]) -> list[dict[str, float]]:
    """Per bin of confidence [low, high): how many, their mean, the share found right, and wholly right.

    Wholly right: type and both sides for an event, every attribute for another kind.
    """
    flat = [one for pool in judged for one in pool]
    rows = []
    for low, high in itertools.pairwise(BINS):
        inside = [one for one in flat if low <= one[0] < high]
        if inside:
            n = len(inside)
            columns = (sum(one[k] for one in inside) / n for k in range(3))
            mean, right, whole = (round(value, 3) for value in columns)
            rows.append({"from": low, "n": n, "mean": mean, "right": right, "wholly_right": whole})
    return rows


# -- printing --------------------------------------------------------------------------------------


def show(score: Score) -> None:
    """Print the tables of one language."""
    print(f"\n{score.language}")
    for kind, pool in score.kinds().items():
        print(f"  {kind:13}" + "  ".join(f"{name} {value}" for name, value in pool.summary().items()))
    alarmed = len(score.alarms)
    print(f"  cases without a finding: {score.silent}, with a false alarm: {alarmed}")
    print("  confidence    n   mean  right  wholly right")
    for row in calibration(pool.judged for pool in score.kinds().values()):
        numbers = f"{row['mean']:.2f}  {row['right']:.2f}   {row['wholly_right']:.2f}"
        print(f"  from {row['from']:<5} {row['n']:6}  {numbers}")


def show_errors(score: Score, kind: str, examples: int) -> None:
    """Print the commonest types of error of a kind, with examples."""
    errors = score.pools[kind].errors
    for label, count in Counter(label for label, _, _ in errors).most_common(15):
        print(f"\n{score.language} {kind}  {label}  x{count}")
        for _, case, words in [error for error in errors if error[0] == label][:examples]:
            print(f"    {case}  {words}")


def main() -> None:
    """Parse the options, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--lang", choices=LANGUAGES, help="one language only")
    parser.add_argument("--aside", action="store_true", help="the third that is kept aside")
    parser.add_argument(
        "--errors", choices=KINDS, metavar="KIND", help=f"errors of a kind: {', '.join(KINDS)}"
    )
    parser.add_argument("--examples", type=int, default=5, help="examples per type of error")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")
    parser.add_argument("--raise-floor", action="store_true", help="raise tests/cases/floor.json, less 0.02")
    args = parser.parse_args()
    if args.errors and args.aside:
        parser.error("The kept-aside cases are only measured; their errors are not shown.")
    if args.raise_floor and args.aside:
        parser.error("The floor is that of the visible cases.")
    languages = [args.lang] if args.lang else LANGUAGES
    scores = [measure(language, load(language, args.aside)) for language in languages]
    if args.raise_floor:
        raise_floor(scores)
    if args.json:
        json.dump(
            {score.language: score.as_dict(not args.aside) for score in scores},
            sys.stdout,
            ensure_ascii=False,
        )
        print()
        return
    for score in scores:
        show(score)
        if args.errors:
            show_errors(score, args.errors, args.examples)


if __name__ == "__main__":
    main()
