"""Verbs that demand only where it is told what is demanded: 停戦を訴える, but not 危険は高いと訴える."""

from __future__ import annotations

import re

from detente.coding.ja.clauses import Clause

_ASKED = re.compile("べき|必要|なければ|ねば|ほしい|欲しい|ください|求め|しよう|せよ|望む|たい|を$")
_PRESSING = frozenset({"訴える", "迫る"})


def pressed(clause: Clause) -> bool:
    """Whether it is told what is asked for: not of 危険は高いと訴えた, 首都に迫った."""
    if clause.argument("を") is not None or clause.passive:
        return True
    told = [c for c in clause.children if c.relation in ("quote", "complement")]
    quoted = clause.argument("と", "")
    words = [c.predicate.text + c.lemma for c in told if c.link == "you" or c.marks & {"obligation", "want"}]
    return bool(words) or (quoted is not None and _ASKED.search(quoted.text) is not None)


def presses(key: str) -> bool:
    """Whether a verb is one of those that demand only so."""
    return key in _PRESSING
