from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.en.quotes import quotations


def test_a_quotation_broken_by_its_speaker_is_one() -> None:
    text = "“We have made much progress,” the minister said, “but the road is long.”"
    assert quotations(text) == [(0, len(text))]


def test_two_quotations_of_two_sentences_stay_two() -> None:
    text = 'He called it "a first step." She called it "too little."'
    assert [text[s:e] for s, e in quotations(text)] == ['"a first step."', '"too little."']


def test_an_open_quotation_runs_to_the_end() -> None:
    text = "The envoy said: “We shall see what tomorrow brings."
    assert [text[s:e] for s, e in quotations(text)] == ["“We shall see what tomorrow brings."]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(["“", "”", '"', "yes", ", he said, ", ". ", " "]), max_size=14))
def test_quotations_lie_in_the_text_and_never_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    found = quotations(text)
    assert all(0 <= s < e <= len(text) for s, e in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
