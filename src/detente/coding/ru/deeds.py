"""Which verbs report a deed by their form: those that the codebook does not list as states or as speech."""

from __future__ import annotations

from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.tree import Tree

_NO_DEEDS = ("no_act", "said", "planned", "unreal", "denied", "foretold")
SAYINGS = frozenset({"заявление", "мнение", "слово", "предупреждение", "вывод", "сообщение"})
_MAKES = frozenset(
    {
        "сделать",
        "делать",
        "выступить",
        "выступать",
        "высказать",
        "высказывать",
        "распространить",
        "опубликовать",
    }
)
_CLAUSES = ("acl:relcl", "acl", "conj", "root", "advcl", "xcomp", "ccomp", "parataxis", "csubj")


def is_deed(tree: Tree, i: int, lexicon: Lexicon) -> bool:
    """Whether a word is a verb that somebody does: no state, cognition, speech or modal verb.

    Participles before their noun (действующий договор) and of the present (затрагивающий) name a
    property, no deed.
    """
    word = tree.words[i]
    if word.pos != "VERB" or word.rel not in _CLAUSES:
        return False
    if (word.rel == "acl" and word.feats.get("Tense") == "Pres") or makes_statement(tree, i):
        return False
    return not any(lexicon.is_a(name, word.lemma) for name in _NO_DEEDS)


def makes_statement(tree: Tree, i: int) -> bool:
    """Whether a verb only carries a noun of saying: сделал заявление, выступил с предупреждением."""
    said = (k for k in tree.children(i, "obj", "obl") if tree.words[k].lemma in SAYINGS)
    return tree.words[i].lemma in _MAKES and next(said, None) is not None
