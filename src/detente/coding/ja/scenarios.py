"""Which paragraphs spell out a scenario: there what is told in the plain present is still to come."""

from __future__ import annotations

import re

from detente.coding.ja.clauses import Clause
from detente.coding.ja.sentence import Sentence
from detente.coding.ja.speech import cues
from detente.reading import Document

_REACH = 3  # paragraphs, of one or two sentences each in analysis made for reading on a screen
_NUMBER = "[0-9０-９①-⑨一二三四五六A-ZＡ-Ｚ]"
_OPENS = re.compile(
    rf"^[<＜【（(■◆●○・\s]*(?:シナリオ(?:その)?\s?{_NUMBER}|第\s?{_NUMBER}の(?:シナリオ|ケース)"
    rf"|.{{0,24}}シナリオ(?:で)?は|{_NUMBER}案[:：]|(?:最悪|最善|最も.{{2,12}})のケース(?:で)?は)"
)
_ORDINAL = re.compile(r"^第[二三四五六七２-７2-7]に[、は]")
_STATES = frozenset(
    {"有る", "無い", "居る", "だ", "成る", "言う", "思う", "出来る", "為る", "分かる", "違う"}
)
_OPEN_MARKS = frozenset({"past", "progressive", "potential", "obligation", "want", "reported"})


def spelled_out(document: Document) -> frozenset[int]:
    """The paragraphs that open a scenario or follow right on from one."""
    found: set[int] = set()
    until = -1
    for passage in document.passages:
        text = document.repaired.text[passage.repaired_start : passage.repaired_end]
        goes_on = passage.paragraph <= until + 1 and _ORDINAL.match(text)
        if _OPENS.match(text) or goes_on:
            until = passage.paragraph + _REACH
        if passage.paragraph <= until:
            found.add(passage.paragraph)
    return frozenset(found)


def happens(sentence: Sentence) -> Clause | None:
    """The main clause of a sentence, where it tells an act or a change in the plain present."""
    main = [c for c in sentence.units[0].clauses if c.relation == "chain" and c.link == "final"]
    if not main:
        return None
    last = main[-1]
    stative = last.lemma in _STATES or last.predicate.tokens[0].pos.startswith("形")
    telling = last.lemma in cues().saying and not last.passive
    return None if stative or telling or last.marks & _OPEN_MARKS else last
