"""A sentence with all that is needed to say who did what to whom: parse, actors, dates, discourse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from detente.coding.dates import Landmarks, ResolvedDate, bounds, days_written, scoping, walk
from detente.coding.dates.context import Basis
from detente.coding.ja.clauses import Clause
from detente.coding.ja.meetings import MEETINGS
from detente.coding.ja.memory import Memory, namings
from detente.coding.ja.names import of_soviet_times, old_times, soviet, with_context
from detente.coding.ja.occasions import Occasions
from detente.coding.ja.pairs import Pairs, count_states
from detente.coding.ja.people import People
from detente.coding.ja.sentence import Sentence, parse_sentence
from detente.coding.ja.turns import OWN_COUNTRY, in_quotation, own_countries, standpoint_of, turn_of
from detente.ontology import mentions
from detente.ontology.mention import Mention
from detente.reading import Document, Passage, PassageKind

_REFERENCE = re.compile(
    r"^[・\-*•■●○]?\s*(?:『.*』|「.*」|“.*”|\".*\")。?$|^[^。]{2,20}[、,]\s*(?:19|20)\d\d年\d+月\d+日"
)
_PLACED = re.compile(
    "(?:での?|において)[^。、はがをもに]{0,10}?(?:首脳|外相|会談|会議|会合|協議|交渉|サミット|総会|会見|開催|開か)"
)
_THIS_YEAR = re.compile("年内|年末|今[年月週]中|近く")
_THERE = re.compile("で(?!あ)|において|における")
_DATELINE = re.compile("[　 ]*[【［][^】］]{1,40}[】］]")  # where and by whom it was written, no part of it
_ARTICLE = re.compile(r"\s*第[一二三四五六七八九十百〇0-9０-９]+(?:条|項)")
_GLOSS = re.compile("[（(](?:現在の|現|旧|のちの|後の)$")
_SET_OFF = re.compile("(?:に|には|は|から|まで|以降)?[、,]")
# この会談では, 両首脳は記者会見で: a sentence that goes on with an occasion spoken of before
_OCCASION = re.compile(
    r"(?:この|その|同|今回の)(?:首脳|外相|共同|一連の)?(?:会談|会議|会見|協議|交渉|声明|合意|宣言|訪問|席|場|際|日)"
    r"|(?:^|、|は)(?:共同)?(?:記者会見|会談|席上)(?:で|後|の席)"
)


@dataclass(slots=True)
class Scene:
    """One sentence in its context; all offsets are those of the document's repaired text.

    `written` is the day on which its item of news was written, None in any other text. `ruled_out` are the
    stretches where words of the codebook tell what is due or what a thing does, and no act.
    """

    document: Document
    passage: Passage
    sentence: Sentence
    mentions: list[Mention]
    dates: list[ResolvedDate]
    memory: Memory
    number: int
    written: str | None = None
    ruled_out: list[tuple[int, int]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the sentence begins in the repaired text."""
        return self.passage.repaired_start

    @property
    def article(self) -> bool:
        """Whether it is an article of a treaty or a law, which lays down what is to be."""
        return _ARTICLE.match(self.text(self.start, self.start + 12)) is not None

    def date_of(self, start: int, end: int) -> ResolvedDate | None:
        """The date that holds over [start, end): one told in a relative clause holds only within it.

        A date set off by a comma (6月、予定された会談で) belongs to the sentence, as does that of the meeting
        at which the act was done (6月に開かれた会談で). One of what is agreed, asked or said holds only
        within that where it is still to come, a deadline, or not the first of the sentence. The beginning of
        one act (6日から協議し、) says nothing of the next, nor a date in a quotation of when it was said.
        """
        quoted = [u for u in self.sentence.units if u.kind == "quote" and start <= u.start < end]
        told = [d for d in self.dates if not any(u.start < d.start < u.end for u in quoted)]
        found = scoping([d for d in told if not self._apart(d, end)], start, end)
        begun = found is not None and self.text(found.end - 2, found.end) == "から"
        return None if found is not None and begun and found.start < start else found

    def _apart(self, date: ResolvedDate, end: int) -> bool:
        if _SET_OFF.match(self.text(date.end, date.end + 4)):
            return False
        around = [
            c for unit in self.sentence.units for c in unit.clauses if c.start <= date.start < c.end < end
        ]
        if any(c.relation == "relative" and not _held(c) and c.lemma not in _MEASURING for c in around):
            return True
        content = any(c.relation in ("complement", "quote") or c.link == "you" for c in around)
        return content and (self._to_come(date) or any(d.end <= date.start for d in self.dates))

    def _to_come(self, date: ResolvedDate) -> bool:
        """Whether a date is a deadline, or later than the day on which the text was written."""
        first, _ = bounds(date.edtf) if date.edtf else (None, None)
        day = self.written or self.document.date
        if _THIS_YEAR.match(self.text(date.start, date.end)):
            return True
        return first is None or (day is not None and (bounds(day)[1] or first) < first)

    def text(self, start: int, end: int) -> str:
        """The repaired text between two places."""
        return self.document.repaired.text[start:end]


def _held(clause: Clause) -> bool:
    """Whether a relative clause tells when a meeting was held at which something was done."""
    noun = clause.modified
    told = noun is not None and clause.lemma in _HOLDING and noun.case in ("で", "おいて", "に")
    return told and noun is not None and noun.text.endswith(tuple(MEETINGS))


_MEASURING = frozenset(
    {"上る", "及ぶ", "達する", "占める", "超える", "亘る"}
)  # 10月の訪問で10億に上る支援を約束した
_HOLDING = frozenset({"行う", "開く", "開催する", "有る", "持つ", "実施する"})


def scenes(document: Document) -> Iterator[Scene]:
    """The sentences of a document in order, each with the discourse as it stands before it.

    The caller keeps `memory.topic` up to date (`Memory.set_topic`) once it knows who the sentence was
    about; the actors named are taken in here. Headings, reference lists and notes are left out.
    """
    texts = [document.repaired.text[p.repaired_start : p.repaired_end] for p in document.passages]
    written = days_written(texts, "ja", document.date)
    days = {p.repaired_start: day for p, day in zip(document.passages, written, strict=True)}
    dated = _dated(document, texts, written)
    old = old_times(document.repaired.text)
    found = [(p, dates, _mentions(document, p, told, old)) for p, dates, told in dated]
    if soviet(document.repaired.text, [here for _, _, here in found]):
        found = [(p, dates, of_soviet_times(here)) for p, dates, here in found]
    pairs = Pairs()
    for passage, _, here in found:
        text = document.repaired.text[passage.repaired_start : passage.repaired_end]
        pairs.count(passage.section, passage.paragraph, here, text)
    for section in list(pairs.sections):
        pairs.sections[section].update(count_states(mentions(section[-1], "ja", None) if section else []))
    people = People(document.repaired.text, texts, [here for _, _, here in found], pairs.most_named())
    found = [(p, dates, people.known(p.repaired_start, p.repaired_end, here)) for p, dates, here in found]
    author = _author(document, found)
    private = people.private()
    memory, begun = Memory(author=author, private=private), None
    voice: tuple[str, ...] = ()
    for number, (passage, dates, here) in enumerate(found):
        if passage.section != begun:
            begun = passage.section
            memory = Memory(author=author, named=memory.named, private=private, attack=memory.attack)
            memory.voice = voice
        (memory.dyad, memory.likely), memory.counts = pairs.at(passage.section, passage.paragraph)
        text = document.repaired.text[passage.repaired_start : passage.repaired_end]
        begin = passage.repaired_start
        if (turn := turn_of(text, begin, here)) is not None:
            voice = memory.voice = turn.speaker
        named = own_countries(text, begin, here, voice)
        memory.names(namings(named, text, begin, number))
        if told_by := standpoint_of(text, begin, named):
            memory.set_topic(told_by)
        said = text[turn.end - begin :] if turn is not None else text
        words = people.analysed.pop(said, None)
        sentence = parse_sentence(said, begin + len(text) - len(said), words)
        yield Scene(document, passage, sentence, named, dates, memory, number, days[begin])
        memory.heard(named)


def _author(
    document: Document, found: list[tuple[Passage, list[ResolvedDate], list[Mention]]]
) -> tuple[str, ...]:
    """The state of a text that says "our country" (我が国) outside quotations told of others."""
    text = document.repaired.text
    for _, _, here in found:
        for mention in here:
            if text[mention.start : mention.end] in OWN_COUNTRY and not in_quotation(text, mention.start):
                return mention.actors
    return ()


def _dated(
    document: Document, texts: list[str], written: list[str | None]
) -> list[tuple[Passage, list[ResolvedDate], str | None]]:
    """The passages to code with their dates, and the date at which the people in them are to be looked up."""
    found, told = [], document.date
    last: tuple[int, ResolvedDate] | None = None
    occasions, section = Occasions(), None
    landmarks = Landmarks("ja")
    for passage, dates in zip(document.passages, walk(texts, "ja", document.date, written), strict=True):
        if not _is_prose(document, passage):
            continue
        moved = [_moved(d, passage.repaired_start) for d in dates]
        text = document.repaired.text[passage.repaired_start : passage.repaired_end]
        if passage.section != section:
            occasions, section = Occasions(), passage.section
        moved = landmarks.dated(text, moved, passage.repaired_start)
        moved = occasions.dated(text, moved, passage.repaired_start)
        if not moved and last is not None and last[0] == passage.paragraph and _OCCASION.search(text):
            at = passage.repaired_start
            moved = [replace(last[1], start=at, end=at, basis=Basis.REFERENCE)]
        told = next((d.edtf for d in moved if d.edtf and not d.edtf.startswith("../")), told)
        found.append((passage, moved, told))
        said = [d for d in moved if d.edtf and ".." not in d.edtf]  # a deadline is no time of what follows
        last = (passage.paragraph, said[-1]) if said else last
    first = next((told for _, _, told in found if told), None)
    return [(passage, dates, told or first) for passage, dates, told in found]


def _mentions(document: Document, passage: Passage, date: str | None, old: bool) -> list[Mention]:
    base = passage.repaired_start
    text = document.repaired.text[base : passage.repaired_end]
    dateline = _DATELINE.match(text)
    said = dateline.end() if dateline else 0
    return [
        Mention(m.start + base, m.end + base, m.actors, m.kind, _role(m, text), m.name)
        for m in with_context(mentions(text, "ja", _plain(date)), text, _plain(date), old)
        if m.start >= said
    ]


def _role(mention: Mention, text: str) -> str | None:
    """The role of an office; "aside" for what is no party: タイでの会談, パリで, ザイール（現コンゴ）."""
    if mention.kind == "place":
        return "aside" if _THERE.match(text, mention.end) else mention.role
    if mention.kind != "state":
        return mention.role
    glossed = _GLOSS.search(text[: mention.start])
    return "aside" if glossed or _PLACED.match(text, mention.end) else mention.role


def _plain(date: str | None) -> str | None:
    """One day, month or year of an interval: its first known end."""
    ends = [end for end in (date or "").split("/") if end not in ("", "..") and "X" not in end]
    return ends[0] if ends else None


def _moved(date: ResolvedDate, base: int) -> ResolvedDate:
    return ResolvedDate(
        date.start + base, date.end + base, date.edtf, date.basis, date.kind, date.approximate
    )


def _is_prose(document: Document, passage: Passage) -> bool:
    if passage.kind not in (PassageKind.SENTENCE, PassageKind.LIST_ITEM):
        return False
    if passage.repaired_end - passage.repaired_start > 4000:
        return False
    if passage.kind is PassageKind.SENTENCE:
        return True
    text = document.repaired.text[passage.repaired_start : passage.repaired_end]
    return _REFERENCE.match(text) is None
