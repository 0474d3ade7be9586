"""Dossiers: what belongs to an issue, agreements and disputes over all documents, both sides."""

from __future__ import annotations

import random
from typing import Any

from detente.casebook import OwnIssue, agreement_lives, dispute_lives, dossiers
from detente.casebook.agreements import aliases
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


def made(kind: type[Finding], quote: str, document: str = "a", start: int = 0, **fields: Any) -> Any:
    return kind(document=document, start=start, end=start + len(quote), quote=quote, **fields)


def step(event: str, date: str | None) -> StatusEvent:
    return StatusEvent(event=event, date=date, start=0, end=3)


RUS, USA = ("RUS",), ("USA",)
FINDINGS: list[Finding] = [
    made(Event, "ロシアは武力行使に反対した", issue="iraq", actors=RUS, targets=USA, date="2003-03"),
    made(Event, "米国はイラクを攻撃した", "a", 100, issue="iraq", actors=USA, date="2003-03-20"),
    made(Statement, "「戦争は政治的誤りだ」", start=200, speaker=("RUS/Putin",), date="2003-03-20"),
    made(Position, "ロシアは国連の権威を重んじ戦争に反対", start=195, actor="RUS", issue="iraq"),
    made(CausalClaim, "債務が反対の理由であった", start=300, cause="債務", effect="反対"),
    made(Outlook, "関係は深まるであろう", start=400, consequence="関係は深まる"),
    made(Note, "（1）", start=500, note=1),
    made(Dispute, "鉄鋼の輸入制限", start=600, name="鉄鋼の輸入制限", parties=("RUS", "USA"), issue="trade"),
]


def test_every_finding_but_notes_stands_in_a_dossier() -> None:
    made = {dossier.issue: dossier for dossier in dossiers(FINDINGS, states=("RUS", "USA"))}
    assert set(made) == {"iraq", "debt", "trade", "other"}
    iraq = made["iraq"]
    assert iraq.counts() == {
        "issue": "iraq",
        "events": 2,
        "statements": 1,
        "positions": 1,
        "agreements": 0,
        "disputes": 0,
        "claims": 0,
        "outlooks": 0,
    }
    assert iraq.statements[0].quote == "「戦争は政治的誤りだ」", "by the position that shares its words"
    russia, america = iraq.sides
    assert [len(russia.acts), len(russia.statements), len(russia.positions)] == [1, 1, 1]
    assert [len(america.acts), len(america.statements), len(america.positions)] == [1, 0, 0]
    assert sum(dossier.size for dossier in made.values()) == len(FINDINGS) - 1


def test_the_order_of_findings_does_not_matter_and_other_comes_last() -> None:
    shuffled = FINDINGS[:]
    random.Random(1).shuffle(shuffled)
    assert dossiers(shuffled) == dossiers(FINDINGS)
    assert [dossier.issue for dossier in dossiers(FINDINGS)][0::3] == ["iraq", "other"]


def test_own_issues_gather_by_keyword_beside_ours() -> None:
    own = OwnIssue("steel", "Steel", "鉄鋼", ("鉄鋼", "Steel"))
    made = {d.issue: d for d in dossiers(FINDINGS, own_issues=[own], only=["iraq"])}
    assert set(made) == {"iraq", "steel"}
    assert [life.name for life in made["steel"].disputes] == ["鉄鋼の輸入制限"]


def test_an_agreement_is_gathered_over_documents_by_its_names() -> None:
    parties = ("RUS", "USA")
    one = made(
        Agreement,
        "戦略攻撃能力削減条約（モスクワ条約）",
        name="戦略攻撃能力削減条約（モスクワ条約）",
        parties=parties,
        signed="2002-05-24",
        status_events=(step("signed", "2002-05-24"),),
    )
    other = made(
        Agreement,
        "モスクワ条約",
        "b",
        name="「モスクワ条約」",
        parties=("RUS/Putin",),
        signed="2002-05",
        status_events=(step("ratified", "2003-05-28"), step("signed", "2002"), step("deferred", None)),
    )
    (life,) = agreement_lives([other, one])
    assert life.findings == (one, other)
    assert life.signed == "2002-05-24"
    assert [(s.event, s.date) for s in life.steps] == [
        ("signed", "2002-05-24"),
        ("ratified", "2003-05-28"),
        ("deferred", None),
    ]
    assert life.status == "ratified"
    assert life.name == "戦略攻撃能力削減条約（モスクワ条約）"


def test_agreements_that_only_share_a_kind_or_clash_stay_apart() -> None:
    def treaty(name: str, document: str, **fields: Any) -> Agreement:
        return made(Agreement, name, document, name=name, **{"parties": ("RUS", "USA")} | fields)

    for one, other in (
        (treaty("the treaty", "a"), treaty("the treaty", "b")),
        (treaty("共同声明", "a"), treaty("共同声明", "b")),
        (treaty("Moscow Treaty", "a", signed="2002-05"), treaty("Moscow Treaty", "b", signed="1970-08")),
        (treaty("Friendship Treaty", "a"), treaty("Friendship Treaty", "b", parties=("CHN", "RUS"))),
    ):
        assert len(agreement_lives([one, other])) == 2, one.name
    assert len(agreement_lives([treaty("The Moscow Treaty", "a"), treaty("Moscow treaty (SORT)", "b")])) == 1
    assert aliases("Treaty on Strategic Offensive Reductions (SORT)") >= {"sort"}


def test_the_status_of_a_dispute_is_that_of_the_latest_document() -> None:
    parties = ("RUS", "USA")
    old = made(Dispute, "x", "z", name="鶏肉の輸入禁止", parties=parties, issue="trade", status="open")
    new = made(Dispute, "x", name="鶏肉の輸入禁止問題", parties=parties, issue="trade", status="settled")
    (life,) = dispute_lives([old, new], {"z": "2002", "a": "2003-01"})
    assert (life.status, life.findings) == ("settled", (old, new))
    (life,) = dispute_lives([new, old], {"z": "2004", "a": "2003-01"})
    assert life.status == "open"
    elsewhere = made(Dispute, "北方領土", "b", name="北方領土", parties=parties, issue="trade")
    assert len(dispute_lives([old, new, elsewhere])) == 2
