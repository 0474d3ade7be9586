"""Repairs of parses that the small model often gets wrong in the language of news."""

from __future__ import annotations

from detente.coding.en.reattached import reattached
from detente.coding.en.tree import SUBJECTS

VERBS = frozenset({"VB", "VBD", "VBG", "VBP", "VBZ"})
PREFIXES = frozenset({"re", "co", "pre", "de", "un", "counter"})
DEEDS = ("tion", "sion", "ment", "ance", "ence", "sal", "val", "ure")  # how nouns of what is done end
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CHARGING = ("accus", "suspect", "blam", "critici", "condemn", "denounc", "convict", "charg")
LOOSE = frozenset({"nmod", "npadvmod", "compound", "nsubj", "amod"})  # of a subject before a swallowed verb
LIKE = {"VBD": ("VBD",), "VBZ": ("VBD", "VBP", "VBZ"), "VBP": ("VBD", "VBP", "VBZ")}


def repaired(
    words: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> tuple[list[str], list[str], list[int]]:
    """Tags, labels and heads with a noun root that has swallowed its verb turned round.

    "The coalition bombed Serbia" is often read as "the coalition (that was) bombed": a root noun
    with a participle that has an object of its own. The participle becomes the root again; so does a
    past form without a subject of its own: the coalition, shaken by the raid, called for a truce.
    """
    for i, head in enumerate(heads):
        if deps[i] != "acl" or deps[head] != "ROOT" or tags[head][:2] not in ("NN", "PR"):
            continue
        own = {deps[k] for k, h in enumerate(heads) if h == i and (k > i or deps[k] in SUBJECTS)}
        if not (tags[i] == "VBN" and "dobj" in own) and not (tags[i] == "VBD" and not own & SUBJECTS):
            continue
        tags[i], deps[i], deps[head] = "VBD", "ROOT", "nsubj"
        heads = [i if k in (i, head) else i if h == head and k > i else h for k, h in enumerate(heads)]
        break
    _verb_before_root(words, tags, deps, heads)
    _transitive(words, tags, deps, heads)
    heads = _prefixed(words, tags, deps, heads)
    _deeds_together(words, tags, deps, heads)
    _named_subjects(tags, deps, heads)
    _subject_of_its_own(tags, deps, heads)
    _side_by_side(words, deps, heads)
    _taken_up(words, tags, deps, heads)
    _second_place(words, deps, heads)
    _relatives(tags, deps, heads)
    _listed(words, tags, deps, heads)
    _same_tense(tags, deps, heads)
    _charges(words, deps, heads)
    reattached(words, tags, deps, heads)
    return tags, deps, heads


def _verb_before_root(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a participle before a root noun the verb of a sentence that has none.

    "The government sheltered refugees" is often read as refugees whom the government sheltered.
    """
    root = next((i for i, dep in enumerate(deps) if dep == "ROOT" and tags[i][:2] == "NN"), None)
    if root is None or any(tag in FINITE and deps[i] != "amod" for i, tag in enumerate(tags)):
        return
    before = [k for k in range(1, root) if heads[k] == root and deps[k] == "amod"]
    verb = next((k for k in before if _past(words, tags, k)), 0)
    doer = verb - 1 - (verb > 1 and tags[verb - 1] == "RB")
    if verb == 0 or tags[doer][:2] != "NN" or heads[doer] not in (verb, root) or deps[doer] not in LOOSE:
        return
    deps[doer], heads[doer] = "nsubj", verb
    for k, head in enumerate(heads):
        if head == root and k < doer:
            heads[k] = doer
        elif head == root and k > root and deps[k] == "punct":
            heads[k] = verb
    tags[verb], deps[verb], heads[verb] = "VBD", "ROOT", verb
    deps[root], heads[root] = "dobj", verb


def _past(words: list[str], tags: list[str], k: int) -> bool:
    return tags[k] in ("VBN", "VBD") or (tags[k] == "JJ" and words[k].endswith("ed"))


def _transitive(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Tag a rare past form as a verb that was read as an adjective though it has an object: upbraided him.

    So is an adverb that has a subject and an object: Togo and Ghana back different sides.
    """
    for i, dep in enumerate(deps):
        if tags[i] not in ("JJ", "RB"):
            continue
        own = {deps[k] for k, head in enumerate(heads) if head == i and k != i}
        if tags[i] == "RB" and "dobj" in own and own & SUBJECTS:
            tags[i] = "VBP"
        if dep not in ("ROOT", "conj") or not words[i].endswith("ed"):
            continue
        if "dobj" in own and (dep == "conj" or own & SUBJECTS):
            tags[i] = "VBD"


def _listed(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a name between commas one of a list where more follow: the EU, Russia, and the US."""
    for k, head in enumerate(heads):
        names = deps[k] == "appos" and tags[k] == "NNP" == tags[head] and k > head
        if not names or words[k - 1] not in (",", "the") or any(h == k for h in heads):
            continue
        if any(heads[c] == head and deps[c] in ("conj", "cc") for c in range(k + 1, len(words))):
            deps[k] = "conj"


def _prefixed(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> list[int]:
    """Let a verb after "re-" or "co-" stand where the parser put its prefix: were re-opened, will re-open."""
    for dash in range(1, len(words) - 1):
        first, verb = dash - 1, dash + 1
        if words[dash] != "-" or words[first].lower() not in PREFIXES or tags[first][:2] != "VB":
            continue
        trio = (first, dash, verb)
        outer = next((k for k in trio if heads[k] not in trio or heads[k] == k), verb)
        over = heads[outer] if heads[outer] != outer else verb
        heads = [verb if h in trio else h for h in heads]
        tags[verb], deps[verb], heads[verb] = tags[outer], deps[outer], over
        for k in (first, dash):
            deps[k], heads[k], tags[k] = "punct", verb, "HYPH"
        if tags[verb] == "VBN" and deps[verb] == "acomp" and words[over].lower() in BE:
            _turned_passive(deps, heads, verb, over)
    return heads


def _turned_passive(deps: list[str], heads: list[int], verb: int, be: int) -> None:
    """Make a participle that was read as the adjective of "be" a passive verb."""
    dep, head = deps[be], heads[be]
    for k, h in enumerate(heads):
        if h == be and k != be:
            heads[k] = verb
            deps[k] = "nsubjpass" if deps[k] == "nsubj" else deps[k]
    deps[verb], heads[verb] = dep, verb if head == be else head
    deps[be], heads[be] = "auxpass", verb


def _deeds_together(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Coordinate a deed with the deed before it, not with a name in it: the raid and seizure of oil."""
    for i, head in enumerate(heads):
        if deps[i] != "conj" or tags[i] != "NN" or tags[head] != "NNP" or deps[head] != "pobj":
            continue
        over = heads[heads[head]]
        own = any(heads[k] == i and words[k].lower() == "of" for k in range(i + 1, len(words)))
        if own and words[i].lower().endswith(DEEDS) and tags[over] in ("NN", "NNS"):
            heads[i] = over


def _named_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a name that hangs on the finite verb after it as a mere modifier its subject.

    "Brezhnev and Nixon sign the treaty" is often read with "Brezhnev" as a word before a noun.
    """
    served = {heads[k] for k, dep in enumerate(deps) if dep in SUBJECTS}
    for i, head in enumerate(heads):
        finite = tags[head] in ("VBD", "VBP", "VBZ") and i < head and head not in served
        if finite and deps[i] in ("nmod", "compound") and tags[i] == "NNP":
            deps[i] = "nsubj"
            served.add(head)


def _subject_of_its_own(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give a later finite verb the noun right before it: left Rome, and Greek envoys were expelled.

    Without a comma the noun is often read as coordinate with the object before it.
    """
    served = {heads[k] for k, dep in enumerate(deps) if dep in SUBJECTS}
    for verb, dep in enumerate(deps):
        if dep != "conj" or verb in served or tags[verb] not in ("VBD", "VBP", "VBZ", "VBN"):
            continue
        helpers = [k for k, h in enumerate(heads) if h == verb and deps[k] in ("aux", "auxpass")]
        if tags[verb] == "VBN" and not helpers:
            continue
        noun = min([verb, *helpers]) - 1
        object_ = heads[noun] if noun > 0 else noun
        joined = deps[noun] == "conj" and tags[noun][:2] == "NN" and deps[object_] in ("pobj", "dobj")
        if joined and heads[verb] < object_ < noun:
            for k, h in enumerate(heads):  # "and" goes along with the verb
                heads[k] = heads[verb] if h == object_ and deps[k] == "cc" and object_ < k < noun else h
            passive = any(deps[k] == "auxpass" for k in helpers)
            deps[noun], heads[noun] = "nsubjpass" if passive else "nsubj", verb


def _side_by_side(words: list[str], deps: list[str], heads: list[int]) -> None:
    """Set clauses with a semicolon between them beside each other, not one inside the other."""
    for i, head in enumerate(heads):
        if deps[i] == "ccomp" and i < head and ";" in words[i:head]:
            deps[i] = "parataxis"


def _taken_up(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a clause on the noun that takes up the one before it: X accuses Y of spying, a charge Y denies.

    Without a relative pronoun the last verb is often read as the main one, with the rest as its content.
    """
    for first, over in enumerate(heads):
        if deps[first] != "ccomp" or not first < over or deps[over] != "ROOT" or tags[first] not in VERBS:
            continue
        for noun in range(first + 1, over):
            taken_up = deps[noun] == "dobj" and heads[noun] == over and tags[noun] == "NN"
            before = [k for k in range(noun) if heads[k] == noun and words[k].lower() in ("a", "an")]
            if taken_up and before and words[before[0] - 1] == ",":
                deps[first], heads[first] = "ROOT", first
                deps[noun], heads[noun] = "dep", first
                deps[over], heads[over] = "relcl", noun


def _second_place(words: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a time on the second place that it follows: met in Malta in May and in Oslo in June."""
    for k, dep in enumerate(deps):
        if dep != "prep" or words[k].lower() not in ("in", "on") or k < 2 or deps[k - 1] != "pobj":
            continue
        second = heads[k - 1]
        if deps[second] == "conj" and deps[heads[second]] == "prep" and heads[heads[second]] == heads[k]:
            heads[k] = k - 1


def _relatives(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Call a finite clause with its own subject on a noun a relative one: the accord that they signed."""
    with_subject = {heads[k] for k, dep in enumerate(deps) if dep in SUBJECTS}
    related = {heads[k] for k, dep in enumerate(deps) if dep in ("dobj", "pobj") and tags[k] in ("IN", "WDT")}
    for i, dep in enumerate(deps):
        if dep == "acl" and tags[i] in ("VBD", "VBZ", "VBP") and i in with_subject and i in related:
            deps[i] = "relcl"


def _same_tense(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Coordinate a finite verb without a subject of its own with a verb of its kind, not with one inside.

    "They confirmed their plan to hold talks and reaffirmed ..." is often read as "to ... reaffirmed",
    "noted that the treaty applies and reiterated" as "the treaty ... reiterated".
    """
    with_subject = {heads[k] for k, dep in enumerate(deps) if dep in SUBJECTS}
    for i, dep in enumerate(deps):
        alike = LIKE.get(tags[i], ())
        if dep != "conj" or not alike or i in with_subject or tags[heads[i]] not in VERBS - {*alike}:
            continue
        inside = at = heads[i]
        while heads[at] != at and tags[at] not in alike:
            at = heads[at]
        if tags[at] in alike and at < i:
            heads[i] = at
            for k in range(inside + 1, i):  # "and" and its comma go along
                heads[k] = at if heads[k] == inside and deps[k] in ("cc", "punct") else heads[k]


def _charges(words: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang what someone is charged with on the verb: accused [his counterpart] [of lying]."""
    for i, head in enumerate(heads):
        verb = heads[head]
        charged = deps[i] == "prep" and deps[head] == "dobj" and words[i].lower() in ("of", "for")
        if not charged or not words[verb].lower().startswith(CHARGING):
            continue
        if any(heads[k] == i and deps[k] == "pcomp" for k in range(i + 1, len(words))):
            heads[i] = verb
