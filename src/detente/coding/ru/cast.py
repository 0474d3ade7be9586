"""Who the words of a sentence mean: named actors, offices, pronouns, the two sides."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.codes import states_of
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.memory import Memory
from detente.coding.ru.points_back import (
    HE,
    OURS,
    STATE,
    pronoun,
    same_organ,
    same_person,
    same_state,
    the_two,
)
from detente.coding.ru.reading import Sentence
from detente.coding.ru.tree import Tree
from detente.coding.ru.unlisted import speaker_name, unlisted_name
from detente.ontology.mention import Mention

_BELOW = ("nmod", "amod", "appos", "flat", "flat:name", "flat:foreign", "compound", "name")
_WHERE = frozenset({"в+Loc", "на+Loc", "Gen"})


@dataclass(frozen=True)
class Cast:
    """Resolves the words of one sentence to actors."""

    sentence: Sentence
    lexicon: Lexicon
    memory: Memory = field(compare=False)

    @property
    def tree(self) -> Tree:
        """The sentence's tree."""
        return self.sentence.tree

    def actors(self, i: int, *, together: bool = True) -> tuple[str, ...]:
        """The actors that the noun phrase at word `i` stands for, its coordinated ones too.

        Empty where it stands for no political actor.
        """
        found = list(self._phrase(i))
        if together:
            for k in self.tree.children(i, "conj"):
                if self.tree.words[k].pos in ("NOUN", "PROPN", "PRON", "ADJ"):
                    found += self.actors(k)
        return tuple(dict.fromkeys(found))

    def _phrase(self, i: int) -> tuple[str, ...]:
        word = self.tree.words[i]
        if word.pos in ("PRON", "DET"):
            return pronoun(self, i)
        named = self.mention_at(i)
        if named is not None and named.kind != "place":
            return self._with_person(i, named)
        if word.lemma in STATE:
            return same_state(self, i) or the_two(self, i)
        if not self.lexicon.is_a("agents", word.lemma) and word.pos != "PROPN":
            return ()
        ours = self.memory.we if self.tree.has(i, *OURS) else ()
        return self._office(i) or ours or the_two(self, i) or same_organ(self, i) or same_person(self, i)

    def acting(self, i: int) -> tuple[str, ...]:
        """The actors at the word of who acts: also a capital in which it is said (в Дамаске назвали)."""
        return self.actors(i) or (self.place(i) if self.tree.mark(i).startswith("в+") else ())

    def on_behalf(self, i: int) -> tuple[str, ...]:
        """The state of people or things that act for it without an office: польские фермеры, катера Китая."""
        word = self.tree.words[i]
        if word.pos != "NOUN" or self.lexicon.of(word.lemma):
            return ()
        return self.owner(i)

    def _office(self, i: int) -> tuple[str, ...]:
        """The actors of an office or organ: the person named beside it, else the state of it."""
        person: tuple[str, ...] = ()
        states: list[str] = []
        for k in self.below(i):
            mention = self.mention_at(k)
            if mention is None:
                same = same_state(self, k) if self.tree.mark(k) == "Gen" else ()
                states += [a for a in same if a not in states]
                continue
            if mention.kind == "person" and self.tree.words[k].rel != "nmod":
                person = mention.actors
            elif self.tree.mark(k) == "Gen" or (self.tree.words[k].rel == "amod" and mention.kind != "place"):
                states += [a for a in mention.actors if a not in states]
        namesake = bool(states) and not set(states_of(person)) & set(states_of(states))
        if person and not namesake:
            return person
        name = unlisted_name(self, i)
        if name and len(states) == 1:
            return (f"{states_of(states)[0]}/{name}",)
        return tuple(states)

    def _with_person(self, i: int, mention: Mention) -> tuple[str, ...]:
        """A state, organ or office, or the person who is named in apposition to it."""
        if mention.kind == "person" and self.tree.words[i].pos == "PROPN":
            return mention.actors
        for k in self.tree.children(i, "appos", "flat:name", "flat"):
            other = self.mention_at(k)
            same = other is not None and set(states_of(other.actors)) & set(states_of(mention.actors))
            if other is not None and other.kind == "person" and other != mention and same:
                return other.actors
        name = unlisted_name(self, i) if mention.kind == "organ" or mention.role else ""
        if name and len(mention.actors) == 1:
            return (f"{states_of(mention.actors)[0]}/{name}",)
        return mention.actors

    def place(self, i: int) -> tuple[str, ...]:
        """The state of a place named at word `i`, or in which it is said to lie: объекты в Сирии."""
        for k in (i, *(n for n in self.tree.children(i, "nmod") if self.tree.mark(n) in _WHERE)):
            mention = self.mention_at(k)
            if mention is not None:
                return mention.actors
        return ()

    def owner(self, i: int) -> tuple[str, ...]:
        """The actors beside a thing that is none itself: предложение США, российский самолет."""
        found: list[str] = []
        if self.tree.has(i, "наш", "мой"):
            found += self.memory.we
        for k in self.tree.children(i, "det", "nmod"):
            if self.tree.words[k].lemma in (*HE, "они") and self.tree.words[k].pos in ("PRON", "DET"):
                found += pronoun(self, k)
        for k in self.tree.children(i, "nmod", "amod", "conj"):
            mention = self.mention_at(k)
            plain = self.tree.mark(k) == "Gen" or self.tree.words[k].rel == "amod"
            if mention is not None and mention.kind != "place" and plain:
                found += mention.actors
                found += [a for n in self.tree.children(k, "conj") for a in self.actors(n)]
            elif self.tree.mark(k) == "Gen" and mention is None:
                found += self.actors(k) or self.owner(k)
        return tuple(dict.fromkeys(found))

    def below(self, i: int) -> list[int]:
        """The words of a noun phrase below its head, in text order."""
        found: list[int] = []
        for k in self.tree.children(i, *_BELOW):
            found += [k, *self.below(k), *self.tree.children(k, "conj")]
        return sorted(set(found))

    def mention_at(self, i: int) -> Mention | None:
        """The mention in which word `i` stands, where it names an actor."""
        word = self.tree.words[i]
        for mention in self.sentence.mentions:
            if mention.start < word.end and word.start < mention.end and mention.actors:
                return mention
        return None

    def speaker(self, i: int) -> tuple[str, ...]:
        """The name of a speaker without a known state, () where the phrase names no person."""
        name = speaker_name(self, i)
        return (name,) if name else ()
