"""Finding the actors that a text names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from detente.errors import UnknownName
from detente.ontology.compose_en import English
from detente.ontology.compose_ja import Japanese
from detente.ontology.compose_ru import Russian
from detente.ontology.mention import Mention
from detente.ontology.people import Person, choose, groups
from detente.ontology.scan_en import scan as scan_en
from detente.ontology.scan_ja import scan as scan_ja
from detente.ontology.scan_ru import scan as scan_ru
from detente.ontology.unit import Hit
from detente.ontology.vocabulary import named
from detente.ontology.when import dated, day

_LANGUAGES: dict[str, Callable[[str, Callable[[int], str | None]], list[Mention]]] = {
    "en": lambda text, at: English(text, at).mentions(),
    "ja": lambda text, at: Japanese(text, at).mentions(),
    "ru": lambda text, at: Russian(text, at).mentions(),
}
_SCANNERS: dict[str, Callable[[str], list[Hit]]] = {"en": scan_en, "ja": scan_ja, "ru": scan_ru}


def mentions(text: str, language: str, date: str | None = None) -> list[Mention]:
    """The actors named in a text, leftmost and longest first, in order and not overlapping.

    Parameters
    ----------
    text : any length; offsets of the result are code points into it.
    language : "ja", "en" or "ru"; another raises `UnknownName`.
    date : EDTF or ISO of any precision, for instance the document's; None where unknown. A year that
        the text itself names holds from there on, unless it lies after `date`.

    Returns
    -------
    A person named by office alone (米大統領, "the Russian foreign minister") is the holder on that day,
    "STATE/office" where the table or the date does not tell, and has no actors where no state stands
    beside it. A prefix (対, 訪, 駐, 反; anti-) makes a state the object: role "object", the span without
    the prefix. A capital is a state, or a place after a locative word. A person whom the tables do not
    know is found beside a role and takes the state named beside it; Japanese katakana and Russian names
    are given in Latin letters, kanji names as written.
    """
    if language not in _LANGUAGES:
        raise UnknownName("language", language, _LANGUAGES)
    marks = dated(text, language, date)
    places = [place for place, _ in marks]

    def at(offset: int) -> str | None:
        if not marks:
            return None
        return marks[max(0, bisect_right(places, offset) - 1)][1]

    return _LANGUAGES[language](text, at)


def resolve_person(
    surface: str, date: str | None = None, role: str | None = None, state: str | None = None
) -> tuple[str, ...]:
    """The actor code of a person named by surname or full name in any of the three languages.

    Parameters
    ----------
    surface : the name as written, without its role; Russian in any case.
    date : EDTF or ISO, any precision; who held office then comes first, then those near in time.
    role : the office in English ("foreign minister"), or as the text writes it (外相, министр обороны).
    state : the code of the state named beside the name.

    Returns
    -------
    ("RUS/Ivanov",) or () where nobody bears the name or two states cannot be told apart.
    """
    language = _language(surface)
    meant = role if role in groups() else _role(role or "")
    form = surface.strip()
    candidates = named(language).get(form) or _declined(form, language)
    person = choose(candidates, day(date), meant, state) or choose(candidates, day(date), None, state)
    return (person.code_on(day(date), state),) if person else ()


def _language(surface: str) -> str:
    if any("а" <= c.lower() <= "я" for c in surface):
        return "ru"
    return "en" if all(ord(c) < 0x250 for c in surface) else "ja"


def _role(text: str) -> str | None:
    found = [h.unit.role for h in _SCANNERS[_language(text)](text) if h.unit.kind == "role"] if text else []
    return found[-1] if found else None


def _declined(form: str, language: str) -> tuple[Person, ...]:
    found = [h.form for h in _SCANNERS[language](form) if h.unit.kind == "person"]
    return named(language).get(found[-1], ()) if found else ()
