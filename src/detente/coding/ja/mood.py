"""How a clause puts what it says: as fact, plan, prediction, possibility, or as denied; and who holds it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.words import word_set
from detente.findings import Modality

_BY_MARK = (
    ("unlikely", Modality.PREDICTED_NOT),
    ("feared", Modality.HYPOTHETICAL),
    ("possible", Modality.HYPOTHETICAL),
    ("whether", Modality.HYPOTHETICAL),
    ("scheduled", Modality.SCHEDULED),
    ("planned", Modality.PLANNED),
    ("resolved", Modality.PLANNED),
    ("predicted", Modality.PREDICTED),
    ("obligation", Modality.HYPOTHETICAL),
    ("want", Modality.PLANNED),
    ("volitional", Modality.PLANNED),
)


class _Words(NamedTuple):
    """The word lists of mood.yaml: connectives of condition, and what nouns and verbs make of an act."""

    conditions: frozenset[str]
    nouns: dict[str, Modality]
    verbs: dict[str, Modality]


_THINKING = frozenset({"考える", "思う", "想定する", "予想する"})
_JOINING = frozenset({"加わる", "参加する", "同調する", "加担する", "与する"})


@lru_cache(maxsize=1)
def _words() -> _Words:
    data = table("mood")
    nouns = {w: Modality(name) for name, words in data["nouns"].items() for w in str(words).split()}
    verbs = {verb_key(w): Modality(name) for name, words in data["verbs"].items() for w in str(words).split()}
    return _Words(word_set(str(data["conditions"])), nouns, verbs)


class Mood(NamedTuple):
    """The modality of a clause; `hedged` for 〜とみられる, `negated` where the predicate is."""

    modality: Modality
    hedged: bool
    negated: bool

    @property
    def actual(self) -> bool:
        """Whether the text says that it happened or goes on."""
        return self.modality is Modality.ASSERTED


ASSERTED = Mood(Modality.ASSERTED, False, False)


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
    if clause.link in _words().conditions or clause.link == "asif":
        return Modality.HYPOTHETICAL
    if "attempt" in clause.marks and _future(clause):
        return Modality.PLANNED
    if _future(clause) and "hedged" in clause.marks and _mode_will(clause):
        return Modality.PREDICTED
    if _future(clause) and any(
        c.link in _words().conditions and c.relation == "chain" for c in clause.children
    ):
        return Modality.HYPOTHETICAL
    return Modality.ASSERTED


def _future(clause: Clause) -> bool:
    return not clause.marks & {"past", "progressive", "repeated"}


def _mode_will(clause: Clause) -> bool:
    return clause.predicate.lemma != "だ" or clause.predicate.text in ("こと", "事")  # 弱まることであろう


def _from_above(clause: Clause) -> Modality:
    """What the noun or verb that a clause is embedded in makes of it."""
    parent = clause.parent
    assert parent is not None
    if clause.relation != "chain" and clause.modified is not None and _future(clause):
        found = _words().nouns.get(clause.modified.head.norm)
        if found is not None:
            return found
    if clause.link == "you" and "past" not in clause.marks:
        return Modality.PLANNED if parent.lemma in _words().verbs else Modality.ASSERTED
    if (
        clause.link in ("ため", "為")
        and _future(clause)
        and clause.lemma not in ("有る", "無い", "居る", "だ")
    ):
        return Modality.PLANNED
    if clause.relation in ("complement", "quote") and _future(clause):
        if clause.relation == "quote" and doubts(parent):
            return Modality.PREDICTED_NOT
        above = _own(parent)
        if above in (Modality.HYPOTHETICAL, Modality.PREDICTED_NOT, Modality.PREDICTED):
            return above
        return _words().verbs.get(parent.lemma, Modality.ASSERTED)
    if clause.relation == "chain" and clause.link in ("te", "renyo") and _future(clause):
        inherited = _own(parent)
        return inherited if inherited is not Modality.ASSERTED and _future(parent) else Modality.ASSERTED
    return Modality.ASSERTED


def doubts(clause: Clause) -> bool:
    """当面は考えにくい, 想定できない: a verb of thinking that holds what it quotes to be unlikely."""
    return clause.lemma in _THINKING and bool(clause.marks & {"potential", "negative"})


def noun_mood(noun: Chunk, clause: Clause) -> Mood:
    """The mood of an act that is only named: planned or feared where the verb over it makes it so."""
    case = noun.case
    if case == "に" and clause.negative and clause.lemma in _JOINING:  # 対露制裁に加わらない
        return Mood(Modality.DENIED, False, True)
    if case in ("が", "") and clause.lemma == "無い" and any(arg is noun for arg in clause.args):
        return Mood(Modality.DENIED, False, True)  # 首脳の会談はなかった
    if case == "向けて":  # 完全な非核化に向けて
        return Mood(Modality.PLANNED, False, False)
    if case in ("を", "が", "に", "") and not noun.temporal and any(arg is noun for arg in clause.args):
        above = _words().verbs.get(clause.lemma)
        if above is not None and (case != "が" or clause.passive):
            return Mood(above, False, False)
    if noun.adnominal and case in ("の", "へ"):
        follower = next((c for c in modified_by(noun, clause)), None)
        if follower is not None and follower.head.norm in _words().nouns:
            return Mood(_words().nouns[follower.head.norm], False, False)
    return Mood(Modality.ASSERTED, False, False)


def modified_by(noun: Chunk, clause: Clause) -> list[Chunk]:
    """The phrases of a clause that a noun modifies, directly or through others."""
    found: list[Chunk] = []
    pool = [*clause.args, clause.predicate]
    while pool:
        chunk = pool.pop()
        if any(m is noun for m in chunk.mods):
            found.append(chunk)
        pool += chunk.mods + chunk.joined
    return found
