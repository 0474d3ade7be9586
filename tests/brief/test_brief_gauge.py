"""The barometer of a briefing: gauges of the chronicle and of data, the chart, the tables behind it."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import numpy as np
import pyarrow as pa
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from detente.barometer.periods import Unit
from detente.brief import EventData, build, page
from detente.brief.gauge import Gauge, gauges
from detente.brief.gauge_chart import BARS, LEVEL, gauge_chart
from detente.datasets.shape import EVENT_ROWS
from detente.findings import Finding
from detente.reading import Document


@pytest.fixture(scope="module")
def data() -> EventData:
    """Five years of RUS-USA in which conflict triples in January 2001, and two other dyads."""
    chance = np.random.default_rng(9)
    rows = []
    for month in range(60):
        first = date(1999 + month // 12, month % 12 + 1, 1)
        for pair in (("RUS", "USA"), ("USA", "RUS"), ("FRA", "USA"), ("DEU", "FRA")):
            hot = 3 if set(pair) == {"RUS", "USA"} and month >= 24 else 1
            for quad, rate in ((1, 8.0), (4, 4.0 * hot)):
                rows += [
                    {
                        "day": first + timedelta(days=int(chance.integers(0, 28))),
                        "source": pair[0],
                        "target": pair[1],
                        "scheme": "cameo",
                        "code": "190",
                        "plover": "CONSULT" if quad == 1 else "ASSAULT",
                        "quad": quad,
                        "goldstein": 1.0 if quad == 1 else -9.0,
                        "url": "https://example.org/a?b=1&c=<x>",
                        "dataset": "made",
                        "row": len(rows) + i,
                    }
                    for i in range(int(chance.poisson(rate)))
                ]
    table = ibis.memtable(pa.Table.from_pylist(rows, schema=EVENT_ROWS))
    return EventData(table, Unit.MONTH, date(2001, 1, 5))


@pytest.fixture(scope="module")
def gauge(data: EventData) -> Gauge:
    (found,) = gauges([], ("RUS", "USA"), data)
    return found


def test_a_gauge_of_data_has_level_turns_shock_and_outlook(gauge: Gauge) -> None:
    conflict = [t for t in gauge.turns if t.measure == "conflict"]
    dated = {turn.turning.series.label(turn.point.index): turn for turn in conflict}
    assert "2001-01" in dated
    assert {e["plover"] for e in dated["2001-01"].events} == {"ASSAULT"}
    assert gauge.shock is not None
    assert gauge.shock.effect.low > 0
    assert gauge.outlook is not None
    assert {r["dyad"] for r in gauge.outlook.records} == {"RUS>USA", "USA>RUS"}
    assert not gauge.told


def test_too_few_acts_make_no_gauge(findings: tuple[Finding, ...], ja: Document, en: Document) -> None:
    assert build([ja, en], findings, ("RUS", "USA")).gauges == ()


def test_everything_stands_within_the_chart(gauge: Gauge) -> None:
    chart = gauge_chart(gauge)
    tops = [chart.zero - bar.up for bar in chart.bars] + [chart.zero + bar.down for bar in chart.bars]
    assert min(tops) >= chart.top - 1e-6
    assert max(tops) <= chart.top + BARS + 1e-6
    assert all(bar.x >= 62 and bar.x + bar.width <= 938.1 for bar in chart.bars)
    heights = [float(point.split()[1].rstrip("Z")) for point in chart.band[1:].split("L")]
    assert chart.middle - LEVEL / 2 - 0.1 <= min(heights) <= max(heights) <= chart.middle + LEVEL / 2 + 0.1
    assert all(mark.x1 <= mark.x <= mark.x2 for mark in chart.marks)


def test_a_bar_is_as_high_as_its_count(gauge: Gauge) -> None:
    chart = gauge_chart(gauge)
    conflict = gauge.counts.series("conflict").values
    for bar in chart.bars:
        assert bar.down == pytest.approx(conflict[bar.index] * BARS / 2 / chart.most)
        assert chart.y(-conflict[bar.index]) == pytest.approx(chart.zero + bar.down)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_page_holds_the_figures_behind_the_chart(
    lang: str, data: EventData, findings: tuple[Finding, ...], ja: Document, en: Document
) -> None:
    html = HTMLParser(page(build([ja, en], findings, ("RUS", "USA"), data=data), lang))
    section = html.css_first("#barometer")
    assert section is not None
    assert len(section.css("details.periods tbody tr")) == 60
    ids = {node.attributes["id"] for node in html.css("[id]")}
    links = [a.attributes["href"] for a in section.css("a")]
    assert links
    assert all((link or "")[1:] in ids for link in links)
    assert "https://example.org/a?b=1&c=<x>" in section.text()
    assert section.css_first("x") is None, "an address from outside is text"
    assert "✓" in section.text()


@pytest.mark.parametrize(("lang", "said"), [("en", "times as many a month"), ("ja", "月当たり")])
def test_the_watch_list_shows_the_data_apart_and_names_their_source(
    lang: str, said: str, data: EventData, findings: tuple[Finding, ...], ja: Document, en: Document
) -> None:
    with_data = HTMLParser(page(build([ja, en], findings, ("RUS", "USA"), data=data), lang))
    without = HTMLParser(page(build([ja, en], findings, ("RUS", "USA")), lang))
    shown, plain = (html.css_first("#watch") for html in (with_data, without))
    assert shown is not None
    assert plain is not None
    assert [ol.html for ol in shown.css("ol.watch")] == [ol.html for ol in plain.css("ol.watch")]
    assert said in shown.text()
    assert "made" in shown.css("p.bold")[-1].text()
    assert len(shown.css(".event")) == 4, "three rows of conflict and the last consultation"
    assert not plain.css(".event")
