# ruff: noqa: E501 - cases stand one a line
"""Laws of the repair: the map, idempotence, spans that come back."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.reading import Document, from_text
from detente.reading.document import Repaired
from detente.reading.repair.substitution import Edit, substitute, unrepaired

PIECES = st.sampled_from(
    [
        "露米関係", "2001 年 9 月", "（（（（1111））））", "（1）", "(2)", "[3]", "¹", "注1", "。", "、", "「", "」", "『", "』",
        "\n", "\n\n", "\r\n", "\f", " ", "　", "か\u3099", "ﾛｼｱ", "ｶﾞ", "１２", "Ａ", "第二章", "第二章第二章第二章第二章",
        "The ", "U.S. ", "well-\nknown", "co-\noperation", "President", " said", ".", "В. В. Путин", "Рос-\nсия", "人々",
        "2002", "1111", "……", "――", "that that", "- 3 -", "Page 2 of 3", "・", "- ", "■", "# ", "**", "|", "\t", "\u00ad",
        "\u200b", "и\u0306", "ﬁ", "⼀", "㍻", "*1", "※1", "†", "＊", "ha ha ha", "1212", "ロシアの対米外交" * 4, "😊", "𠮷",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))


def documents(text: str) -> Document:
    return from_text(text, name="case.txt")


def folded(text: str) -> set[str]:
    form = unicodedata.normalize("NFKD", text)
    return set(form) | set(form.replace("゛", "\u3099").replace("゜", "\u309a"))


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_every_character_maps_to_a_stored_interval_and_the_map_never_goes_back(text: str) -> None:
    document = documents(text)
    assert document.text == text
    repaired = document.repaired
    assert len(repaired.text) == len(repaired.starts) == len(repaired.ends)
    assert all(0 <= a < b <= len(text) for a, b in zip(repaired.starts, repaired.ends, strict=True))
    assert list(repaired.starts) == sorted(repaired.starts)
    assert list(repaired.ends) == sorted(repaired.ends)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_what_a_character_maps_to_holds_it(text: str) -> None:
    """Apart from line breaks, spaces and the bars of tables, nothing is in the repaired text only."""
    repaired = documents(text).repaired
    for char, start, end in zip(repaired.text, repaired.starts, repaired.ends, strict=True):
        if char not in " \n|":
            assert folded(char) <= folded(text[start:end])


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = documents(text).repaired.text
    assert from_text(once, name="case.txt").repaired.text == once


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_passages_and_notes_lie_in_both_texts(text: str) -> None:
    document = documents(text)
    end = 0
    for passage in document.passages:
        assert document.repaired.to_stored(passage.repaired_start, passage.repaired_end) == (
            passage.start,
            passage.end,
        )
        assert passage.repaired_start >= end
        end = passage.repaired_end
    for note in document.notes:
        assert 0 <= note.sentence_start <= note.start < note.end <= note.sentence_end <= len(text)
        assert 0 <= note.repaired_at <= len(document.repaired.text)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_letter_is_lost_but_in_markers_furniture_and_repeats(text: str) -> None:
    """A text of plain words comes through whole."""
    plain = "".join(char for char in text if char.isalpha() and char.isascii())
    assert documents(f"A{plain}z is.").repaired.text == f"A{plain}z is."


@st.composite
def edited(draw: st.DrawFn) -> tuple[Repaired, list[Edit]]:
    value = unrepaired(draw(st.text(min_size=1, max_size=30)))
    edits, at = [], 0
    while at < len(value.text) and draw(st.booleans()):
        start = draw(st.integers(at, len(value.text) - 1))
        end = draw(st.integers(start + 1, len(value.text)))
        edits.append(Edit(start, end, draw(st.text(max_size=4))))
        at = end
    return value, edits


@given(edited())
def test_a_substitution_is_what_string_surgery_gives(case: tuple[Repaired, list[Edit]]) -> None:
    value, edits = case
    wanted, at = "", 0
    for start, end, text in edits:
        wanted += value.text[at:start] + text
        at = end
    wanted += value.text[at:]
    got = substitute(value, edits)
    assert got.text == wanted
    for i in range(len(got.text)):
        inside = [e for e in edits if e.start <= got.starts[i] and got.ends[i] <= e.end]
        assert inside or value.text[got.starts[i] : got.ends[i]] == got.text[i]
