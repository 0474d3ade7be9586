"""Causative verbs: what brings something about, lowers it, or stems from it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.connectives import causal
from detente.coding.en.frames import acting, passive, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.link import Link, aimed_sign, main_of, span
from detente.coding.en.modality import is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, trimmed, verb_group, whole
from detente.coding.en.tree import Tree

WEAK = frozenset(
    {
        "help",
        "allow",
        "make",
        "bring",
        "give",
        "turn",
        "draw",
        "push",
        "save",
        "secure",
        "cut",
        "touch",
        "risk",
        "end",
        "sink",
    }
)
READYING = frozenset({"open", "pave"})
PLACES = frozenset({"in", "on", "along", "at", "near", "across", "over", "off"})
HELD_UP = {"hold": ("up", "back"), "set": ("back",), "slow": ("down",)}
REPLIES = frozenset({"respond", "retaliate", "react"})
FAR = 200  # characters between a cause and its verb from which the claim is anchored at the verb
ABOUT = frozenset({"bring", "make", "allow", "help", "turn", "draw", "push", "set"})


def by_verb(sentence: Sentence, i: int) -> Iterator[Link]:
    """The link that a verb states, if it is a causative one used of a circumstance."""
    tree = sentence.tree
    lemma = tree.lemmas[i]
    if lemma == "leave" and tree.deps[i] == "advcl" and tree.tags[i] == "VBG":
        yield from _left(tree, i)
        return
    if lemma in causal()["reverse"] and (tree.pobj(i, "from") or lemma not in causal()["raises"]):
        yield from _reversed(tree, i)
        return
    if lemma in REPLIES and _acts(sentence, i):
        yield _reply(tree, i)
        return
    if lemma in causal()["aimed"]:
        yield from _aimed(sentence, i)
    sign = "+" if lemma in causal()["raises"] else "-" if lemma in causal()["lowers"] else ""
    if lemma in HELD_UP and any(tree.lemmas[k] in HELD_UP[lemma] for k in tree.children(i, "prt", "advmod")):
        sign = "-"
    effects = _effects(tree, i) if sign and not _only_promised(tree, i) and not _of_whose(tree, i) else []
    raised = lemma == "raise" and tree.lemmas[effects[0]] in causal()["brought_to"] if effects else False
    if tree.tags[i] == "VB" and tree.deps[i] in ("acl", "advcl") and _only_attempted(tree, i):
        return  # attempts to restore, left to restore: what is meant, not what was brought about
    if not effects or (raised and tree.tags[effects[0]] != "NNS"):
        return
    confidence = 0.75 if lemma in WEAK else 0.84
    if tree.deps[i] == "advcl" and tree.tags[i] == "VBN" and lemma in causal()["moved"]:
        return  # alarmed by the rise, Japan armed: what moves it to the deed of the main clause
    if tree.deps[i] == "advcl" and tree.tags[i] == "VBG" and tree.verbal(tree.heads[i]):
        effect = _whole_effect(tree, i, effects[0])
        yield Link(i, main_of(tree, tree.heads[i], i), effect, sign, f"participle/{lemma}", 0.82)
        return
    causes = acting(tree, i) or ([] if passive(tree, i) else surface_subject(tree, i))
    causes = causes or tree.children(i, "csubj")
    if not causes and passive(tree, i) and sign == "+":
        yield from _when_done(tree, i, effects[0])
    if not causes or causes[0] in effects or not _circumstance(sentence, causes[0]):
        return
    if tree.deps[i] == "relcl":
        causes = [_over_place(tree, causes[0])]
    cause, effect = span(tree, causes[0]), _whole_effect(tree, i, effects[0])
    if tree.deps[i] == "acl" and causes[0] == tree.heads[i] and cause[0] < tree.starts[i] < cause[1]:
        cause = cause[0], tree.ends[i - 1]  # the interest driving the pact
    if tree.deps[i] == "acl" and effects[0] == tree.heads[i]:
        effect = trimmed(tree, tree.within(effect[0], effect[1])[0], i - 1)  # a crisis caused by
    if lemma == "make" and _lessened(tree, i):
        sign = "-"
    if lemma == "threaten" and effects[0] in tree.children(i, "xcomp"):
        sign = aimed_sign(tree, effects[0])  # threatened to tilt the balance
    if cause[0] < effect[1] and effect[0] < cause[1]:
        return
    behind = effect[0] > tree.starts[i]
    if behind and (tree.deps[i] == "conj" or abs(tree.starts[i] - cause[0]) > FAR):
        yield Link(
            i, cause, effect, sign, f"causative/{lemma}", confidence, told=(verb_group(tree, i), effect[1])
        )
        return
    yield Link(i, cause, effect, sign, f"causative/{lemma}", confidence)


def _when_done(tree: Tree, i: int, effect: int) -> Iterator[Link]:
    """What set something off, told by when it happened or what over: was triggered when, was sparked over."""
    side = next((k for k in tree.children(i, "advcl") if _when(tree, k) and k > i), None)
    over = tree.pobj(i, "over")
    cause = whole(tree, side) if side is not None else span(tree, over[0]) if over else None
    if cause is not None:
        yield Link(i, cause, span(tree, effect), "+", f"set-off/{tree.lemmas[i]}", 0.75)


def _when(tree: Tree, k: int) -> bool:
    return any(tree.words[m].lower() in ("when", "after") for m in tree.children(k, "advmod", "mark"))


def _left(tree: Tree, i: int) -> Iterator[Link]:
    """What someone is left in: the blockade bit, leaving the island without fuel."""
    states = tree.children(i, "ccomp", "oprd", "acomp", "xcomp")
    states += tree.pobj(i, "with", "without", "in") if tree.children(i, "dobj") else []
    main = main_of(tree, tree.heads[i], i)
    if states and main[1] <= tree.starts[i]:
        yield Link(i, main, (tree.starts[i], whole(tree, i)[1]), "+", "participle/leave", 0.78)


def _over_place(tree: Tree, noun: int) -> int:
    """What a relative clause tells of, where it stands beside the name of a place: clashes on the Prut."""
    prep = tree.heads[noun]
    over = tree.heads[prep]
    proper = tree.tags[noun] in ("NNP", "NNPS") and tree.deps[noun] == "pobj" and tree.lemmas[prep] in PLACES
    return over if proper and tree.tags[over] in ("NN", "NNS") else noun


def _of_whose(tree: Tree, i: int) -> bool:
    """Whether a relative clause only speaks of something that its noun has: whose opinion worsened."""
    subjects = tree.children(i, "nsubj")
    return tree.deps[i] == "relcl" and any(
        tree.tags[p] == "WP$" for k in subjects for p in tree.children(k, "poss")
    )


def _only_attempted(tree: Tree, i: int) -> bool:
    """Whether an infinitive says what is attempted, or what its clause is done for."""
    to = tree.has_to(i)
    return is_a("endeavour", tree.lemmas[tree.heads[i]]) if tree.deps[i] == "acl" else to


def _only_promised(tree: Tree, i: int) -> bool:
    """Whether a verb says what someone is bound or inclined to do: its commitment to strengthen the fleet."""
    noun = tree.heads[i]
    infinitive = tree.infinitive(i)
    return tree.deps[i] == "acl" and infinitive and is_a("stance_noun", tree.lemmas[noun])


def _aimed(sentence: Sentence, i: int) -> Iterator[Link]:
    """What a thing is made for: the force is meant to deter, sanctions seeking to cut, talks aimed at."""
    tree = sentence.tree
    aims = tree.children(i, "xcomp") or tree.pobj(i, "at", "for")
    causes = undergoing(tree, i) if passive(tree, i) else surface_subject(tree, i)
    thing = [h for h in causes if _circumstance(sentence, h)]
    if aims and thing and thing[0] not in aims and not is_negated(tree, i):
        cause, effect = span(tree, thing[0]), span(tree, aims[0])
        if cause[1] <= effect[0] or effect[1] <= cause[0]:
            yield Link(i, cause, effect, aimed_sign(tree, aims[0]), f"aimed/{tree.lemmas[i]}", 0.75)


def _acts(sentence: Sentence, i: int) -> bool:
    """Whether a reply is an act: its object or its "with" is one, or it is coded itself."""
    tree = sentence.tree
    inside = {i, *tree.pobj(i, "with", "by")}
    return any(act.at in inside or inside & set(act.absorbed) for act in sentence.acts)


def _reply(tree: Tree, i: int) -> Link:
    """China responded with tariffs: what went before is the cause, and stands elsewhere."""
    effect = clause(tree, i, surface_subject(tree, i))
    sources = tree.pobj(i, "to")
    return Link(i, span(tree, sources[0]) if sources else None, effect, "+", f"reply/{tree.lemmas[i]}", 0.8)


def _reversed(tree: Tree, i: int) -> Iterator[Link]:
    sources = [k for k in tree.pobj(i, "from") if tree.tags[k] not in ("NNP", "NNPS", "CD")]
    subjects = surface_subject(tree, i)
    if sources and subjects:
        cause, effect = span(tree, sources[0]), span(tree, subjects[0])
        if cause[1] <= effect[0] or effect[1] <= cause[0]:
            yield Link(i, cause, effect, "+", f"stems/{tree.lemmas[i]}", 0.82)


def _circumstance(sentence: Sentence, head: int) -> bool:
    """Whether the subject is something that works, not someone who acts (China ended the talks)."""
    tree = sentence.tree
    if tree.words[head].lower() == "it" and tree.deps[head] == "nsubj":
        return not sentence.cast.named(head)
    if tree.tags[head] in ("PRP", "WP", "EX"):
        return False
    return not (
        head in sentence.cast.at or is_a("actor", tree.lemmas[head]) or is_a("voices", tree.lemmas[head])
    )


def _effects(tree: Tree, i: int) -> list[int]:
    """What the verb brings about: its object, or what stands after to, into, in."""
    lemma = tree.lemmas[i]
    if lemma in causal()["needs_into"]:
        return tree.pobj(i, "to", "in", "into") or (
            undergoing(tree, i) if tree.child(i, "xcomp") is not None else []
        )
    if lemma in causal()["giving"]:
        return _given(tree, i)
    if lemma == "mean":
        return tree.children(i, "ccomp")
    if lemma == "pose":
        dangers = undergoing(tree, i)
        return [k for d in dangers for k in (tree.pobj(d, "to", "for") or [d])]
    if lemma == "open":
        way = any(tree.lemmas[k] in ("way", "window", "door", "path", "road") for k in undergoing(tree, i))
        return undergoing(tree, i) if way else []
    if lemma in ("make", "render") and (results := _results(tree, i)):
        return results
    if lemma == "bring":
        about = any(tree.lemmas[k] in ("to", "about") for k in tree.kids[i])
        things = [k for k in undergoing(tree, i) if not is_a("actor", tree.lemmas[k])]
        if tree.pobj(i, "to", "into") and (moved := undergoing(tree, i)) and not _voiced(tree, moved[0]):
            return moved
        if about or (things and tree.tags[things[0]] in ("NN", "NNS") and not _voiced(tree, things[0])):
            return things
    if lemma == "draw" and (drawn := [k for k in undergoing(tree, i) if is_a("outcry", tree.lemmas[k])]):
        return drawn
    if lemma in ABOUT:
        about = any(tree.lemmas[k] in ("about", "into", "off") for k in tree.kids[i])
        inner = tree.children(i, "ccomp", "xcomp")
        closer = {tree.lemmas[k] for k in tree.kids[i] if k > i} & {
            "close",
            "closer",
            "near",
            "toward",
            "towards",
            "nearer",
            "apart",
        }
        about = about or (lemma in ("push", "draw", "drive") and bool(closer))
        return undergoing(tree, i) or inner if about or inner else []
    return undergoing(tree, i) or tree.children(i, "xcomp", "ccomp") or _misread(tree, i)


def _misread(tree: Tree, i: int) -> list[int]:
    """The object that a parse takes for an adverbial of measure: deepened mistrust."""
    return [
        k
        for k in tree.children(i, "npadvmod")
        if k > i and tree.tags[k] in ("NN", "NNS") and not is_a("measure", tree.lemmas[k])
    ]


def _voiced(tree: Tree, noun: int) -> bool:
    """Whether what is brought is a matter that someone brings up, or a thing: brought the issue to court."""
    return tree.lemmas[noun] in causal()["brought_to"]


def _given(tree: Tree, i: int) -> list[int]:
    """What a thing gives rise, an impetus or a chance to; else what it gives: gave Lima control."""
    things = undergoing(tree, i)
    if any(tree.lemmas[k] in ("rise", "birth", "way") for k in things):
        return tree.pobj(i, "to")
    if not (helped := [k for k in things if tree.lemmas[k] in causal()["impetus"]]):
        return things if tree.lemmas[i] == "give" else []
    after = [k for h in (*helped, i) for k in tree.pobj(h, "for", "to")]
    return after or [k for h in helped for k in tree.children(h, "acl", "relcl")] or helped


def _results(tree: Tree, i: int) -> list[int]:
    """What something is made: made war less likely."""
    return [k for k in tree.children(i, "ccomp", "oprd", "acomp") if tree.tags[k][:2] in ("JJ", "NN")]


def _lessened(tree: Tree, i: int) -> bool:
    """Whether something is made less likely or hard."""
    words = {tree.lemmas[t] for k in _results(tree, i) for t in tree.subtree(k)}
    return bool(words & causal()["lessened"])


def _whole_effect(tree: Tree, i: int, effect: int) -> tuple[int, int]:
    """An effect with what it is brought to do or become: induced Cairo to leave, turned it into a war."""
    start, end = span(tree, effect)
    after = [k for k in tree.children(i, "advmod") if tree.lemmas[k] in ("close", "closer", "apart")]
    after += tree.children(i, "xcomp", "ccomp") + [
        k
        for k in tree.children(i, "prep")
        if tree.lemmas[k] in ("into", "to", "from")
        or (tree.lemmas[k] == "for" and tree.lemmas[i] in READYING)
    ]
    more = [whole(tree, k) for k in after if k > i and tree.tags[k] != "VBG"]
    return min([start, *(s for s, _ in more)]), max([end, *(e for _, e in more)])
