"""Newswire in bulk: one sentence a line, the events that it reports."""

from __future__ import annotations

import gc
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import nullcontext
from functools import lru_cache
from importlib.resources import files
from itertools import islice, tee
from typing import Any, NamedTuple

import yaml

from detente import ontology
from detente.coding import codes
from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.acts import acts
from detente.coding.en.confidence import of_act
from detente.coding.en.lexicon import Lexicon, load
from detente.coding.en.memory import Memory
from detente.coding.en.modality import Mode
from detente.coding.en.parse import forgetting, trees
from detente.coding.en.shallow import shallow_trees
from detente.coding.en.spans import clause, phrase
from detente.coding.en.told import said_must, told_type, without_content
from detente.coding.en.tree import Tree
from detente.coding.en.windows import windows
from detente.findings import Modality
from detente.ontology.mention import Mention

CHUNK = 512
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
Records = list[dict[str, Any]]


def code_lines(
    lines: Iterable[str],
    *,
    codebooks: Sequence[str] = (),
    interstate: bool = False,
    workers: int = 1,
    shallow: bool = False,
) -> Iterator[dict[str, Any]]:
    """Code one newswire sentence a line and yield `{"line": n, "events": [...]}` for each, in order.

    Parameters
    ----------
    lines : any number of lines, read lazily, `CHUNK` at a time, so memory does not grow with them.
    codebooks : the analyst's own codebook files; their entries replace ours of the same id.
    interstate : keep only events between two states; faster, since lines that do not name two
        actors are not parsed.
    shallow : read the lines with a light grammar instead of the parser (`detente.coding.en.shallow`).
    workers : processes; with more than one, at most two chunks a process are under way.

    Yields
    ------
    One object a line, `line` counted from 1. Its events come with the main one first; each has
    `actors`, `targets` (codes as in `findings.Event`, [] where not named; mutual acts name both
    sides on both), `dyads` (pairs of state codes), `plover` (as the PLOVER manual files the report:
    an announced act of cooperation is AGREE, of conflict THREATEN), `mode`, `action`, `start`,
    `end` (code points into the line without its surrounding blanks), `quote`, `modality`, `actual`,
    `confidence`, `rule`.
    """
    numbered = enumerate(lines, start=1)
    chunks = iter(lambda: list(islice(numbered, CHUNK)), [])
    books = tuple(map(str, codebooks))
    if workers == 1:
        for chunk in chunks:
            yield from _numbered(chunk, code_chunk(_texts(chunk), books, interstate, shallow))
        return
    with ProcessPoolExecutor(workers) as pool:
        waiting: deque[tuple[list[tuple[int, str]], Future[list[Records]]]] = deque()
        for chunk in chunks:
            coding = pool.submit(_in_process, _texts(chunk), books, interstate, shallow)
            waiting.append((chunk, coding))
            if len(waiting) >= 2 * workers:
                done, coded = waiting.popleft()
                yield from _numbered(done, coded.result())
        for done, coded in waiting:
            yield from _numbered(done, coded.result())


def _texts(chunk: list[tuple[int, str]]) -> list[str]:
    return [line.strip() for _, line in chunk]


def _numbered(chunk: list[tuple[int, str]], coded: list[Records]) -> Iterator[dict[str, Any]]:
    for (number, _), events in zip(chunk, coded, strict=True):
        yield {"line": number, "events": events}


def _in_process(
    texts: list[str], codebooks: tuple[str, ...], interstate: bool, shallow: bool
) -> list[Records]:
    """`code_chunk` in a process of the pool."""
    coded = code_chunk(texts, codebooks, interstate, shallow)
    _keep_tables()
    return coded


@lru_cache(maxsize=1)
def _keep_tables() -> None:
    """Spare the garbage collector the codebooks and tables, which it would walk through time and again."""
    gc.collect()
    gc.freeze()


def code_chunk(
    texts: list[str], codebooks: tuple[str, ...], interstate: bool = False, shallow: bool = False
) -> list[Records]:
    """The events of each text; only texts that name an actor and a codebook word are parsed."""
    lexicon = load(codebooks)
    coded: list[Records] = [[] for _ in texts]
    found, ahead = tee(_pieces(texts, lexicon, 2 if interstate else 1))
    with nullcontext() if shallow else forgetting(texts):
        if shallow:
            read = shallow_trees(((piece.text, piece.mentions) for piece in ahead), codebooks)
        else:
            read = trees((piece.text for piece in ahead), lexicon)
        for piece, tree in zip(found, read, strict=True):
            coded[piece.line] += _moved(events_of(tree, piece.mentions, lexicon, interstate), piece.start)
    return coded


class Piece(NamedTuple):
    """A line, or a window of a long one, that begins at `start` and is worth parsing."""

    line: int
    start: int
    text: str
    mentions: list[Mention]


def _pieces(texts: list[str], lexicon: Lexicon, actors: int) -> Iterator[Piece]:
    """The pieces of all lines that name enough actors; found one by one, so that few are kept at a time."""
    for n, text in enumerate(texts):
        for start, end in windows(text):
            piece = text[start:end]
            mentions = ontology.mentions(piece, "en", None)
            if worth_parsing(piece, mentions, lexicon, actors):
                yield Piece(n, start, piece, mentions)


def _moved(events: Records, by: int) -> Records:
    """The events of a window with their offsets counted from the beginning of its line."""
    for event in events if by else ():
        event["start"] += by
        event["end"] += by
    return events


def worth_parsing(text: str, mentions: Sequence[Mention], lexicon: Lexicon, actors: int) -> bool:
    """Whether a text names enough actors and any word of the codebooks."""
    named = {code.split("/")[0] for m in mentions for code in m.actors}
    if len(named) < actors:
        return False
    words = (found.group().lower() for found in WORD.finditer(text))
    return any(word in lexicon.verbs or word in lexicon.nouns for word in words)


def events_of(tree: Tree, mentions: Sequence[Mention], lexicon: Lexicon, interstate: bool) -> Records:
    """The events of one parsed line, the main one first; the surer one where two say the same."""
    memory = Memory()
    cast = Cast.of(tree, mentions, memory)
    memory.take_in(cast)
    done: set[tuple[Any, ...]] = set()
    events: Records = []
    for act in reported_acts(cast, lexicon):
        key = (states_of(act.actors), states_of(act.targets), told_type(act))
        pairs = dyads(act)
        if key not in done and (pairs or not interstate):
            done.add(key)
            events.append(_record(tree, act, pairs))
    return events


def reported_acts(cast: Cast, lexicon: Lexicon) -> list[Act]:
    """The acts that a line reports as news, the main one first.

    Left out: what is only the content of another act, what is denied or only possible, and nouns
    beside a verb that relates two states already.
    """
    found = without_content(cast.tree, acts(cast, lexicon) + said_must(cast))
    kept = [act for act in found if told_type(act) != "NONE" and _reported(act, act.mode)]
    between = [act for act in kept if dyads(act)]
    if any(act.entry.part != "n" for act in between):
        kept = [act for act in kept if act.entry.part != "n" or act not in between]
        between = [act for act in between if act.entry.part != "n"]
    main = {act.at for act in between}
    kept = [act for act in kept if not _beneath_another(cast.tree, act, main)]
    return sorted(kept, key=lambda act: -_prominence(cast.tree, act))


def _beneath_another(tree: Tree, act: Act, main: set[int]) -> bool:
    """Whether an act stands in a side clause or complement of another, at `main`, between states."""
    at = act.at
    for above in tree.up(at):
        if tree.deps[at] in ("conj", "ccomp") and tree.deps[act.at] == "conj":
            return False
        if above in main:
            return tree.deps[at] != "conj"
        at = above
    return False


def _reported(act: Act, mode: Mode) -> bool:
    if mode.modality is Modality.HYPOTHETICAL:
        return False
    return mode.modality is not Modality.DENIED or told_type(act) != act.entry.plover


def _prominence(tree: Tree, act: Act) -> float:
    depth = sum(1 for _ in tree.up(act.at))
    sides = bool(act.actors) + bool(act.targets)
    return 2.0 * (act.entry.part != "n") + sides + act.entry.weight - 0.7 * depth


def dyads(act: Act) -> list[tuple[str, str]]:
    """The ordered pairs of different states between which an act passes; groups count for their state."""
    return list(_dyads(act.actors, act.targets))


@lru_cache(maxsize=1024)
def _dyads(actors: tuple[str, ...], targets: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(codes.dyads(map(_state_of, states_of(actors)), map(_state_of, states_of(targets))))


def _state_of(code: str) -> str:
    """The state that a group counts for in newswire coding; other codes as they are."""
    return group_states().get(code, code)


@lru_cache(maxsize=1)
def group_states() -> dict[str, str]:
    """Group -> the code of the state or territory that it acts from, from `groups.yaml`."""
    raw = files("detente.coding").joinpath("codebooks", "en", "groups.yaml").read_text("utf-8")
    return dict(yaml.load(raw, Loader=_LOADER))


def _record(tree: Tree, act: Act, pairs: list[tuple[str, str]]) -> dict[str, Any]:
    start, end = clause(tree, act.at, act.heads) if act.entry.part != "n" else phrase(tree, act.at)
    return {
        "actors": list(act.actors),
        "targets": list(act.targets),
        "dyads": [list(pair) for pair in pairs],
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
