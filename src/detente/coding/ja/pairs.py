"""The pair of states that a stretch of a document is about: of its document, its section, its paragraph."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from detente.coding.codes import is_state
from detente.coding.ja.memory import spoken_of
from detente.ontology.mention import Mention

_THE_TWO = re.compile("両(?:国|首脳|外相|政府|者|軍)|双方")
_DOCUMENT_WEIGHT = 4.0  # the whole document counts in a section as so many mentions
_SECTION_WEIGHT = 30.0  # in a paragraph, the whole section
_PAIR_SHARE = 0.6
_OWN_SHARE = 0.7

Both = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Pairs:
    """How often a document, its sections and its paragraphs name each state."""

    whole: Counter[str] = field(default_factory=Counter)
    sections: dict[tuple[str, ...], Counter[str]] = field(default_factory=dict)
    paragraphs: dict[int, Counter[str]] = field(default_factory=dict)
    taking_up: set[int] = field(default_factory=set)
    _at: dict[tuple[tuple[str, ...], int], tuple[Both, Counter[str]]] = field(default_factory=dict)

    def count(
        self, section: tuple[str, ...], paragraph: int, mentions: list[Mention], text: str = ""
    ) -> None:
        """Take in the mentions of one passage; its text tells whether it takes up the pair spoken of."""
        counts = count_states(mentions)
        self.whole.update(counts)
        self.sections.setdefault(section, Counter()).update(counts)
        self.paragraphs.setdefault(paragraph, Counter()).update(counts)
        if _THE_TWO.search(text):
            self.taking_up.add(paragraph)

    def most_named(self) -> tuple[str, ...]:
        """The two states that the document names most."""
        return _pair(self.whole, 0.0)

    def at(self, section: tuple[str, ...], paragraph: int) -> tuple[Both, Counter[str]]:
        """What `of` and `near` say once all is counted, worked out once for the sentences of a paragraph."""
        place = section, paragraph
        if place not in self._at:
            self._at[place] = self.of(*place), self.near(*place)
        return self._at[place]

    def of(self, section: tuple[str, ...], paragraph: int) -> Both:
        """The pair that stands out in a section, and the two it names most all the same.

        A paragraph that names another two, and not both of the section's, speaks of its own.
        """
        own, total = self.sections[section], self.whole.total() or 1
        weighted = Counter({s: own[s] + _DOCUMENT_WEIGHT * n / total for s, n in self.whole.items()})
        dyad, likely = _pair(weighted, _PAIR_SHARE), _pair(weighted, 0.0)
        here = self.paragraphs[paragraph]
        apart = _pair(here, _OWN_SHARE)
        half = paragraph in self.taking_up and set(apart) & set(dyad or likely)
        least = 2 if half else 1  # 両国は、ドイツの仲介を受けて…: one of the pair goes unnamed
        if apart and min(here[s] for s in apart) >= least and not all(here[s] for s in dyad or likely):
            return apart, apart
        return dyad, likely

    def near(self, section: tuple[str, ...], paragraph: int) -> Counter[str]:
        """How often a paragraph names each state, with the section as so many namings more."""
        own = self.sections[section]
        total = own.total() or 1
        weighted = {s: self.paragraphs[paragraph][s] + _SECTION_WEIGHT * n / total for s, n in own.items()}
        return Counter(weighted)


def _pair(counts: Counter[str], share: float) -> tuple[str, ...]:
    """The two states named most; () where they are less than `share` of all."""
    top = [s for s, n in sorted(counts.items(), key=lambda item: -item[1]) if n > 0][:2]
    reached = sum(counts[s] for s in top) / (counts.total() or 1.0)
    return tuple(top) if len(top) == 2 and reached >= share else ()


def count_states(mentions: list[Mention]) -> Counter[str]:
    """How often each state is named (organisations and groups left out)."""
    return Counter(filter(is_state, spoken_of(mentions)))
