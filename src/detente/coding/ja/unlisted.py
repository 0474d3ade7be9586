"""Acts in words that neither codebook nor conduct table lists, told by a trained model of their traits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.codebook import Entry, Frame
from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import governor
from detente.coding.ja.chunks import NOUN, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.completion import complete
from detente.coding.ja.conduct import conduct_type, suggested_kind
from detente.coding.ja.draft import Draft, Telling, points, told_act
from detente.coding.ja.kinds import kind_traits, likeliest
from detente.coding.ja.mood import ASSERTED, mood_of, noun_mood
from detente.coding.ja.noun_sides import noun_sides
from detente.coding.ja.openings import acts
from detente.coding.ja.roles import clause_sides
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.sides import Sides
from detente.coding.ja.subjects import own_subject
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.traits import clause_traits, noun_traits
from detente.coding.linear import load

LEAST = 0.8
"""The chance from which a place counts as an act; chosen on passages that the model was not fitted to."""

_ACT = Frame("act", ("が",), ("対して", "に", "へ", "を"), about=("を", "めぐって"))
_JOINT = Frame("joint", ("が",), ("と",), joint=True)
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act may be told: a clause, or a noun phrase in one; offsets of the repaired text, half-open.

    `head` is where its verb or noun begins, `taken` whether an act stands there already.
    """

    start: int
    end: int
    head: int
    unit: Unit
    clause: Clause | None
    noun: Chunk | None
    taken: bool

    def traits(self, actors: Actors) -> list[str]:
        """What the model weighs for whether it is an act."""
        if self.noun is not None:
            return noun_traits(self.noun, self.unit, actors)
        return clause_traits(self.clause, actors) if self.clause is not None else []

    def kind_traits(self, traits: list[str], suggested: str) -> list[str]:
        """What it weighs for the type."""
        inside = [c for c in self.unit.parse.chunks if c.start >= self.start and c.end <= self.end]
        return kind_traits(traits, suggested, (t for c in inside for t in c.tokens))

    def suggested(self, scene: Scene) -> str:
        """The type that the words of the conduct table suggest."""
        if self.clause is not None and self.noun is None:
            return suggested_kind(scene, self.clause, self.told_from, self.end)
        return conduct_type(scene.text(self.start, self.end))

    @property
    def told_from(self) -> int:
        """Where its own words begin, after what somebody is told to say."""
        return _after_content(self.clause) if self.clause is not None and self.noun is None else self.start

    @property
    def bare(self) -> bool:
        """Whether it is a mere verb: かかった of 食ってかかった, 発表した."""
        return self.noun is None and self.clause is not None and not self.clause.args


def places(scene: Scene, taken: list[Draft]) -> Iterator[Place]:
    """The clauses of a sentence outside quotations, and its nouns of action."""
    for unit in scene.sentence.units:
        if unit.kind != "sentence":
            continue
        for clause in unit.clauses:
            head, end = clause.predicate.start, clause.end
            known = _stands(taken, head, end) or _ruled_out(scene, head, end)
            yield Place(clause.start, end, head, unit, clause, None, known)
        for noun in unit.parse.chunks:
            if noun.kind == NOUN and noun.head.verbal_noun and noun.tokens[0].pos != QUOTED:
                known = _stands(taken, noun.start, noun.end) or _ruled_out(scene, noun.start, noun.end)
                yield Place(noun.own_extent, noun.end, noun.start, unit, governor(noun, unit), noun, known)


def _after_content(clause: Clause) -> int:
    """Where a clause goes on after the content that it tells as said, thought or asked for."""
    content = [c.predicate.stop for c in clause.children if c.relation == "quote" or c.link == "you"]
    return max([clause.start, *content])


def unlisted(scene: Scene, actors: Actors, taken: list[Draft]) -> list[Draft]:
    """The acts of a sentence where none stands yet; `taken` are those that stand."""
    model, found = load("ja"), list[Draft]()
    for place in places(scene, taken):
        if place.taken or place.bare or _stands(found, place.head, place.end):
            continue
        if place.clause is not None and place.noun is None and actors.reports(own_subject(place.clause)):
            continue
        if place.noun is None and place.clause is not None and _content_stands(place.clause, taken):
            continue
        traits = place.traits(actors)
        chance = model.chance(traits)
        if chance >= LEAST:
            suggested = place.suggested(scene)
            kind = likeliest(model.likely(place.kind_traits(traits, suggested)), suggested)
            found.append(_draft(scene, place, actors, kind, chance, model.reasons(traits, 3)))
    return found


def _ruled_out(scene: Scene, start: int, end: int) -> bool:
    """Whether words of the codebook stand there and tell no act."""
    return any(first < end and start < last for first, last in scene.ruled_out)


def _stands(acts: list[Draft], start: int, end: int) -> bool:
    return any(act.start < end and start < act.end for act in acts)


def _content_stands(clause: Clause, taken: list[Draft]) -> bool:
    """送金を停止したと発表した: whether what is told stands already, as an act of those who tell it."""
    told = [c for c in clause.children if c.relation == "quote"]
    told = [c for c in told if (subject := own_subject(c)) is None or not acts(subject)]  # 用意がある
    return any(_stands(taken, c.predicate.start, c.end) for c in told)


def _draft(scene: Scene, place: Place, actors: Actors, kind: str, chance: float, reasons: list[str]) -> Draft:
    sides = _sides(place, actors, kind)
    clause, noun = place.clause, place.noun
    mood = ASSERTED
    if clause is not None:
        mood = mood_of(clause) if noun is None else noun_mood(noun, clause)
    head = noun.head.norm if noun is not None else clause.lemma.removesuffix("する") if clause else ""
    objects = (
        frozenset(a.text for a in clause.args if a.case in ("を", "に", "が")) if clause else frozenset()
    )
    draft = told_act(
        (place.start, place.end),
        f"unlisted.{kind.lower()}/{'noun' if noun is not None else 'clause'}: {', '.join(reasons)}",
        points(chance),
        kind=kind,
        sides=(sides.actors, sides.targets),
        action=scene.text(place.start, place.end)[-60:],
        date=scene.date_of(place.start, place.end),
        mood=mood,
        telling=Telling(head, objects, noun is not None, scene.number),
    )
    draft.basis = (sides.actor_how, sides.target_how)
    return draft


def _sides(place: Place, actors: Actors, kind: str) -> Sides:
    """Both sides: as particles name them, else as the text leaves them to the context."""
    clause, noun = place.clause, place.noun
    frame = _ACT
    if noun is not None:
        frame = _JOINT if kind in _TOGETHER else _ACT
        sides = noun_sides(noun, frame, actors)
    else:
        assert clause is not None
        if kind in _TOGETHER and clause.argument("と") is not None:
            frame = _JOINT
        sides = clause_sides(clause, None, frame, actors)
    entry = Entry(id=f"unlisted.{kind.lower()}", type=kind, heads=())
    done = complete(sides, entry, frame, actors, place.start, clause if noun is None else None)
    both = set(states_of(done.actors)) == set(states_of(done.targets)) and not frame.joint
    return Sides(done.actors, (), done.actor_how) if both and len(states_of(done.actors)) == 1 else done
