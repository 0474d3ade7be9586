"""What the parser hangs wrongly: loops are cut, whatever the heads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.coding.ru.repair import mended
from detente.coding.ru.tree import Word

_RELS = st.sampled_from(("nsubj", "obj", "conj", "acl:relcl", "root", "ccomp"))
_POS = st.sampled_from(("NOUN", "VERB", "PRON", "PROPN"))


@given(st.lists(st.tuples(st.integers(-1, 11), _RELS, _POS), min_size=1, max_size=12))
def test_every_way_up_ends(drawn: list[tuple[int, str, str]]) -> None:
    words = tuple(
        Word("что", n, n + 1, "что", pos, {}, head if head < len(drawn) else -1, rel)
        for n, (head, rel, pos) in enumerate(drawn)
    )
    after = mended(words)
    for i in range(len(after)):
        steps, at = 0, i
        while at >= 0:
            at, steps = after[at].head, steps + 1
            assert steps <= len(after)
