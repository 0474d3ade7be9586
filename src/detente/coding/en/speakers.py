"""Who says something: the names, the office, and whether it is someone who can speak at all."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.en.actors import Cast
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree

PRESS = frozenset(
    {"media", "newspaper", "agency", "daily", "outlet", "press", "television", "broadcaster", "newswire"}
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Names as they are to be shown, codes as in events, and the role where one is named."""

    names: tuple[str, ...]
    codes: tuple[str, ...]
    role: str | None


def speaker_of(cast: Cast, heads: list[int]) -> Speaker | None:
    """The speaker that the noun phrases name, or None where they name no one who can speak."""
    names: list[str] = []
    codes: list[str] = []
    roles: list[str] = []
    for head in heads:
        found = cast.named(head)
        proper = not found and cast.tree.tags[head] in ("NNP", "NNPS")
        lemma = cast.tree.lemmas[head]
        if not found and not proper and not is_a("voices", lemma) and not _somebody(lemma):
            continue
        codes += found
        if proper:
            mention = cast.at.get(head)
            names.append(mention.name if mention and mention.name else name_of(cast.tree, head))
            continue
        if found and ("/" in found[0] or head not in cast.at):
            names += found
        elif found:
            names.append(_full_name(cast, head))
        else:
            roles.append(name_of(cast.tree, head))
        if (mention := cast.at.get(head)) is not None and mention.role:
            roles.append(mention.role)
    if not names and not roles:
        return None
    return Speaker(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(codes)), roles[0] if roles else None)


def _somebody(lemma: str) -> bool:
    """Whether a noun means people, who can say something."""
    return is_a("actor", lemma) and not is_a("craft", lemma)


def _full_name(cast: Cast, head: int) -> str:
    """The name of a state as it stands, with what follows its first word: the Kingdom of Tonga."""
    mention = cast.at[head]
    whole = mention.kind == "state" and " of " in cast.tree.text[mention.start : mention.end]
    return cast.tree.text[mention.start : mention.end] if whole else name_of(cast.tree, head)


def name_of(tree: Tree, head: int) -> str:
    """A noun phrase as words, without articles and what follows its head."""
    inside = tree.subtree(head, frozenset({"relcl", "acl", "prep", "appos", "punct", "conj", "cc"}))
    words = [k for k in sorted(inside) if k <= head and tree.tags[k] not in ("DT", "PDT")]
    return tree.text[tree.starts[words[0]] : tree.ends[head]] if words else tree.words[head]


def mere_source(tree: Tree, heads: list[int]) -> bool:
    """Whether only the press is named, which passes on what it tells: Chadian media reported."""
    return bool(heads) and all(tree.lemmas[h] in PRESS for h in heads)
