"""Who speaks, which report a passage is of, and whom a surname means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.en.blocks import is_dateline
from detente.coding.en.voice import joint_statement, voices
from detente.findings import Event


def test_a_title_and_the_labels_of_a_transcript_say_who_speaks() -> None:
    texts = ["Remarks by Chancellor Scholz", "Thank you.", "JOURNALIST: Will you go?", "CHANCELLOR: I will."]
    found = voices(texts, None, "2023-05-01")
    assert found == [("DEU/Scholz",), ("DEU/Scholz",), (), ("DEU/Scholz",)]


def test_a_text_in_the_third_person_has_no_speaker() -> None:
    assert voices(["Japan met Russia.", "They agreed."], None, None) == [(), ()]
    assert not joint_statement(["Japan met Russia."], None)


def test_a_line_that_is_only_a_day_is_a_dateline() -> None:
    assert is_dateline("March 5, 2018")
    assert is_dateline("7 February 2002")
    assert not is_dateline("On March 5, 2018 they met.")


def test_a_surname_means_the_person_named_in_full_before(events: Callable[[str], list[Event]]) -> None:
    told = events("South Korean Foreign Minister Park Jin went to Hanoi. Park praised Vietnam.")
    assert any(e.plover == "SUPPORT" and e.actors == ("KOR/Park Jin",) for e in told)


def test_a_condemned_decision_is_directed_at_whoever_took_it(events: Callable[[str], list[Event]]) -> None:
    told = events("Peru expelled two Chilean diplomats. Brazil condemned the decision.")
    assert any(e.plover == "ACCUSE" and e.targets == ("PER",) for e in told)


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Statement by the Ministry of Foreign Affairs of Kenya on the raid", ("KEN/Foreign Ministry",)),
        ("President Zelensky's address to the nation", ("UKR/Zelensky",)),
        ("Statement from the Press Secretary on the call with President Xi", ()),
        ("“We reject the statement of the Togolese Foreign Ministry,” it said.", ()),
        ("Kenya said that the statement of Uganda was false.", ()),
    ],
)
def test_a_heading_says_whose_statement_follows(heading: str, speaker: tuple[str, ...]) -> None:
    assert voices([heading, "We regret it."], None, "2024-05-03") == [speaker, speaker]


def test_the_name_of_the_main_speaker_is_a_label_in_any_letters() -> None:
    texts = ["Spokesperson Mao Ning's Press Conference", "AFP: Will you go?", "Mao Ning: We will."]
    speaker = ("CHN/Mao Ning",)
    assert voices(texts, None, "2024-05-03") == [speaker, (), speaker]
