"""Katakana names in Latin letters, after the Hepburn way of writing sounds."""

from __future__ import annotations

_ROWS = """
ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi
ツ tsu テ te ト to
ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo
ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo
ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ヰ i ヱ e
キャ kya キュ kyu キョ kyo シャ sha シュ shu ショ sho チャ cha チュ chu チョ cho ニャ nya ニュ nyu ニョ nyo
ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ギャ gya ギュ gyu ギョ gyo
ジャ ja ジュ ju ジョ jo
ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ファ fa フィ fi フェ fe
フォ fo
ヴァ va ヴィ vi ヴェ ve ヴォ vo ティ ti ディ di トゥ tu
ドゥ du
チェ che ジェ je シェ she ウィ wi ウェ we ウォ wo
ツァ tsa ツィ tsi ツェ tse ツォ tso イェ ye テュ tyu
デュ dyu フュ fyu ヴュ vyu クァ kwa クィ kwi クェ kwe クォ kwo
"""
_SOUNDS = dict(zip(_ROWS.split()[::2], _ROWS.split()[1::2], strict=True))


def latin(katakana: str) -> str:
    """A katakana name in Latin letters, capitalised: "ガルージン" is "Garujin"; other signs are kept."""
    return " ".join(_word(part).capitalize() for part in katakana.replace("＝", "・").split("・") if part)


def _word(part: str) -> str:
    out, i, double = [], 0, False
    while i < len(part):
        if part[i] in "ッー":
            double = double or part[i] == "ッ"
            i += 1
            continue
        width = 2 if part[i : i + 2] in _SOUNDS else 1
        sound = _SOUNDS.get(part[i : i + width], part[i])
        out.append(sound[0] + sound if double and sound[0] not in "aeiou" else sound)
        double, i = False, i + width
    return "".join(out)


_V_AND_B = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))


def spellings(name: str) -> tuple[str, ...]:
    """A katakana name as written, with every v as b, and with every b as v: サーカシビリ, サーカシヴィリ."""
    with_b, with_v = name, name
    for v, b in _V_AND_B:
        with_b = with_b.replace(v, b)
    if len(name) < 4:
        return tuple(dict.fromkeys((name, with_b)))
    for v, b in _V_AND_B:
        with_v = with_v.replace(b, v)
    return tuple(dict.fromkeys((name, with_b, with_v)))
