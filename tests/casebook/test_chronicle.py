"""The chronicle: order of dates, and passages that tell of one event."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook import chronicle
from detente.casebook.likeness import content, likeness
from detente.findings import Event

QUOTES = (
    "露米両大統領はモスクワで戦略攻撃能力削減条約に署名した",
    "モスクワ条約の署名",
    "両大統領は戦略攻撃能力削減条約（モスクワ条約）に署名した",
    "The two presidents signed the Moscow Treaty",
    "Presidents Bush and Putin signed the Moscow Treaty on strategic offensive reductions",
    "ロシアは鉄鋼の輸入制限を批判した",
)


def told(quote: str = QUOTES[0], document: str = "a", start: int = 0, **fields: Any) -> Event:
    known: dict[str, Any] = {
        "date": "2002-05-24",
        "actors": ("RUS/Putin", "USA/Bush"),
        "targets": ("USA", "RUS"),
        "plover": "AGREE",
        "issue": "arms-control",
    }
    return Event(document=document, start=start, end=start + len(quote), quote=quote, **(known | fields))


def test_the_same_event_in_two_documents_is_one_entry_with_both_passages() -> None:
    one, other = told(QUOTES[0]), told(QUOTES[2], "b", date="2002-05", actors=("RUS", "USA"))
    (entry,) = chronicle([one, other])
    assert entry.events == (one, other)
    assert entry.event == one, "the more precise date and the people named"
    (merge,) = entry.merges
    assert {merge.finding, merge.into} == {one.id, other.id}
    assert merge.dates == "one date within the other"
    assert merge.likeness is not None
    assert merge.likeness >= 0.4


def test_japanese_and_english_tellings_of_one_day_are_one_entry() -> None:
    (entry,) = chronicle([told(QUOTES[0]), told(QUOTES[3], "b")])
    assert [merge.likeness for merge in entry.merges] == [None]
    assert len(chronicle([told(QUOTES[0]), told(QUOTES[3], "b", issue="trade")])) == 2
    assert len(chronicle([told(QUOTES[0], date="2002-05"), told(QUOTES[3], "b", date="2002-05")])) == 2


def test_what_differs_in_anything_that_matters_stays_apart() -> None:
    one = told(QUOTES[3])
    for other in (
        told(QUOTES[4], "b", plover="CONSULT"),
        told(QUOTES[4], "b", date="2002-05-25"),
        told(QUOTES[4], "b", targets=("USA", "RUS", "CHN")),
        told(QUOTES[4], "b", actual=False, modality="planned"),
        told(QUOTES[4], "b", actors=("RUS/Ivanov", "USA/Powell")),
        told(QUOTES[4], "b", date=None),
        told("Officials agreed to expand student exchange programmes", "b"),
        told(QUOTES[4], start=5),
    ):
        assert len(chronicle([one, other])) == 2, other
    assert len(chronicle([one, told(QUOTES[4], "b")])) == 1


def test_who_accuses_whom_is_kept_apart() -> None:
    words, usa, rus = "objected to military intervention in Chechnya", ("USA",), ("RUS",)
    ours, theirs = told(words, actors=usa, targets=rus), told(words, "b", actors=rus, targets=usa)
    assert len(chronicle([ours, theirs])) == 2
    assert len(chronicle([ours, told(words, "b", actors=usa, targets=rus)])) == 1


def test_entries_stand_by_their_dates_and_undated_ones_last() -> None:
    dates = ["2003-05", None, "2001-09-11/..", "../2001-01", "2003-05-01", "2002", "199X"]
    events = [told("甲乙丙丁戊己庚"[n] * 9, start=100 * n, date=date) for n, date in enumerate(dates)]
    assert [entry.date for entry in chronicle(events)] == [
        "199X",
        "../2001-01",
        "2001-09-11/..",
        "2002",
        "2003-05-01",
        "2003-05",
        None,
    ]


events = st.builds(
    told,
    quote=st.sampled_from(QUOTES),
    document=st.sampled_from("abc"),
    start=st.integers(0, 300),
    date=st.sampled_from(["2002-05-24", "2002-05", "2002", "2002-05-24/..", "2003-01-01", None]),
    plover=st.sampled_from(["AGREE", "ACCUSE"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(events, max_size=10), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_no_event_is_lost_or_doubled(many: list[Event], by: random.Random) -> None:
    entries = chronicle(many)
    shuffled = [*many, *many[:3]]
    by.shuffle(shuffled)
    assert chronicle(shuffled) == entries
    ids = sorted(event.id for entry in entries for event in entry.events)
    assert ids == sorted({event.id for event in many})
    for entry in entries:
        assert entry.event in entry.events
        assert {merge.finding for merge in entry.merges} < {event.id for event in entry.events}
        assert len(entry.merges) == len(entry.events) - 1
        assert len({(event.plover, event.actual) for event in entry.events}) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    a, b = content(one), content(other)
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0
    assert likeness(a, a) == (1.0 if a else 0.0)


def test_content_words_leave_out_dates_and_function_words() -> None:
    assert content("2003年5月24日、第二次戦略兵器削減条約に") >= {"戦略", "兵器", "削減", "条約"}
    assert not content("2003年5月24日 the and with 24 は")
    assert content("Путин подписал договор") == {"путин", "подпи", "догов"}
