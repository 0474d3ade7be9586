"""Russian events: type, sides, modality, date, by grammar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Event, Statement

Coder = Callable[..., tuple[list[Event], list[Statement]]]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "targets"),
    [
        ("Россия ратифицировала договор с США.", "AGREE", ["RUS"], ["USA"]),
        ("Договор с США был ратифицирован Россией.", "AGREE", ["RUS"], ["USA"]),
        (
            "Путин и Буш провели переговоры в Токио.",
            "CONSULT",
            ["RUS/Putin", "USA/Bush"],
            ["RUS/Putin", "USA/Bush"],
        ),
        ("Переговоры между Россией и Японией состоялись в мае.", "CONSULT", ["RUS", "JPN"], ["RUS", "JPN"]),
        ("Министр иностранных дел России Лавров посетил Японию.", "CONSULT", ["RUS/Lavrov"], ["JPN"]),
        ("США ввели санкции против Ирана.", "SANCTION", ["USA"], ["IRN"]),
        ("Американские санкции против Ирана ударили по рынку.", "SANCTION", ["USA"], ["IRN"]),
        ("Россия призвала США снять санкции с Ирана.", "REQUEST", ["RUS"], ["USA"]),
        ("Токио выразил протест Москве.", "PROTEST", ["JPN"], ["RUS"]),
        ("Иран, обвинивший США в шпионаже, закрыл границу.", "ACCUSE", ["IRN"], ["USA"]),
        ("Россия осудила удары США и выслала американских дипломатов.", "SANCTION", ["RUS"], ["USA"]),
        ("США нанесли удар по Ирану.", "ASSAULT", ["USA"], ["IRN"]),
        ("Япония назвала действия России незаконными.", "ACCUSE", ["JPN"], ["RUS"]),
        (
            "В Кремле заявили, что не будут участвовать в саммите. Вашингтон промолчал.",
            "REJECT",
            ["RUS"],
            ["USA"],
        ),
        ("Москва сообщила, что США обстреляли судно.", "ACCUSE", ["RUS"], ["USA"]),
        ("Токио заявил, что Россия должна вернуть острова.", "REQUEST", ["JPN"], ["RUS"]),
        (
            "Иран и Япония спорят давно. Переговоры между двумя странами состоялись в мае.",
            "CONSULT",
            ["IRN", "JPN"],
            ["IRN", "JPN"],
        ),
        (
            "Иран и Япония спорят о границе. Переговоры завершились ничем.",
            "CONSULT",
            ["IRN", "JPN"],
            ["IRN", "JPN"],
        ),
        ("Иран вышел из договора и ввел против Японии новые пошлины.", "SANCTION", ["IRN"], ["JPN"]),
        ("Подписав договор с Ираном, США обратились к Японии с предложением.", "REQUEST", ["USA"], ["JPN"]),
        (
            "США спорят с Японией. США заявили, что введены пошлины на рыбу.",
            "SANCTION",
            ["USA"],
            ["JPN"],
        ),
        ("Иран недавно передал Японии ракеты.", "AID", ["IRN"], ["JPN"]),
        ("Россия объявила персоной нон грата помощника атташе Японии.", "SANCTION", ["RUS"], ["JPN"]),
        (
            "Россия объявила persona non grata сотрудника японского посольства в качестве ответной меры.",
            "SANCTION",
            ["RUS"],
            ["JPN"],
        ),
        (
            "Решение о высылке российских дипломатов приняла также Япония.",
            "SANCTION",
            ["JPN"],
            ["RUS"],
        ),
        (
            "Лавров сообщил о намерении страны выслать японских дипломатов.",
            "SANCTION",
            ["RUS"],
            ["JPN"],
        ),
        ("Россия заявила, что Япония проводит враждебную политику.", "ACCUSE", ["RUS"], ["JPN"]),
        ("Япония заявила, что введет санкции против Ирана.", "THREATEN", ["JPN"], ["IRN"]),
    ],
)
def test_types_and_sides(coded: Coder, text: str, type_: str, actors: list[str], targets: list[str]) -> None:
    events, _ = coded(text)
    found = [e for e in events if e.plover == type_]
    assert found, [e.as_dict() for e in events]
    assert sorted(found[0].actors) == sorted(actors)
    assert sorted(found[0].targets) == sorted(targets)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("США ввели санкции против Ирана.", "asserted"),
        ("США введут санкции против Ирана.", "planned"),
        ("США будут вводить санкции против Ирана.", "planned"),
        ("США намерены ввести санкции против Ирана.", "planned"),
        ("Резолюция предписывает США ввести санкции против Ирана.", "planned"),
        ("США не вводили санкции против Ирана.", "denied"),
        ("США не введут санкции против Ирана.", "predicted-not"),
        ("США могут ввести санкции против Ирана.", "hypothetical"),
        ("США ввели бы санкции против Ирана.", "hypothetical"),
        ("Если США введут санкции против Ирана, цены вырастут.", "hypothetical"),
        ("По словам Лаврова, США ввели санкции против Ирана.", "asserted"),
    ],
)
def test_modality(coded: Coder, text: str, modality: str) -> None:
    events, _ = coded(text)
    (event,) = [e for e in events if e.plover == "SANCTION"]
    assert event.modality == modality
    assert event.actual == (modality == "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Россия расположена в Евразии.",
        "Компания разместила рекламу в Москве.",
        "Погода в Японии была хорошей.",
        "Президент США встретился с избирателями.",
        "Японская полиция арестовала вора.",
        "Министр обороны России посетил выставку.",
        "В России прошли выборы.",
    ],
)
def test_no_event(coded: Coder, text: str) -> None:
    assert coded(text)[0] == []


def test_what_is_demanded_is_no_event_of_its_own(coded: Coder) -> None:
    events, _ = coded("Россия потребовала от США вывести войска из Ирана.")
    assert [e.plover for e in events] == ["REQUEST"]


def test_dates_and_pronouns_come_from_before(coded: Coder) -> None:
    events, statements = coded(
        "Путин прибыл в Токио 3 июня 2000 года. 5 июня он посетил Японию снова. Он заявил, что доволен."
    )
    assert [e.date for e in events] == ["2000-06-03", "2000-06-05"]
    assert statements[0].speaker == ("RUS/Putin",)


def test_reported_acts_have_a_holder(coded: Coder) -> None:
    events, _ = coded("Лавров сообщил, что Россия и Япония подписали соглашение.")
    (event,) = [e for e in events if e.plover == "AGREE"]
    assert event.holder == "RUS/Lavrov"
    assert event.actual


@pytest.mark.parametrize(
    "text",
    [
        "Слова Японии ранили чувства России.",
        "Россия отметила годовщину нападения Японии на порт.",
    ],
)
def test_no_attack(coded: Coder, text: str) -> None:
    assert [e.plover for e in coded(text)[0] if e.plover == "ASSAULT"] == []


def test_people_of_no_named_state_are_no_other_side(coded: Coder) -> None:
    events, _ = coded("Россия и Япония спорят. Россия призывает другие страны к порядку.")
    assert [e.targets for e in events if e.plover == "REQUEST"] == [()]


def test_a_visit_called_a_symbol_is_told_before(coded: Coder) -> None:
    events, _ = coded("Лавров посетил Иран. Эта поездка стала символом перемен.")
    assert [e.quote for e in events if e.plover == "CONSULT"] == ["Лавров посетил Иран"]
