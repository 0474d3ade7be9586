"""Issues: labels in three languages, and which one a text speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ontology.issues import Issue, issue_of, issues


def test_codes_are_unique_and_labelled_in_three_languages() -> None:
    codes = [issue.code for issue in issues()]
    assert len(set(codes)) == len(codes)
    assert codes[-1] == "other"
    assert all(set(issue.labels) == {"en", "ja", "ru"} for issue in issues())


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("両国は戦略兵器の削減で合意した", "ja", "arms-control"),
        ("The two sides signed a treaty on strategic arms", "en", "arms-control"),
        ("Стороны обсудили нераспространение", "ru", "nonproliferation"),
        ("ミサイル防衛で核兵器を", "ja", "missile-defence"),
        ("Interim talks were held", "en", "other"),
        ("The startup raised money", "en", "other"),
        ("Она вышла на улицу", "ru", "other"),
    ],
)
def test_words_point_to_issues(text: str, language: str, expected: str) -> None:
    assert issue_of(text, language) == expected


def test_the_text_outweighs_its_context() -> None:
    context = "イラク情勢とイラク復興、エネルギーをめぐる協議で、両国は関税の引き下げに合意した"
    assert issue_of("関税の引き下げに合意した", "ja", context) == "trade"


def test_an_issue_of_the_case_comes_first() -> None:
    salmon = Issue("salmon", {"en": "Salmon", "ja": "サケ・マス"}, {"ja": ("サケ",)}, 9)
    assert issue_of("サケの輸入", "ja", extra=[salmon]) == "salmon"
    assert issue_of("サケの輸入", "ja") == "trade"


@given(st.text(max_size=80), st.sampled_from(["en", "ja", "ru"]))
def test_any_text_has_an_issue_of_the_list(text: str, language: str) -> None:
    assert issue_of(text, language) in {issue.code for issue in issues()}
