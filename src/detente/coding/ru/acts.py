"""The acts of a Russian sentence: which words report one, who is on which side, how it is put."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.coding.codebook import Entry
from detente.coding.codes import states_of
from detente.coding.ru.act import Act
from detente.coding.ru.cast import Cast
from detente.coding.ru.complete import completed
from detente.coding.ru.deeds import is_deed
from detente.coding.ru.kinship import kin_type
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.modality import Mode, is_future, mode_of
from detente.coding.ru.overlaps import aimed_by_content, without_content, without_doubles, without_orders
from detente.coding.ru.roles import fillers, is_passive, objects, places, subjects
from detente.coding.ru.tree import Tree

_OF_FIGHTS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_TO_PLACES = frozenset({"travel", "strike", "withdraw", "against"})
_IN_COURSE = frozenset(
    {"в ходе", "во время", "после", "по итогам", "в рамках", "перед", "накануне", "с помощью"}
)
_CARRIED = frozenset({"с+Ins", "Ins", "Dat", "в+Acc", "к+Dat", "на+Acc"})
_IN_PASSING = frozenset({"посредничество", "участие", "посредник"})  # при посредничестве
_BECOMING = frozenset({"стать", "быть", "становиться", "являться", "оказаться"})
_AS = ("в качестве", "в виде", "в ответ", "в рамках", "в ходе")
_REMEMBERED = frozenset({"годовщина", "юбилей", "летие", "десятилетие", "столетие"})
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod", "nsubj:pass", "amod", "xcomp", "advmod"})
_FORCING = frozenset({"вынудить", "принудить", "заставить"})
_GIVEN_UP = frozenset({"NONE", "SANCTION", "REJECT", "COERCE"})


def acts(cast: Cast) -> list[Act]:
    """Every act that the sentence reports, in text order, each word telling one at most."""
    found = [act for i in range(len(cast.tree.words)) if (act := _act(cast, i)) is not None]
    found = without_doubles(cast.tree, without_orders(cast.tree, found))
    if any(cast.lexicon.is_a("sport", word.lemma) for word in cast.tree.words):
        found = [act for act in found if act.type not in _OF_FIGHTS]
    return without_content(cast.tree, [aimed_by_content(cast.tree, act, found) for act in found])


def _act(cast: Cast, i: int) -> Act | None:
    word = cast.tree.words[i]
    if word.pos not in ("VERB", "NOUN", "ADJ"):
        return None
    if word.pos == "ADJ" and word.feats.get("Variant") != "Short":
        return None
    if _forced(cast.tree, i) or _names_a_property(cast.tree, i):
        return None
    if word.lemma in _IN_PASSING and cast.tree.mark(i).startswith("при+"):
        return None
    if word.pos == "NOUN" and any(cast.tree.words[k].lemma in _REMEMBERED for k in cast.tree.up(i)):
        return None
    known = False
    entries = cast.lexicon.of(word.lemma)
    if len(entries) > 1:
        near = _heads_of_arguments(cast, i)
        entries = tuple(sorted(entries, key=lambda e: _far(e, near)))
    for entry in entries:
        if not _fits(cast, i, entry):
            continue
        act = _filled(cast, i, entry) if entry.type is not None else None
        if act is not None or entry.type is None:
            return act
        known = True
    return None if known else _general(cast, i)


def _names_a_property(tree: Tree, i: int) -> bool:
    """Whether a participle before its noun tells no act: договаривающиеся стороны, проведенные переговоры."""
    word = tree.words[i]
    bare = not tree.children(i) or word.feats.get("Tense") == "Pres"
    return word.pos == "VERB" and word.rel == "amod" and bare


def _forced(tree: Tree, i: int) -> bool:
    """Whether a word only says that somebody had to do something: была вынуждена отменить."""
    word = tree.words[i]
    passive = word.feats.get("Voice") == "Pass" or word.feats.get("Variant") == "Short"
    return passive and word.lemma in _FORCING and bool(tree.children(i, "xcomp", "csubj"))


def _general(cast: Cast, i: int) -> Act | None:
    """The act of a verb that the codebook does not know, with a political actor as its subject or patient."""
    if not is_deed(cast.tree, i, cast.lexicon):
        return None
    things = [cast.tree.words[k].lemma for k in objects(cast.tree, i, cast.lexicon)]
    if cast.lexicon.is_a("light", cast.tree.words[i].lemma) and any(map(cast.lexicon.of, things)):
        return None
    for entry in cast.lexicon.general:
        act = _filled(cast, i, entry)
        if act is not None and _has_part(cast, act) and _told_plainly(cast.tree, act):
            kin = kin_type(cast.tree.words[i].lemma, cast.lexicon) if act.targets else None
            return replace(act, type=kin or act.type)
    return None


def _has_part(cast: Cast, act: Act) -> bool:
    """Whether a political actor does it, or it is done to one (a passive without the one by whom)."""
    if act.actors and act.heads:
        return True
    done_to = objects(cast.tree, act.verb, cast.lexicon) if is_passive(cast.tree, act.verb) else []
    return any(h in done_to and cast.actors(h) for h in act.heads)


def _told_plainly(tree: Tree, act: Act) -> bool:
    """Whether an act of no known kind is told as done, or announced in the future of its own verb."""
    return act.mode.actual or is_future(tree, act.verb)


def _fits(cast: Cast, i: int, entry: Entry) -> bool:
    """Whether the words that an entry demands, and none that it excludes, hang on the word."""
    if not entry.object and not entry.without:
        return True
    if entry.without and not _heads_of_arguments(cast, i).isdisjoint(entry.without):
        return False
    return not entry.object or not _arguments(cast, i).isdisjoint(entry.object)


def _far(entry: Entry, near: set[str]) -> int:
    """0 for an entry that asks for what hangs on the word itself, 1 for one that looks further, else 2."""
    return 2 - bool(entry.object) - any(w in near for w in entry.object)


def _heads_of_arguments(cast: Cast, i: int) -> set[str]:
    """Dictionary forms of what hangs on a word as object, passive subject or complement."""
    return {cast.tree.words[h].lemma for h in _argument_words(cast, i)}


def _argument_words(cast: Cast, i: int) -> set[int]:
    heads = set(objects(cast.tree, i, cast.lexicon))
    for k in cast.tree.children(i):
        if cast.tree.words[k].rel in _ARGUMENTS and not cast.tree.mark(k).startswith(_AS):
            heads.add(k)
    return heads


def _arguments(cast: Cast, i: int) -> set[str]:
    """Dictionary forms of what hangs on a word as object, passive subject or complement, and of its own."""
    tree = cast.tree
    heads = _argument_words(cast, i)
    lemmas = {tree.words[h].lemma for h in heads}
    for h in heads:
        lemmas |= {tree.words[k].lemma for k in tree.children(h, "conj", "nmod", "amod", "case", "appos")}
    return lemmas


def _filled(cast: Cast, i: int, entry: Entry) -> Act | None:
    """The act with its sides, None where the codebook asks for a side that is not there."""
    tree, frame = cast.tree, cast.lexicon.frames[entry.frame]
    verb = _light(tree, i, cast.lexicon)
    actor_heads = fillers(tree, i, frame.actor, cast.lexicon)
    target_heads = fillers(tree, i, frame.target, cast.lexicon)
    for k in cast.tree.children(i, "acl", "amod"):  # состоявшийся между президентами разговор
        if cast.lexicon.is_a("light", tree.words[k].lemma):
            target_heads += fillers(tree, k, frame.target, cast.lexicon)
            actor_heads += fillers(tree, k, ("agent", "между"), cast.lexicon)
    if verb != i:
        actor_heads = _carried(tree, i, verb, cast.lexicon) + actor_heads
        target_heads += [k for k in fillers(tree, verb, frame.target, cast.lexicon) if k != i]
    if tree.words[verb].rel == "acl:relcl":
        target_heads += _addressed(tree, verb, cast.lexicon)
    actor_heads += places(tree, verb) + _announcer(tree, i, cast.lexicon)
    actors, from_actor = _first(cast, actor_heads, (i, verb))
    if not actors and entry.heads:
        actors, from_actor = _on_behalf(cast, verb)
    if not actors and verb != i:
        actors, from_actor = _of_event(cast, verb)
    if verb != i and "Dat" in frame.target and from_actor:
        target_heads += [k for k in tree.children(i, "nmod") if _dative_form(tree, k)]
    if not actors and tree.words[verb].feats.get("Person") == "1":
        actors = cast.memory.we
    both = () if actors or frame.joint else _in_between(cast, (i, verb))
    own = set(states_of(actors))
    others = [h for h in target_heads if h not in from_actor]
    targets, from_target = _named(cast, others, (i, verb), own, entry.frame in _TO_PLACES)
    if frame.joint:
        if not targets and any(not _political(cast, h) for h in others if tree.mark(h).startswith("с+")):
            return None  # встретился с избирателями
        actors = _both(cast, i, (*actors, *targets))
        targets = actors if len(states_of(actors)) > 1 else ()
    if both:
        actors, targets, from_actor = both, both, [i]
    mode = mode_of(tree, verb, cast.lexicon)
    heads = (*from_actor, *from_target)
    kind = _told(entry, mode)
    if kind in _GIVEN_UP and tree.words[verb].head >= 0 and _forced(tree, tree.words[verb].head):
        kind = "CONCEDE"
    act = Act(i, verb, entry, kind, actors, targets, heads, mode, bool(from_target))
    return completed(cast, act)


def _in_between(cast: Cast, words: tuple[int, ...]) -> tuple[str, ...]:
    """The states between which something happens that nobody is said to do: перестрелка между."""
    tree = cast.tree
    heads = [k for w in words for k in fillers(tree, w, ("между",), cast.lexicon)]
    borders = [k for w in words for k in tree.children(w, "obl", "nmod") if tree.words[k].lemma == "граница"]
    named = (*map(cast.actors, heads), *map(cast.owner, borders))
    return next((found for found in named if len(states_of(found)) > 1), ())


def _on_behalf(cast: Cast, verb: int) -> tuple[tuple[str, ...], list[int]]:
    """The state of a subject or agent that holds no office: польские фермеры перекрыли."""
    tree = cast.tree
    agents = fillers(tree, verb, ("agent",), cast.lexicon) if tree.words[verb].pos == "VERB" else []
    for k in (*subjects(tree, verb, cast.lexicon), *agents):
        found = cast.on_behalf(k)
        if found:
            return found, [k]
    return (), []


def _of_event(cast: Cast, verb: int) -> tuple[tuple[str, ...], list[int]]:
    """The sides of the act that is the subject of a carrying verb: визит завершился подписанием."""
    for k in subjects(cast.tree, verb, cast.lexicon):
        for entry in cast.lexicon.of(cast.tree.words[k].lemma):
            frame = cast.lexicon.frames[entry.frame]
            heads = fillers(cast.tree, k, (*frame.actor, *frame.target), cast.lexicon)
            found = tuple(dict.fromkeys(a for h in heads for a in cast.actors(h)))
            if found:
                return found, heads[:1]
    return (), []


def _dative_form(tree: Tree, k: int) -> bool:
    """Whether a name read as a genitive may as well stand in the dative: протест Индии."""
    return tree.mark(k) == "Gen" and tree.words[k].text.endswith("ии")


def _political(cast: Cast, k: int) -> bool:
    """Whether a noun phrase could name a political actor, also one that the gazetteer does not know."""
    word = cast.tree.words[k]
    return word.pos in ("PROPN", "PRON") or cast.lexicon.is_a("agents", word.lemma)


def _announcer(tree: Tree, i: int, lexicon: Lexicon) -> list[int]:
    """Who announces an act of his own, or does something in its course: объявила о запуске, в ходе визита."""
    word = tree.words[i]
    if word.pos != "NOUN" or word.head < 0:
        return []
    if tree.mark(i).startswith("о+") and lexicon.is_a("announced", tree.words[word.head].lemma):
        return _announcer(tree, word.head, lexicon)  # приняла решение о высылке
    if tree.words[word.head].pos != "VERB":
        return []
    mark = tree.mark(i).rsplit("+", 1)[0]
    in_course = mark in _IN_COURSE and any(e.type == "CONSULT" for e in lexicon.of(word.lemma))
    announced = mark == "о" or in_course or lexicon.is_a("announced", word.lemma)
    return subjects(tree, word.head, lexicon) if announced else []


def _addressed(tree: Tree, verb: int, lexicon: Lexicon) -> list[int]:
    """To whom the text goes in which something is said: направил Кеннеди письмо, в котором предложил."""
    text = tree.words[verb].head
    over = tree.words[text].head if text >= 0 else -1
    if over < 0 or not lexicon.is_a("texts", tree.words[text].lemma):
        return []
    return [k for at in (over, text) for k in fillers(tree, at, ("Dat", "к"), lexicon)]


def _both(cast: Cast, i: int, named: tuple[str, ...]) -> tuple[str, ...]:
    """Both sides of a joint act: those named; to a single one the subject of the clause or the other side."""
    found = tuple(dict.fromkeys(named))
    if len(states_of(found)) > 1:
        return found
    for above in cast.tree.up(i):
        if cast.tree.words[above].pos == "VERB":
            for k in subjects(cast.tree, above, cast.lexicon):
                more = (
                    [a for a in cast.actors(k) if states_of([a])[0] not in states_of(found)] if k != i else []
                )
                if more:
                    return (*more, *found)
            break
    return (*found, *cast.memory.other_side(found)) if found else ()


def _light(tree: Tree, i: int, lexicon: Lexicon) -> int:
    """The verb that carries a noun (провели переговоры, визит состоялся), else the word itself."""
    word = tree.words[i]
    if word.pos != "NOUN" or word.head < 0:
        return i
    if word.rel == "nmod" and tree.mark(i) == "Gen" and lexicon.is_a("measures", tree.words[word.head].lemma):
        verb = _light(tree, word.head, lexicon)  # нанес серию ударов
        return i if verb == word.head else verb
    carried = word.rel in ("obj", "nsubj", "nsubj:pass", "iobj") or (
        word.rel == "obl" and tree.mark(i) in _CARRIED
    )
    return word.head if carried and _carries(tree, word.head, lexicon) else i


def _carries(tree: Tree, over: int, lexicon: Lexicon) -> bool:
    """Whether a verb only carries its noun: a light verb, or a deed of no known kind (ускорили поставки)."""
    lemma = tree.words[over].lemma
    if tree.words[over].pos != "VERB" or _is_called(tree, over):
        return False
    return lexicon.is_a("light", lemma) or (not lexicon.of(lemma) and is_deed(tree, over, lexicon))


def _is_called(tree: Tree, over: int) -> bool:
    """Whether a verb only says what its subject is: визит стал символом."""
    named = (k for k in tree.children(over, "xcomp", "obl") if tree.mark(k) == "Ins")
    return tree.words[over].lemma in _BECOMING and next(named, None) is not None


def _carried(tree: Tree, i: int, verb: int, lexicon: Lexicon) -> list[int]:
    """Who acts where a light verb carries the noun: the verb's subject, its agent in the passive."""
    if tree.words[i].rel in ("nsubj", "nsubj:pass"):
        return [k for k in fillers(tree, verb, ("agent", "между", "с"), lexicon) if k != i]
    return [k for k in subjects(tree, verb, lexicon) if k != i]


def _first(cast: Cast, heads: Iterable[int], own: tuple[int, int]) -> tuple[tuple[str, ...], list[int]]:
    """The actors of the first word that names any."""
    for head in heads:
        found = cast.acting(head) if head not in own else ()
        if found:
            return found, [head]
    return (), []


def _named(
    cast: Cast, heads: Iterable[int], own: tuple[int, int], actors: set[str], place: bool
) -> tuple[tuple[str, ...], list[int]]:
    """The first target named; a thing stands for the state that it is said to belong to."""
    for head in heads:
        if head in own:
            continue
        place = place or cast.tree.mark(head) == "на+Acc"
        named = cast.actors(head) or cast.owner(head) or (cast.place(head) if place else ())
        found = tuple(a for a in named if states_of([a])[0] not in actors)
        if found:
            return found, [head]
    return (), []


def _told(entry: Entry, mode: Mode) -> str:
    return entry.negative if mode.negated and entry.negative else entry.type or "NONE"
