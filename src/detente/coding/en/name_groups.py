"""Names that belong together: joined by a dash, or the two that a whole document is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from detente.ontology.mention import Mention

DASHES = ("-", "–", "—", "/")


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


def main_pair(found: Sequence[Mention]) -> tuple[str, ...]:
    """The two states that a document names most often; () where fewer than two are named.

    Russia and the Soviet Union count as one, under the name used more often.
    """
    count = Counter(code.split("/")[0] for m in found for code in m.actors)
    if count["RUS"] and count["USSR"]:
        rarer, other = sorted(("RUS", "USSR"), key=lambda code: count[code])
        count[other] += count.pop(rarer)
    top = [code for code, number in count.most_common(2) if number]
    return tuple(top) if len(top) == 2 else ()
