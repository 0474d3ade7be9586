"""Where a text names an instrument: by a name of its own, or by a noun that someone signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from detente.coding.codes import states_of
from detente.coding.en.frames import role, surface_subject
from detente.coding.en.grammar import groups
from detente.coding.en.instrument_names import FOUNDING, Naming, named
from detente.coding.en.modality import is_negated
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import phrase, whole
from detente.coding.en.steps import step_of, steps
from detente.coding.en.tree import Tree

DATED = re.compile(
    r"\bof (?:\d+ )?(?:[A-Z]\w+ )?(?:1[6-9]|20)\d\d\b|^(?:[Tt]he |[Aa]n? )?(?:1[6-9]|20)\d\d\b"
)
SHORTENED = frozenset({"mou"})  # written with capitals though it names no one instrument
LOOSE = frozenset(
    {"declaration", "settlement", "understanding", "arrangement"}
)  # also what one does or thinks
SHARED = frozenset({"bilateral", "joint", "two-way", "trilateral", "common", "mutual"})
ISSUING = frozenset({"issue", "sign", "adopt", "release", "publish", "approve"})
OUTCOMES = frozenset({"outcome", "commitment", "understanding", "result", "decision"})
MEETINGS = frozenset({"summit", "meeting", "talk", "conference"})
CARRYING_OUT = frozenset({"advance", "implement", "honour", "honor", "fulfil", "fulfill", "deliver", "carry"})
VAGUE = frozenset({"existing", "other", "previous", "such", "future", "any", "no", "new", "several", "many"})


def namings(sentence: Sentence) -> Iterator[Naming]:
    """The instruments that a sentence names, proper names first."""
    taken: list[Naming] = []
    for naming in (*named(sentence), *_common(sentence)):
        crossed = (t for t in taken if t.start < naming.end and naming.start < t.end)
        over = min(crossed, default=None, key=_start)
        own = naming if over is None else _before(sentence.tree, naming, over.start)
        if own is not None and not _same_thing(sentence.tree, own, taken):
            taken.append(own)
            yield own


def _start(naming: Naming) -> int:
    return naming.start


def _before(tree: Tree, naming: Naming, end: int) -> Naming | None:
    """The part of a common naming before the named instrument it runs into: a pact on X and the Y Treaty."""
    inside = tree.within(naming.start, end)
    top = tree.top(inside)
    if top is None or tree.lemmas[top] not in groups()["instrument"]:
        return None
    joint = [t for t in inside if t > top and (tree.deps[t] in ("cc", "punct") or tree.tags[t] == "WDT")]
    if not joint:
        return None
    cut = tree.ends[joint[-1] - 1]
    return replace(naming, end=cut, name=tree.text[naming.start : cut])


def _same_thing(tree: Tree, naming: Naming, named: list[Naming]) -> bool:
    """Whether a common noun only says what a named instrument is: the X Treaty, a pact with Chad."""
    if not naming.rule.startswith("generic"):
        return False
    top = tree.top(tree.within(naming.start, naming.end))
    if top is None:
        return False
    if tree.deps[top] == "appos":
        same = [tree.heads[top]]
    elif tree.deps[top] == "attr":
        same = tree.children(tree.heads[top], "nsubj")
    else:
        return False
    if any(n.start < tree.ends[k] and tree.starts[k] < n.end for k in same for n in named):
        return True
    return any(
        tree.lemmas[k] in groups()["instrument"]
        and any(tree.words[d].lower() in ("the", "this") for d in tree.children(k, "det"))
        for k in same
    )


def _common(sentence: Sentence) -> Iterator[Naming]:
    tree = sentence.tree
    for i in range(len(tree)):
        if (
            (
                tree.lemmas[i] in groups()["instrument"]
                and (tree.tags[i] in ("NN", "NNS") or tree.lemmas[i] in SHORTENED)
                and _made_here(sentence, i)
            )
            or _joint_statement(tree, i)
            or _outcome(tree, i)
            or (tree.lemmas[i] in groups()["joint_body"] and _body_between(sentence, i))
            or _entry(sentence, i)
        ):
            start, end = _with_parties(tree, i)
            yield Naming(start, end, tree.text[start:end], None, f"generic/{tree.lemmas[i]}")


def _joint_statement(tree: Tree, i: int) -> bool:
    """Whether sides issue a joint statement or a statement of principles."""
    joint = tree.lemmas[i] == "statement" and any(tree.lemmas[k] == "joint" for k in tree.children(i, "amod"))
    verb = tree.heads[i]
    return joint and tree.deps[i] in ("dobj", "nsubjpass") and tree.lemmas[verb] in ISSUING


def _outcome(tree: Tree, i: int) -> bool:
    """Whether what a summit brought is to be carried out: to advance the outcomes of the Lima summit."""
    brought = tree.lemmas[i] in OUTCOMES and tree.tags[i] == "NNS" and tree.deps[i] == "dobj"
    met = any(tree.lemmas[k] in MEETINGS for k in tree.pobj(i, "of", "from"))
    return brought and met and tree.lemmas[tree.heads[i]] in CARRYING_OUT


def _entry(sentence: Sentence, i: int) -> bool:
    """Whether a noun tells that a state joins an organisation: Finland's accession to the alliance."""
    tree = sentence.tree
    return tree.lemmas[i] == "accession" and any(k in sentence.cast.at for k in tree.pobj(i, "to"))


def _with_parties(tree: Tree, i: int) -> tuple[int, int]:
    """The phrase of an instrument; with the parties that hang on its verb: signed a pact in May with Chad."""
    start, end = phrase(tree, i)
    if carried := _carried(tree, i):
        return start, max(end, *(whole(tree, k)[1] for k in carried))
    if tree.deps[i] != "dobj":
        return start, end
    beside = [k for k in tree.prepositions(tree.heads[i]) if tree.lemmas[k] in ("with", "between") and k > i]
    return (start, max([end, *(whole(tree, k)[1] for k in beside)])) if beside else (start, end)


def _carried(tree: Tree, i: int) -> list[int]:
    """The clauses on an instrument that tell a step in its life: the pact they signed, a deal struck by."""
    return [
        k
        for k in tree.children(i, "relcl", "acl")
        if (tree.deps[k] == "relcl" or tree.tags[k] == "VBN")
        and (tree.lemmas[k] in steps() or tree.lemmas[k] == "make")
    ]


def _body_between(sentence: Sentence, i: int) -> bool:
    """Whether a forum or dialogue is set up by two sides: the establishment of a forum between A and B."""
    tree = sentence.tree
    over = tree.heads[tree.heads[i]] if tree.deps[i] == "pobj" else tree.heads[i]
    founded = tree.lemmas[over] in FOUNDING | {
        "establishment",
        "creation",
        "formation",
        "launch",
        "foundation",
    }
    inside = (c for k in tree.subtree(i, frozenset({"relcl"})) for c in sentence.cast.named(k))
    of_two = any(tree.lemmas[k] in SHARED for k in tree.children(i, "amod"))
    return founded and (len(states_of(tuple(inside))) > 1 or (of_two and len(sentence.cast.memory.dyad) > 1))


def _mere_accord(tree: Tree, i: int) -> bool:
    """Whether a noun means a state of mind or a wish: a lack of agreement, the settlement of disputes."""
    of = tree.lemmas[tree.heads[tree.heads[i]]] if tree.deps[i] == "pobj" else ""
    if of in ("lack", "absence"):
        return True
    settling = tree.lemmas[i] in LOOSE and bool(tree.pobj(i, "of"))
    verb = tree.heads[i]
    aimed_at = tree.deps[i] == "dobj" and tree.deps[verb] == "xcomp"
    return settling or (aimed_at and tree.lemmas[tree.heads[verb]] in WISHING)


WISHING = frozenset(
    {
        "resist",
        "reject",
        "oppose",
        "avoid",
        "wish",
        "want",
        "hope",
        "seek",
        "try",
        "fail",
        "refuse",
        "like",
        "desire",
        "need",
    }
)


def _made_here(sentence: Sentence, i: int) -> bool:
    """Whether a common noun is an instrument that is made or named here, not "the agreement" of before."""
    tree = sentence.tree
    det = {tree.words[k].lower() for k in tree.children(i, "det", "amod")}
    if det & (VAGUE | {"this", "that"}) or _mere_accord(tree, i):
        return False
    verb = next((v for v in tree.up(i) if tree.verbal(v)), None)
    made = verb is not None and tree.lemmas[verb] in steps() and tree.deps[i] in ("dobj", "nsubjpass", "pobj")
    stepped = tree.deps[i] in ("dobj", "nsubj", "nsubjpass") and bool(step_of(tree, tree.heads[i]))
    described = bool(tree.children(i, "compound", "amod") or tree.pobj(i, "on", "for"))
    by_whom = bool(_carried(tree, i))
    joined = bool(role(tree, i, "between") or role(tree, i, "with"))
    named = any(k in sentence.cast.at for k in tree.subtree(i, frozenset({"relcl"})))
    dated = DATED.search(tree.text[slice(*phrase(tree, i))]) is not None
    held = verb == tree.heads[i] and tree.lemmas[verb] == "have" and described and "the" not in det
    bound = tree.deps[i] == "pobj" and verb == tree.heads[tree.heads[i]] and tree.lemmas[verb] == "bind"
    if (
        verb is not None
        and (held or bound)
        and not is_negated(tree, verb)
        and len(_of_subject(sentence, verb)) > 1
    ):
        return True
    if by_whom or (dated and tree.tags[i] == "NN"):
        return True
    if "the" in det and not (named or joined):
        return stepped and described
    return made or named or joined or (stepped and described)


def _of_subject(sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The states that are the subject of a verb: Fiji and Tonga have a trade agreement."""
    subjects = surface_subject(sentence.tree, verb)
    return states_of(tuple(dict.fromkeys(c for h in subjects for c in sentence.cast.named(h))))
