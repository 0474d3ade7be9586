"""The tail of a predicate: voice, polarity, aspect, modality, and how its clause goes on."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente.coding.ja.lexicon import lemma, table
from detente.coding.ja.modality import modal_phrase
from detente.coding.ja.tokens import QUOTED, Token
from detente.coding.ja.words import Words, word_set


class Tail(NamedTuple):
    """What follows a predicate's stem.

    `marks` holds any of: passive, causative, negative, past, progressive, want, volitional, potential,
    obligation, hedged, reported, possible, feared, planned, scheduled, predicted, unlikely, benefactive,
    repeated, mutual, humble (said of oneself), attempt (〜しようとする), question. `link` says how the
    clause goes on: final, renyo, te, teha, ba, to, tara, nara, ga, shi, node, kara, while, tomoni,
    you (〜よう), asif (〜かのように), adnominal (before a noun), quote (と), quote-adnominal (との, という),
    nominal (の), or the connective noun itself (ため, 一方, …).
    `stop` is the token after the predicate without modal phrases, `end` the token after all of it.
    """

    marks: frozenset[str]
    link: str
    stop: int
    end: int


_AUXILIARY = {
    "れる": "passive", "られる": "passive", "せる": "causative", "させる": "causative", "ない": "negative",
    "ず": "negative", "ぬ": "negative", "無い": "negative", "まい": "negative", "た": "past", "たい": "want",
    "べし": "obligation", "う": "volitional", "らしい": "hedged", "だろう": "hedged",
}  # fmt: skip
_AFTER_TE = {
    "居る": "progressive", "おる": "progressive", "有る": "progressive", "来る": "repeated", "行く": "",
    "置く": "", "仕舞う": "", "貰う": "benefactive", "頂く": "benefactive", "呉れる": "benefactive",
    "下さる": "benefactive", "見せる": "", "参る": "humble", "みる": "", "見る": "",
}  # fmt: skip
_AFTER_STEM = {
    "続ける": "repeated", "始める": "", "出す": "", "合う": "mutual", "掛ける": "", "直す": "", "過ぎる": "",
    "得る": "possible", "兼ねる": "feared", "出来る": "potential", "為る": "", "致す": "humble",
    "申し上げる": "humble", "続く": "repeated",
    "難い": "potential", "易い": "", "がたい": "negative",
}  # fmt: skip
_CONNECTIVES = word_set(
    """
    ため 為 一方 際 場合 限り とき 時 後 のち 前 うえ 上 中 なか 以上 結果 反面 半面 ところ 代わり
    かわり たび まま ほか 直後 直前 以降 以来 もの 途端 限りは 末 あと くらい ほど だけ
    """
)
_AFTER_CONNECTIVE = word_set("に で は も から と 、 。 だ の")
_NOUNISH = frozenset({"名詞", "代名詞", "接頭辞", "連体詞", QUOTED})
_QUOTING = (
    ("との", "quote-adnominal"),
    ("という", "quote-adnominal"),
    ("といった", "quote-adnominal"),
    ("とともに", "tomoni"),
    ("と共に", "tomoni"),
    ("として", "quote"),
    ("とは", "quote"),
    ("とも", "quote"),
)
_GOING_ON = (  # 交渉に失敗するなどして, 深まるほど、
    ("などをして", "te"),
    ("などして", "te"),
    ("などし、", "renyo"),
    ("ほど、", "ほど"),
    ("かのように", "asif"),
    ("かの様に", "asif"),
)
_NOT_AFTER_KANE = {"ない": 2, "なかっ": 2, "なく": 2, "ず": 2, "ぬ": 2, "ませ": 3}
_RESTATING = frozenset({"改めて", "強く", "繰り返し", "重ねて", "明確に", "公に"})
_STILL_SAYING = frozenset({"い", "いる", "おり", "きた", "き", "も", "は"})
_PARTICLE_LINKS = {
    "て": "te", "で": "te", "ば": "ba", "が": "ga", "けれど": "ga", "けれども": "ga", "けど": "ga",
    "から": "kara", "し": "shi", "ながら": "while", "つつ": "while", "と": "to", "のに": "ga",
    "ので": "node", "たり": "te", "ちゃ": "te",
}  # fmt: skip


def read_tail(words: Words, i: int) -> Tail:
    """Read on from token `i`, the first after the predicate's stem."""
    tokens, marks, stop = words.tokens, set[str](), 0
    while i < len(tokens):
        modal = modal_phrase(words.text, words.places[i])
        if modal is not None and (after := words.token_at(modal[1])) is not None:
            stop = stop or i
            marks.add(modal[0])
            i = after
            continue
        step, mark = _auxiliary(tokens, i)
        if not step:
            break
        if tokens[i].norm == "兼ねる" and i + 1 < len(tokens):
            step = _NOT_AFTER_KANE.get(tokens[i + 1].surface, step)  # 再燃しかねない, 招きかねません
        marks.add(mark)
        i += step
    link, end = _link(words, i)
    if link == "question" and words.text.startswith(("かどうか", "か否か"), words.places[i]):
        marks.add("whether")
    return Tail(frozenset(marks - {""}), link, stop or i, end)


def _auxiliary(tokens: list[Token], i: int) -> tuple[int, str]:
    """How many tokens the auxiliary at `i` takes (0: none) and what it marks."""
    token = tokens[i]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.sub == "接続助詞" and token.surface in ("て", "で") and following is not None:
        if following.surface.startswith("のけ"):  # 言ってのける, not 退ける
            return 2, ""
        helper = _AFTER_TE.get(following.norm)
        return (2, helper) if helper is not None and following.sub == "非自立可能" else (0, "")
    if token.pos == "助動詞":
        return 1, _AUXILIARY.get(token.norm, "")
    if token.pos in ("動詞", "接尾辞", "形容詞") and (
        token.sub != "一般" or token.norm in ("続ける", "合う")
    ):
        if token.norm == "無い":
            return 1, "negative"
        if token.norm == "有る" and i and tokens[i - 1].norm == "だ":
            return 1, ""
        mark = _AFTER_STEM.get(token.norm)
        return (1, mark) if mark is not None else (0, "")
    if token.surface in ("は", "も") and following is not None and following.norm in ("無い", "為る", "有る"):
        return 1, ""
    return 0, ""


def _link(words: Words, i: int) -> tuple[str, int]:
    """How the clause goes on at token `i`, and the token after the word that says so."""
    tokens = words.tokens
    if i >= len(tokens):
        return ("final" if not i or tokens[i - 1].form != "連用形" else "renyo"), i
    last, token = tokens[i - 1], tokens[i]
    if token.pos == "助詞" and (found := _particle_link(words, i)):
        return found
    if token.surface in ("よう", "様") and token.pos in ("形状詞", "名詞"):
        if _surface(tokens, i + 1) == "な":
            return "adnominal", i + 2
        return "you", i + (2 if _surface(tokens, i + 1) == "に" else 1)
    if token.surface == "等" and _surface(tokens, i + 1) == "、":  # 演習を行う等、
        return "renyo", i + 1
    if token.surface in _CONNECTIVES and token.pos in ("名詞", "接尾辞") and (end := _connective(tokens, i)):
        return ("ga" if token.surface == "もの" else token.surface), end
    if last.form == "仮定形":
        return ("nara" if last.norm == "だ" else "tara" if last.norm == "た" else "ba"), i
    if last.form == "連用形":
        return "renyo", i
    if token.pos in _NOUNISH or token.pos in ("形状詞", "動詞", "副詞", "形容詞", "接尾辞"):
        return "adnominal", i
    return "final", i


def _particle_link(words: Words, i: int) -> tuple[str, int] | None:
    tokens, text, at = words.tokens, words.text, words.places[i]
    token = tokens[i]
    for spelling, link in _QUOTING:
        end = words.token_at(at + len(spelling)) if text.startswith(spelling, at) else None
        if end is None or (link == "quote-adnominal" and _surface(tokens, end) in ("", "。", "、")):
            continue
        if spelling != "として" or _surface(tokens, end) not in _STILL_SAYING:
            return link, end
    if token.surface == "と":
        return ("to" if token.sub == "接続助詞" and not _is_said(tokens, i + 1) else "quote"), i + 1
    for spelling, link in _GOING_ON:
        end = words.token_at(at + len(spelling)) if text.startswith(spelling, at) else None
        if end is not None:
            return link, end
    if token.sub == "準体助詞":
        for spelling in ("のに対して", "のに対し"):  # 日本が批判したのに対し、中国は反論した
            end = words.token_at(at + len(spelling)) if text.startswith(spelling, at) else None
            if end is not None and _surface(tokens, end) != "て":
                return "while", end
        if _surface(tokens, i + 1) in ("で", "に") and _surface(tokens, i + 2) in ("、", ""):
            return ("node" if tokens[i + 1].surface == "で" else "ga"), i + 2
        return "nominal", i
    if token.sub == "接続助詞":
        link = _PARTICLE_LINKS.get(token.surface, "te")
        topic = _surface(tokens, i + 1) in ("は", "も") and link == "te"
        return ("teha" if topic else link), i + (2 if topic else 1)
    if token.surface in ("か", "かどうか"):
        return "question", i + 1
    if token.sub == "終助詞":
        return "final", i + 1
    return None


def _is_said(tokens: list[Token], i: int) -> bool:
    """Whether a verb of saying follows, an adverb between: 監視を続けると(改めて)約束した."""
    while i < len(tokens) and (tokens[i].pos == "副詞" or tokens[i].surface in _RESTATING):
        i += 1
    return i < len(tokens) and tokens[i].norm in _saying()


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    data = table("statements")
    words = str(data["saying"]).split()
    other = str(data["viewing"]).split()
    return frozenset(lemma(w).removesuffix("する") for w in words if w not in other) - {""}


def _connective(tokens: list[Token], i: int) -> int:
    """The token after a connective noun and its particles; 0 when it is an ordinary noun here."""
    after = _surface(tokens, i + 1)
    if tokens[i].surface == "もの":
        return i + 2 if after == "の" and _surface(tokens, i + 2) == "、" else 0
    if after and after not in _AFTER_CONNECTIVE and tokens[i].surface not in ("一方", "ため", "以上", "限り"):
        return 0
    end = i + 1
    while _surface(tokens, end) in ("に", "で", "は", "も", "から"):
        end += 1
    return 0 if _surface(tokens, end) in ("の", "が", "を") else end


def _surface(tokens: list[Token], i: int) -> str:
    return tokens[i].surface if i < len(tokens) else ""
