"""Statements: direct quotations, reported speech and opinion with a holder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from detente.coding.en.according import on_the_word_of
from detente.coding.en.act import Act
from detente.coding.en.anchors import anchor
from detente.coding.en.announced import SUPPOSING
from detente.coding.en.carried import Carried
from detente.coding.en.courtesies import thanks, welcomed_in_person, welcomed_together
from detente.coding.en.declared import declared
from detente.coding.en.events import span_of
from detente.coding.en.frames import acting, passive, role, surface_subject, undergoing
from detente.coding.en.grammar import is_a
from detente.coding.en.mere_acts import mere_act
from detente.coding.en.modality import auxiliary_of, is_negated, mode_of
from detente.coding.en.pronouns import FIRST, WE
from detente.coding.en.quotes import quotations, quoted_parts, words
from detente.coding.en.reading import Sentence
from detente.coding.en.sides import can_speak
from detente.coding.en.spans import clause, phrase
from detente.coding.en.speakers import Speaker, mere_source, speaker_of
from detente.coding.en.tree import Tree
from detente.coding.en.views import views
from detente.coding.en.when import date_at
from detente.findings import Statement

UNSAID = 0.5
FEW = 7  # words in quotation marks and the marks themselves that may be a name
PASSING_ON = frozenset({"report", "say", "write", "quote", "cite"})
SIDE = frozenset({"conj", "relcl", "advcl", "parataxis"})
QUOTED = frozenset({"quote", "cite", "report", "say"})
RECALLED = frozenset({"recall", "recognise", "recognize", "dismiss"})  # done to someone, not said
FACTIVE = frozenset({"know", "see", "find"})  # they tell what is so, not what someone says


def statements(sentences: Iterable[Sentence]) -> list[Statement]:
    """Every statement of a document, in text order."""
    sentences = list(sentences)
    carried, found = Carried(sentences), []
    for sentence in sentences:
        carried.enter(sentence)
        told = _in(sentence) if not sentence.heading else ()
        found += [replace(s, date=carried.of_statement(sentence, s.date)) for s in told]
        carried.leave(sentence)
    return found


def _in(sentence: Sentence) -> Iterator[Statement]:
    quoted = list(_direct(sentence))
    yield from (statement for statement, _ in quoted)
    said = {verb for _, verb in quoted}
    asked = sentence.tree.text.rstrip().endswith("?")
    reported = [] if asked else [*_reported(sentence), *_opinions(sentence)]
    reported += [s for s in on_the_word_of(sentence) if s[0] not in {r[0] for r in reported}]
    own = () if quoted or reported else declared(sentence)
    for at, span, speaker, confidence, rule in (*reported, *own):
        if at not in said and not _mostly_quoted(sentence, span) and not _polite(sentence, at):
            yield _statement(sentence, span, speaker, at, direct=False, confidence=confidence, rule=rule)


def _mostly_quoted(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether half of a stretch or more stands in quotation marks already."""
    quoted = (min(e, span[1]) - max(s, span[0]) for s, e in quotations(sentence.tree.text))
    return 2 * sum(q for q in quoted if q > 0) >= span[1] - span[0]


def _direct(sentence: Sentence) -> Iterator[tuple[Statement, int | None]]:
    tree = sentence.tree
    for span in quotations(tree.text):
        inside = [t for part in quoted_parts(tree.text, span) for t in tree.within(*part)]
        verb, speaker = _attribution(sentence, inside)
        if speaker is None and len(words(tree.text, span)) < 8:
            continue
        if speaker is not None and len(words(tree.text, span)) < 2:
            continue
        confidence = 0.95 if speaker is not None else UNSAID
        yield (
            _statement(sentence, span, speaker, verb, direct=True, confidence=confidence, rule="quotation"),
            verb,
        )


def _attribution(sentence: Sentence, inside: list[int]) -> tuple[int | None, Speaker | None]:
    """The verb of saying that a quotation hangs on, and its speaker."""
    tree = sentence.tree
    within = set(inside)
    named = len(inside) <= FEW and not any(tree.verbal(k) for k in inside)  # a "Commitment to Consult"
    tops = [i for i in inside if tree.heads[i] not in within]
    chain = list(dict.fromkeys(a for top in tops for a in tree.up(top) if a not in within))
    nested = [k for i in (*inside, *chain) for k in tree.kids[i] if k not in within and tree.verbal(k)]
    if named:
        parts = [k for k, v in enumerate(chain) if tree.verbal(v) and tree.deps[v] in SIDE]
        chain = chain[: parts[0] + 1] if parts else chain
        verbs = [v for v in chain if tree.verbal(v)]
        if verbs and tree.deps[verbs[0]] == "ccomp" and not is_a("speech", tree.lemmas[verbs[0]]):
            return None, None  # said that Paris had adopted a “red line policy”: a name within what is said
    nested = [k for k in nested if k in inside or tree.heads[k] in within or tree.deps[k] == "parataxis"]
    for verb in [v for v in (*_introducing(tree, inside), *chain, *nested) if tree.verbal(v)]:
        says = is_a("speech", tree.lemmas[verb]) or _speech_act(sentence, verb)
        if says and (speaker := speaker_of(sentence.cast, acting(tree, verb))):
            return verb, speaker
    return None, None


def _introducing(tree: Tree, inside: list[int]) -> list[int]:
    """The verbs, nearest first, before a colon that a quotation follows: he warned in a speech: “..."""
    if not inside or ":" not in tree.words[max(0, inside[0] - 3) : inside[0]]:
        return []
    return [v for v in range(inside[0] - 1, -1, -1) if is_a("speech", tree.lemmas[v])]


def _speech_act(sentence: Sentence, verb: int) -> Act | None:
    return next((a for a in sentence.acts if a.at == verb and a.entry.speech), None)


def _reported(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int], Speaker, float, str]]:
    tree = sentence.tree
    acts = {a.at: a for a in sentence.acts if _speaks(tree, a)}
    for i in range(len(tree)):
        if not tree.verbal(i) or not (i in acts or _says(sentence, i)):
            continue
        heads = acting(tree, i) or _quoted_subject(tree, i)
        told = mode_of(tree, i).actual or _disbelieved(tree, i) or _in_person(sentence, i, heads)
        passed_on = tree.lemmas[i] in PASSING_ON and mere_source(tree, heads)
        if not told or passed_on or _mere_briefing(sentence, i, heads) or _of_a_thing(sentence, i, heads):
            continue
        speaker = speaker_of(sentence.cast, heads)
        if speaker is None or _within_own(sentence, i, speaker) or mere_act(sentence, i, speaker):
            continue
        span = span_of(sentence, acts[i]) if i in acts else _saying_span(sentence, i, heads)
        yield i, span, speaker, 0.9 if speaker.names else 0.75, f"says/{tree.lemmas[i]}"


def _of_a_thing(sentence: Sentence, i: int, heads: list[int]) -> bool:
    """Whether a participle tells what a thing says for whoever made it: resolutions condemning Iraq."""
    hangs = sentence.tree.deps[i] == "acl" and sentence.tree.tags[i] == "VBG"
    return hangs and not any(can_speak(sentence.cast, h) for h in heads)


def _polite(sentence: Sentence, i: int) -> bool:
    if is_a("glad", sentence.tree.lemmas[i]):
        return True
    joint = welcomed_together(sentence, i) or welcomed_in_person(sentence, i)
    return joint or thanks(sentence.tree, i)


def _within_own(sentence: Sentence, i: int, speaker: Speaker) -> bool:
    """Whether a verb stands in what the same speaker is told to say: said that he hoped."""
    tree = sentence.tree
    while tree.deps[i] in ("ccomp", "conj") and (
        tree.verbal(tree.heads[i]) or is_a("outspoken", tree.lemmas[tree.heads[i]])
    ):
        above, within = tree.heads[i], tree.deps[i] == "ccomp"
        made_plain = [above, *tree.children(above, "acomp")]  # has been clear that it opposes
        plain = any(is_a("outspoken", tree.lemmas[k]) for k in made_plain)
        subjects = surface_subject(tree, above) if plain else acting(tree, above)
        says = within and (plain or _says(sentence, above))
        over = speaker_of(sentence.cast, subjects) if says else None
        if over is not None and over.codes == speaker.codes and speaker.codes:
            return True
        i = above
    return False


def _speaks(tree: Tree, act: Act) -> bool:
    """Whether an act of words is done by saying something, not by a trade of insults or a revolt."""
    return act.entry.speech and act.entry.part == "v" and not is_a("unsaid", tree.lemmas[act.at])


def _quoted_subject(tree: Tree, i: int) -> list[int]:
    """The subject of a passive that is itself the speaker: the envoy was quoted as saying."""
    return surface_subject(tree, i) if not passive(tree, i) or tree.lemmas[i] in QUOTED else []


def _disbelieved(tree: Tree, i: int) -> bool:
    """Whether someone is said not to think or accept something, which is to say the contrary."""
    thought = tree.lemmas[i] in ("believe", "think", "accept", "consider", "regard", "agree", "see")
    return thought and is_negated(tree, i) and not auxiliary_of(tree, i) and bool(tree.children(i, "ccomp"))


def _in_person(sentence: Sentence, i: int, heads: list[int]) -> bool:
    """Whether a speaker says what he can or wants to say, and so says it: I can confirm that."""
    tree = sentence.tree
    me = any(tree.words[h].lower() in FIRST | WE for h in heads)
    return me and bool(sentence.cast.memory.speaker) and not is_negated(tree, i)


def _mere_briefing(sentence: Sentence, i: int, heads: list[int]) -> bool:
    """Whether an unnamed official only tells what he expects or will do: I think so, we will raise this."""
    tree = sentence.tree
    me = any(tree.words[h].lower() in FIRST | WE for h in heads)
    briefs = me and sentence.cast.memory.briefing
    return briefs and (tree.lemmas[i] in SUPPOSING or not tree.children(i, "ccomp"))


def _says(sentence: Sentence, i: int) -> bool:
    """Whether a verb of saying or thinking reports a content: a clause, or an object with it."""
    tree = sentence.tree
    if tree.lemmas[i] in FACTIVE or not (is_a("speech", tree.lemmas[i]) or _disbelieved(tree, i)):
        return False
    if tree.children(i, "ccomp") or tree.deps[i] == "parataxis" or _inverted(sentence, i):
        return True
    matters = undergoing(tree, i)
    people = tree.lemmas[i] in RECALLED and any(is_a("actor", tree.lemmas[k]) for k in matters)
    return is_a("says_object", tree.lemmas[i]) and bool(matters) and not people


def _inverted(sentence: Sentence, i: int) -> bool:
    """Whether the content comes first: "The talks went well, the minister said."""
    tree = sentence.tree
    return any(tree.deps[k] == "ccomp" and k < i for k in tree.kids[i])


def _saying_span(sentence: Sentence, i: int, heads: list[int]) -> tuple[int, int]:
    tree = sentence.tree
    if tree.deps[i] == "parataxis" and not tree.children(i, "ccomp", "dobj", "prep"):
        return clause(tree, tree.clause(tree.heads[i]))  # the talks, he said, would go on
    near = heads if tree.deps[i] not in ("conj", "advcl", "xcomp") else []
    start, end = clause(tree, i, near)
    added = [min(tree.subtree(k)) for c in tree.children(i, "ccomp") for k in _adding(tree, c)]
    added = [t for t in added if t > i and tree.words[t - 1] == ","]
    return start, min([end, *(tree.ends[t - 2] for t in added)])


def _adding(tree: Tree, i: int) -> list[int]:
    """What is told beside in the same breath: said he had left, complaining that nobody came."""
    return [k for k in tree.children(i, "advcl") if tree.tags[k] == "VBG" and is_a("speech", tree.lemmas[k])]


def _statement(
    sentence: Sentence,
    span: tuple[int, int],
    speaker: Speaker | None,
    verb: int | None,
    *,
    direct: bool,
    confidence: float,
    rule: str,
) -> Statement:
    start, end = span
    base = anchor(sentence, start, end)
    return Statement(
        **base,
        confidence=confidence,
        rule=rule,
        speaker=speaker.names if speaker else (),
        role=speaker.role if speaker else None,
        date=date_at(sentence, verb, start, end) if verb is not None else None,
        direct=direct,
        note=_note(sentence, base["start"], base["end"]),
    )


def _note(sentence: Sentence, start: int, end: int) -> int | None:
    """The number of the note that hangs on the quotation or ends its sentence."""
    passage = sentence.passage
    marks = [n for n in sentence.document.notes if passage.start <= n.start <= passage.end + 8]
    near = [n.number for n in marks if start <= n.start <= end + 8]
    return near[0] if near else marks[0].number if marks else None


def _outspoken(tree: Tree, i: int) -> bool:
    """Whether an adjective says what someone thinks or made plain: concerned that, was clear that."""
    if is_a("stance_adj", tree.lemmas[i]):
        return bool(tree.children(i, "ccomp"))
    someone = not any(tree.lemmas[k] == "it" for k in surface_subject(tree, i))
    contents = tree.children(i, "ccomp") or tree.children(tree.heads[i], "ccomp")
    return is_a("outspoken", tree.lemmas[i]) and someone and bool(contents)


def _opinions(sentence: Sentence) -> Iterator[tuple[int, tuple[int, int], Speaker, float, str]]:
    """Views put as nouns or adjectives: the minister's comment that, observers are concerned that."""
    tree = sentence.tree
    for i in range(len(tree)):
        if tree.tags[i] in ("NN", "NNS") and is_a("view_noun", tree.lemmas[i]):
            if not tree.children(i, "acl", "ccomp", "relcl"):
                continue
            holders, span = role(tree, i, "poss") or tree.pobj(i, "among", "by"), phrase(tree, i)
        elif tree.deps[i] in ("acomp", "oprd") and _outspoken(tree, i):  # made clear to him that
            holders = surface_subject(tree, i)
            span = clause(tree, tree.heads[i], holders)
        else:
            continue
        if (speaker := speaker_of(sentence.cast, holders)) is not None:
            yield i, span, speaker, 0.6, f"view/{tree.lemmas[i]}"
    for view in views(tree):
        if (speaker := speaker_of(sentence.cast, view.holders)) is not None:
            yield view.at, view.told, speaker, 0.65, f"view-is/{tree.lemmas[view.at]}"
