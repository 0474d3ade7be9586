"""Documents in the first person: whose speech it is, and which of its sentences commit the speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.ja.clauses import Clause
from detente.coding.ja.scene import Scene
from detente.coding.ja.subjects import previous_clause
from detente.coding.ja.words import word_set
from detente.ontology import mentions
from detente.reading import Document

_SELF = re.compile("我が国|わが国|私[はもがの、]|私たち|私ども|わたし|われわれ|我々")
_POLITE = re.compile("(?:です|ます|ません|ました|でした|ましょう)[。]")
_QUOTED = re.compile("「[^」]*」")
_GOING_ON = re.compile("[てで](?:まいり|参り|いき|行き)ま(?:す|せ)|[てで](?:いただき|頂き)ま")
_NEEDS = word_set("必要 重要 不可欠 大切 肝要 急務 責務 使命 責任 義務 課題")
_VOWS = word_set("誓う 約束する 期する 願う 望む 期待する 求める 訴える 呼び掛ける 決意する 確信する")
_PROMISES = word_set("誓う 約束する 決意する")
_HUMBLE = word_set("申し上げる 致す")
_PROMISED = re.compile("決意(?:です|であります|でございます)|変わ(?:る|り)(?:こと)?は?(?:あり|ござい)ません")
_SHORT, _LONG, _OFTEN = 40, 80, 0.5


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a document of the first person; `signed` holds (place, speaker) of its signatures."""

    signed: tuple[tuple[int, tuple[str, ...]], ...]

    def speaker(self, at: int) -> tuple[str, ...]:
        """The speaker of the words at a place: whoever signs next after it, else who signed or spoke last."""
        after = [who for place, who in self.signed if place >= at]
        return after[0] if after else self.signed[-1][1] if self.signed else ()


def voice_of(document: Document) -> Voice | None:
    """The voice of a speech or message in the first person; None for a text that speaks of others."""
    text = document.repaired.text
    own = _QUOTED.sub("", text)
    sentences, polite = own.count("。"), len(_POLITE.findall(own))
    if len(_SELF.findall(own)) < 2 or not sentences or polite / sentences < _OFTEN:
        return None
    return Voice(tuple(_signatures(document)))


def _signatures(document: Document) -> list[tuple[int, tuple[str, ...]]]:
    """Lines that give an office with its holder: 内閣総理大臣・安倍晋三."""
    found = []
    for passage in document.passages:
        start, end = passage.repaired_start, passage.repaired_end
        line = document.repaired.text[start:end]
        if end - start <= _SHORT and not line.endswith("。"):
            people = mentions(re.sub(r"[\s　・]", "", line), "ja", document.date)
            named = [m.actors for m in people if m.kind == "person" and m.actors]
            if named:
                found.append((start, named[-1]))
    return found


def commits(scene: Scene) -> tuple[Clause, int, int] | None:
    """The main clause of a sentence that resolves, vows or calls for something, with its span."""
    main = _main(scene)
    if main is None or not (_resolves(main, scene) or _calls(main)):
        return None
    return main, _begin(main, scene.sentence.units[0].clauses), main.predicate.stop


def vow(scene: Scene) -> tuple[Clause, int, int] | None:
    """The main clause of a sentence that promises what the speaker himself will do, with its span."""
    main = _main(scene)
    if main is None:
        return None
    tail = scene.text(main.predicate.start, main.predicate.stop)
    promised = _GOING_ON.search(tail) or _PROMISED.search(tail)
    if promised is None and meant(main).lemma not in _PROMISES:
        return None
    return main, _content(meant(main)), main.predicate.stop


def meant(clause: Clause) -> Clause:
    """The clause with the verb that is meant, where its own is but a humble one: お誓い申し上げます."""
    return (previous_clause(clause) or clause) if clause.lemma in _HUMBLE else clause


def _main(scene: Scene) -> Clause | None:
    """The main clause of a sentence, where it is not told of the past."""
    clauses = reversed(scene.sentence.units[0].clauses)
    main = next((c for c in clauses if c.relation == "chain" and c.link in ("final", "")), None)
    return None if main is None or "past" in main.marks else main


def _begin(main: Clause, clauses: list[Clause]) -> int:
    """Where a commitment begins: with the chain before it while it is short, occasions left out."""
    begin = _content(main)
    for clause in reversed([c for c in clauses if c.relation == "chain" and c.end <= main.predicate.start]):
        if clause.link not in ("te", "renyo", "while") or main.predicate.stop - _content(clause) > _LONG:
            break
        begin = min(begin, _content(clause))
    return begin


def _content(clause: Clause) -> int:
    """Where a clause begins without the phrases of time and place."""
    told = [a.extent for a in clause.args if not a.temporal and a.case not in ("おいて", "で", "際して")]
    inner = [c.start for c in clause.predicate.clauses]
    return min([*told, *inner, clause.predicate.start])


def _resolves(main: Clause, scene: Scene) -> bool:
    tail = scene.text(main.predicate.start, main.predicate.stop)
    vowed = main.lemma in _VOWS or any(c.lemma in _VOWS and c.end <= main.start for c in main.children)
    never = main.negative and ("potential" in main.marks or "obligation" in main.marks)
    wished = bool(main.marks & {"planned", "want"})
    return wished or vowed or never or _GOING_ON.search(tail) is not None


def _calls(main: Clause) -> bool:
    named = [main.predicate.head.norm, main.lemma] if main.predicate.tokens else [main.lemma]
    return "obligation" in main.marks or any(word in _NEEDS for word in named)
