"""A case as it stands at one moment: a pure function of the files in its folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from detente.casebook.coded import Coded
from detente.casebook.codings import Codings, Run
from detente.casebook.in_force import InForce, Unconfirmed, View, view
from detente.casebook.journal import Journal, read_journal
from detente.casebook.layout import Layout
from detente.casebook.placing import Placed, place
from detente.casebook.shelf import Shelf
from detente.casebook.source import Source
from detente.casebook.standing import Slot, active, standing
from detente.reading import Document


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Sources, newest codings and judgements, and what follows from them."""

    sources: tuple[Source, ...]
    runs: dict[str, Run]
    journal: Journal
    placed: tuple[Placed, ...]
    judged: dict[Slot, list[Placed]]
    view: View

    def findings(self, kinds: Iterable[str] | None = None) -> list[InForce]:
        """What is in force, by the order of the sources and then of the text."""
        wanted = None if kinds is None else set(kinds)
        rows = [InForce(row.finding) for row in self.view.machine if wanted is None or row.kind in wanted]
        rows += [row for row in self.view.judged if wanted is None or row.finding.kind in wanted]
        rank = {source.text_sha256: n for n, source in enumerate(self.sources)}
        return sorted(rows, key=lambda r: (rank[r.finding.document], _place(r)))

    def lost(self) -> list[Placed]:
        """The judgements whose place cannot be told."""
        return [one for one in self.placed if one.loss is not None]

    def unconfirmed(self) -> tuple[Unconfirmed, ...]:
        """Findings of newer codings that overlap judged passages."""
        return self.view.unconfirmed

    def rejected(self) -> Iterator[Placed]:
        """The rejections in force."""
        kept = {row.judgement.id for row in self.view.judged if row.judgement}
        yield from (users[-1] for users in self.judged.values() if users[-1].judgement.id not in kept)

    def source_of(self, document: str) -> Source:
        """The source that a text belongs to."""
        return next(source for source in self.sources if source.text_sha256 == document)


def snapshot(layout: Layout) -> Snapshot:
    """Read a case; needs no lock, since every file is replaced whole and the journal only grows."""
    shelf, codings = Shelf(layout.sources), Codings(layout.codings)
    sources = shelf.all()
    runs = codings.newest(source.text_sha256 for source in sources)
    return assemble(sources, runs, codings.rows(runs.values()), read_journal(layout.journal), shelf)


def assemble(
    sources: Sequence[Source], runs: dict[str, Run], rows: Iterable[Coded], journal: Journal, shelf: Shelf
) -> Snapshot:
    """Lay the judgements of a journal over the rows of the newest codings."""
    by_hash = {source.sha256: source for source in sources}

    @cache
    def document_of(sha256: str) -> Document:
        return shelf.document(by_hash[sha256])

    current = {source.sha256: source.text_sha256 for source in sources}
    placed = place(active(journal.judgements), current, document_of)
    judged = standing(placed)
    return Snapshot(tuple(sources), runs, journal, tuple(placed), judged, view(rows, judged))


def _place(row: InForce) -> tuple[int, int, str]:
    return row.finding.start, row.finding.end, row.finding.kind
