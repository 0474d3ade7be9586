"""A Russian document as sentences with trees, actors and dates; all offsets are within the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from detente.coding.dates import DateContext, ResolvedDate, step
from detente.coding.ru.engine import parse, sentences
from detente.coding.ru.memory import Memory, main_pair
from detente.coding.ru.tree import Tree
from detente.ontology import mentions
from detente.ontology.mention import Mention
from detente.reading.document import Document, PassageKind

_LONGEST = 3000


@dataclass(frozen=True)
class Sentence:
    """One sentence with what is needed to code it.

    `base` is its place in the repaired text; `paragraph` counts the document's paragraphs; `context`
    is the paragraph's whole text; `memory` is the discourse before it.
    """

    document: Document
    base: int
    paragraph: int
    tree: Tree
    mentions: tuple[Mention, ...]
    dates: tuple[ResolvedDate, ...]
    memory: Memory = field(compare=False)
    context: str = ""
    heading: bool = False

    @property
    def text(self) -> str:
        """The sentence's own text."""
        return self.tree.text

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The stored offsets of [start, end) of the sentence."""
        return self.document.repaired.to_stored(self.base + start, self.base + end)


def read_sentences(document: Document) -> list[Sentence]:
    """The sentences of a document's prose, in order, quotations cut into their sentences."""
    places = list(_places(document))
    text = document.repaired.text
    trees = parse([text[start:end] for start, end, _, _ in places])
    named = [tuple(mentions(tree.text, "ru", document.date)) for tree in trees]
    memory = Memory(main=main_pair(m for found in named for m in found))
    context = DateContext.of(document.date)
    result = []
    paragraphs: dict[int, str] = {}
    for tree, (_, _, paragraph, _) in zip(trees, places, strict=True):
        paragraphs[paragraph] = f"{paragraphs.get(paragraph, '')} {tree.text}"
    for (start, _, paragraph, heading), tree, found in zip(places, trees, named, strict=True):
        dates, context = step(tree.text, "ru", context)
        before = Memory(memory.main, memory.joint, memory.person)
        result.append(
            Sentence(
                document, start, paragraph, tree, found, tuple(dates), before, paragraphs[paragraph], heading
            )
        )
        memory.hear(found, _topic(tree, found))
    return result


def _topic(tree: Tree, found: tuple[Mention, ...]) -> str:
    """The person who is a subject of the sentence, else the first one named, "" without any."""
    persons = [m for m in found if m.kind == "person" and m.actors]
    for i, word in enumerate(tree.words):
        if word.rel == "nsubj":
            near = [tree.words[k] for k in (i, *tree.children(i, "appos", "flat:name", "flat"))]
            for person in persons:
                if any(w.start < person.end and person.start < w.end for w in near):
                    return person.actors[0]
    return persons[0].actors[0] if persons else ""


def _places(document: Document) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end, paragraph and whether it is a heading, of each sentence of the repaired text."""
    for passage in document.passages:
        if passage.kind in (PassageKind.NOTE, PassageKind.TABLE_ROW):
            continue
        base = passage.repaired_start
        text = document.repaired.text[base : passage.repaired_end]
        heading = passage.kind is PassageKind.HEADING
        for start, end in sentences(text):
            if end - start <= _LONGEST:
                yield base + start, base + end, passage.paragraph, heading
