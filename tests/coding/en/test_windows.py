"""Long stretches without a full stop are read in windows that cover them, and coded as far as they go."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from detente.coding import code
from detente.coding.en.lines import code_lines
from detente.coding.en.windows import windows
from detente.reading import from_text

CLAUSE = "Japan imposed sanctions on Russia, "


@given(st.text(alphabet="ab ,;:", max_size=400), st.integers(2, 60))
def test_windows_cover_the_text_in_order_and_are_short(text: str, size: int) -> None:
    found = list(windows(text, size))
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in found if b - a <= size]
    assert "".join(text[a:b] for a, b in found) == text


def test_a_text_without_a_full_stop_is_coded_to_its_end() -> None:
    document = from_text(CLAUSE * 400, name="run-on", language="en")
    events = [f for f in code(document) if f.kind == "event"]
    assert len(events) == 400
    assert all(document.text[f.start : f.end] == f.quote for f in events)
    assert events[-1].end > len(document.text) - 4


def test_a_line_without_a_full_stop_keeps_its_offsets() -> None:
    line = CLAUSE * 200
    (coded,) = code_lines([line])
    assert coded["events"]
    assert all(line[e["start"] : e["end"]] == e["quote"] for e in coded["events"])
