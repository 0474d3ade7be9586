"""Which clause a condition, reason or purpose bears on, and which phrase belongs to which."""

from __future__ import annotations

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.sentence import Unit


def ruled(clause: Clause) -> Clause | None:
    """The clause that this one bears on: its parent, or what the parent quotes right after it.

    In 挑発をやめない限り対話に応じないと述べた the condition hangs on 述べた but bears on 応じない.
    """
    above = clause.parent
    if above is None or clause.relation != "chain":
        return above
    said = [c for c in above.children if c.relation in ("quote", "complement") and c.start >= clause.end]
    return min(said, key=lambda c: c.start, default=above)


def bearing_on(clause: Clause) -> list[Clause]:
    """The clauses before a clause that bear on it, its own children first."""
    above = clause.parent
    beside = above.children if above is not None and clause.relation != "chain" else []
    return [*clause.children, *(c for c in beside if c is not clause and ruled(c) is clause)]


def viewpoint(clause: Clause) -> bool:
    """韓国から見れば, 当事国にしてみれば, 早ければ: what names whose view or by when it is, no condition."""
    if clause.link not in ("ba", "to", "tara"):
        return False
    last = clause.args[-1].case if clause.args else ""
    seen = (clause.lemma, last) in (("為る", "に"), ("見る", "から")) and clause.argument("を") is None
    return (seen and not clause.children) or clause.lemma in ("早い", "遅い")


def the_more(clause: Clause, unit: Unit) -> Clause | None:
    """対立が深まれば深まるほど、: the second verb of a measure, which the first repeats."""
    above = clause.parent
    if clause.link != "ba" or above is None or above.parent is None or above.relation != "chain":
        return None
    return (
        above if any(t.start == above.end and t.surface == "ほど" for t in unit.parse.words.tokens) else None
    )


def supposed(clause: Clause) -> bool:
    """そうだとすると, 〜とすれば: a condition taken over from what was said."""
    said = any(c.relation == "quote" for c in clause.children)
    return said and clause.lemma == "為る" and clause.link in ("to", "ba")


def condition_span(clause: Clause) -> tuple[int, int]:
    """The words of a condition, with what is taken over where it is a supposition."""
    first = [c.start for c in clause.children] if supposed(clause) else []
    return min([clause.start, *first]), clause.end


def worded(phrase: Chunk) -> str:
    """The words of a phrase with what modifies it: このため, その際."""
    return "".join(m.text for m in phrase.mods) + phrase.text


def holds(phrases: list[Chunk], phrase: Chunk) -> bool:
    """Whether a phrase is among others, modifies one of them, or is listed with one."""
    for each in phrases:
        if each is phrase or (each.mods and holds(each.mods, phrase)):
            return True
        if each.joined and holds(each.joined, phrase):
            return True
    return False
