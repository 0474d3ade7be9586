"""How alike two states vote in the United Nations General Assembly, as Ibis expressions."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

_CAST = ("yes", "no", "abstain")


def same_vote(votes: ir.Table, calls: ir.Table, a: str, b: str) -> ir.Table:
    """The share of roll calls of a year in which two states voted the same.

    A roll call counts where both said yes, no or abstained; absence is no vote.

    Parameters
    ----------
    votes : rows of the dataset `un-votes`.
    calls : rows of `un-roll-calls`, which say the day of each roll call.
    a, b : states.

    Returns
    -------
    Table with `year` (of the day of the vote), `n` (roll calls in which both voted), `same` and `share` in
    [0, 1]; a year without a common roll call has no row.

    References
    ----------
    Lijphart (1963), The Analysis of Bloc Voting in the General Assembly, American Political Science Review
    57(4), 902-917, gives half a point where one abstains; here only the same vote counts.
    """
    cast = votes.filter(votes.vote.isin(_CAST))
    first = cast.filter(cast.state == a).select("rcid", vote_a="vote")
    second = cast.filter(cast.state == b).select("rcid", vote_b="vote")
    both = first.join(second, "rcid").join(calls.select("rcid", "day"), "rcid")
    counted = (
        both.filter(both.day.notnull())
        .group_by(year=both.day.year())
        .aggregate(n=ibis._.count(), same=ibis._.count(where=ibis._.vote_a == ibis._.vote_b))
    )
    return counted.mutate(share=counted.same / counted.n).order_by("year")


def ideal_distance(points: ir.Table, a: str, b: str) -> ir.Table:
    """The distance between the ideal points of two states, session by session.

    Parameters
    ----------
    points : rows of the dataset `un-ideal-points`, from one file: those of all votes and those of one issue
        have different scales.
    a, b : states.

    Returns
    -------
    Table with `year` (in which the session began) and `distance` (in standard deviations of the positions
    of all states); a session in which one has no position has no row.
    """
    first = points.filter(points.state == a).select("year", point_a="ideal_point")
    second = points.filter(points.state == b).select("year", point_b="ideal_point")
    both = first.join(second, "year")
    return both.select("year", distance=(both.point_a - both.point_b).abs()).order_by("year")
