from __future__ import annotations

import pytest

from detente.coding.en.frames import acting, role, undergoing
from detente.coding.en.lexicon import load
from detente.coding.en.modality import mode_of
from detente.coding.en.parse import trees
from detente.coding.en.tree import Tree
from detente.findings import Modality


def parsed(text: str) -> Tree:
    return next(trees([text], load()))


def at(tree: Tree, word: str) -> int:
    return tree.words.index(word)


def words(tree: Tree, heads: list[int]) -> list[str]:
    return [tree.words[h] for h in heads]


@pytest.mark.parametrize(
    ("text", "verb", "doers", "others"),
    [
        ("Chile bombed Peru.", "bombed", ["Chile"], ["Peru"]),
        ("Peru was bombed by Chile.", "bombed", ["Chile"], ["Peru"]),
        ("Chile and Bolivia bombed Peru.", "bombed", ["Chile", "Bolivia"], ["Peru"]),
        ("Chile, which bombed Peru, regretted it.", "bombed", ["Chile"], ["Peru"]),
        ("Chile met Peru and accused Bolivia.", "accused", ["Chile"], ["Bolivia"]),
        ("Chile wants to attack Peru.", "attack", ["Chile"], ["Peru"]),
        ("Chile urged Peru to attack Bolivia.", "attack", ["Peru"], ["Bolivia"]),
        ("The coalition bombed Peru in an effort to end the war.", "bombed", ["coalition"], ["Peru"]),
    ],
)
def test_grammar_gives_the_sides(text: str, verb: str, doers: list[str], others: list[str]) -> None:
    tree = parsed(text)
    assert words(tree, acting(tree, at(tree, verb))) == doers
    assert words(tree, undergoing(tree, at(tree, verb))) == others


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    tree = parsed("Chile held talks with Peru.")
    assert words(tree, role(tree, at(tree, "talks"), "subject")) == ["Chile"]


@pytest.mark.parametrize(
    ("text", "verb", "modality"),
    [
        ("Chile attacked Peru.", "attacked", Modality.ASSERTED),
        ("Chile did not attack Peru.", "attack", Modality.DENIED),
        ("Chile will attack Peru.", "attack", Modality.PLANNED),
        ("Chile may attack Peru.", "attack", Modality.HYPOTHETICAL),
        ("If Chile attacks Peru, Bolivia suffers.", "attacks", Modality.HYPOTHETICAL),
        ("Chile refused to attack Peru.", "attack", Modality.DENIED),
        ("Chile plans to attack Peru.", "attack", Modality.PLANNED),
        ("Chile managed to attack Peru.", "attack", Modality.ASSERTED),
        ("Chile attacked Peru without attacking Bolivia.", "attacking", Modality.DENIED),
        ("The agreement obliges Chile to withdraw its troops.", "withdraw", Modality.HYPOTHETICAL),
        ("Chile was forced to leave Peru.", "leave", Modality.ASSERTED),
        ("Chile was not forced to leave Peru.", "leave", Modality.HYPOTHETICAL),
        ("War would force Chile to leave Peru.", "leave", Modality.HYPOTHETICAL),
    ],
)
def test_modality(text: str, verb: str, modality: Modality) -> None:
    tree = parsed(text)
    assert mode_of(tree, at(tree, verb)).modality is modality


def test_a_said_clause_has_its_sayer() -> None:
    tree = parsed("Bolivia said that Chile attacked Peru.")
    mode = mode_of(tree, at(tree, "attacked"))
    assert mode.actual
    assert mode.saying == at(tree, "said")
