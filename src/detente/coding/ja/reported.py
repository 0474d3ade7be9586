"""Reported speech and official acts of speech: 〜と述べる, 〜よう求める, 抗議する."""

from __future__ import annotations

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.mood import doubts
from detente.coding.ja.openings import agentive
from detente.coding.ja.said import Said, also_done, first_told, key_of, object_says
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.speakers import document_of, speaker_of
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import own_subject, previous_clause, subject_before, subject_of
from detente.coding.ja.tokens import QUOTED

_REGARDING = frozenset({"位置付ける"})
_WRITTEN = frozenset({"記する", "記す", "書く", "発する", "位置付ける"})
_KEEPING = frozenset({"崩す", "変える", "譲る", "隠す", "取り下げる", "撤回する"})
_ANNOUNCING = frozenset({"発表する", "表明する", "宣言する", "通告する", "公表する", "明らかにする"})
_IMPERSONAL = frozenset({"応じる", "伝える", "出す"})  # 〜ようとしている, 〜と伝えられた
_AGREEING = frozenset({"確認する", "再確認する", "申し合わせる"})
_BEING = frozenset({"成る", "有る", "居る", "為る"})
_KNOWN = ("own", "topic", "shared", "other", "head")
_SUPPOSING = frozenset({"ba", "tara", "nara", "限り", "場合"})
_COURTS = ("裁判所", "法廷", "最高裁")
_DEMANDING = frozenset({"求める", "要求する", "要請する", "働き掛ける", "促す", "迫る"})
_NOMINAL = frozenset({"の", "こと"})  # 違反したのは相手だと主張: part of what is said
_WORDY = 12
CARRIED = "reported/carried"


def reported(scene: Scene, clause: Clause, outer: Unit, actors: Actors) -> Said | None:
    """〜と述べる, 〜ことを明らかにする, 〜するよう求める, and official acts of speech (抗議する)."""
    key = key_of(clause)
    lists = cues()
    if (
        key not in lists.saying and not (_quotes(clause) and object_says(clause))
    ) or "causative" in clause.marks:
        return None
    if clause.negative and key not in _KEEPING:
        return None
    if clause.link in _SUPPOSING:
        return None  # 均衡を求めれば: nobody has said so
    if key in lists.viewing and "hedged" in clause.marks and "reported" not in clause.marks:
        return None  # 国益に資すると認識しているようである: the author's guess
    if "potential" in clause.marks and doubts(clause) and own_subject(clause) is None:
        return None  # 活発化させるとは考えにくい: the author's own doubt
    lasting = clause.marks & {"progressive", "repeated"}
    if key in _DEMANDING and lasting and not document_of(clause, actors):
        return None  # 停止するよう求めてきた, 参加を働きかけている: conduct over time, no words of anybody
    modified = clause.modified if clause.relation == "relative" else None
    if modified is not None and (modified.head.norm in lists.nouns or modified.text in ("の", "こと")):
        return None
    if clause.passive and clause.argument("から", "よって") is None and key not in _WRITTEN:
        return None
    content = _content(clause, actors)
    subject = subject_of(clause, actors)
    speaker = speaker_of(clause, None, actors) or subject.actors
    if clause.passive and key in _REGARDING and len(states_of(subject.actors)) == 1:
        speaker = actors.memory.other_side(subject.actors)  # 中国は同志と位置付けられた: by the other
    both = len(states_of(speaker)) > 1 or subject.how in ("before", "none")
    if key in _AGREEING and both and settled(clause):
        return None
    if content is None:
        told = subject.actors or (subject.how in ("own", "other") and speaker and clause.relation == "chain")
        if (
            key in _DEMANDING and subject.how not in _KNOWN and _demanded_on(clause)
        ):  # 「責任がある」として、対応を求めた
            return Said(clause.start, clause.end, (), False, CARRIED, clause, (clause.start, clause.end), 0.5)
        if key not in lists.official or not told or subject.how not in _KNOWN:
            return None
        arg = clause.argument("を", "に") or also_done(clause)
        if clause.relation == "complement" and not clause.marks & {"past", "progressive", "repeated"}:
            return None
        held = subject.how == "head" and key in lists.showing and "progressive" in clause.marks
        if (clause.relation == "relative" and not held) or (arg is None and key != "抗議する"):
            return None
        if arg is not None and arg.text.endswith(_COURTS):
            return None  # 国際司法裁判所に訴えた
        if key in lists.showing and (arg is None or not _can_be_shown(arg, key)):
            return None
        start = _act_start(clause)
        return Said(start, clause.end, speaker, False, "reported/act", clause, (start, clause.end), 0.5)
    unsure = subject.how in ("before", "none", "control") or (subject.how == "other" and not speaker)
    unsure = unsure and not document_of(clause, actors)
    sure = 0.75
    if not speaker and key not in lists.viewing and _goes_on(clause):
        speaker, sure = actors.memory.topic or tuple(filter(None, [actors.memory.person])), 0.5
    if not speaker and previous_clause(clause) is not None:  # …と語り、条件は付けないと付け加えた
        speaker = subject_before(clause, actors).actors
        unsure = unsure and not speaker
    if not speaker or (key in lists.viewing and unsure):
        if not _carried(clause, key):
            return None
        start = min(content, clause.start)
        if clause.end - start < _WORDY:  # あふれるのを防ぐためだとしている
            start = outer.clauses[0].start
        return Said(start, clause.end, (), False, CARRIED, clause, (start, clause.end), 0.5)
    content = _after_teller(clause, content)
    start, said = _told_from(clause, content), (content, clause.end)
    return Said(start, clause.end, speaker, False, f"reported/{clause.link}", clause, said, sure)


def settled(clause: Clause) -> bool:
    """両首脳は協力していくことを確認した: what is to be done is agreed on; what is the case is stated."""
    told = [c for a in clause.args for n in (a, *a.joined) if n.text == "こと" for c in n.clauses]
    return bool(told) and all(_acted(c) for c in told)


def _acted(clause: Clause) -> bool:
    verb = clause.lemma.endswith("する") or clause.predicate.tokens[0].pos == "動詞"
    return verb and clause.lemma not in _BEING and not clause.negative


def _after_teller(clause: Clause, content: int) -> int:
    """関係は悪化し、中国側が再延長しないと通告した: what is said begins after the one who says it."""
    own = own_subject(clause)
    return own.stop if own is not None and own.case == "が" and content < own.extent else content


def _quotes(clause: Clause) -> bool:
    return any(c.relation == "quote" for c in clause.children)


def _carried(clause: Clause, key: str) -> bool:
    """…とみている, …との考えを示した, …とし: a view that only whoever spoke before can hold."""
    own = own_subject(clause)
    if clause.relation != "chain" or clause.passive or key in _IMPERSONAL:
        return False
    if own is not None and (not own.topic or _may_tell(own)):
        return False
    if key == "為る":
        return clause.link in ("renyo", "上", "うえ", "final") and any(
            c.relation == "quote" and not _attempted(c) and not any(map(_may_tell, c.args))
            for c in clause.children
        )
    return (
        ((own is None and clause.topic is None) or _quotes(clause) or any(map(_asked, clause.children)))
        and clause.link in ("final", "ga", "")
        and bool(clause.marks & {"past", "progressive"} or not clause.link)
    )


def _demanded_on(clause: Clause) -> bool:
    """安倍政権に慎重な対応を求めた: a demand without a subject is that of whoever spoke before."""
    alone = own_subject(clause) is None and clause.topic is None and previous_clause(clause) is None
    closing = clause.link == "final" and "past" in clause.marks and clause.relation == "chain"
    return alone and closing and not clause.passive and clause.argument("を") is not None


def _may_tell(arg: Chunk) -> bool:
    """乗組員２人は銃撃を受けたとしている: a topic that may itself be who says it."""
    counted = any(t.sub == "数詞" for t in arg.tokens)
    return bool(arg.topic) and (agentive(arg) or counted or arg.text.endswith(cues().holders))


def _goes_on(clause: Clause) -> bool:
    """…と述べました, …と指摘した: a report that names nobody goes on with whoever spoke before."""
    return (
        _quotes(clause)
        and ("past" in clause.marks or not clause.link)  # …と主張。
        and clause.relation == "chain"
        and ((own := own_subject(clause)) is None or own.text in _NOMINAL)
    )


def _can_be_shown(arg: Chunk, key: str) -> bool:
    """懸念を表明した, 難色を示した; also, of an act made known, 離脱を表明した, 国交正常化を発表した."""
    if arg.head.norm in cues().feelings:
        return True
    if arg.head.norm in cues().nouns:  # 共同声明を発表した tells no words
        return False
    done = arg.tokens[-1].verbal_noun or arg.tokens[-1].surface == "化"
    return key in _ANNOUNCING and arg.case in ("を", "") and done


def _told_from(clause: Clause, content: int) -> int:
    """Where reported speech begins: with its content, or with the subject where the content is the less."""
    own = own_subject(clause)
    if own is None or (content - clause.start > 12 and clause.end - content > 12):
        return content
    return clause.start


def _act_start(clause: Clause) -> int:
    """A short act of speech (これを歓迎した) begins with the clause before, whose subject it shares."""
    before = previous_clause(clause)
    if before is None or clause.end - clause.start >= _WORDY or before.end > clause.start:
        return clause.start
    return before.start


def _asserted(arg: Chunk, clause: Clause, actors: Actors) -> bool:
    """自国領土と反論した, 事件を挑発と位置付けた: a noun phrase as what is said, not whom it is said with."""
    if arg.case != "と" or arg.topic == "は" or arg.text == "こと" or arg.head.pos == QUOTED or arg.adnominal:
        return False
    return clause.relation == "chain" and key_of(clause) in cues().asserting and actors.refer(arg) is None


def _content(clause: Clause, actors: Actors) -> int | None:
    """Where the clause that is said begins; None when there is none."""
    tried = clause.lemma == "為る"  # 運ぼうとした
    said = [c for c in clause.children if c.relation == "quote" or _asked(c)]
    starts = [first_told(c) for c in said if not (tried and _attempted(c))]
    if not starts:  # と before a noun: 〜すると議会で表明した
        starts = [
            first_told(c)
            for c in clause.children
            if c.link == "to" and not c.predicate.comma and not (tried and _attempted(c))
        ]
    if not starts:  # 〜を試みた、と述べた
        before = [c for c in clause.children if c.link == "final" and _at_a_pause(c) and not tried]
        starts = [first_told(before[-1])] if before else []
    if not starts:
        starts = [a.extent for a in clause.args if _asserted(a, clause, actors)]
    for arg in clause.args:
        if arg.case == "と" and arg.text == "もの":  # 米国によるものと考えている
            starts += [first_told(c) for c in arg.clauses]
        heads_ok = arg.head.norm in cues().nouns or arg.tokens[0].norm in ("こと", "事", "旨", "の")
        if arg.case in ("を", "が", "", "で") and heads_ok:
            starts += [first_told(c) for noun in (arg, *arg.joined) for c in noun.clauses]
            starts += [first_told(c) for m in arg.mods for c in m.clauses if _of_content(m)]
    return min(starts, default=None)


def _asked(clause: Clause) -> bool:
    """撤退するよう(求めた); 戦略でも示したように compares and is not what is said."""
    return clause.link == "you" and "past" not in clause.marks


def _at_a_pause(clause: Clause) -> bool:
    """協議を続けてきた(、と述べた): a clause that ends as a sentence does, not 差はあれ."""
    last = clause.predicate.tokens[-1]
    return clause.predicate.comma and not last.form.startswith(("命令", "仮定"))


def _of_content(mod: Chunk) -> bool:
    """〜との主張の撤回, 〜との共通の認識: a word between what is said and the noun that takes it."""
    return mod.head.norm in cues().nouns or mod.text == "共通"


def _attempted(clause: Clause) -> bool:
    """閉ざそう(とした), 運ぼう(とした)."""
    return "volitional" in clause.marks or clause.predicate.tokens[-1].form == "意志推量形"
