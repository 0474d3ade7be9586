"""Office holders with their terms of office, and who a surname means at a date."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.ontology.tables import Row, rows, values
from detente.ontology.when import day, years_between

_FIRST, _LAST = "0000-00-00", "9999-12-31"
_EXECUTIVE = (
    "supreme leader", "chancellor", "president", "acting president", "general secretary", "chairman", "king",
    "state chairman", "prime minister",
)  # fmt: skip
_CEREMONIAL = {  # while the president or emperor does not lead
    "JPN": ("", "9999"),
    "IND": ("", "9999"),
    "ISR": ("", "9999"),
    "PAK": ("2013-06-05", "9999"),
    "TUR": ("1989-11-09", "2014-08-28"),
}
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "VNM", "Taiwan", "KHM"})
_LOOSE = ("leader", "state chairman", "chairman", "general secretary", "supreme leader")
_SHARED = frozenset({
    "ambassador", "charge d'affaires", "deputy foreign minister", "deputy minister",
    "deputy secretary of state", "special envoy", "adviser", "senator", "commander", "vice chairman",
    "spokesperson", "director",
})  # fmt: skip
"""Offices that several people hold at once: the office alone does not tell who is meant."""

_RANK = {
    "head": 0,
    "secretary-general": 1,
    "foreign": 2,
    "commission": 2,
    "high representative": 2,
    "defence": 3,
}


@dataclass(frozen=True, slots=True)
class Term:
    """One term: `start` and `end` are ISO dates, maybe partial, both included; "" is open.

    `source` is the id of a `TermSource`; `checked` says what was read there of the two dates:
    "days" both within a day, "months" both by the month (Archigos: within two), "from" or "to" one of them,
    "years" the years alone, "no" nothing, since the source was not opened or does not reach so far.
    """

    person: str
    state: str
    office: str
    start: str
    end: str
    source: str
    checked: str

    def holds(self, iso: str) -> bool:
        """Whether an ISO day lies in the term; a partial bound covers all of its period."""
        first, last = self.start or _FIRST, self.end or _LAST
        return first <= iso[: len(first)] and iso[: len(last)] <= last

    def distance(self, iso: str) -> float:
        """Years between a day and the term, 0 inside."""
        if self.holds(iso):
            return 0.0
        bounds = [day(b) for b in (self.start, self.end) if b]
        return min((years_between(iso, b) for b in bounds if b), default=0.0)


@dataclass(frozen=True, slots=True)
class TermSource:
    """A public source of terms of office: what it is called, where it lies, and whether it was opened."""

    id: str
    title: str
    address: str
    opened: bool


@dataclass(frozen=True, slots=True)
class Person:
    """An office holder: `code` is "STATE/Surname", `ja` and `ru` the name to show.

    `surname` is the full name where a Chinese, Korean or Vietnamese surname alone is too common.
    """

    id: str
    code: str
    surname: str
    given: str
    ja: str
    ru: str
    terms: tuple[Term, ...]

    @property
    def states(self) -> frozenset[str]:
        """The states and bodies that the person stands for, at any time."""
        return frozenset({self.code.partition("/")[0], *(term.state for term in self.terms)})

    def code_on(self, iso: str | None, state: str | None = None) -> str:
        """The code with the state named or the one served on a day: Shevardnadze is USSR/, later GEO/."""
        if state is not None and state in self.states:
            return f"{state}/{self.surname}"
        served = [term.state for term in self.terms if iso and term.holds(iso)]
        return f"{served[0]}/{self.surname}" if served else self.code

    def holds(self, role: str) -> bool:
        """Whether the person ever held an office that the role may name."""
        return any(_fits(term.office, role) for term in self.terms)


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Every term of office, in the order of the table."""
    return tuple(
        Term(r["person"], r["state"], r["office"], r["from"], r["to"], r["source"], r["checked"])
        for r in rows("terms")
    )


@lru_cache(maxsize=1)
def term_sources() -> dict[str, TermSource]:
    """Every source of a term of office by its id, in the order of the table."""
    return {
        r["id"]: TermSource(r["id"], r["title"], r["address"], r["opened"] == "yes")
        for r in rows("term_sources")
    }


@lru_cache(maxsize=1)
def people() -> dict[str, Person]:
    """Every office holder by id."""
    of: dict[str, list[Term]] = {}
    for term in terms():
        of.setdefault(term.person, []).append(term)
    return {row["id"]: _person(row, tuple(of.get(row["id"], ()))) for row in rows("persons")}


@lru_cache(maxsize=1)
def groups() -> dict[str, str]:
    """Role in English to its group ("secretary of state" and "foreign minister" are both "foreign")."""
    return {row["role"]: row["group"] for row in rows("roles")}


def holder(state: str, role: str, iso: str | None) -> Person | None:
    """Who held an office in a state on a day; None where the table does not say.

    "leader" is whoever led: the president, general secretary or chairman before the head of government.
    Of an office that several people hold at once (ambassador) nobody is named.
    """
    if iso is None or role in _SHARED:
        return None
    held = [t for t in _by_state().get(state, ()) if _fits(t.office, role) and t.holds(iso)]
    held = [t for t in held if t.office == role] or held
    if not held:
        return None
    since, until = _CEREMONIAL.get(state, ("9999", ""))
    led = "prime minister" if since <= iso < until else ""
    office = min((t.office for t in held), key=lambda office: -1 if office == led else _order(office))
    return people()[max((t for t in held if t.office == office), key=lambda t: t.start).person]


def choose(
    candidates: tuple[Person, ...], iso: str | None, role: str | None = None, state: str | None = None
) -> Person | None:
    """The candidate whom role, state and date fit best; None where nothing tells two states apart."""
    fitting = [p for p in candidates if state is None or state in p.states]
    if not fitting:
        return None
    ranked = sorted(fitting, key=lambda p: _misfit(p, iso, role))
    best = ranked[0]
    others = {p.code for p in ranked if _misfit(p, iso, role) == _misfit(best, iso, role)}
    return best if len(others) == 1 else None


def _misfit(person: Person, iso: str | None, role: str | None) -> tuple[bool, float, int]:
    in_role = [t for t in person.terms if role is None or _fits(t.office, role)]
    held = in_role or person.terms
    gap = min((t.distance(iso) for t in held), default=50.0) if iso else 0.0
    rank = min((_RANK.get(groups().get(t.office, ""), 5) for t in held), default=9)
    return (role is not None and not in_role, gap if gap > 8 else 0.0 if gap == 0 else 1.0, rank)


def _order(office: str) -> int:
    return _EXECUTIVE.index(office) if office in _EXECUTIVE else len(_EXECUTIVE)


def _fits(office: str, role: str) -> bool:
    if office == role or (office == "acting president" and role == "president"):
        return True
    if role in _LOOSE:
        return office in _EXECUTIVE
    group = groups().get(role, "")
    return group not in ("", "head", "other") and groups().get(office) == group


@lru_cache(maxsize=1)
def _by_state() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms():
        found.setdefault(term.state, []).append(term)
    return found


def _person(row: Row, held: tuple[Term, ...]) -> Person:
    given = values(row["given"])
    surname = row["surname"].rstrip("?")
    if row["state"] in FAMILY_FIRST and row["surname"].endswith("?") and given:
        surname = f"{surname} {given[0]}"
    return Person(
        id=row["id"],
        code=f"{row['state']}/{surname}",
        surname=surname,
        given=row["given"],
        ja=_shown(row, "ja") or surname,
        ru=_shown(row, "ru") or surname,
        terms=held,
    )


def _shown(row: Row, language: str) -> str:
    """The surname; with the given name where it goes first or is a single sign (習近平, 菅義偉)."""
    family = next(iter(values(row[f"{language}_family"])), "").rstrip("?*")
    given = next(iter(values(row[f"{language}_given"])), "").rstrip("*")
    if row["state"] in FAMILY_FIRST or (len(family) == 1 and language == "ja"):
        return f"{family}{given}" if language == "ja" else f"{family} {given}".strip()
    return family
