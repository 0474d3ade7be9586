"""A voting rule: voters with weights, and conditions that a passing vote meets."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.errors import UnknownName, UsageError

MEMBERS = "members"
"""The column that every game has: one vote a voter."""

_CONDITION = re.compile(
    r"\s*([\w .-]*?\w)\s*(>=|>)\s*(all|[0-9]+(?:[./][0-9]+)?\s*%?)"
    r"(?:\s*\(\s*abstain\s*=\s*([0-9]*[./]?[0-9]+)\s*\))?\s*\Z"
)


@dataclass(frozen=True)
class Condition:
    """That the weights of those in favour, in one column, reach a quota.

    Attributes
    ----------
    column : name of the column of weights.
    quota : least sum of weights that suffices, inclusive.
    abstain : share of its weight, in [0, 1], that a voter who abstains still brings: 0 where an
        abstention works as a no (the default), 1 where it does not stop anything, and the quota's own
        share where only the votes cast count.
    """

    column: str
    quota: Fraction
    abstain: Fraction = Fraction(0)


@dataclass(frozen=True)
class Game:
    """Voters, their weights in one or several columns, and alternatives of which one must be met.

    Attributes
    ----------
    name : what is voted on, or by whom.
    voters : names, unique, in the order given.
    weights : column name -> one weight a voter, none negative; `members` is always there.
    alternatives : a vote passes when all conditions of at least one alternative hold.
    """

    name: str
    voters: tuple[str, ...]
    weights: Mapping[str, tuple[Fraction, ...]]
    alternatives: tuple[tuple[Condition, ...], ...]

    def columns(self) -> list[str]:
        """The columns that the alternatives speak of, in order of first mention."""
        return list(dict.fromkeys(c.column for alternative in self.alternatives for c in alternative))

    def integral(self) -> tuple[dict[str, list[int]], list[dict[str, int]]]:
        """Weights and quotas as the smallest whole numbers of the same proportions, exactly.

        Returns column -> weights, and one column -> quota for each alternative (the stricter of two
        quotas on one column). A quota between two reachable whole sums is rounded up to the next.
        """
        whole: dict[str, list[int]] = {}
        scale: dict[str, Fraction] = {}
        for column in self.columns():
            weights = self.weights[column]
            down = Fraction(math.lcm(*(w.denominator for w in weights)))
            common = math.gcd(*(int(w * down) for w in weights)) or 1
            scale[column] = down / common
            whole[column] = [int(w * scale[column]) for w in weights]
        quotas: list[dict[str, int]] = []
        for alternative in self.alternatives:
            least: dict[str, int] = {}
            for condition in alternative:
                quota = max(0, math.ceil(condition.quota * scale[condition.column]))
                least[condition.column] = max(quota, least.get(condition.column, 0))
            quotas.append(least)
        return whole, quotas

    def passes(self, stands: Sequence[Fraction | int | None]) -> bool:
        """Whether a proposal passes when each voter says 1 (yes), 0 (no) or None (abstains)."""
        return any(all(self._met(c, stands) for c in alternative) for alternative in self.alternatives)

    def _met(self, condition: Condition, stands: Sequence[Fraction | int | None]) -> bool:
        weights = self.weights[condition.column]
        share = [condition.abstain if stand is None else stand for stand in stands]
        return sum((w * s for w, s in zip(weights, share, strict=True)), Fraction(0)) >= condition.quota


def game(name: str, voters: Sequence[str], weights: Mapping[str, Sequence[Fraction]], rule: str) -> Game:
    """A game from its parts; the column `members` is added.

    Raises
    ------
    UsageError
        for no voters, a repeated name, negative weights, or a rule that all cannot meet or nobody already
        meets.
    """
    repeated = [v for v in dict.fromkeys(voters) if list(voters).count(v) > 1]
    if not voters or repeated:
        found = f'"{repeated[0]}" stands twice' if repeated else "none stands there"
        raise UsageError(f"A game needs voters with names of their own; {found}.", where=name)
    columns = {c: tuple(map(Fraction, w)) for c, w in weights.items()}
    columns[MEMBERS] = (Fraction(1),) * len(voters)
    for column, row in columns.items():
        if min(row) < 0:
            who = voters[row.index(min(row))]
            raise UsageError(f"Weights must not be negative; found {min(row)} for {who}.", where=column)
    made = Game(name, tuple(voters), columns, parse_rule(rule, columns))
    if not made.passes([1] * len(voters)):
        raise UsageError(
            f'Nobody can meet the rule "{rule}": it does not hold even when all are in favour.',
            where=name,
            hint="Lower a quota.",
        )
    if made.passes([0] * len(voters)):
        raise UsageError(
            f'Everything passes by the rule "{rule}": it holds even when nobody is in favour.',
            where=name,
            hint="Give every alternative a quota above 0, in a column with weights.",
        )
    return made


def parse_rule(rule: str, columns: Mapping[str, Sequence[Fraction]]) -> tuple[tuple[Condition, ...], ...]:
    """The alternatives of a rule written as text, over the given columns of weights.

    `votes >= 9 and permanent >= all` is one alternative of two conditions; `or` begins the next. A
    quota is a number, a fraction (`2/3`, of the column's sum), a percentage of it, or `all`. `>` asks
    for more than the quota: the next whole number where all weights are whole. `(abstain=1)` behind a
    condition says what an abstention brings to it (see Condition).

    Raises
    ------
    UsageError
        where the text is no rule; UnknownName where it names a column that is not there.
    """
    return tuple(
        tuple(_condition(text, columns) for text in re.split(r"\s+and\s+", alternative))
        for alternative in re.split(r"\s+or\s+", rule.strip())
    )


def _condition(text: str, columns: Mapping[str, Sequence[Fraction]]) -> Condition:
    matched = _CONDITION.match(text)
    if not matched:
        raise UsageError(
            f'"{text}" is no condition.',
            hint='Write COLUMN >= QUOTA, for instance "votes >= 9 and permanent >= all" or "members >= 2/3".',
        )
    column, sign, amount, abstain = matched.groups()
    if column not in columns:
        raise UnknownName("column of weights", column, columns)
    weights = [Fraction(w) for w in columns[column]]
    quota = _quota(amount.strip(), sum(weights, Fraction(0)), text)
    if sign == ">":
        step = Fraction(1, math.lcm(*(w.denominator for w in weights)))
        quota = (math.floor(quota / step) + 1) * step
    share = _fraction(abstain or "0", text)
    if share > 1:
        raise UsageError(
            f'abstain lies from 0 to 1; found {abstain} in "{text}".',
            hint="Write abstain=0 where an abstention works as a no, abstain=1 where it stops nothing.",
        )
    return Condition(column, quota, share)


def _quota(amount: str, total: Fraction, text: str) -> Fraction:
    if amount == "all":
        return total
    if amount.endswith("%"):
        return _fraction(amount[:-1].strip(), text) / 100 * total
    return _fraction(amount, text) * (total if "/" in amount else 1)


def _fraction(amount: str, text: str) -> Fraction:
    try:
        return Fraction(amount)
    except (ValueError, ZeroDivisionError):
        raise UsageError(
            f'{amount} in "{text}" is no number.', hint="Write 9, 2.5, 65% or a fraction such as 2/3."
        ) from None
