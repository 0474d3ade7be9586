"""What is known while dates are read in text order: the document's date and the last dates said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from detente.coding.dates.edtf import Instant, parse

FRESH_SENTENCES = 5
RECENT = timedelta(days=62)
TODAY = 2  # news tells of the day on which it was written, or of the two before


class Basis(StrEnum):
    """What the value of a resolved date rests on."""

    STATED = "stated"
    NAME = "name"
    REFERENCE = "reference"
    DOCUMENT = "document"
    FISCAL = "fiscal year"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class DateContext:
    """The dates that a relative or incomplete date may lean on; values, never changed in place.

    Parameters
    ----------
    document : the document's own date, of any precision, or None.
    reference : the last date of the text so far, of any precision, or None.
    month_reference : the last date of the text that has a month, or None.
    age : sentences since the reference was said; 0 in the same sentence.
    month_age : the same for `month_reference`.
    """

    document: Instant | None = None
    reference: Instant | None = None
    month_reference: Instant | None = None
    age: int = 0
    month_age: int = 0

    @classmethod
    def of(cls, document_date: str | None = None, reference: str | None = None) -> DateContext:
        """The context of a text whose document date and running reference are given as EDTF.

        An interval counts by its last point; an open interval by the end that it has.
        """
        return cls(document=_last(document_date)).said(_last(reference))

    def said(self, point: Instant | None) -> DateContext:
        """The context after a date has been said."""
        if point is None or point.unit == "century":
            return self
        context = replace(self, reference=point, age=0)
        if point.month is None or point.month > 12:
            return context
        return replace(context, month_reference=point, month_age=0)

    def next_sentence(self) -> DateContext:
        """The context one sentence on.

        Of a day and a bare year said in one sentence, the day carries on: in "meeting on 26 June 2002
        they agreed that it would take the chair in 2006. On 27 June …" the year goes with the plan.
        """
        both = self.age == 0 and self.month_age == 0 and self.month_reference is not None
        kept = self.month_reference if both else self.reference
        return replace(self, reference=kept, age=self.age + 1, month_age=self.month_age + 1)

    @property
    def day_of_document(self) -> Instant | None:
        """The document's date where it is known to the day, as in news; else None."""
        return self.document if self.document and self.document.day else None

    @property
    def year_source(self) -> tuple[Instant | None, Basis]:
        """What gives a date without a year its year.

        The last date of the text does. In a document dated to the day a date of the text counts
        only from the same sentence, or with a month from up to five sentences back, so that a
        year of the background (a treaty of 1951) does not date the news.
        """
        news = self.day_of_document
        if news and not self._fresh:
            return news, Basis.DOCUMENT
        if self.reference:
            return self.reference, Basis.REFERENCE
        return self.document, Basis.DOCUMENT

    @property
    def month_source(self) -> tuple[Instant | None, Basis]:
        """What gives a bare day its month: the text's last month; in news only a recent one, else its day."""
        news = self.day_of_document
        near = not news or (self.month_age <= FRESH_SENTENCES and not self._background)
        if self.month_reference and near and not self._ahead:
            return self.month_reference, Basis.REFERENCE
        return news or (self.document if self.document and self.document.month else None), Basis.DOCUMENT

    def of_the_news(self, day: int) -> bool:
        """Whether a bare day of a new sentence is that of the news, though a month came before it.

        Only one of the background, said without a day, gives way: 7月に強化していた。首相は24日、….
        """
        news, last = self.day_of_document, self.month_reference
        if news is None or news.day is None or last is None or last.day is not None or not self.month_age:
            return False
        return 0 <= news.day - day <= TODAY

    @property
    def same_month(self) -> tuple[Instant | None, Basis]:
        """What 同月, 同日 or "the next day" count from."""
        if self.month_reference and not self._ahead:
            return self.month_reference, Basis.REFERENCE
        return self.day_of_document, Basis.DOCUMENT

    @property
    def same_year(self) -> tuple[Instant | None, Basis]:
        """What 同年 or "the following year" count from."""
        if self.reference:
            return self.reference, Basis.REFERENCE
        return self.day_of_document, Basis.DOCUMENT

    @property
    def _ahead(self) -> bool:
        """Whether the last month said is one still to come in the news, named in an earlier sentence."""
        news, last = self.day_of_document, self.month_reference
        return bool(news and last and self.month_age and last.first_day > news.last_day)

    @property
    def _background(self) -> bool:
        """Whether the last month said, in an earlier sentence, is older than the news by two months."""
        news, last = self.day_of_document, self.month_reference
        return bool(news and last and self.month_age and news.first_day - last.last_day > RECENT)

    @property
    def _fresh(self) -> bool:
        if self.reference is None:
            return False
        if self.age == 0:
            return True
        return self.reference.month is not None and self.age <= FRESH_SENTENCES


def _last(edtf: str | None) -> Instant | None:
    if edtf is None:
        return None
    span = parse(edtf)
    return span.end or span.start
