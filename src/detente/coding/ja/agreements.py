"""Agreements: named instruments and commitments, with what the text says became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.dates import scoping
from detente.coding.ja.actors import Actors, lists
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import holds
from detente.coding.ja.draft import Draft
from detente.coding.ja.lexicon import lemma, table
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import own_subject, previous_clause, subject_of

_ALIAS = re.compile(
    r"^[（(](?:通称|以下、?)?[「『]?([^「」『』（）()。]{2,20}?)[」』]?(?:という。?|と呼ぶ。?)?[）)]"
)
_HEADLINE = re.compile("(?<=[約定書言明訳])(?:調印|締結|署名|批准|発効|破棄|脱退|離脱)$")
_GLOSS = re.compile(r"[（(][^（()）]*[）)]$")
_MUTUAL_IF_PASSIVE = frozenset({"決定する", "確認する"})
_BY_ITSELF = frozenset({"決まる", "妥結する"})
_TRUCES = frozenset({"停戦する", "休戦する", "講和する"})
_ELIDING = frozenset({"ratified", "signed", "in force", "ended", "deferred"})
_TOLD_BY = frozenset({"の", "と", "めぐって", "関して", "ついて"})
_BETWEEN = ("間", "双方", "両者", "互い")
_CONTENT = frozenset({"で", "に", "を", "が", ""})
_SIGNING = frozenset({"signed", "agreed", "adopted"})


@dataclass(frozen=True)
class _Lexicon:
    """`agreements.yaml` with its verbs in normalised form."""

    endings: re.Pattern[str]
    weak: frozenset[str]
    declared: frozenset[str]
    generic: frozenset[str]
    plain: frozenset[str]
    pointers: frozenset[str]
    status: dict[str, str]
    commitments: frozenset[str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw = table("agreements")
    endings = "|".join(sorted(map(re.escape, raw["instruments"]), key=len, reverse=True))
    return _Lexicon(
        endings=re.compile(f"(?:{endings})$"),
        weak=frozenset(raw["weak"]),
        declared=frozenset(raw["declared"]),
        generic=frozenset(raw["generic"]),
        plain=frozenset(raw["plain"]),
        pointers=frozenset(raw["pointers"]),
        status={lemma(word): status for status, words in raw["status"].items() for word in words},
        commitments=frozenset(lemma(word) for word in raw["commitments"]),
    )


Step = tuple[str, str | None, int, int]


@dataclass(slots=True)
class Instrument:
    """An agreement as the document has spoken of it so far; spans are repaired offsets."""

    name: str
    start: int
    end: int
    parties: tuple[str, ...]
    confidence: float
    rule: str
    aliases: set[str] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)

    @property
    def signed(self) -> str | None:
        """The date of the first step that made it."""
        return next((date for what, date, _, _ in self.steps if what in _SIGNING and date), None)


def take_in(scene: Scene, actors: Actors, known: list[Instrument]) -> None:
    """Add what a sentence says of agreements to those known from the document so far."""
    for unit in scene.sentence.units:
        if unit.kind == "parenthesis":
            continue
        for chunk in unit.parse.chunks:
            if chunk.kind in (NOUN, PREDICATE):
                _named(chunk, unit, scene, actors, known)
        for clause in unit.clauses:
            _commitment(clause, unit, scene, actors, known)
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
    text = scene.text(chunk.start, chunk.end)
    bare = _HEADLINE.sub("", _GLOSS.sub("", text.strip("「」『』“”")))
    ending = _lexicon().endings.search(bare)
    earlier = _same(bare, known)
    if earlier is None and ending is None:
        return
    clause = _clause_of(chunk, unit)
    if earlier is None:
        assert ending is not None
        if not _is_name(bare, ending.group(), text[0] in "「『“"):
            earlier = _taken_up(bare, ending.group(), known) or _described(chunk, clause, scene, actors)
            if earlier is None:
                return
            if earlier not in known:
                known.append(earlier)
        else:
            earlier = _new(chunk, bare, ending.group(), text[0] in "「『“", scene, actors)
            earlier.end = max(earlier.end, _with_verb(chunk, clause))
            known.append(earlier)
    earlier.steps += _steps_before(chunk, scene)
    if clause is not None and (step := _step(chunk, clause, scene)) is not None:
        earlier.steps.append(step)
        if not earlier.parties:
            earlier.parties = _parties(chunk, clause, actors)
    elif not earlier.parties and clause is not None:
        earlier.parties = _parties(chunk, None, actors)


def _steps_before(chunk: Chunk, scene: Scene) -> Iterator[Step]:
    """2001年に結んだ協定, 1858年の条約: what modifies the name tells when it was made."""
    for clause in chunk.clauses:
        what = _lexicon().status.get(clause.lemma)
        if what is not None and clause.relation == "relative" and not clause.negative:
            date = scoping(scene.dates, clause.start, clause.end)
            yield what, date.edtf if date is not None else None, clause.start, clause.end
    for mod in chunk.mods:
        said = [d for d in scene.dates if mod.start <= d.start < d.end <= mod.stop] if mod.temporal else []
        if said and mod.case == "の":
            yield "signed", said[-1].edtf, mod.start, chunk.end


def _is_name(bare: str, ending: str, quoted: bool) -> bool:
    before = bare[: -len(ending)]
    if before in _lexicon().plain:
        return False
    return (
        quoted
        or (len(before) >= 2 and before not in _lexicon().generic)
        or before in ("日ソ", "米中", "露米")
    )


def _new(chunk: Chunk, bare: str, ending: str, quoted: bool, scene: Scene, actors: Actors) -> Instrument:
    proper = ending in _lexicon().declared and any(t.sub == "固有名詞" for t in chunk.tokens)
    weak = ending in _lexicon().weak and not (quoted or proper)
    after = scene.text(chunk.end, min(chunk.end + 40, scene.passage.repaired_end))
    alias = _ALIAS.match(after)
    end = chunk.end + alias.end() if alias else chunk.end
    found = Instrument(bare, chunk.start, end, (), 0.6 if weak else 0.8, "weak" if weak else "name")
    found.parties = _parties(chunk, None, actors)
    if alias:
        found.aliases.add(alias.group(1))
        found.name = f"{bare}（{alias.group(1)}）"
    found.aliases.add(bare)
    return found


def _described(chunk: Chunk, clause: Clause | None, scene: Scene, actors: Actors) -> Instrument | None:
    """経済関係の文書に署名し: an instrument without a name that the text says was signed."""
    told = bool(chunk.clauses) or any(
        m.case in _TOLD_BY and m.text not in _lexicon().pointers for m in chunk.mods
    )
    told = told or (clause is not None and clause.argument("ついて", "関して", "めぐって") is not None)
    if clause is None or not (told or len(chunk.tokens) > 1):
        return None
    step = _step(chunk, clause, scene)
    if step is None or step[0] not in _SIGNING:
        return None
    start = _own_extent(chunk)
    name, parties = scene.text(start, chunk.end), _parties(chunk, clause, actors)
    return Instrument(name, start, _with_verb(chunk, clause), parties, 0.65, "described")


def _own_extent(chunk: Chunk) -> int:
    """Where a phrase begins with what modifies it, what is merely listed before it left out."""
    return min([chunk.start, *map(_own_extent, chunk.mods), *(c.start for c in chunk.clauses)])


def _with_verb(chunk: Chunk, clause: Clause | None) -> int:
    """The end of the verb that says what became of the instrument, where it follows the name at once."""
    if clause is None or chunk not in clause.args:
        return chunk.end
    near = clause.predicate.start - chunk.stop <= 1
    return clause.end if near and _lexicon().status.get(clause.lemma) else chunk.end


def _same(bare: str, known: list[Instrument]) -> Instrument | None:
    for found in reversed(known):
        if bare.startswith(tuple(found.aliases)):
            return found
    return None


def _taken_up(bare: str, ending: str, known: list[Instrument]) -> Instrument | None:
    """同条約, この協定: the last instrument with that ending."""
    if bare not in {ending, *(g + ending for g in _lexicon().generic)}:
        return None
    return next((f for f in reversed(known) if any(a.endswith(ending) for a in f.aliases)), None)


def _clause_of(chunk: Chunk, unit: Unit) -> Clause | None:
    return next((c for c in unit.clauses if c.predicate is chunk or holds(c.args, chunk)), None)


def _step(chunk: Chunk, clause: Clause, scene: Scene) -> Step | None:
    """What a clause says became of the instrument: its verb, or the noun that the name modifies."""
    status = _lexicon().status
    owner = next((a for a in clause.args if holds(a.mods, chunk)), None)
    what = status.get(owner.head.norm) if owner is not None else None
    if chunk.head.norm in status and len(chunk.tokens) > 1 and chunk.tokens[-1].verbal_noun:
        what = what or status[chunk.head.norm]  # 条約調印
    what = what or status.get(clause.lemma)
    if what is None or clause.marks & {"feared", "possible"}:
        return None
    if clause.negative:
        what = f"not {what}"
    elif clause.marks & {"planned", "scheduled", "predicted"}:
        what = f"to be {what}"
    date = scoping(scene.dates, clause.start, clause.end)
    return what, date.edtf if date is not None else None, clause.start, clause.end


def _taken_on(clause: Clause, scene: Scene, known: list[Instrument]) -> None:
    """5月28日に批准し, 批准書を交換した: a step of the instrument that the sentence named before."""
    what = _lexicon().status.get(clause.lemma)
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
    named = states_of(actors.named(chunk))
    if len(named) > 1:
        return named
    if clause is not None:
        doers = states_of(subject_of(clause, actors).actors)
        partners = [
            s for a in clause.args if a.case in ("と", "ともに") for s in states_of(actors.refer(a) or ())
        ]
        both = tuple(dict.fromkeys([*doers, *partners]))
        if len(both) > 1:
            return both
        if both and (other := actors.memory.other_side(both)):
            return (*both, *other)
        return named or both or actors.memory.pair
    return named


def _commitment(clause: Clause, unit: Unit, scene: Scene, actors: Actors, known: list[Instrument]) -> None:
    """両国は〜することで合意した: a commitment without an instrument's name."""
    if clause.lemma not in _lexicon().commitments or clause.negative or clause.relation == "relative":
        return
    if clause.marks & {"planned", "possible", "feared", "hedged", "unlikely"}:
        return
    if clause.lemma in _MUTUAL_IF_PASSIVE and not clause.passive:
        return
    told = [a for a in clause.args if a.case in _CONTENT and (a.clauses or a.head.verbal_noun)]
    told_so = any(c.relation in ("quote", "complement") for c in clause.children)
    subject = subject_of(clause, actors)
    parties = [*states_of(subject.actors)]
    for arg in clause.args:
        if arg.case == "と" or arg in told:
            parties += states_of(actors.refer(arg) or actors.named(arg))
    parties = list(dict.fromkeys(parties))
    if len(parties) < 2 and (clause.passive or clause.lemma in _BY_ITSELF):
        parties = list(actors.memory.pair)
    truce = clause.lemma in _TRUCES or any(a.head.norm in ("停戦", "休戦") for a in told)
    if clause.lemma == "受け入れる" and not truce:
        return
    mutual = truce or clause.lemma in _BY_ITSELF or _both(clause, subject.chunk)
    if not (told or told_so or truce) or (len(parties) < 2 and not mutual):
        return
    if any(clause.start <= f.start < clause.end for f in known):
        return
    what = [(a.extent, a.stop) for a in told]
    what += [(c.start, c.end) for c in clause.children if c.relation in ("quote", "complement")]
    what += [(c.start, c.end) for c in unit.clauses if c.relation == "relative"]
    apart = [d for d in scene.dates if not any(a <= d.start and d.end <= b for a, b in what)]
    date = scoping(apart, clause.start, clause.end)
    start = _committed_from(clause)
    step = ("agreed", date.edtf if date is not None else None, clause.start, clause.end)
    text = scene.text(start, clause.end)
    made = Instrument(text, start, clause.end, tuple(parties), 0.6, "commitment", steps=[step])
    known.append(made)


def _both(clause: Clause, subject: Chunk | None) -> bool:
    """両首脳は合意した, 首脳間で合意した: both sides, though the text does not name them here."""
    joint = subject is not None and (subject.text in lists().joint or subject.text[0] == "両")
    return joint or any(a.text.endswith(_BETWEEN) for a in clause.args)


def _committed_from(clause: Clause) -> int:
    """関係を回復し、大使館を再開することで合意した: what is agreed begins with the clause chained before."""
    before = previous_clause(clause)
    if before is None or before.link != "renyo" or before.marks or own_subject(clause) is not None:
        return clause.start
    return min(clause.start, before.start) if before.lemma not in _lexicon().status else clause.start
