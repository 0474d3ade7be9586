"""The full texts: nothing is lost, long ones are cut to what is cited and say so."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.brief.appendix import citations, full_text
from detente.findings import Event
from detente.reading import from_text

PARAGRAPHS = [f"第{i}段落である。ここに文がある。" for i in range(40)]
TEXT = "\n\n".join(PARAGRAPHS)


@settings(deadline=None, max_examples=30)
@given(st.sets(st.integers(0, len(TEXT) - 10), max_size=8), st.integers(2, 9))
def test_the_printed_text_is_the_stored_text(starts: set[int], length: int) -> None:
    document = from_text(TEXT, name="x")
    found = [
        Event(document=document.sha256, start=s, end=s + length, quote=TEXT[s : s + length]) for s in starts
    ]
    cited = citations(1, document, found)
    printed = full_text(document, cited)
    text = "".join(piece.text for block in printed.blocks for piece in block.pieces)
    assert "".join(text.split()) == "".join(TEXT.split())
    anchors = {piece.anchor for block in printed.blocks for piece in block.pieces if piece.marked}
    assert {cited.anchor(s) for s in starts if TEXT[s : s + length].strip()} <= anchors | {None}
    marked = "".join(piece.text for block in printed.blocks for piece in block.pieces if piece.marked)
    covered = sorted({i for s in starts for i in range(s, s + length)})
    assert "".join(marked.split()) == "".join("".join(TEXT[i] for i in covered).split())


def test_a_long_text_is_cut_to_the_cited_paragraphs_and_their_neighbours() -> None:
    document = from_text(TEXT, name="x")
    start = TEXT.index("第20段落")
    event = Event(document=document.sha256, start=start, end=start + 5, quote=TEXT[start : start + 5])
    printed = full_text(document, citations(1, document, [event]), longest=100)
    shown = "".join(piece.text for block in printed.blocks for piece in block.pieces)
    assert not printed.whole
    assert [i for i, paragraph in enumerate(PARAGRAPHS) if paragraph in shown] == [19, 20, 21]
    left_out = sum(block.left_out for block in printed.blocks) + printed.left_out_at_end
    assert left_out + len(shown) == len(TEXT)
