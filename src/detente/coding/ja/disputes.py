"""Disputes: matters on which parties stand against each other, with what the text last says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import holds
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.lexicon import lemma, lemmas, table
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import previous_clause, subject_of
from detente.coding.ja.tokens import QUOTED

_UNREAL = frozenset({"feared", "possible", "unlikely", "predicted", "want"})
_SAME_DISPUTE = 0.3
_SHORT, _FEW = 40, 10
_TAILS = ("", "の試み", "試み", "行為", "活動", "事案")


@dataclass(frozen=True)
class _Lexicon:
    """`disputes.yaml` with its words in normalised form."""

    nouns: frozenset[str]
    strong: frozenset[str]
    compounds: tuple[str, ...]
    verbs: frozenset[str]
    idioms: dict[str, frozenset[str]]
    protests: frozenset[str]
    unmet: frozenset[str]
    matters: tuple[str, ...]
    endings: tuple[str, ...]
    contended: frozenset[str]
    talks: frozenset[str]
    named: tuple[str, ...]
    challenges: tuple[str, ...]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    raw = table("disputes")
    return _Lexicon(
        nouns=lemmas(raw["nouns"]),
        strong=lemmas(raw["strong"]),
        compounds=tuple(word for word in raw["strong"] if len(word) > 2),
        verbs=lemmas(raw["verbs"]),
        idioms={lemma(noun): lemmas(verbs) for noun, verbs in raw["idioms"].items()},
        protests=lemmas(raw["protests"]),
        unmet=lemmas(raw["unmet"]),
        matters=tuple(raw["matters"]),
        endings=tuple(raw["endings"]),
        contended=lemmas(raw["contended"]),
        talks=lemmas(raw["talks"]),
        named=tuple(f"{word}問題" for word in raw["named"]),
        challenges=tuple(word + tail for word in raw["challenges"] for tail in _TAILS),
    )


def disputes_of(scene: Scene, actors: Actors) -> list[Draft]:
    """The disputes that a sentence speaks of, the surest where several words name the same one."""
    drafts: list[Draft] = []
    for unit in scene.sentence.units:
        if unit.kind == "parenthesis":
            continue
        for clause in unit.clauses:
            drafts += _of_clause(clause, unit, scene, actors)
            drafts += _over(clause, scene, actors)
        for chunk in unit.parse.chunks:
            drafts += _of_noun(chunk, unit, scene, actors)
    if any(not d.rule.endswith(".named") for d in drafts):  # 台湾問題をめぐり対立した
        drafts = [d for d in drafts if not d.rule.endswith(".named")]
    return _one_a_pair(distinct(drafts, _SAME_DISPUTE))


def _one_a_pair(drafts: list[Draft]) -> list[Draft]:
    """水利を巡る交渉が長引き、両国は対立してきた: one dispute, told most plainly by the verb."""
    plain = {frozenset(d.fields["parties"]) for d in drafts if d.rule.endswith(".verb")}
    loose = (".noun", ".over")
    return [d for d in drafts if not (d.rule.endswith(loose) and frozenset(d.fields["parties"]) in plain)]


def _of_clause(clause: Clause, unit: Unit, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """露米は意見を異にした, AとBが対立していた, 日本側は強く抗議した."""
    lexicon = _lexicon()
    if clause.marks & _UNREAL or clause.link in ("ba", "tara", "nara", "限り"):
        return
    if clause.negative:
        parties = _parties(clause, actors) or actors.memory.pair
        apart = clause.lemma in lexicon.unmet or any(a.head.norm in lexicon.unmet for a in clause.args)
        if apart and len(parties) > 1 and clause.relation != "relative":
            yield _dispute((clause.start, clause.end), parties, 0.6, "unmet", scene)
        return
    idiom = any(clause.lemma in lexicon.idioms.get(a.head.norm, ()) for a in clause.args)
    differing = clause.lemma == "為る" and any(a.case == "に" and a.text == "異" for a in clause.args)
    idiom = idiom or (differing and any(a.head.norm in lexicon.idioms for a in clause.args))
    parties = _with_beside(_parties(clause, actors), clause, actors)
    if idiom and len(parties) < 2:  # 米国とロシアの意見が食い違う
        owned = [_phrase_parties(a, None, actors) for a in clause.args if a.head.norm in lexicon.idioms]
        parties = next((both for both in owned if len(both) > 1), parties)
    if (idiom or clause.lemma in lexicon.verbs) and len(parties) > 1:
        above = _cleft(clause)
        end = above.end if above is not None else _end(clause)
        yield _dispute((_whole_start(clause), end), parties, 0.75, "verb", scene)
    elif idiom and parties:
        yield _dispute((clause.start, _end(clause)), parties, 0.6, "claim", scene)
    elif clause.lemma in lexicon.protests and _about(clause) and len(parties := _against(clause, actors)) > 1:
        yield _dispute((clause.start, _end(clause)), parties, 0.45, "protest", scene)


def _with_beside(parties: tuple[str, ...], clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Aと、水源を頼るBが対立している問題: the first of two sides, set apart by what is told of the second."""
    above = clause.parent
    if clause.relation != "relative" or above is None or clause.lemma not in _lexicon().verbs:
        return parties
    doers = states_of(subject_of(clause, actors).actors)
    beside = [a for a in above.args if a.case == "と" and a.stop <= clause.start]
    found = [s for a in beside for s in states_of(actors.refer(a) or ())]
    listed = [a for a in above.args if clause.modified in a.joined]  # 対立してきたAとBが
    joined = [s for a in listed for s in states_of(actors.refer(a) or ())]
    return tuple(dict.fromkeys([*found, *doers, *joined])) if len({*doers, *found, *joined}) > 1 else parties


def _end(clause: Clause) -> int:
    """韓国が反発していた問題: a matter that the clause modifies belongs to the span."""
    modified = clause.modified
    if modified is not None and clause.relation == "relative" and modified.text.endswith(_lexicon().matters):
        return modified.end
    return clause.end


def _whole_start(clause: Clause) -> int:
    """自国領土と反論し、平行線となった: a few words of standing apart take in the clause that they sum up."""
    before = previous_clause(clause)
    few = clause.end - clause.start < _FEW and before is not None and before.link in ("renyo", "te")
    return before.start if few and before is not None and before.end <= clause.start else clause.start


def _about(clause: Clause) -> bool:
    """Whether the text says what the protest is against."""
    told = any(c.relation == "quote" for c in clause.children)
    return told or any(a.case in ("に", "を", "と", "対して", "めぐって") for a in clause.args)


def _against(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Who protests, and against whom: who is named so, the other of the pair, who stands in the matter."""
    doers = states_of(subject_of(clause, actors).actors)
    facing = [clause.argument(case) for case in ("に", "対して", "を")]
    named = [s for a in facing if a is not None for s in states_of(actors.refer(a) or ()) if s not in doers]
    if not named and doers:
        matter = [s for a in facing if a is not None for s in states_of(actors.named(a)) if s not in doers]
        named = list(actors.memory.other_side(doers)) or matter
    return tuple(dict.fromkeys([*doers, *named])) if doers else ()


def _over(clause: Clause, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """領有権をめぐり、AとBの艦艇が接触した: a matter that sides contend over, whatever they do about it."""
    lexicon = _lexicon()
    matter = next((a for a in clause.args if a.case == "めぐって" and not a.adnominal), None)
    if matter is None or clause.lemma in lexicon.talks or clause.marks & _UNREAL or _no_quarrel(clause):
        return
    parties = sides(clause, scene, actors, matter)
    makers = [s for c in matter.clauses for s in states_of(subject_of(c, actors).actors)]
    parties = tuple(dict.fromkeys([*makers, *parties]))  # 米国が科した制裁を巡り
    if len(parties) > 1:
        near = clause.end - matter.extent <= _SHORT
        yield _dispute((matter.extent, clause.end if near else matter.stop), parties, 0.55, "over", scene)


def _no_quarrel(clause: Clause) -> bool:
    """対応を巡り協力が重要だと指摘した, 〜をめぐっては会談が行われた: talk of a matter is no quarrel."""
    lexicon = _lexicon()
    said = any(a.case == "と" and a.head.pos == QUOTED for a in clause.args)
    said = said or any(c.relation == "quote" for c in clause.children)
    met = any(lemma(a.head.norm + "する") in lexicon.talks for a in clause.args if a.case in ("が", "を"))
    return met or (said and clause.lemma not in lexicon.protests | lexicon.verbs)


def _of_noun(chunk: Chunk, unit: Unit, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """〜をめぐる対立, 露米間の懸案, 日韓の領有権問題, キプロス問題."""
    if chunk.kind not in (NOUN, PREDICATE) or (how := _names_dispute(chunk)) is None:
        return
    clause = next((c for c in unit.clauses if c.predicate is chunk or holds(c.args, chunk)), None)
    if clause is not None and (
        clause.marks & _UNREAL
        or _to_come(clause)
        or (clause.negative and clause.lemma in ("有る", "無い", "だ"))
    ):
        return
    matter = _matter(chunk)
    parties = _phrase_parties(chunk, matter, actors)
    if how == "challenge":
        parties = parties or (states_of(subject_of(clause, actors).actors) if clause is not None else ())
    elif len(parties) < 2 and (matter is not None or how != "noun"):
        parties = sides(clause, scene, actors, matter or chunk) or parties
    if len(parties) == 1 and how == "challenge":
        parties = (*parties, *actors.memory.other_side(parties))
    if len(parties) < 2 and not (how == "strong" or (how == "challenge" and parties)):
        return
    start, end = chunk.extent, _whole(chunk, unit).end
    named_as = clause is not None and clause.lemma in ("成る", "だ", "為る", "有る")
    if named_as and clause is not None and clause.relation == "relative" and clause.modified is not None:
        start, end = min(start, clause.start), clause.modified.end
    elif named_as and clause is not None and (over := _cleft(clause)) is not None:
        start, end = min(start, clause.start), over.end
    elif clause is not None and clause.predicate is chunk:
        start = clause.start
    sure = 0.65 if matter is not None else 0.45 if how in ("named", "challenge") else 0.55
    yield _dispute((start, end), parties, sure, how, scene, _told(chunk, clause, scene))


def _cleft(clause: Clause) -> Clause | None:
    """対立点となるのが、Xである: the clause that says what the dispute is about."""
    above = clause.parent
    if clause.relation != "complement" or above is None or above.lemma != "だ":
        return None
    return above if any(a.head.norm == "の" and clause in a.clauses for a in above.args) else None


def _to_come(clause: Clause) -> bool:
    """摩擦は今後も起こるであろう: no dispute yet."""
    return "hedged" in clause.marks and not clause.marks & {"past", "progressive"} and clause.lemma != "だ"


def _names_dispute(chunk: Chunk) -> str | None:
    """How a phrase names a dispute: by a strong word, by any word of dispute, as a problem that is known."""
    lexicon, modified = _lexicon(), bool(chunk.mods or chunk.clauses or len(chunk.tokens) > 1)
    text, head = chunk.text, chunk.head.norm
    whole = text.endswith(lexicon.endings) or text.startswith(("係争地", "係争海域"))  # 係争地カシミール
    if head in lexicon.strong or whole or text.endswith(lexicon.compounds):
        contested = chunk.adnominal and text in lexicon.matters  # 領有権の線引き
        return "strong" if modified or contested or whole else None
    if modified and any(t.norm in lexicon.nouns for t in chunk.tokens[-2:]):
        return "noun"
    if text.endswith(lexicon.named):
        return "named"
    if head in lexicon.contended and (over := _matter(chunk)) is not None and over.case == "めぐって":
        return "noun"
    return "challenge" if text.endswith(lexicon.challenges) else None


def _matter(chunk: Chunk) -> Chunk | None:
    """What a dispute is about: the をめぐる phrase before its name."""
    for mod in chunk.mods:
        if mod.case in ("めぐって", "関して", "ついて"):
            return mod
        if mod.case == "の" and (inner := _matter(mod)) is not None:
            return inner
    return None


def _whole(chunk: Chunk, unit: Unit) -> Chunk:
    """領有権の線引き: the phrase that the name of a dispute modifies belongs to the span."""
    bare = not (chunk.mods or chunk.clauses or len(chunk.tokens) > 1)
    over = next((c for c in unit.parse.chunks if chunk in c.mods), None) if bare else None
    return over or chunk


def _parties(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """Both sides: the subject, whom it is with or against, the other of the pair spoken about."""
    found = list(states_of(subject_of(clause, actors).actors))
    for arg in clause.args:
        if arg.case in ("と", "に", "対して", "を", "ともに") or arg.text.endswith("間"):  # 米露間で
            found += states_of(actors.refer(arg) or actors.named(arg))
    found = list(dict.fromkeys(found))
    if len(found) == 1:
        found += actors.memory.other_side(tuple(found))
    return tuple(found)


def _phrase_parties(chunk: Chunk, matter: Chunk | None, actors: Actors) -> tuple[str, ...]:
    """The sides that a phrase names, what it says they contend over left out: 台湾をめぐる米中の溝."""
    for mention in actors.inside(chunk.extent, chunk.end):
        outside = matter is None or not matter.extent <= mention.start < matter.stop
        if outside and mention.kind == "joint" and len(both := states_of(mention.actors)) > 1:
            return both  # イラク問題が露米関係にもたらした緊張
    found = list(states_of(actors.compound(chunk) if matter is not None else actors.named(chunk)))
    for mod in _modifiers(chunk):
        if mod is not matter:
            found += states_of(actors.refer(mod) or actors.compound(mod))
    return tuple(dict.fromkeys(found))


def _modifiers(chunk: Chunk) -> list[Chunk]:
    """The phrases that modify a phrase, directly or through another: 露米の意見の不一致."""
    return [m for mod in chunk.mods for m in (mod, *_modifiers(mod))]


def sides(
    clause: Clause | None, scene: Scene, actors: Actors, matter: Chunk | None = None
) -> tuple[str, ...]:
    """Who stand against each other: of the clause, else of the sentence, else the pair spoken about."""
    found = _parties(clause, actors) if clause is not None else ()
    if len(found) > 1:
        return found
    outside = [m for m in scene.mentions if matter is None or not matter.extent <= m.start < matter.stop]
    named = states_of([a for m in outside if m.kind != "place" for a in m.actors])
    return named if len(named) == 2 else actors.memory.pair or found


def _dispute(
    span: tuple[int, int],
    parties: tuple[str, ...],
    confidence: float,
    rule: str,
    scene: Scene,
    status: str = "",
) -> Draft:
    """A dispute named by its own words; its status is what is said of it, else those words again."""
    name = scene.text(*span)
    fields = {"name": name, "parties": parties, "status": status or name}
    return Draft("dispute", *span, confidence, f"ja.dispute.{rule}", fields)


def _told(chunk: Chunk, clause: Clause | None, scene: Scene) -> str:
    """What the clause says of the dispute that is its topic or subject: 対立は深まった."""
    if clause is None or chunk not in clause.args or clause.relation != "chain":
        return ""
    named = chunk.topic or chunk.case in ("が", "を")
    return scene.text(chunk.stop, clause.predicate.stop).lstrip("、, ") if named else ""
