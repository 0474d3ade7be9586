"""Disputes that a noun names: 〜をめぐる対立, 露米間の懸案, 日韓の領有権問題, キプロス問題."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import holds
from detente.coding.ja.dispute_draft import cleft, dispute
from detente.coding.ja.dispute_sides import phrase_parties, sides, standing_sides
from detente.coding.ja.dispute_words import UNREAL, lexicon
from detente.coding.ja.draft import Draft
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import subject_of


def disputes_of_noun(chunk: Chunk, unit: Unit, scene: Scene, actors: Actors) -> Iterator[Draft]:
    """〜をめぐる対立, 露米間の懸案, 日韓の領有権問題, キプロス問題."""
    if chunk.kind not in (NOUN, PREDICATE) or (how := _names_dispute(chunk)) is None:
        return
    clause = next((c for c in unit.clauses if c.predicate is chunk or holds(c.args, chunk)), None)
    if clause is not None and (
        (clause.marks & UNREAL and (how != "strong" or clause.lemma in lexicon().arising))
        or _to_come(clause)
        or (clause.lemma in lexicon().settling and chunk.case == "を")
        or (clause.negative and clause.lemma in ("有る", "無い", "だ"))
    ):
        return
    matter = matter_of(chunk)
    parties = phrase_parties(chunk, matter, actors)
    parties = standing_sides(chunk, scene.text(chunk.extent, chunk.end), actors) or parties
    if how == "challenge":
        if not parties and not _carried_on(chunk, clause):
            return
        parties = parties or (states_of(subject_of(clause, actors).actors) if clause is not None else ())
    elif len(parties) < 2 and (matter is not None or how != "noun"):
        if how == "named" and clause is not None and _agreed(clause):
            return
        parties = _having(clause, actors) or sides(clause, scene, actors, matter or chunk) or parties
    if len(parties) == 1 and how == "challenge":
        parties = _with_doer(parties, chunk, clause, actors)
    if len(parties) < 2 and not (how == "strong" or (how == "challenge" and parties)):
        return
    start = chunk.own_extent if how == "challenge" else chunk.extent  # 表明、核開発
    end = _whole(chunk, unit).end
    named_as = clause is not None and clause.lemma in ("成る", "だ", "為る", "有る")
    if named_as and clause is not None and clause.relation == "relative" and clause.modified is not None:
        start, end = min(start, clause.start), clause.modified.end
    elif named_as and clause is not None and (over := cleft(clause)) is not None:
        start, end = min(start, clause.start), over.end
    elif clause is not None and clause.predicate is chunk:
        start = clause.start
    said = matter is not None and matter.case != "で"
    sure = 0.65 if said else 0.45 if how in ("named", "challenge") else 0.55
    yield dispute((start, end), parties, sure, how, scene, _told(chunk, clause, scene))


def _having(clause: Clause | None, actors: Actors) -> tuple[str, ...]:
    """国境問題を抱える中国との国交: who has the matter, and who else is spoken about."""
    if clause is None or clause.relation != "relative" or clause.lemma not in ("抱える", "争う"):
        return ()
    owner = states_of(subject_of(clause, actors).actors)
    above = subject_of(clause.parent, actors).actors if clause.parent is not None else ()
    others = (s for s in states_of(above or actors.memory.topic) if s not in owner)
    both = tuple(dict.fromkeys([*others, *owner]))
    return both if owner and len(both) > 1 else ()


def _carried_on(chunk: Chunk, clause: Clause | None) -> bool:
    """核開発を進めている, not 核開発を縮小する: whether what is named is being done."""
    going = clause is not None and clause.relation != "relative" and chunk.case == "を"
    return going and clause is not None and clause.lemma in lexicon().advancing and not clause.negative


def _agreed(clause: Clause) -> bool:
    """核問題の解決で一致した: those who agree on a matter are not its sides."""
    above = clause.parent
    return any(c.lemma in lexicon().talks for c in (clause, above) if c is not None)


def _with_doer(
    parties: tuple[str, ...], chunk: Chunk, clause: Clause | None, actors: Actors
) -> tuple[str, ...]:
    """シリアへの侵攻を進める: who does it stands in the clause, else it is the other of the pair."""
    done = clause is not None and chunk in clause.args and chunk.case == "を"
    doers = states_of(subject_of(clause, actors).actors) if done and clause is not None else ()
    if len(doers) == 1 and doers != parties:
        return (*doers, *parties)
    return (*parties, *actors.memory.other_side(parties))


def _to_come(clause: Clause) -> bool:
    """摩擦は今後も起こるであろう: no dispute yet."""
    return "hedged" in clause.marks and not clause.marks & {"past", "progressive"} and clause.lemma != "だ"


def _names_dispute(chunk: Chunk) -> str | None:
    """How a phrase names a dispute: by a strong word, by any word of dispute, as a problem that is known."""
    words, modified = lexicon(), bool(chunk.mods or chunk.clauses or len(chunk.tokens) > 1)
    text, head = chunk.text, chunk.head.norm
    ends = text[-1] in words.last
    whole = (ends and text.endswith(words.endings)) or text.startswith(
        ("係争地", "係争海域")
    )  # 係争地カシミール
    if chunk.tokens[-1].surface == "中" or head in words.easing:  # 係争中の地形, 両国の緊張緩和
        return None
    if head in words.strong or whole or (ends and text.endswith(words.compounds)):
        contested = chunk.adnominal and text in words.matters  # 領有権の線引き
        return "strong" if modified or contested or whole else None
    if modified and any(t.norm in words.nouns for t in chunk.tokens[-2:]):
        return "noun"
    if ends and text.endswith(words.named):
        return "named"
    if head in words.contended and (over := matter_of(chunk)) is not None and over.case == "めぐって":
        return "noun"
    return "challenge" if ends and text.endswith(words.challenges) else None


def matter_of(chunk: Chunk) -> Chunk | None:
    """What a dispute is about: the をめぐる phrase before its name."""
    for mod in chunk.mods:
        if mod.case in ("めぐって", "関して", "ついて") or (mod.case == "で" and mod.adnominal):
            return mod  # 穀物輸出での対立
        if mod.case == "の" and (inner := matter_of(mod)) is not None:
            return inner
    return None


def _whole(chunk: Chunk, unit: Unit) -> Chunk:
    """領有権の線引き: the phrase that the name of a dispute modifies belongs to the span."""
    bare = not (chunk.mods or chunk.clauses or len(chunk.tokens) > 1)
    over = next((c for c in unit.parse.chunks if chunk in c.mods), None) if bare else None
    return over or chunk


def _told(chunk: Chunk, clause: Clause | None, scene: Scene) -> str:
    """What the clause says of the dispute that is its topic or subject: 対立は深まった."""
    if clause is None or chunk not in clause.args or clause.relation != "chain":
        return ""
    named = chunk.topic or chunk.case in ("が", "を")
    return scene.text(chunk.stop, clause.predicate.stop).lstrip("、, ") if named else ""
