"""The sentences of the briefing: both catalogues whole, dates and numbers as each language has them."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

import detente.brief
from detente.brief.dates import date_words
from detente.brief.words import LANGUAGES, Message, Words, messages
from detente.errors import UnknownName


def names(message: Message) -> set[str]:
    """What a message wants filled in."""
    forms = message.values() if isinstance(message, dict) else [message]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_both_catalogues_have_the_same_messages() -> None:
    assert set(messages("en")) == set(messages("ja"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_written_over_by_a_later_one(lang: str) -> None:
    path = Path(detente.brief.__file__).parent / "messages" / f"{lang}.yaml"
    keys = re.findall(r"^(\S[^:]*):", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("key", messages("en"))
def test_a_message_wants_the_same_in_both_languages(key: str) -> None:
    english, japanese = names(messages("en")[key]), names(messages("ja")[key])
    assert english == japanese


@pytest.mark.parametrize("lang", LANGUAGES)
def test_counted_messages_have_every_form_of_their_language(lang: str) -> None:
    forms = Locale.parse(lang).plural_form.tags | {"other"}
    counted = [m for m in messages(lang).values() if isinstance(m, dict)]
    assert [m for m in counted if set(m) != forms] == []


def test_every_message_is_used_somewhere() -> None:
    package = Path(detente.brief.__file__ or "").parent
    code = "".join(p.read_text(encoding="utf-8") for p in package.rglob("*") if p.suffix in (".py", ".j2"))
    literal = set(re.findall(r'"([a-z]+(?:\.[\w-]+)*)"', code))
    families = set(re.findall(r'"([a-z]+(?:\.[a-z]+)?\.)(?:"|\{)', code)) | {"sign.", "status."}
    assert [k for k in messages("en") if k not in literal and not k.startswith(tuple(families))] == []


def test_japanese_messages_are_japanese() -> None:
    bare = {key: re.sub(r"\{\w+\}", "", str(message)) for key, message in messages("ja").items()}
    latin = {key for key, message in bare.items() if re.search("[A-Za-z]{4}", message)}
    assert {key for key in latin if not re.search("[ぁ-んァ-ヶ一-龠]", bare[key])} == set()


@pytest.mark.parametrize(
    ("edtf", "english", "japanese"),
    [
        ("2003-05-28", "28 May 2003", "2003年5月28日"),
        ("2003-05", "May 2003", "2003年5月"),
        ("2003", "2003", "2003年"),
        ("2003-09-24/2003-09-27", "24–27 Sept 2003", "2003年9月24日～27日"),
        ("2003-05/2003-09", "May 2003 to September 2003", "2003年5月から2003年9月"),
        ("../2003-03", "until March 2003", "2003年3月まで"),
        ("2001-09-11/..", "from 11 September 2001", "2001年9月11日以降"),
        ("199X", "the 1990s", "1990年代"),
        ("18XX", "the 1800s", "1800年代"),
        ("2003~", "about 2003", "2003年頃"),
        ("2003-22", "summer 2003", "2003年夏"),
        (None, "undated", "日付なし"),
    ],
)
def test_dates_in_words(edtf: str | None, english: str, japanese: str) -> None:
    assert (date_words(edtf, Words("en")), date_words(edtf, Words("ja"))) == (english, japanese)


def test_plural_and_figures() -> None:
    words = Words("en")
    assert words("dossier.count", n=1) == "1 finding"
    assert words("dossier.count", n=1234) == "1,234 findings"
    assert Words("ja")("dossier.count", n=1234) == "記録1,234件"


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="Known: en, ja"):
        Words("fr")
