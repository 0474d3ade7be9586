"""Where a finding stands: the clause of a verb, the phrase of a noun."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.en.connectives import phrases
from detente.coding.en.frames import shared_object
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

APART = frozenset({"advcl", "conj", "parataxis", "cc", "punct", "relcl", "mark", "intj", "meta", "dep"})
PHRASE = frozenset({"conj", "cc", "punct", "relcl"})
DASHES = ("—", "–", "--")
LONG = 6  # tokens of a phrase before the verb, over which it stands apart
CIRCUMSTANCE = frozenset({"after", "amid", "despite", "following", "before", "because", "without", "during"})
CLOSE = 5  # tokens between two verbs that may share an object
GAP = 4  # tokens between it and the rest of the clause, over which it stands apart


def clause(tree: Tree, i: int, more: Iterable[int] = ()) -> tuple[int, int]:
    """The characters of the clause of verb `i`, with the tokens `more`, without side clauses."""
    named = [t for k in more for t in (k, *tree.children(k, "compound"))]
    tokens = _without_tail(tree, i, [*_core(tree, i, APART), *named, *_shared(tree, i)])
    return trimmed(tree, min(tokens), max(tokens))


def _shared(tree: Tree, i: int) -> list[int]:
    """The object that a verb shares with the next one: denounced but could not stop the vote."""
    if not tree.verbal(i) or tree.children(i, "dobj", "attr", "oprd", "acomp", "auxpass", "prt", "advmod"):
        return []
    later = [k for k in tree.children(i, "conj") if k > i and k - i <= CLOSE]
    joined = later and not any(tree.words[t] in (",", ";") for t in range(i, later[0]))
    return [t for o in shared_object(tree, i) if o > i for t in _core(tree, o, PHRASE)] if joined else []


def _without_tail(tree: Tree, i: int, tokens: list[int]) -> list[int]:
    """The tokens without what a single dash adds, or a long apposition or "including ..." at the end."""
    dashes = [t for t in tokens if t > i and tree.words[t] in DASHES]
    if len(dashes) == 1 and max(tokens) - dashes[0] > LONG and dashes[0] - i > 2:
        tokens = [t for t in tokens if t < dashes[0]]
    for t in sorted(tokens):
        if t > i and (tree.deps[t] == "appos" or tree.lemmas[t] in ("including", "include")):
            branch = [b for b in tree.subtree(t) if b in tokens]
            if len(branch) > LONG and max(branch) >= max(tokens) - 1:
                return [b for b in tokens if b < min(branch)] or tokens
    return tokens


def _core(tree: Tree, i: int, apart: frozenset[str]) -> list[int]:
    """The subtree of a predicate: its own side clauses and conjuncts left out, those of its nouns kept."""
    found = [i]
    for k in tree.kids[i]:
        if tree.deps[k] in apart and not (tree.deps[k] == "advcl" and k > i and _content(tree, i, k)):
            continue
        branch = _with_restrictions(tree, k)
        if tree.deps[k] != "prep" or not (
            _apart_before(tree, i, k, branch) or _apart_after(tree, i, k, branch)
        ):
            found += branch
    return found


def _with_restrictions(tree: Tree, k: int) -> list[int]:
    """The tokens under `k`; relative clauses only where they say which one is meant: any act that seeks."""
    found: list[int] = []
    stack = [k]
    while stack:
        at = stack.pop()
        found.append(at)
        for b in tree.kids[at]:
            dep = tree.deps[b]
            if dep != "parataxis" and (dep != "relcl" or _restricts(tree, at, b)):
                stack.append(b)
    return found


def _restricts(tree: Tree, noun: int, verb: int) -> bool:
    """Whether a relative clause stands without a comma and begins with "that" or "in which"."""
    first = min(tree.subtree(verb))
    apart = any(tree.words[t] in (",", "—", "–", "--", "(") for t in range(noun + 1, first + 1))
    led = tree.tags[first] == "IN" and tree.words[first + 1].lower() in ("which", "whom")
    return not apart and (tree.words[first].lower() == "that" or led)


def _apart_after(tree: Tree, i: int, k: int, branch: list[int]) -> bool:
    """Whether a phrase after a verb tells its circumstances: after a break of years, in return for."""
    if k < i:
        return False
    text = tree.text[tree.starts[min(branch)] : tree.ends[max(branch)]]
    if tree.lemmas[k] in CIRCUMSTANCE and len(branch) > 3:
        return True
    return any(phrases(name).match(text) for name in ("purpose", "following"))


def _apart_before(tree: Tree, i: int, k: int, branch: list[int]) -> bool:
    """Whether a phrase before a verb is long, or far from the verb's other words before it."""
    if k > i:
        return False
    others = [t for t in tree.kids[i] if max(branch) < t <= i and tree.deps[t] not in APART | {"prep"}]
    nearest = min((min(tree.subtree(t, APART)) for t in others), default=i)
    return len(branch) > LONG or nearest - max(branch) > GAP


def _content(tree: Tree, i: int, k: int) -> bool:
    """Whether a to-infinitive read as a purpose is what the verb speaks of: agreed to establish."""
    promises = is_a("promise", tree.lemmas[i]) or is_a("demand", tree.lemmas[i])
    return promises and tree.tags[k] == "VB"


def verb_group(tree: Tree, i: int) -> int:
    """The character at which a verb begins with its auxiliaries and negation."""
    own = [k for k in tree.kids[i] if tree.deps[k] in ("aux", "auxpass", "neg", "advmod") and k < i]
    return tree.starts[min([i, *own])]


def phrase(tree: Tree, i: int) -> tuple[int, int]:
    """The characters of a noun phrase with what hangs on it, without its conjuncts and relatives."""
    tokens = _core(tree, i, PHRASE)
    return trimmed(tree, min(tokens), max(tokens))


def whole(tree: Tree, i: int) -> tuple[int, int]:
    """The characters of everything under `i`."""
    tokens = list(tree.subtree(i, frozenset()))
    return trimmed(tree, min(tokens), max(tokens))


def trimmed(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """From the first to the last token, without punctuation at the edges."""
    while first < last and not tree.words[first][:1].isalnum() and tree.words[first] not in '“"‘$€£(':
        first += 1
    while last > first and tree.words[last] in (",", ";", ":", ".", "—", "–", "-", "!", "?", "--"):
        last -= 1
    return tree.starts[first], tree.ends[last]
