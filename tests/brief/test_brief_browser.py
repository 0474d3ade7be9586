"""The briefing in a real browser: keyboard, policy, narrow screens, without JavaScript, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from detente.brief import Briefing, write_briefing

pytestmark = pytest.mark.browser

CHROMIUM = next(
    (p for p in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser")) if p.exists()), None
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here (on Debian: apt-get install chromium fonts-noto-cjk)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module", params=["en", "ja"])
def path(
    request: pytest.FixtureRequest, relation: Briefing, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return write_briefing(relation, tmp_path_factory.mktemp("briefing"), request.param)


@pytest.fixture
def opened(chromium: Any, path: Path) -> Iterator[Any]:
    """The briefing in a window; afterwards nothing was complained of and nothing asked of the network."""
    page = chromium.new_page(viewport={"width": 1100, "height": 900})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    yield page
    page.close()
    assert said == []
    assert asked == [path.as_uri()]


def test_a_claims_evidence_opens_by_keyboard_and_is_the_right_passage(
    opened: Any, relation: Briefing
) -> None:
    claim = opened.locator("article.claim.statement").first
    passage = claim.locator("blockquote.passage")
    assert not passage.is_visible()
    claim.locator("summary").first.focus()
    opened.keyboard.press("Enter")
    assert passage.is_visible()
    quote = claim.get_attribute("data-quote")
    source = relation.by_hash[claim.get_attribute("data-source")]
    start, end = int(claim.get_attribute("data-start")), int(claim.get_attribute("data-end"))
    assert passage.locator("mark").evaluate("node => node.textContent") == quote == source.text[start:end]
    around = passage.evaluate("node => node.textContent")
    assert around in source.text
    assert len(around) > len(quote)
    assert source.name in claim.locator("summary").first.inner_text()


def test_the_keyboard_reaches_the_text_first_by_the_skip_link(opened: Any) -> None:
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("location.hash") == "#main"


def test_a_link_of_the_chronicle_leads_to_its_claim_and_on_to_the_full_text(opened: Any) -> None:
    opened.locator("#chronicle td.refs a").first.press("Enter")
    target = opened.evaluate("location.hash")
    claim = opened.locator(f"[id='{target[1:]}']")
    claim.locator("summary").first.press("Enter")
    claim.locator(".opened a").first.press("Enter")
    marked = opened.locator(f"[id='{opened.evaluate('location.hash')[1:]}']")
    quote = claim.get_attribute("data-quote")
    assert quote.startswith(marked.evaluate("node => node.textContent"))


def test_hiding_claims_of_low_confidence_needs_no_script(opened: Any) -> None:
    low = opened.locator("article.claim.low").first
    assert low.is_visible()
    opened.locator("#hide-low").press("Space")
    assert not low.is_visible()
    assert opened.locator("article.claim:not(.low)").first.is_visible()


def test_a_markup_in_a_source_did_not_run(opened: Any) -> None:
    assert opened.evaluate("document.scripts.length") == 0


@pytest.mark.parametrize("width", [320, 768])
def test_narrow_screens_need_no_sideways_scrolling(chromium: Any, path: Path, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 700})
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_without_javascript_the_evidence_still_opens(chromium: Any, path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    claim = page.locator("article.claim.outlook").first
    claim.locator("summary").first.press("Enter")
    assert claim.locator("blockquote.passage").is_visible()
    context.close()


def test_japanese_words_are_set_in_a_japanese_font(chromium: Any, path: Path) -> None:
    page = chromium.new_page()
    page.goto(path.as_uri())
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    found = {"nodeId": root, "selector": "p.quote[lang=ja]"}
    node = session.send("DOM.querySelector", found)["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    most = max(fonts, key=lambda font: font["glyphCount"])["familyName"]
    assert any(name in most for name in ("CJK JP", "Mincho", "Serif JP", "Gothic")), fonts
    page.close()


def test_it_prints_on_pages_with_every_quotation(chromium: Any, path: Path, tmp_path: Path) -> None:
    import pypdfium2

    page = chromium.new_page()
    page.goto(path.as_uri())
    page.pdf(path=str(tmp_path / "briefing.pdf"), format="A4", prefer_css_page_size=True)
    quotes = page.locator("article.claim").evaluate_all("nodes => nodes.map(n => n.dataset.quote)")
    page.close()
    pdf = pypdfium2.PdfDocument(tmp_path / "briefing.pdf")
    text = "".join(leaf.get_textpage().get_text_range() for leaf in pdf)
    assert 2 <= len(pdf) <= 12
    printed = "".join(text.split())
    assert [quote for quote in quotes if "".join(quote.split()) not in printed] == []
