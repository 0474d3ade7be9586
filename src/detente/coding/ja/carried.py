"""When an act happened that has no date of its own: at the time that the text has reached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from detente.coding.dates import Running, is_after
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.scene import Scene
from detente.findings import Modality
from detente.reading import Document

_STATEMENT = re.compile(
    r"(?:宣言|共同声明|共同発表|共同文書|共同プレス|コミュニケ|プレス・?リリース|報道発表|合意文書|議長声明)"
    r"(?:[（(][^）)]*[）)])?$"
)
# words that lead away from the time of the sentence before
_AWAY = re.compile(
    "以前|かつて|従来|これまで|それまで|近年|最近|長年|長らく|もともと|元々|今後|将来|歴史的|伝統的|既に|すでに"
    "|先立|当初|時代|世紀|年代|戦後|戦前|冷戦|年[来間]|[か月週]月間|たびに|たび重|再三|繰り返し|相次|次第に"
)
_LATER = re.compile("(?:^|、)(?:その後|のちに|後に)(?=[、にはも])")
_OWN_VOICE = "voice"  # what a speaker does by speaking
_QUOTED = re.compile("「[^」]*」")
_CONTENT = ("quote", "complement")
_SAYING = frozenset({"述べる", "語る", "話す", "言う"})  # in 述べている too: said once
_RUNNING_ON = frozenset({"te", "renyo", "while", "tomoni", "一方", "ほか", "shi", "うえ", "上"})
_LASTING = frozenset({"progressive", "repeated"})
_BEING = frozenset({"有る", "居る", "無い", "だ", "成る"})  # 背景には警戒があった


@dataclass(slots=True)
class Carried:
    """Dates the acts of a document's main line that the text tells without a date."""

    document: Document
    running: Running = field(default_factory=Running)

    def take(self, scene: Scene, acts: list[Draft], statements: list[Draft]) -> None:
        """Date the undated acts and statements of a sentence, then let its own date carry on."""
        self._enter(scene)
        clauses = scene.sentence.units[0].clauses
        main = next((c for c in reversed(clauses) if c.relation == "chain"), None)
        if main is None:
            return
        for act in acts:
            own = act.fields["date"]
            ahead = own is not None and act.fields["actual"] and self.running.ahead(own)
            if ahead and _in_main_line(act, clauses):
                act.fields["date"] = None
        for own in (*acts, *statements):
            if scene.written and own.fields["date"] is None and own.rule.endswith(_OWN_VOICE):
                own.fields["date"] = scene.written
        self._fill(scene, main, acts, statements)
        day = scene.written or self.document.date
        for act in acts:
            if is_after(act.fields["date"], day) and not _told_past(act, clauses):
                _put_off(act)
        date = scene.date_of(main.start, main.predicate.stop) if _past(main) else None
        if date is not None:
            self.running.told(date.edtf)

    def _enter(self, scene: Scene) -> None:
        section = scene.passage.section
        title = section[-1] if section else self.document.title or ""
        self.running.enter(
            (section, scene.written),
            scene.passage.paragraph,
            written=scene.written or self.document.date,
            fixed=_STATEMENT.search(title.strip()) is not None,
        )

    def _fill(self, scene: Scene, main: Clause, acts: list[Draft], statements: list[Draft]) -> None:
        """Give the running date to what the main line of a sentence tells without one."""
        clauses = scene.sentence.units[0].clauses
        text = _told(scene, clauses)
        if not self.running.now or _AWAY.search(text) or not all(d.edtf for d in scene.dates):
            return
        time = self.running.after() if _LATER.search(text) else self.running.time
        any_tense = self.running.fixed or self.running.lead is not None
        for act in acts:
            undated = act.fields["date"] is None and act.fields["actual"]
            if undated and _in_main_line(act, clauses, any_tense):
                act.fields["date"] = time
        if _past(main) or (any_tense and (_done_now(main) or main.lemma in _SAYING)):
            for statement in statements:
                statement.fields["date"] = statement.fields["date"] or time


def _told_past(act: Draft, clauses: list[Clause]) -> bool:
    """Whether the clause of an act tells it in the past."""
    told = next((c for c in clauses if c.predicate.start < act.end <= c.predicate.stop + 2), None)
    return told is not None and _past(told)


def _put_off(act: Draft) -> None:
    """Make an act one to come, as its date shows: 来月、会談が開かれる; an election stays on the calendar."""
    if act.fields["plover"] == "NONE":
        act.fields["modality"] = Modality.SCHEDULED
    elif act.fields["actual"]:
        act.fields.update(modality=Modality.PLANNED, actual=False)


def _told(scene: Scene, clauses: list[Clause]) -> str:
    """A sentence without what is quoted or agreed in it."""
    text = scene.text(scene.start, scene.passage.repaired_end)
    inside = [(c.start - scene.start, c.end - scene.start) for c in clauses if c.relation in _CONTENT]
    kept, at = "", 0
    for begin, end in sorted(inside):
        kept, at = kept + text[at : max(at, begin)], max(at, end)
    return _QUOTED.sub("", kept + text[at:])


def _in_main_line(act: Draft, clauses: list[Clause], any_tense: bool = False) -> bool:
    """Whether an act is told by a clause of the main line, as something that had happened.

    News and statements (`any_tense`) also tell what happens on their day in the present.
    """
    told = next((c for c in clauses if c.predicate.start < act.end <= c.predicate.stop + 2), None)
    if told is None or act.start > told.predicate.start:
        return False
    above: Clause | None = told
    while above is not None and above.parent is not above:
        if above.relation != "chain" and not _hearsay(above):
            return False
        above = above.parent
    return _past(told) or (any_tense and _done_now(told))


def _hearsay(clause: Clause) -> bool:
    """〜したということです: told by others, no content of a saying."""
    return clause.link == "quote-adnominal" and clause.parent is not None and clause.parent.lemma == "だ"


def _done_now(clause: Clause) -> bool:
    """Whether a clause tells an act in the present: 双方は重要性を確認する; no state, and no conduct."""
    return clause.lemma not in _BEING and not clause.passive and not clause.marks & _LASTING


def _past(clause: Clause) -> bool:
    """Whether a clause tells what happened once; one that runs on (〜し、) has the tense of the next."""
    while clause.link in _RUNNING_ON and clause.parent is not None and clause.parent is not clause:
        clause = clause.parent
    if clause.lemma in _BEING:
        return False
    bare = clause.predicate.kind == "noun" and clause.predicate.tokens[-1].verbal_noun
    return bare or (bool(clause.marks & {"past", "resolved"}) and not clause.marks & _LASTING)
