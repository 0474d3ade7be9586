"""The side of an act that a text leaves to the context: the pair it speaks of, who acted before."""

from __future__ import annotations

from detente.coding.codebook import Entry, Frame
from detente.coding.codes import is_state, state_of, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.agent_words import lists
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.counterparts import between, counterpart
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.noun_sides import GROUPS
from detente.coding.ja.sides import Sides
from detente.coding.ja.subjects import own_subject, previous_clause, subject_of

_NEVER_GUESSED = (None, "NONE", "ASSAULT")  # nobody is held to have attacked whom the text does not name
_JUDGING = ("ACCUSE", "PROTEST", "REJECT", "SUPPORT")
_DEEDS = {
    "SANCTION": ("制裁", "関税", "禁輸", "輸出規制", "輸入規制", "指定"),
    "ASSAULT": ("攻撃", "侵攻", "侵略", "空爆", "砲撃", "爆撃", "戦争"),
    "MOBILIZE": ("発射", "核実験", "演習", "配備"),
    "COERCE": ("拘束", "逮捕", "拿捕", "封鎖", "併合"),
    "AGREE": ("合意", "停戦", "和平", "協定", "署名"),
    "CONSULT": ("会談", "対話", "協議", "交渉"),
}
_AGAINST = ("SANCTION", "ACCUSE", "PROTEST", "THREATEN", "REJECT", "REQUEST", "COERCE", "MOBILIZE")
_TAKING_UP = frozenset({"受ける", "反発する", "対抗する"})
_RETORTING = frozenset({"反論する", "反駁する", "やり返す", "言い返す"})
_BY_ARMS = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")
_ON_EACH_OTHER = ("SANCTION", "REJECT", "ASSAULT", "MOBILIZE", "RETREAT", "SUPPORT", "CONCEDE")
_BROUGHT = ("REQUEST", "ACCUSE", "PROTEST", "CONCEDE")
_FORUMS = frozenset({"WTO", "ICJ"})  # before which others are brought
_TURNED = ("AID", "COOPERATE", "SUPPORT", "AGREE", "REQUEST")
_WITH_ANOTHER = frozenset(
    {"会談する", "協議する", "話し合う", "対話する", "交渉する", "面会する", "会う"}
    | {"結ぶ", "締結する", "調印する", "署名する", "合意する", "一致する", "提携する"}
)
_ANSWERING = ("REJECT", "CONCEDE")
_OF_AGREEMENTS = ("AGREE", "REJECT", "CONSULT")


def complete(
    sides: Sides, entry: Entry, frame: Frame, actors: Actors, at: int, clause: Clause | None = None
) -> Sides:
    """Fill in the side that the text leaves to the context: the other of the pair it speaks about.

    `at` is where the act begins.
    """
    sides = _not_on_itself(sides, actors)
    if sides.target_how == "group" and sides.actors:
        return sides
    span = (at, clause.end if clause is not None else at)
    if frame.name == "suffer" and not sides.actors:
        return _by_the_attack(sides, actors) if entry.type == "ASSAULT" else sides
    if entry.type == "ASSAULT" and not sides.actors and sides.target_how == "noun":
        return _of_the_attack(sides, actors)
    if entry.type == "ASSAULT" and not frame.joint and not sides.targets:
        sides = _attacking(sides, actors, clause)
    undone = clause is not None and clause.passive and sides.actor_how == "before"
    if entry.id == "concede.ease" and (undone or not sides.actors) and not sides.targets:
        by, on = actors.memory.last_of("SANCTION")  # 制裁は解除された: by those who imposed it
        if by and on:
            return Sides(by, on, "before", "before")
    if sides.actor_how == "other" and clause is not None:
        sides = _owned(clause, sides, entry, actors)
    named_things = _pair_named(clause, actors) if clause is not None and entry.type in _OF_AGREEMENTS else ()
    if sides.actor_how == "other" and not sides.actors:
        return Sides(named_things, named_things, "object", "object") if named_things else sides
    if frame.joint and sides.agentive and sides.actors:
        return sides
    if frame.joint and entry.type == "ASSAULT" and not sides.actors:
        by, on = actors.memory.attack  # 2003年の戦争: never the pair of the text for want of another
        return Sides(by, on, "before", "before") if by and on else sides
    turned = _turned_to(clause, actors, sides.actors) if entry.type in _TURNED and sides.actors else ()
    if frame.joint and len(states_of(sides.actors)) < 2:
        both = (*sides.actors, *turned)
        if turned:
            return Sides(both, states_of(both), sides.actor_how, "before")
        return _complete_joint(sides, actors, span)
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
        two = between(actors, sides.actors)
        return Sides(sides.actors, two, sides.actor_how, "dyad" if two else "none")
    if entry.type in _BROUGHT and _FORUMS.issuperset(sides.targets) and sides.targets:
        against = actors.memory.other_side(
            sides.actors
        )  # WTOに提訴した: brought against the other of the pair
        return Sides(sides.actors, against, sides.actor_how, "dyad") if against else sides
    of_matter = sides.target_how == "subject matter" and frame.name != "visit"
    if sides.targets and not (of_matter and actors.memory.other_side(sides.actors)):
        return sides
    if clause is not None and (group := _group(clause, frame)) is not None:
        opposed = group.text.startswith("反")  # 反アサド勢力 are none of Assad's
        return Sides(sides.actors, () if opposed else sides.targets, sides.actor_how, "group")
    if clause is not None and entry.type in _JUDGING and (doers := _judged(clause, actors, sides.actors)):
        return Sides(sides.actors, doers, sides.actor_how, "dyad")
    if (
        clause is not None
        and (answered := _answered(clause, actors))
        and not set(answered) & set(states_of(sides.actors))
    ):
        return Sides(sides.actors, answered, sides.actor_how, "before")
    if clause is not None and entry.type in _AGAINST and (cause := _provoking(clause, actors, sides.actors)):
        return Sides(sides.actors, cause, sides.actor_how, "before")
    if entry.type in _ANSWERING and (asker := actors.memory.asked(sides.actors)):
        return Sides(sides.actors, asker, sides.actor_how, "before")
    if clause is not None and entry.type in _ON_EACH_OTHER and (both := _the_two(clause, actors)):
        return Sides(sides.actors, both, sides.actor_how, "own")
    if turned:
        return Sides(sides.actors, turned, sides.actor_how, "before")
    guessed = clause is not None and entry.type != "MOBILIZE"
    pair = actors.memory.other_side(sides.actors)
    several = states_of(sides.actors)
    if len(several) == 2 and all(map(is_state, several)) and entry.type == "AGREE":  # 両国は努力を約束した
        return Sides(sides.actors, several, sides.actor_how, "dyad")
    other = counterpart(actors, sides.actors, span, entry.type) if guessed else pair
    if not other and len(several) == 2 and all(map(is_state, several)):  # 両軍はにらみ合いを続けた
        other = several
    return Sides(sides.actors, other, sides.actor_how, "dyad") if other else sides


def _owned(clause: Clause, sides: Sides, entry: Entry, actors: Actors) -> Sides:
    """トルコ空軍のF16が撃ち落とした, 米国のミサイルが: what arms do is done by whose they are."""
    thing = own_subject(clause)
    if entry.type not in _BY_ARMS or thing is None or clause.passive or sides.actors:
        return sides
    told = [actors.refer(m) or () for m in thing.mods if m.case == "の"]
    owners = next((found for found in reversed(told) if found), ()) or actors.compound(thing)
    others = tuple(a for a in owners if state_of(a) not in states_of(sides.targets))
    return Sides(others, sides.targets, "owner", sides.target_how) if others else sides


def _group(clause: Clause, frame: Frame) -> Chunk | None:
    """反政府勢力を支持した, 「ならず者国家」に臨む: whom it falls on, where that is no state of the pair."""
    borne = [a for a in clause.args if a.case in (*frame.target, "を") and not a.temporal]
    return next((a for a in borne if a.text.rstrip("」").endswith(GROUPS)), None)


def _the_two(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """両国は国交を断絶した: what the two of a pair break, or do in arms, they do to each other."""
    subject = subject_of(clause, actors)
    if subject.chunk is None or subject.chunk.text not in lists().joint:
        return ()
    both = states_of(subject.actors)
    return both if len(both) == 2 and all(map(is_state, both)) else ()


def _turned_to(clause: Clause | None, actors: Actors, own: tuple[str, ...]) -> tuple[str, ...]:
    """イラクに傾き、情報を提供した, イラクと協議し、停戦を求めた: whom the clause before turns to."""
    before = previous_clause(clause) if clause is not None else None
    if (
        clause is None
        or before is None
        or own_subject(clause) is not None
        or before.link not in ("renyo", "te")
    ):
        return ()
    cases = ("に", "へ", "と") if before.lemma in _WITH_ANOTHER else ("に", "へ")
    found = actors.refer(before.argument(*cases)) or ()
    return found if not set(states_of(found)) & set(states_of(own)) else ()


def _not_on_itself(sides: Sides, actors: Actors) -> Sides:
    """中国側に対し抗議した after a sentence about China: who acted before is not who acts on himself now."""
    own, targets = states_of(sides.actors), states_of(sides.targets)
    supposed = sides.actor_how == "before" or actors.supposed.issuperset(sides.actors)
    if not supposed or len(own) != 1 or own != targets:
        return sides
    other = (
        actors.memory.author if set(actors.memory.author) - set(own) else actors.memory.other_side(targets)
    )
    return Sides(other, sides.targets, "dyad" if other else "none", sides.target_how)


def _answered(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """これに対し警告した, これを批判した: whom the sentence before was about is whom this one answers."""
    answered = any(a.text in ("これ", "それ") and a.case in ("対して", "を", "に") for a in clause.args)
    answered = answered or clause.lemma in _RETORTING
    taken_up = answered and actors.memory.topic_age < 1
    states = states_of(actors.memory.topic) if taken_up else ()
    return states if len(states) == 1 else ()


def _provoking(clause: Clause, actors: Actors, own: tuple[str, ...]) -> tuple[str, ...]:
    """ロシアが侵攻したことを受け、制裁を科した: against whoever did what the clause before takes up."""
    before = previous_clause(clause)
    thing = (
        before.argument("を", "に", "対して") if before is not None and before.lemma in _TAKING_UP else None
    )
    for content in thing.clauses if thing is not None else ():
        did = states_of(actors.refer(own_subject(content)) or ())
        if content.relation == "complement" and did and not set(did) & set(states_of(own)):
            return did
    return ()


def _judged(clause: Clause, actors: Actors, own: tuple[str, ...]) -> tuple[str, ...]:
    """今回の制裁決定を懸念する: whoever last did what is judged, where the text's pair does not tell."""
    other = actors.memory.other_side(own)
    judged = [a.text for a in clause.args if a.case in ("を", "に", "対して", "めぐって", "ついて", "関して")]
    for by, on, kind in reversed(actors.memory.dealings):
        named = any(word in text for word in _DEEDS.get(kind, ()) for text in judged)
        if named and not set(by) & set(states_of(own)):
            borne = bool(set(on) & set(states_of(own)))  # 制裁を非難し, of whoever bears them
            return by if borne or not other or set(other) < set(by) else ()
    return ()


def _of_the_attack(sides: Sides, actors: Actors) -> Sides:
    """ウクライナ侵略: the attack on the same state that was told before, by whom it was told to be."""
    by, on = actors.memory.attack
    same = set(states_of(sides.targets)) <= set(states_of(on)) and not set(states_of(by)) & set(states_of(on))
    return Sides(by, sides.targets, "before", sides.target_how) if by and same else sides


def _attacking(sides: Sides, actors: Actors, clause: Clause | None) -> Sides:
    """Whom an attack falls on that names no one: as its doer's relative clause tells, or as before.

    ウクライナに侵攻したロシア軍が住民を殺害した; ロシア軍は攻撃を続けた after an attack that was told.
    """
    doer = subject_of(clause, actors).chunk if clause is not None and sides.actors else None
    told = [c for c in doer.clauses if c.relation == "relative"] if doer is not None else []
    named = [s for c in told for m in actors.inside(c.start, c.end) for s in states_of(m.actors)]
    if apart := tuple(dict.fromkeys(s for s in named if is_state(s) and s not in states_of(sides.actors))):
        return Sides(sides.actors, apart, sides.actor_how, "subject matter") if len(apart) == 1 else sides
    by, on = actors.memory.attack
    back = bool(sides.actors) and set(states_of(sides.actors)) <= set(states_of(on)) - set(states_of(by))
    if back:  # 反攻に転じた
        return Sides(sides.actors, by, sides.actor_how, "before")
    same = not sides.actors or set(states_of(sides.actors)) == set(states_of(by))
    open_ = not sides.actors and (sides.agentive or (clause is not None and clause.passive))
    if not by or not same or open_:
        return sides
    return Sides(sides.actors or by, on, sides.actor_how if sides.actors else "before", "before")


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
    talks = thing is not None and not named and thing.head.norm in MEETINGS and not clause.negative
    return (actors.memory.dyad or actors.memory.pair) if talks else ()


def _complete_joint(sides: Sides, actors: Actors, span: tuple[int, int]) -> Sides:
    memory = actors.memory
    if not sides.actors:
        pair = memory.here or memory.joint or memory.dyad
        return Sides(pair, pair, "dyad" if pair else "none", "dyad" if pair else "none")
    own = states_of(sides.actors)
    if set(own) < set(memory.here):
        return Sides(
            (*sides.actors, *(s for s in memory.here if s not in own)), memory.here, sides.actor_how, "dyad"
        )
    states = all(is_state(s) for s in own)
    other = counterpart(actors, sides.actors, span) if states else memory.other_side(sides.actors)
    everybody = (*sides.actors, *other)
    return Sides(everybody, states_of(everybody), sides.actor_how, "dyad") if other else sides
