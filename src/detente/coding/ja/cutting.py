"""Cutting a stretch of words into phrases, left to right."""

from __future__ import annotations

from detente.coding.ja.chunks import (
    ADVERB,
    CONJUNCTION,
    MODIFIER,
    NOUN,
    PREDICATE,
    TIME_SUFFIXES,
    Chunk,
)
from detente.coding.ja.particles import marking, plain_marking
from detente.coding.ja.predicates import read_tail
from detente.coding.ja.tokens import QUOTED, Token
from detente.coding.ja.words import Words, word_set

_MANNERS = frozenset({"断ずる", "断じる", "重ねる", "揃う", "併せる", "合わせる", "挙る"})
_MANNER_NOUNS = frozenset({"一貫", "継続", "徹底", "連続", "率先"})
_NOUN_POS = frozenset({"名詞", "代名詞", "接頭辞", "接尾辞", QUOTED})
_JOINERS = word_set("・ ･ − － - ‐ 〜 ～ ~ / ／ ＝ – ％ %")
_PARTICLE_POS = frozenset({"助詞", "接尾辞", "助動詞"})
_WITH_TOSHITE = word_set("依然 主 断固 時 毅然 全体 公然 漠然")
_SURU = frozenset({"為る", "出来る", "致す", "為さる", "頂く"})
_DEICTIC = frozenset({"そう", "こう", "ああ", "どう", "然う", "斯う"})
_FORMAL = frozenset({"こと", "事", "もの", "旨", "点"})
_TEMPORAL = word_set(
    "今年 去年 昨年 来年 今日 昨日 明日 現在 当時 今回 前回 今後 最近 近年 今月 先月 来月 同日 同年"
)


def chunk(words: Words) -> list[Chunk]:
    """Cut a stretch of words into phrases, left to right."""
    chunks: list[Chunk] = []
    tokens, i = words.tokens, 0
    while i < len(tokens):
        token = tokens[i]
        if token.pos in ("補助記号", "記号", "空白") and token.surface not in _JOINERS:
            if chunks and token.surface in "、，,―─…":
                chunks[-1].comma = True
            i += 1
            continue
        made, i = _next(words, i)
        if made is not None:
            chunks.append(made)
    return chunks


def _next(words: Words, i: int) -> tuple[Chunk | None, int]:
    token = words.tokens[i]
    if token.surface in _WITH_TOSHITE and words.text.startswith(
        "として", words.places[i] + len(token.surface)
    ):
        return _simple(words, i, ADVERB), i + 4
    if token.norm in _MANNER_NOUNS and _leans_on_verb(words.tokens[i + 2 : i + 4]):
        return _simple(words, i, ADVERB), i + 3  # 一貫して求めてきた
    if token.pos in _NOUN_POS or (token.pos == "形状詞" and token.sub != "助動詞語幹"):
        return _noun(words, i)
    if token.pos == "動詞":
        if token.surface in ("引き続き", "引続き") and words.tokens[i + 1 : i + 2]:
            return _simple(words, i, ADVERB), i + 1
        if token.surface == "繰り返し" and _goes_on(words.tokens[i + 1 : i + 2]):
            return _simple(words, i, ADVERB), i + 1
        if token.norm in _MANNERS and _leans_on_verb(words.tokens[i + 1 : i + 3]):
            return _simple(words, i, ADVERB), i + 2
        return _predicate(words, i, i + 1, token.norm)
    if token.pos == "形容詞":
        return _adjective(words, i)
    if token.pos == "連体詞":
        return _simple(words, i, MODIFIER), i + 1
    if token.pos == "副詞":
        following = words.tokens[i + 1 : i + 3]
        if token.surface in _DEICTIC and [t.surface for t in following] == ["し", "た"]:
            return _simple(words, i, MODIFIER), i + 3
        return _simple(words, i, ADVERB), i + 1
    if token.pos == "接続詞":
        return _simple(words, i, CONJUNCTION), i + 1
    if token.pos == "助動詞" and token.norm == "だ":
        return _predicate(words, i, i, "だ")
    if token.sub == "準体助詞":
        return _marked(words, i, i + 1)
    return None, i + 1


def _goes_on(following: list[Token]) -> bool:
    """繰り返し求めた, 繰り返し強く非難した: a verb, or an adverb, stands right behind."""
    return bool(following) and (following[0].pos in ("動詞", "副詞", "形容詞") or following[0].verbal_noun)


def _leans_on_verb(following: list[Token]) -> bool:
    """重ねて示した, 揃って訪れた: て and at once another verb."""
    if len(following) < 2 or following[0].surface != "て":
        return False
    return (following[1].pos == "動詞" and following[1].sub == "一般") or following[1].verbal_noun


def _simple(words: Words, i: int, kind: str) -> Chunk:
    token = words.tokens[i]
    return Chunk(
        kind, [token], token.start, token.end, token.end, lemma=token.norm, adnominal=kind == MODIFIER
    )


def _adjective(words: Words, i: int) -> tuple[Chunk, int]:
    token, tokens = words.tokens[i], words.tokens
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        token.form == "連用形"
        and following is not None
        and following.pos not in ("助詞", "助動詞", "補助記号")
        and following.norm != "無い"
    ):
        return _simple(words, i, ADVERB), i + 1
    if following is not None and following.surface == "とも" and token.form == "連用形":
        return _simple(words, i, ADVERB), i + 2
    if following is not None and following.surface == "ば" and token.norm in ("早い", "遅い"):
        return _simple(words, i, ADVERB), i + 2  # 早ければ今月末に
    if following is not None and following.surface == "と" and token.norm == "少ない":
        return _simple(words, i, ADVERB), i + 3
    return _predicate(words, i, i + 1, token.norm)


def _noun(words: Words, i: int) -> tuple[Chunk, int]:
    tokens, j = words.tokens, i
    while j < len(tokens) and _in_group(tokens, i, j):
        j += 1
    content = tokens[i:j]
    following = tokens[j] if j < len(tokens) else None
    if following is not None and following.pos == "動詞" and following.norm in _SURU and _takes_suru(content):
        made, end = _predicate(words, i, j + 1, _stem(content) + "する")
        if following.norm == "出来る":
            made.tail = made.tail._replace(marks=made.tail.marks | {"potential"})
        return made, end
    if following is not None and _quotes(content[-1], following):
        made = Chunk(NOUN, content, content[0].start, content[-1].end, following.start, case="と")
        made.stop = following.start if following.surface in _FORMAL else following.end
        made.adnominal = following.surface in _FORMAL
        return made, j + (not made.adnominal)
    if content[-1].pos == "形状詞" or content[-1].third == "形状詞可能" or content[-1].sub == "形状詞的":
        adjectival = _na_adjective(words, i, j)
        if adjectival is not None:
            return adjectival
    copula = following is not None and following.pos == "助動詞" and following.surface != "に"
    if copula and following is not None and following.norm in ("だ", "です", "らしい"):
        means = following.surface == "で" and content[-1].verbal_noun and _pauses(tokens, j + 1)
        return _marked(words, i, j) if means else _predicate(words, i, j, "だ")
    return _marked(words, i, j)


def _pauses(tokens: list[Token], i: int) -> bool:
    """問い合わせで、: after a verbal noun で and a pause mark means, not 〜であり."""
    return i < len(tokens) and tokens[i].surface == "、"


def _quotes(last: Token, following: Token) -> bool:
    """A quotation that ends its clause: 「…」こと, 「…」し、."""
    if last.pos != QUOTED or last.verbal_noun:
        return False
    return following.surface in (*_FORMAL, "し") or (following.surface == "が" and last.form == "終止形")


def _in_group(tokens: list[Token], i: int, j: int) -> bool:
    token = tokens[j]
    if j > i and token.start - tokens[j - 1].end == 1 and tokens[j - 1].surface in TIME_SUFFIXES:
        return False  # 1894年8月1日　日本: a blank after a date
    if token.pos in _NOUN_POS:
        if j == i or token.pos != "名詞":
            return True
        if tokens[j - 1].pos == QUOTED and token.surface in _FORMAL:
            return False
        if tokens[j - 1].surface == "旨":  # 必要がある旨 | 指摘した
            return False
        # a temporal noun ends its group: 2003年9月 | ブッシュ大統領 is kept, 今年 | 米国 is not
        return not (
            tokens[j - 1].third == "副詞可能" and tokens[j - 1].norm in _TEMPORAL and token.sub != "数詞"
        )
    if token.pos == "形状詞" and token.sub != "助動詞語幹":
        return True
    return j > i and token.surface in _JOINERS and j + 1 < len(tokens) and tokens[j + 1].pos in _NOUN_POS


def _takes_suru(content: list[Token]) -> bool:
    last = content[-1]
    return last.verbal_noun or last.pos in ("名詞", "接尾辞")


def _stem(content: list[Token]) -> str:
    """The verbal noun at the end of a group, with a suffix that makes it one (加速化)."""
    return content[-1].norm if content[-1].pos != "接尾辞" else "".join([t.surface for t in content[-2:]])


def _na_adjective(words: Words, i: int, j: int) -> tuple[Chunk, int] | None:
    tokens = words.tokens
    following = tokens[j] if j < len(tokens) else None
    if following is None or (following.pos != "助動詞" and following.surface != "に"):
        return None
    content = tokens[i:j]
    if following.surface in ("な", "なる"):
        return Chunk(MODIFIER, content, content[0].start, content[-1].end, following.end,
                     lemma=content[-1].norm, adnominal=True), j + 1  # fmt: skip
    if following.surface == "に" and _adverbial(content[-1]):
        return Chunk(
            ADVERB, content, content[0].start, content[-1].end, following.end, lemma=content[-1].norm
        ), j + 1
    if following.norm == "だ" and following.surface != "に":
        made, end = _predicate(words, i, j, content[-1].norm)
        return made, end
    return None


def _adverbial(last: Token) -> bool:
    return last.pos == "形状詞" or last.sub == "形状詞的" or last.surface.endswith("的")


def _marked(words: Words, i: int, j: int) -> tuple[Chunk, int]:
    tokens = words.tokens
    content = tokens[i:j]
    found = marking(words.text, words.places[j]) if j < len(tokens) else None
    end = j
    if found is not None and found.length and tokens[j].pos in _PARTICLE_POS:
        end = words.token_at(words.places[j] + found.length) or j
        if end == j:
            found, end = plain_marking(tokens[j].surface), j + 1
    made = Chunk(NOUN, content, content[0].start, content[-1].end, tokens[end - 1].end)
    if end > j and found is not None:
        made.case, made.topic, made.adnominal = found.case, found.topic, found.adnominal
    return made, end


def _tried(tokens: list[Token], j: int) -> int:
    """The token after する of a volitional form + とする (離脱しようとする|); 0 where none ends at `j`."""
    if j + 1 >= len(tokens) or tokens[j - 1].form != "意志推量形":
        return 0
    return j + 2 if tokens[j].surface == "と" and tokens[j + 1].norm == "為る" else 0


def _predicate(words: Words, i: int, j: int, lemma: str) -> tuple[Chunk, int]:
    """The predicate whose stem is tokens [i, j)."""
    tokens = words.tokens
    tail = read_tail(words, j)
    if tail.link == "quote" and (tried := _tried(tokens, j)):  # 離脱しようとした: one predicate
        attempt = read_tail(words, tried)
        tail = attempt._replace(marks=tail.marks | attempt.marks | {"attempt"}, stop=max(attempt.stop, tried))
    stop = max(tail.stop, j, i + 1)
    content = tokens[i : max(j, i + 1)]
    made = Chunk(
        PREDICATE, content, tokens[i].start, tokens[stop - 1].end, tokens[max(tail.end, stop) - 1].end,
        lemma=lemma, tail=tail, adnominal=tail.link in ("adnominal", "quote-adnominal", "nominal"),
    )  # fmt: skip
    return made, max(tail.end, j, i + 1)
