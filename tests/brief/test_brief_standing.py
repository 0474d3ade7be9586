"""Where the relationship stands: only what is counted, and counted right."""

from __future__ import annotations

import pytest

from detente.brief import Briefing, build, labels
from detente.brief.sides import Lane, lane, likeliest_dyad
from detente.brief.standing import standing, years
from detente.brief.words import Words
from detente.errors import DetenteError, UsageError
from detente.findings import Event, Finding
from detente.reading import Document

DYAD = ("RUS", "USA")


def event(actors: str, targets: str = "", **fields: object) -> Event:
    """An act between codes given as words."""
    given = {"document": "x", "start": 0, "end": 1, "quote": "x", **fields}
    return Event(actors=tuple(actors.split()), targets=tuple(targets.split()), **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("actors", "targets", "wanted"),
    [
        ("RUS", "USA", Lane.A),
        ("RUS/Putin", "USA/Bush IRQ", Lane.A),
        ("USA", "RUS", Lane.B),
        ("RUS USA", "RUS USA", Lane.JOINT),
        ("USA/Bush RUS/Putin FRA", "", Lane.JOINT),
        ("USA", "IRQ", Lane.OTHER),
        ("RUS", "", Lane.OTHER),
        ("", "USA", Lane.OTHER),
    ],
)
def test_the_lane_of_an_act(actors: str, targets: str, wanted: Lane) -> None:
    assert lane(event(actors, targets), DYAD) is wanted


def test_the_sentences_count_what_they_say(relation: Briefing) -> None:
    said = {s.text: s for s in standing(relation, Words("en"))}
    texts = "\n".join(said)
    assert "5 acts between Russia and the United States as facts, dated 2001 to 2002" in texts
    assert "By class: 2 verbal cooperation, 0 material cooperation, 2 verbal conflict," in texts
    assert "1 material conflict, 0 without a class." in texts
    assert "The last cooperative act told: 24 May 2002" in texts
    assert "The last conflictual act told: 5 March 2002" in texts
    assert "The texts give 2 outlooks on the future, on whatever subject; tied to a condition: 1." in texts
    assert "1 act between them is told as planned, expected, supposed or denied" in texts
    assert all(s.entries or s.findings for s in said.values())


def test_the_balance_opens_all_that_it_counts_and_says_from_when(ja: Document) -> None:
    told = [("2001-06", "CONSULT"), ("2001-07", "ACCUSE"), ("2002-09", "AGREE"), ("2003-06", "AGREE")]
    acts = [
        Event(document=ja.sha256, start=i, end=i + 1, quote=ja.text[i], date=date, actors=DYAD, targets=DYAD,
              plover=plover)
        for i, (date, plover) in enumerate([*told, ("2003-05", "NONE")])
    ]  # fmt: skip
    (balance,) = (s for s in standing(build([ja], acts, DYAD), Words("en")) if s.text.startswith("Since "))
    assert balance.text == (
        "Since June 2002, 2 cooperative and 0 conflictual acts between them are told; "
        "from June 2001 until then, 1 and 1."
    )
    assert [entry.event.date for entry in balance.entries] == [date for date, _ in told]


@pytest.mark.parametrize(
    ("code", "english", "japanese"),
    [("USA", "the United States", "米国"), ("RUS", "Russia", "ロシア"), ("author", "the author", "著者")],
)
def test_names_in_a_sentence(code: str, english: str, japanese: str) -> None:
    assert labels.in_sentence(code, Words("en")) == english
    assert labels.in_sentence(code, Words("ja")) == japanese


def test_an_event_told_in_two_documents_counts_once(relation: Briefing) -> None:
    (treaty,) = (entry for entry in relation.chronicle if entry.event.date == "2002-05-24")
    assert {e.document for e in treaty.events} == {d.sha256 for d in relation.documents}


def test_the_years_and_what_they_leave_out_add_up(relation: Briefing) -> None:
    told = years(relation)
    assert [(row.year, row.cooperative, row.conflictual, row.unclassed) for row in told.rows] == [
        (2001, 0, 2, 0),
        (2002, 1, 1, 0),
    ]
    assert (told.undated, told.wide) == (0, 1)


def test_an_open_beginning_is_never_the_latest(ja: Document) -> None:
    text = ja.text
    acts = [
        Event(document=ja.sha256, start=i, end=i + 1, quote=text[i], date=date, actors=DYAD, targets=DYAD,
              plover="CONSULT")
        for i, date in enumerate(("2001-06", "../2004"))
    ]  # fmt: skip
    said = [s.text for s in standing(build([ja], acts, DYAD), Words("en"))]
    assert "The latest meeting or talks told: June 2001." in said


def test_the_likeliest_dyad_is_the_pair_of_states_named_together_most(findings: tuple[Finding, ...]) -> None:
    assert likeliest_dyad(findings) == (("RUS", "USA"), 9)
    assert likeliest_dyad([event("UNSC", "IRQ"), event("NATO", "West")]) is None


def test_without_two_states_a_dyad_is_asked_for(ja: Document) -> None:
    with pytest.raises(UsageError, match="--dyad"):
        build([ja], [])
    assert build([ja], [], DYAD).chronicle == ()


def test_a_finding_of_no_document_is_refused(ja: Document, findings: tuple[Finding, ...]) -> None:
    with pytest.raises(DetenteError, match="belongs to no document"):
        build([ja], findings, DYAD)
