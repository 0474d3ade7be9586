"""A document as the rules see it: sentence after sentence, parsed, with its actors, dates and acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from detente import ontology
from detente.coding.dates import DateContext, Landmarks, ResolvedDate, step
from detente.coding.en.act import Act
from detente.coding.en.actors import Cast
from detente.coding.en.acts import acts
from detente.coding.en.again import met_again
from detente.coding.en.announced import announcements
from detente.coding.en.blocks import blocks, is_dateline, pairs
from detente.coding.en.general import general_acts
from detente.coding.en.implied import with_other_side
from detente.coding.en.lexicon import Lexicon
from detente.coding.en.memory import Memory
from detente.coding.en.names import hyphened, in_soviet_times, with_surnames, with_the_union
from detente.coding.en.parse import trees
from detente.coding.en.short_names import with_short_names
from detente.coding.en.spoken import among_speakers, spoken_acts, with_speaker
from detente.coding.en.told import promised_harm, said_must, will_not, without_content
from detente.coding.en.tree import Tree
from detente.coding.en.unlisted import half_known, unlisted
from detente.coding.en.voice import addressees, joint_statement, pair_of_speakers, voices
from detente.coding.en.windows import windows
from detente.ontology.mention import Mention
from detente.reading.document import Document, Passage, PassageKind

KINDS = frozenset({PassageKind.SENTENCE, PassageKind.LIST_ITEM, PassageKind.HEADING})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed passage: its tree, its cast of actors, its dates and the acts that it reports."""

    document: Document
    passage: Passage
    tree: Tree
    cast: Cast
    dates: tuple[ResolvedDate, ...]
    acts: tuple[Act, ...]
    number: int

    @property
    def heading(self) -> bool:
        """Whether the passage is a heading."""
        return self.passage.kind is PassageKind.HEADING

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stored interval of the characters [start, end) of this sentence."""
        offset = self.passage.repaired_start
        return self.document.repaired.to_stored(offset + start, offset + end)


def sentences(document: Document, lexicon: Lexicon) -> Iterator[Sentence]:
    """The sentences, list items and headings of a document, parsed, with their actors resolved."""
    text = document.repaired.text
    passages = [piece for p in document.passages if p.kind in KINDS for piece in _pieces(p, text)]
    texts = [text[p.repaired_start : p.repaired_end] for p in passages]
    plain = [ontology.mentions(hyphened(text), "en", document.date) for text in texts]
    found = in_soviet_times(texts, plain, document.date)
    found = with_short_names(texts, with_surnames(texts, with_the_union(texts, found)))
    numbers = blocks(passages, texts)
    dyads = pairs(numbers, found)
    memory = Memory(together=joint_statement(texts, document.title))
    speaking = voices(texts, document.title, document.date)
    addressed = addressees(texts, speaking)
    of_speakers = pair_of_speakers(speaking)
    context, landmarks = DateContext.of(document.date), Landmarks("en")
    parsed = trees(texts, lexicon)
    for number, (passage, mentions, tree) in enumerate(zip(passages, found, parsed, strict=True)):
        memory.speaker = speaking[number]
        memory.dyad = of_speakers or with_speaker(dyads[numbers[number]], memory.speaker)
        memory.addressed = addressed[number]
        cast = Cast.of(tree, mentions, memory)
        memory.take_in(cast)
        memory.story.goes_on(passage.paragraph, _acting(mentions))
        cast.memory = memory.as_now()
        dates, context = step(tree.text, "en", context)
        if is_dateline(tree.text) and len(dates) == 1:
            context = DateContext.of(dates[0].edtf)
        dates = landmarks.dated(tree.text, dates)
        by_entry = acts(cast, lexicon) + said_must(cast)
        by_entry += spoken_acts(cast, by_entry)
        by_entry = promised_harm(tree, by_entry)
        told = without_content(tree, by_entry + general_acts(cast, lexicon, by_entry))
        found_acts = will_not(tree, told) + announcements(cast, told)
        if passage.kind is not PassageKind.HEADING:
            found_acts = unlisted(cast, found_acts)
        whole = tuple(_completed(found_acts, cast))
        whole += tuple(met_again(cast, list(whole)))
        memory.doers = next((act.actors for act in reversed(whole) if act.actors), memory.doers)
        yield Sentence(document, passage, tree, cast, tuple(dates), whole, number)


def _completed(found: Iterable[Act], cast: Cast) -> Iterator[Act]:
    """The acts with the sides that the text leaves to the context; each goes into the running story."""
    for act in found:
        whole = with_other_side(among_speakers(act, cast), cast)
        if half_known(whole):
            continue
        if whole.mode.actual:
            cast.memory.story.dealt(whole.actors, whole.targets, whole.entry.plover)
        yield whole


def _acting(mentions: Iterable[Mention]) -> list[str]:
    """The states that a sentence names as such, not as places or parts of a group."""
    return [code for m in mentions if m.kind not in ("place", "group") for code in m.actors]


def _pieces(passage: Passage, text: str) -> Iterator[Passage]:
    """A passage, or the windows of one that is too long to be parsed whole; blank ones are left out."""
    first = passage.repaired_start
    for start, end in windows(text[first : passage.repaired_end]):
        if text[first + start : first + end].strip():
            yield replace(passage, repaired_start=first + start, repaired_end=first + end)
