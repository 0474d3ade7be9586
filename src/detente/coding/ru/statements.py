"""Statements in Russian: quotations with who said them, and reported speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from detente.coding.ru.anchors import anchor, date_of
from detente.coding.ru.cast import Cast
from detente.coding.ru.roles import places, subjects
from detente.coding.ru.spans import clause, extent
from detente.coding.ru.tree import Tree
from detente.findings import Statement

_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|“[^“”]+”|\"[^\"]+\"")
_CONTENT = ("ccomp", "xcomp")
_CITES = frozenset({"цитировать", "процитировать"})
_NEAR_WORDS = 14
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: actors or a plain name, the office, and the word that says so."""

    actors: tuple[str, ...]
    role: str | None
    verb: int


def statements(casts: Sequence[Cast]) -> list[Statement]:
    """The statements of a document's sentences, in text order."""
    found: list[Statement] = []
    for run in _paragraphs(casts):
        direct, verbs = _direct(run)
        found += direct
        for n, cast in enumerate(run):
            found += _reported(cast, run[n - 1] if n else None, found, verbs)
    return sorted(found, key=lambda s: (s.start, s.end))


def _paragraphs(casts: Sequence[Cast]) -> list[list[Cast]]:
    runs: list[list[Cast]] = []
    for cast in casts:
        if cast.sentence.heading:
            continue
        if runs and runs[-1][-1].sentence.paragraph == cast.sentence.paragraph:
            runs[-1].append(cast)
        else:
            runs.append([cast])
    return runs


def _direct(run: Sequence[Cast]) -> tuple[list[Statement], set[tuple[int, int]]]:
    """The quotations of a paragraph, which may run over several sentences, and the words that say them."""
    base = run[0].sentence.base
    end = run[-1].sentence.base + len(run[-1].sentence.text)
    text = run[0].sentence.document.repaired.text[base:end]
    found = []
    verbs = set()
    for match in _QUOTED.finditer(text):
        first, last = _at(run, base + match.start()), _at(run, base + match.end() - 1)
        start, stop = match.start() + base - first.sentence.base, match.end() + base - last.sentence.base
        before = next((c for c in reversed(run) if c.sentence.base < first.sentence.base), None)
        speaker = _speaker_of(first, last, start, stop) or _introduced(before, start)
        if speaker is None:
            continue
        cast, who = speaker
        if len(match.group().split()) < _FEW_WORDS and _is_reported(cast, who.verb):
            continue
        verbs.add((cast.sentence.base, who.verb))
        found.append(
            Statement(
                **anchor(first.sentence, start, match.end() + base - first.sentence.base),
                confidence=0.8 if who.actors else 0.5,
                rule="quotation",
                speaker=who.actors,
                role=who.role,
                date=date_of(cast.sentence, who.verb, *_place(cast.tree, who.verb)),
                direct=True,
            )
        )
    return found, verbs


def _at(run: Sequence[Cast], offset: int) -> Cast:
    return next(c for c in reversed(run) if c.sentence.base <= offset)


def _place(tree: Tree, i: int) -> tuple[int, int]:
    return tree.words[i].start, tree.words[i].end


def _speaker_of(first: Cast, last: Cast, start: int, stop: int) -> tuple[Cast, Speaker] | None:
    """Who says the quotation from one sentence to another: told after it or around it."""
    verb = _saying_after(last, stop)
    if verb is not None:
        return last, _speaker(last, verb)
    verb = _saying_over(first, start)
    return (first, _speaker(first, verb)) if verb is not None else None


def _saying_after(cast: Cast, stop: int) -> int | None:
    """The verb of saying after «…», —."""
    if not re.match(r"\s*[,.!?…]*\s*[—–-]\s", cast.tree.text[stop:]):
        return None
    after = [k for k, w in enumerate(cast.tree.words) if w.start >= stop]
    return _first_saying(cast, after[:_NEAR_WORDS])


def _introduced(before: Cast | None, start: int) -> tuple[Cast, Speaker] | None:
    """Who says a quotation that begins a sentence after one that ends with a colon."""
    if before is None or start or not before.tree.text.rstrip().endswith(":"):
        return None
    verb = _first_saying(before, range(len(before.tree.words) - 1, -1, -1))
    return (before, _speaker(before, verb)) if verb is not None else None


def _first_saying(cast: Cast, words: Sequence[int]) -> int | None:
    return next((k for k in words if cast.tree.words[k].pos == "VERB" and _says(cast, k)), None)


def _says(cast: Cast, k: int) -> bool:
    return cast.lexicon.is_a("said", cast.tree.words[k].lemma)


def _saying_over(cast: Cast, start: int) -> int | None:
    """The verb of saying, or по словам, over a quotation within its clause."""
    tree = cast.tree
    inside = next((k for k, w in enumerate(tree.words) if w.start > start), None)
    if inside is None:
        return None
    below = inside
    for above in (inside, *tree.up(inside)):
        if above != inside and tree.words[above].pos == "VERB" and _says(cast, above):
            return above if tree.words[below].rel not in ("nsubj", "nsubj:pass") else None
        for k in tree.children(above, "obl", "parataxis"):
            if _words_of(cast, k):
                return k
        below = above
    return None


def _words_of(cast: Cast, k: int) -> bool:
    """Whether a word is the noun of по словам, по мнению, по оценке."""
    return cast.lexicon.is_a("words_of", cast.tree.words[k].lemma) and cast.tree.mark(k) == "по+Dat"


def _speaker(cast: Cast, verb: int) -> Speaker:
    """The subject of a verb of saying, or whose words they are."""
    tree = cast.tree
    heads = subjects(tree, verb, cast.lexicon) or places(tree, verb)
    if tree.words[verb].lemma in _CITES:
        heads = [k for k in tree.children(verb, "obj", "iobj") if tree.words[k].feats.get("Case") != "Nom"]
    if tree.words[verb].pos == "NOUN":
        heads = [
            k
            for k in tree.children(verb, "nmod", "det")
            if tree.mark(k) == "Gen" or tree.words[k].rel == "det"
        ]
    if tree.words[verb].lemma == "говориться":
        heads = [
            k for n in tree.children(verb, "obl") for k in tree.children(n, "nmod") if tree.mark(k) == "Gen"
        ]
    for head in heads:
        actors = cast.actors(head) or cast.speaker(head)
        if actors:
            return Speaker(actors, _role(cast, head), verb)
    return Speaker((), _role(cast, heads[0]) if heads else None, verb)


def _role(cast: Cast, head: int) -> str | None:
    """The office that the gazetteer gives for the speaker's phrase, else None."""
    words = cast.tree.subtree(head, frozenset({"acl:relcl", "acl"}))
    low, high = cast.tree.words[words[0]].start, cast.tree.words[words[-1]].end
    return next((m.role for m in cast.sentence.mentions if low <= m.start < high and m.role), None)


def _reported(
    cast: Cast, before: Cast | None, earlier: Sequence[Statement], quoting: set[tuple[int, int]]
) -> list[Statement]:
    """Speech reported with что, with an infinitive, with по словам, or of the sentence before (об этом)."""
    found: list[Statement] = []
    for k, word in enumerate(cast.tree.words):
        span: tuple[int, int] | None = None
        target = cast
        if word.pos == "VERB" and _says(cast, k) and _tells(cast, k):
            span = clause(cast.tree, k, tuple(subjects(cast.tree, k, cast.lexicon)))
        elif word.pos == "VERB" and _says(cast, k) and _of_before(cast.tree, k) and before is not None:
            target, span = before, extent(before.tree, list(range(len(before.tree.words))))
        elif word.pos == "NOUN" and _words_of(cast, k):
            span = _around(cast.tree, k)
        elif (
            word.rel == "parataxis"
            and word.pos == "VERB"
            and _says(cast, k)
            and not _quoted_before(cast.tree, k)
        ):
            span = extent(cast.tree, list(range(len(cast.tree.words))))
        if span is None or ((cast.sentence.base, k) in quoting and not cast.tree.children(k, *_CONTENT)):
            continue
        statement = _statement(cast, target, k, span)
        if statement is not None and not any(_covers(d, statement) for d in (*earlier, *found)):
            found.append(statement)
    return found


def _quoted_before(tree: Tree, k: int) -> bool:
    return (
        _QUOTED.search(tree.text, 0, tree.words[k].start) is not None
        or "»" in tree.text[: tree.words[k].start]
    )


def _around(tree: Tree, k: int) -> tuple[int, int]:
    """The clause that по словам stands in: a relative clause, else the sentence."""
    for above in tree.up(k):
        if tree.words[above].rel == "acl:relcl":
            return extent(tree, tree.subtree(above))
    return extent(tree, list(range(len(tree.words))))


def _tells(cast: Cast, k: int) -> bool:
    """Whether a verb of saying has what is said below it: a что-clause, an infinitive, о with a noun."""
    tree = cast.tree
    if cast.lexicon.is_a("verbal", tree.words[k].lemma) and tree.children(k, "obj", "iobj", "obl", "xcomp"):
        return True
    for child in tree.children(k, *_CONTENT):
        if tree.verbal(child) or tree.children(child, "mark", "nsubj"):
            return True
    return any(
        tree.mark(child).startswith("о+") and not _this(tree, child) for child in tree.children(k, "obl")
    )


def _of_before(tree: Tree, k: int) -> bool:
    """Whether a verb of saying refers back: об этом сообщил."""
    return any(tree.mark(c).startswith("о+") and _this(tree, c) for c in tree.children(k, "obl"))


def _this(tree: Tree, k: int) -> bool:
    return tree.words[k].lemma in ("это", "этот")


def _statement(cast: Cast, target: Cast, verb: int, span: tuple[int, int]) -> Statement | None:
    who = _speaker(cast, verb)
    if not who.actors:
        return None
    return Statement(
        **anchor(target.sentence, *span),
        confidence=0.7,
        rule="reported speech",
        speaker=who.actors,
        role=who.role,
        date=date_of(cast.sentence, verb, *_place(cast.tree, verb)),
        direct=False,
    )


def _is_reported(cast: Cast, verb: int) -> bool:
    """Whether the clause of the verb is a statement by itself, so that a word in quotes adds none."""
    return cast.tree.words[verb].pos == "VERB" and _tells(cast, verb)


def _covers(earlier: Statement, other: Statement) -> bool:
    """Whether a statement found before takes up most of a reported one, which then tells nothing more."""
    shared = min(earlier.end, other.end) - max(earlier.start, other.start)
    return shared > 0.5 * (other.end - other.start)
