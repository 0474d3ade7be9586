"""Words that end in a full stop without ending a sentence."""

from __future__ import annotations

import re

NEVER_END = frozenset(
    # English titles and words that something always follows
    """mr mrs ms messrs dr prof gen sen rep gov lt col capt cmdr sgt adm maj hon rev pres amb st ft mt vs cf viz
    e.g i.e ca approx art arts sec secs fig figs vol vols ed eds ch para paras res stat con supp doc docs cong
    jan feb mar apr jun jul aug sep sept oct nov dec h.res s.res h.con.res s.con.res h.r
    """.split()
    # Russian words that something always follows
    + "им ул пр-т д стр рис см ст гл разд акад проф ген тов пос обл св т т.е п пп н напр адм полк пол зам нач".split()
)
"""Lower case, without the last full stop."""

BEFORE_NUMBER = frozenset("no nos p pp № n art ch sec sect vol op cit".split())
"""Abbreviations only before a number; elsewhere words of their own (No. …)."""

MAY_END = frozenset(
    "u.s u.k u.n e.u u.s.s.r d.c a.m p.m jr sr inc ltd corp co etc al seq ph.d b.a m.a ret dept est "
    "г гг в вв руб долл тыс млн млрд трлн др пр проч т.д т.п т.к н.э э экз чел км кг".split()
)
"""Abbreviations that end a sentence where a word follows that often begins one."""

STARTERS = frozenset(
    """the a an it its in on at of to for from by with this that these those there he she they we i you his her their
    our but and or so yet as if when while after before since although though however moreover meanwhile instead
    nevertheless finally then thus also such some many most all both each no not what who how why where under during
    despite according in addition
    в во на это эта этот эти он она оно они мы я вы но и а с со к для так также если как об о за из от до не по при
    после однако кроме таким тем поэтому вместе ранее позже затем сегодня именно между тогда когда все всё
    согласно""".split()
)
"""Words, lower case, that begin a sentence more often than they go on with a name."""

_TOKEN = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]+(?:-[^\W\d_]+)?\.?$|№$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"\-.])[A-ZА-ЯЁ]$")
_NEXT = re.compile(r"[\s«“\"„(\[]*([^\W_]+)")


def holds(before: str, after: str) -> bool:
    """Whether the full stop between `before` and `after` belongs to an abbreviation.

    `before` ends right before the stop and `after` begins right behind it.
    """
    token = _TOKEN.search(before)
    if not token:
        return False
    word = re.sub(r"\s", "", token.group()).lower().rstrip(".")
    follower = _NEXT.match(after)
    following = follower.group(1) if follower else ""
    begins_sentence = following.lower() in STARTERS
    if word in BEFORE_NUMBER and following[:1].isdigit():
        return True
    if word in MAY_END or "." in word and len(word) <= 7 and word not in NEVER_END:
        return not begins_sentence if word not in ("т.д", "т.п", "др", "проч") else not following[:1].isupper()
    if word in NEVER_END or word.rpartition(".")[2] in NEVER_END and "." in word:
        return True
    return bool(_INITIAL.search(before)) and following[:1].isalpha()
