"""What holds for the mentions of every text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UnknownName
from detente.ontology import mentions

PIECES = {
    "ja": (
        "露米両大統領 日中 対 米 ロシア の プーチン 大統領 外相 国防省 ・ 駐日 大使 は 。 両国 首脳会談"
        " 政権 側 麻生 2002年 ウラジーミル ガルージン 軍 中国 国交"
    ),
    "en": (
        "Russian President Vladimir Putin 's of the U.S. Moscow in Foreign Minister Smith , . - Jordan and"
        " two sides anti- Administration 1999 Sino-Soviet ambassador to"
    ),
    "ru": (
        "президент России Путина Сергей Лавров МИД США стороны в Москве и , . министр"
        " обороны 2014 пресс-секретарь российско-американский"
    ),
}


@pytest.mark.parametrize("language", sorted(PIECES))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_mentions_are_ordered_apart_and_inside(language: str, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.sampled_from(PIECES[language].split()), max_size=20))
    text = data.draw(st.sampled_from(["", " "])).join(pieces)
    date = data.draw(st.sampled_from([None, "2002-05-24", "1995", "2001-09-11/..", "../2003-03"]))
    reached = 0
    for mention in mentions(text, language, date):
        assert reached <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == text[mention.start : mention.end].strip()
        assert all(mention.actors)
        assert len(set(mention.actors)) == len(mention.actors)
        reached = mention.end


@pytest.mark.parametrize("language", sorted(PIECES))
@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_can_be_read(language: str, text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in mentions(text, language))


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(UnknownName, match='Unknown language "fr"'):
        mentions("La Russie", "fr")
