"""When an agreement was signed, where its name itself carries the date: 条約（1992年5月）, 締結40周年."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.instruments import Step
from detente.coding.ja.scene import Scene

_DATED = re.compile(
    r"^[^（(]*[（(][^（()）]*[0-9０-９]年(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?(?:締結|調印|署名)?[）)]"
)
_ANNIVERSARY = re.compile(r"(?:締結|調印|署名|発効)([0-9０-９]{1,3})周年")


def dated(chunk: Chunk, scene: Scene) -> Iterator[Step]:
    """善隣条約（1992年5月）, 締結40周年: the date in brackets, or the years since, say when it was signed."""
    after = scene.text(chunk.start, min(chunk.end + 20, scene.passage.repaired_end))
    found = _DATED.match(after)
    if found is not None and found.end() > chunk.end - chunk.start - 12:
        stop = chunk.start + found.end()
        said = [d for d in scene.dates if chunk.start < d.start and d.end <= stop]
        if said:
            yield "signed", said[-1].edtf, chunk.start, stop
    years = _ANNIVERSARY.search(chunk.text)
    before = [d.edtf for d in scene.dates if d.end <= chunk.start and d.edtf and d.edtf[:4].isdigit()]
    if years is not None and before:
        yield "signed", str(int(before[-1][:4]) - int(years.group(1))), chunk.start, chunk.end
