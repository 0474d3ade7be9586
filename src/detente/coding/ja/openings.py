"""What stands open before a predicate, and how much of it belongs to the predicate when it is embedded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.coding.ja.agent_words import agent_noun
from detente.coding.ja.chunks import NOUN, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.lexicon import table
from detente.coding.ja.tokens import QUOTED, Token
from detente.coding.ja.words import word_set
from detente.ontology.scan_ja import plain_letters

EVENTIVE_ONLY = frozenset(
    {"へ", "から", "と", "よって", "対して", "めぐって", "で", "向けて", "として", "ともに"}
)
_OF_MANNER = word_set("強い 厳しい 強硬 断固 毅然 新しい 新た 大きい 多い 重い 重大 深刻 激しい 鋭い")
_PROVISOS = frozenset({"必要", "可能", "出来る", "許す"})  # 必要であれば: what came before goes on past it
_LIKE_ADJECTIVES = frozenset({"独立する", "徹底する", "断固する", "優れる", "際立つ", "共通する"})
_SUBORDINATE = word_set(
    "ba tara nara 場合 限り ため 為 node kara 後 のち 前 とき 時 際 以上 ところ 結果 たび while"
)
_HAVING = word_set("無い 有る 出来る 必要 可能 多い 少ない 高い 低い 強い 弱い 大きい")
_CONDITIONS = word_set("ba tara nara 場合 限り")
_ROLES = word_set(
    "標的 対象 目的 目標 中心 柱 軸 基礎 基盤 拠点 内容 主眼 念頭 前提 背景 始め 初め 主体 名目 条件"
)
_THINGS = word_set("施設 設備 装備 組織 武装 機関 構造 資本 基地")
_STATES = word_set("諸島 共和国 連邦 王国 公国 首長国 連合 連合国 人民共和国 側")  # ソロモン諸島, タイ王国


@dataclass(slots=True)
class Open:
    """What stands open on the stack: a phrase waiting for its head, or a clause waiting for its chain."""

    chunk: Chunk | None = None
    clause: Clause | None = None


def names_deed(token: Token) -> bool:
    """Whether a word is the noun of a deed: 攻撃, but not 施設, though 施設する is a verb too."""
    return token.verbal_noun and token.surface not in _THINGS


def initials(chunk: Chunk) -> bool:
    """英仏独, 米・英: states by their first letters, those that begin no other words."""
    letters = chunk.text.replace("・", "")
    return len(letters) > 1 and plain_letters().issuperset(letters)


def agentive(chunk: Chunk) -> bool:
    """Whether the last word is a name or an office (大統領, 政府): who acts does not pair with a thing."""
    state = chunk.tokens[0].sub == "固有名詞" and chunk.head.surface in _STATES
    named = chunk.head.sub == "固有名詞" or initials(chunk)
    return state or named or chunk.head.surface in _offices()


def acts(chunk: Chunk) -> bool:
    """Whether a phrase is a name, an office or a body: 英国防省 too, whose last word is neither."""
    return agentive(chunk) or agent_noun(chunk.text) is not None


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    data = table("agents")
    return word_set(str(data["offices"])) | word_set(str(data["bodies"]))


def taken(stack: list[Open], predicate: Chunk, formal: bool) -> list[Open]:
    """Pop what belongs to a predicate, nearest first."""
    link = predicate.tail.link
    if predicate.lemma in _LIKE_ADJECTIVES and link == "adnominal":
        return []
    if link == "adnominal" and (defining := _defining(stack, predicate)):
        return [stack.pop() for _ in range(defining)]
    embedded = link in ("adnominal", "quote", "quote-adnominal", "you", "nominal", "question", "to")
    found: list[Open] = []
    cases: set[str] = set()
    aside = (link == "ba" and predicate.lemma in _PROVISOS) or predicate.text == "あれ"
    lacking = predicate.lemma == "欠かす" and "negative" in predicate.tail.marks
    while stack:
        top = stack[-1]
        if lacking and top.chunk is not None and top.chunk.case == "を":
            break  # エストニアを安全に欠かせない相手とする
        if aside and top.clause is not None:
            break
        if formal and "が" not in cases and (_has_subject(top) or _dates_a_subject(stack)):
            pass
        elif embedded and not _belongs(stack, predicate, cases, bool(found)):
            break
        if link in _SUBORDINATE and "が" in cases and _is_topic(top):
            break
        if link in _CONDITIONS and "が" in cases and top.chunk is not None and top.chunk.case == "対して":
            break  # 大使に対し、英国が干渉した場合、弁明するよう命じた
        stack.pop()
        found.append(top)
        if embedded and top.clause is not None:
            _leave_outside(top.clause, stack)
        if top.chunk is not None and top.chunk.kind == NOUN and not _when(top.chunk):
            cases.add("が" if top.chunk.topic and not top.chunk.case else top.chunk.case)
    return found


def _defining(stack: list[Open], predicate: Chunk) -> int:
    """How many phrases 〜を標的とする, 〜を含む takes: it says what its noun is, and nobody does it."""
    tops = [o.chunk for o in stack[-2:] if o.chunk is not None]
    if predicate.lemma == "含む" and tops and tops[-1].case == "を":
        return 1
    if predicate.lemma != "為る" or len(tops) < 2 or (tops[0].case, tops[1].case) != ("を", "と"):
        return 0
    return 2 if tops[1].head.norm in _ROLES else 0


def _leave_outside(clause: Clause, stack: list[Open]) -> None:
    """Earlier clauses of the chain under a topic of their own stay with the outer sentence."""
    for child in list(clause.children):
        if child.relation == "chain" and child.topic is not None and clause.topic is None:
            clause.children.remove(child)
            child.parent = None
            stack.append(Open(clause=child))


def _has_subject(item: Open) -> bool:
    """Xが…し、(…したこと): a clause whose own subject the rest of the complement shares."""
    clause = item.clause
    if clause is None or clause.link not in ("renyo", "te") or clause.topic is not None:
        return False
    return clause.argument("が") is not None


def _dates_a_subject(stack: list[Open]) -> bool:
    """北朝鮮が9日、ミサイルを発射したことについて: a day set off between a subject and its verb."""
    if len(stack) < 2 or stack[-1].chunk is None or stack[-2].chunk is None:
        return False
    day, subject = stack[-1].chunk, stack[-2].chunk
    return day.temporal and day.comma and subject.case == "が" and not subject.comma


def _is_topic(item: Open) -> bool:
    chunk = item.chunk
    return chunk is not None and chunk.topic == "は" and not chunk.case and not chunk.temporal


def _belongs(stack: list[Open], predicate: Chunk, cases: set[str], begun: bool) -> bool:
    """Whether the top of the stack belongs to an embedded predicate."""
    top, link = stack[-1], predicate.tail.link
    complement = link in ("quote", "quote-adnominal", "question", "nominal", "to")
    if top.clause is not None:
        if top.clause.link in ("quote", "you", "question"):
            return True
        return _clause_belongs(stack, complement)
    chunk = top.chunk
    assert chunk is not None
    if chunk.kind != NOUN:
        return not chunk.comma or complement
    if chunk.case == "や" and chunk.stop == predicate.start and predicate.tokens[0].pos == "動詞":
        return True  # 介入などあり得ない
    if chunk.case == "や" or (chunk.case == "" and chunk.comma and not chunk.topic and not chunk.temporal):
        return False
    if chunk.adnominal and _for_a_later_noun(chunk, predicate):
        return False
    of_the_verb = chunk.case == "が" or (chunk.topic == "は" and chunk.case == "から")
    if link == "adnominal" and of_the_verb and predicate.tokens[0].pos == "形容詞" and acts(chunk):
        return False  # 日本が強い懸念を表明した, 政府からは温かい謝意が示された
    if link == "adnominal" and chunk.case == "に" and predicate.lemma in _OF_MANNER and _is_somebody(chunk):
        return False  # 「ならず者国家」に強い態度で臨む
    if chunk.topic == "も" and not begun and not chunk.comma:
        return complement or not agentive(chunk)  # 中国も要衝である地域の混乱を懸念している
    if chunk.topic and chunk.case == "" and not chunk.temporal:
        if chunk.topic == "は" and _takes_over(stack):
            return False
        waits = any(_is_topic(o) for o in stack[:-1])  # 大統領は、米国は守る意思がないと批判した
        free = "が" not in cases or (waits and predicate.lemma in _HAVING)
        return complement and free and _outer_subject(stack[:-1])
    if chunk.case in cases and chunk.case in ("が", "を", "に") and not _when(chunk):
        return False
    if link == "you":
        if chunk.case == "が":
            return _outer_subject(stack[:-1])
        return chunk.case not in ("に", "対して") or (chunk.case == "に" and not chunk.comma and not cases)
    if chunk.comma:
        if complement:
            if _outer_like(chunk) and "が" in cases:
                return False
            return chunk.case != "対して" and (_outer_subject(stack[:-1]) or not _outer_like(chunk))
        return False
    return True


def _is_somebody(chunk: Chunk) -> bool:
    return agentive(chunk) or chunk.head.pos == QUOTED


def _when(chunk: Chunk) -> bool:
    """昨年8月に中国に関税を課した: a に of time stands beside another."""
    return chunk.case == "に" and not chunk.topic and (chunk.temporal or chunk.head.third == "副詞可能")


def _for_a_later_noun(chunk: Chunk, predicate: Chunk) -> bool:
    """米国からの強い圧力, ロシアの強い反対: the phrase belongs to the noun after the adjective."""
    if chunk.case in EVENTIVE_ONLY:
        return True
    return chunk.case == "の" and predicate.tokens[0].pos == "形容詞" and agentive(chunk)


def _outer_like(chunk: Chunk) -> bool:
    teller = chunk.case == "から" and agentive(chunk)  # 大使から、履行が重要だと述べた
    return teller or chunk.case in ("が", "に", "で", "対して", "おいて", "よれば", "として")


def _outer_subject(below: list[Open]) -> bool:
    """Whether a subject waits for a later predicate, or one of a clause that the sentence goes on from."""
    return any(
        o.chunk.kind == NOUN and (o.chunk.topic or o.chunk.case == "が")
        if o.chunk is not None
        else o.clause is not None and o.clause.link in ("renyo", "te") and o.clause.topic is not None
        for o in below
    )


def _takes_over(stack: list[Open]) -> bool:
    """IAEAは履行を確認しており、英仏は合意を維持すると表明した: after what goes on another speaks."""
    topic, below = stack[-1].chunk, next((o.clause for o in reversed(stack) if o.clause is not None), None)
    named = topic is not None and any(t.sub == "固有名詞" for t in topic.tokens)
    return (
        named
        and below is not None
        and below.topic is not None
        and below.link in ("renyo", "te")
        and below.predicate.comma
        and "progressive" in below.marks
    )


def _clause_belongs(stack: list[Open], complement: bool) -> bool:
    """Whether a chain clause stands inside an embedded predicate: without a pause, or under a subject."""
    clause = stack[-1].clause
    assert clause is not None
    if not clause.predicate.comma:
        return clause.link in ("te", "renyo", "ba", "tara", "nara", "while", "to")
    if clause.topic is not None:
        return False
    return complement or clause.link in ("ba", "tara", "nara")
