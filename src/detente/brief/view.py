"""What the templates may call: the words, names and evidence of one briefing in one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal

from detente.brief import attribution, labels, overview
from detente.brief.appendix import Citations, citations, full_text
from detente.brief.barometer_words import barometer_functions
from detente.brief.causes import picture
from detente.brief.dates import date_words, day_words
from detente.brief.evidence import Evidence, Witness, mended
from detente.brief.futures import futures
from detente.brief.model import LOW_CONFIDENCE, OUTSIDE, Briefing
from detente.brief.runs import row_numbers, runs
from detente.brief.sides import Lane, holders, lane, side
from detente.brief.standing import standing, years
from detente.brief.timeline import Numbered, timeline
from detente.brief.words import Words
from detente.casebook import Dossier, Entry
from detente.casebook.agreements import AgreementLife, Step
from detente.coding.terms import Term, terms
from detente.findings import Finding, Position
from detente.outlook.scenarios import NO, YES, Matrix
from detente.outlook.watch import watch_list
from detente.reading import Document

MOST_LISTED = 100
"""So many entries are listed under a sentence that counts them; of the others their rows are named."""

Slot = tuple[str, str, int, int]


class View:
    """One briefing in one language, as its templates see it."""

    def __init__(self, briefing: Briefing, words: Words) -> None:
        self.briefing = briefing
        self.words = words
        self._printed: Counter[str] = Counter()
        self._idents: dict[Slot, str] = {}
        self._found: dict[Slot, Evidence] = {}
        self._witnesses = {document.sha256: Witness(document) for document in briefing.documents}

    def names(self) -> dict[str, Any]:
        """Everything that the templates use, by name."""
        briefing, words = self.briefing, self.words
        a, b = (labels.actor(code, words) for code in briefing.dyad)
        return {
            "briefing": briefing,
            "w": words,
            "a": a,
            "b": b,
            "the_a": labels.in_sentence(briefing.dyad[0], words),
            "the_b": labels.in_sentence(briefing.dyad[1], words),
            "low": LOW_CONFIDENCE,
            "lanes": {
                Lane.A: words("lane.a", a=a, b=b),
                Lane.B: words("lane.b", a=a, b=b),
                Lane.JOINT: words("lane.joint"),
                Lane.OTHER: words("lane.other"),
            },
            "period": overview.period(briefing, words),
            "sources": overview.sources(briefing),
            "coders": sorted({f.coder for f in briefing.findings if f.coder}),
            "judged": sum(f.id in briefing.judged for f in briefing.findings),
            "warnings": overview.warnings(briefing, words),
            "issues_kept": words.list(map(self._issue, self._kept())),
            "standing": standing(briefing, words),
            "years": years(briefing),
            "chart": timeline(briefing),
            "statements": overview.statements(briefing),
            "tally": overview.tally(briefing),
            "causes": picture(briefing.findings, dict(briefing.inputs.names)),
            "futures": futures(briefing.findings, briefing.inputs, self._kept() if briefing.issues else ()),
            "watch": watch_list(briefing.kept, briefing.chronicle, briefing.documents, briefing.dyad),
            "appendix": [full_text(d, self._cited[d.sha256]) for d in briefing.documents],
            **self._functions(),
        }

    def _functions(self) -> dict[str, Any]:
        words, dyad = self.words, self.briefing.dyad
        return {
            "date": lambda edtf: date_words(edtf, words),
            "month": lambda day: format_date(day, "LLL", locale=words.locale),
            "day": lambda day: day_words(day, words),
            "number": lambda n: format_decimal(n, locale=words.locale),
            "share": words.share,
            "actors": lambda codes: labels.actors(codes, words),
            "who": lambda event: labels.who(event, words),
            "act": lambda event: labels.act(event, words),
            "quad": lambda event: labels.quad(event).value,
            "issue": self._issue,
            "claim_id": self._claim_id,
            "ident": self._ident,
            "lane": lambda event: lane(event, dyad).value,
            "evidence": self.evidence,
            "language": lambda finding: self._document(finding).language,
            "slice": lambda finding, start, end: self._document(finding).text[start:end],
            "text_id": lambda finding: self._cited[finding.document].anchor(finding.start),
            "text_at": lambda finding, start: self._cited[finding.document].anchor(start),
            "speaker": lambda finding: attribution.speaker(finding, words),
            "holder": lambda finding: attribution.holder(finding, words),
            "held_by": lambda finding: attribution.held_by(finding, words),
            "step": self._step,
            "terms_of": self._terms_of,
            **barometer_functions(words),
            "lane_counts": self._lane_counts,
            "by_side": self._by_side,
            "holders": holders,
            "reasons_of": self._reasons_of,
            "numbers": row_numbers,
            "state_words": self._state_words,
            "rows_of": self._rows_of,
            "most_listed": MOST_LISTED,
            "spoken": self._spoken,
            "spoken_many": self._spoken_many,
        }

    def _claim_id(self, finding: Finding) -> str:
        """The HTML id of a claim; one that stands in a second dossier, too, is numbered there."""
        name = f"c-{self._ident(finding)}"
        self._printed[name] += 1
        return name if self._printed[name] == 1 else f"{name}-{self._printed[name]}"

    def _ident(self, finding: Finding) -> str:
        """The finding's id, worked out once."""
        slot = _slot(finding)
        if slot not in self._idents:
            self._idents[slot] = finding.id
        return self._idents[slot]

    def evidence(self, finding: Finding) -> Evidence:
        """The passage that a finding rests on, looked up once."""
        slot = _slot(finding)
        if slot not in self._found:
            self._found[slot] = self._witnesses[finding.document].evidence(finding)
        return self._found[slot]

    def _document(self, finding: Finding) -> Document:
        return self.briefing.by_hash[finding.document]

    @cached_property
    def _cited(self) -> dict[str, Citations]:
        found = self.briefing.findings
        return {
            document.sha256: citations(number, document, found, self._reason_spans(document.sha256))
            for number, document in enumerate(self.briefing.documents, start=1)
        }

    def _reason_spans(self, sha256: str) -> list[tuple[int, int]]:
        held = [f for f in self.briefing.findings if isinstance(f, Position) and f.document == sha256]
        return [span for position in held for _, span in self._reasons_of(position) if span]

    def _state_words(self, matrix: Matrix, descriptor: str, at: int) -> str:
        """A state by its name; the answers of a draft in the language of the briefing."""
        state = matrix.states[descriptor][at]
        for answer in (YES, NO):
            if state == f"{descriptor}: {answer}":
                return self.words(f"scenarios.{answer}")
        return state

    def _step(self, step: Step) -> str:
        key = f"step.{step.event}"
        return self.words(key) if self.words.has(key) else step.event

    def _kept(self) -> list[str]:
        """The issues that the case keeps to, its own among them."""
        own = [issue.code for issue in self.briefing.own_issues]
        return list(dict.fromkeys([*self.briefing.issues, *own]))

    def _issue(self, code: str) -> str:
        if code == OUTSIDE:
            return self.words("issue.outside")
        return labels.issue(code, self.words, self.briefing.own_issues)

    def _terms_of(self, life: AgreementLife) -> list[Term]:
        """The conditions on which an agreement stands, in every passage that tells of it."""
        return [term for passage in life.findings for term in terms(self._document(passage), passage)]

    def _lane_counts(self, dossier: Dossier) -> dict[str, int]:
        counts = Counter(lane(entry.event, self.briefing.dyad).value for entry in dossier.events)
        return {which.value: counts[which.value] for which in Lane}

    def _by_side(self, positions: Iterable[Position]) -> list[tuple[str, list[Position]]]:
        """Positions of a, of b, of both and of others, each under its heading; empty groups are left out."""
        a, b = self.briefing.dyad
        groups: dict[Lane, list[Position]] = {which: [] for which in (Lane.A, Lane.B, Lane.JOINT, Lane.OTHER)}
        for position in positions:
            groups[side(position, (a, b))].append(position)
        heads = {
            Lane.A: self.words("positions.of", actor=labels.in_sentence(a, self.words)),
            Lane.B: self.words("positions.of", actor=labels.in_sentence(b, self.words)),
            Lane.JOINT: self.words("positions.both"),
            Lane.OTHER: self.words("positions.others"),
        }
        return [(heads[which], found) for which, found in groups.items() if found]

    def _reasons_of(self, position: Position) -> list[tuple[str, tuple[int, int] | None]]:
        """Each reason with its place in the stored text, None where it does not stand once near by."""
        document = self._document(position)
        witness = self._witnesses[position.document]
        quotes = (*position.reason_quotes, *("" for _ in position.reasons))
        return [
            (mended(document.repaired, *span) if span else reason, span)
            for reason, quote in zip(position.reasons, quotes, strict=False)
            for span in [witness.near(position, quote)]
        ]

    def _spoken(self, member: Numbered) -> str:
        event = member.entry.event
        return self.words(
            "mark.one",
            number=str(member.number),
            date=date_words(event.date, self.words),
            who=labels.who(event, self.words),
            what=labels.act(event, self.words),
        )

    def _rows_of(self, entries: Iterable[Entry]) -> str:
        """The rows of the chronicle in which entries stand: "3–5, 9"."""
        return runs(self.briefing.numbers[self._ident(entry.event)] for entry in entries)

    def _spoken_many(self, members: Sequence[Numbered]) -> str:
        days = [day for m in members for day in (m.first, m.last) if isinstance(day, date)]
        return self.words(
            "mark.many",
            n=len(members),
            first=day_words(min(days), self.words),
            last=day_words(max(days), self.words),
            numbers=row_numbers(members),
        )


def _slot(finding: Finding) -> Slot:
    """Document, kind and place: no two findings share them."""
    return finding.document, finding.kind, finding.start, finding.end
