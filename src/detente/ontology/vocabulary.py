"""Every form of the vocabulary in one language, with what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from detente.ontology.kana import spellings
from detente.ontology.people import FAMILY_FIRST, Person, people
from detente.ontology.states import states
from detente.ontology.tables import rows, values
from detente.ontology.unit import Unit

Entry = tuple[str, Unit]


@cache
def vocabulary(language: str) -> dict[str, Unit]:
    """Form to unit; where two tables share a form the earlier in this list holds it.

    Blocked forms, press, states, capitals, organisations, organs of one state, roles, general organs,
    places, persons. English demonyms and titles are listed as written; Russian stems end in "*".
    """
    found: dict[str, Unit] = {}
    sources = (_blocks, _press, _states, _bodies, _organs, _roles, _places, _persons)
    for source in sources:
        for form, unit in source(language):
            found.setdefault(form, unit)
    return found


@cache
def named(language: str) -> dict[str, tuple[Person, ...]]:
    """Every form of a person's name to those who bear it, in the order of the table."""
    found: dict[str, list[Person]] = {}
    for form, person, _ in _name_forms(language):
        bearers = found.setdefault(form, [])
        if person not in bearers:
            bearers.append(person)
    return {form: tuple(bearers) for form, bearers in found.items()}


@cache
def given_names() -> frozenset[str]:
    """The English given names of the office holders, one word each."""
    return frozenset(name for row in rows("persons") for name in values(row["given"]) if name.isalpha())


def _blocks(language: str) -> Iterator[Entry]:
    for row in rows("blocks"):
        if row["language"] == language:
            yield row["form"], Unit("block")


def _press(language: str) -> Iterator[Entry]:
    for row in rows("press"):
        for form in values(row[language]):
            yield form, Unit("press", (f"{row['state']}/{row['code']}",), name=row["code"])


def _states(language: str) -> Iterator[Entry]:
    for code, entry in states().items():
        unit = Unit("state", (code,))
        forms = (entry.label[language], entry.official[language], *entry.names[language])
        for form in forms:
            yield form if language != "ru" else stemmed(form), unit
        for form in entry.demonyms.get(language, ()):
            yield form, Unit("demonym", (code,))
        for form in entry.capitals[language]:
            yield form if language != "ru" else stemmed(form), Unit("capital", (code,))
    for row in rows("joint"):
        for form in values(row[language]):
            yield form, Unit("joint", values(row["codes"]))


def _bodies(language: str) -> Iterator[Entry]:
    for row in rows("bodies"):
        for form in values(row[language]):
            yield form, Unit(row["kind"], (row["code"],), name=row["code"].rpartition("/")[2])


def _organs(language: str) -> Iterator[Entry]:
    for row in sorted(rows("organs"), key=lambda r: not r["state"]):
        codes = (f"{row['state']}/{row['name']}",) if row["state"] else ()
        for form in values(row[language]):
            yield form, Unit("organ", codes, name=row["name"])


def _roles(language: str) -> Iterator[Entry]:
    for row in rows("roles"):
        for form in values(row[language]):
            yield form, Unit("role", role=row["role"])


def _places(language: str) -> Iterator[Entry]:
    for row in rows("places"):
        code = f"{row['state']}/{row['name']}" if row["actor"] == "yes" else row["state"]
        codes = (code,) if code else ()
        for form in values(row[language]):
            shown = form if language != "ru" else stemmed(form)
            yield shown, Unit("place", codes, name=row["name"])


def _persons(language: str) -> Iterator[Entry]:
    for form, _, bare in _name_forms(language):
        yield form, Unit("person", bare=bare)


def _name_forms(language: str) -> Iterator[tuple[str, Person, bool]]:
    for row in rows("persons"):
        person = people()[row["id"]]
        if language == "en":
            families: tuple[str, ...] = (row["surname"], *values(row["aliases"]))
            given = values(row["given"])
        else:
            families, given = values(row[f"{language}_family"]), values(row[f"{language}_given"])
            families = tuple(dict.fromkeys(s for f in families for s in spellings(f)))
        for family in families:
            name = family.rstrip("?")
            yield name, person, name == family
            if language == "en" and name[:1].islower():  # at the beginning of a sentence
                yield name[:1].upper() + name[1:], person, name == family
            for first in given:
                for full in _joined(name, first, language, row["state"]):
                    yield full, person, True


def _joined(family: str, given: str, language: str, state: str) -> tuple[str, ...]:
    if language == "ja":
        latin = "ァ" <= given[0] <= "ヺ"
        return (f"{given}・{family}", f"{given}＝{family}") if latin else (f"{family}{given}",)
    eastern = (f"{family} {given}",)
    western = (f"{given} {family}",)
    if state in FAMILY_FIRST:
        return eastern
    return western + eastern if state in ("JPN", "HUN") or language == "ru" else western


_ADJECTIVE = ("ая", "яя", "ий", "ый", "ое", "ее", "ие", "ые")
_NOUN = ("а", "я", "ь", "ы", "й")


def stemmed(name: str) -> str:
    """A Russian name in the nominative with its endings cut off: "Россия" is "Росси*".

    Names in -о, -и, -у, -э and abbreviations are not declined and stay as they are.
    """
    words = name.split(" ")
    return " ".join(_stem(word, len(words) > 1) for word in words)


def _stem(word: str, several: bool) -> str:
    if word.endswith("*") or len(word) < 3 or word.isupper() or not word[0].isupper():
        return word
    endings = (_ADJECTIVE + _NOUN) if several and len(word) > 5 else _NOUN
    for ending in endings:
        if word.endswith(ending):
            return f"{word[: -len(ending)]}*"
    return word if word[-1] in "оиуэеюё" else f"{word}*"
