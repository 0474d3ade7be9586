"""Commitments that no instrument is named for: what sides agree on or promise, and bodies that they join."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.events import span_of
from detente.coding.en.frames import surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.instrument_names import Naming
from detente.coding.en.modality import auxiliary_of, mode_of
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, phrase
from detente.coding.en.tree import Tree

COMMITTING = frozenset({"agree", "agree-peace", "agree-exchange-notes", "agree-establish"})
PROMISING = frozenset({"promise", "pledge", "guarantee"})
JOINING = frozenset({"join", "rejoin", "accede"})
RESTORING = frozenset(
    {"establish", "restore", "normalise", "normalize", "resume", "re-establish", "reestablish"}
)
FORMAL = frozenset({"diplomatic", "consular", "full", "formal", "official"})
VERBS = JOINING | RESTORING | {"become"}
Found = tuple[Naming, int, tuple[str, ...], Act | None]


def commitments(sentence: Sentence) -> Iterator[Found]:
    """Each commitment: where it stands, its verb, its parties and the act that tells it."""
    tree = sentence.tree
    told: set[int] = set()
    for act in sentence.acts:
        if not act.mode.actual:
            continue
        joint = act.entry.id in COMMITTING and len(states_of(act.actors)) > 1
        if joint or _promised_to(tree, act):
            told.add(act.at)
            parties = states_of(act.actors if joint else act.actors + act.targets)
            yield _naming(tree, _of_thing(tree, act.at) or span_of(sentence, act)), act.at, parties, act
    for i in (k for k in range(len(tree)) if tree.lemmas[k] in VERBS):
        if (
            tree.verbal(i)
            and i not in told
            and tree.deps[i] != "xcomp"
            and mode_of(tree, i).actual
            and not auxiliary_of(tree, i)
        ):
            parties = _joined(sentence, i) or _restored(sentence, i)
            if len(parties) > 1:
                subjects = [h for h in surface_subject(tree, i) if tree.deps[i] != "conj"]
                yield _naming(tree, clause(tree, i, subjects)), i, parties, None


def _naming(tree: Tree, span: tuple[int, int]) -> Naming:
    return Naming(*span, tree.text[slice(*span)], None, "commitment")


def _of_thing(tree: Tree, i: int) -> tuple[int, int] | None:
    """The thing agreed on, if a participle tells so: the terms of the truce agreed upon in May."""
    if tree.deps[i] == "acl" and tree.tags[i] == "VBN":
        return phrase(tree, tree.heads[i])[0], clause(tree, i)[1]
    stranded = any(tree.lemmas[k] in ("on", "upon") and not tree.objects_of(k) for k in tree.prepositions(i))
    if not stranded or i == 0 or tree.tags[i - 1] not in ("NN", "NNS") or tree.children(i, "nsubj"):
        return None
    noun = i - 1  # the parse takes the participle for another verb
    while tree.deps[noun] == "pobj" and tree.lemmas[tree.heads[noun]] == "of":
        noun = tree.heads[tree.heads[noun]]
    return phrase(tree, noun)[0], clause(tree, i)[1]


def _promised_to(tree: Tree, act: Act) -> bool:
    """Whether one state promises another a thing: promised Bolivia a port, not that it would do nothing."""
    givers, takers = set(states_of(act.actors)), set(states_of(act.targets))
    promising = tree.verbal(act.at) and tree.lemmas[act.at] in PROMISING
    things = promising and any(tree.tags[k] in ("NN", "NNS") for k in undergoing(tree, act.at))
    return act.entry.plover == "AGREE" and things and bool(givers and takers - givers)


def _joined(sentence: Sentence, i: int) -> tuple[str, ...]:
    """Who joins what body: Finland joined NATO, became a member of the union."""
    tree, cast = sentence.tree, sentence.cast
    if tree.lemmas[i] in JOINING:
        bodies = undergoing(tree, i) + tree.pobj(i, "to")
    elif tree.lemmas[i] == "become":
        members = [k for k in tree.children(i, "attr") if tree.lemmas[k] == "member"]
        bodies = [b for k in members for b in tree.pobj(k, "of")]
    else:
        return ()
    joined = tuple(c for b in bodies if _is_body(sentence, b) for c in cast.named(b))
    own = states_of(tuple(c for h in surface_subject(tree, i) for c in cast.named(h)))
    return tuple(dict.fromkeys((*own, *states_of(joined)))) if own and joined else ()


def _is_body(sentence: Sentence, i: int) -> bool:
    mention = sentence.cast.at.get(i)
    return mention is not None and mention.kind not in ("state", "demonym", "place", "person")


def _restored(sentence: Sentence, i: int) -> tuple[str, ...]:
    """Whose formal relations are taken up: the two restored diplomatic relations in 1992."""
    tree, cast = sentence.tree, sentence.cast
    if tree.lemmas[i] not in RESTORING:
        return ()
    ties = [k for k in undergoing(tree, i) if is_a("relation_noun", tree.lemmas[k])]
    formal = [k for k in ties if any(tree.lemmas[m] in FORMAL for m in tree.children(k, "amod"))]
    if not formal and not (ties and tree.lemmas[i] in ("normalise", "normalize")):
        return ()
    heads = [h for h in surface_subject(tree, i) if h not in ties] + tree.pobj(i, "with")
    heads += [h for k in ties for h in tree.pobj(k, "with", "between")]
    return states_of(tuple(dict.fromkeys(c for h in heads for c in cast.named(h))))
