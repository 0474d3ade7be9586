"""Names that belong together: joined by a dash, or the two that a whole document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from detente.ontology.mention import Mention

DASHES = ("-", "–", "—", "/")
COMMA = len(", ")


def joined_names(text: str, mentions: Sequence[Mention]) -> list[tuple[str, ...]]:
    """The groups that names joined by a dash or stroke make: U.S.-Japan-South Korea relations."""
    groups: list[list[str]] = []
    last: Mention | None = None
    for mention in mentions:
        if last is None or text[last.end : mention.start].strip() not in DASHES:
            groups.append([])
        groups[-1] += mention.actors
        last = mention
    return [tuple(dict.fromkeys(group)) for group in groups if len(set(group)) > 1]


def main_pair(found: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    """The two states that most passages of a document name; () where fewer than two are named.

    Of those in as many passages the one named more often comes first. Russia and the Soviet Union count
    as one, under the name used more often. Where a text only says in which town of which country
    something was, neither counts: in Santiago, Chile.
    """
    named = [_named(mentions) for mentions in found]
    count = Counter(code for codes in named for code in dict.fromkeys(codes))
    times = Counter(code for codes in named for code in codes)
    if count["RUS"] and count["USSR"]:
        rarer, other = sorted(("RUS", "USSR"), key=lambda code: count[code])
        count[other] += count.pop(rarer)
    top = sorted(+count, key=lambda code: (-count[code], -times[code]))[:2]
    return tuple(top) if len(top) == 2 else ()


def _named(mentions: Sequence[Mention]) -> list[str]:
    """The states that a passage names, in order, mere venues left out."""
    venues = _venues(mentions)
    return [code.split("/")[0] for n, m in enumerate(mentions) if n not in venues for code in m.actors]


def _venues(found: Sequence[Mention]) -> set[int]:
    """The numbers of the mentions that are a town followed by its own country, and of those countries."""
    return {
        n + more
        for n, (town, country) in enumerate(pairwise(found))
        if town.kind == "place"
        and country.kind == "state"
        and town.actors == country.actors
        and 0 < country.start - town.end <= COMMA
        for more in (0, 1)
    }
