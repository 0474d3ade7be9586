"""Which entry of the codebook fits the words that stand with an act."""

from __future__ import annotations

import re

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.heads import Heads, noun_entries
from detente.coding.ja.objects import marked, with_particle
from detente.coding.ja.words import word_set

_AT_HOME = re.compile("(?<![米英仏独中韓露伊印豪加])国内")  # 国内の批判, not 米国内の資産
_PAPERS = word_set("決議 決議案 声明 談話 書簡 覚書 通牒 議案 公開書簡")


def first_fit(noun: Chunk, clause: Clause | None, heads: Heads) -> Entry | None:
    """The entry that a noun is coded by; 制裁再開, 離脱表明: what is told of stands before the telling."""
    found = best(noun_entries(heads, noun.tokens), clause, noun)
    if found is None and len(noun.tokens) > 1 and noun.tokens[-1].norm in heads.words.get("telling", ()):
        told = noun_entries(heads, noun.tokens[:-1])
        return best(told, clause, noun)
    return found


def best(entries: list[Entry], clause: Clause | None, noun: Chunk | None) -> Entry | None:
    """The entry that fits with the longest of the words it asks for; the first of those that ask for none."""
    fitting = [e for e in entries if fits(e, clause, noun)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    text = surroundings(clause, noun)
    return max(fitting, key=lambda e: max((len(w) for w in e.object if w in text), default=0))


def fits(entry: Entry, clause: Clause | None, noun: Chunk | None) -> bool:
    """Whether the words that an entry asks for, or forbids, stand with the act."""
    if not entry.object and not entry.without:
        return True
    text = surroundings(clause, noun)
    if with_particle(entry.object) or with_particle(entry.without):
        text += " " + marked(clause)
    if entry.object and not any(w in text for w in entry.object):
        return False
    return not any(w in text for w in entry.without if w != "国内" or _AT_HOME.search(text))


def surroundings(clause: Clause | None, noun: Chunk | None) -> str:
    """The words that stand with an act: its compound, its objects and what modifies them."""
    parts: list[str] = []
    if noun is not None:
        parts += [noun.text, *(m.text for m in noun.mods), *(j.text for j in noun.joined)]
    if clause is not None:
        parts.append(clause.predicate.text)
        for arg in clause.args:
            if arg is not noun and (arg.case or arg.topic):
                parts += [m.text for m in arg.mods] + [j.text for j in arg.joined] + [arg.text]
                parts += [_inside(c) for c in arg.clauses if c.relation in ("complement", "quote")]
                if arg.head.norm in _PAPERS:  # 撤兵を求める決議: what a paper says
                    parts += [_inside(c) + arg.text for c in arg.clauses if c.relation == "relative"]
        parts += [_inside(c) for c in clause.children if c.relation in ("complement", "quote")]
        parts += ["よう" for c in clause.children if c.link == "you"]
        if clause.relation == "relative" and clause.modified is not None:
            parts.append(clause.modified.text)
    return " ".join(parts)


def _inside(clause: Clause) -> str:
    """The words of a clause that another holds as its content: 渡航を控える, 部隊を 国境に進める."""
    words = [w for arg in clause.args for w in (*(m.text for m in arg.mods), arg.text + arg.case)]
    return " ".join(words) + clause.predicate.text
