"""Fit the choice of an act's sides (coding/ja/side_choice.py) to sentences whose events are marked.

    python training/learn_sides_ja.py [--check]

Read are the passages that may be read (tests/passages) and the visible Japanese cases. A conditional logit
with a ridge penalty is fitted over all pairs of sides that an act may have, those nearest to the marked ones
being right. With --check nothing is written; printed is how often both sides are right, by
fourfold cross-validation over the texts. The weights go to src/detente/coding/codebooks/ja/sides.npz.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from cases import Case, alike, states  # noqa: E402
from cases import load as load_cases  # noqa: E402
from cases import pairs as hits  # noqa: E402
from detente.coding.ja import coder  # noqa: E402
from detente.coding.ja.draft import Draft  # noqa: E402
from detente.coding.ja.settling import SHORT, Settling  # noqa: E402
from detente.coding.ja.side_choice import (  # noqa: E402
    SURER,
    Side,
    choices,
    member_traits,
    pair_traits,
    pairs,
    side_traits,
)
from detente.coding.ja.side_traits import Act  # noqa: E402
from detente.coding.ja.side_weights import save  # noqa: E402
from detente.reading import from_text  # noqa: E402
from passages import load as load_passages  # noqa: E402

TARGET = ROOT / "src" / "detente" / "coding" / "codebooks" / "ja" / "sides.npz"
OFTEN, PENALTY, ROUNDS, FOLDS = 6, 6.0, 100, 4
WEIGHT = {"passage": 1.0, "case": 2.0}


@dataclass(slots=True)
class Seen:
    """An act as the coder finds it, with the states marked as its sides, and where it was found."""

    act: Act
    doers: set[str]
    bearers: set[str]
    source: str
    text: int


class Watching(Settling):
    """Takes down each act, also those that lack no side, and leaves its sides as the rules name them."""

    seen: ClassVar[list[Act]] = []

    def lacks(self, draft: Draft, doers: Side, bearers: Side) -> bool:
        return True

    def settled(self, draft: Draft, act: Act) -> tuple[Side, Side]:
        draft.rule += f"#{len(self.seen)}"
        self.seen.append(act)
        return act.doers, act.bearers


def texts() -> Iterator[tuple[str, Case]]:
    """The passages and cases that may be read, as far as they are short."""
    read = [("passage", p.case) for p in load_passages("ja") if not p.aside]
    read += [("case", case) for case in load_cases("ja")]
    yield from ((source, case) for source, case in read if len(case["text"]) <= SHORT)


def seen_in() -> Iterator[Seen]:
    """The acts that the coder finds where one is marked."""
    coder.Settling = Watching  # type: ignore[misc]
    for number, (source, case) in enumerate(texts()):
        Watching.seen = []
        document = from_text(case["text"], name=case["id"], language="ja", date=case["date"])
        found = [f.as_dict() for f in coder.code(document) if f.kind == "event"]
        marked = [f for f in case["findings"] if f["kind"] == "event"]
        for i, j, _ in hits(case, "event", marked, found):
            act = Watching.seen[int(found[j]["rule"].rsplit("#", 1)[1].split(",")[0])]
            yield Seen(act, states(marked[i]["actors"]), states(marked[i]["targets"]), source, number)


def near(want: set[str], side: Side) -> float:
    """1 for the marked states and no others, at most a half where some are missing or too many."""
    have = states(side)
    return 1.0 if want == have else 0.5 * len(want & have) / len(want | have)


class Table:
    """The pairs of sides of all acts as sums of rows: one a side, one what speaks for the pair."""

    def __init__(self, seen: list[Seen], names: list[str] | None = None) -> None:
        number = {name: i for i, name in enumerate(names or self._names(seen))}
        self.names = list(number)
        sides: list[Counter[int]] = []
        between: list[Counter[int]] = []
        self.by, self.on, self.act = [], [], []
        near_by, self.right, self.told = [], [], []
        for n, one in enumerate(seen):
            rows: dict[tuple[str, Side], int] = {}
            for role, side in _sides(one.act):
                rows[role, side] = len(sides)
                sides.append(_row(one.act, role, side, number))
            self.told.append(len(self.act))
            for by, on in pairs(*choices(one.act)):
                if (by, on) == (one.act.doers, one.act.bearers):
                    self.told[-1] = len(self.act)
                self.by.append(rows["A", by])
                self.on.append(rows["T", on])
                self.act.append(n)
                between.append(Counter(number[t] for t in pair_traits(one.act, by, on) if t in number))
                near_by.append(near(one.doers, by) + near(one.bearers, on))
                self.right.append(alike(sorted(one.doers), by) and alike(sorted(one.bearers), on))
        self.sides, self.between = _matrix(sides, len(number)), _matrix(between, len(number))
        self.near = np.array(near_by)
        self.first = np.flatnonzero(np.diff([-1, *self.act]))

    @staticmethod
    def _names(seen: list[Seen]) -> list[str]:
        counts: Counter[str] = Counter()
        for one in seen:
            act = one.act
            counts.update(t for role in "AT" for s in act.traits for t in set(member_traits(act, role, s)))
            counts.update(t for role, side in _sides(act) for t in side_traits(act, role, side))
            counts.update(t for pair in pairs(*choices(act)) for t in pair_traits(act, *pair))
        return sorted(t for t, n in counts.items() if n >= OFTEN)

    def worth(self, weights: np.ndarray) -> np.ndarray:
        """What each pair of sides weighs."""
        side = self.sides @ weights
        return np.asarray(side[self.by] + side[self.on] + self.between @ weights)

    def fitted(self, share: np.ndarray) -> np.ndarray:
        """The weights under which the right pairs are likeliest; `share` is the weight of each act."""
        act, first = np.array(self.act), self.first
        best = np.maximum.reduceat(self.near, first)
        share = share * (best > 0)
        right = self.near == best[act]

        def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
            worth = self.worth(weights)
            odds = np.exp(worth - np.maximum.reduceat(worth, first)[act])
            total, held = np.add.reduceat(odds, first), np.add.reduceat(odds * right, first)
            value = -(share * np.log(held / total + 1e-300)).sum()
            slope = share[act] * (odds / total[act] - odds * right / held[act])
            each = np.bincount(self.by, slope, self.sides.shape[0]) + np.bincount(
                self.on, slope, self.sides.shape[0]
            )
            down = self.sides.T @ each + self.between.T @ slope + PENALTY * weights
            return float(value + PENALTY * (weights @ weights) / 2), down

        start = np.zeros(len(self.names))
        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
        return np.asarray(found.x)


def _sides(act: Act) -> list[tuple[str, Side]]:
    doers, bearers, together, _ = choices(act)
    told = [*(("A", s) for s in (*doers, *together)), *(("T", s) for s in (*bearers, *together))]
    return list(dict.fromkeys(told))


def _row(act: Act, role: str, side: Side, number: dict[str, int]) -> Counter[int]:
    row: Counter[int] = Counter(number[t] for t in side_traits(act, role, side) if t in number)
    for state in side:
        for trait in member_traits(act, role, state):
            if trait in number:
                row[number[trait]] += 1 / len(side)  # type: ignore[assignment]
    return row


def _matrix(rows: list[Counter[int]], width: int) -> csr_matrix:
    at = [i for i, row in enumerate(rows) for _ in row]
    columns = [c for row in rows for c in row]
    return csr_matrix(([v for row in rows for v in row.values()], (at, columns)), (len(rows), width))


def _lacks(act: Act) -> bool:
    return not act.doers or not act.bearers


def check(table: Table, seen: list[Seen], share: np.ndarray) -> None:
    """Print how often both sides are right, as the rules name them and as the model chooses."""
    fold = np.array([one.text % FOLDS for one in seen])
    right, told = np.array(table.right), np.array(table.told)
    chosen = told.copy()
    for k in range(FOLDS):
        worth = table.worth(table.fitted(share * (fold != k)))
        for n in np.flatnonzero(fold == k):
            end = table.first[n + 1] if n + 1 < len(seen) else len(worth)
            best = table.first[n] + int(worth[table.first[n] : end].argmax())
            surely = worth[best] - worth[told[n]] > SURER
            chosen[n] = best if surely and _lacks(seen[n].act) else told[n]
    for source in WEIGHT:
        these = np.array([one.source == source for one in seen])
        lacking = these & np.array([_lacks(one.act) for one in seen])
        for which, name in ((these, "acts"), (lacking, "of them lacking a side")):
            if which.any():
                print(f"{source}s: {which.sum()} {name}, both sides right {right[told[which]].mean():.3f} "
                      f"by the rules, {right[chosen[which]].mean():.3f} as chosen")  # fmt: skip


def main() -> None:
    """Fit, then write or check."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--check", action="store_true", help="write nothing, print how well it does")
    given = parser.parse_args()
    seen = list(seen_in())
    table, share = Table(seen), np.array([WEIGHT[one.source] for one in seen])
    print(f"{len(seen)} acts, {len(table.act)} pairs of sides, {len(table.names)} traits")
    if given.check:
        check(table, seen, share)
    else:
        save(str(TARGET), table.names, table.fitted(share).tolist())


if __name__ == "__main__":
    main()
