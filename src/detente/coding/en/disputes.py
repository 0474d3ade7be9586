"""Disputes: matters on which parties stand against each other, by name or by what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.anchors import anchor
from detente.coding.en.at_odds import at_odds
from detente.coding.en.dispute_matters import Telling, matter_of, one_a_matter
from detente.coding.en.events import span_of
from detente.coding.en.frames import passive, undergoing
from detente.coding.en.grammar import groups, is_a
from detente.coding.en.issues import issue_of
from detente.coding.en.modality import is_negated, mode_of
from detente.coding.en.quarrels import FEELINGS, factual, parties_of
from detente.coding.en.raised import raised
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import clause, phrase, whole
from detente.coding.en.tree import Tree
from detente.findings import Dispute

THORNY = frozenset(
    {"thorny", "contentious", "disputed", "unresolved", "divisive", "vexed", "outstanding", "sensitive"}
)
RAISING = frozenset({"raise", "press", "bring", "take"})
CASES = frozenset({"case", "issue", "matter", "question", "problem", "incident", "treatment", "fate"})
OBJECTIONS = frozenset({"opposition", "objection", "concern", "protest", "complaint", "dissatisfaction"})
RIVAL = frozenset({"overlapping", "overlap", "competing", "compete", "rival", "conflicting", "conflict"})
LEFT_UNDONE = frozenset({"fail", "delay", "postpone", "defer", "slow", "suspend"})
WEIGHING = frozenset(
    {"weigh", "strain", "cloud", "poison", "overshadow", "burden", "complicate", "bedevil", "dog", "plague"}
    | {"hamper", "sour", "mar", "trouble", "damage", "embitter"}
)
QUESTIONED = frozenset(
    {"validity", "legality", "legitimacy", "reliability", "credibility", "sincerity", "right", "sovereignty"}
    | {"jurisdiction", "motive", "commitment", "fairness", "authority", "claim", "necessity", "need"}
)
TALKS = frozenset({"talk", "negotiation"})
STALLING = frozenset({"stall", "collapse", "fail", "founder", "break", "deadlock"})
ACCORDS = frozenset(
    {"agreement", "accord", "deal", "breakthrough", "progress", "result", "change", "settlement"}
)
SOURED = frozenset({"freeze", "strain", "sever", "damage", "embitter", "poison", "cloud", "mar"})
AGAINST = frozenset({"ACCUSE", "REJECT", "PROTEST", "SANCTION"})


def disputes(sentences: Iterable[Sentence]) -> list[Dispute]:
    """One dispute for each set of parties and issue, where it is first told.

    What one party holds against the other counts where it is lasting opposition (objects to,
    contests), and else once a pair, if no word such as "dispute" or "tensions" names their quarrel.
    """
    tellings: list[Telling] = []
    held: dict[frozenset[str], Dispute] = {}
    opposed: list[Telling] = []
    for sentence in sentences:
        if sentence.heading:
            continue
        for span, parties, rule in (*_quarrels(sentence), *at_odds(sentence), *raised(sentence)):
            record = _record(sentence, span, parties, 0.75, rule)
            tellings.append(Telling(record, rule, matter_of(sentence, *span, rule)))
        for span, parties, rule, standing in _held_against(sentence):
            record = _record(sentence, span, parties, 0.72 if standing else 0.6, rule)
            opposed += [Telling(record, rule, matter_of(sentence, *span, rule))] if standing else []
            held.setdefault(frozenset(parties), record)
    pairs = {frozenset(telling.dispute.parties) for telling in tellings}
    unnamed = [
        dispute for parties, dispute in held.items() if not any(len(parties & pair) > 1 for pair in pairs)
    ]
    found = [*one_a_matter([*tellings, *opposed]), *unnamed]
    found = list({(d.start, d.end): d for d in found}.values())
    return sorted(found, key=lambda d: (d.start, d.end))


Found = tuple[tuple[int, int], tuple[str, ...], str]


def _record(
    sentence: Sentence, span: tuple[int, int], parties: tuple[str, ...], confidence: float, rule: str
) -> Dispute:
    text = sentence.tree.text[slice(*span)]
    return Dispute(
        **anchor(sentence, *span),
        confidence=confidence,
        rule=rule,
        name=text,
        parties=parties,
        issue=issue_of(sentence, *span),
        status=text,
    )


def _held_against(sentence: Sentence) -> Iterator[tuple[tuple[int, int], tuple[str, ...], str, bool]]:
    """Acts of one party against the other; True where they say lasting opposition (objects to).

    What several states oppose together is a matter of its own, and stands where it is named.
    """
    for act in sentence.acts:
        if act.guessed:
            continue
        parties = _wronged(sentence, act) or states_of(act.actors + act.targets)
        if (
            act.entry.plover == "REQUEST"
            and len(parties) > 1
            and (case := _case(sentence.tree, act)) is not None
        ):
            yield phrase(sentence.tree, case), parties, f"raised/{act.entry.id}", True
        if sentence.tree.lemmas[act.at] in LEFT_UNDONE or _unsupported(sentence.tree, act):
            continue
        demanded = act.entry.plover == "REQUEST" and sentence.tree.lemmas[act.at] == "demand"
        if (act.entry.plover not in AGAINST and not demanded) or not (act.mode.actual and act.actors):
            continue
        if not act.targets and not (len(parties) > 1 and _voiced(sentence.tree, act)):
            continue
        if len(parties) == 2:
            standing = _lasting(sentence.tree, act)
            yield span_of(sentence, act), parties, f"against/{act.entry.id}", standing
        elif len(parties) > 2 and act.entry.stance and (matter := _opposed(sentence.tree, act)) is not None:
            yield phrase(sentence.tree, matter), parties, f"opposed/{act.entry.id}", True


def _wronged(sentence: Sentence, act: Act) -> tuple[str, ...]:
    """The pair of the text where one of it breaks a pact: Pristina violates the Brussels Agreement."""
    pair, doers = sentence.cast.memory.dyad, set(states_of(act.actors))
    return pair if act.entry.id == "reject-violate" and len(pair) == 2 and doers & set(pair) else ()


def _lasting(tree: Tree, act: Act) -> bool:
    """Whether an act says lasting opposition: objects to, questions the legality of, voiced concern over."""
    questioned = tree.lemmas[act.at] in ("question", "doubt") and any(
        tree.lemmas[h] in QUESTIONED for h in undergoing(tree, act.at)
    )
    return questioned or tree.lemmas[act.at] in groups()["standing"] or _voiced(tree, act)


def _unsupported(tree: Tree, act: Act) -> bool:
    """Whether it is only said that something is not supported, which is no opposition to anyone."""
    return tree.lemmas[act.at] in ("support", "back", "endorse", "encourage") and is_negated(tree, act.at)


def _case(tree: Tree, act: Act) -> int | None:
    """The matter that one party raises with the other: the case of the prisoners."""
    raised = tree.lemmas[act.at] in RAISING and act.mode.actual
    heads = undergoing(tree, act.at) if raised else []
    return next((h for h in heads if tree.lemmas[h] in CASES and tree.pobj(h, "of")), None)


def _voiced(tree: Tree, act: Act) -> bool:
    """Whether an objection or concern is voiced over a matter: shared our concerns about the dam."""
    heads = undergoing(tree, act.at) if act.entry.part == "v" else []
    return any(tree.lemmas[h] in OBJECTIONS and tree.pobj(h, "to", "over", "about", "at") for h in heads)


def _opposed(tree: Tree, act: Act) -> int | None:
    """The noun that names what is opposed: the object, or what an objection or concern is about."""
    for head in undergoing(tree, act.at):
        if inner := tree.pobj(head, "to", "over", "about", "at", "against", "on"):
            return inner[0] if tree.lemmas[inner[0]] not in groups()["quarrel"] else None  # of others
        if tree.lemmas[head] in OBJECTIONS:
            continue
        if deeds := [o for k in tree.children(head, "acl") for o in undergoing(tree, k)]:
            return deeds[0]
        return head
    return None


def _quarrels(sentence: Sentence) -> Iterator[Found]:
    tree, cast = sentence.tree, sentence.cast
    for i in range(len(tree)):
        lemma = tree.lemmas[i]
        if (lemma in groups()["quarrel"] or _rival_claim(tree, i)) and tree.tags[i] in ("NN", "NNS"):
            parties = parties_of(sentence, i) if factual(tree, i) else ()
            if len(parties) > 1:
                told = is_a("sore_point", lemma) and tree.deps[i] == "nsubj" and tree.verbal(tree.heads[i])
                wide = whole if lemma in FEELINGS and tree.children(i, "relcl") else phrase
                told = told or (tree.deps[i] == "nsubj" and bool(tree.pobj(tree.heads[i], "between")))
                yield clause(tree, tree.heads[i]) if told else wide(tree, i), parties, f"quarrel/{lemma}"
        elif (
            (lemma in groups()["matter_noun"] or _disputed(tree, i))
            and tree.tags[i] in ("NN", "NNS")
            and (_disputed(tree, i) or _contested(sentence, i) or _burdened(tree, i))
        ):
            named = states_of(cast.all_in(i, frozenset({"relcl"})))
            burdened = (_of_relations(sentence, k) for k in _burdened(tree, i))
            pair = next((own for own in burdened if len(own) > 1), cast.memory.dyad)
            parties = tuple(dict.fromkeys((*pair, *named)))
            if len(parties) > 1:
                yield phrase(tree, i), parties, f"matter/{lemma}"
        elif lemma in TALKS and tree.verbal(tree.heads[i]) and _deadlocked(tree, i):
            parties = parties_of(sentence, i)
            if len(parties) > 1:
                yield clause(tree, tree.heads[i]), parties, f"deadlock/{lemma}"
        elif is_a("sore_point", lemma) and (hindered := _hindered(tree, i)):
            parties = _of_relations(sentence, hindered[0])
            if len(parties) > 1 and tree.verbal(tree.heads[i]):
                yield clause(tree, tree.heads[i]), parties, f"obstacle/{lemma}"
        elif lemma in groups()["sour"] and (verb := tree.clause(i)) != i and not mode_of(tree, verb).negated:
            subject = tree.child(verb, "nsubj", "nsubjpass")
            parties = _of_relations(sentence, subject) if subject is not None else ()
            if len(parties) > 1:
                yield clause(tree, verb), parties, f"relations/{lemma}"
        elif tree.verbal(i) and _worsened(tree, i) and not mode_of(tree, i).negated:
            subject = tree.child(i, "nsubj", "nsubjpass")
            ties = subject is not None and is_a("relation_noun", tree.lemmas[subject])
            parties = _of_relations(sentence, subject) if subject is not None and ties else ()
            if len(parties) > 1:
                yield clause(tree, i), parties, f"relations/{lemma}"


def _deadlocked(tree: Tree, i: int) -> bool:
    """Whether talks over a matter got nowhere: the talks on the dam stalled, ended without an accord."""
    verb = tree.heads[i]
    over = tree.pobj(i, "over", "on", "about") and tree.deps[i] == "nsubj"
    missed = {tree.lemmas[k] for k in tree.pobj(verb, "without")} & ACCORDS
    return bool(over) and not is_negated(tree, verb) and (tree.lemmas[verb] in STALLING or bool(missed))


def _worsened(tree: Tree, i: int) -> bool:
    """Whether a verb tells that its subject has grown worse: relations soured, ties were frozen."""
    return is_a("worsening", tree.lemmas[i]) or (tree.lemmas[i] in SOURED and passive(tree, i))


def _rival_claim(tree: Tree, i: int) -> bool:
    """Whether claims are told to stand against each other: overlapping claims to the shelf."""
    if tree.lemmas[i] != "claim":
        return False
    before = (
        [tree.heads[i]] if tree.heads[i] == i - 1 else []
    )  # a participle may be read as the verb of its noun
    return any(tree.lemmas[k] in RIVAL for k in (*tree.children(i, "amod"), *before))


def _of_relations(sentence: Sentence, subject: int) -> tuple[str, ...]:
    """Whose relations a subject names: those in it, those they are between, the pair of the text."""
    tree, cast = sentence.tree, sentence.cast
    named = cast.all_in(subject) + tuple(c for k in tree.pobj(subject, "between") for c in cast.named(k))
    parties = states_of(tuple(dict.fromkeys(named)))
    ties = is_a("relation_noun", tree.lemmas[subject])
    return cast.memory.dyad if ties and set(parties) <= set(cast.memory.dyad) else parties


def _burdened(tree: Tree, i: int) -> list[int]:
    """The relations that a matter weighs on: the issue of the wrecks clouds ties between the two."""
    verbs = [v for v in tree.up(i) if tree.verbal(v)][:1] if tree.deps[i] == "nsubj" else []
    verbs += [k for v in verbs for k in tree.children(v, "xcomp")]
    weighing = [v for v in verbs if tree.lemmas[v] in WEIGHING]
    particles = [k for v in weighing for k in tree.children(v, "prt", "prep")]
    objects = [o for v in weighing for o in tree.children(v, "dobj")]
    objects += [o for k in particles for o in tree.objects_of(k)]
    return [o for o in objects if is_a("relation_noun", tree.lemmas[o])]


def _hindered(tree: Tree, i: int) -> list[int]:
    """The relations that something is an obstacle to, or a thorn in."""
    return [k for k in tree.pobj(i, "to", "in") if is_a("relation_noun", tree.lemmas[k])]


def _disputed(tree: Tree, i: int) -> bool:
    """Whether a thing is called disputed: the contested waters."""
    return any(tree.words[k].lower() in ("disputed", "contested") for k in tree.children(i, "amod"))


def _own_side(sentence: Sentence, k: int) -> bool:
    """Whether a name is that of one of the two sides: the issue of China came up with India."""
    mention = sentence.cast.at.get(k)
    state = mention is not None and mention.kind == "state"
    return state and set(states_of(sentence.cast.named(k))) < set(sentence.cast.memory.dyad)


def _contested(sentence: Sentence, i: int) -> bool:
    """Whether "the X issue", "the question of X" names a place, a state or a matter that parts the sides."""
    tree = sentence.tree
    definite = any(tree.words[k].lower() in ("the", "this") for k in tree.children(i, "det"))
    named = tree.children(i, "compound", "nmod") + tree.pobj(i, "of")
    proper = any(tree.tags[k] in ("NNP", "NNPS") and not _own_side(sentence, k) for k in named)
    bones = any(tree.words[k].lower() in THORNY for k in tree.children(i, "amod"))
    sore = any(is_a("sore_matter", tree.lemmas[k]) for k in (*named, *tree.children(i, "amod")))
    return (definite and (proper or sore)) or (bones and bool(named))
