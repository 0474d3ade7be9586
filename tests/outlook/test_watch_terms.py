"""Linkage by conditions of agreements: what an agreement hangs on, in both languages, with its evidence."""

from __future__ import annotations

import pytest

from detente.casebook import dossiers
from detente.findings import Agreement, Event, Finding, Outlook
from detente.outlook.watch import Tie, linkages
from detente.reading import Document, from_text

TEXTS = {
    "en": (
        "Moscow signed the arms control treaty on condition that Washington lifted its steel tariffs.",
        "arms control treaty",
        "Washington lifted its steel tariffs",
    ),
    "ja": (
        "ロシアは、米国が鉄鋼の関税を撤廃することを条件に、戦略兵器削減条約に署名した。",
        "戦略兵器削減条約",
        "米国が鉄鋼の関税を撤廃すること",
    ),
}


def placed(document: Document, kind: type[Finding], quote: str, **fields: object) -> Finding:
    start = document.text.index(quote)
    place = {"document": document.sha256, "start": start, "end": start + len(quote), "quote": quote}
    return kind(**place, **fields)  # type: ignore[arg-type]


def ties(document: Document, told: list[Finding]) -> dict[tuple[str, str], dict[str, int]]:
    return {
        (issue, link.issue): {str(tie): len(found) for tie, found in link.ties.items()}
        for issue, links in linkages(dossiers(told), [document]).items()
        for link in links
    }


@pytest.mark.parametrize("language", TEXTS)
def test_an_agreement_hangs_on_the_issue_of_its_condition(language: str) -> None:
    text, name, condition = TEXTS[language]
    document = from_text(text, name="told", language=language)
    agreement = placed(document, Agreement, name, name=name)
    told = [agreement, placed(document, Event, condition, plover="RETREAT", issue="trade")]
    found = ties(document, told)
    assert found["trade", "arms-control"]["condition"] == 1
    assert found["arms-control", "trade"]["conditioned"] == 1
    (link,) = linkages(dossiers(told), [document])["arms-control"]
    assert link.ties[Tie.CONDITIONED] == (agreement,)


def test_what_an_outlook_says_of_the_same_words_counts_once() -> None:
    text = "The arms control treaty will be ratified provided that the steel tariffs go."
    document = from_text(text, name="told", language="en")
    told = [
        placed(document, Agreement, "The arms control treaty", name="arms control treaty"),
        placed(
            document, Outlook, text[:-1], conditional=True,
            condition="the steel tariffs go", consequence="The arms control treaty will be ratified",
        ),
        placed(document, Event, "the steel tariffs go", plover="RETREAT", issue="trade"),
    ]  # fmt: skip
    assert ties(document, told)["trade", "arms-control"]["condition"] == 1


def test_a_condition_of_the_same_issue_ties_nothing() -> None:
    text = "They signed the arms control treaty on condition that warheads were destroyed."
    document = from_text(text, name="told", language="en")
    told = [
        placed(document, Agreement, "the arms control treaty", name="arms control treaty"),
        placed(document, Event, "warheads were destroyed", plover="RETREAT", issue="trade"),
    ]
    assert not any("condition" in kinds for kinds in ties(document, told).values())
