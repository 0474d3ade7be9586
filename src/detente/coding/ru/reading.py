"""A Russian document as sentences with trees, actors and dates; all offsets are within the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.dates import ResolvedDate, walk
from detente.coding.ru.engine import parse, sentences
from detente.coding.ru.tree import Tree
from detente.ontology import mentions
from detente.ontology.mention import Mention
from detente.reading.document import Document, PassageKind

_LONGEST = 3000


@dataclass(frozen=True)
class Sentence:
    """One sentence with what is needed to code it.

    `base` is its place in the repaired text; `paragraph` counts the document's paragraphs; `context`
    is the paragraph's whole text.
    """

    document: Document
    base: int
    paragraph: int
    tree: Tree
    mentions: tuple[Mention, ...]
    dates: tuple[ResolvedDate, ...]
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
    dates = walk([tree.text for tree in trees], "ru", document.date)
    paragraphs: dict[int, str] = {}
    for tree, (_, _, paragraph, _) in zip(trees, places, strict=True):
        paragraphs[paragraph] = f"{paragraphs.get(paragraph, '')} {tree.text}"
    return [
        Sentence(
            document=document,
            base=start,
            paragraph=paragraph,
            tree=tree,
            mentions=tuple(mentions(tree.text, "ru", document.date)),
            dates=tuple(said),
            context=paragraphs[paragraph],
            heading=heading,
        )
        for tree, said, (start, _, paragraph, heading) in zip(trees, dates, places, strict=True)
    ]


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
