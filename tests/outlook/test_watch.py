"""The watch list: trends against their own past, silent channels, what is due and what hangs together."""

from __future__ import annotations

import datetime
from dataclasses import replace

import ibis
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from detente.casebook import chronicle, dossiers
from detente.datasets.shape import EVENT_ROWS
from detente.findings import Agreement, CausalClaim, Dispute, Event, Finding, Outlook
from detente.outlook.watch import Tie, Trend, channel, friction, linkages, reported, watch_list
from detente.reading import from_text

SINCE, AS_OF = datetime.date(2000, 1, 1), datetime.date(2003, 12, 31)
WORDS = (
    "alpha",
    "bravo",
    "carol",
    "delta",
    "echos",
    "foxes",
    "golfs",
    "hotel",
    "india",
    "julia",
    "kilos",
    "limas",
)


def event(date: str, plover: str, at: int, **more: object) -> Event:
    quote = f"{WORDS[at % len(WORDS)]}{at:04}"
    made = Event(
        document="d" * 64, start=at * 10, end=at * 10 + 9, quote=quote, date=date, plover=plover,
        actors=("RUS",), targets=("USA",), action=quote, issue="trade", actual=True, modality="asserted",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def day(offset: int) -> str:
    return (SINCE + datetime.timedelta(days=offset)).isoformat()


@given(st.integers(0, 12), st.integers(0, 30))
def test_the_interval_is_the_exact_one_of_two_rates(recent: int, past: int) -> None:
    """Conditional on the total the recent count is binomial; its Clopper-Pearson ends give the ratio's."""
    whole, window = (AS_OF - SINCE).days + 1, 365
    acts = [event(day(whole - 1 - k), "ACCUSE", k) for k in range(recent)]
    acts += [event(day(k), "ACCUSE", 100 + k) for k in range(past)]
    found = friction(chronicle(acts), SINCE, AS_OF, window)
    assert (found.recent, found.past, found.recent_days) == (recent, past, window)
    if recent + past == 0:
        assert found.low is None
        return
    ends = binomtest(recent, recent + past).proportion_ci(0.8, method="exact")
    scale = (whole - window) / window
    assert found.low == pytest.approx(ends.low / (1 - ends.low) * scale)
    if past:
        assert found.high == pytest.approx(ends.high / (1 - ends.high) * scale)
        assert found.ratio == pytest.approx(recent / past * scale)


def test_only_conflict_told_as_fact_counts() -> None:
    acts = [
        event(day(1400), "ACCUSE", 1),
        event(day(1401), "CONSULT", 2),
        event(day(1402), "ACCUSE", 3, actual=False, modality="denied"),
    ]
    assert friction(chronicle(acts), SINCE, AS_OF).recent == 1


def test_few_acts_tell_no_trend_and_many_do() -> None:
    three = [event(day(1400 + k), "SANCTION", k) for k in range(3)]
    assert friction(chronicle(three), SINCE, AS_OF).trend is Trend.UNKNOWN
    many = [event(day(1380 + 5 * k), "SANCTION", k) for k in range(9)]
    assert friction(chronicle(many), SINCE, AS_OF).trend is Trend.RISING
    old = [event(day(20 * k), "SANCTION", k) for k in range(20)]
    assert friction(chronicle(old), SINCE, AS_OF).trend is Trend.FALLING


def test_a_channel_is_silent_when_it_is_quieter_than_ever() -> None:
    met = [event(day(60 * k), "CONSULT", k, actors=("RUS", "USA"), targets=("USA", "RUS")) for k in range(6)]
    found = channel(chronicle(met), ("RUS", "USA"), AS_OF)
    assert found is not None
    assert (found.gaps.usual_gap_days, found.gaps.longest_gap_days, found.silent) == (60, 60, True)
    soon = SINCE + datetime.timedelta(days=310)
    quiet = channel(chronicle(met), ("RUS", "USA"), soon)
    assert quiet is not None
    assert not quiet.silent
    assert channel(chronicle(met[:2]), ("RUS", "USA"), AS_OF) is None


def test_the_list_orders_by_pressure_and_shows_what_hangs_on_it() -> None:
    text = "Steel duties rose again. " * 3 + "Oil and steel are tied to each other here. The end came."
    document = from_text(text, name="told", language="en")
    at = text.index("Oil")

    def placed(made: Finding, start: int, length: int) -> Finding:
        return replace(
            made,
            document=document.sha256,
            start=start,
            end=start + length,
            quote=text[start : start + length],
        )

    found: list[Finding] = [
        placed(event(day(1390 + k), "SANCTION", k, action=w), 25 * (k % 3) + k, 8 + k)
        for k, w in enumerate(WORDS[:5])
    ]
    found.append(placed(event(day(1), "CONSULT", 1, issue="energy"), at, 3))
    found.append(
        placed(
            Dispute(
                document="", start=0, end=1, quote="x", name="steel", parties=("RUS", "USA"), issue="trade"
            ),
            at + 8,
            5,
        )
    )
    found.append(
        placed(event("2004-06", "AGREE", 3, issue="energy", actual=False, modality="planned"), at + 4, 9)
    )
    shelves = dossiers(found, states=("RUS", "USA"))
    listed = watch_list(shelves, chronicle(found), [document], ("RUS", "USA"))
    assert [item.issue for item in listed.items] == ["trade"]
    trade = listed.items[0]
    assert trade.trend is Trend.RISING
    assert [(link.issue, {tie: len(f) for tie, f in link.ties.items()}) for link in trade.links] == [
        ("energy", {"sentence": 1})
    ]
    assert [d.name for d in trade.disputes] == ["steel"]
    everything = watch_list(
        shelves, chronicle(found), [document], ("RUS", "USA"), as_of=datetime.date(2004, 1, 1)
    )
    assert everything.as_of == datetime.date(2004, 1, 1)


@pytest.mark.parametrize(
    ("parties", "listed"),
    [
        (("RUS", "USA"), True),
        (("USA/Bush", "IRQ"), True),
        (("JPN", "KOR"), False),
        (("NATO",), True),
        ((), True),
    ],
)
def test_a_dispute_between_other_states_alone_is_not_of_the_two_sides(
    parties: tuple[str, ...], listed: bool
) -> None:
    dispute = Dispute(
        document="d" * 64, start=90, end=91, quote="x", name="islets", parties=parties, issue="territory"
    )
    found: list[Finding] = [dispute, event(day(3), "CONSULT", 1)]
    shelves = dossiers(found, states=("RUS", "USA"))
    items = watch_list(
        shelves, chronicle(found), [from_text("Nothing. " * 20, name="x")], ("RUS", "USA")
    ).items
    assert [item.issue for item in items] == (["territory"] if listed else [])


def test_without_dated_acts_there_is_no_list() -> None:
    assert watch_list([], [], [], ("RUS", "USA")).items == ()


def row(day: str, plover: str, quad: int, dataset: str = "made", pair: str = "RUS-USA") -> dict[str, object]:
    a, b = pair.split("-")
    return {
        "day": datetime.date.fromisoformat(day), "source": a, "target": b, "scheme": "cameo", "code": "190",
        "plover": plover, "quad": quad, "goldstein": -float(quad), "dataset": dataset, "row": 7,
    }  # fmt: skip


def test_each_dataset_is_counted_apart_and_gaps_in_it_are_no_quiet_months() -> None:
    """Rows of 2000 and of 2002, none of 2001: the past is the twelve months of 2000."""
    rows = [row(f"2000-{month:02}-10", "ASSAULT", 4) for month in range(1, 13)]
    rows += [row(f"2002-{month:02}-10", "ACCUSE", 3, pair="USA-RUS") for month in range(1, 13)] * 2
    rows += [row(f"2002-{month:02}-11", "CONSULT", 1) for month in range(1, 7)]
    rows += [row("2002-12-30", "ASSAULT", 4, pair="FRA-DEU"), row("2002-03-01", "ASSAULT", 4, "other")]
    rows += [row("2002-03-01", "ASSAULT", 4, "elsewhere", pair="FRA-DEU")]
    events = ibis.memtable(pa.Table.from_pylist(rows, schema=EVENT_ROWS))
    made, other = sorted(reported(events, ("RUS", "USA")), key=lambda one: one.dataset)
    assert (made.dataset, other.dataset) == ("made", "other")
    assert (made.since.isoformat(), made.as_of.isoformat()) == ("2000-01-10", "2002-12-30")
    assert (made.recent, made.recent_months, made.past, made.past_months) == (24, 12, 12, 12)
    assert (made.ratio, made.past_share) == (2.0, 1.0)
    assert made.recent_share == pytest.approx(24 / 30)
    assert {act["plover"] for act in made.acts} == {"ACCUSE"}
    assert made.gaps is not None
    assert (made.days, made.gaps.longest_gap_days, made.gaps.quiet_days, made.gaps.silent) == (
        6,
        31,
        202,
        True,
    )
    assert made.last is not None
    assert (made.last["day"], made.last["row"]) == ("2002-06-11", 7)
    assert (other.ratio, other.past_months, other.gaps, other.last) == (None, 0, None, None)


TIED = (
    "The war in Iraq raised the price of oil. The United States imposed tariffs on steel.\n\n"
    "If oil prices fall, the arms control treaty will be ratified.\n\n"
    "Should the tariffs go, this accord will follow. The talks were held in Moscow.\n"
)


def test_ties_say_in_which_way_the_texts_link_two_issues() -> None:
    document = from_text(TIED, name="tied", language="en")

    def placed(kind: type[Finding], quote: str, **fields: object) -> Finding:
        start = TIED.index(quote)
        place = {"document": document.sha256, "start": start, "end": start + len(quote), "quote": quote}
        return kind(**place, **fields)  # type: ignore[arg-type]

    claim = placed(
        CausalClaim,
        "The war in Iraq raised the price of oil",
        cause="the war in Iraq",
        effect="the price of oil",
    )
    told = [
        placed(Event, "The war in Iraq", date="2003-03-20", plover="ASSAULT", issue="iraq", actors=("USA",)),
        placed(Event, "The United States imposed", date="2002-03-05", plover="SANCTION", issue="trade"),
        placed(Event, "The talks were held", date="2002-03", plover="CONSULT", issue="arms-control"),
        claim,
        replace(claim, start=claim.start + 1, quote=claim.quote[1:], negated=True),  # type: ignore[call-arg]
        placed(
            Outlook, "If oil prices fall, the arms control treaty will be ratified", conditional=True,
            condition="oil prices fall", consequence="the arms control treaty will be ratified",
        ),
        placed(
            Outlook, "Should the tariffs go, this accord will follow", conditional=True,
            condition="the tariffs go", consequence="this will follow",
        ),
        placed(Agreement, "this accord will follow", name="arms control accord"),
        placed(Dispute, "this accord", name="accord", issue="arms-control"),
        placed(Event, "oil prices", plover="NONE", issue="energy"),
    ]  # fmt: skip
    tied = linkages(dossiers(told), [document])
    ways = {
        (issue, link.issue): {str(tie): len(found) for tie, found in link.ties.items()}
        for issue, links in tied.items()
        for link in links
    }
    assert ways["iraq", "energy"].items() >= {"cause": 1}.items()
    assert ways["energy", "iraq"].items() >= {"effect": 1}.items()
    assert ways["energy", "arms-control"].items() >= {"condition": 1}.items()
    assert ways["arms-control", "energy"].items() >= {"conditioned": 1}.items()
    assert ways["trade", "arms-control"].items() >= {"condition": 1, "sentence": 1}.items()
    assert ways["iraq", "trade"] == ways["trade", "iraq"] == {"neighbours": 1}
    assert next(x for x in tied["iraq"] if x.issue == "energy").ties[Tie.CAUSE] == (claim,)
    assert [link.issue for link in tied["iraq"]] == ["energy", "trade"]


def test_one_event_told_as_of_two_issues_ties_them() -> None:
    text = "On 24 May 2002 they signed the treaty.\n\nThe treaty was signed on 24 May 2002.\n"
    document = from_text(text, name="twice", language="en")

    def signed(quote: str, issue: str) -> Event:
        start = text.index(quote)
        return Event(
            document=document.sha256, start=start, end=start + len(quote), quote=quote, date="2002-05-24",
            plover="AGREE", actors=("RUS", "USA"), targets=("RUS", "USA"), action="sign", issue=issue,
        )  # fmt: skip

    both = [signed("signed the treaty", "energy"), signed("treaty was signed", "arms-control")]
    assert len(chronicle(both)) == 1
    other = replace(
        both[0], start=3, end=7, quote=text[3:7], date="2001-01-01", plover="ACCUSE", action="blame"
    )
    other = replace(other, issue="arms-control" if dossiers(both)[0].issue == "energy" else "energy")
    tied = linkages(dossiers([*both, other]), [document])
    assert Tie.EVENT in tied["energy"][0].ties
    assert Tie.EVENT in tied["arms-control"][0].ties


def test_ties_that_are_alike_on_both_sides_count_alike_on_both() -> None:
    text = "Tariffs came. Oil rose. Duties came. Gas rose.\n"
    document = from_text(text, name="alike", language="en")

    def told(quote: str, issue: str) -> Event:
        start = text.index(quote)
        place = {"document": document.sha256, "start": start, "end": start + len(quote), "quote": quote}
        return Event(**place, issue=issue, action=quote)  # type: ignore[arg-type]

    marks = [("Tariffs", "trade"), ("Oil", "energy"), ("Duties", "trade"), ("Gas", "energy")]
    tied = linkages(dossiers([told(*mark) for mark in marks]), [document])
    for issue in ("trade", "energy"):
        (link,) = tied[issue]
        assert {str(tie): len(found) for tie, found in link.ties.items()} == {"neighbours": 3}
