"""What is in force, with the context of each passage, ready to leave the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.casebook.exchange.exchanged import Exchanged
from detente.casebook.in_force import InForce
from detente.casebook.selector import Selector, select

if TYPE_CHECKING:
    from detente.casebook.case import Case

Place = tuple[str, int, int]


def export(case: Case, kinds: Iterable[str] | None) -> Iterator[Exchanged]:
    """The findings in force, source by source; see `Case.export`.

    The context comes from the coding or the judgement; a source is read again only for a passage
    that moved.
    """
    now = case.snapshot()
    files = {source.text_sha256: source.file for source in now.sources}
    contexts: dict[Place, Selector] = {}
    document = ""
    for row in now.findings(kinds):
        finding = row.finding
        if finding.document != document:
            document = finding.document
            run = now.runs.get(document)
            coded = case.codings.rows([run], selectors=True) if run else []
            contexts = {(one.kind, *one.span): one.anchors[0] for one in coded}
        place = (finding.kind, finding.start, finding.end)
        context = contexts.get(place) or _judged(case, row)
        yield Exchanged.of(row, files[document], context.prefix, context.suffix)


def _judged(case: Case, row: InForce) -> Selector:
    """The context of a passage that the newest coding does not have."""
    span = row.finding.start, row.finding.end
    if row.judgement is not None and not row.moved:
        return next(selector for selector in row.judgement.selectors if selector.span == span)
    source = case.snapshot().source_of(row.finding.document)
    return select(case.document(source).text, *span)
