"""Both sides of an act: from the particles of its clause, the modifiers of its noun, or the context."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.codebook import Entry, Frame
from detente.coding.codes import is_state, state_of, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.subjects import (
    NOBODY,
    Subject,
    own_subject,
    previous_clause,
    subject_before,
    subject_of,
)
from detente.coding.ja.words import word_set

RECEIVING = word_set("受ける 浴びる 被る 得る 受け取る 蒙る 喫する 招く 買う 呼ぶ 誘う 呼び起こす 惹起する")
_NEVER_GUESSED = (None, "NONE", "ASSAULT")  # nobody is held to have attacked whom the text does not name
_JUDGING = ("ACCUSE", "PROTEST", "REJECT", "SUPPORT")
_DEEDS = {
    "SANCTION": ("制裁", "関税", "禁輸", "輸出規制", "輸入規制", "指定"),
    "ASSAULT": ("攻撃", "侵攻", "侵略", "空爆", "砲撃", "爆撃", "戦争"),
    "MOBILIZE": ("発射", "核実験", "演習", "配備"),
    "COERCE": ("拘束", "逮捕", "拿捕", "封鎖", "併合"),
}
_OF_AGREEMENTS = ("AGREE", "REJECT", "CONSULT")
_NOMINAL_ACTOR = ("よって", "から", "の")
_NOMINAL_SOURCE = ("から",)
INVADING = frozenset({"侵攻", "侵略", "攻撃", "併合", "占領", "空爆", "爆撃", "出兵", "派兵", "侵入", "封鎖"})
_SUFFERED = tuple(
    f"{act}事件" for act in ("銃撃", "襲撃", "殺害", "爆破", "暗殺", "撃墜", "撃沈", "砲撃", "誘拐", "人質")
)
_FIGHTS = frozenset({"乱闘", "衝突", "戦闘", "銃撃戦", "交戦", "小競り合い", "武力衝突", "会戦", "海戦"})
# what two states hold together, and what falls through or is taken up again between them
_TALKS = frozenset({"会談", "交渉", "協議", "対話", "首脳会談", "外相会談", "会合", "折衝"})
_HELD = frozenset({"会談", "サミット", "会議"})  # マルタ会談: one state before them is where they are held
_NOMINAL_PLACE = ("おいて",)
_NOMINAL_TARGET = ("対して", "へ", "と", "めぐって", "向けて", "に")


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts on whom; `actor_how`/`target_how` say what that rests on.

    `agentive` is true where somebody acts whose state the text does not tell (地元の住民, 某高官).
    """

    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    actor_how: str = "none"
    target_how: str = "none"
    agentive: bool = False

    @property
    def explicit(self) -> bool:
        """Whether the text names an actor at the act itself."""
        return self.actor_how not in ("none", "before", "dyad", "other")


def clause_sides(clause: Clause, noun: Chunk | None, frame: Frame, actors: Actors) -> Sides:
    """The sides of an act that a clause reports; `noun` is the act's own noun under a light verb."""
    if frame.name == "suffer":
        return _suffered(clause, actors)
    subject = _agent(clause, noun, actors)
    doers, how = subject.actors, subject.how
    with_them: list[str] = []
    if noun is not None:
        inner = noun_sides(noun, frame, actors)
        if inner.actors and (not doers or how in ("before", "other", "none", "shared")):
            doers, how = inner.actors, "noun"
    for arg in clause.args:
        if arg.case == "ともに" and not frame.joint and (others := actors.refer(arg)):
            doers = tuple(dict.fromkeys([*doers, *others]))
        if arg.case == "はじめ" and (others := actors.refer(arg)):
            with_them += others
    if frame.joint:
        return _joint(clause, noun, frame, actors, Subject(doers, how, subject.chunk))
    if noun is not None and clause.lemma in RECEIVING:
        return _received(clause, noun, frame, actors, subject)
    targets, target_how = _targets(clause, noun, frame, actors, set(states_of(doers)))
    return Sides(doers, targets, how, target_how, not doers and how in ("own", "head", "topic"))


def _suffered(clause: Clause, actors: Actors) -> Sides:
    """Xの攻撃でA国の兵士が死亡した: the subject suffers what a noun or the clause before tells of."""
    victim = subject_of(clause, actors)
    patients = victim.actors if victim.how in ("own", "head", "topic") else ()
    own = set(states_of(patients))
    for arg in clause.args:
        if arg.case in ("で", "よって", "から", "伴って"):
            doers, how = _first(arg, _NOMINAL_ACTOR, actors, besides=own)
            if doers or (doers := tuple(a for a in actors.compound(arg) if state_of(a) not in own)):
                return Sides(doers, patients, how if how != "none" else "noun", victim.how)
        if arg.case == "で" and arg.head.norm in _FIGHTS and (other := actors.memory.other_side(patients)):
            return Sides(other, patients, "dyad", victim.how)
    before = previous_clause(clause)
    doer = subject_of(before, actors) if before is not None else NOBODY
    if doer.how in ("own", "topic") and not set(states_of(doer.actors)) & own:
        return Sides(doer.actors, patients, "shared", victim.how)
    return Sides((), patients, "none", victim.how, True)


def _received(clause: Clause, noun: Chunk, frame: Frame, actors: Actors, subject: Subject) -> Sides:
    """AがBからXを受ける: B acts on A."""
    inner = noun_sides(noun, frame, actors)
    for case in ("から", "よって", "に"):
        arg = clause.argument(case)
        if arg is not None and (found := actors.refer(arg) or states_of(actors.named(arg))):
            return Sides(found, subject.actors, "own", subject.how)
    return Sides(inner.actors, subject.actors, inner.actor_how, subject.how)


def _agent(clause: Clause, noun: Chunk | None, actors: Actors) -> Subject:
    """Who does it: the subject, or the に/によって phrase of a passive."""
    if noun is not None and own_subject(clause) is noun:
        return subject_before(clause, actors)
    if not clause.passive and "benefactive" not in clause.marks:
        return subject_of(clause, actors)
    for case in ("よって", "から", "に"):
        arg = clause.argument(case)
        if arg is not None and arg is not noun and (found := actors.refer(arg)) is not None:
            return Subject(found, "own", arg)
    before = previous_clause(clause)
    for case in ("よって", "から", "に"):
        if before is not None and (found := actors.refer(before.argument(case))):
            return Subject(found, "shared", before.argument(case))
    if clause.topic is not None and clause.argument("が") is not None:
        found = actors.refer(clause.topic)
        if found:
            return Subject(found, "topic", clause.topic)
    place = clause.argument("で")
    if place is not None and (found := actors.place(place)):
        return Subject(found, "place", place)
    subject = subject_of(clause, actors)
    if subject.how == "other" and actors.memory.topic and actors.memory.topic_age < 2:
        return Subject(actors.memory.topic, "before")
    return NOBODY if subject.how in ("own", "head", "topic", "control") else subject


def _targets(
    clause: Clause, noun: Chunk | None, frame: Frame, actors: Actors, own: set[str]
) -> tuple[tuple[str, ...], str]:
    if clause.passive:
        patient = subject_of(clause, actors)
        if patient.how in ("own", "head", "topic") and patient.actors:
            return patient.actors, "own"
        thing = patient.chunk if patient.how == "other" else clause.modified
        if (
            thing is not None
            and clause.relation != "complement"
            and (named := _others(actors.named(thing), own))
        ):
            return named, "object"
    if noun is not None:
        inner = noun_sides(noun, frame, actors)
        if inner.targets and not set(states_of(inner.targets)) <= own:
            return inner.targets, "noun"
    for case in frame.target:
        arg = clause.argument(case)
        if arg is None or arg is noun:
            continue
        found = actors.refer(arg)
        named_agent = case in ("対して", "を") or any("/" in a for a in found or ())
        if found and (named_agent or not set(states_of(found)) <= own):
            return found, "own"
    for content in _contents(clause):
        blamed = actors.refer(own_subject(content)) or ()
        if not set(states_of(blamed)) <= own:
            return blamed, "content"
    for case in (*frame.target, *frame.about):
        arg = clause.argument(case)
        if arg is not None and (named := _others(actors.named(arg), own)):
            return named, "object" if _by_modifier(arg, actors) else "subject matter"
    if toward := _others(actors.toward(clause.predicate), own):
        return toward, "own"
    above = clause.parent if clause.relation == "complement" else None
    against = above.argument("対して") if above is not None else None
    if against is not None and (found := actors.refer(against)) and not set(states_of(found)) <= own:
        return found, "own"  # 20社に対し、制裁を科すことを決めた
    return (), "none"


def _contents(clause: Clause) -> list[Clause]:
    """The clauses that say what an act of speech is about: 〜と批判する, 〜ことに抗議する."""
    told = [c for c in clause.children if c.relation == "quote"]
    return told + [c for arg in clause.args for c in arg.clauses if c.relation == "complement"]


def _by_modifier(arg: Chunk, actors: Actors) -> bool:
    """Whether a modifier names the state (日本の決定) rather than a compound about it (対イラク決議案)."""
    return any(actors.named(m) for m in arg.mods) or any(actors.inside(c.start, c.end) for c in arg.clauses)


def _others(found: tuple[str, ...], own: set[str]) -> tuple[str, ...]:
    return tuple(s for s in states_of(found) if s not in own)


def _joint(clause: Clause, noun: Chunk | None, frame: Frame, actors: Actors, subject: Subject) -> Sides:
    """A joint act: everybody who takes part stands on both sides."""
    partners: list[str] = []
    for arg in clause.args:
        if arg is not noun and arg.case in ("と", "ともに", *frame.target):
            partners += actors.refer(arg) or ()
        if arg.head.norm == "間" or arg.text.endswith("間"):
            for mod in arg.mods:
                partners += actors.refer(mod) or ()
            partners += actors.compound(arg)
    if noun is not None:
        partners += noun_partners(noun, actors)
    partners += actors.compound(clause.predicate) if clause.lemma != "だ" else ()
    if subject.how == "other" and subject.chunk is not None and subject.chunk is not noun:
        partners += actors.compound(subject.chunk)
        if not partners and not clause.passive:
            return Sides((), (), "other", "none")
    doers = _once_each([*subject.actors, *partners])
    if subject.how == "before" and len(states_of(tuple(partners))) > 1:
        doers = tuple(dict.fromkeys(partners))
    both = states_of(doers)
    acting = not doers and subject.how in ("own", "head", "topic")
    together = subject.chunk is not None and bool(subject.chunk.joined)
    unnamed = any(a.case == "と" and actors.refer(a) == () for a in clause.args)
    how = subject.how if subject.actors or acting else "noun" if partners else "none"
    several = len(both) > 1
    return Sides(
        doers, both if several else (), how, "own" if several else "none", acting or together or unnamed
    )


def _once_each(actors: list[str]) -> tuple[str, ...]:
    """Each actor once; a state beside its own minister (両外相が日豪協議を行った) goes without saying."""
    acting = {state_of(a) for a in actors if "/" in a}
    return tuple(dict.fromkeys(a for a in actors if "/" in a or a not in acting))


def modifiers(noun: Chunk) -> list[Chunk]:
    """What modifies a noun, with what stands a step too low or within an adjective.

    Of 米国によるロシア製鋼材の輸入制限 the agent modifies 輸入制限, not 鋼材; of ドイツ側の強い要請 the side
    modifies 要請, though it stands before the adjective.
    """
    found: list[Chunk] = []
    for clause in noun.clauses:
        if clause.predicate.tokens[0].pos in ("形容詞", "形状詞") and not clause.negative:
            found += [a for a in (*clause.args, *clause.predicate.mods) if a.case == "の"]
    for mod in noun.mods:
        if not mod.tokens[-1].verbal_noun:
            found += [inner for inner in mod.mods if inner.case == "よって"]
        found.append(mod)
    return found


def noun_partners(noun: Chunk, actors: Actors) -> list[str]:
    """Who takes part in a joint act named by a noun: 日韓協議, ロシアとの会談, 両国の対話."""
    inside = actors.compound(noun)
    held_there = len(inside) == 1 and is_state(inside[0]) and noun.head.norm in _HELD
    found: list[str] = [*(() if held_there else inside), *actors.toward(noun)]
    for mod in modifiers(noun):
        if mod.case in ("と", "の", "よって", "おいて", "対して"):
            found += actors.refer(mod) or ()
    return list(dict.fromkeys(found))


def noun_sides(noun: Chunk, frame: Frame, actors: Actors) -> Sides:
    """The sides that the modifiers and the compound of an act's noun name: ロシアによるウクライナへの攻撃."""
    if frame.joint:
        partners = tuple(noun_partners(noun, actors))
        both = states_of(partners)
        how = "noun" if partners else "none"
        return Sides(partners, both if len(both) > 1 else (), how, how if len(both) > 1 else "none")
    doers, how = _first(noun, _NOMINAL_ACTOR, actors)
    own = set(states_of(doers))
    targets, target_how = _first(noun, _NOMINAL_TARGET, actors, named=True, besides=own)
    if frame.name == "seize" and not targets and not any(m.case == "よって" for m in noun.mods):
        doers, how, targets, target_how = (), "none", doers, how
    if not targets and frame.name == "object":
        targets, target_how = _first(noun, _NOMINAL_PLACE, actors, named=True, besides=own)
    if not targets and doers and how == "noun" and any(m.case == "よって" for m in modifiers(noun)):
        targets, target_how = _first(noun, ("の",), actors, named=True, besides=own)
    if not targets and "から" in frame.target:
        targets, target_how = _first(noun, _NOMINAL_SOURCE, actors, besides=own)
    if not targets and (toward := _others(actors.toward(noun), own)):
        targets, target_how = toward, "noun"
    before = tuple(a for a in actors.compound(noun) if a not in targets)
    suffered = noun.head.norm in INVADING or noun.text.endswith(_SUFFERED)
    if before and not targets and suffered:  # ウクライナ侵攻, 大使館車列銃撃事件: they suffer it
        targets, target_how = before, "noun"
    elif before and not targets and frame.name == "visit":  # 日本公式訪問, ペロシ下院議長台湾訪問
        targets, target_how = before[-1:], "noun"
        doers, how = (doers, how) if doers else (before[:-1], "noun" if before[1:] else "none")
    elif not doers and before:
        doers, how = before, "noun"
    return Sides(doers, targets, how, target_how)


def _first(
    noun: Chunk,
    cases: tuple[str, ...],
    actors: Actors,
    *,
    named: bool = False,
    besides: set[str] = frozenset(),  # type: ignore[assignment]
) -> tuple[tuple[str, ...], str]:
    for case in cases:
        for mod in reversed(modifiers(noun)):
            if mod.case != case:
                continue
            found = actors.refer(mod)
            if found is None and case == "よって":
                found = next((f for m in mod.mods if m.case == "の" and (f := actors.refer(m))), None)
            if not found and named:
                found = actors.named(mod)
            others = tuple(a for a in found or () if a.split("/", 1)[0] not in besides)
            if others:
                return others, "noun"
    return (), "none"


def complete(
    sides: Sides, entry: Entry, frame: Frame, actors: Actors, at: int, clause: Clause | None = None
) -> Sides:
    """Fill in the side that the text leaves to the context: the other of the pair it speaks about.

    Without such a pair it is the state spoken of last before `at`, where the act begins.
    """
    sides = _not_on_itself(sides, actors)
    if frame.name == "suffer" and not sides.actors:
        return _by_the_attack(sides, actors)
    if entry.type == "ASSAULT" and not sides.actors and sides.target_how == "noun":
        return _of_the_attack(sides, actors)
    named_things = _pair_named(clause, actors) if clause is not None and entry.type in _OF_AGREEMENTS else ()
    if sides.actor_how == "other" and not sides.actors:
        return Sides(named_things, named_things, "object", "object") if named_things else sides
    if frame.joint and sides.agentive and sides.actors:
        return sides
    if frame.joint and entry.type == "ASSAULT" and not sides.actors:
        by, on = actors.memory.attack  # 2003年の戦争: never the pair of the text for want of another
        return Sides(by, on, "before", "before") if by and on else sides
    if frame.joint and len(states_of(sides.actors)) < 2:
        return _complete_joint(sides, actors, at)
    if not sides.actors and not sides.targets and named_things:
        return Sides(named_things, states_of(named_things), "object", "object")
    if not sides.actors and len(states_of(sides.targets)) == 1 and entry.type not in _NEVER_GUESSED:
        other = actors.memory.other_side(sides.targets)
        return Sides(other, sides.targets, "dyad" if other else "none", sides.target_how)
    if not sides.actors or entry.type in (None, "NONE"):
        return sides
    if not sides.targets and actors.memory.private.issuperset(sides.actors):
        own = states_of(sides.actors) if entry.type == "REQUEST" else ()
        return Sides(sides.actors, own, sides.actor_how, "dyad" if own else "none")
    if entry.id == "consult.mediate" and not sides.targets:
        between = actors.between(sides.actors)
        return Sides(sides.actors, between, sides.actor_how, "dyad" if between else "none")
    if sides.targets and not (
        sides.target_how == "subject matter" and actors.memory.other_side(sides.actors)
    ):
        return sides
    if clause is not None and entry.type in _JUDGING and (doers := _judged(clause, actors, sides.actors)):
        return Sides(sides.actors, doers, sides.actor_how, "dyad")
    guessed = clause is not None and entry.type != "MOBILIZE"
    pair = actors.memory.other_side(sides.actors)
    other = actors.counterpart(sides.actors, at, entry.type) if guessed else pair
    several = states_of(sides.actors)
    if not other and len(several) > 1 and all(map(is_state, several)):  # 両軍はにらみ合いを続けた
        other = several
    return Sides(sides.actors, other, sides.actor_how, "dyad") if other else sides


def _not_on_itself(sides: Sides, actors: Actors) -> Sides:
    """中国側に対し抗議した after a sentence about China: who acted before is not who acts on himself now."""
    own, targets = states_of(sides.actors), states_of(sides.targets)
    if sides.actor_how != "before" or len(own) != 1 or own != targets:
        return sides
    other = (
        actors.memory.author if set(actors.memory.author) - set(own) else actors.memory.other_side(targets)
    )
    return Sides(other, sides.targets, "dyad" if other else "none", sides.target_how)


def _judged(clause: Clause, actors: Actors, own: tuple[str, ...]) -> tuple[str, ...]:
    """今回の制裁決定を懸念する: whoever last did what is judged, where the text's pair does not tell."""
    if actors.memory.other_side(own):
        return ()
    judged = [a.text for a in clause.args if a.case in ("を", "に", "対して", "めぐって", "ついて", "関して")]
    for by, _, kind in reversed(actors.memory.dealings):
        named = any(word in text for word in _DEEDS.get(kind, ()) for text in judged)
        if named and not set(by) & set(states_of(own)):
            return by
    return ()


def _of_the_attack(sides: Sides, actors: Actors) -> Sides:
    """ウクライナ侵略: the attack on the same state that was told before, by whom it was told to be."""
    by, on = actors.memory.attack
    same = set(states_of(sides.targets)) <= set(states_of(on)) and not set(states_of(by)) & set(states_of(on))
    return Sides(by, sides.targets, "before", sides.target_how) if by and same else sides


def _by_the_attack(sides: Sides, actors: Actors) -> Sides:
    """Whose dead are told of died by the attack told before, where it was not their own."""
    by, on = actors.memory.attack
    own = set(states_of(sides.targets or on))
    doers = tuple(a for a in by if state_of(a) not in own)
    return Sides(doers, sides.targets or on, "before", sides.target_how) if doers else sides


def _pair_named(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """The states in the name of what comes into force, or those that hold the talks (会談は決裂した)."""
    thing = own_subject(clause) or subject_of(clause, actors).chunk
    named = tuple(filter(is_state, states_of(actors.named(thing)))) if thing is not None else ()
    if len(named) > 1:
        return named
    talks = thing is not None and not named and thing.head.norm in _TALKS and not clause.negative
    return (actors.memory.dyad or actors.memory.pair) if talks else ()


def _complete_joint(sides: Sides, actors: Actors, at: int) -> Sides:
    memory = actors.memory
    if not sides.actors:
        pair = memory.here or memory.pair
        return Sides(pair, pair, "dyad" if pair else "none", "dyad" if pair else "none")
    own = states_of(sides.actors)
    if set(own) < set(memory.here):
        return Sides(
            (*sides.actors, *(s for s in memory.here if s not in own)), memory.here, sides.actor_how, "dyad"
        )
    states = all(is_state(s) for s in own)
    other = actors.counterpart(sides.actors, at) if states else memory.other_side(sides.actors)
    everybody = (*sides.actors, *other)
    return Sides(everybody, states_of(everybody), sides.actor_how, "dyad") if other else sides
