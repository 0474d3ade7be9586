"""The life of an agreement, gathered from every passage and document that tells of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.casebook.telling import state_of
from detente.coding.dates.edtf import bounds, sort_key
from detente.findings import Agreement, Finding

_IN_BRACKETS = re.compile(r"[(（\[［]([^()（）\[\]［］]+)[)）\]］]")
_MARKS = re.compile(r"[「」『』〈〉《》“”\"'’‘«»,、.]")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_KIND_ONLY = re.compile(
    r"(?:この|その|同|新たな|新しい)?(?:相互|二国間|共同)?"
    r"(?:条約|協定|合意|合意文書|声明|宣言|議定書|覚書|文書|議長声明|共同文書)"
    r"|(?:new |joint |bilateral |interim |this |that |such )*"
    r"(?:treaty|agreement|accord|deal|pact|statement|declaration|communique|protocol|memorandum|document)s?"
    r"|(?:совместн\w+ )?(?:договор|соглашение|заявление|декларация|протокол)\w*"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the life of an agreement: what happened, when (EDTF), and in which finding it is told."""

    event: str
    date: str | None
    start: int
    end: int
    finding: Agreement


@dataclass(frozen=True, slots=True)
class AgreementLife:
    """One agreement over all documents.

    Parameters
    ----------
    name : the longest name given to it; `names` all of them.
    parties : every party named.
    signed : the most precise date of signature, None where no document gives one.
    steps : its status events by date, undated ones last; the same step told twice stands once.
    findings : the passages that tell of it.
    """

    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    signed: str | None
    steps: tuple[Step, ...]
    findings: tuple[Agreement, ...]

    @property
    def status(self) -> str | None:
        """The last dated step, else the last one told; None where there is none."""
        dated = [step for step in self.steps if step.date]
        return (dated or list(self.steps))[-1].event if self.steps else None


def agreement_lives(findings: Iterable[Finding]) -> list[AgreementLife]:
    """Gather agreements told in several places.

    Two passages speak of the same agreement where they share a name or alias that is more than the
    kind of document ("the treaty"), and neither parties nor dates of signature stand against it.
    """
    groups: list[list[Agreement]] = []
    for one in sorted((f for f in findings if isinstance(f, Agreement)), key=_told):
        home = next((group for group in groups if all(same_agreement(one, other) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    lives = [_life(group) for group in groups]
    return sorted(lives, key=lambda life: (sort_key(life.signed), _told(life.findings[0])))


def same_agreement(one: Agreement, other: Agreement) -> bool:
    """Whether two passages speak of the same agreement."""
    if not (aliases(one.name) & aliases(other.name)):
        return False
    return _parties_agree(one, other) and _dates_agree(one.signed, other.signed)


def aliases(name: str) -> frozenset[str]:
    """The names in a name, plain: the name itself, what stands in brackets, without bare kinds."""
    inside = _IN_BRACKETS.findall(name)
    plain = {_plain(part) for part in (name, _IN_BRACKETS.sub(" ", name), *inside)}
    return frozenset(part for part in plain if part and not _KIND_ONLY.fullmatch(part))


def _plain(name: str) -> str:
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name).casefold())
    return _ARTICLE.sub("", " ".join(text.split()))


def _parties_agree(one: Agreement, other: Agreement) -> bool:
    a, b = (frozenset(map(state_of, agreement.parties)) for agreement in (one, other))
    return a <= b or b <= a


def _dates_agree(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same: one unknown, or the intervals meet."""
    if one is None or other is None:
        return True
    (a, b), (c, d) = bounds(one), bounds(other)
    return (a or date.min) <= (d or date.max) and (c or date.min) <= (b or date.max)


def _life(group: Sequence[Agreement]) -> AgreementLife:
    names = tuple(dict.fromkeys(one.name for one in group))
    signed = min((one.signed for one in group if one.signed), key=_width, default=None)
    return AgreementLife(
        name=max(names, key=len),
        names=names,
        parties=tuple(dict.fromkeys(party for one in group for party in one.parties)),
        signed=signed,
        steps=_steps(group),
        findings=tuple(group),
    )


def _steps(group: Sequence[Agreement]) -> tuple[Step, ...]:
    """The steps of all passages by date; one told again with an agreeing date is left out."""
    told = [
        Step(step.event, step.date, step.start, step.end, one) for one in group for step in one.status_events
    ]
    kept: list[Step] = []
    for step in sorted(told, key=lambda s: (s.date is None, _width(s.date) if s.date else 0)):
        if not any(step.event == k.event and _dates_agree(step.date, k.date) for k in kept):
            kept.append(step)
    return tuple(sorted(kept, key=lambda s: (sort_key(s.date), s.finding.document, s.start)))


def _width(text: str) -> int:
    first, last = bounds(text)
    return ((last or date.max) - (first or date.min)).days


def _told(one: Agreement) -> tuple[str, int, int]:
    return one.document, one.start, one.end
