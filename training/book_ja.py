"""The heads of the Japanese codebook as places whose type is known, for the training of learn_ja.py.

An entry over a class of nouns (制裁, 禁輸 with 解く, 緩める) gives each noun once and each verb once.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from detente.coding.codebook import Entry, load_codebook
from detente.coding.ja.conduct import conduct_type
from detente.coding.ja.heads import joined
from detente.coding.ja.kinds import kind_traits
from detente.coding.ja.tokens import Token, tokenize
from detente.coding.ja.traits import named

_CASES = frozenset("を に が と へ で から".split())  # noqa: SIM905
_FORMS = frozenset({"助動詞", "補助記号"})


def heads_as_places() -> Iterator[tuple[list[str], str]]:
    """The traits and the type of each head; negated ones are left out."""
    chance = Random(0)
    for entry in load_codebook("ja", "events").entries.values():
        for head in _heads(entry, chance) if entry.type is not None else ():
            words = tokenize(head)
            arguments, verb = _split(words)
            if head.endswith(("ない", "ず")) or not joined(verb).removesuffix("為る"):
                continue
            suggested = conduct_type(head)
            yield kind_traits(_clause(arguments, verb), suggested, words), str(entry.type)
            if not arguments and verb[-1].pos == "名詞" and entry.nominal != "never":
                noun = ["noun", *named("n", verb[-1].norm)]
                yield kind_traits(noun, suggested, words), str(entry.type)


def _heads(entry: Entry, chance: Random) -> list[str]:
    if not entry.of:
        return list(entry.heads)
    with_nouns = [(chance.choice(entry.of), head) for head in entry.heads]
    with_verbs = [(noun, chance.choice(entry.heads)) for noun in entry.of]
    return [noun + entry.case + head for noun, head in (*with_nouns, *with_verbs)]


def _split(words: list[Token]) -> tuple[list[tuple[str, list[Token]]], list[Token]]:
    """The arguments of a head with their particles, and its verb."""
    arguments: list[tuple[str, list[Token]]] = []
    part: list[Token] = []
    for word in words:
        if word.pos == "助詞" and word.surface in _CASES and part:
            arguments.append((word.surface, part))
            part = []
        elif word.pos not in _FORMS:
            part.append(word)
    return arguments, part


def _clause(arguments: list[tuple[str, list[Token]]], verb: list[Token]) -> list[str]:
    stem = joined(verb).removesuffix("為る")
    traits = ["clause", *named("v", stem)]
    for case, words in arguments:
        noun = words[-1].norm
        traits += [*named(case, noun), f"{stem}&{case}={noun}", f"{case}|thing"]
    return traits
