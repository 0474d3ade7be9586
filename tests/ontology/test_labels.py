"""Display names of actors in three languages."""

from __future__ import annotations

import pytest

from detente.coding.ja.agent_words import lists
from detente.errors import UnknownName
from detente.ontology import issues, label, people, states
from detente.ontology.tables import rows


@pytest.mark.parametrize(
    ("code", "language", "shown"),
    [
        ("RUS", "ja", "ロシア"),
        ("RUS/Putin", "en", "Russia (Putin)"),
        ("RUS/Putin", "ja", "ロシア（プーチン）"),
        ("RUS/Putin", "ru", "Россия (Путин)"),
        ("RUS/Ministry of Defence", "ja", "ロシア（国防省）"),
        ("RUS/Ministry of Defence", "ru", "Россия (министерство обороны)"),
        ("USA/Trump Administration", "ja", "米国（トランプ政権）"),
        ("UNSC", "ja", "国連安全保障理事会"),
        ("UNSC", "ru", "Совет Безопасности ООН"),
        ("GEO/South Ossetia", "ja", "ジョージア（南オセチア）"),
        ("unnamed gunmen", "ja", "unnamed gunmen"),
        ("JPN/fishing boat", "ja", "日本（漁船）"),
        ("JPN/fishing boat", "ru", "Япония (рыболовное судно)"),
        ("JPN/ferry", "ja", "日本（ferry）"),
    ],
)
def test_labels(code: str, language: str, shown: str) -> None:
    assert label(code, language) == shown


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_no_label_shows_a_stem(language: str) -> None:
    codes = [*states(), *(p.code for p in people().values()), *(r["code"] for r in rows("bodies"))]
    codes += [f"{r['state'] or 'RUS'}/{r['name']}" for r in rows("organs")]
    codes += [f"RUS/{r['role']}" for r in rows("roles")]
    shown = [label(code, language) for code in codes]
    assert all(name and "*" not in name and "?" not in name for name in shown)


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownName, match="language"):
        label("RUS", "fr")


def test_every_issue_has_three_labels() -> None:
    assert all(
        set(issue.label) == {"en", "ja", "ru"} and all(issue.label.values()) for issue in issues().values()
    )


@pytest.mark.parametrize("language", ["ja", "ru"])
def test_every_agent_that_the_coder_names_in_english_is_shown_in(language: str) -> None:
    named = sorted(set(lists().english.values()))
    assert [name for name in named if name in label(f"RUS/{name}", language)] == []


def test_a_katakana_name_is_shown_in_latin_letters_outside_japanese() -> None:
    assert label("UKR/シビハ", "ja") == "ウクライナ（シビハ）"
    assert label("UKR/シビハ", "en") == "Ukraine (Shibiha)"
