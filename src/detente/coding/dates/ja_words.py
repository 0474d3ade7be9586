"""The words and number forms that Japanese dates are made of."""

from __future__ import annotations

from detente.coding.dates.mention import Base, Point

REF, DOC = Base.REFERENCE, Base.DOCUMENT

# Same-length replacements, so that offsets stay: full-width digits and signs, kinds of dashes.
PLAIN = str.maketrans(
    "０１２３４５６７８９．／，＇’‘‐‑‒–—―－−〜～∼（）Ｈ\u3000ＳＴＭＲ",
    "0123456789./,'''--------~~~()H STMR",
)

ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
ERAS |= {"M": 1867, "T": 1911, "S": 1925, "H": 1988, "R": 2018}

YEARS = {
    "同年": Point(base=REF, years=0),
    "同じ年": Point(base=REF, years=0),
    "その年": Point(base=REF, years=0),
    "翌年": Point(base=REF, years=1),
    "その翌年": Point(base=REF, years=1),
    "翌々年": Point(base=REF, years=2),
    "前年": Point(base=REF, years=-1),
    "その前年": Point(base=REF, years=-1),
    "前々年": Point(base=REF, years=-2),
    "今年": Point(base=DOC, years=0),
    "本年": Point(base=DOC, years=0),
    "当年": Point(base=REF, years=0),
    "昨年": Point(base=DOC, years=-1),
    "去年": Point(base=DOC, years=-1),
    "一昨年": Point(base=DOC, years=-2),
    "おととし": Point(base=DOC, years=-2),
    "来年": Point(base=DOC, years=1),
    "再来年": Point(base=DOC, years=2),
    "年内": Point(base=DOC, years=0),
    "年末": Point(base=DOC, years=0, month=12),
    "年初": Point(base=DOC, years=0, month=1),
    "年頭": Point(base=DOC, years=0, month=1),
}
MONTHS = {
    "同月": Point(base=REF, months=0),
    "同じ月": Point(base=REF, months=0),
    "翌月": Point(base=REF, months=1),
    "前月": Point(base=REF, months=-1),
    "今月": Point(base=DOC, months=0),
    "本月": Point(base=DOC, months=0),
    "先月": Point(base=DOC, months=-1),
    "先々月": Point(base=DOC, months=-2),
    "来月": Point(base=DOC, months=1),
    "再来月": Point(base=DOC, months=2),
    "月内": Point(base=DOC, months=0),
    "月末": Point(base=DOC, months=0),
}
DAYS = {
    "同日": Point(base=REF, days=0),
    "同じ日": Point(base=REF, days=0),
    "翌日": Point(base=REF, days=1),
    "翌々日": Point(base=REF, days=2),
    "前日": Point(base=REF, days=-1),
    "前々日": Point(base=REF, days=-2),
    "本日": Point(base=DOC, days=0),
    "昨日": Point(base=DOC, days=-1),
    "きのう": Point(base=DOC, days=-1),
    "一昨日": Point(base=DOC, days=-2),
    "おととい": Point(base=DOC, days=-2),
    "明日": Point(base=DOC, days=1),
    "あす": Point(base=DOC, days=1),
    "明後日": Point(base=DOC, days=2),
}
WEEKS = {
    "先週": Point(base=DOC, weeks=-1),
    "今週": Point(base=DOC, weeks=0),
    "来週": Point(base=DOC, weeks=1),
}

SEASONS = {"春": (21, 21), "夏": (22, 22), "秋": (23, 23), "冬": (24, 24)}
PARTS = SEASONS | {
    "上半期": (1, 6),
    "下半期": (7, 12),
    "上期": (1, 6),
    "下期": (7, 12),
    "第1四半期": (1, 3),
    "第2四半期": (4, 6),
    "第3四半期": (7, 9),
    "第4四半期": (10, 12),
    "第一四半期": (1, 3),
    "第二四半期": (4, 6),
    "第三四半期": (7, 9),
    "第四四半期": (10, 12),
}
# 今春, 昨秋, 来夏, 同春, 翌春: the year of a season in one character.
SEASON_YEARS = {
    "今": (DOC, 0),
    "昨": (DOC, -1),
    "来": (DOC, 1),
    "同": (REF, 0),
    "翌": (REF, 1),
    "前": (REF, -1),
}

# A number with 日 or 年 before one of these counts days or years.
DURATION = (
    "間",
    "ぶり",
    "振り",
    "目",
    "連続",
    "以内",
    "ほど",
    "程",
    "以上",
    "余",
    "近く",
    "近い",
    "あまり",
    "もの",
    "がかり",
    "おき",
    "遅れ",
    "早く",
    "分の",
    "分を",
    "分に",
    "越し",
    "来の",
    "にわた",
    "に及",
    "にも及",
    "足らず",
    "未満",
    "たら",
    "単位",
    "当たり",
    "毎",
    "周年",
    "がすぎ",
    "が過ぎ",
    "が経",
    "を経",
)

_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int:
    """The value of a number in digits, in kanji with powers (四十七) or by place (二〇〇三)."""
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, None
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (1 if digit is None else digit) * _TENS[c]
            digit = None
    return total + (digit or 0)
