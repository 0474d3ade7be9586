"""Putting Russian forms together: министр иностранных дел России Игорь Иванов, российский МИД."""

from __future__ import annotations

import re
from collections.abc import Callable

from detente.ontology.composer import Composer
from detente.ontology.cyrillic import latin, nominative
from detente.ontology.offices import agents, known_person, office_codes
from detente.ontology.people import Person
from detente.ontology.scan_ru import scan
from detente.ontology.tables import words
from detente.ontology.unit import Hit

STATES = ("state", "demonym", "capital", "place", "organisation")
_LOCATIVE = re.compile(r"\b(?:в|во|из|под|на|близ|возле|около|через|до)\s$", re.I)
_OBJECT = re.compile(r"(?:анти|про)-?$", re.I)
_GIVEN = re.compile(r"(?:[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s|[А-ЯЁ]\.\s?){1,2}$")
_NAME = re.compile(r"\s((?:[А-ЯЁ][а-яё]+\s|[А-ЯЁ]\.\s?){0,2}[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)")
_PLURAL = re.compile(r"(?:ы|и|ов|ей|ам|ям|ами|ями|ах|ях)$")


class Russian(Composer):
    """Reads one Russian text from left to right."""

    def __init__(self, text: str, at: Callable[[int], str | None]) -> None:
        super().__init__(text, at, scan(text))
        self.rules = {
            **dict.fromkeys(STATES, self._state),
            "role": lambda hit: self._role(hit.start, hit, ()),
            "person": self._person,
            "organ": lambda hit: self._organ(hit.start, hit, ()),
        }

    def _next(self, end: int, *gaps: str) -> Hit | None:
        if self.i < len(self.hits) and self.text[end : self.hits[self.i].start] in gaps:
            return self.hits[self.i]
        return None

    def _state(self, hit: Hit) -> None:
        unit = hit.unit
        following = self._next(hit.end, " ") if unit.kind == "demonym" else None
        if following and following.unit.kind == "role":
            self.i += 1
            self._role(hit.start, following, unit.codes)
        elif following and following.unit.kind == "organ":
            self.i += 1
            self._organ(hit.start, following, unit.codes)
        else:
            located = unit.kind == "capital" and _LOCATIVE.search(self.text, max(0, hit.start - 8), hit.start)
            kind = "place" if located else "state" if unit.kind == "capital" else unit.kind
            self._add(hit.start, hit.end, unit.codes, kind, name=unit.name)

    def _owners(self, end: int) -> tuple[tuple[str, ...], int]:
        """The states in the genitive after an office or organ, and where they end."""
        of = self._next(end, " ")
        if of is None or of.unit.kind not in ("state", "organisation", "capital"):
            return (), end
        self.i += 1
        codes, end = list(of.unit.codes), of.end
        while (other := self._next(end, " и ", ", ")) and other.unit.kind == "state":
            codes += other.unit.codes
            end, self.i = other.end, self.i + 1
        return tuple(dict.fromkeys(codes)), end

    def _organ(self, start: int, hit: Hit, owner: tuple[str, ...]) -> None:
        codes, end, name = hit.unit.codes, hit.end, hit.unit.name
        if not owner and not codes:
            owner, end = self._owners(end)
        self._add(start, end, agents(owner, name) if owner else codes, "organ", name=name)

    def _role(self, start: int, hit: Hit, owner: tuple[str, ...]) -> None:
        role, end = hit.unit.role, hit.end
        organ = self._next(end, " ")
        if not owner and organ and organ.unit.kind == "organ":
            owner, end = organ.unit.codes, organ.end
            self.i += 1
        plural = _PLURAL.search(self.text, max(hit.start, hit.end - 3), hit.end) is not None
        if not owner:
            owner, end = self._owners(end) if plural else self._owner(end)
        states = tuple(dict.fromkeys(code.partition("/")[0] for code in owner))
        if self._with_name(start, end, role, states):
            return
        if states:
            found = office_codes(states, role, self.at(start))
            self._add(
                start, end, found, "person", role, found[0].partition("/")[2] if len(found) == 1 else ""
            )
        elif role in words("role alone"):
            self._add(start, end, (), "person", role)

    def _owner(self, end: int) -> tuple[tuple[str, ...], int]:
        of = self._next(end, " ")
        if of is None or of.unit.kind not in ("state", "organisation", "capital"):
            return (), end
        self.i += 1
        return of.unit.codes, of.end

    def _with_name(self, start: int, end: int, role: str, states: tuple[str, ...]) -> bool:
        """An office followed by the name of its holder, listed or not."""
        text, state = self.text, states[0] if len(states) == 1 else None
        following = self.hits[self.i] if self.i < len(self.hits) else None
        between = text[end : following.start] if following else ""
        if (
            following
            and following.unit.kind == "person"
            and (between == " " or _GIVEN.fullmatch(between[1:]))
        ):
            self.i += 1
            person = known_person(following.form, "ru", self.at(start), role, state)
            if person and between == " " and role in words("ru serving") and not person.holds(role):
                return self._serving(start, following.end, role, person)
            name = (
                person.surname
                if person
                else latin(nominative(text[following.start : following.end].split()[-1]))
            )
            codes = (person.code_on(self.at(start), state),) if person else agents(states, name)
            self._add(start, following.end, codes, "person", role, name)
            return True
        plain = _NAME.match(text, end)
        if plain is None or len(states) > 1 or (following and following.start < plain.end()):
            return False
        name = latin(nominative(plain.group(1).split()[-1]))
        self._add(start, plain.end(), agents(states, name), "person", role, name)
        return True

    def _serving(self, start: int, end: int, role: str, chief: Person) -> bool:
        """Somebody's spokesman or aide, named or not: пресс-секретарь Путина Дмитрий Песков."""
        states = (chief.code.partition("/")[0],)
        if not self._with_name(start, end, role, states):
            self._add(start, end, agents(states, role), "person", role, role)
        return True

    def _person(self, hit: Hit) -> None:
        start = hit.start
        given = _GIVEN.search(self.text, max(self.done[-1].end if self.done else 0, start - 40), start)
        if not hit.unit.bare and not given:
            return
        if (
            given
            and " " not in hit.form
            and given.start() > 0
            and not self.text[: given.start()].rstrip().endswith(".")
        ):
            start = given.start()
        person = known_person(hit.form, "ru", self.at(hit.start), None, None)
        codes = (person.code_on(self.at(hit.start)),) if person else ()
        self._add(start, hit.end, codes, "person", name=person.surname if person else "")
