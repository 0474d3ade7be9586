"""Bodies and people whose state stands with an earlier name: the MFA, Smith and General Jones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.coding.codes import states_of
from detente.ontology.mention import Mention

BODIES = frozenset({"organ", "organisation"})
HEADS = frozenset({"president", "prime minister", "king", "queen", "chancellor", "leader", "counterpart"})
AND = re.compile(r",? and ")
ABBREVIATED = re.compile(r" \((?:the )?[“\"']?([A-Z][A-Z-]{1,7})[”\"']?\)")
CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z-]{1,7}(?![\w-])")


def with_short_names(texts: Sequence[str], found: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each text with those that an earlier full name explains.

    An abbreviation stands for the body after which it was put in brackets, a ministry without a state
    for the last one of its name.
    """
    short: dict[str, Mention] = {}
    bodies: dict[str, Mention] = {}
    whole: list[list[Mention]] = []
    for text, mentions in zip(texts, found, strict=True):
        kept: list[Mention] = []
        for mention in sorted([*mentions, *_abbreviations(text, mentions, short)], key=lambda m: m.start):
            known = mention if mention.actors else _explained(text, mention, bodies)
            kept.append(known)
            if known.kind == "organ" and known.name and len(known.actors) == 1:
                bodies[known.name] = known
            bracket = ABBREVIATED.match(text, known.end) if known.kind in BODIES else None
            if bracket and known.actors:
                short[bracket[1]] = known
        whole.append(kept)
    return whole


def _abbreviations(text: str, mentions: Sequence[Mention], short: dict[str, Mention]) -> Iterator[Mention]:
    for word in CAPITALS.finditer(text) if short else ():
        body = short.get(word[0])
        start, end = word.span()
        if body is not None and not any(m.start < end and start < m.end for m in mentions):
            yield replace(body, start=start, end=end)


def _explained(text: str, mention: Mention, bodies: dict[str, Mention]) -> Mention:
    """A ministry of no known state with the state of the last one of its name; not "its troops"."""
    proper = mention.kind == "organ" and text[mention.start].isupper()
    body = bodies.get(mention.name or "") if proper else None
    return replace(mention, actors=body.actors) if body is not None else mention


def beside_officers(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with officers of no known state after "and" taken for those of whoever stands before.

    Heads of state and government are not: they meet those of other states.
    """
    whole: list[Mention] = []
    for mention in mentions:
        last = whole[-1] if whole else None
        open_ = mention.kind == "person" and not mention.actors and mention.role and mention.name
        if last and open_ and mention.role not in HEADS and _of_one(last):
            state = states_of(last.actors)[0]
            together = AND.fullmatch(text, last.end, mention.start) is not None
            whole.append(replace(mention, actors=(f"{state}/{mention.name}",)) if together else mention)
        else:
            whole.append(mention)
    return whole


def _of_one(mention: Mention) -> bool:
    return mention.kind == "person" and bool(mention.role) and len(mention.actors) == 1
