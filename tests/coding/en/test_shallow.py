"""Lines read without the parser: who does what to whom, by the grammar of each sentence."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.codebook import PLOVER
from detente.coding.en import code_lines
from detente.coding.en.lexicon import load
from detente.coding.en.shallow import tree
from detente.coding.en.shallow.tokens import tokens
from detente.coding.en.shallow.words import words_of
from detente.errors import UsageError


def events(text: str) -> list[dict[str, Any]]:
    return next(iter(code_lines([text], shallow=True)))["events"]


def told(text: str) -> set[tuple[str, str, str]]:
    """Dyad and type of each event between states."""
    return {(a, b, event["plover"]) for event in events(text) for a, b in event["dyads"]}


CASES = (
    # active
    ("Chile accused Peru of spying on its navy.", {("CHL", "PER", "ACCUSE")}),
    ("Zambia has ordered the Chinese ambassador to leave the country.", {("ZMB", "CHN", "SANCTION")}),
    ("North Korea fired two missiles toward Japan on Sunday.", {("PRK", "JPN", "ASSAULT")}),
    # passive
    ("Mali's junta was condemned by France for expelling the diplomats.", {("FRA", "MLI", "ACCUSE")}),
    ("Nigeria's threat to invade Niger was criticised by Algeria.", {("DZA", "NGA", "ACCUSE")}),
    ("A Ugandan trader was arrested by Kenyan police on Friday.", {("KEN", "UGA", "COERCE")}),
    # attribution, before and after
    ("Vietnam said China must withdraw its drilling rig.", {("VNM", "CHN", "REQUEST")}),
    ("Cuba has sent doctors to Mexico, officials said on Monday.", {("CUB", "MEX", "AID")}),
    ("A spokesman said that Warsaw had expelled two Belarusian diplomats.", {("POL", "BLR", "SANCTION")}),
    # negation and modals
    ("Kenya said it would not send troops to Somalia.", {("KEN", "SOM", "REJECT")}),
    ("Peru could impose tariffs on Chilean grapes, officials said.", set()),
    ("Australia will not recognise the government of Belarus.", {("AUS", "BLR", "REJECT")}),
    ("Spain will give Tunisia two helicopters.", {("ESP", "TUN", "AGREE")}),
    # coordination
    (
        "Israel, Jordan and Egypt signed a deal in Amman on Thursday.",
        {
            *(("ISR", "JOR", "SUPPORT"), ("JOR", "ISR", "SUPPORT"), ("ISR", "EGY", "SUPPORT")),
            *(("EGY", "ISR", "SUPPORT"), ("JOR", "EGY", "SUPPORT"), ("EGY", "JOR", "SUPPORT")),
        },
    ),
    (
        "Georgia accused Russia of bombing a village, but Moscow denied the charge.",
        {("GEO", "RUS", "ACCUSE")},
    ),
    (
        "Norway has imposed sanctions on Belarus and Myanmar.",
        {("NOR", "BLR", "SANCTION"), ("NOR", "MMR", "SANCTION")},
    ),
    # relative clauses and parentheses
    (
        "Iraq, which shares a border with Jordan, urged Iran to withdraw its troops.",
        {("IRQ", "IRN", "REQUEST")},
    ),
    ("Rwandan soldiers who crossed into Congo attacked Ugandan troops.", {("RWA", "UGA", "ASSAULT")}),
    ("The Danish envoy (a former minister) thanked Ghana for its help.", {("DNK", "GHA", "SUPPORT")}),
    # infinitives
    ("Argentina has refused to extradite a banker to Uruguay.", {("ARG", "URY", "REJECT")}),
    ("Laos agreed to buy electricity from Thailand.", {("LAO", "THA", "AGREE")}),
    ("Colombia has asked Ecuador to help it to trace smugglers.", {("COL", "ECU", "REQUEST")}),
    # nouns of events
    (
        "The foreign minister of Nepal held talks with his Indian counterpart.",
        {("NPL", "IND", "CONSULT"), ("IND", "NPL", "CONSULT")},
    ),
    # nothing to find
    ("Harvests in Kenya and Uganda fell by a third because of drought.", set()),
    ("The road from Bolivia to Peru is long.", set()),
    ("Lebanese fans saw the Syrian team win the cup final by two goals.", set()),
)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_does_what_to_whom(text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert told(text) == wanted


def test_a_condition_is_no_event() -> None:
    assert [e["plover"] for e in events("If Egypt attacks Ethiopia, Sudan will close its border.")] == [
        "THREATEN"
    ]


def test_who_speaks_between_quotations_acts_in_the_participle_after() -> None:
    text = '"We will respond," Pakistani Prime Minister Shehbaz Sharif said, accusing India of a breach.'
    assert told(text) == {("PAK", "IND", "ACCUSE")}


def test_a_welcomed_signing_goes_to_those_who_sign() -> None:
    text = "The signing of a trade agreement between Vietnam and Laos was welcomed by Japan."
    assert {("JPN", "VNM", "SUPPORT"), ("JPN", "LAO", "SUPPORT")} <= told(text)


def test_a_dateline_takes_no_part() -> None:
    text = "TEHRAN, May 4 (AFP) -- Iraq accused Turkey of shelling a village."
    assert told(text) == {("IRQ", "TUR", "ACCUSE")}


def test_records_are_those_of_the_parsed_reading() -> None:
    text = "  Chile accused Peru of spying on its navy, officials said.  "
    parsed = next(iter(code_lines([text])))
    assert next(iter(code_lines([text], shallow=True))) == parsed


def test_several_sentences_of_a_line_are_read_apart() -> None:
    text = "Chile accused Peru of spying. Norway has asked Iceland to share its fish."
    assert told(text) == {("CHL", "PER", "ACCUSE"), ("NOR", "ISL", "REQUEST")}


def test_an_analysts_codebook_counts(tmp_path: Any) -> None:
    book = tmp_path / "own.yaml"
    book.write_text("- {id: own, lang: en, plover: COERCE, verbs: [frobnicate]}\n", encoding="utf-8")
    coded = code_lines(["Chile frobnicated Peru."], codebooks=[str(book)], shallow=True)
    assert next(coded)["events"][0]["dyads"] == [["CHL", "PER"]]


def test_clitics_hyphens_and_abbreviations_are_cut_as_the_parser_cuts_them() -> None:
    cut, _ = tokens("The U.S.-led force can't leave Mr. Smith's 1,200 men; they're 5.5% short.")
    assert cut == [
        *(
            "The",
            "U.S.",
            "-",
            "led",
            "force",
            "ca",
            "n't",
            "leave",
            "Mr.",
            "Smith",
            "'s",
            "1,200",
            "men",
            ";",
        ),
        *("they", "'re", "5.5", "%", "short", "."),
    ]


def test_other_languages_have_no_shallow_reading() -> None:
    from detente.coding import code_lines as lines_of

    with pytest.raises(UsageError, match="one reading only"):
        list(lines_of(["日本は中国に抗議した。"], "ja", shallow=True))


NAMES = ("Chile", "Peru", "the Kenyan minister", "France", "Iran's army", "it", "they", "Mr. Li")
WORDS = (
    *("accused", "said", "that", "which", "who", "and", "but", ",", "of", "to", "by", "with", "was", "been"),
    *("attack", "talks", "will", "not", "signed", "agreed", "visiting", "by", "because", "if", "from", '"'),
    *("held", "the", "a", "treaty", "on", "Monday", ".", "(", ")", "-", ":", "should", "'s", "threatened"),
)
MIXED = st.lists(st.sampled_from(NAMES + WORDS), max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(MIXED, st.text(max_size=120)))
def test_any_text_gives_a_tree_and_events_within_it(text: str) -> None:
    read = tree(text, (), words_of(), load())
    for i, head in enumerate(read.heads):
        assert 0 <= head < len(read)
        assert len(list(read.up(i))) < len(read)
        assert text[read.starts[i] : read.ends[i]] == read.words[i]
    line = text.strip()
    for event in events(text):
        assert event["plover"] in PLOVER
        assert 0 <= event["start"] < event["end"] <= len(line)
        assert line[event["start"] : event["end"]] == event["quote"]
