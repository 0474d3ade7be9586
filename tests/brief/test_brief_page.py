"""The HTML of a briefing: anchors that hold, the same in both languages, inert, self-contained."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from detente import __version__
from detente.brief import Briefing, build, page
from detente.brief.page import running, stored
from detente.brief.view import MOST_LISTED
from detente.casebook import OwnIssue
from detente.demo import DYAD, documents
from detente.findings import Event, Finding, Note
from detente.reading import Document, from_text, read

LANGUAGES = ("en", "ja")


class Html(SingleFileSnapshotExtension):
    """One golden file a page, as text."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


@pytest.fixture(scope="module", params=LANGUAGES)
def html(request: pytest.FixtureRequest, relation: Briefing) -> HTMLParser:
    return HTMLParser(page(relation, request.param))


def anchors_hold(html: HTMLParser, texts: Sequence[Document]) -> int:
    """Check every anchor of a page against the stored texts; how many there are."""
    by_hash = {document.sha256: document.text for document in texts}
    nodes = html.css("[data-quote]")
    for node in nodes:
        found = node.attributes
        text = by_hash[str(found["data-source"])]
        assert text[int(str(found["data-start"])) : int(str(found["data-end"]))] == found["data-quote"]
    return len(nodes)


def test_every_quotation_equals_the_stored_text(html: HTMLParser, ja: Document, en: Document) -> None:
    assert anchors_hold(html, (ja, en)) > 30


def test_every_finding_but_notes_is_a_claim_once(html: HTMLParser, findings: tuple[Finding, ...]) -> None:
    claims = [node.attributes["data-id"] for node in html.css("article.claim")]
    assert sorted(map(str, claims)) == sorted(f.id for f in findings if not isinstance(f, Note))


def test_the_marked_passage_is_the_quotation(html: HTMLParser) -> None:
    for claim in html.css("article.claim"):
        (mark,) = claim.css("blockquote.passage mark")
        assert mark.text() == claim.attributes["data-quote"]


def test_every_link_leads_to_a_place_on_the_page_and_ids_are_unique(html: HTMLParser) -> None:
    ids = Counter(node.attributes["id"] for node in html.css("[id]"))
    assert [name for name, n in ids.items() if n > 1] == []
    hrefs = [str(node.attributes["href"]) for node in html.css("[href]")]
    assert [href for href in hrefs if not href.startswith("#") or href[1:] not in ids] == []
    assert len(hrefs) > 50


def test_both_languages_hold_the_same_claims_and_anchors(relation: Briefing) -> None:
    pages = [HTMLParser(page(relation, lang)) for lang in LANGUAGES]
    anchors = [
        [
            (n.tag, n.attributes.get("data-start"), n.attributes["data-quote"])
            for n in html.css("[data-quote]")
        ]
        for html in pages
    ]
    assert anchors[0] == anchors[1]
    assert [len(html.css("p, li, td, th, dt, dd, summary")) for html in pages[:1]] == [
        len(html.css("p, li, td, th, dt, dd, summary")) for html in pages[1:]
    ]


def test_markup_in_a_source_is_inert(html: HTMLParser) -> None:
    assert html.css("script") == []
    assert [n for n in html.css("*") if any(name.startswith("on") for name in n.attributes)] == []
    assert 'alert("x")' in html.css_first("#appendix").text()
    assert "<b>friction</b>" in html.css_first("#appendix").text()


def test_the_page_needs_nothing_from_outside_and_its_policy_fits_its_style(html: HTMLParser) -> None:
    policy = str(html.css_first("meta[http-equiv]").attributes["content"])
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    style = html.css_first("style").text()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert re.findall(r"url\(|@import", style) == []
    assert html.css("[src], [style], link, iframe, object, embed, base, form") == []


def test_headings_go_down_one_step_at_a_time(html: HTMLParser) -> None:
    levels = [int(node.tag[1]) for node in html.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_words_of_a_source_carry_its_language(html: HTMLParser, ja: Document) -> None:
    for claim in html.css("article.claim"):
        wanted = "ja" if claim.attributes["data-source"] == ja.sha256 else "en"
        assert claim.css_first("p.quote").attributes["lang"] == wanted
        assert claim.css_first("blockquote").attributes["lang"] == wanted


def test_what_could_not_be_read_is_said(html: HTMLParser) -> None:
    assert "scan.pdf" in html.css_first(".warnings").text()


def test_a_quotation_over_a_line_end_is_shown_without_it_and_kept_with_it(html: HTMLParser) -> None:
    (claim,) = html.css("article.statement")
    assert claim.attributes["data-quote"] == "「新しい\n関係が始まった」"
    assert claim.css_first("p.quote").text() == "「新しい関係が始まった」"


def test_confidence_modality_and_judgement_are_said_in_words(relation: Briefing) -> None:
    html = HTMLParser(page(relation, "en"))
    flags = Counter(node.text() for node in html.css("article.claim .flag"))
    assert flags["low confidence (30%)"] == 1
    assert flags["supposed"] == 1
    assert flags["accepted by an analyst"] == 1
    assert "Judged by an analyst: 1 of 16 findings" in html.css_first(".facts").text()


def test_notes_stand_with_their_own_text_beside_the_passage(html: HTMLParser) -> None:
    acts = html.css("article.event")
    treaty = next(act for act in acts if "新しい条約に署名" in str(act.attributes["data-quote"]))
    assert treaty.css_first(".notetext span").text() == "条約の本文、2002年5月24日。"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_page_is_as_it_was_read_and_approved(
    relation: Briefing, lang: str, snapshot: SnapshotAssertion
) -> None:
    """The style is left out: its changes are looked at in the browser, not in a diff."""
    html = re.sub(r"<style>.*</style>|'sha256-[^']*'", "", page(relation, lang), flags=re.DOTALL)
    assert html.replace(__version__, "VERSION") == snapshot(extension_class=Html)


def test_a_wrong_quotation_stops_the_briefing(ja: Document) -> None:
    from detente.errors import DetenteError

    wrong = Event(document=ja.sha256, start=0, end=3, quote="でたらめ", actors=("RUS",), targets=("USA",))
    with pytest.raises(DetenteError, match="Code the document again"):
        page(build([ja], [wrong], ("RUS", "USA")), "en")


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_stored_text_comes_back_from_html_as_it_was(text: str) -> None:
    html = HTMLParser(f'<html><body><p data-quote="{stored(text)}">x{running(text)}</p></body></html>')
    node = html.css_first("p")
    assert (node.attributes["data-quote"] or "") == text
    assert node.text() == "x" + text


@settings(deadline=None, max_examples=25)
@given(
    st.text("日本語。、\r\n <&\">'a.", min_size=1, max_size=60).filter(str.strip),
    st.data(),
)
def test_any_stretch_of_any_text_can_be_a_claim(text: str, data: st.DataObject) -> None:
    document = from_text(text, name="x")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    event = Event(document=document.sha256, start=start, end=end, quote=text[start:end], actors=("RUS",))
    for lang in LANGUAGES:
        html = HTMLParser(page(build([document], [event], ("RUS", "USA")), lang))
        assert anchors_hold(html, [document]) >= 1
        assert html.css_first("blockquote mark").text() == text[start:end]


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_anchors_hold_on_the_built_in_case(lang: str) -> None:
    from detente.coding import code

    texts = [from_text(f.read_text(encoding="utf-8"), name=f.name) for f in documents()]
    found = [finding for text in texts for finding in code(text)]
    html = HTMLParser(page(build(texts, found, DYAD), lang))
    assert anchors_hold(html, texts) > 300
    assert len(html.css("article.claim")) == sum(not isinstance(f, Note) for f in found)


@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.parametrize("lang", LANGUAGES)
def test_anchors_hold_on_the_chapter(shared: object, lang: str) -> None:
    from detente.coding import code

    text = read(Path(str(shared)) / "seed" / "chapter2.txt")
    found = code(text)
    html = HTMLParser(page(build([text], found), lang))
    assert anchors_hold(html, [text]) > 300
    assert len(html.css("article.claim")) == sum(not isinstance(f, Note) for f in found)


def test_a_finding_in_two_dossiers_stands_in_both_under_ids_of_their_own(
    ja: Document, en: Document, findings: tuple[Finding, ...]
) -> None:
    own = OwnIssue("steel", "Steel", "鉄鋼", ("steel",))
    html = HTMLParser(page(build((ja, en), findings, ("RUS", "USA"), own_issues=[own]), "ja"))
    ids = Counter(str(node.attributes["id"]) for node in html.css("[id]"))
    claims = Counter(str(node.attributes["data-id"]) for node in html.css("article.claim"))
    assert max(ids.values()) == 1
    assert sorted(claims.values())[-2:] == [2, 2]
    assert "鉄鋼" in [node.text() for node in html.css("section.dossier h3")]


def test_a_sentence_that_counts_much_lists_the_first_and_names_the_rows_of_the_rest() -> None:
    days = [f"2003-{at // 28 + 1:02}-{at % 28 + 1:02}" for at in range(MOST_LISTED + 30)]
    said = [f"On {day} Russia criticised the United States." for day in days]
    document = from_text("\n".join(said), name="long.txt")
    found = [
        Event(
            document=document.sha256,
            start=document.text.index(line),
            end=document.text.index(line) + len(line),
            quote=line,
            plover="ACCUSE",
            action="criticised",
            actors=("RUS",),
            targets=("USA",),
            date=day,
        )
        for day, line in zip(days, said, strict=True)
    ]
    html = HTMLParser(page(build([document], found, dyad=("RUS", "USA")), "en"))
    rest = html.css('.standing a[href="#chronicle"]')
    assert {node.text() for node in rest} == {"and 30 more: rows 101–130 of the chronicle"}
    assert len(html.css("article.claim")) == len(found)
    assert anchors_hold(html, [document])
