"""Where phrases and clauses begin with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause


def measure(chunks: Iterable[Chunk], clauses: Iterable[Clause]) -> None:
    """Fill in the extents of phrases and the starts of clauses, both in text order.

    One pass is enough, for whatever modifies a phrase or belongs to a predicate stands before it.
    """
    of_predicate = {id(clause.predicate): clause for clause in clauses}
    for chunk in chunks:
        begin = chunk.start
        for mod in chunk.mods:
            begin = min(begin, mod.extent)
        for relative in chunk.clauses:
            begin = min(begin, relative.start)
        chunk.own_extent = begin
        for other in chunk.joined:
            begin = min(begin, other.extent)
        chunk.extent = begin
        if (clause := of_predicate.get(id(chunk))) is not None:
            clause.start = min([begin, *(a.extent for a in clause.args), *(a.start for a in clause.adverbs)])
