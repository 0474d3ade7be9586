"""Positions out of somebody's own words: what they demand, refuse, promise or judge in saying it."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.codes import is_state, state_of, states_of, together
from detente.coding.ja.actors import Actors
from detente.coding.ja.clauses import Clause
from detente.coding.ja.content import is_intent
from detente.coding.ja.draft import Draft
from detente.coding.ja.lexicon import lemmas, table
from detente.coding.ja.said import Said, key_of
from detente.coding.ja.scene import Scene
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import own_subject
from detente.coding.ja.words import word_set

_SHORTEST, _LONG, _FEW = 6, 60, 16
_CORE = frozenset({"を", "に", "と", "対して", "よう"})
_WILLED = frozenset({"want", "obligation", "volitional", "planned"})
# 関係を断絶すると発表した tells an act, not a stand
_ANNOUNCING = frozenset(
    {"発表する", "公表する", "伝える", "通知する", "通告する", "布告する", "宣言する", "言明する"}
)
# 「重要だ」としたうえで「自制すべきだ」と述べた: what leads up to what is said
_LEADING = frozenset({"renyo", "上", "うえ", "while", "ga", "tomoni", "te"})
_SELF = word_set("我々 われわれ 我が国 わが国 私 私たち わたし わたしたち 双方 両国 両政府 政府 当方")
_STATES = word_set("有る 居る だ 成る 無い 出来る 分かる 続く 増える")


@lru_cache(maxsize=1)
def values() -> re.Pattern[str]:
    """Words of judgement that make somebody's words a stand."""
    return re.compile("|".join(table("positions")["values"]))


@lru_cache(maxsize=1)
def _sympathy() -> re.Pattern[str]:
    return re.compile("|".join(table("positions")["sympathy"]))


@lru_cache(maxsize=1)
def _standing() -> frozenset[str]:
    return lemmas(table("positions")["sayings"])


def of_statement(said: Said, scene: Scene, actors: Actors) -> Draft | None:
    """A position out of a statement whose verb or whose words take a stand."""
    words = scene.text(said.start, said.end)
    if not said.speaker or len(words) < _SHORTEST or _sympathy().search(words):
        return None
    holder = together(said.speaker)
    own = said.rule == "voice" or said.rule in ("regarded/as", "regarded/standing")
    verb = own or (said.clause is not None and _stands(said.clause))
    judged = values().search(words) is not None
    coded = (is_state(state_of(holder)) or "+" in holder) and not _leads_up(said)
    if not (verb or judged or (coded and _willed(said, scene, actors))):
        return None
    start, end = _span(said, scene)
    fields = {"actor": holder, "stance": words, "reasons": (), "reason_spans": (), "hedged": False}
    return Draft(
        "position", start, end, 0.55 if verb else 0.5 if judged else 0.4, "ja.position.statement", fields
    )


def _stands(clause: Clause) -> bool:
    """抗議した, and 動きを否定する声明を出した: the verb of saying or that of the paper takes a stand."""
    papers = [a for a in clause.args if a.case == "を" and a.text.endswith(cues().papers)]
    return any(key_of(c) in _standing() for c in (clause, *(c for a in papers for c in a.clauses)))


def _leads_up(said: Said) -> bool:
    clause = said.clause
    return clause is not None and clause.lemma == "為る" and clause.link in _LEADING


def _willed(said: Said, scene: Scene, actors: Actors) -> bool:
    """Whether what is said is wished, ought to be, or is still to be done by the one who says it."""
    told = _said_clauses(said, scene)
    last = told[-1] if told else None
    open_marks = {"past", "hedged", "possible", "feared", "predicted"}
    if last is None or last.marks & open_marks:
        return False
    if "progressive" in last.marks and not (last.negative and said.direct):
        return False
    if "progressive" in last.marks and not last.lemma.endswith("する"):  # 変わっていない
        return False
    announced = said.clause is not None and key_of(said.clause) in _ANNOUNCING
    if last.marks & _WILLED or last.link == "you" or (said.direct and not announced):
        return True
    if last.relation == "complement" and is_intent(last.modified):
        return True
    own = own_subject(last)
    if own is not None and own.text not in _SELF:
        own_states = states_of(actors.refer(own) or ())
        if not own_states or not set(own_states) <= set(states_of(said.speaker)):
            return False
    return not announced and (last.lemma not in _STATES and last.predicate.tokens[0].pos != "形容詞")


def _said_clauses(said: Said, scene: Scene) -> list[Clause]:
    """The clauses of what is said: those of the quotation, or those that the verb of saying takes."""
    if said.direct:
        unit = next((u for u in scene.sentence.units if u.kind == "quote" and u.start == said.start), None)
        return [c for c in unit.clauses if c.relation == "chain"] if unit is not None else []
    if said.clause is None:
        return []
    taken = [c for c in said.clause.children if c.relation == "quote" or c.link in ("you", "to")]
    return taken or [c for a in said.clause.args for c in a.clauses if c.relation in ("complement", "quote")]


def _span(said: Said, scene: Scene) -> tuple[int, int]:
    """What is said: a quotation without its marks, reported words with their verb but without the speaker."""
    if said.direct:
        clause = said.clause
        of_something = clause is not None and (_stands(clause) or key_of(clause) in cues().viewing)
        if clause is not None and of_something and said.end - said.start <= _FEW:
            return said.start, max(said.end, clause.end)  # 「重大な過ちだ」と制裁を非難した
        first, last = scene.text(said.start, said.start + 1), scene.text(said.end - 1, said.end)
        return said.start + (first in "「『“"), said.end - (last in "」』”")
    clause = said.clause
    if clause is None or said.rule == "voice":
        return said.start, said.end
    begin = said.content[0] if said.content[1] > said.content[0] else said.start
    if said.rule == "reported/act":
        begin = min((a.extent for a in clause.args if a.case in _CORE and not a.topic), default=begin)
    begin = max(begin, said.start)
    told, teller = _said_clauses(said, scene), clause.topic
    outer = teller is not None and teller.topic == "は" and not teller.case
    if teller is not None and outer and begin <= teller.start and teller.stop < said.end - _FEW:
        begin = teller.stop + (scene.text(teller.stop, teller.stop + 1) == "、")
    if len(told) == 1 and said.end - begin > _LONG and said.rule.startswith("reported/"):
        begin = _bare_start(told[0], begin)
    return begin, said.end


def _bare_start(clause: Clause, start: int) -> int:
    """テロに関与したと主張した: without the long clauses that say what terror it was."""
    parts = [a for a in clause.args if not a.topic and (a.case in _CORE or a.case == "が")]
    return min((min([a.start, *(m.start for m in a.mods)]) for a in parts), default=start)
