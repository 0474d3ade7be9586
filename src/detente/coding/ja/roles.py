"""The sides of an act that a clause reports, from the particles of its phrases."""

from __future__ import annotations

from detente.coding.codebook import Frame
from detente.coding.codes import is_state, state_of, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.noun_sides import (
    GROUPS,
    NOMINAL_ACTOR,
    first_named,
    noun_partners,
    noun_sides,
    on_a_group,
)
from detente.coding.ja.openings import names_deed
from detente.coding.ja.sides import Sides, others
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import (
    NOBODY,
    RECEIVING,
    Subject,
    own_subject,
    previous_clause,
    subject_before,
    subject_of,
)
from detente.coding.ja.tellers import over_quotation

# what those acts never lack that a relative clause does not tell of the noun it modifies
_OBJECTS = {
    "visit": ("に", "を", "へ"),
    "sever": ("と", "対して", "を", "から"),
    "seize": ("を", "に", "対して"),
}
_SUFFERING = frozenset({"捕まる", "遭う", "敗れる", "負ける"})  # 武装船に捕まり、身代金を要求された
_FIGHTS = frozenset({"乱闘", "衝突", "戦闘", "銃撃戦", "交戦", "小競り合い", "武力衝突", "会戦", "海戦"})


def clause_sides(clause: Clause, noun: Chunk | None, frame: Frame, actors: Actors) -> Sides:
    """The sides of an act that a clause reports; `noun` is the act's own noun under a light verb."""
    if frame.name == "suffer":
        return _suffered(clause, actors)
    subject = _agent(clause, noun, actors, frame.name == "against")
    doers, how = subject.actors, subject.how
    if (
        frame.name in _OBJECTS
        and how == "head"
        and clause.parent is not None
        and not _objected(clause, frame.name, actors)
        and not (frame.name == "visit" and any("/" in a for a in doers))
    ):
        visitor = subject_of(clause.parent, actors)  # 訪れたインドネシアで, 断交したカタールとの国交を
        if visitor.actors and not set(states_of(visitor.actors)) & set(states_of(doers)):
            return Sides(visitor.actors, states_of(doers), visitor.how, "own")
    if noun is not None:
        inner = noun_sides(noun, frame, actors)
        if inner.actors and (not doers or how in ("before", "other", "none", "shared")):
            doers, how = inner.actors, "noun"
    for arg in clause.args:
        if arg.case == "ともに" and not frame.joint and (beside := actors.refer(arg)):
            doers = tuple(dict.fromkeys([*doers, *beside]))
    if frame.joint:
        return _joint(clause, noun, frame, actors, Subject(doers, how, subject.chunk))
    if noun is not None and clause.lemma in RECEIVING:
        return _received(clause, noun, frame, actors, subject)
    mutual = _mutual(clause)
    if mutual and not doers and len(actors.memory.pair) == 2:
        doers, how = actors.memory.pair, "before"
    both = states_of(doers)
    if len(both) == 2 and mutual:
        return Sides(doers, both, how, "own")
    targets, target_how = _targets(clause, noun, frame, actors, set(both))
    return Sides(doers, targets, how, target_how, not doers and how in ("own", "head", "topic"))


def _objected(clause: Clause, frame: str, actors: Actors) -> bool:
    """訪米したイギリスの首相: whom the act falls on is told, so what it modifies is who did it."""
    return bool(actors.toward(clause.predicate)) or clause.argument(*_OBJECTS[frame]) is not None


def _mutual(clause: Clause) -> bool:
    """両国は互いに外交官を追放した: what two do to each other."""
    if "mutual" in clause.marks:
        return True  # 双方は非難し合っている
    words = [a.text for a in clause.adverbs] + [p.text for a in clause.args for p in (a, *a.mods)]
    return any(w in ("互い", "互いに", "お互い", "お互いに", "相互", "相互に") for w in words)


def _suffered(clause: Clause, actors: Actors) -> Sides:
    """Xの攻撃でA国の兵士が死亡した: the subject suffers what a noun or the clause before tells of."""
    victim = subject_of(clause, actors)
    patients = victim.actors if victim.how in ("own", "head", "topic") else ()
    own = set(states_of(patients))
    for arg in clause.args:
        if arg.case in ("で", "よって", "から", "伴って"):
            doers, how = first_named(arg, NOMINAL_ACTOR, actors, besides=own)
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


def _agent(clause: Clause, noun: Chunk | None, actors: Actors, against: bool) -> Subject:
    """Who does it: the subject, or the に/によって phrase of a passive."""
    if noun is not None and own_subject(clause) is noun:
        for case in ("よって", "から"):  # 中国政府からは謝意が示された
            if found := actors.refer(clause.argument(case)):
                return Subject(found, "own", clause.argument(case))
        place = clause.argument("で", "おいて") if against else None  # 中国では反対運動が起こった
        here = actors.place(place) if place is not None else ()
        return Subject(here, "place", place) if here else subject_before(clause, actors)
    if not clause.passive and "benefactive" not in clause.marks:
        return subject_of(clause, actors)
    for case in ("よって", "から", "に"):
        arg = clause.argument(case)
        if arg is not None and arg is not noun and (found := actors.refer(arg)) is not None:
            return Subject(found, "own", arg)
    if clause.negative and clause.relation == "quote" and clause.parent is not None:
        teller = subject_of(clause.parent, actors)  # 措置は受け入れられないとして抗議した
        if teller.how in ("own", "topic") and teller.actors:
            return Subject(teller.actors, "control", teller.chunk)
    before = previous_clause(clause)
    borne = before is not None and (before.passive or before.lemma in _SUFFERING)
    for case in ("よって", "から", "に") if borne else ("よって",):
        if before is not None and (found := actors.refer(before.argument(case))):
            return Subject(found, "shared", before.argument(case))
    if clause.topic is not None and clause.argument("が") is not None:
        found = actors.refer(clause.topic)
        if found:
            return Subject(found, "topic", clause.topic)
    place = clause.argument("で")
    if place is not None and (found := actors.place(place)):
        return Subject(found, "place", place)
    if place is not None and names_deed(place.tokens[-1]):  # 米軍の攻撃で殺害された
        found, how = first_named(place, NOMINAL_ACTOR, actors)
        if found:
            return Subject(found, how, place)
    subject = subject_of(clause, actors)
    if subject.how == "other" and actors.memory.topic and actors.memory.topic_age < 2:
        return Subject(actors.memory.topic, "before")
    patient = subject.how in ("own", "head", "topic", "control")
    patient = patient or (subject.how == "shared" and before is not None and before.passive)
    return NOBODY if patient else subject


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
            and (named := others(actors.named(thing), own))
        ):
            return named, "object"
    if noun is not None:
        inner = noun_sides(noun, frame, actors)
        if inner.targets and not set(states_of(inner.targets)) <= own:
            return inner.targets, "noun"
    deeds = [a for a in (noun, clause.argument("を")) if a is not None]
    if any(on_a_group(deed, actors) for deed in deeds):
        return (), "group"
    for case in frame.target:
        arg = clause.argument(case)
        if arg is None or arg is noun:
            continue
        found = actors.refer(arg)
        if clause.passive and found and set(states_of(found)) <= own:
            continue  # 当局に拘束されている
        recalled = case == "を" and found and set(states_of(found)) <= own
        if recalled and (sent := others(actors.toward(arg), own)):
            return sent, "own"  # 駐米大使を召還した, but not 駐米大使に命じた
        if found and set(states_of(found)) <= own and actors.supposed.issuperset(found):
            continue  # 大使を追い返した: no ambassador of one's own
        named_agent = case in ("対して", "を") or any("/" in a for a in found or ())
        if found and (named_agent or not set(states_of(found)) <= own):
            return found, "own"
    spoken_of = [c for c in (over_quotation(clause) or ())[1:] if clause.lemma in cues().saying]
    for thing in (*spoken_of, *(own_subject(content) for content in _contents(clause))):
        blamed = actors.refer(thing) or ()
        if not set(states_of(blamed)) <= own:
            return blamed, "content"
    for case in (*frame.target, *frame.about):
        arg = clause.argument(case)
        whose = next((m for m in reversed(arg.mods) if m.case == "の"), None) if arg is not None else None
        owner = others(actors.refer(whose) or (), own) if whose is not None else ()
        if owner and all(map(is_state, owner)):
            return owner, "object"  # 侵攻を続けるロシアに対する中国の協力
        if arg is not None and (named := others(actors.about(arg), own) or others(actors.named(arg), own)):
            itself = case == "を" and actors.refer(arg) == named  # パキスタンを突き放した
            return named, "object" if itself or _by_modifier(arg, actors) else "subject matter"
    if noun is not None and (named := others(actors.named(noun), own)):
        return named, "subject matter"  # チリ製品の禁輸で報復した
    if toward := others(actors.toward(clause.predicate), own):
        return toward, "own"
    if (whom := _modified_object(clause)) is not None:  # 米国が支援するウクライナ
        found = actors.refer(whom)
        if found and not set(states_of(found)) & own:
            return found, "own"
    above = clause.parent if clause.relation == "complement" else None
    against = above.argument("対して") if above is not None else None
    if against is not None and (found := actors.refer(against)) and not set(states_of(found)) <= own:
        return found, "own"  # 20社に対し、制裁を科すことを決めた
    return (), "none"


def _modified_object(clause: Clause) -> Chunk | None:
    """The noun of a relative clause that has a subject, and no object, of its own."""
    if clause.relation != "relative" or clause.passive or clause.argument("が", "の") is None:
        return None
    return clause.modified if clause.argument("を", "に", "へ", "対して") is None else None


def _contents(clause: Clause) -> list[Clause]:
    """The clauses that say what an act of speech is about: 〜と批判する, 〜ことに抗議する, 〜よう求める."""
    told = [c for c in clause.children if c.relation == "quote" or c.link == "you"]
    return told + [c for arg in clause.args for c in arg.clauses if c.relation == "complement"]


def _by_modifier(arg: Chunk, actors: Actors) -> bool:
    """Whether a modifier names the state (日本の決定) rather than a compound about it (対イラク決議案)."""
    return any(actors.named(m) for m in arg.mods) or any(actors.inside(c.start, c.end) for c in arg.clauses)


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
    if not partners and noun is None:  # 米国との協定を改定した
        of_object = (mod for arg in clause.args if arg.case == "を" for mod in arg.mods if mod.case == "と")
        partners += [a for mod in of_object for a in actors.refer(mod) or ()]
    if not partners and noun is None:  # 米国は中国に接近した
        partners += [a for arg in clause.args if arg.case in ("に", "へ") for a in actors.refer(arg) or ()]
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
    partners_unnamed = [a for a in clause.args if a.case == "と" and actors.refer(a) == ()]
    unnamed = bool(partners_unnamed)
    group = any(a.text.endswith(GROUPS) for a in partners_unnamed)
    how = subject.how if subject.actors or acting else "noun" if partners else "none"
    several = len(both) > 1
    target_how = "own" if several else "group" if group and doers else "none"
    return Sides(doers, both if several else (), how, target_how, acting or together or unnamed)


def _once_each(actors: list[str]) -> tuple[str, ...]:
    """Each actor once; a state beside its own minister (両外相が日豪協議を行った) goes without saying."""
    acting = {state_of(a) for a in actors if "/" in a}
    return tuple(dict.fromkeys(a for a in actors if "/" in a or a not in acting))
