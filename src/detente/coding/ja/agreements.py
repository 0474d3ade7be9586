"""Agreements: named instruments and commitments, with what the text says became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.dates import scoping
from detente.coding.ja.actors import Actors
from detente.coding.ja.agreement_names import (
    bare_name,
    date_before,
    is_name,
    pair_in_name,
    repeated,
    taken_up,
)
from detente.coding.ja.agreement_words import lexicon
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.commitments import commitment, may_commit, only_meant
from detente.coding.ja.conditions import holds
from detente.coding.ja.draft import Draft
from detente.coding.ja.instruments import SIGNING, Instrument, Step
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.signed import dated
from detente.coding.ja.subjects import subject_of
from detente.coding.ja.tokens import QUOTED

_ALIAS = re.compile(
    r"^[（(](?:通称|以下、?)?[「『]?([^「」『』（）()。]{2,20}?)[」』]?(?:という。?|と呼ぶ。?)?[）)]"
)
_ISSUED = ("声明", "コミュニケ", "宣言", "発表")
_TO_COME = frozenset({"planned", "scheduled", "predicted", "obligation", "want"})
_ELIDING = frozenset({"ratified", "signed", "in force", "ended", "deferred"})
_TOLD_BY = frozenset({"の", "と", "めぐって", "関して", "ついて"})
# how the name of an instrument stands in the clause that tells what became of it
_BEARING = frozenset("を に が から で と より へ ついて 関して めぐって ともに や".split()) | {""}  # noqa: SIM905


def take_in(scene: Scene, actors: Actors, known: list[Instrument]) -> None:
    """Add what a sentence says of agreements to those known from the document so far."""
    for unit in scene.sentence.units:
        if unit.kind == "parenthesis":
            continue
        for chunk in unit.parse.chunks:
            if chunk.kind in (NOUN, PREDICATE):
                _named(chunk, unit, scene, actors, known)
        for clause in unit.clauses:
            if may_commit(clause):
                commitment(clause, unit, scene, actors, known, _mentioned(clause, known))
            _taken_on(clause, scene, known)


def agreements(known: list[Instrument]) -> Iterator[Draft]:
    """One draft an agreement, anchored at its first mention."""
    for found in known:
        if found.rule == "weak" and not found.steps:
            continue
        fields = {
            "name": found.name,
            "parties": found.parties,
            "signed": found.signed,
            "steps": tuple(found.steps),
        }
        yield Draft(
            "agreement", found.start, found.end, found.confidence, f"ja.agreement.{found.rule}", fields
        )


def _named(chunk: Chunk, unit: Unit, scene: Scene, actors: Actors, known: list[Instrument]) -> None:
    named = next((t for t in chunk.tokens if t.pos != "副詞"), chunk.tokens[0])  # そもそも核合意
    text = scene.text(named.start, chunk.end)
    quoted = text[0] in "「『“"
    bare = bare_name(text)
    ending = lexicon().endings.search(bare) or lexicon().acronyms.fullmatch(bare)
    earlier = repeated(bare, chunk, known)
    if earlier is None and (ending is None or text.endswith("交渉")):  # 平和条約交渉 is no treaty yet
        return
    clause = _clause_of(chunk, unit)
    if earlier is None:
        assert ending is not None
        if not is_name(bare, ending.group(), quoted):
            earlier = taken_up(bare, ending.group(), known) if not chunk.clauses else None
            if earlier is None and ending.group() not in lexicon().named_only:
                earlier = _described(chunk, clause, scene, actors)
            if earlier is None:
                return
            if earlier not in known:
                known.append(earlier)
        else:
            earlier = _new(chunk, bare, ending.group(), quoted, scene, actors)
            earlier.end = max(earlier.end, _with_verb(chunk, clause))
            known.append(earlier)
    earlier.steps += _steps_before(chunk, scene)
    earlier.steps += dated(chunk, scene)
    if clause is not None and (step := _step(chunk, clause, scene)) is not None:
        earlier.steps.append(step)
        if not earlier.parties:
            earlier.parties = _parties(chunk, clause, actors)
    elif len(earlier.parties) < 2 and clause is not None:
        both = states_of(subject_of(clause, actors).actors)
        earlier.parties = both if len(both) == 2 else earlier.parties or _parties(chunk, None, actors)


def _steps_before(chunk: Chunk, scene: Scene) -> Iterator[Step]:
    """2001年に結んだ協定, 1858年の条約: what modifies the name tells when it was made."""
    for clause in _relative_to(chunk):
        what = lexicon().status.get(clause.lemma)
        if what is not None and clause.relation == "relative" and not clause.negative:
            date = scoping(scene.dates, clause.start, clause.end)
            if date is not None or "past" in clause.marks:  # 外交関係を樹立する共同声明
                yield what, date.edtf if date is not None else None, clause.start, clause.end
    for mod in chunk.mods:
        said = [d for d in scene.dates if mod.start <= d.start < d.end <= mod.stop] if mod.temporal else []
        if said and mod.case == "の":
            yield "signed", said[-1].edtf, mod.start, chunk.end


def _relative_to(chunk: Chunk) -> Iterator[Clause]:
    """The relative clauses of a name or of the states that it is of: 2月に調印された両国の条約."""
    yield from chunk.clauses
    for mod in chunk.mods:
        if mod.case in _TOLD_BY and not mod.temporal:
            yield from (c for of in (mod, *mod.joined) for c in of.clauses)


def _new(chunk: Chunk, bare: str, ending: str, quoted: bool, scene: Scene, actors: Actors) -> Instrument:
    proper = ending in lexicon().declared and any(t.sub == "固有名詞" for t in chunk.tokens)
    weak = (bare == ending or ending in lexicon().weak) and not (quoted or proper)
    after = scene.text(chunk.end, min(chunk.end + 40, scene.passage.repaired_end))
    alias = _ALIAS.match(after)
    end = chunk.end + alias.end() if alias else chunk.end
    start = chunk.start if quoted else chunk.start + date_before(chunk.text)
    found = Instrument(bare, start, end, (), 0.6 if weak else 0.8, "weak" if weak else "name")
    found.parties = _parties(chunk, None, actors) or pair_in_name(bare)
    if alias:
        found.aliases.add(alias.group(1))
        found.name = f"{bare}（{alias.group(1)}）"
    found.aliases.add(bare)
    return found


def _described(chunk: Chunk, clause: Clause | None, scene: Scene, actors: Actors) -> Instrument | None:
    """経済関係の文書に署名し: an instrument without a name that the text says was signed."""
    told = bool(chunk.clauses) or any(
        m.case in _TOLD_BY and m.text not in lexicon().pointers for m in chunk.mods
    )
    told = told or (clause is not None and clause.argument("ついて", "関して", "めぐって") is not None)
    told = told or (clause is not None and any(a.text.endswith("間") for a in clause.args))
    if clause is None or not (told or len(chunk.tokens) > 1):
        return None
    step = _step(chunk, clause, scene) or next(_steps_before(chunk, scene), None)
    if step is None or (step[0] not in SIGNING and not _in_being(chunk)):
        return None
    start = _own_extent(chunk)
    name, parties = scene.text(start, chunk.end), _parties(chunk, clause, actors)
    return Instrument(name, start, _with_verb(chunk, clause), parties, 0.65, "described")


def _in_being(chunk: Chunk) -> bool:
    """水の配分を定めた2国間協定(は停止された): a treaty told by what it lays down is there already."""
    ending = lexicon().endings.search(chunk.text)
    lays_down = any(c.relation == "relative" and c.argument("を") is not None for c in chunk.clauses)
    return lays_down and ending is not None and ending.group() not in lexicon().weak


def _own_extent(chunk: Chunk) -> int:
    """Where a phrase begins with what modifies it, what is merely listed before it left out."""
    told = [m for m in chunk.mods if m.head.pos != QUOTED]  # 「…」という共同声明
    return min([chunk.start, *map(_own_extent, told), *(c.start for c in chunk.clauses)])


def _with_verb(chunk: Chunk, clause: Clause | None) -> int:
    """The end of the verb that says what became of the instrument, where it follows the name at once."""
    if clause is None or chunk not in clause.args:
        return chunk.end
    near = clause.predicate.start - chunk.stop <= 1
    return clause.end if near and lexicon().status.get(clause.lemma) else chunk.end


def _mentioned(clause: Clause, known: list[Instrument]) -> bool:
    """Whether a clause tells of an instrument known already: 共同声明の有効性が確認された."""
    deed = any(a.clauses for a in clause.args if a.case in ("を", "に", "が", "で"))
    cases = ("が", "") if deed else ("を", "に", "が", "")
    told = [b for a in clause.args if a.case in cases for b in (a, *a.joined, *a.mods)]
    return any(bare_name(b.text).startswith(tuple(f.aliases)) for b in told for f in known if f.aliases)


def _clause_of(chunk: Chunk, unit: Unit) -> Clause | None:
    return next((c for c in unit.clauses if c.predicate is chunk or holds(c.args, chunk)), None)


def _bears(chunk: Chunk, clause: Clause) -> bool:
    """Whether a clause tells of the name itself: not where 合意に基づき something else was signed."""
    if chunk is clause.predicate:
        return True
    arg = next((a for a in clause.args if holds([a], chunk)), None)
    return arg is not None and arg.case in _BEARING


def _step(chunk: Chunk, clause: Clause, scene: Scene) -> Step | None:
    """What a clause says became of the instrument: its verb, or the noun that the name modifies."""
    status = lexicon().status
    owner = next((a for a in clause.args if holds(a.mods, chunk)), None)
    what = status.get(owner.head.norm) if owner is not None else None
    if chunk.head.norm in status and lexicon().headline.search(chunk.text):
        what = what or status[chunk.head.norm]  # 条約調印
    if _bears(chunk, clause):
        what = what or status.get(clause.lemma)
    if what is None or clause.marks & {"feared", "possible"}:
        return None
    if clause.lemma == "無い" or (clause.predicate is chunk and clause.negative):
        return None  # これは最終合意ではない
    if clause.negative:
        what = f"not {what}"
    elif clause.marks & _TO_COME or _aimed_at(clause) or only_meant(clause):
        what = f"to be {what}"
    date = scoping(scene.dates, clause.start, clause.end)
    return what, date.edtf if date is not None else None, clause.start, clause.end


def _aimed_at(clause: Clause) -> bool:
    """締結を目標としている, 署名を目指す: a step that is only meant to come."""
    aims = lexicon().aims
    return clause.lemma in aims or any(a.text in aims for a in clause.args if a.case in ("と", "に"))


def _taken_on(clause: Clause, scene: Scene, known: list[Instrument]) -> None:
    """5月28日に批准し, 批准書を交換した: a step of the instrument that the sentence named before."""
    what = lexicon().status.get(clause.lemma)
    object_ = clause.argument("を", "に") if what != "ratified" else clause.argument("を")
    elided = what in _ELIDING and object_ is None
    instruments = what == "exchanged" and object_ is not None and object_.text.startswith("批准")
    if what is None or clause.negative or clause.passive or not (elided or instruments):
        return
    last = max((f for f in known), key=_last_place, default=None)
    if last is not None and scene.start <= _last_place(last) < clause.start:
        date = scoping(scene.dates, clause.start, clause.end)
        last.steps.append((what, date.edtf if date is not None else None, clause.start, clause.end))


def _last_place(found: Instrument) -> int:
    return max([found.start, *(end for _, _, _, end in found.steps)])


def _parties(chunk: Chunk, clause: Clause | None, actors: Actors) -> tuple[str, ...]:
    """The states in the name or before it, the subject of the signing, the pair spoken about."""
    named = states_of(actors.named(chunk) if not chunk.text.endswith(_ISSUED) else _beside(chunk, actors))
    if len(named) > 1:
        return named
    if clause is not None:
        doers = states_of(subject_of(clause, actors).actors)
        partners = [
            s
            for a in clause.args
            for b in ((a,) if a.case in ("と", "ともに") else a.mods if a.text == "間" else ())
            for s in states_of(actors.refer(b) or ())
        ]
        both = tuple(dict.fromkeys([*doers, *partners]))
        if len(both) > 1:
            return both
        if both and (other := actors.memory.other_side(both)):
            return (*both, *other)
        return named or both or actors.memory.pair
    return named


def _beside(chunk: Chunk, actors: Actors) -> tuple[str, ...]:
    """The actors named with a paper, not those that its words are about: 撤退を求める共同声明."""
    told = [(c.start, c.predicate.stop) for c in chunk.clauses]
    own = [m for m in actors.inside(chunk.extent, chunk.end) if not any(a <= m.start < b for a, b in told)]
    return tuple(a for m in own for a in m.actors)
