"""Russian statements: who says what, quoted or reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Event, Statement

Coder = Callable[..., tuple[list[Event], list[Statement]]]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("«Мы не ведем войны», — сказал Путин.", "«Мы не ведем войны»"),
        ("Путин подчеркнул: «Договор остается в силе».", "«Договор остается в силе»"),
        ("«Мы готовы. Решение принято», — добавил Путин.", "«Мы готовы. Решение принято»"),
        ("По словам Путина, есть «полное и ясное понимание» цели.", "«полное и ясное понимание»"),
    ],
)
def test_quotations(coded: Coder, text: str, quote: str) -> None:
    _, statements = coded(text)
    found = [s for s in statements if s.direct]
    assert [(s.quote, s.speaker) for s in found] == [(quote, ("RUS/Putin",))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Лавров заявил, что переговоры продолжаются.", ("RUS/Lavrov",)),
        ("По мнению Лаврова, переговоры продолжаются.", ("RUS/Lavrov",)),
        ("В Кремле пояснили, что переговоры продолжаются.", ("RUS",)),
        ("Токио потребовал от Москвы объяснений.", ("JPN",)),
        ("Лавров объявил о начале переговоров.", ("RUS/Lavrov",)),
        ("Посол России Анатолий Антонов отметил, что переговоры продолжаются.", ("RUS/Antonov",)),
    ],
)
def test_reported_speech(coded: Coder, text: str, speaker: tuple[str, ...]) -> None:
    _, statements = coded(text)
    (statement,) = statements
    assert statement.speaker == speaker
    assert not statement.direct


def test_what_was_said_before_belongs_to_whom_is_named_after(coded: Coder) -> None:
    _, statements = coded("Переговоры начались утром. Об этом сообщил Лавров.")
    assert [(s.quote, s.speaker) for s in statements] == [("Переговоры начались утром", ("RUS/Lavrov",))]


def test_a_quotation_before_a_comma_and_its_verb(coded: Coder) -> None:
    _, statements = coded("«Вражда преодолена навсегда», объявил Путин в Токио.")
    assert [(s.quote, s.speaker) for s in statements] == [("«Вражда преодолена навсегда»", ("RUS/Putin",))]


def test_a_name_in_quotation_marks_that_is_told_something_is_not_quoted(coded: Coder) -> None:
    _, statements = coded("Об этом «Интерфаксу» сообщил Лавров.")
    assert [s.quote for s in statements] == []


@pytest.mark.parametrize(
    "text", ["Фильм «Новая надежда всех» вышел в мае.", "Россия велика.", "Дождь шел весь день."]
)
def test_no_statement(coded: Coder, text: str) -> None:
    assert coded(text)[1] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Лавров прибыл в Токио. «Мы готовы к миру», — сказал министр.", ("RUS/Lavrov",)),
        ("«Мы готовы к миру», — сказал господин Лавров.", ("RUS/Lavrov",)),
        ("Власти Ирана отвергли ноту. «Мы готовы к миру», — говорится в заявлении.", ("IRN",)),
        ("Министр Ирана Э. Вальдес заявил, что переговоры начнутся.", ("IRN/Valdes",)),
        ("Иран продолжит переговоры. Такое заявление сделал Лавров.", ("RUS/Lavrov",)),
    ],
)
def test_speakers_told_in_few_words(coded: Coder, text: str, speaker: tuple[str, ...]) -> None:
    _, statements = coded(text)
    assert statements[-1].speaker == speaker
