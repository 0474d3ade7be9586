"""Putting English forms together: Russian Foreign Minister Sergei Lavrov, the government of Iraq."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from detente.ontology.beside_office_en import (
    NAME,
    apposed_name,
    begins_name,
    bracketed,
    department,
    fits_given,
    goes_on,
    is_given,
)
from detente.ontology.composer import Composer
from detente.ontology.offices import agents, known_person, office_codes
from detente.ontology.people import Person
from detente.ontology.scan_en import scan
from detente.ontology.tables import words
from detente.ontology.unit import Hit
from detente.ontology.vocabulary import given_names, named

RANKED = frozenset({"commander", "king", "queen", "senator", "governor", "mayor"})
STATES = ("state", "demonym", "capital", "place", "organisation")
_RANKS = (
    "former|then|acting|interim|outgoing|new|deputy|current|late|first|senior|top|chief|lead|federal|armed|national"
    "|Former|Deputy|Acting|First|Senior|Principal|Assistant|Associate|Vice|Under"
)
_OWN = re.compile(rf"(?:['’]s?)?[\s-]\s?(?:(?:{_RANKS}) ){{0,3}}")
_RANK = re.compile(rf"\s(?:(?:{_RANKS}) ){{0,2}}")
_MEETING = re.compile(
    r"\s(?:[Pp]eace\s)?(?:[Ss]ummit|[Cc]onference|[Mm]eeting|[Pp]rotocols?|[Aa]greements?|[Dd]eclaration|Process"
    r"|[Tt]reaty|Forum|[Tt]alks|[Cc]ommuniqu[eé]|[Aa]ccords?|[Cc]onvention|[Ss]ettlement|[Cc]ongress|[Pp]act)\b"
)
_OF = re.compile(r"\sof\s(?:the\s)?")
_POSTED = re.compile(r"\s(?:to|for|in)\s(?:the\s)?")
_AND = re.compile(r",?\sand\s(?:the\s)?|,\s(?:the\s)?")
_BEFORE = re.compile(r"([A-ZÀ-Ž][\w’-]+(?:\s[A-ZÀ-Ž][\w’-]+){0,3}),\s(?:the\s|a\s)?(?:former\s|then\s)?$")
_GIVEN = re.compile(r"((?:[A-ZÀ-Ž][\w-]*\.?\s)+)$")
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|around|from|to|visit|visited|visiting|leave|left|through|into|reached|toward)\s(?:central\s|downtown\s)?$",
    re.I,
)
_BRIEF = 3  # letters of a surname that is also the first word of many other names: Ban, Xi, Li
_OBJECT = re.compile(r"(?:\b[Aa]nti|\b[Pp]ro)-$")
_THE = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\s(?:(?:former|then|new|current)\s)?$")
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Sir|Adm|Messrs|Col|Lt|Lord|Madame|Minister|Secretary|Amb)\.?\s$"
)
_GOVERNING = re.compile(r"(?:['’]s)?\s(administration|government|cabinet|regime|presidency)\b", re.I)
_GEORGIA = re.compile(
    r"\b(?:Atlanta|Savannah|Alabama|Florida|Tennessee|South Carolina|Georgia Tech|Bulldogs|[DR]-Ga\.)"
)
_STATE_BODY = re.compile(r"(?:High|National|Supreme|State|Higher) $")  # of their security councils


class English(Composer):
    """Reads one English text from left to right."""

    def __init__(self, text: str, at: Callable[[int], str | None]) -> None:
        super().__init__(text, at, _without_ranks(text, scan(text)))
        self.seen: set[str] = set()
        self.rules = {
            **dict.fromkeys(STATES, self._state),
            "role": lambda hit: self._role(hit.start, hit, ()),
            "person": self._person,
            "organ": lambda hit: self._organ(hit.start, hit, ()),
        }

    def _next(self, end: int, gap: re.Pattern[str]) -> Hit | None:
        if self.i < len(self.hits) and gap.fullmatch(self.text, end, self.hits[self.i].start):
            return self.hits[self.i]
        return None

    def _state(self, hit: Hit) -> None:
        if hit.form == "Security Council" and _STATE_BODY.search(self.text, 0, hit.start):
            return
        if hit.form in words("en given name") and self._is_somebody(hit):
            return
        if _OBJECT.search(self.text, max(0, hit.start - 5), hit.start):
            self._add(hit.start, hit.end, hit.unit.codes, hit.unit.kind, "object")
            return
        following = self._next(hit.end, _OWN)
        if following is not None and following.unit.kind == "organ":
            self.i += 1
            self._organ(hit.start, following, hit.unit.codes)
        elif following is not None and following.unit.kind == "role":
            self.i += 1
            self._role(hit.start, following, hit.unit.codes)
        elif (n := department(self.text, hit, self.hits[self.i : self.i + 3])) is not None:
            self.i += n + 1
            self._role(hit.start, self.hits[self.i - 1], hit.unit.codes)
        else:
            self._add(hit.start, hit.end, hit.unit.codes, self._kind(hit), name=hit.unit.name)

    def _kind(self, hit: Hit) -> str:
        if hit.unit.kind != "capital":
            return hit.unit.kind
        last = self.done[-1] if self.done else None
        if last and last.kind == "place" and self.text[last.end : hit.start] in (" and ", ", ", " or "):
            return "place"
        if _MEETING.match(self.text, hit.end):
            return "place"
        return "place" if _LOCATIVE.search(self.text, max(0, hit.start - 24), hit.start) else "state"

    def _is_somebody(self, hit: Hit) -> bool:
        """Whether "Jordan" or "Chad" is part of a person's name, "Georgia" the one of America."""
        text = self.text
        if hit.form == "Georgia" and _GEORGIA.search(text):
            return True
        after = NAME.match(text, hit.end)
        following = self.hits[self.i] if self.i < len(self.hits) else None
        if after and not (following and following.start <= after.start(1)):
            return True
        given = _GIVEN.search(text, max(0, hit.start - 20), hit.start)
        if given is None or (self.done and self.done[-1].end >= hit.start - 1):
            return self._after_full_name(hit)
        word = given.group(1).split()[-1].strip(".")
        first = given.start() == 0 or text[given.start() - 2 : given.start() - 1] in ".!?"
        return (
            word in given_names() if first else word not in words("en sentence word") and word[1:].islower()
        )

    def _after_full_name(self, hit: Hit) -> bool:
        """Whether a capital's name follows a person's two names as one more: Arnulfo Arias Madrid."""
        last = self.done[-1] if self.done else None
        joined = last is not None and last.kind == "person" and last.end == hit.start - 1
        return joined and last is not None and " " in self.text[last.start : last.end]

    def _organ(self, start: int, hit: Hit, owner: tuple[str, ...]) -> None:
        name, end, own = hit.unit.name, hit.end, hit.unit.codes
        codes = agents(owner, name) if owner else own
        if (
            not codes
            and (of := self._next(end, _OF))
            and of.unit.kind in STATES
            and _OF.match(self.text, end)
        ):
            self.i += 1
            codes, end = agents(of.unit.codes, name), of.end
        following = self._next(end, re.compile(r"\s"))
        if following is not None and following.unit.kind == "role" and codes:
            self.i += 1
            self._role(start, following, codes, name)
            return
        capital = self.text[hit.start].isupper() and hit.start > 0 and self.text[hit.end - 1].islower()
        if codes or capital or _THE.search(self.text, max(0, hit.start - 16), hit.start):
            self._add(start, end, codes, "organ", name=name)

    def _role(self, start: int, hit: Hit, owner: tuple[str, ...], organ: str = "") -> None:
        role, end, text = hit.unit.role, hit.end, self.text
        if not owner:
            owner, end = self._owners(hit)
        elif role in ("ambassador", "special envoy", "consul", "UN ambassador"):
            end = self._posting(end)
        states = tuple(dict.fromkeys(code.partition("/")[0] for code in owner))
        self.i += is_given(text, self.hits[self.i : self.i + 2])
        following = self._next(end, re.compile(r"(?:,?\s)(?:[A-ZÀ-Ž][\w-]*\.?\s){0,2}"))
        if following and text[hit.start].isupper() and begins_name(text, end, self.hits[self.i : self.i + 2]):
            self.i += 1
            following = None
        named = following is not None and following.unit.kind == "person"
        someone_else = named and following is not None and not self._fits(end, following, role, states)
        if following is not None and named and not someone_else and self._same_man(end, following):
            self.i += 1
            self._named(start, following, role, states)
            return
        plain = NAME.match(text, end) or (apposed_name(text, end) if states else None)
        stray = plain is None or plain.group(1).split()[0] in words("en sentence word")
        if (
            plain
            and not stray
            and (states or text[hit.start].isupper())
            and (following is None or someone_else or following.start > plain.start(1))
            and not (following is not None and following.start < plain.end() and not someone_else)
        ):
            surname = plain.group(1).split()[-1]
            self.i += someone_else
            states = states or bracketed(text, plain.end(), self.hits[self.i : self.i + 1])
            self._add(start, plain.end(), agents(states, surname), "person", role, surname)
            return
        if states:
            self._apposed(start, role, states)
            label = f"{organ} {role}" if organ else role
            found = agents(states, label) if organ else office_codes(states, role, self.at(start))
            self._add(
                start, end, found, "person", role, found[0].partition("/")[2] if len(found) == 1 else ""
            )
        elif role in words("role alone") and _THE.search(text, max(0, hit.start - 16), hit.start):
            self._add(start, end, (), "person", role)

    def _owners(self, role: Hit) -> tuple[tuple[str, ...], int]:
        """The states of an office: president of Chile, leaders of France and Germany; and where they end."""
        codes: list[str] = []
        end, gap, several = role.end, _OF, self.text[role.start : role.end].endswith(("s", "men"))
        while (of := self._next(end, gap)) and of.unit.kind in STATES and (several or not codes):
            self.i += 1
            codes += of.unit.codes
            end, gap = of.end, _AND
        return tuple(dict.fromkeys(codes)), end

    def _posting(self, end: int) -> int:
        """Where an envoy's posting ends if a name follows: U.S. Ambassador to Russia Michael McFaul."""
        to = self._next(end, _POSTED)
        if to is not None and to.unit.kind in STATES and NAME.match(self.text, to.end):
            self.i += 1
            return to.end
        return end

    def _same_man(self, end: int, person: Hit) -> bool:
        """Whether the words between a role and a listed name are its given names or initials."""
        if not person.unit.bare and (more := NAME.match(self.text, person.end)):
            known = any(hit.start == more.start(1) for hit in self.hits[self.i : self.i + 2])
            if not known and more.group(1).split()[0] not in words("en sentence word"):
                return False  # President Levy Mwanawasa
        given = self.text[end + 1 : person.start].split()
        return self.text[end : end + 1] != "," or fits_given(given, named("en").get(person.form, ()))

    def _fits(self, end: int, person: Hit, role: str, states: tuple[str, ...]) -> bool:
        """Whether a listed name after an office can be of someone listed: not Lucien Wong."""
        if states:
            return True
        bearers: tuple[Person, ...] = named("en").get(person.form, ())
        given = self.text[end : person.start].replace(",", " ").split()
        held = person.unit.bare or role not in RANKED or any(p.holds(role) for p in bearers)
        return held and fits_given(given, bearers)

    def _apposed(self, start: int, role: str, states: tuple[str, ...]) -> None:
        """An unlisted name before its office: "Jan Novak, the Czech foreign minister"."""
        floor = self.done[-1].end if self.done else 0
        found = _BEFORE.search(self.text, max(floor, start - 60), start)
        if found is None or len(states) != 1:
            return
        name = found.group(1).split()
        while name and name[0] in words("en sentence word"):
            name = name[1:]
        if len(name) >= 2:
            begin = found.end(1) - len(" ".join(name))
            self._add(begin, found.end(1), agents(states, name[-1]), "person", role, name[-1])

    def _named(self, start: int, hit: Hit, role: str, states: tuple[str, ...]) -> None:
        person = known_person(hit.form, "en", self.at(start), role, states[0] if states else None)
        self.seen.add(hit.form.split()[-1])
        surname = person.surname if person else hit.form.split()[-1]
        state = states[0] if states else None
        codes = (person.code_on(self.at(start), state),) if person else agents(states, surname)
        self._add(start, hit.end, codes, "person", role, surname)

    def _person(self, hit: Hit) -> None:
        text, start = self.text, hit.start
        title = _TITLE.search(text, max(0, start - 12), start)
        if not hit.unit.bare and not title and hit.form not in self.seen:
            return
        if len(hit.form) <= _BRIEF and not title and goes_on(text, hit.end, self.hits[self.i : self.i + 1]):
            return
        person = known_person(hit.form, "en", self.at(start), None, None)
        given = _GIVEN.search(text, max(0, start - 30), start)
        if given and not title and " " not in hit.form and not self._given_fits(given.group(1), hit):
            return
        if " " in hit.form:
            self.seen.update(hit.form.split())
        if person and (governing := _GOVERNING.match(text, hit.end)):
            word = governing.group(1)
            name = (
                f"{person.surname} {'Administration' if word.lower() == 'administration' else word.lower()}"
            )
            if self.i < len(self.hits) and self.hits[self.i].start < governing.end():
                self.i += 1
            self._add(
                start, governing.end(), agents((person.code_on(self.at(start)),), name), "organ", name=name
            )
            return
        codes = (person.code_on(self.at(start)),) if person else _compatriot(hit.form)
        self._add(start, hit.end, codes, "person", name=person.surname if person else hit.form)

    def _given_fits(self, before: str, hit: Hit) -> bool:
        """Whether the capitalised word before a surname may be its given name, or no name at all."""
        word = before.rsplit(maxsplit=1)[-1].rstrip(".")
        if word in words("en sentence word") or (self.done and self.done[-1].end >= hit.start - 1):
            return True
        people: tuple[Person, ...] = named("en").get(hit.form, ())
        return any(given[:1] == word[:1] for p in people for given in p.given.split(";"))


def _without_ranks(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits without "Deputy" where it is no member of parliament: Deputy Assistant Secretary of State."""
    ranks = {
        hit.start
        for hit, after in pairwise(hits)
        if hit.form.lower() == "deputy"
        and after.unit.kind == "role"
        and _RANK.fullmatch(text, hit.end, after.start)
    }
    return [hit for hit in hits if hit.start not in ranks]


def _compatriot(form: str) -> tuple[str, ...]:
    """The code of a surname that several people of one state bear, whichever of them is meant."""
    states = {state for person in named("en").get(form, ()) for state in person.states}
    return (f"{states.pop()}/{form}",) if len(states) == 1 else ()
