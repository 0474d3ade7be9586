"""The words that fill a side of an act: subjects, objects, what control and relative clauses share."""

from __future__ import annotations

from detente.coding.codebook import Frame
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.tree import Tree

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "X"})
_MIDDLE = frozenset(
    {
        "обязаться", "обязываться", "обязоваться", "отказаться", "отказываться", "согласиться", "соглашаться",
        "договориться", "договариваться", "вмешаться", "вмешиваться", "обратиться", "обращаться", "вернуться",
        "возвращаться", "присоединиться", "присоединяться", "извиниться", "извиняться", "встретиться",
        "встречаться", "вторгнуться", "вторгаться", "воздержаться", "воздерживаться",
    }
)  # reflexive verbs that are no passives  # fmt: skip
_INSTRUMENTAL = ("ой", "ей", "ым", "им", "ыми", "ими")
_ENDLESS = ("о", "и", "у", "э", "е")
_AGAINST = ("против+", "в отношении+")


def is_passive(tree: Tree, i: int) -> bool:
    """Whether a verb is in the passive: a participle in -н, -т, -м, or a reflexive with a passive subject."""
    if tree.words[i].lemma in _MIDDLE:
        return False
    if tree.words[i].feats.get("Voice") == "Pass":
        return True
    return bool(tree.children(i, "nsubj:pass"))


def fillers(tree: Tree, i: int, marks: tuple[str, ...], lexicon: Lexicon) -> list[int]:
    """The words that hang on word `i`, or are shared with it, by one of a frame's marks, in their order."""
    found: list[int] = []
    marked = [(k, tree.mark(k)) for k in (*_kids(tree, i), *_below_things(tree, i))]
    for mark in marks:
        fitting = _by_role(tree, i, mark, lexicon)
        if fitting is None:
            fitting = [k for k, have in marked if _fits(have, mark)]
        found += [k for k in fitting if k not in found]
    return found


def _by_role(tree: Tree, i: int, mark: str, lexicon: Lexicon) -> list[int] | None:
    """The words in one of the roles that are no plain case or preposition; None for these."""
    if mark == "nsubj":
        return subjects(tree, i, lexicon) if not _nominal(tree, i) else []
    if mark == "obj":
        return objects(tree, i, lexicon) if not _nominal(tree, i) else []
    if mark == "agent":
        if _nominal(tree, i) or is_passive(tree, i):
            return [k for k in _kids(tree, i) if _instrumental(tree, k)]
        return []
    if mark == "gen":
        return [k for k in _kids(tree, i) if tree.mark(k) == "Gen"] if _nominal(tree, i) else []
    if mark == "amod":
        return tree.children(i, "amod") if _nominal(tree, i) else []
    return None


def _below_things(tree: Tree, i: int) -> list[int]:
    """The nominal words below what is acted on: отношения с Египтом, прекращение поставок в Китай."""
    things = [k for k in tree.children(i, "obj", "nsubj:pass", "iobj", "nmod") if not _named(tree, k)]
    things += [n for k in things for n in tree.children(k, "nmod") if tree.mark(n) == "Gen"]
    found = [n for k in things for n in tree.children(k, "nmod") if "+" in tree.mark(n)]
    done = [p for k in things for p in tree.children(k, "acl") if is_passive(tree, p)]
    found += [n for p in done for n in tree.children(p, "obl") if tree.mark(n).startswith(_AGAINST)]
    return found + [
        n for k in found if not _named(tree, k) for n in tree.children(k, "nmod") if "+" in tree.mark(n)
    ]


def _named(tree: Tree, k: int) -> bool:
    return tree.words[k].pos == "PROPN"


def _instrumental(tree: Tree, k: int) -> bool:
    """Whether a word stands in the bare instrumental, also where the parser took it for the subject."""
    if tree.children(k, "case"):
        return False
    word = tree.words[k]
    if word.text.isupper() and tree.children(k, "amod"):  # сбит сирийской ПВО
        return any(tree.words[n].text.endswith(_INSTRUMENTAL) for n in tree.children(k, "amod"))
    return word.feats.get("Case") == "Ins"


def _nominal(tree: Tree, i: int) -> bool:
    return tree.words[i].pos in ("NOUN", "PROPN")


def _kids(tree: Tree, i: int) -> list[int]:
    """The nominal words below word `i`; below a verb also those of the noun that it carries."""
    return [
        k
        for k in tree.children(i)
        if tree.words[k].pos in _NOMINAL and tree.words[k].rel not in ("det", "case")
    ]


def _fits(mark: str, wanted: str) -> bool:
    return mark == wanted or ("+" in mark and mark.rsplit("+", 1)[0] == wanted)


def subjects(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Who acts: the subject, of a verb without one that of the verb it follows, hangs on or serves."""
    word = tree.words[i]
    rels = ("nsubj", "nsubj:pass") if word.lemma in _MIDDLE else ("nsubj",)
    own = _nominative(tree, tree.children(i, *rels)) or _taken_for_object(tree, i) or _astray(tree, i)
    if is_passive(tree, i):
        return [k for k in own if _instrumental(tree, k)]
    if own:
        return own
    if word.head < 0 or (word.rel == "parataxis" and not lexicon.is_a("said", word.lemma)):
        return _chained(tree, i, lexicon)
    if word.rel == "amod" or (word.rel == "acl" and word.feats.get("VerbForm") == "Part"):
        written = lexicon.is_a("documents", tree.words[word.head].lemma)
        return _of_verb_over(tree, word.head, lexicon) if written else [word.head]
    infinitive = word.rel == "nmod" and word.feats.get("VerbForm") == "Inf"  # намерение выслать
    if infinitive or word.rel in ("conj", "advcl", "xcomp", "csubj", "ccomp", "acl"):
        return _shared(tree, i, lexicon)
    if word.rel == "acl:relcl":
        return _of_verb_over(tree, word.head, lexicon)
    return []


def _astray(tree: Tree, i: int) -> list[int]:
    """The nominative that the parser hung on a noun before the verb: на встрече в Пекине Китай согласился."""
    word = tree.words[i]
    if word.feats.get("VerbForm") != "Fin" or is_passive(tree, i) or tree.children(i, "nsubj:pass"):
        return []
    for k in range(i - 1, -1, -1):
        name = tree.words[k]
        if k == i - 1 and name.text.isupper() and name.pos == "PROPN" and tree.words[k - 1].text == ",":
            return [k]  # подписав договоры, СССР обратился
        if name.rel in ("punct", "nsubj", "root") or tree.verbal(k):
            break
        if name.pos != "PROPN" or name.feats.get("Case") != "Nom" or tree.children(k, "case"):
            continue
        if name.rel == "nmod" and word.feats.get("Number") == name.feats.get("Number"):
            return [k]
        if name.rel == "conj" and tree.words[name.head].rel == "nmod" and word.feats.get("Number") == "Plur":
            return [name.head]
    return []


def _chained(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """The subject of the clause before, of a finite verb that has none and agrees with it: отверг и начал."""
    word = tree.words[i]
    if word.feats.get("VerbForm") != "Fin" or places(tree, i):
        return []
    heads = [r for r in tree.roots if r < i] if word.head < 0 else [word.head]
    before = heads[-1] if heads else -1
    if before < 0 or before > i or tree.words[before].feats.get("VerbForm") != "Fin":
        return []
    agrees = all(
        word.feats.get(name) in (None, tree.words[before].feats.get(name, word.feats.get(name)))
        for name in ("Number", "Gender", "Person")
    )
    return subjects(tree, before, lexicon) if agrees else []


def _nominative(tree: Tree, words: list[int]) -> list[int]:
    """Of several words taken for the subject the first in the nominative, where there is any.

    Names without endings (Токио исключил Сеул) look like nominatives: the first of them acts.
    """
    named = [k for k in words if tree.words[k].feats.get("Case") == "Nom" or _endless(tree, k)]
    return named[:1] if len(words) > 1 and named else words


def _endless(tree: Tree, k: int) -> bool:
    """Whether a name has no endings: Токио, Дели, Баку."""
    word = tree.words[k]
    return word.pos == "PROPN" and word.lemma == word.text.lower() and word.lemma.endswith(_ENDLESS)


def _taken_for_object(tree: Tree, i: int) -> list[int]:
    """The name before a reflexive verb that the parser took for its object: Кеннеди обязался."""
    word = tree.words[i]
    if not word.lemma.endswith(("ся", "сь")) or is_passive(tree, i):
        return []
    return [k for k in tree.children(i, "obj", "iobj") if k < i and tree.words[k].pos == "PROPN"]


def _of_verb_over(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """The subject of the verb that governs a noun: направил послание, в котором извинился."""
    over = tree.words[i].head
    return subjects(tree, over, lexicon) if over >= 0 and tree.words[over].pos == "VERB" else []


def places(tree: Tree, i: int) -> list[int]:
    """Who acts where nobody is named but a place: в Кремле пояснили."""
    word = tree.words[i]
    plural = word.feats.get("Number") == "Plur" and word.feats.get("VerbForm") == "Fin"
    if not plural or word.rel == "xcomp" or tree.children(i, "nsubj", "nsubj:pass"):
        return []
    found = [k for k in tree.children(i, "obl") if _where(tree, k)]
    shares = word.rel in ("conj", "ccomp") and word.head >= 0 and not tree.has(i, "чтобы")
    return found or (places(tree, word.head) if shares else [])


def _where(tree: Tree, k: int) -> bool:
    """Whether a word names a place in which somebody speaks; abbreviations have no case to tell."""
    mark = tree.mark(k)
    return mark == "в+Loc" or (mark.startswith("в+") and tree.words[k].text.isupper())


def _shared(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """The subject that a verb shares with the word over it; the one told acts after призвать, просить."""
    word = tree.words[i]
    over = tree.words[word.head]
    finite = word.feats.get("VerbForm") == "Fin"
    if word.rel == "ccomp" and finite and not tree.has(i, "чтобы"):
        same = word.feats.get("Number") == "Sing" == over.feats.get("Number")
        return subjects(tree, word.head, lexicon) if same and lexicon.is_a("said", over.lemma) else []
    if word.rel == "conj" and finite and word.feats.get("Number") != over.feats.get("Number"):
        return []
    if word.rel in ("conj", "xcomp") and is_passive(tree, word.head):
        shared = [k for k in tree.children(word.head, "nsubj:pass", "nsubj") if not _instrumental(tree, k)]
        return shared or subjects(tree, word.head, lexicon)
    if word.rel in ("xcomp", "ccomp", "csubj", "acl") and lexicon.is_a("tells", over.lemma):
        told = [
            k
            for k in tree.children(word.head)
            if tree.mark(k) in ("obj", "Dat", "Acc", "от+Gen", "у+Gen", "к+Dat")
        ]
        found = [k for k in told if k != i and tree.words[k].pos in _NOMINAL]
        return found or subjects(tree, word.head, lexicon)
    if over.pos in ("NOUN", "PROPN"):
        return [k for k in _kids(tree, word.head) if tree.mark(k) == "Gen"] + tree.children(word.head, "amod")
    return subjects(tree, word.head, lexicon)


def objects(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Who or what is acted on: the object, of a passive its subject, of a passive participle its noun."""
    word = tree.words[i]
    if is_passive(tree, i):
        found = [k for k in tree.children(i, "nsubj:pass", "nsubj") if not _instrumental(tree, k)]
        if not found and word.rel in ("acl", "amod") and word.head >= 0:
            return [word.head]
        if not found and word.rel == "acl:relcl" and tree.has(i, "где"):
            return _of_verb_over(tree, word.head, lexicon)
        if not found and word.rel == "conj" and word.feats.get("VerbForm") == "Part":
            return _shared_patient(tree, i, lexicon)
        return found
    subject = tree.children(i, "nsubj")
    found = tree.children(i, "obj") + [k for k in subject if k not in _nominative(tree, subject)]
    return found + [
        k
        for k in _kids(tree, i)
        if tree.mark(k) in ("Acc", "Gen") and k not in found and tree.words[k].rel == "iobj"
    ]


def _shared_patient(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """The subject of the verb before, to whom a coordinated passive is done: посол прибыл и был принят."""
    over = tree.words[i].head
    if is_passive(tree, over):
        return objects(tree, over, lexicon)
    same = tree.words[over].feats.get("Number") == tree.words[i].feats.get("Number")
    return subjects(tree, over, lexicon) if same else []


def sides(tree: Tree, i: int, frame: Frame, lexicon: Lexicon) -> tuple[list[int], list[int]]:
    """The words for the actor and for the target of an act."""
    return fillers(tree, i, frame.actor, lexicon), fillers(tree, i, frame.target, lexicon)
