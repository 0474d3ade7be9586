"""The noun that names an act under a light verb: 協議を行う, 協議が行われた, 両国が行った協議."""

from __future__ import annotations

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.fitting import first_fit, fits
from detente.coding.ja.heads import Heads, noun_entries
from detente.coding.ja.subjects import own_subject

FORCED = frozenset({"強いる", "追い込む", "余儀無いする"})  # 撤退を強いられる: what he does who bears it
_INTRANSITIVE = ("が", "は", "も", "")


def light_noun(clause: Clause, key: str, heads: Heads) -> tuple[Chunk, Entry] | None:
    """The noun of an act under a light verb: 協議を行う, 協議が行われた, 協議が始まる."""
    cases: tuple[str, ...] = ()
    if key == "受ける" and _following(clause):
        return None
    if key == "為る" and clause.args and clause.args[-1].case == "を":  # 電話会談をした, not 柱とする
        cases = ("を",)
    if key in heads.light.get("を", ()):
        cases = _INTRANSITIVE if clause.passive else ("を",)
        if clause.predicate.tail.link == "adnominal" and clause.modified is not None:
            relative = _relative_noun(clause, heads)
            if relative is not None:
                return relative
    if key in heads.light.get("が", ()):
        cases = (*cases, *_INTRANSITIVE)
    if key in heads.light.get("に", ()):
        cases = (*cases, "に", "へ")
    if key in heads.light.get("と", ()):
        cases = (*cases, "と")
    if key in heads.light.get("で", ()):
        cases = (*cases, "で")
    if key in FORCED and clause.passive:
        cases = ("を", "に")
    for case in cases:
        for arg in reversed(clause.args):
            if arg.case != case or (case == "" and (not arg.topic or arg.temporal)):
                continue
            if (inner := _told_by(arg, heads)) is not None:
                return inner
            entry = first_fit(arg, clause, heads)
            if entry is not None:
                return arg, entry
    return None


def _following(clause: Clause) -> bool:
    """併合を受け、各国は…: what came first, not what the next clause's subject bore."""
    opening = clause.predicate.comma and clause.link in ("renyo", "te") and clause.argument("から") is None
    return opening and own_subject(clause) is None


def _told_by(arg: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """抗議の申し入れを行う, 離脱の意向を示す: the act under a noun that only tells of it."""
    if arg.head.norm not in heads.words.get("telling", ()):
        return None
    for mod in reversed(arg.mods):
        if mod.case == "の" and (entry := first_fit(mod, None, heads)) is not None:
            return mod, entry
    return None


def _relative_noun(clause: Clause, heads: Heads) -> tuple[Chunk, Entry] | None:
    """両国が行った協議: the noun that the light verb's clause modifies."""
    noun = clause.modified
    if noun is None or clause.argument("を") is not None or clause.relation != "relative":
        return None
    entry = next((e for e in noun_entries(heads, noun.tokens) if fits(e, clause, noun)), None)
    return (noun, entry) if entry is not None else None
