"""Opinions that are only said to exist: 〜との見方がある, 〜との懸念も出ている."""

from __future__ import annotations

import re

from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import bearing_on
from detente.coding.ja.said import Said, first_told
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.words import word_set

_HOLDERLESS = word_set(
    "見方 見解 意見 声 分析 説 観測 指摘 主張 評価 批判 懸念 危機感 警戒感 不信感 疑念 思惑 期待"
)
_EXISTING = frozenset({"有る", "強い", "多い", "出る", "根強い", "広がる", "高まる", "上がる"})
_FEARED = re.compile("(?:と(?:の|いう|いった))(?:懸念|不安|恐れ|危惧|憂慮|見方|観測|可能性|危機感)")
_OPINIONS = _HOLDERLESS | word_set("論理 立場 主張 言い分 考え 理屈 解釈 認識 見立て 受け止め")


def feared_view(scene: Scene, clause: Clause, actors: Actors) -> Said | None:
    """〜が難しくなるとの懸念も出ている: an opinion that is only said to exist."""
    if not clause.marks & {"feared", "possible"} or not _FEARED.match(
        scene.text(clause.end, clause.predicate.stop)
    ):
        return None
    conditions = [c.start for c in bearing_on(clause) if c.link in ("ba", "tara", "nara", "限り", "場合")]
    start = min([first_told(clause), *conditions])
    holder = _with_whom(clause, actors)
    return Said(
        start, clause.predicate.stop, holder, False, "reported/feared", clause, (start, clause.end), 0.6
    )


def _with_whom(clause: Clause, actors: Actors) -> tuple[str, ...]:
    """スーダンとしては水量が減るとの懸念がある, 政府には〜との危機感がある: whose view it is."""
    held = [a for a in clause.args if a.topic and a.case in ("に", "として")]
    return next((found for a in held if (found := actors.refer(a))), ())


def _with_topic(chunk: Chunk, start: int, outer: Unit) -> int:
    """Xは難しいとの見方がある: the topic before an opinion that merely exists belongs to the opinion."""
    for clause in outer.clauses:
        if clause.lemma in _EXISTING and any(a is chunk for a in clause.args):
            before = [a for a in clause.args if a.topic and a is not chunk and a.extent < start]
            return min([start, *(a.extent for a in before if not a.case)])
    return start


def _quoting(clause: Clause) -> bool:
    """〜とする(見方), 〜とした(声明)."""
    return clause.lemma == "為る" and any(c.relation == "quote" for c in clause.children)


def held_view(chunk: Chunk, outer: Unit, actors: Actors) -> Said | None:
    """〜との見方がある: an opinion held by somebody the text does not name, or by the noun's own holder."""
    if chunk.kind == PREDICATE and chunk.head.norm in _OPINIONS:
        return _shared_view(chunk, outer, actors)
    if chunk.head.norm not in _HOLDERLESS:
        return None
    if chunk.kind != NOUN:
        return None
    told = [*chunk.clauses, *(c for m in chunk.mods if m.head.norm in _HOLDERLESS for c in m.clauses)]
    contents = [c for c in told if c.relation == "quote" or _quoting(c)] or [
        c for c in chunk.clauses if chunk.head.norm in ("声", "主張") and c.relation == "relative"
    ]
    if not contents:
        return None
    holder = next((f for m in chunk.mods if m.case in ("の", "から") and (f := actors.refer(m))), ())
    existing = next((c for c in outer.clauses if c.lemma in _EXISTING and chunk in c.args), None)
    holder = holder or (_with_whom(existing, actors) if existing is not None else ())
    start = min(first_told(c) for c in contents)
    start = _with_topic(chunk, start, outer)
    if chunk.end - start < 10:
        return None
    return Said(start, chunk.end, holder, False, "reported/view", None, (start, chunk.end), 0.65)


def _shared_view(chunk: Chunk, outer: Unit, actors: Actors) -> Said | None:
    """〜というのが専門家の一致した見方である: an opinion told before the one who holds it."""
    clause = next((c for c in outer.clauses if c.predicate is chunk and c.lemma == "だ"), None)
    told = clause.argument("が") if clause is not None else None
    if clause is None or told is None or told.text not in ("の", "こと") or not told.clauses:
        return None
    holder = next((f for m in chunk.mods if m.case == "の" and (f := actors.refer(m))), ())
    if not holder and chunk.head.norm not in _HOLDERLESS:
        return None
    before = [a.extent for a in clause.args if a is not told and a.topic and not a.case]
    start = min([*(first_told(c) for c in told.clauses), *before])
    return Said(
        start, clause.predicate.stop, holder, False, "reported/view", clause, (start, told.start), 0.65
    )
