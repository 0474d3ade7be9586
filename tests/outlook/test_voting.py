"""Voting power against published tables, closed forms and brute force."""

from __future__ import annotations

import itertools
import json
import math
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UnknownName, UsageError
from detente.outlook.voting import (
    PRESETS,
    Game,
    Stand,
    decisiveness,
    game,
    power,
    preset,
    prospect,
    read_game,
    read_stands,
)


@st.composite
def games(draw: st.DrawFn) -> Game:
    """Small games of one or two columns with one or two alternatives."""
    n = draw(st.integers(1, 6))
    a = draw(st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any))
    b = draw(st.lists(st.fractions(0, 3, max_denominator=4), min_size=n, max_size=n).filter(any))
    parts = [f"a >= {draw(st.integers(1, sum(a)))}", f"b >= {draw(st.integers(1, 100))}%"]
    parts.append(f"members >= {draw(st.integers(1, n))}")
    chosen = draw(st.lists(st.sampled_from(parts), min_size=1, max_size=3))
    rule = chosen[0]
    for part in chosen[1:]:
        rule += draw(st.sampled_from([" and ", " or "])) + part
    return game("random", [f"v{i}" for i in range(n)], {"a": list(map(Fraction, a)), "b": b}, rule)


def swings(body: Game, voter: int) -> list[int]:
    """By brute force: coalitions of the others, by size, that win with the voter and lose without."""
    n = len(body.voters)
    counts = [0] * n
    for votes in itertools.product((0, 1), repeat=n):
        if votes[voter] and body.passes(votes) and not body.passes([*votes[:voter], 0, *votes[voter + 1 :]]):
            counts[sum(votes) - 1] += 1
    return counts


@settings(deadline=None, max_examples=60)
@given(games())
def test_power_is_what_brute_force_counts(body: Game) -> None:
    n, report = len(body.voters), power(body)
    every = [swings(body, i) for i in range(n)]
    winning = sum(body.passes(votes) for votes in itertools.product((0, 1), repeat=n))
    assert report.winning == winning
    for one, counts in zip(report.voters, every, strict=True):
        assert one.swings == sum(counts)
        orders = sum(c * math.factorial(s) * math.factorial(n - 1 - s) for s, c in enumerate(counts))
        assert one.shapley_shubik == Fraction(orders, math.factorial(n))
        assert one.banzhaf == Fraction(sum(counts), sum(map(sum, every)))
        assert one.preventive == Fraction(sum(counts), winning)
    assert sum(one.shapley_shubik for one in report.voters) == 1


@settings(deadline=None, max_examples=40)
@given(games(), st.lists(st.sampled_from(["yes", "no", "open"]), min_size=6, max_size=6))
def test_a_prospect_is_what_brute_force_finds(body: Game, stands: list[str]) -> None:
    n = len(body.voters)
    stands = stands[:n]
    found = prospect(
        body, {v: Stand(s, 0.5 if s == "open" else None) for v, s in zip(body.voters, stands, strict=True)}
    )
    ways = list(itertools.product(*({"yes": (1,), "no": (0,), "open": (0, 1)}[s] for s in stands)))
    passing = [votes for votes in ways if body.passes(votes)]
    assert found.can_pass == bool(passing)
    assert found.chance == pytest.approx(len(passing) / len(ways))
    assert found.passes_as_it_stands == body.passes([int(s == "yes") for s in stands])
    every = [votes for votes in itertools.product((0, 1), repeat=n) if body.passes(votes)]
    alone = [i for i, s in enumerate(stands) if s == "no" and all(votes[i] for votes in every)]
    assert found.stopped_by == tuple(body.voters[i] for i in alone)
    opened = [i for i, s in enumerate(stands) if s == "open"]
    must = [i for i in opened if passing and all(votes[i] for votes in passing)]
    assert found.must_be_won == tuple(body.voters[i] for i in must)
    if passing:
        assert found.fewest_to_win is not None
        assert len(found.fewest_to_win) == min(sum(votes[i] for i in opened) for votes in passing)
        movable = [i for i, s in enumerate(stands) if s != "no"]
        stops = [
            len(set_)
            for size in range(len(movable) + 1)
            for set_ in itertools.combinations(movable, size)
            if not body.passes([int(i in movable and i not in set_) for i in range(n)])
        ]
        assert (None if found.fewest_to_stop is None else len(found.fewest_to_stop)) == (
            min(stops) if stops else None
        )


@settings(deadline=None, max_examples=40)
@given(games(), st.fractions(0, 1, max_denominator=3))
def test_decisiveness_is_what_brute_force_counts(body: Game, share: Fraction) -> None:
    alternatives = tuple(
        tuple(type(c)(c.column, c.quota, share) for c in alternative) for alternative in body.alternatives
    )
    body = Game(body.name, body.voters[:4], {k: w[:4] for k, w in body.weights.items()}, alternatives)
    n = len(body.voters)
    for index, one in enumerate(decisiveness(body)):
        others = list(itertools.product((0, None, 1), repeat=n - 1))
        won = [
            sum(body.passes([*rest[:index], own, *rest[index:]]) for rest in others) for own in (0, None, 1)
        ]
        assert one.no_to_abstain == Fraction(won[1] - won[0], len(others))
        assert one.abstain_to_yes == Fraction(won[2] - won[1], len(others))
        assert one.no_to_yes == one.no_to_abstain + one.abstain_to_yes


def test_the_security_council_has_the_published_power() -> None:
    """Straffin 1983 and many others: 421/2145 and 4/2145; Banzhaf 848 of 5080 swings."""
    report = power(preset("unsc"))
    permanent, elected = report.voters[0], report.voters[-1]
    assert (permanent.shapley_shubik, elected.shapley_shubik) == (Fraction(421, 2145), Fraction(4, 2145))
    assert (permanent.swings, elected.swings, report.winning) == (848, 84, 848)
    assert (permanent.veto, elected.veto) == (True, False)
    before = power(preset("unsc-1946"))
    assert (before.voters[0].shapley_shubik, before.voters[-1].shapley_shubik) == (
        Fraction(76, 385),
        Fraction(1, 462),
    )


@pytest.mark.shared
def test_the_security_council_against_the_checked_table(shared: Path) -> None:
    expected = json.loads((shared / "models/unsc_power/unsc_power.json").read_text(encoding="utf-8"))
    report = power(preset("unsc"))
    for key, one in (("P", report.voters[0]), ("NP", report.voters[-1])):
        assert one.shapley_shubik == Fraction(expected["shapley_shubik"][key][0])
        assert one.banzhaf == Fraction(expected["banzhaf_normalised"][key][0])
        assert one.penrose == Fraction(expected["banzhaf_absolute(Penrose)"][key][0])
        assert float(one.preventive) == pytest.approx(expected["coleman_preventive"][key], abs=1e-15)
        assert float(one.initiative or 0) == pytest.approx(expected["coleman_initiative"][key], abs=1e-15)
    assert report.act == Fraction(expected["coleman_power_to_act"][0])


def test_a_hundred_alike_have_a_hundredth_each_exactly() -> None:
    assert {one.shapley_shubik for one in power(preset("us-senate-treaty")).voters} == {Fraction(1, 100)}


@pytest.mark.parametrize("n", [60, 61, 62, 122, 123, 300])
def test_counts_beyond_one_machine_word_are_exact(n: int) -> None:
    """An apex game: one with n-1 votes, the others with one each, n needed; the apex has (n-1)/(n+1)."""
    body = game(
        "apex", [str(i) for i in range(n + 1)], {"w": [Fraction(n - 1), *([Fraction(1)] * n)]}, f"w >= {n}"
    )
    report = power(body)
    assert report.voters[0].swings == 2**n - 2
    assert report.winning == 2**n
    assert report.voters[0].shapley_shubik == Fraction(n - 1, n + 1)


def test_every_known_body_can_be_counted_and_sums_to_one() -> None:
    for name in PRESETS:
        assert sum(one.shapley_shubik for one in power(preset(name)).voters) == 1


def test_four_members_are_needed_to_block_in_the_council() -> None:
    body = preset("eu-council")
    three = {v: Stand("no" if v in ("DEU", "FRA", "ITA") else "yes") for v in body.voters}
    four = three | {"ESP": Stand("no")}
    assert prospect(body, three).passes_as_it_stands
    assert not prospect(body, four).passes_as_it_stands


def test_a_permanent_member_may_abstain() -> None:
    body = preset("unsc")
    stands = {v: Stand("yes") for v in body.voters[:9]} | {"CHN": Stand("abstain"), "elected 5": Stand("yes")}
    assert prospect(body, stands).passes_as_it_stands
    assert not prospect(body, stands | {"CHN": Stand("no")}).can_pass
    assert prospect(body, stands | {"CHN": Stand("no")}).stopped_by == ("CHN",)


def test_names_fill_the_nameless_seats(tmp_path: Path) -> None:
    file = tmp_path / "stands.csv"
    file.write_text("voter,stand,chance\nUSA,yes,\nMEX,,0.25\n", encoding="utf-8")
    body, stands = read_stands(file, preset("unsc"))
    assert body.voters[5] == "MEX"
    assert stands["MEX"] == Stand("open", 0.25)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("voter,stand\nUSA,perhaps\n", "perhaps"),
        ("voter,stand\nUSA,yes\nUSA,no\n", "named twice"),
        ("voter\nUSA\n", "The column stand is missing"),
        ("voter,stand,chance\nUSA,open,7\n", "from 0 to 1 is expected; found 7"),
    ],
)
def test_wrong_stands_say_where(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "stands.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_stands(file, preset("unsc"))


def test_a_body_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "body.csv"
    file.write_text("voter,votes\nA,50\nB,49\nC,1\n", encoding="utf-8")
    shares = [one.shapley_shubik for one in power(read_game(file, "votes > 50%")).voters]
    assert shares == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    with pytest.raises(UnknownName, match='Did you mean "votes"'):
        read_game(file, "vote > 50")
    with pytest.raises(UsageError, match="Nobody can meet"):
        read_game(file, "votes > 100")
    with pytest.raises(UsageError, match="no condition"):
        read_game(file, "votes < 50")


def test_weights_too_fine_are_refused_with_advice() -> None:
    body = game("fine", ["A", "B"], {"w": [Fraction(10**9 + 7), Fraction(10**9)]}, "w > 50%")
    with pytest.raises(UsageError, match="coarser"):
        power(body)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("votes > 1/0", 'no number.*1/0|1/0 in "votes > 1/0" is no number'),
        ("votes >= 0", "Everything passes"),
        ("members >= 0 or votes > 1/2", "Everything passes"),
        ("nothing >= 50%", "Everything passes"),
        ("votes > 1/2 (abstain=3/2)", "abstain lies from 0 to 1; found 3/2"),
        ("votes > 1/2 (abstain=2)", "abstain lies from 0 to 1; found 2"),
        ("votes > 1/2 (abstain=1/0)", "is no number"),
    ],
)
def test_a_rule_without_sense_is_refused_with_the_reason(rule: str, said: str) -> None:
    weights = {"votes": [Fraction(2), Fraction(1)], "nothing": [Fraction(0)] * 2}
    with pytest.raises(UsageError, match=said):
        game("body", ["A", "B"], weights, rule)


FINE = [10**17 + 1, 10**17, 10**17 - 3, 7 * 10**16, 5, 3, 1]


@pytest.mark.parametrize(
    "rule",
    [
        f"inhabitants >= {3 * 10**17 - 1}",
        f"inhabitants >= {3 * 10**17 - 2} and members >= 2",
        f"inhabitants > {2 * 10**17} and members >= 5",
        f"inhabitants >= {2 * 10**17 + 2} and members >= 2 or members >= 6",
    ],
)
def test_the_smallest_sets_are_exact_for_weights_of_any_fineness(rule: str) -> None:
    body = game("fine", [str(k) for k in range(len(FINE))], {"inhabitants": list(map(Fraction, FINE))}, rule)
    found = prospect(body, {v: Stand("open", 0.5) for v in body.voters})
    ways = list(itertools.product((0, 1), repeat=len(FINE)))
    winning = [votes for votes in ways if body.passes(votes)]
    failing = [votes for votes in ways if not body.passes(votes)]
    assert found.fewest_to_win is not None
    assert found.fewest_to_stop is not None
    assert body.passes([v in found.fewest_to_win for v in body.voters])
    assert not body.passes([v not in found.fewest_to_stop for v in body.voters])
    assert len(found.fewest_to_win) == min(map(sum, winning))
    assert len(found.fewest_to_stop) == len(FINE) - max(map(sum, failing))
    assert found.chance == pytest.approx(len(winning) / len(ways))


def test_what_is_too_fine_to_be_proved_or_followed_is_refused_with_advice() -> None:
    names = [str(k) for k in range(40)]
    a = [Fraction(10**8 + 37 * k * k) for k in range(40)]
    b = [Fraction(10**8 + 41 * k**3) for k in range(40, 0, -1)]
    two = game("two columns", names, {"a": a, "b": b}, "a > 1/2 and b > 1/2")
    with pytest.raises(UsageError, match=r"too fine to be told apart.*hundredths"):
        prospect(two, {})
    one = game("one column", names, {"a": [Fraction(2**k) for k in range(40)]}, "a > 1/2 or a > 1/3")
    assert prospect(one, {}).fewest_to_win == ("39",)
    uneven = [Fraction(pow(7, 100 + k, 10**12 + 39)) for k in range(40)]
    with pytest.raises(UsageError, match="leave the chances out"):
        prospect(game("uneven", names, {"a": uneven}, "a > 1/2"), {v: Stand("open", 0.5) for v in names})


def test_a_rule_of_too_many_ways_to_fail_is_refused() -> None:
    weights = {c: [Fraction(100 * k + at) for at in range(3)] for k, c in enumerate("abcdefg", 1)}
    rule = " or ".join(" and ".join(f"{c} > {50 + k}%" for c in weights) for k in range(5))
    body = game("wide", ["A", "B", "C"], weights, rule)
    with pytest.raises(UsageError, match="can fail in more than"):
        prospect(body, {})


@pytest.mark.parametrize("cell", ["1e999999999", "1/0", "nan", "", "1_000"])
def test_a_weight_is_a_plain_number(tmp_path: Path, cell: str) -> None:
    file = tmp_path / "body.csv"
    file.write_text(f"voter,votes\nA,1\nB,{cell}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 3, column votes: A weight must be a number"):
        read_game(file, "votes > 50%")
