"""The words by which texts date one event by another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Relation(Enum):
    """How the time of an act stands to a dated event: before, at, after it, or at its close."""

    BEFORE = auto()
    AT = auto()
    AFTER = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Words:
    """How one language dates events and refers to them.

    Parameters
    ----------
    after_date : what follows a date that is that of an event; group `kind` is the noun that names it,
        group `verb` (where there is one) the verb that tells it.
    before_date : the same for what stands before a date, ending in `$`.
    mention : a later reference: groups `span` (what takes the date), `names`, `kind`, `relation`.
    proper : proper names that tell events of a kind apart.
    relations : the words of `relation`.
    kinds : nouns that stand for others: a reference by the key means an event of one of the values.
    verbs : the noun for an event that is told by a verb: visited, invaded.
    brief : nouns for what ends in a day or so: what is told after it is told of its last day.
    """

    after_date: re.Pattern[str]
    before_date: re.Pattern[str]
    mention: re.Pattern[str]
    proper: re.Pattern[str]
    relations: Mapping[str, Relation]
    kinds: Mapping[str, frozenset[str]]
    verbs: Mapping[str, str] = field(default_factory=dict)
    brief: frozenset[str] = frozenset()

    def relation(self, match: re.Match[str]) -> Relation:
        """The relation that a mention tells; AT where it only names the event."""
        said = match["relation"]
        relation = self.relations[" ".join(said.lower().split())] if said else Relation.AT
        close = relation is Relation.AFTER and match["kind"].lower() in self.brief
        return Relation.CLOSE if close else relation

    def kind_of(self, word: str) -> str:
        """The noun that a dated word stands for."""
        return self.verbs.get(word.lower(), word.lower())

    def same_kind(self, kind: str) -> frozenset[str]:
        """The nouns by which an event so called may have been dated."""
        return self.kinds.get(kind, frozenset({kind}))


_JA_KINDS = (
    "戦争|紛争|内戦|危機|侵攻|侵略|事件|事故|テロ|クーデター|クーデタ|政変|革命"
    "|空爆|併合|震災|暗殺|武力衝突|衝突"
)
_JA_NAME = "[一-龯々ァ-ヴーA-Za-z・]"
_JA_RELATIONS = {
    "前": Relation.BEFORE, "以前": Relation.BEFORE, "まで": Relation.BEFORE,
    "直前": Relation.AT, "前夜": Relation.AT, "前後": Relation.AT, "直後": Relation.AT, "時": Relation.AT,
    "中": Relation.AT, "の際": Relation.AT, "のさなか": Relation.AT, "の最中": Relation.AT,
    "後": Relation.AFTER, "以降": Relation.AFTER, "以来": Relation.AFTER, "以後": Relation.AFTER,
}  # fmt: skip
_JA_SAID = "|".join(sorted(_JA_RELATIONS, key=len, reverse=True))
_JA = Words(
    after_date=re.compile(
        rf"\s*(?:(?:の|に(?:始まっ|起き|起こっ|発生し|勃発し)た)[^、。「」（）()]{{0,16}}?|{_JA_NAME}{{0,8}}?)"
        rf"(?P<kind>{_JA_KINDS})(?!{_JA_NAME}*(?:条約|協定|決議|裁判|記念|[前後中時]|以[前後降来]))"
    ),
    before_date=re.compile(rf"(?P<kind>{_JA_KINDS})(?:[（(]|(?:は|が))\s*$"),
    mention=re.compile(
        rf"(?P<span>(?P<names>{_JA_NAME}{{0,12}}?)(?P<kind>{_JA_KINDS}|開戦)(?:の?(?:開始|勃発|発生))?の?"
        rf"(?:(?P<relation>{_JA_SAID})(?=に(?:は|なると|なって|も)?|は|、|で(?:は|も)?|も)"
        r"|(?=において|では|に際し|をめぐる攻防で)))"
    ),
    proper=re.compile(
        "[ァ-ヴー]{2,}|[一-龯]{2,}(?=戦争|紛争|内戦|危機|侵攻|事件|で|に|へ|の|を|が)|[A-Z][A-Za-z]+"
    ),
    relations=_JA_RELATIONS,
    kinds={"開戦": frozenset({"戦争", "侵攻", "侵略", "内戦", "紛争", "空爆"})},
)

_EN_EVENTS = (
    "wars?|invasion|crisis|coup|attacks?|uprising|revolution|annexation|bombings?|blockade|standoff|clash(?:es)?"
    "|earthquake|massacre|ceasefire|armistice|assassination|shootdown"
)
_EN_MEETINGS = "summit|trip|meeting|talks|visit|conference|negotiations"
_EN_RELATIONS = {
    "before": Relation.BEFORE, "prior to": Relation.BEFORE, "ahead of": Relation.BEFORE,
    "in the run-up to": Relation.BEFORE, "until": Relation.BEFORE, "up to": Relation.BEFORE,
    "on the eve of": Relation.AT, "during": Relation.AT, "over the course of": Relation.AT,
    "in the course of": Relation.AT, "throughout": Relation.AT, "at": Relation.AT,
    "at the time of": Relation.AT,
    "shortly before": Relation.AT, "just before": Relation.AT, "shortly after": Relation.AT,
    "just after": Relation.AT, "immediately after": Relation.AT, "on the sidelines of": Relation.AT,
    "at the end of": Relation.CLOSE,
    "after": Relation.AFTER, "following": Relation.AFTER, "since": Relation.AFTER,
    "in the aftermath of": Relation.AFTER, "in the wake of": Relation.AFTER,
}  # fmt: skip
_EN_SAID = "|".join(sorted((k.replace(" ", r"\s+") for k in _EN_RELATIONS), key=len, reverse=True))
_EN_VERBS = {
    "visited": "visit", "traveled": "visit", "travelled": "visit", "flew": "visit", "met": "meeting",
    "invaded": "invasion", "attacked": "attack", "annexed": "annexation", "bombed": "bombing",
}  # fmt: skip
_EN_SMALL = (  # words that do not stand between a date and the event that it is the date of
    r"(?:the|an?|in|on|of|at|before|after|during|since|until|and|or|to|as|by|for|with|when"
    r"|that|this|its|his|her|their)\b"
)
_EN = Words(
    after_date=re.compile(
        rf"\s+(?:(?!{_EN_SMALL})[\w-]+\s+){{0,2}}?(?P<kind>{_EN_EVENTS}|{_EN_MEETINGS})\b"
        rf"|,\s+[^,.;]{{0,60}}?\b(?P<verb>{'|'.join(_EN_VERBS)})\b"
    ),
    before_date=re.compile(
        rf"\b(?P<kind>{_EN_EVENTS}|{_EN_MEETINGS})"
        r"(?:\s+(?:of|in|on|held|that\s+(?:began|broke\s+out|started)\s+(?:in|on))|\s*\()\s*$"
    ),
    mention=re.compile(
        rf"\b(?P<span>(?P<relation>{_EN_SAID})\s+(?:the|this|that|their|his|her)\s+(?P<names>(?:[\w-]+\s+){{0,3}}?)"
        rf"(?P<kind>{_EN_EVENTS}|{_EN_MEETINGS})\b)(?!\s+(?:of|in|on|with|between|against)\b)",
        re.IGNORECASE,
    ),
    proper=re.compile(r"\b[A-Z][A-Za-z]+"),
    relations=_EN_RELATIONS,
    kinds={"trip": frozenset({"visit"}), "talks": frozenset({"talks", "meeting", "summit", "visit"})},
    verbs=_EN_VERBS,
    brief=frozenset(_EN_MEETINGS.split("|")),
)

WORDS: dict[str, Words] = {"ja": _JA, "en": _EN}
