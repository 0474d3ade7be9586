"""When an act happened that has no date of its own, in a statement of two sides: on its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.coding.dates import Running, days_written, is_after
from detente.coding.en.act import Act
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree
from detente.coding.en.when import date_at

_STATEMENT = re.compile(
    r"\b(?:joint (?:\w+ )?(?:statement|declaration|communiqu[eé])|communiqu[eé]|press release)\b",
    re.IGNORECASE,
)
# words that lead away from the time of the sentence before
_AWAY = re.compile(
    r"\b(?:earlier|previously|formerly|since|already|long|ago|once|historically|traditionally|recent(?:ly)?"
    r"|decades?|centur(?:y|ies)|until|so far|ever|before|prior|past|years?|months|weeks|initially|originally"
    r"|repeatedly|over time|era|had)\b",
    re.IGNORECASE,
)
_LATER = re.compile(r"\b(?:later|afterwards?|subsequently|thereafter|eventually)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_STATES = frozenset({"be", "have", "remain", "seem", "appear", "contain", "consist", "belong", "expect"})


class Carried:
    """Dates the acts of a document's main line that the text tells without a date."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        document = sentences[0].document if sentences else None
        self.day = document.date if document else None
        self.title = (document.title or "") if document else ""
        self.written = days_written([s.tree.text for s in sentences], "en", self.day)
        self.running = Running()
        self.at: str | None = None

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence."""
        section = sentence.passage.section
        written = self.written[sentence.number]
        self.running.enter(
            (section, written),
            sentence.passage.paragraph,
            written=written or self.day,
            fixed=_STATEMENT.search(section[-1] if section else self.title) is not None,
        )
        text = _QUOTED.sub("", sentence.tree.text)
        self.at = None
        if (
            self.running.fixed
            and self.running.now
            and not _AWAY.search(text)
            and all(d.edtf for d in sentence.dates)
        ):
            self.at = self.running.after() if _LATER.search(text) else self.running.time

    def date(self, sentence: Sentence, act: Act, own: str | None) -> str | None:
        """The date of an act: its own, else the running one where it stands in the main line."""
        tree = sentence.tree
        if own is not None:
            return self.at if act.mode.actual and self.running.ahead(own) and _main(tree, act.at) else own
        if not act.mode.actual or not _main(tree, act.at):
            return None
        if _past(tree, act.at) or (self.running.fixed and _present(tree, act.at)):
            return self.at
        spoken = self.written[sentence.number] is not None and _first_person(tree, act.at)
        return self.written[sentence.number] if spoken else None

    def of_statement(self, sentence: Sentence, own: str | None) -> str | None:
        """The date of what is said in a sentence: its own, else the one that its main verb would have."""
        tree = sentence.tree
        root = next((i for i in range(len(tree)) if tree.heads[i] == i and tree.verbal(i)), None)
        if own is not None or root is None:
            return own
        if _past(tree, root) or (self.running.fixed and _present(tree, root)):
            return self.at
        return self.written[sentence.number] if _first_person(tree, root) else None

    def is_to_come(self, sentence: Sentence, act: Act, date: str | None) -> bool:
        """Whether an act lies after the day on which the text was written: he travels there next week."""
        tree, over = sentence.tree, sentence.tree.clause(act.at)
        day = self.written[sentence.number] or self.day
        return act.entry.plover != "NONE" and is_after(date, day) and not _past(tree, over)

    def leave(self, sentence: Sentence) -> None:
        """Let the date of a sentence that told what had happened carry on."""
        tree = sentence.tree
        for root in (i for i in range(len(tree)) if tree.heads[i] == i and tree.verbal(i)):
            if sentence.dates and _past(tree, root):
                self.running.told(date_at(sentence, root, tree.starts[root], tree.ends[root]))


def _main(tree: Tree, at: int) -> bool:
    """Whether a verb is that of a main clause, or coordinated with it."""
    if not tree.verbal(at) or tree.lemmas[at] in _STATES:
        return False
    while tree.deps[at] == "conj" and tree.heads[at] != at:
        at = tree.heads[at]
    return tree.heads[at] == at


def _past(tree: Tree, at: int) -> bool:
    """Whether a verb is in the simple past, by itself or by the auxiliary of its passive."""
    auxiliaries = {tree.words[k].lower() for k in tree.children(at, "aux", "auxpass")}
    if auxiliaries:
        return bool(auxiliaries <= {"was", "were", "did"}) and tree.tags[at] != "VBG"
    if tree.tags[at] == "VBN" and tree.deps[at] == "conj":
        return _past(tree, tree.heads[at])
    return tree.tags[at] in ("VBD", "VBN")


def _present(tree: Tree, at: int) -> bool:
    return tree.tags[at] in ("VBP", "VBZ") and not tree.children(at, "aux")


def _first_person(tree: Tree, at: int) -> bool:
    """Whether a speaker says in the present what he does: I welcome that."""
    subject = tree.child(at, "nsubj")
    return _present(tree, at) and subject is not None and tree.words[subject].lower() in ("i", "we")
