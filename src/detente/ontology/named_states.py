"""What a user calls a state: the code of the vocabulary, or a number or abbreviation of the COW project."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from detente.errors import UnknownName, UsageError
from detente.ontology.state_codes import Validity, codes
from detente.ontology.states import State, states

COW = "cow:"
"""Before an abbreviation of the Correlates of War that is another state's code of three letters (cow:SWZ)."""
_PAIR = re.compile(r"(\d{1,3})(\d{3})$")


@dataclass(frozen=True, slots=True)
class Named:
    """The state that was meant.

    Parameters
    ----------
    code : of the vocabulary.
    remark : what the user may not have expected of it, in a sentence; None for nothing.
    """

    code: str
    remark: str | None = None


def state_named(
    text: str, first: dt.date | None = None, last: dt.date | None = None, ussr: str = "RUS"
) -> Named:
    """The state that a code names: RUS, or 365 and UKR as the Correlates of War have them.

    A code of the vocabulary comes before an abbreviation of the Correlates of War; where the two differ
    (SWZ is Eswatini there and Switzerland here), the remark says so, and `cow:SWZ` names the other.

    Parameters
    ----------
    first, last : time that is asked about, both days included; a number that stood for several states in
        turn (345) names the one that it stood for then.
    ussr : what the Soviet Union is called, as in `state_codes.codes`.

    Raises
    ------
    UnknownName, UsageError
        where it names no state, or several in the time asked about.
    """
    code, known = text.strip(), states()
    if code.casefold().startswith(COW):
        return Named(_of_cow(code[len(COW) :].strip(), first, last, ussr))
    by_case = code if code in known else code.upper()
    if by_case in known:
        return Named(by_case, _other_of_cow(by_case))
    if by_case in codes("alpha"):
        return Named(_in_time(code, codes("alpha", ussr)[by_case], first, last))
    if code.isdecimal() or by_case in codes("cowabb"):
        return Named(_of_cow(by_case, first, last, ussr))
    proper = _by_name(code)
    if proper is not None:
        raise UsageError(f'"{code}" is no code of a state.', hint=f'Write "{proper.code}".')
    raise UnknownName("state", code, known)


def two_codes(text: str) -> tuple[str, str] | None:
    """The two codes in RUS-USA, 365-2, or 365002 (a number of a dyad as the Correlates of War write it)."""
    if found := _PAIR.match(text.strip()):
        return str(int(found[1])), str(int(found[2]))
    parts = [part.strip() for part in text.split("-")]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None


def _of_cow(code: str, first: dt.date | None, last: dt.date | None, ussr: str) -> str:
    number = code.isdecimal()
    key = str(int(code)) if number else code.upper()
    spans = codes("cow" if number else "cowabb", ussr).get(key)
    if spans is None:
        raise _unknown(code) if number else UnknownName("COW abbreviation", code, codes("cowabb"))
    return _in_time(code, spans, first, last)


def _in_time(code: str, spans: tuple[Validity, ...], first: dt.date | None, last: dt.date | None) -> str:
    """The one state that a code stands for in a time; UsageError where it stands for several."""
    asked = [s for s in spans if s.start <= (last or dt.date.max) and s.end >= (first or dt.date.min)]
    found = list(dict.fromkeys(span.state for span in asked))
    if len(found) != 1:
        raise UsageError(
            f'"{code}" names several states in turn: {", ".join(map(_told, spans))}.',
            hint=f"Write the one that is meant ({', '.join(dict.fromkeys(s.state for s in spans))}), "
            "or a time that lies in the years of one.",
        )
    return found[0]


def _unknown(code: str) -> UsageError:
    """The error for a number that no state has, with the numbers next to it."""
    numbers = sorted(map(int, codes("cow")))
    near = sorted(sorted(numbers, key=lambda one: abs(one - int(code)))[:3])
    told = ", ".join(f"{one} {codes('cow')[str(one)][-1].state}" for one in near)
    return UsageError(
        f'No state has the COW number "{code}".', hint=f"Near it: {told}. A code also does: RUS."
    )


def _told(span: Validity) -> str:
    if span.end < dt.date.max:
        return f"{span.state} until {span.end.isoformat()}"
    return f"{span.state} from {span.start.isoformat()}"


def _other_of_cow(code: str) -> str | None:
    """What to say where the Correlates of War abbreviate another state by the same letters."""
    other = codes("cowabb").get(code, ())
    if not other or code in {span.state for span in other}:
        return None
    state, meant = _label(code), _label(other[-1].state)
    return (
        f"{code} is read as {state}; the Correlates of War so abbreviate {meant}, which is {other[-1].state} "
        f"or {COW}{code}."
    )


def _label(code: str) -> str:
    return states()[code].label["en"] if code in states() else code


def _by_name(text: str) -> State | None:
    """The state that is called so, or has this code of two letters."""
    plain = text.casefold()
    for one in states().values():
        if plain and plain in (name.casefold() for name in (one.iso2, *one.label.values())):
            return one
    return None
