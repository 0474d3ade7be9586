"""Actors in Russian text, in any case."""

from __future__ import annotations

import pytest

from detente.ontology import mentions


def found(text: str, date: str | None = None) -> list[tuple[str, tuple[str, ...], str]]:
    return [(text[m.start : m.end], m.actors, m.kind) for m in mentions(text, "ru", date)]


@pytest.mark.parametrize(
    ("text", "surface", "code"),
    [
        ("переговоры с Россией", "Россией", "RUS"),
        ("отношения с Китаем", "Китаем", "CHN"),
        ("войска Украины", "войска Украины", "UKR/army"),
        ("власти США", "власти США", "USA/authorities"),
        ("российский МИД", "российский МИД", "RUS/Foreign Ministry"),
        ("в Совете Безопасности ООН", "Совете Безопасности ООН", "UNSC"),
        ("Белого дома", "Белого дома", "USA/White House"),
        ("слушания в Госдуме", "Госдуме", "RUS/State Duma"),
        ("по данным «Аль-Каиды»", "Аль-Каиды", "Al-Qaeda"),
        ("Объединённых Арабских Эмиратов", "Объединённых Арабских Эмиратов", "ARE"),
        ("руководством Северной Кореи", "Северной Кореи", "PRK"),
    ],
)
def test_names_in_their_cases(text: str, surface: str, code: str) -> None:
    assert (surface, (code,)) in [f[:2] for f in found(text)]


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("президент России Владимир Путин", "2014", ("RUS/Putin",)),
        ("Президенты России и Украины", "2014-09", ("RUS/Putin", "UKR/Poroshenko")),
        ("министра иностранных дел РФ Сергея Лаврова", "2014", ("RUS/Lavrov",)),
        ("американский госсекретарь", "2014", ("USA/Kerry",)),
        ("пресс-секретарь Путина Дмитрий Песков", "2014", ("RUS/Peskov",)),
        ("министр обороны Польши Станислав Зелёный", None, ("POL/Zeleny",)),
        ("с Порошенко", None, ("UKR/Poroshenko",)),
    ],
)
def test_office_holders(text: str, date: str | None, codes: tuple[str, ...]) -> None:
    assert found(text, date)[0][1:] == (codes, "person")


@pytest.mark.parametrize(
    "text", ["С одной стороны, это так.", "Того же мнения все.", "на русском языке", "Корейская война"]
)
def test_words_that_only_look_like_actors(text: str) -> None:
    assert found(text) == []


def test_a_capital_is_a_state_or_a_place() -> None:
    assert [k for _, _, k in found("Москва отвергла это. Встреча прошла в Москве.")] == ["state", "place"]


def test_a_compound_adjective_is_joint() -> None:
    assert found("американо-российский договор") == [("американо-российский", ("USA", "RUS"), "joint")]
    assert found("индо-пакистанский конфликт") == [("индо-пакистанский", ("IND", "PAK"), "joint")]
    assert found("научно-технический обмен") == []
    assert found("российско-американские отношения") == [("российско-американские", ("RUS", "USA"), "joint")]
    assert found("северо-западный округ") == []
