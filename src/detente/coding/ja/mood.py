"""How a clause puts what it says: as fact, plan, prediction, possibility, or as denied; and who holds it."""

from __future__ import annotations

from typing import NamedTuple

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.lexicon import lemma
from detente.findings import Modality

_BY_MARK = (
    ("unlikely", Modality.PREDICTED_NOT), ("feared", Modality.HYPOTHETICAL), ("possible", Modality.HYPOTHETICAL),
    ("scheduled", Modality.SCHEDULED), ("planned", Modality.PLANNED), ("predicted", Modality.PREDICTED),
    ("obligation", Modality.HYPOTHETICAL), ("want", Modality.PLANNED), ("volitional", Modality.PLANNED),
)  # fmt: skip
_CONDITIONS = frozenset("ba tara nara 限り 場合 限りは".split())  # noqa: SIM905
_BY_NOUN: dict[str, Modality] = {
    **dict.fromkeys(
        ["可能性", "恐れ", "おそれ", "懸念", "危険", "危険性", "不安", "仮定", "疑い", "場合", "想定"],
        Modality.HYPOTHETICAL,
    ),
    **dict.fromkeys("予定 日程".split(), Modality.SCHEDULED),  # noqa: SIM905
    **dict.fromkeys(
        [
            "方針",
            "計画",
            "構え",
            "意向",
            "用意",
            "目的",
            "必要",
            "必要性",
            "狙い",
            "意図",
            "構想",
            "権利",
            "ため",
            "為",
            "提案",
            "試み",
        ],
        Modality.PLANNED,
    ),
    **dict.fromkeys("見通し 予測 予想 見込み 期待".split(), Modality.PREDICTED),  # noqa: SIM905
    **dict.fromkeys("めど 見込".split(), Modality.PREDICTED),  # noqa: SIM905
}
_BY_PARENT: dict[str, Modality] = {}
for _verbs, _modality in (
    ("計画する 目指す 検討する 模索する 準備する 要求する 要請する 提案する 合意する 決める 決定する 約束する 誓う 求める 促す 望む 決まる 固まる 決める 宣言する 確認する 表明する 発表する 明らかにする "
     "希望する 呼びかける 意図する 申し出る 試みる 狙う 主張する 迫る", Modality.PLANNED),
    ("予定する", Modality.SCHEDULED),
    ("懸念する 恐れる 警戒する 危惧する 憂慮する 仮定する 警告する", Modality.HYPOTHETICAL),
    ("予想する 予測する 期待する 見込む 見込まれる", Modality.PREDICTED),
    ("否定する 防ぐ 防止する 阻止する 避ける 回避する 拒否する 拒む", Modality.DENIED),
):  # fmt: skip
    _BY_PARENT.update(dict.fromkeys(map(lemma, _verbs.split()), _modality))
_UNREAL = frozenset(Modality) - {Modality.ASSERTED}


class Mood(NamedTuple):
    """The modality of a clause; `actual` false for everything but fact and schedule; `hedged` 〜とみられる."""

    modality: Modality
    hedged: bool
    negated: bool

    @property
    def actual(self) -> bool:
        """Whether the text says that it happened or goes on."""
        return self.modality is Modality.ASSERTED


def mood_of(clause: Clause) -> Mood:
    """The mood of a clause, its own marks first, then what it is embedded in."""
    negated = clause.negative
    hedged = bool(clause.marks & {"hedged", "reported"})
    modality = _own(clause)
    seen, here = 0, clause
    while modality is Modality.ASSERTED and here.parent is not None and here.parent is not here and seen < 6:
        modality = _from_above(here)
        if here.relation == "chain" and here.link not in ("te", "renyo"):
            break
        if not _future(here) and here.relation in ("relative", "quote", "complement"):
            break
        if here.relation == "chain":
            hedged = hedged or (here.link in ("renyo", "te") and "hedged" in here.parent.marks)
        here, seen = here.parent, seen + 1
    return Mood(modality, hedged, negated)


def _own(clause: Clause) -> Modality:
    for mark, modality in _BY_MARK:
        if mark in clause.marks:
            return modality
    if clause.link in _CONDITIONS:
        return Modality.HYPOTHETICAL
    if _future(clause) and "hedged" in clause.marks and _mode_will(clause):
        return Modality.PREDICTED
    if _future(clause) and any(c.link in _CONDITIONS and c.relation == "chain" for c in clause.children):
        return Modality.HYPOTHETICAL
    return Modality.ASSERTED


def _future(clause: Clause) -> bool:
    return not clause.marks & {"past", "progressive", "repeated"}


def _mode_will(clause: Clause) -> bool:
    return clause.predicate.lemma != "だ"


def _from_above(clause: Clause) -> Modality:
    """What the noun or verb that a clause is embedded in makes of it."""
    parent = clause.parent
    assert parent is not None
    if clause.relation in ("relative", "quote") and clause.modified is not None and _future(clause):
        found = _BY_NOUN.get(clause.modified.head.norm)
        if found is not None:
            return found
    if clause.link == "you" and "past" not in clause.marks:
        return Modality.PLANNED if parent.lemma in _BY_PARENT else Modality.ASSERTED
    if (
        clause.link in ("ため", "為")
        and _future(clause)
        and clause.lemma not in ("有る", "無い", "居る", "だ")
    ):
        return Modality.PLANNED
    if clause.relation in ("complement", "quote") and _future(clause):
        above = _own(parent)
        if above in (Modality.HYPOTHETICAL, Modality.PREDICTED_NOT, Modality.PREDICTED):
            return above
        return _BY_PARENT.get(parent.lemma, Modality.ASSERTED)
    if clause.relation == "chain" and clause.link in ("te", "renyo") and _future(clause):
        inherited = _own(parent)
        return inherited if inherited is not Modality.ASSERTED and _future(parent) else Modality.ASSERTED
    return Modality.ASSERTED


def noun_mood(noun: Chunk, clause: Clause) -> Mood:
    """The mood of an act that is only named: planned or feared where the verb over it makes it so."""
    case = noun.case
    if case in ("を", "が", "に", "") and any(arg is noun for arg in clause.args):
        above = _BY_PARENT.get(clause.lemma)
        if above is not None and (case != "が" or clause.passive):
            return Mood(above, False, False)
    if noun.adnominal and case in ("の", "へ"):
        follower = next((c for c in _mod_chain(noun, clause)), None)
        if follower is not None and follower.head.norm in _BY_NOUN:
            return Mood(_BY_NOUN[follower.head.norm], False, False)
    return Mood(Modality.ASSERTED, False, False)


def _mod_chain(noun: Chunk, clause: Clause) -> list[Chunk]:
    """The phrases of a clause that a noun modifies, directly or through others."""
    found: list[Chunk] = []
    pool = [*clause.args, clause.predicate]
    while pool:
        chunk = pool.pop()
        if any(m is noun for m in chunk.mods):
            found.append(chunk)
        pool += chunk.mods + chunk.joined
    return found
