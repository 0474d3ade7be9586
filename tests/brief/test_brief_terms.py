"""The conditions of agreements in the briefing."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from detente.brief import build, page
from detente.findings import Agreement
from detente.reading import from_text

TEXT = "The fleet sailed. In return for grain, Moscow signed the arms control treaty.\n"


@pytest.mark.parametrize(("lang", "head"), [("en", "On condition of"), ("ja", "合意の条件")])
def test_an_agreement_shows_its_condition_as_a_quotation(lang: str, head: str) -> None:
    document = from_text(TEXT, name="told", language="en")
    start = TEXT.index("the arms")
    quote = TEXT[start : TEXT.index(".\n")]
    place = {"document": document.sha256, "start": start, "end": start + len(quote), "quote": quote}
    made = Agreement(**place, name=quote, parties=("RUS",))
    shown = HTMLParser(page(build([document], [made], ("RUS", "USA")), lang))
    assert head in [node.text() for node in shown.css("p.steps-title")]
    (link,) = shown.css(f"a[data-quote='grain'][data-start='{TEXT.index('grain')}']")
    assert (link.text(), link.attributes["lang"]) == ("grain", "en")
