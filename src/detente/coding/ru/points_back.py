"""Whom a pronoun, a bare office or "the sides" mean, by what was named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.coding.codes import states_of

if TYPE_CHECKING:
    from detente.coding.ru.cast import Cast

HE = frozenset({"он", "она", "его", "ее"})
OURS = frozenset({"я", "мы", "наш", "мой"})
_TOGETHER = frozenset({"оба", "два", "двусторонний", "обоюдный"})
STATE = frozenset({"страна", "государство", "республика"})
_ACTING = frozenset({"state", "organ", "person", "demonym"})
_BARE_ORGANS = frozenset({"ведомство", "министерство", "внешнеполитический"})


def same_state(cast: Cast, i: int) -> tuple[str, ...]:
    """The state that a bare «страна» means: власти страны, визит в страну.

    It is the first one named before it in the sentence, else what the sentence before was about.
    """
    word = cast.tree.words[i]
    if word.lemma not in STATE or word.feats.get("Number") == "Plur":
        return ()
    if cast.tree.has(i, *OURS):
        return cast.memory.we
    kids = cast.tree.children(i, "amod", "det", "nmod", "nummod")
    if any(cast.tree.words[k].lemma != "этот" for k in kids):
        return ()
    named = [m for m in cast.sentence.mentions if m.end <= word.start and m.actors and m.kind in _ACTING]
    nearest = -1 if kids or word.feats.get("Case") == "Ins" else 0  # передача страной ракет
    before = states_of(named[nearest].actors) if named else cast.memory.doer
    return before if len(before) == 1 else ()


def same_organ(cast: Cast, i: int) -> tuple[str, ...]:
    """The organ named before in the sentence that a bare «ведомство» means."""
    word = cast.tree.words[i]
    if word.lemma not in _BARE_ORGANS or word.feats.get("Number") == "Plur":
        return ()
    named = [m for m in cast.sentence.mentions if m.kind == "organ" and m.end <= word.start and m.actors]
    return named[-1].actors if named else ()


def same_person(cast: Cast, i: int) -> tuple[str, ...]:
    """The person spoken of before whom a bare office means: сказал президент, глава дипломатии."""
    word = cast.tree.words[i]
    bare = word.rel == "nsubj" and not _several(cast, i) and not _below_named(cast, i)
    known = bool(cast.memory.person) and cast.lexicon.is_a("offices", word.lemma)
    return (cast.memory.person,) if known and bare else ()


def _below_named(cast: Cast, i: int) -> bool:
    """Whether a name or an office's own matter tells one office from another: глава Еврокомиссии."""
    return any(cast.tree.words[k].pos == "PROPN" or cast.mention_at(k) for k in cast.below(i))


def pronoun(cast: Cast, i: int) -> tuple[str, ...]:
    """Whom a personal, possessive or relative pronoun means, () where nobody known."""
    word = cast.tree.words[i]
    memory = cast.memory
    if word.lemma in HE and word.feats.get("Number") != "Plur":
        named = _before(cast, i) or _state_before(cast, i)
        return named or ((memory.person,) if memory.person else memory.doer[: len(memory.doer) == 1])
    if word.lemma in OURS:
        return memory.we
    if word.lemma in ("они", "оба"):
        return _several_before(cast, i) or memory.pair
    if word.lemma == "тот" and word.pos == "PRON" and word.rel in ("nsubj", "obj", "iobj", "obl"):
        return _object_before(cast, i)
    if word.lemma == "который":
        return _antecedent(cast, i)
    return ()


def _several_before(cast: Cast, i: int) -> tuple[str, ...]:
    """The actors of the last plural noun before «их», «им» that is no subject: призвал власти … их."""
    tree = cast.tree
    if tree.words[i].rel == "nsubj" or tree.words[i].feats.get("Case") == "Nom":
        return ()
    plural = (k for k in range(i - 1, -1, -1) if tree.words[k].feats.get("Number") == "Plur")
    named = (cast.actors(k) for k in plural if tree.words[k].pos == "NOUN" and tree.words[k].rel != "nsubj")
    return next((found for found in named if found), ())


def _object_before(cast: Cast, i: int) -> tuple[str, ...]:
    """Whom «тот» means: the last actor before it in the sentence that is no subject."""
    tree = cast.tree
    if tree.children(i, "acl", "acl:relcl", "ccomp"):
        return ()
    others = (k for k in range(i - 1, -1, -1) if tree.words[k].rel in ("obj", "iobj", "obl"))
    return next((found for k in others if (found := cast.actors(k))), ())


def _before(cast: Cast, i: int) -> tuple[str, ...]:
    """The person named last before a pronoun in its own sentence."""
    start = cast.tree.words[i].start
    persons = [m for m in cast.sentence.mentions if m.kind == "person" and m.end <= start and m.actors]
    return persons[-1].actors[:1] if persons else ()


def _state_before(cast: Cast, i: int) -> tuple[str, ...]:
    """The state named last before an oblique pronoun that is no subject and agrees with it in gender."""
    tree, gender = cast.tree, cast.tree.words[i].feats.get("Gender")
    if tree.words[i].rel == "nsubj":
        return ()
    for k in range(i - 1, -1, -1):
        word = tree.words[k]
        mention = cast.mention_at(k) if word.pos == "PROPN" and word.rel != "nsubj" else None
        if mention is None or mention.kind not in ("state", "organisation", "place"):
            continue
        same = gender is None or word.feats.get("Gender") in (None, gender)
        if same and mention.actors:
            return mention.actors
    return ()


def _antecedent(cast: Cast, i: int) -> tuple[str, ...]:
    for above in cast.tree.up(i):
        if cast.tree.words[above].rel in ("acl:relcl", "acl") and cast.tree.words[above].head >= 0:
            return cast.actors(cast.tree.words[above].head, together=False)
    return ()


def _several(cast: Cast, i: int) -> bool:
    """Whether a noun stands in the plural, also where its form may be a singular: стороны, обе страны."""
    feats = cast.tree.words[i].feats
    if feats.get("Number") == "Plur" or cast.tree.has(i, "оба", "два"):
        return True
    either = cast.tree.words[i].lemma in ("сторона", "глава")
    return either and not (feats.get("Case") == "Nom" and cast.tree.words[i].text.lower().endswith("а"))


def the_two(cast: Cast, i: int) -> tuple[str, ...]:
    """The pair of states for "the sides", "the presidents of the two countries", "the leaders"."""
    word = cast.tree.words[i]
    if not (_several(cast, i) and cast.lexicon.is_a("pair", word.lemma)):
        return ()
    below = [cast.tree.words[k].lemma for k in cast.tree.subtree(i, frozenset({"acl:relcl", "acl"}))]
    others = any(cast.mention_at(k) for k in cast.below(i))
    if others or (word.lemma in ("страна", "государство", "министр") and not _TOGETHER & set(below)):
        return ()
    joint = [m.actors for m in cast.sentence.mentions if m.kind == "joint" and len(m.actors) == 2]
    return joint[0] if joint else cast.memory.pair
