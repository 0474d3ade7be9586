"""Acts that lie in what someone says: a refusal, a demand, an accusation put as a что-clause."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.codebook import Entry
from detente.coding.codes import states_of
from detente.coding.ru.act import Act
from detente.coding.ru.cast import Cast
from detente.coding.ru.complete import NOT_REFUSED
from detente.coding.ru.deeds import is_deed
from detente.coding.ru.modality import Mode, is_future, is_negated
from detente.coding.ru.roles import places, subjects
from detente.coding.ru.tree import Tree

_HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_OWED = frozenset({"должный", "должен", "обязан", "обязанный", "следовать"})
REFUSAL = Entry(id="said-will-not", type="REJECT", heads=(), confidence=0.6)
DEMAND = Entry(id="said-must", type="REQUEST", heads=(), confidence=0.6)
# A promise or a warning of what another will do is a threat or a reproach.
_OF_OTHERS = {"promise": "THREATEN", "warn": "ACCUSE"}
PLEDGE = Entry(id="said-will", type="AGREE", heads=(), confidence=0.5)
ANNOUNCED_BLOW = Entry(id="said-will-strike", type="THREATEN", heads=(), confidence=0.5)
EXPECTATION = Entry(id="expects-of", type="REQUEST", heads=(), confidence=0.5)
DOUBT = Entry(id="doubts-of", type="ACCUSE", heads=(), confidence=0.5)
_OF_WISHES = {
    **dict.fromkeys(("ждать", "ожидать", "рассчитывать", "надеяться"), EXPECTATION),
    "сомневаться": DOUBT,
}
_WILLING = frozenset({"намеренный", "намерен", "готовый", "готов"})
CLAIM = Entry(id="said-did", type="ACCUSE", heads=(), confidence=0.5)


def told(cast: Cast, found: list[Act]) -> list[Act]:
    """The acts of saying whose verb tells none by itself, by what is said."""
    taken = {act.at for act in found} | {act.verb for act in found}
    acts = []
    for i, word in enumerate(cast.tree.words):
        if word.pos == "VERB" and i not in taken and cast.lexicon.is_a("said", word.lemma):
            act = _said(cast, i, found)
            if act is not None:
                acts.append(act)
    return acts


def of_others(cast: Cast, act: Act) -> Act:
    """A promise or a warning as what it amounts to where another state is to do what it says."""
    content = next(iter(cast.tree.children(act.at, "ccomp")), None)
    if content is None or act.entry.id not in _OF_OTHERS:
        return act
    own = set(states_of(act.actors))
    who = [a for h in cast.tree.children(content, "nsubj") for a in cast.actors(h)]
    others = tuple(a for a in who if states_of([a])[0] not in own)
    return replace(act, type=_OF_OTHERS[act.entry.id], targets=others) if others else act


def _said(cast: Cast, i: int, found: list[Act]) -> Act | None:
    tree = cast.tree
    heads = subjects(tree, i, cast.lexicon) or places(tree, i)
    speaker = next(((h, a) for h in heads if (a := cast.acting(h))), None)
    content = next(iter(_contents(tree, i)), None)
    if speaker is None or content is None or is_negated(tree, i):
        return None
    head, actors = speaker
    entry, targets = _kind(cast, i, content, actors, found)
    if entry is None:
        return None
    targets = targets or cast.memory.other_side(actors)
    return Act(i, i, entry, entry.type or "NONE", actors, targets, (head,), Mode())


def _contents(tree: Tree, i: int) -> list[int]:
    """The clauses of what is said: заявил, что; настаивает на том, что."""
    that = [k for k in tree.children(i, "obl") if tree.words[k].lemma in ("тот", "то")]
    return tree.children(i, "ccomp") + [c for k in that for c in tree.children(k, "acl", "ccomp")]


def _kind(
    cast: Cast, i: int, content: int, speaker: tuple[str, ...], found: list[Act]
) -> tuple[Entry | None, tuple[str, ...]]:
    """What saying it amounts to, and against whom; None where it is only said."""
    tree = cast.tree
    own = set(states_of(speaker))
    who = [a for h in tree.children(content, "nsubj") for a in cast.actors(h)]
    others = tuple(a for a in who if states_of([a])[0] not in own)
    wish = _OF_WISHES.get(tree.words[i].lemma)
    if wish is not None:
        return (wish, others) if others else (None, ())
    if tree.words[content].lemma in _OWED or tree.has(content, *_OWED):
        return (DEMAND, others) if others else (None, ())
    wanted = [act for act in found if tree.words[act.verb].head == content and act.type in NOT_REFUSED]
    if is_negated(tree, content) and not others and not wanted and _will_not(cast, content):
        return REFUSAL, ()
    if _pledges(cast, content, own):
        hostile = [act for act in found if act.verb == content and act.type in _HOSTILE]
        return (ANNOUNCED_BLOW, hostile[0].targets) if hostile else (PLEDGE, ())
    wrong = cast.lexicon.is_a("wrongs", tree.words[content].lemma) or _blames(cast, content)
    if wrong and others and not is_negated(tree, content):
        return CLAIM, others
    for act in found:
        blamed = tuple(a for a in act.actors if states_of([a])[0] not in own)
        if act.type in _HOSTILE and blamed and act.mode.actual and content in (act.verb, *tree.up(act.verb)):
            return CLAIM, blamed
    return None, ()


def _blames(cast: Cast, content: int) -> bool:
    """Whether what somebody else does is called hostile or unlawful: проводит враждебную политику."""
    tree = cast.tree
    named = [k for n in tree.children(content, "obj", "obl") for k in tree.children(n, "amod")]
    return any(cast.lexicon.is_a("blaming", tree.words[k].lemma) for k in named)


def _will_not(cast: Cast, content: int) -> bool:
    """Whether a negated clause says what its subject will not do, or does not mean to: не намерен."""
    return is_future(cast.tree, content) or cast.lexicon.is_a("unwilling", cast.tree.words[content].lemma)


def _pledges(cast: Cast, content: int, own: set[str]) -> bool:
    """Whether the speaker says that his side will or means to do something: заявил, что намерен, поможет."""
    tree = cast.tree
    subject = tree.children(content, "nsubj")
    ours = all(set(states_of(cast.actors(h))) & own for h in subject)
    willing = tree.words[content].lemma in _WILLING or (
        is_future(tree, content) and is_deed(tree, content, cast.lexicon)
    )
    return ours and willing and not is_negated(tree, content)
