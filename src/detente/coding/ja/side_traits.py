"""What speaks for a state as the doer or the bearer of an act: where it stands, what it did before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.agent_words import agent_noun
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.memory import Memory
from detente.coding.ja.scene import Scene
from detente.coding.ja.side_places import Spot, seat, seen_from
from detente.coding.ja.subjects import own_subject

_MOST = 6  # candidates of one act
_RECALLED = 3  # acts told before
_UNSAID = ("JPN", "USA")  # a Japanese text may name these two by their offices alone: 政府, 国務長官
_SUBJECT = ("は", "が", "も")
_BY_OTHER_RULES = ("conduct", "speech", "unlisted", "vow", "resolved")
_MOODS = {
    **dict.fromkeys(("ACCUSE", "PROTEST", "REJECT", "REQUEST"), "words"),
    **dict.fromkeys(("SANCTION", "THREATEN", "COERCE", "MOBILIZE", "ASSAULT"), "deeds"),
    **dict.fromkeys(("AID", "SUPPORT", "CONCEDE", "RETREAT"), "for"),
}


class Past(NamedTuple):
    """An act told before: its two sides, its PLOVER type, and the number of its sentence."""

    by: frozenset[str]
    on: frozenset[str]
    kind: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Act:
    """An act whose sides are to be chosen.

    `doers` and `bearers` are the states that the rules name, `basis` what they rest on (`sides.Sides`), `way`
    by which kind of rule the act was found. `traits` holds what speaks for each candidate, the likeliest
    first, `groups` states told of together, `past` the last acts told before, `pair` the two states that the
    text is about.
    """

    kind: str
    way: str
    basis: tuple[str, str]
    doers: tuple[str, ...]
    bearers: tuple[str, ...]
    traits: dict[str, list[str]]
    groups: list[tuple[str, ...]]
    past: list[Past]
    sentence: int
    pair: frozenset[str]


def act_of(draft: Draft, scene: Scene, actors: Actors, found: list[Spot], past: list[Past]) -> Act:
    """All that is weighed of an act; `found` are the places at which its sentence names states."""
    way, memory = way_of(draft), scene.memory
    nominal = way == "noun" or (way == "unlisted" and "/noun" in draft.rule)
    place = seat(scene.sentence, draft.start, draft.end, nominal)
    here = seen_from(place, found, actors)
    for mention in scene.mentions:
        where = "past" if mention.start >= draft.end else "front" if mention.start < draft.start else "mid"
        for state in states_of(mention.actors):
            here[state].add(where)
    doers, bearers = states_of(draft.fields["actors"]), states_of(draft.fields["targets"])
    order = _named_before(memory, scene.number)
    known = dict.fromkeys([*doers, *bearers, *here, *order, *memory.dyad, *memory.likely])
    known |= dict.fromkeys(s for s, _ in memory.counts.most_common())
    candidates = [s for s in known if s.isupper() or is_state(s) or s in (*doers, *bearers)][:_MOST]
    supposed = bool(draft.fields["actors"]) and actors.supposed.issuperset(draft.fields["actors"])
    rule = _of_rules(draft.basis, way, doers, bearers, supposed)
    agent, recent = _unnamed_subject(place.clause, actors), past[-_RECALLED:]
    if agent not in ("", "?"):
        candidates += [s for s in _UNSAID if s not in candidates]
    background, traits = _Background(scene, order), {}
    for state in candidates:
        signs = [*sorted(here.get(state, ())), *background.of(state, state in here)]
        if agent:
            signs += [
                "unnamed-subject",
                *([f"agent-{agent}-{state}"] if state in _UNSAID and state not in here else ()),
            ]
        traits[state] = [*signs, *_of_past(state, recent, scene.number), *rule.get(state, ())]
    pair = frozenset(memory.dyad or memory.likely)
    groups = _groups(scene, found, traits)
    return Act(
        draft.fields["plover"],
        way,
        draft.basis,
        doers,
        bearers,
        traits,
        groups,
        recent,
        scene.number,
        pair,
    )


def way_of(draft: Draft) -> str:
    """By which kind of rule an act was found: verb, idiom, noun, light verb, conduct, speech."""
    entry, _, path = draft.rule.partition("/")
    made = entry.partition(".")[0]
    return made if made in _BY_OTHER_RULES else path.partition(",")[0].partition(":")[0]


def _named_before(memory: Memory, sentence: int) -> dict[str, tuple[int, str]]:
    """The states that earlier sentences name, the last first, with that sentence and the particle there."""
    order: dict[str, tuple[int, str]] = {}
    for naming in reversed(memory.namings):
        if naming.sentence < sentence:
            order.setdefault(naming.state, (naming.sentence, naming.particle))
    return order


def _unnamed_subject(clause: Clause | None, actors: Actors) -> str:
    """The office that is the subject of a clause and names no state (大統領は); "?" for another word."""
    subject = (own_subject(clause) or clause.topic) if clause is not None else None
    if subject is None or actors.inside(subject.extent, subject.end):
        return ""
    return agent_noun(subject.text) or "?"


def _of_rules(
    basis: tuple[str, str], way: str, doers: tuple[str, ...], bearers: tuple[str, ...], supposed: bool
) -> dict[str, list[str]]:
    """What it says for a state that the rules name it."""
    found: dict[str, list[str]] = {}
    for side, states, how in (("doer", doers, basis[0]), ("bearer", bearers, basis[1])):
        signs = [f"rule-{side}-{how}-{len(states) > 1}", f"rule-{side}-by-{way}"]
        if supposed and side == "doer":
            signs.append("rule-doer-supposed")
        for state in states:
            found[state] = found.get(state, []) + signs
    return found


class _Background:
    """How the text around an act names the states."""

    def __init__(self, scene: Scene, order: dict[str, tuple[int, str]]) -> None:
        memory = scene.memory
        self._memory, self._sentence = memory, scene.number
        self._order = {state: (at, *named) for at, (state, named) in enumerate(order.items())}
        self._whole = memory.counts.total() or 1
        self._most = max(memory.counts.values(), default=-1)
        self._topic = states_of(memory.topic) if memory.topic_age == 0 else ()
        self._author = states_of((*memory.author, *memory.voice))

    def of(self, state: str, here: bool) -> Iterator[str]:
        """What it says of a state; `here` is whether the sentence names it."""
        count = self._memory.counts[state]
        if here:
            yield "here"
        if state in self._order:
            at, sentence, particle = self._order[state]
            yield f"ago{min(3, self._sentence - sentence)}"
            yield f"order{min(3, at)}"
            if particle in _SUBJECT:
                yield "was-subject"
        elif not here:
            yield "later" if count else f"never-{state}" if state in _UNSAID else "never"
        if state in self._topic:
            yield "topic"
        if state in self._author:
            yield "author"
        if count == self._most:
            yield "most"
        yield f"share{int(5 * count / self._whole)}"
        if state in self._memory.dyad:
            yield "dyad"
        if not is_state(state):
            yield "body"
            yield f"is-{state}"


def _of_past(state: str, past: list[Past], sentence: int) -> Iterator[str]:
    """What a state had to do with the acts told before, the last first."""
    for back, act in enumerate(reversed(past)):
        when = "same" if act.sentence == sentence else "ago"
        for side, states in (("did", act.by), ("bore", act.on)):
            if state in states:
                yield f"{side}{back}-{when}"
                yield f"{side}{back}-{_MOODS.get(act.kind, 'with')}"


def _groups(scene: Scene, found: list[Spot], traits: dict[str, list[str]]) -> list[tuple[str, ...]]:
    """The states that the sentence tells of together: 独仏, 日本と韓国が."""
    together: dict[tuple[int, str], dict[str, None]] = {}
    for spot in found:
        if "/" not in spot.path:
            together.setdefault((id(spot.clause), spot.path), {})[spot.state] = None
    told = [states_of(m.actors) for m in scene.mentions] + [tuple(states) for states in together.values()]
    return [g for g in dict.fromkeys(told) if len(g) > 1 and all(s in traits for s in g)]
