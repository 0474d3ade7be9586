"""What two states resolve on is an agreement, and what is resolved on is planned."""

import pytest
from japanese_texts import events


def _events(text: str) -> list[tuple[str, str, str]]:
    return [(e.quote, e.plover, str(e.modality)) for e in events(text)]


@pytest.mark.parametrize("ending", ["こととした", "ことにした"])
def test_two_states_agree_in_their_resolve(ending: str) -> None:
    events = _events(f"中国とインドは国境貿易の交渉を再開する{ending}。")
    assert ("CONSULT", "planned") in [e[1:] for e in events]
    assert ("AGREE", "asserted") in [e[1:] for e in events]


def test_one_state_only_plans() -> None:
    assert [e[1:] for e in _events("タイ政府はミャンマーに部隊を派遣することにした。")] == [
        ("MOBILIZE", "planned")
    ]


def test_confirmations_of_different_things_are_different_acts() -> None:
    text = (
        "日本とタイの外相が会談した。双方は、条約を守ることを確認した。双方は、協力を続けることを確認した。"
    )
    assert [e[1] for e in _events(text)].count("AGREE") == 2
