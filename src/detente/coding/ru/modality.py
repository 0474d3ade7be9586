"""Whether a Russian act is put as fact, plan, possibility, condition or denied; and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.tree import Tree
from detente.findings import Modality

_IF = frozenset({"если", "пока", "коли", "раз"})
_UNREAL_PREPOSITIONS = {
    "до": Modality.PLANNED,
    "для": Modality.PLANNED,
    "без": Modality.DENIED,
    "вместо": Modality.DENIED,
}
_CONTENT = frozenset(
    {"xcomp", "ccomp", "nmod", "obl", "obj", "iobj", "nsubj", "nsubj:pass", "csubj", "acl", "conj"}
)
_REACHING = frozenset({"о", "к", "на", "от", "за", "против", "по поводу", "относительно"})  # договорился о
_UNDER_NOUN = frozenset({"nmod", "acl", "xcomp", "ccomp"})
_ELECTIONS = frozenset({"выборы", "саммит", "встреча", "визит", "переговоры", "учение", "поездка"})


@dataclass(frozen=True, slots=True)
class Mode:
    """The modality of an act, whether hedged, and the verb of saying over it (None: the author says it)."""

    modality: Modality = Modality.ASSERTED
    hedged: bool = False
    negated: bool = False
    saying: int | None = None

    @property
    def actual(self) -> bool:
        """Whether the text asserts that it happened, goes on or is on the calendar."""
        return self.modality in (Modality.ASSERTED, Modality.SCHEDULED)


def mode_of(tree: Tree, i: int, lexicon: Lexicon) -> Mode:
    """The mode of the act at word `i`, by its own form and by the words over it."""
    negated = is_negated(tree, i)
    modality = _own(tree, i, negated)
    hedged = any(lexicon.is_a("hedges", tree.words[k].lemma) for k in tree.children(i))
    saying: int | None = None
    at = i
    for above in tree.up(i):
        word = tree.words[at]
        if word.rel not in _CONTENT and word.rel not in ("advcl", "acl:relcl"):
            break
        if word.rel == "acl" and word.feats.get("VerbForm") == "Fin":  # о том, что
            break
        over = _from_above(tree, at, above, lexicon)
        if over is not None and modality is Modality.ASSERTED:
            modality = over
        if word.rel in ("ccomp", "csubj") and lexicon.is_a("said", tree.words[above].lemma):
            saying = above if saying is None else saying
        if word.rel in ("advcl", "acl:relcl") and over is None:
            break
        at = above
    return Mode(modality, hedged, negated, saying)


def is_refused(tree: Tree, i: int, mode: Mode, lexicon: Lexicon) -> bool:
    """Whether somebody will not, or does not mean to, do an act: не прекратит, не намерен признавать.

    What another is said not to want is no refusal, nor is what hangs on a condition.
    """
    if mode.modality is Modality.PREDICTED_NOT:
        return mode.saying is None and tree.words[i].pos == "VERB"
    over = tree.words[i].head
    if mode.modality is not Modality.DENIED or mode.saying is not None or over < 0:
        return False
    held = tree.words[i].rel in ("xcomp", "csubj", "obj", "obl", "ccomp")
    return held and lexicon.is_a("unwilling", tree.words[over].lemma) and is_negated(tree, over)


def is_negated(tree: Tree, i: int) -> bool:
    """Whether "не" or "нет" denies the word, its auxiliary or its copula."""
    if tree.has(i, "не", "ни"):
        return True
    return any(tree.has(k, "не") for k in tree.children(i, "aux", "aux:pass", "cop"))


def _own(tree: Tree, i: int, negated: bool) -> Modality:
    word = tree.words[i]
    if tree.has(i, "бы", "б"):
        return Modality.HYPOTHETICAL
    if _conditional(tree, i):
        return Modality.HYPOTHETICAL
    if is_future(tree, i):
        return Modality.PREDICTED_NOT if negated else Modality.PLANNED
    if negated:
        return Modality.DENIED
    if word.feats.get("Mood") == "Imp" and word.pos == "VERB":
        return Modality.PLANNED
    for k in tree.children(i, "case"):
        modality = _UNREAL_PREPOSITIONS.get(tree.words[k].text.lower())
        if modality is not None and word.pos == "NOUN":
            return modality
    return Modality.ASSERTED


def _conditional(tree: Tree, i: int) -> bool:
    """Whether a word stands in an if-clause, or an if-clause hangs on it."""
    if any(tree.words[k].lemma in _IF for k in tree.children(i, "mark")):
        return True
    clauses = tree.children(i, "advcl")
    return any(tree.words[k].lemma == "если" for c in clauses for k in tree.children(c, "mark"))


def is_future(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the future, simple or with быть, or follows one that does."""
    word = tree.words[i]
    if word.feats.get("Tense") == "Fut" or (word.feats.get("Tense") == "Pres" and tree.has(i, "никогда")):
        return True
    helpers = [tree.words[k] for k in tree.children(i, "aux", "aux:pass", "cop")]
    if any(
        h.lemma == "быть" and h.feats.get("Mood") == "Ind" and h.feats.get("Tense") != "Past" for h in helpers
    ):
        return word.feats.get("VerbForm") in ("Inf", "Part") or word.feats.get("Variant") == "Short"
    if word.rel == "conj" and word.head >= 0 and not helpers and word.feats.get("VerbForm") == "Inf":
        return is_future(tree, word.head)
    return False


def _from_above(tree: Tree, at: int, above: int, lexicon: Lexicon) -> Modality | None:
    """What the word above makes of the act below it; None where it leaves it as it is."""
    under, over = tree.words[at], tree.words[above]
    marks = [tree.words[k].lemma for k in tree.children(at, "mark")]
    if "чтобы" in marks:
        return Modality.PLANNED
    if any(m in _IF for m in marks):
        return Modality.HYPOTHETICAL
    if under.rel in ("conj", "advcl", "acl:relcl"):
        return None
    if over.pos == "NOUN" and under.rel not in _UNDER_NOUN:
        return None
    if under.rel == "obl" and "+" in tree.mark(at) and tree.mark(at).rsplit("+", 1)[0] not in _REACHING:
        return None
    if (
        over.pos != "NOUN"
        and under.rel == "ccomp"
        and "что" in marks
        and not lexicon.is_a("denied", over.lemma)
    ):
        return Modality.PREDICTED if lexicon.is_a("foretold", over.lemma) else None
    return _by_word(tree, at, above, lexicon)


def _by_word(tree: Tree, at: int, above: int, lexicon: Lexicon) -> Modality | None:
    under, over = tree.words[at], tree.words[above]
    if under.rel in ("nsubj", "nsubj:pass") and over.lemma in (
        "предстоять",
        "запланировать",
        "наметить",
        "намечать",
    ):
        return Modality.SCHEDULED if under.lemma in _ELECTIONS else Modality.PLANNED
    if under.rel in ("nsubj", "nsubj:pass"):
        if is_future(tree, above):
            return Modality.SCHEDULED if under.lemma in _ELECTIONS else Modality.PLANNED
        if is_negated(tree, above):
            return Modality.DENIED
        if under.rel == "nsubj" and not lexicon.is_a("unreal", over.lemma):
            return None
    if over.lemma == "условие" or tree.has(above, "условие"):
        return Modality.PLANNED
    negated = is_negated(tree, above)
    if lexicon.is_a("denied", over.lemma):
        return None if negated else Modality.DENIED
    if negated and (lexicon.is_a("unreal", over.lemma) or lexicon.is_a("planned", over.lemma)):
        return Modality.DENIED
    if lexicon.is_a("unreal", over.lemma):
        return Modality.HYPOTHETICAL
    if lexicon.is_a("planned", over.lemma):
        return Modality.PLANNED
    if lexicon.is_a("foretold", over.lemma):
        return Modality.PREDICTED
    if under.rel == "xcomp" and tree.verbal(above):  # не станут снимать, начнет вводить
        own = _own(tree, above, negated)
        return own if own is not Modality.ASSERTED else None
    return None
