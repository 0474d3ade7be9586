"""Encodings found out on short texts, given by the user, and refused."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName, UnreadableSource
from detente.reading.encoding import decode

JAPANESE = (
    "ロシアのプーチン大統領は二十四日、モスクワで米大統領と会談し、"
    "戦略核の削減条約に署名した。両首脳は共同宣言も出した。"
)
KANJI = "日米両国外相会談"
RUSSIAN = "Президенты России и США подписали договор о сокращении вооружений."
CAPITALS = "РОССИЯ И США ПОДПИСАЛИ ДОГОВОР"
FRENCH = "Le président a été reçu à l’Élysée où l’été dernier…"


@pytest.mark.parametrize(
    "text", [JAPANESE, JAPANESE[:20], KANJI, "ﾛｼｱの大統領が来日した。", f"{JAPANESE}\r\n" * 50]
)
@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp_ext"],
)
def test_japanese(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), where="f.txt").text == text


@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN[:20], CAPITALS, f"{RUSSIAN}\n" * 50])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8_r", "cp866"]
)
def test_russian(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), where="f.txt").text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "cp1252"])
def test_western(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), where="f.txt").text == FRENCH


def test_line_ends_are_kept_and_the_mark_is_not() -> None:
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\n", where="f.txt").text == "a\r\nb\rc\n"


def test_a_given_encoding_goes_before_all_else() -> None:
    assert decode(RUSSIAN.encode("cp1251"), where="f.txt", encoding="cp1252").text != RUSSIAN
    assert decode(JAPANESE.encode("cp932"), where="f.txt", encoding="shift_jis").text == JAPANESE


def test_a_wrong_encoding_is_refused_with_the_place() -> None:
    with pytest.raises(
        UnreadableSource, match=r"f\.txt: Byte 3 \(found 8d\) is not utf-8.*Known|known"
    ) as error:
        decode(b"abc\x8d", where="f.txt", encoding="utf-8")
    assert error.value.hint is not None


def test_an_unknown_encoding_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match='Did you mean "shift_jis"'):
        decode(b"abc", where="f.txt", encoding="shift-jiss")


def test_noise_is_refused() -> None:
    noise = bytes((i * 7919) % 256 for i in range(1, 4000))
    with pytest.raises(UnreadableSource, match="No encoding gives a plausible text"):
        decode(noise, where="f.txt")
