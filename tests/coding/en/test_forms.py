from __future__ import annotations

import pytest

from detente.coding.en.forms import noun_forms, verb_forms
from detente.coding.en.lexicon import load


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("threaten", {"threatens", "threatened", "threatening"}),
        ("refer", {"refers", "referred", "referring"}),
        ("deny", {"denies", "denied", "denying"}),
        ("veto", {"vetoes", "vetoed"}),
        ("withdraw", {"withdrew", "withdrawn", "withdrawing"}),
        ("lie", {"lying", "lied"}),
        ("ban", {"bans", "banned", "banning"}),
    ],
)
def test_verbs_inflect(base: str, forms: set[str]) -> None:
    assert forms <= verb_forms(base)


def test_words_of_more_syllables_do_not_double() -> None:
    assert "offerred" not in verb_forms("offer")
    assert "openned" not in verb_forms("open")


@pytest.mark.parametrize(
    ("base", "plural"),
    [("embargo", "embargoes"), ("euro", "euros"), ("party", "parties"), ("crisis", "crises")],
)
def test_nouns_have_plurals(base: str, plural: str) -> None:
    assert plural in noun_forms(base)


def test_a_lemma_goes_by_the_tag() -> None:
    lexicon = load()
    assert lexicon.lemma("attacks", "VBZ") == "attack"
    assert lexicon.lemma("Talks", "NNS") == "talk"
    assert lexicon.lemma("unheard-of", "JJ") == "unheard-of"
