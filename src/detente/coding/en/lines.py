"""Newswire in bulk: one sentence a line, its events between two states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from detente import ontology
from detente.coding.en.actors import Cast, states
from detente.coding.en.acts import Act, acts
from detente.coding.en.confidence import of_act
from detente.coding.en.lexicon import Lexicon, load
from detente.coding.en.memory import Memory
from detente.coding.en.parse import trees
from detente.coding.en.spans import clause, phrase
from detente.coding.en.told import said_must, told_type, without_content
from detente.coding.en.tree import Tree
from detente.findings import Modality
from detente.ontology.mention import Mention

CHUNK = 512
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def code_lines(
    lines: Iterable[str], *, codebooks: Sequence[str] = (), organisations: bool = False
) -> Iterator[dict[str, Any]]:
    """Code one newswire sentence a line and yield `{"line": n, "events": [...]}` for each, in order.

    Parameters
    ----------
    lines : any number of lines, read lazily, `CHUNK` at a time, so memory does not grow with them.
    codebooks : the analyst's own codebook files; their entries replace ours of the same id.
    organisations : also keep events of which a side is an organisation (NATO, UN), not a state.

    Yields
    ------
    One object a line, `line` counted from 1; an event has `actors`, `targets` (state codes),
    `plover`, `action`, `start`, `end` (code points into the line), `quote`, `modality`, `actual`,
    `confidence`, `rule`. Mutual acts name both states on both sides.
    """
    lexicon = load(codebooks)
    numbered = enumerate(lines, start=1)
    while chunk := list(islice(numbered, CHUNK)):
        texts = [line.strip() for _, line in chunk]
        coded = code_chunk(texts, lexicon, organisations)
        for (number, _), events in zip(chunk, coded, strict=True):
            yield {"line": number, "events": events}


def code_chunk(texts: list[str], lexicon: Lexicon, organisations: bool = False) -> list[list[dict[str, Any]]]:
    """The events of each text; only texts that name two states and a codebook word are parsed."""
    found: dict[int, Sequence[Mention]] = {}
    for n, text in enumerate(texts):
        mentions = ontology.mentions(text, "en", None)
        if worth_parsing(text, mentions, lexicon):
            found[n] = mentions
    coded: list[list[dict[str, Any]]] = [[] for _ in texts]
    parsed = trees((texts[n] for n in found), lexicon)
    for (n, mentions), tree in zip(found.items(), parsed, strict=True):
        coded[n] = events_of(tree, mentions, lexicon, organisations)
    return coded


def worth_parsing(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether a text can hold an event between two states at all."""
    named = {code.split("/")[0] for m in mentions for code in m.actors}
    if len(named) < 2:
        return False
    return any(w in lexicon.verbs or w in lexicon.nouns for w in map(str.lower, WORD.findall(text)))


def events_of(
    tree: Tree, mentions: Sequence[Mention], lexicon: Lexicon, organisations: bool
) -> list[dict[str, Any]]:
    """The events between states in one parsed line, the surest first where two say the same."""
    memory = Memory()
    cast = Cast.of(tree, mentions, memory)
    memory.take_in(cast)
    found = dyadic(cast, lexicon, organisations)
    done: set[tuple[Any, ...]] = set()
    events = []
    for act in sorted(found, key=of_act, reverse=True):
        key = (states(act.actors), states(act.targets), told_type(act))
        if key not in done:
            done.add(key)
            events.append(_record(tree, act))
    return sorted(events, key=lambda e: (e["start"], e["end"]))


def dyadic(cast: Cast, lexicon: Lexicon, organisations: bool) -> list[Act]:
    """The acts between two different states that the sentence reports as news."""
    found = without_content(cast.tree, acts(cast, lexicon) + said_must(cast))
    kept = [act for act in found if _reported(act) and _between(act, organisations)]
    verbal = [act for act in kept if act.entry.part != "n"]
    return verbal or kept


def _reported(act: Act) -> bool:
    if act.entry.plover == "NONE":
        return False
    return act.mode.modality is not Modality.HYPOTHETICAL and not (
        act.mode.modality is Modality.DENIED and told_type(act) == act.entry.plover
    )


def _between(act: Act, organisations: bool) -> bool:
    sources = [s for s in states(act.actors) if organisations or is_state(s)]
    return any(t not in (s,) and (organisations or is_state(t)) for s in sources for t in states(act.targets))


def is_state(code: str) -> bool:
    """Whether a code is that of a state or of a territory with a state's code."""
    return len(code) == 3 and code.isupper() or code in ("USSR", "Kosovo", "Taiwan")


def _record(tree: Tree, act: Act) -> dict[str, Any]:
    start, end = clause(tree, act.at, act.heads) if act.entry.part != "n" else phrase(tree, act.at)
    return {
        "actors": list(states(act.actors)),
        "targets": list(states(act.targets)),
        "plover": told_type(act),
        "mode": act.entry.mode,
        "action": tree.text[start:end],
        "start": start,
        "end": end,
        "quote": tree.text[start:end],
        "modality": str(act.mode.modality),
        "actual": act.mode.actual,
        "confidence": of_act(act),
        "rule": f"{act.entry.id}/{act.path}",
    }
