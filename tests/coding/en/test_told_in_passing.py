"""Acts that are told in passing: a charge taken up, a deed complained of, a meeting that "was" somewhere."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.findings import Event, Statement
from detente.reading import from_text


def told(text: str) -> list[tuple[str, set[str], set[str]]]:
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    return [(f.plover, _states(f.actors), _states(f.targets)) for f in found if isinstance(f, Event)]


def _states(codes: tuple[str, ...]) -> set[str]:
    return {code.split("/")[0] for code in codes}


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("Kenya accuses Sudan of arming rebels, a charge Khartoum denies.", "ACCUSE", "KEN", "SDN"),
        ("Kenya accuses Sudan of arming rebels, a charge Khartoum denies.", "REJECT", "SDN", "KEN"),
        ("Norway will raise concerns about Iran's support for Syria.", "SUPPORT", "IRN", "SYR"),
        ("The last German visit to Chile was by Angela Merkel in 2016.", "CONSULT", "DEU", "CHL"),
        ("Norway thanked Chile. The first meeting was in Vienna.", "CONSULT", "NOR CHL", "NOR CHL"),
        ("Peru accused Chile of firing at its boats.", "ASSAULT", "CHL", "PER"),
        ("Danish troops were deployed to Estonia.", "MOBILIZE", "DNK", "EST"),
        ("Mali and Niger agreed to a truce brokered by Qatar.", "AGREE", "MLI NER", "MLI NER"),
        ("Mali and Niger signed the Algiers Agreement.", "AGREE", "MLI NER", "MLI NER"),
        ("Peru told Chile that Chilean troops had killed a Peruvian fisherman.", "ASSAULT", "CHL", "PER"),
        ("Mali and Niger quarrelled. Algeria mediated.", "CONSULT", "DZA", "MLI NER"),
        ("Mali and Niger have long disputed the wells.", "REJECT", "MLI NER", "MLI NER"),
    ],
)
def test_what_is_told_in_passing_is_an_act(text: str, plover: str, actors: str, targets: str) -> None:
    assert (plover, set(actors.split()), set(targets.split())) in told(text)


def test_who_waves_a_protest_away_does_not_protest() -> None:
    assert [t[0] for t in told("Chile protested to Peru. Lima brushed the protest aside.")] == [
        "PROTEST",
        "REJECT",
    ]


def test_each_place_is_a_meeting_of_its_own() -> None:
    found = code(
        from_text(
            "The leaders of Mali and Niger met in Rome in May 2021 and in Oslo in June 2022.",
            name="x",
            language="en",
        ),
        kinds=["event"],
    )
    assert [f.date for f in found if isinstance(f, Event)] == ["2021-05", "2022-06"]


BRIEFING = "Background Press Call\n\nSENIOR ADMINISTRATION OFFICIAL: "


def test_an_unnamed_official_speaks_for_his_state_and_tells_what_others_do() -> None:
    text = BRIEFING + "We oppose any change. Mr. Sullivan met Wang Yi in May. They discussed trade."
    assert ("REJECT", {"USA"}) in [(p, a) for p, a, _ in told(text)]
    assert ("CONSULT", {"USA", "CHN"}, {"USA", "CHN"}) in told(text)[-1:]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Norway has been clear that the islands are not for sale.", True),
        ("Norway has been clear that it opposes the sale.", True),
        ("It is clear that the islands are not for sale.", False),
        (BRIEFING + "I expect the two will discuss trade.", False),
    ],
)
def test_to_be_clear_is_to_say_so_once(text: str, spoken: bool) -> None:
    found = code(from_text(text, name="x", language="en"), kinds=["statement"])
    assert len([f for f in found if isinstance(f, Statement)]) == spoken
