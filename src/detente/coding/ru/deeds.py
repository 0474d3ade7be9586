"""Which verbs report a deed by their form: those that the codebook does not list as states or as speech."""

from __future__ import annotations

from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.tree import Tree

_NO_DEEDS = ("no_act", "said", "planned", "unreal", "denied", "foretold")
_CLAUSES = ("acl:relcl", "acl", "conj", "root", "advcl", "xcomp", "ccomp", "parataxis", "csubj")


def is_deed(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb that somebody does: no state, cognition, speech or modal verb.

    Participles before their noun (действующий договор) and of the present (затрагивающий) name a
    property, no deed.
    """
    word = tree.words[i]
    if word.pos != "VERB" or word.rel not in _CLAUSES:
        return False
    if word.rel == "acl" and word.feats.get("Tense") == "Pres":
        return False
    return not any(lexicon.is_a(name, word.lemma) for name in _NO_DEEDS)
