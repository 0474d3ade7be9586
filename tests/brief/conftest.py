"""A small relation made by hand, with every kind of finding, in two languages."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest

from detente.brief import Briefing, Unreadable, build
from detente.findings import (
    Agreement,
    CausalClaim,
    Dispute,
    Event,
    Finding,
    Note,
    Outlook,
    Position,
    Statement,
    StatusEvent,
)
from detente.reading import Document, from_text

F = TypeVar("F", bound=Finding)

JA = """第一章　仮の交渉の記録

１．条約をめぐる交渉

2001年12月13日、米国は条約からの脱退を発表した（1）。ロシアは、条約が安定の基礎であるとして、脱退を批判した。
2002年5月24日、露米両大統領はモスクワで新しい条約に署名した（2）。プーチン大統領は「新しい
関係が始まった」と述べた。検証の規定を欠くため、条約の履行には不安が残る。

２．見通し

両国が摩擦を調整しなければ、対立は再び深まるであろう。2003年3月の戦争は協力を揺るがせた。

注

（1） 米国の通告、2001年12月13日。
（2） 条約の本文、2002年5月24日。
"""
EN = """Chapter 2. Trade & <b>friction</b>

1. Steel

On 5 March 2002 the United States imposed tariffs on Russian steel. Russia threatened to answer in kind.
On 24 May 2002 the two presidents signed the treaty in Moscow. <script>alert("x")</script> & "quoted".

2. Later

Talks on poultry may resume in 2004. Some visits date from before 2001.
"""


def find(kind: type[F], document: Document, quote: str, **fields: Any) -> F:
    """A finding on the one place where a document holds the quote."""
    assert document.text.count(quote) == 1, quote
    start = document.text.index(quote)
    given = {"coder": "by-hand.v1", "confidence": 0.9, **fields}
    return kind(document=document.sha256, start=start, end=start + len(quote), quote=quote, **given)


@pytest.fixture(scope="session")
def ja() -> Document:
    """The Japanese document; a quotation in it runs over a line end."""
    return from_text(JA, name="ja.txt")


@pytest.fixture(scope="session")
def en() -> Document:
    """The English document; it holds what a browser would take for markup."""
    return from_text(EN, name="en <&>.txt")


@pytest.fixture(scope="session")
def findings(ja: Document, en: Document) -> tuple[Finding, ...]:
    """Every kind of finding; one event is told in both documents."""
    both = ("RUS", "USA")
    presidents = ("RUS/Putin", "USA/Bush")
    treaty = "新しい条約に署名"
    step = find(Event, ja, treaty)
    return (
        find(Event, ja, "米国は条約からの脱退を発表した", date="2001-12-13", actors=("USA",),
             targets=("RUS",), action="withdraw", plover="REJECT", issue="arms-control"),
        find(Event, ja, "脱退を批判した", date="2001-12", actors=("RUS",), targets=("USA",),
             action="criticize", plover="ACCUSE", issue="arms-control", confidence=0.3),
        find(Event, ja, "露米両大統領はモスクワで新しい条約に署名した", date="2002-05-24", actors=presidents,
             targets=presidents, action="sign", plover="AGREE", issue="arms-control"),
        find(Event, ja, "2003年3月の戦争", date="2003-03/..", actors=("USA",), targets=("IRQ",),
             action="war", plover="ASSAULT", issue="iraq"),
        find(Event, en, "the two presidents signed the treaty in Moscow", date="2002-05-24",
             actors=presidents, targets=presidents, action="sign", plover="AGREE", issue="arms-control"),
        find(Event, en, "the United States imposed tariffs on Russian steel", date="2002-03-05",
             actors=("USA",), targets=("RUS",), action="impose", plover="SANCTION", issue="trade"),
        find(Event, en, "answer in kind", date=None, actors=("RUS",), targets=("USA",), action="answer",
             plover="SANCTION", issue="trade", modality="hypothetical", actual=False),
        find(Event, en, "Some visits", date="../2001", actors=both, targets=both, action="visit",
             plover="CONSULT", issue="summit"),
        find(Statement, ja, "「新しい\n関係が始まった」", speaker=("RUS/Putin",), role="president",
             date="2002-05-24", direct=True),
        find(Position, ja, "ロシアは、条約が安定の基礎であるとして", actor="RUS", issue="arms-control",
             stance="条約を維持すべきである", reasons=("条約は安定の基礎である",),
             reason_quotes=("条約が安定の基礎である",)),
        find(Agreement, ja, "新しい条約", name="新しい条約", parties=both, signed="2002-05-24",
             status_events=(StatusEvent(event="signed", date="2002-05-24", start=step.start, end=step.end),)),
        find(Dispute, en, "tariffs on Russian steel", name="tariffs on Russian steel", parties=both,
             issue="trade", status="threatened"),
        find(CausalClaim, ja, "検証の規定を欠くため、条約の履行には不安が残る", cause="検証の規定を欠く",
             effect="条約の履行に不安が残る"),
        find(Outlook, ja, "両国が摩擦を調整しなければ、対立は再び深まるであろう",
             condition="両国が摩擦を調整しない", consequence="対立が再び深まる", conditional=True),
        find(Outlook, en, "Talks on poultry may resume in 2004", consequence="talks resume", holder="author"),
        find(Note, ja, "（2）。", note=2),
    )  # fmt: skip


@pytest.fixture(scope="session")
def relation(ja: Document, en: Document, findings: tuple[Finding, ...]) -> Briefing:
    """The briefing of the small relation, the two sides given."""
    accepted = next(f for f in findings if isinstance(f, Dispute))
    return build(
        (ja, en),
        findings,
        ("RUS", "USA"),
        unreadable=[Unreadable("scan.pdf", "The pages are pictures of text.")],
        judged={accepted.id: "accepted"},
        made="2026-11-24",
    )
