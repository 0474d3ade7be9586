"""Who the words of a sentence mean: named actors, offices, pronouns, the two sides."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.coding.codes import states_of
from detente.coding.ru.lexicon import Lexicon
from detente.coding.ru.memory import Memory
from detente.coding.ru.names import latin
from detente.coding.ru.reading import Sentence
from detente.coding.ru.tree import Tree
from detente.ontology.mention import Mention

_BELOW = ("nmod", "amod", "appos", "flat", "flat:name", "flat:foreign", "compound", "name")
_HE = frozenset({"он", "она", "его", "ее"})
_OURS = frozenset({"я", "мы", "наш", "мой"})
_WHERE = frozenset({"в+Loc", "на+Loc", "Gen"})
_TOGETHER = frozenset({"оба", "два", "двусторонний", "обоюдный"})
_STATE = frozenset({"страна", "государство", "республика"})
_ACTING = frozenset({"state", "organ", "person", "demonym"})
_BARE_ORGANS = frozenset({"ведомство", "министерство", "внешнеполитический"})


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
            return self._pronoun(i)
        named = self._mention_at(i)
        if named is not None and named.kind != "place":
            return self._with_person(i, named)
        if word.lemma in _STATE:
            return self._same_state(i) or self._the_two(i)
        if not self.lexicon.is_a("agents", word.lemma) and word.pos != "PROPN":
            return ()
        ours = self.memory.we if self.tree.has(i, *_OURS) else ()
        return self._office(i) or ours or self._the_two(i) or self._same_organ(i) or self._same_person(i)

    def _same_state(self, i: int) -> tuple[str, ...]:
        """The state that a bare «страна» means: власти страны, визит в страну.

        It is the first one named before it in the sentence, else what the sentence before was about.
        """
        word = self.tree.words[i]
        if word.lemma not in _STATE or word.feats.get("Number") == "Plur":
            return ()
        if self.tree.has(i, *_OURS):
            return self.memory.we
        kids = self.tree.children(i, "amod", "det", "nmod", "nummod")
        if any(self.tree.words[k].lemma != "этот" for k in kids):
            return ()
        named = [m for m in self.sentence.mentions if m.end <= word.start and m.actors and m.kind in _ACTING]
        nearest = -1 if kids or word.feats.get("Case") == "Ins" else 0  # передача страной ракет
        before = states_of(named[nearest].actors) if named else self.memory.doer
        return before if len(before) == 1 else ()

    def _same_organ(self, i: int) -> tuple[str, ...]:
        """The organ named before in the sentence that a bare «ведомство» means."""
        word = self.tree.words[i]
        if word.lemma not in _BARE_ORGANS or word.feats.get("Number") == "Plur":
            return ()
        named = [m for m in self.sentence.mentions if m.kind == "organ" and m.end <= word.start and m.actors]
        return named[-1].actors if named else ()

    def _same_person(self, i: int) -> tuple[str, ...]:
        """The person spoken of before whom a bare office means: сказал президент, глава дипломатии."""
        word = self.tree.words[i]
        bare = word.rel == "nsubj" and not self._several(i) and not self._below_named(i)
        known = bool(self.memory.person) and self.lexicon.is_a("offices", word.lemma)
        return (self.memory.person,) if known and bare else ()

    def _below_named(self, i: int) -> bool:
        """Whether a name or an office's own matter tells one office from another: глава Еврокомиссии."""
        return any(self.tree.words[k].pos == "PROPN" or self._mention_at(k) for k in self._below(i))

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
        for k in self._below(i):
            mention = self._mention_at(k)
            if mention is None:
                same = self._same_state(k) if self.tree.mark(k) == "Gen" else ()
                states += [a for a in same if a not in states]
                continue
            if mention.kind == "person" and self.tree.words[k].rel != "nmod":
                person = mention.actors
            elif self.tree.mark(k) == "Gen" or (self.tree.words[k].rel == "amod" and mention.kind != "place"):
                states += [a for a in mention.actors if a not in states]
        namesake = bool(states) and not set(states_of(person)) & set(states_of(states))
        if person and not namesake:
            return person
        name = self._unlisted_name(i)
        if name and len(states) == 1:
            return (f"{states_of(states)[0]}/{name}",)
        return tuple(states)

    def _with_person(self, i: int, mention: Mention) -> tuple[str, ...]:
        """A state, organ or office, or the person who is named in apposition to it."""
        if mention.kind == "person" and self.tree.words[i].pos == "PROPN":
            return mention.actors
        for k in self.tree.children(i, "appos", "flat:name", "flat"):
            other = self._mention_at(k)
            same = other is not None and set(states_of(other.actors)) & set(states_of(mention.actors))
            if other is not None and other.kind == "person" and other != mention and same:
                return other.actors
        name = self._unlisted_name(i) if mention.kind == "organ" or mention.role else ""
        if name and len(mention.actors) == 1:
            return (f"{states_of(mention.actors)[0]}/{name}",)
        return mention.actors

    def place(self, i: int) -> tuple[str, ...]:
        """The state of a place named at word `i`, or in which it is said to lie: объекты в Сирии."""
        for k in (i, *(n for n in self.tree.children(i, "nmod") if self.tree.mark(n) in _WHERE)):
            mention = self._mention_at(k)
            if mention is not None:
                return mention.actors
        return ()

    def owner(self, i: int) -> tuple[str, ...]:
        """The actors beside a thing that is none itself: предложение США, российский самолет."""
        found: list[str] = []
        if self.tree.has(i, "наш", "мой"):
            found += self.memory.we
        for k in self.tree.children(i, "det", "nmod"):
            if self.tree.words[k].lemma in (*_HE, "они") and self.tree.words[k].pos in ("PRON", "DET"):
                found += self._pronoun(k)
        for k in self.tree.children(i, "nmod", "amod", "conj"):
            mention = self._mention_at(k)
            plain = self.tree.mark(k) == "Gen" or self.tree.words[k].rel == "amod"
            if mention is not None and mention.kind != "place" and plain:
                found += mention.actors
                found += [a for n in self.tree.children(k, "conj") for a in self.actors(n)]
            elif self.tree.mark(k) == "Gen" and mention is None:
                found += self.actors(k) or self.owner(k)
        return tuple(dict.fromkeys(found))

    def _below(self, i: int) -> list[int]:
        """The words of a noun phrase below its head, in text order."""
        found: list[int] = []
        for k in self.tree.children(i, *_BELOW):
            found += [k, *self._below(k), *self.tree.children(k, "conj")]
        return sorted(set(found))

    def _mention_at(self, i: int) -> Mention | None:
        word = self.tree.words[i]
        for mention in self.sentence.mentions:
            if mention.start < word.end and word.start < mention.end and mention.actors:
                return mention
        return None

    def _unlisted_name(self, i: int) -> str:
        """The family name of a person whom the gazetteer does not know, in Latin letters."""
        for k in self.tree.children(i, "appos", "flat:name", "flat"):
            if self.tree.words[k].pos == "PROPN" and not self._same_as(k):
                return self._family_name(k)
        return ""

    def _same_as(self, k: int) -> bool:
        """Whether the gazetteer knows the name at word `k`, and no office beside it is of another state."""
        mention, over = self._mention_at(k), self._mention_at(self.tree.words[k].head)
        if mention is None or mention.kind != "person" or over is None:
            return mention is not None
        return bool(set(states_of(mention.actors)) & set(states_of(over.actors)))

    def speaker(self, i: int) -> tuple[str, ...]:
        """The name of a speaker without a known state, () where the phrase names no person."""
        name = self._speaker_name(i)
        return (name,) if name else ()

    def _speaker_name(self, i: int) -> str:
        word = self.tree.words[i]
        if word.pos == "PROPN" and word.feats.get("Animacy") == "Anim" and self._mention_at(i) is None:
            return self._family_name(i)
        return self._unlisted_name(i)

    def _family_name(self, first: int) -> str:
        """The last of the names that stand side by side from a first one on."""
        first = self._after_initials(first)
        last = first
        while last + 1 < len(self.tree.words) and self.tree.words[last + 1].rel in (
            "appos",
            "flat:name",
            "flat",
        ):
            last += 1
        short = len(self.tree.words[last].lemma) < 3  # Ван И
        kept = range(first if short else last, last + 1)
        return " ".join(latin(self.tree.words[k].lemma).capitalize() for k in kept)

    def _after_initials(self, i: int) -> int:
        """The first word of a name that is no initial: Э. Эркко."""
        words = self.tree.words
        while len(words[i].text) == 1 and i + 2 < len(words) and words[i + 1].text == ".":
            i += 2
        return i

    def _pronoun(self, i: int) -> tuple[str, ...]:
        word = self.tree.words[i]
        memory = self.memory
        if word.lemma in _HE and word.feats.get("Number") != "Plur":
            named = self._before(i) or self._state_before(i)
            return named or ((memory.person,) if memory.person else memory.doer[: len(memory.doer) == 1])
        if word.lemma in _OURS:
            return memory.we
        if word.lemma in ("они", "оба"):
            return self._several_before(i) or memory.pair
        if word.lemma == "тот" and word.pos == "PRON" and word.rel in ("nsubj", "obj", "iobj", "obl"):
            return self._object_before(i)
        if word.lemma == "который":
            return self._antecedent(i)
        return ()

    def _several_before(self, i: int) -> tuple[str, ...]:
        """The actors of the last plural noun before «их», «им» that is no subject: призвал власти … их."""
        tree = self.tree
        if tree.words[i].rel == "nsubj" or tree.words[i].feats.get("Case") == "Nom":
            return ()
        plural = (k for k in range(i - 1, -1, -1) if tree.words[k].feats.get("Number") == "Plur")
        named = (
            self.actors(k) for k in plural if tree.words[k].pos == "NOUN" and tree.words[k].rel != "nsubj"
        )
        return next((found for found in named if found), ())

    def _object_before(self, i: int) -> tuple[str, ...]:
        """Whom «тот» means: the last actor before it in the sentence that is no subject."""
        tree = self.tree
        if tree.children(i, "acl", "acl:relcl", "ccomp"):
            return ()
        others = (k for k in range(i - 1, -1, -1) if tree.words[k].rel in ("obj", "iobj", "obl"))
        return next((found for k in others if (found := self.actors(k))), ())

    def _before(self, i: int) -> tuple[str, ...]:
        """The person named last before a pronoun in its own sentence."""
        start = self.tree.words[i].start
        persons = [m for m in self.sentence.mentions if m.kind == "person" and m.end <= start and m.actors]
        return persons[-1].actors[:1] if persons else ()

    def _state_before(self, i: int) -> tuple[str, ...]:
        """The state named last before an oblique pronoun that is no subject and agrees with it in gender."""
        tree, gender = self.tree, self.tree.words[i].feats.get("Gender")
        if tree.words[i].rel == "nsubj":
            return ()
        for k in range(i - 1, -1, -1):
            word = tree.words[k]
            mention = self._mention_at(k) if word.pos == "PROPN" and word.rel != "nsubj" else None
            if mention is None or mention.kind not in ("state", "organisation", "place"):
                continue
            same = gender is None or word.feats.get("Gender") in (None, gender)
            if same and mention.actors:
                return mention.actors
        return ()

    def _antecedent(self, i: int) -> tuple[str, ...]:
        for above in self.tree.up(i):
            if self.tree.words[above].rel in ("acl:relcl", "acl") and self.tree.words[above].head >= 0:
                return self.actors(self.tree.words[above].head, together=False)
        return ()

    def _several(self, i: int) -> bool:
        """Whether a noun stands in the plural, also where its form may be a singular: стороны, обе страны."""
        feats = self.tree.words[i].feats
        if feats.get("Number") == "Plur" or self.tree.has(i, "оба", "два"):
            return True
        either = self.tree.words[i].lemma in ("сторона", "глава")
        return either and not (feats.get("Case") == "Nom" and self.tree.words[i].text.lower().endswith("а"))

    def _the_two(self, i: int) -> tuple[str, ...]:
        """The pair of states for "the sides", "the presidents of the two countries", "the leaders"."""
        word = self.tree.words[i]
        if not (self._several(i) and self.lexicon.is_a("pair", word.lemma)):
            return ()
        below = [self.tree.words[k].lemma for k in self.tree.subtree(i, frozenset({"acl:relcl", "acl"}))]
        others = any(self._mention_at(k) for k in self._below(i))
        if others or (word.lemma in ("страна", "государство", "министр") and not _TOGETHER & set(below)):
            return ()
        joint = [m.actors for m in self.sentence.mentions if m.kind == "joint" and len(m.actors) == 2]
        return joint[0] if joint else self.memory.pair
