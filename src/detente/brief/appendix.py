"""The full text of a source as the briefing prints it: exactly as stored, what is cited marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from detente.findings import Agreement, Finding, Note
from detente.reading import Document, PassageKind

LONGEST_WHOLE = 300_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the stored text; `anchor` is its HTML id where a citation begins there."""

    text: str
    marked: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `left_out` counts the characters left out before it."""

    kind: str
    pieces: tuple[Piece, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class FullText:
    """A source's text in paragraphs; `whole` is False where only the cited parts are printed."""

    document: Document
    blocks: tuple[Block, ...]
    whole: bool
    left_out_at_end: int = 0


@dataclass(frozen=True)
class Citations:
    """Where the findings of one document begin and end, and the HTML ids of these places."""

    number: int
    spans: tuple[tuple[int, int], ...]
    edges: tuple[int, ...] = field(init=False)
    starts: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "edges", tuple(sorted({edge for span in self.spans for edge in span})))
        object.__setattr__(self, "starts", frozenset(start for start, _ in self.spans))

    def anchor(self, start: int) -> str:
        """The HTML id of the place where a citation begins."""
        return f"t{self.number}-{start}"


def citations(
    number: int, document: Document, findings: Iterable[Finding], more: Iterable[tuple[int, int]] = ()
) -> Citations:
    """The cited spans of a document: every finding but notes, the steps of agreements, and some more."""
    spans = set(more)
    for finding in findings:
        if finding.document != document.sha256 or isinstance(finding, Note):
            continue
        spans.add((finding.start, finding.end))
        if isinstance(finding, Agreement):
            spans.update((step.start, step.end) for step in finding.status_events)
    return Citations(number, tuple(sorted(spans)))


def full_text(document: Document, cited: Citations, longest: int = LONGEST_WHOLE) -> FullText:
    """The stored text in paragraphs; beyond `longest` characters only those cited and their neighbours."""
    whole = len(document.text) <= longest
    cover = _cover(cited.spans)
    paragraphs = _without_blanks(document.text, _paragraphs(document))
    kept = range(len(paragraphs)) if whole else _near(paragraphs, cover)
    blocks: list[Block] = []
    at = 0
    for index in kept:
        kind, start, end = paragraphs[index]
        left_out = 0 if whole else start - at
        blocks.append(Block(kind, tuple(_pieces(document.text, start, end, cited, cover)), left_out))
        at = end
    return FullText(document, tuple(blocks), whole, 0 if whole else len(document.text) - at)


def _paragraphs(document: Document) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of every paragraph and of what lies between paragraphs, in order."""
    at = 0
    ordered = sorted(document.passages, key=lambda passage: passage.start)
    for _, members in groupby(ordered, key=lambda passage: (passage.paragraph, passage.kind)):
        group = list(members)
        start, end = max(group[0].start, at), max(passage.end for passage in group)
        if start > at:
            yield "between", at, start
        if end > start:
            yield "heading" if group[0].kind is PassageKind.HEADING else "paragraph", start, end
        at = max(at, end)
    if at < len(document.text):
        yield "between", at, len(document.text)


def _without_blanks(text: str, paragraphs: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The paragraphs, blanks between them put to the end of the one before or the beginning of the first."""
    kept: list[tuple[str, int, int]] = []
    lead: int | None = None
    for kind, start, end in paragraphs:
        if text[start:end].strip():
            kept.append((kind, start if lead is None else lead, end))
            lead = None
        elif kept:
            kept[-1] = (*kept[-1][:2], end)
        elif lead is None:
            lead = start
    return kept


def _cover(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The union of spans as disjoint spans, ascending."""
    union: list[tuple[int, int]] = []
    for start, end in spans:
        if union and start <= union[-1][1]:
            union[-1] = (union[-1][0], max(end, union[-1][1]))
        else:
            union.append((start, end))
    return union


def _is_cited(cover: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(cover, start, key=lambda span: span[1])
    return at < len(cover) and cover[at][0] < end


def _near(paragraphs: Sequence[tuple[str, int, int]], cover: Sequence[tuple[int, int]]) -> list[int]:
    cited = [i for i, (_, start, end) in enumerate(paragraphs) if _is_cited(cover, start, end)]
    near = {j for i in cited for j in (i - 1, i, i + 1) if 0 <= j < len(paragraphs)}
    return sorted(near)


def _pieces(
    text: str, start: int, end: int, cited: Citations, cover: Sequence[tuple[int, int]]
) -> Iterator[Piece]:
    inner = cited.edges[bisect_right(cited.edges, start) : bisect_left(cited.edges, end)]
    for low, high in pairwise((start, *inner, end)):
        anchor = cited.anchor(low) if low in cited.starts else None
        yield Piece(text[low:high], _is_cited(cover, low, high), anchor)
