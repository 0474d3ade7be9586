"""The reports of which a document is made, and the two states that each is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from detente.coding.en.name_groups import main_pair
from detente.ontology.mention import Mention
from detente.reading.document import Passage, PassageKind

MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
)
DATELINE = re.compile(rf"(?:\w+day, )?(?:{MONTH}\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} {MONTH} \d{{4}})\.?")
OFTEN = 2  # namings of either state of a pair in a report that is about them


def is_dateline(text: str) -> bool:
    """Whether a passage is nothing but a day: the date under a headline."""
    return DATELINE.fullmatch(text.strip()) is not None


def blocks(passages: Sequence[Passage], texts: Sequence[str]) -> list[int]:
    """The number of the report in which each passage stands: a heading or a dated headline begins one."""
    numbers: list[int] = []
    for n, passage in enumerate(passages):
        headline = n + 1 < len(texts) and is_dateline(texts[n + 1])
        begins = passage.kind is PassageKind.HEADING or headline
        numbers.append((numbers[-1] if numbers else 0) + begins)
    return numbers


def pairs(numbers: Sequence[int], found: Sequence[Sequence[Mention]]) -> dict[int, tuple[str, ...]]:
    """The two states that each report is about: the document's, or its own if it leaves one of those out."""
    whole = main_pair(found)
    inside: dict[int, list[Sequence[Mention]]] = {}
    for number, mentions in zip(numbers, found, strict=True):
        inside.setdefault(number, []).append(mentions)
    return {number: _pair_of(mentions, whole) for number, mentions in inside.items()}


def _pair_of(found: Sequence[Sequence[Mention]], whole: tuple[str, ...]) -> tuple[str, ...]:
    count = Counter(code.split("/")[0] for mentions in found for m in mentions for code in m.actors)
    own = main_pair(found)
    apart = not all(count[state] for state in whole)
    return own if apart and own and all(count[state] >= OFTEN for state in own) else whole
