"""Codebooks: every example holds, mistakes are named, an analyst's file is put over ours."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from detente.coding import code
from detente.coding.codebook import Codebook, Entry, Example, load_codebook, parse_codebook
from detente.coding.codes import states_of
from detente.coding.en.lexicon import load as load_english
from detente.coding.ja.heads import heads
from detente.errors import DetenteError, UnknownName
from detente.findings import Event
from detente.reading import from_text

BOOK = load_codebook("ja", "events")
EXCLUSIONS = [entry for entry in BOOK.entries.values() if entry.type is None]
EXAMPLES = [(entry, example) for entry in BOOK.entries.values() for example in entry.examples]
FRAMES = "frames: {act: {actor: [が], target: [に]}}\n"


def events_by(entry: Entry, text: str) -> list[Event]:
    document = from_text(text, name="example", language="ja")
    found = [f for f in code(document, kinds=["event"]) if isinstance(f, Event)]
    return [f for f in found if f.rule.split("/")[0] == entry.id]


def fits(event: Event, example: Example) -> bool:
    return (
        event.plover == example.type
        and (example.actors is None or set(states_of(event.actors)) == set(example.actors))
        and (example.targets is None or set(states_of(event.targets)) == set(example.targets))
        and (example.actual is None or event.actual == example.actual)
    )


@pytest.mark.parametrize(("entry", "example"), EXAMPLES, ids=[e.text for _, e in EXAMPLES])
def test_every_example_of_the_codebook_holds(entry: Entry, example: Example) -> None:
    found = events_by(entry, example.text)
    if example.type is None:
        assert found == []
    else:
        assert any(fits(event, example) for event in found), found


@pytest.mark.parametrize("entry", EXCLUSIONS, ids=lambda entry: entry.id)
def test_an_entry_that_only_excludes_keeps_another_from_finding_its_examples(
    entry: Entry, tmp_path: Path
) -> None:
    without = tmp_path / "without.yaml"
    without.write_text(f"entries: [{{id: {entry.id}, heads: 乾杯する, type: ~}}]", encoding="utf-8")
    assert entry.examples
    for example in entry.examples:
        document = from_text(example.text, name="example", language="ja")
        kept, all_found = (code(document, kinds=["event"], codebooks=c) for c in ([], [without]))
        assert all_found
        assert all(f.rule.split("/")[0] in BOOK.entries for f in all_found)
        assert not [f for f in kept if f.rule.split("/")[0] in BOOK.entries]


def test_every_plover_type_has_entries_and_examples() -> None:
    typed = {entry.type for entry in BOOK.entries.values() if entry.examples}
    assert len(typed - {None, "NONE"}) == 16


def test_every_head_can_be_looked_up() -> None:
    book = heads("events")
    known = {e.id for entries in (*book.verbs.values(), *book.nouns.values()) for e in entries}
    known |= {idiom.entry.id for idioms in book.idioms.values() for idiom in idioms}
    assert known == set(BOOK.entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FRAMES + "entries: [{id: a, heads: 会う, type: CONSLT}]", 'Did you mean "CONSULT"'),
        (FRAMES + "entries: [{id: a, heads: 会う, typ: CONSULT}]", 'Did you mean "type"'),
        (FRAMES + "entries: [{id: a, heads: 会う, frame: actt}]", 'Did you mean "act"'),
        (FRAMES + "entries: [{id: a, heads: 会う, caused: SANCTON}]", 'Did you mean "SANCTION"'),
        (FRAMES + "entries: [{id: a, heads: 会う, predicted: never}]", "`predicted` is true or false"),
        (FRAMES + "entries: [{heads: 会う}]", "needs `id` and `heads`"),
        (FRAMES + "entries: [{id: a, heads: 会う}, {id: a, heads: 見る}]", "Two entries"),
        ("entries: [", "no YAML"),
        ("a word", "mapping"),
        ("- a", "needs `id`"),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(DetenteError) as raised:
        parse_codebook(text, "mine.yaml")
    assert said in str(raised.value)
    assert "mine.yaml" in str(raised.value)


def test_every_key_of_an_entry_is_in_the_reference() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "codebook.md"
    told = re.findall(r"^\| `(\w+)` \|", page.read_text(encoding="utf-8"), re.M)
    assert set(told) == {field.name for field in fields(Entry)}


def test_an_unknown_key_is_a_usage_error() -> None:
    with pytest.raises(UnknownName):
        parse_codebook(FRAMES + "entries: [{id: a, heads: 会う, colour: red}]", "mine.yaml")


def test_a_missing_codebook_is_named() -> None:
    with pytest.raises(DetenteError, match=r"nowhere\.yaml"):
        load_codebook("ja", "events", ("nowhere.yaml",))


def test_an_analysts_entry_is_put_over_ours(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "entries:\n  - {id: mine.courtesy, heads: 表敬する, type: CONSULT, frame: object}\n"
        "  - {id: consult.visit, heads: 訪問, type: SUPPORT, frame: visit}\n",
        encoding="utf-8",
    )
    document = from_text(
        "インドの首相は日本を訪問した。インドの首相は米国の大統領を表敬した。", name="x", language="ja"
    )
    found = [f for f in code(document, kinds=["event"], codebooks=[mine]) if isinstance(f, Event)]
    assert [f.plover for f in found] == ["SUPPORT", "CONSULT"]


def test_merging_keeps_what_only_one_of_two_books_has() -> None:
    one = Codebook("ja", entries={"a": Entry("a", "AGREE", ("約す",)), "b": Entry("b", "AID", ("助ける",))})
    two = Codebook("ja", entries={"b": Entry("b", "SUPPORT", ("助ける",))})
    merged = one.merged(two).entries
    assert (merged["a"].type, merged["b"].type) == ("AGREE", "SUPPORT")


MIXED = """
- {lang: en, id: en-toast, plover: SUPPORT, verbs: [toast]}
- {lang: ja, id: ja-toast, type: SUPPORT, heads: 乾杯する}
- {lang: ru, id: ru-toast, type: SUPPORT, heads: чествовать}
"""


def test_one_file_serves_several_languages(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(MIXED, encoding="utf-8")
    assert "en-toast" in {e.id for es in load_english([mine]).entries.values() for e in es}
    for language in ("ja", "ru"):
        added = {i for i in load_codebook(language, "events", (str(mine),)).entries if i.endswith("-toast")}
        assert added == {f"{language}-toast"}


def test_a_file_for_one_language_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "language: en\nentries:\n- {id: en-toast, plover: SUPPORT, verbs: [toast]}\n", encoding="utf-8"
    )
    assert load_codebook("ja", "events", (str(mine),)).entries == BOOK.entries
    assert ("v", "toast") in load_english([mine]).entries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {lang: de, id: a, heads: x}", '"de"'),
        (
            "- {lang: en, id: a, plover: AID, verbs: [x]}\n- {id: b, heads: 会う}",
            '"b" does not say its language',
        ),
        ("- {id: b, plover: AID, verbs: [x]}", "needs `id` and `heads`"),
    ],
)
def test_mistakes_about_the_language_are_named(text: str, said: str) -> None:
    with pytest.raises(DetenteError, match=said):
        parse_codebook(text, "mine.yaml", language="ja")
