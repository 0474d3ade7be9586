"""Issues: which one a passage is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import UnknownName
from detente.ontology import Issue, issue_of, issues


def test_other_comes_last_and_has_no_words() -> None:
    assert list(issues())[-1] == "other"
    assert not issues()["other"].words


def test_every_issue_has_words_in_three_languages() -> None:
    assert all(set(i.words) == {"en", "ja", "ru"} for i in issues().values() if i.code != "other")


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("両国は戦略兵器の削減で合意した", "ja", "arms-control"),
        ("The two sides signed a treaty on strategic arms", "en", "arms-control"),
        ("Стороны обсудили нераспространение", "ru", "nonproliferation"),
        ("ミサイル防衛で協力する", "ja", "missile-defence"),
        ("ロシアはイラク戦争に反対した", "ja", "iraq"),
        ("イラク復興に失敗した", "ja", "reconstruction"),
        ("パリクラブで債務を協議した", "ja", "debt"),
        ("ロシアのWTO加盟を支持した", "ja", "wto"),
        ("нефтепровод построят", "ru", "energy"),
        ("газета написала", "ru", "other"),
        ("Interim talks were held", "en", "other"),
        ("The startup raised money", "en", "other"),
        ("Она вышла на улицу", "ru", "other"),
    ],
)
def test_words_point_to_issues(text: str, language: str, expected: str) -> None:
    assert issue_of(text, language) == expected


def test_the_clause_outweighs_its_context() -> None:
    context = "イラク情勢とエネルギーをめぐる協議で、両国は関税の引き下げに合意した"
    assert issue_of("関税の引き下げに合意した", "ja", context) == "trade"


def test_the_context_decides_where_the_clause_shows_nothing() -> None:
    assert issue_of("両国は合意した", "ja", "関税をめぐり両国は合意した") == "trade"


def test_an_issue_of_the_case_comes_first() -> None:
    salmon = Issue("salmon", {"en": "Salmon", "ja": "サケ・マス"}, {"ja": "サケ"}, 9)
    assert issue_of("サケの輸入", "ja", extra=[salmon]) == "salmon"
    assert issue_of("サケの輸入", "ja") == "trade"


def test_an_issue_of_the_case_replaces_ours_of_the_same_code() -> None:
    own = Issue("trade", {"en": "Trade"}, {"en": "cod"})
    assert issue_of("tariffs", "en", extra=[own]) == "other"
    assert issue_of("cod", "en", extra=[own]) == "trade"


def test_regional_issues_count_only_when_asked() -> None:
    text = "中国は台湾周辺で演習した"
    assert issue_of(text, "ja") == "other"
    assert issue_of(text, "ja", every=True) == "taiwan"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownName, match="language"):
        issue_of("x", "fr")


@given(st.text(max_size=80), st.sampled_from(["en", "ja", "ru"]))
def test_any_text_has_an_issue_of_the_list(text: str, language: str) -> None:
    assert issue_of(text, language) in issues()


@pytest.mark.shared
def test_issues_of_the_visible_gold(shared: Path) -> None:
    right = total = 0
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for event in gold["events"]:
            alternatives = event.get("issue_alt") or []
            accepted = {event["issue"], *([alternatives] if isinstance(alternatives, str) else alternatives)}
            right += issue_of(event["quote"], "en" if path.stem.startswith("en") else "ja") in accepted
            total += 1
    assert right / total >= 0.85
