"""Statements in Russian: quotations with who said them, and reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.ru.anchors import anchor, date_of, note_of
from detente.coding.ru.cast import Cast
from detente.coding.ru.first_person import paragraphs
from detente.coding.ru.quotations import QUOTED, quotations
from detente.coding.ru.roles import subjects
from detente.coding.ru.spans import clause, extent
from detente.coding.ru.speakers import CONTENT, is_words_of, says, speaker, tells, tells_of_before
from detente.coding.ru.tree import Tree
from detente.findings import Statement


def statements(casts: Sequence[Cast]) -> list[Statement]:
    """The statements of a document's sentences, in text order."""
    found: list[Statement] = []
    for run in paragraphs(casts):
        quoting = set()
        for quotation in quotations(run):
            teller, verb = quotation.teller, quotation.verb
            quoting.add((teller.sentence.base, verb))
            found.append(
                _statement(teller, verb, quotation.cast, quotation.start, quotation.end, direct=True)
            )
        for n, cast in enumerate(run):
            for verb, target, (start, end) in _reported(cast, run[n - 1] if n else None):
                if (cast.sentence.base, verb) in quoting and not cast.tree.children(verb, *CONTENT):
                    continue
                statement = _statement(cast, verb, target, start, end, direct=False)
                if statement.speaker and not any(_covers(earlier, statement) for earlier in found):
                    found.append(statement)
    return sorted(found, key=lambda s: (s.start, s.end))


def _statement(teller: Cast, verb: int, where: Cast, start: int, end: int, *, direct: bool) -> Statement:
    """What word `verb` of one sentence says in [start, end) of the same or another sentence."""
    who = speaker(teller, verb)
    word = teller.tree.words[verb]
    known = 0.8 if direct else 0.7
    return Statement(
        **anchor(where.sentence, start, end),
        confidence=known if who.actors else 0.5,
        rule="quotation" if direct else "reported speech",
        speaker=who.actors,
        role=who.role,
        date=date_of(teller.sentence, verb, word.start, word.end),
        direct=direct,
        note=note_of(where.sentence, end),
    )


def _reported(cast: Cast, before: Cast | None) -> list[tuple[int, Cast, tuple[int, int]]]:
    """Speech reported with что, an infinitive or по словам, said aside, or of the sentence before.

    Gives the word that says it, the cast of the sentence in which it stands, and its span there.
    """
    found = []
    for k in range(len(cast.tree.words)):
        if is_words_of(cast, k):
            found.append((k, cast, _around(cast.tree, k)))
        elif not says(cast, k):
            continue
        elif tells(cast, k):
            span = clause(cast.tree, k, tuple(subjects(cast.tree, k, cast.lexicon)))
            found.append((k, cast, span))
        elif tells_of_before(cast.tree, k) and before is not None:
            found.append((k, before, _whole(before.tree)))
        elif _aside(cast.tree, k):
            found.append((k, cast, _whole(cast.tree)))
    return found


def _whole(tree: Tree) -> tuple[int, int]:
    return extent(tree, list(range(len(tree.words))))


def _aside(tree: Tree, k: int) -> bool:
    """Whether a verb of saying only follows what is said, unquoted: …, сообщило министерство."""
    word = tree.words[k]
    if "»" in tree.text[: word.start] or QUOTED.search(tree.text, 0, word.start):
        return False
    subject = tree.children(k, "nsubj")
    inverted = bool(subject) and subject[0] > k
    return word.rel == "parataxis" or (word.rel == "root" and inverted and any(r < k for r in tree.roots))


def _around(tree: Tree, k: int) -> tuple[int, int]:
    """The clause that по словам stands in: a relative clause, else the sentence."""
    for above in tree.up(k):
        relative = any(tree.words[n].lemma == "который" for n in tree.children(above, "nsubj"))
        if relative or tree.words[above].rel == "acl:relcl":
            return extent(tree, tree.subtree(above))
    return _whole(tree)


def _covers(earlier: Statement, other: Statement) -> bool:
    """Whether a statement found before takes up most of a reported one, which then tells nothing more."""
    shared = min(earlier.end, other.end) - max(earlier.start, other.start)
    return shared > 0.5 * (other.end - other.start)
