from __future__ import annotations

import builtins
from typing import Any

import pytest

from detente.coding.en import code_lines, parse
from detente.coding.en.lexicon import load
from detente.coding.en.parse import Acquaintance, model, trees
from detente.coding.en.repair import repaired
from detente.errors import DetenteError


def test_a_missing_parser_is_said_with_the_way_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_spacy(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "spacy":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    model.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without_spacy)
    with pytest.raises(DetenteError, match=r"pip install"):
        model()
    model.cache_clear()


def test_a_tree_covers_its_text() -> None:
    text = "Chile’s cease-fire with Peru — signed in 2019 — holds."
    tree = next(trees([text], load()))
    assert [text[s:e] for s, e in zip(tree.starts, tree.ends, strict=True)] == list(tree.words)
    assert all(k in tree.kids[tree.heads[k]] for k in range(len(tree)) if tree.heads[k] != k)
    assert "cease-fire" in tree.lemmas or "ceasefire" in tree.lemmas


def test_a_noun_that_swallowed_its_verb_gives_it_back() -> None:
    tags, deps, heads = repaired(
        ["coalition", "bombed", "Serbia"], ["NN", "VBN", "NNP"], ["ROOT", "acl", "dobj"], [0, 0, 1]
    )
    assert (tags[1], deps, heads) == ("VBD", ["nsubj", "ROOT", "dobj"], [1, 1, 1])


def test_a_participle_before_a_root_noun_is_the_verb_of_a_sentence_without_one() -> None:
    tags, deps, heads = repaired(
        ["The", "government", "sheltered", "refugees", "."],
        ["DT", "NN", "VBN", "NNS", "."],
        ["det", "nmod", "amod", "ROOT", "punct"],
        [3, 3, 3, 3, 3],
    )
    assert (tags[2], deps[:4], heads) == ("VBD", ["det", "nsubj", "ROOT", "dobj"], [1, 2, 2, 2, 2])


def test_a_participle_before_a_noun_stays_one_where_a_verb_is_there() -> None:
    words, tags = ["jailed", "reporters", "that", "wrote"], ["VBN", "NNS", "WDT", "VBD"]
    _, deps, heads = repaired(words, tags, ["amod", "ROOT", "nsubj", "relcl"], [1, 1, 3, 1])
    assert (deps[0], heads[0]) == ("amod", 1)


def test_a_past_verb_goes_with_the_past_verb_above_an_infinitive() -> None:
    """They confirmed a plan to meet and praised it."""
    tags, deps, heads = repaired(
        ["They", "confirmed", "plans", "to", "meet", "and", "praised", "it"],
        ["PRP", "VBD", "NNS", "TO", "VB", "CC", "VBD", "PRP"],
        ["nsubj", "ROOT", "dobj", "aux", "acl", "cc", "conj", "dobj"],
        [1, 1, 1, 4, 2, 4, 4, 6],
    )
    assert (heads[6], deps[6], tags[6]) == (1, "conj", "VBD")


def test_a_verb_after_its_prefix_is_the_verb_of_its_clause() -> None:
    tree = next(trees(["The embassy was re-opened in May."], load()))
    verb = tree.words.index("opened")
    assert tree.lemmas[verb] == "re-open"
    assert tree.deps[tree.words.index("embassy")] == "nsubjpass"
    assert tree.heads[tree.words.index("embassy")] == verb


def test_a_deed_is_coordinated_with_the_deed_before_it() -> None:
    _, _, heads = repaired(
        ["raid", "on", "Chad", "and", "rejection", "of", "talks"],
        ["NN", "IN", "NNP", "CC", "NN", "IN", "NNS"],
        ["nsubj", "prep", "pobj", "cc", "conj", "prep", "pobj"],
        [0, 0, 1, 2, 2, 4, 5],
    )
    assert heads[4] == 0


def test_the_tokenizer_gets_to_know_the_words_of_so_many_characters_only() -> None:
    known = Acquaintance(left=100)
    known.make(
        ["Chile accused Peru of spying. " * 2, "Peru denied that it had spied on Chile at all.", "No."]
    )
    assert known.left == 40
    known.make(["It was long ago."])
    assert known.left == 24


def test_what_the_tokenizer_knows_changes_nothing_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "The U.S.-led force can't leave Iraq before May 4th, Gen. Smith's aides said (on Monday).",
        "Chile’s navy fired on Peru’s boats at 3pm; “it's war,” Lima said...",
    ]
    found = []
    for left in (0, 10_000):
        known = Acquaintance(left)
        monkeypatch.setattr(parse, "acquaintance", lambda known=known: known)
        found.append([list(code_lines(lines)), list(code_lines(lines))])
    assert found[0] == found[1]
    assert any(line["events"] for line in found[0][0])
