"""Japanese events: the sides that no rule fills, settled by a trained model of who is spoken of where."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.coding.ja.side_choice import chosen
from detente.coding.ja.side_traits import Act, Past
from detente.coding.ja.side_weights import weights
from detente.findings import Event
from detente.reading import from_text


def told(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The sides of the events of a text."""
    found = code(from_text(text, name="text", language="ja"), kinds=["event"])
    return [(e.actors, e.targets) for e in found if isinstance(e, Event)]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("ケニアはソマリアに向かう便を全て止めた。半年後、ナイロビは便を元に戻した。", (("KEN",), ("SOM",))),
        ("ヨルダンはイスラエルから大使を引き揚げた。エルサレムは水の融通を絞った。", (("ISR",), ("JOR",))),
    ],
)
def test_what_is_done_in_words_of_no_list_falls_on_whom_the_text_speaks_of(
    text: str, sides: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    assert told(text)[-1] == sides


def test_a_state_that_is_never_named_bears_nothing() -> None:
    assert told("ロシア外務省は「窃盗だ」と反発した。") == [(("RUS/Foreign Ministry",), ())]


def test_an_election_has_no_target() -> None:
    text = "ケニアはソマリアに抗議した。8月、ケニアは大統領選挙を実施した。"
    assert [targets for actors, targets in told(text) if "KEN" in actors][-1] == ()


def _act(traits: dict[str, list[str]], past: list[Past]) -> Act:
    return Act("ACCUSE", "conduct", ("", ""), ("KEN",), (), traits, [], past, 2, frozenset())


def test_whom_somebody_dealt_with_before_is_likelier_to_bear_his_act() -> None:
    rule = ["here", "rule-doer-own-False", "rule-doer-by-conduct"]
    traits = {"KEN": rule, "SOM": ["ago1"], "UGA": ["ago1"]}
    for other in ("SOM", "UGA"):
        past = [Past(frozenset({other}), frozenset({"KEN"}), "SANCTION", 1)]
        near = {s: [*t, *(["did0-ago", "did0-deeds"] if s == other else [])] for s, t in traits.items()}
        assert chosen(_act(near, past))[1] == (other,)


def test_the_weights_know_both_sides() -> None:
    known = weights()
    assert known["A:own:が"] > 0 > known["T:own:が"]
