"""From phrases to clauses: one pass over the phrases of a sentence with a stack of open ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from detente.coding.ja.chunks import ADVERB, CONJUNCTION, NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.cutting import chunk
from detente.coding.ja.lexicon import lemmas, table
from detente.coding.ja.measuring import measure
from detente.coding.ja.openings import EVENTIVE_ONLY, Open, acts, agentive, initials, names_deed, taken
from detente.coding.ja.tellers import hand_down, set_apart
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.words import Words, word_set

FORMAL_NOUNS = word_set(
    "こと 事 の もの 物 ところ 点 趣旨 旨 姿勢 考え 方針 計画 決意 構え 立場 意向 認識 見方 見解 主張"
    " 可能性 恐れ"
)
_HOLDING = frozenset({"認識する", "判断する", "信じる", "確信する"})  # 資すると、程度の差はあれ認識している
COORDINATORS = word_set("及び および 並びに ならびに 又は 或いは あるいは または 若しくは 且つ")


@dataclass(slots=True)
class Parse:
    """The phrases and clauses of one stretch of words, clauses in text order."""

    words: Words
    chunks: list[Chunk]
    clauses: list[Clause] = field(default_factory=list)


def parse(words: Words) -> Parse:
    """Find the clauses of a stretch of words."""
    result = Parse(words, chunk(words))
    stack: list[Open] = []
    last = len(result.chunks) - 1
    headline = last > 1 and _ends_bare(result.chunks[-1])
    for i, piece in enumerate(result.chunks):
        if piece.kind == NOUN:
            following = result.chunks[i + 1] if i < last else None
            _attach_modifiers(stack, piece)
            if headline and piece.case in ("を", "に", "へ"):
                _headline_subject(stack)
            _coordinate(stack, piece)
            if _is_bare_predicate(piece, stack, following):
                piece.lemma = piece.head.norm + "する"
                _close(result, stack, piece)
            else:
                stack.append(Open(chunk=piece))
        elif piece.kind == PREDICATE:
            if piece.tokens[0].pos != "動詞":
                _attach_modifiers(stack, piece)
            if _means(piece):
                piece.kind, piece.case, piece.lemma = NOUN, "で", ""
                stack.append(Open(chunk=piece))
            else:
                following = result.chunks[i + 1] if i < last else None
                _close(result, stack, piece, _is_formal(following))
        elif piece.kind == CONJUNCTION:
            _join_by_conjunction(stack, piece)
        else:
            stack.append(Open(chunk=piece))
    _finish(result, stack)
    return result


def _attach_modifiers(stack: list[Open], noun: Chunk) -> None:
    """Take the adnominal phrases and relative clauses on top of the stack as modifiers of a noun."""
    if len(noun.tokens) == 1 and noun.head.pos == QUOTED and noun.case in ("と", "という"):
        return
    while stack:
        top = stack[-1]
        if top.clause is not None:
            if not top.clause.predicate.adnominal:
                return
            if top.clause.relation == "chain":
                top.clause.relation = _relation(top.clause, noun)
                top.clause.modified = noun
                noun.clauses.append(top.clause)
        elif top.chunk is not None and top.chunk.adnominal:
            if top.chunk.case in EVENTIVE_ONLY and noun.adnominal and not _eventive(noun):
                return
            noun.mods.append(top.chunk)
        else:
            return
        stack.pop()


def _eventive(noun: Chunk) -> bool:
    """輸入, 輸入品: whether a phrase speaks of something done."""
    return noun.kind == PREDICATE or any(names_deed(t) for t in noun.tokens[-2:])


def _means(noun: Chunk) -> bool:
    """A noun + で that Sudachi takes for 〜であり, though its modifiers make it a means: Aからの照会で、…."""
    return (
        noun.lemma == "だ" and noun.comma and noun.tail.link in ("te", "renyo") and noun.stop - noun.end <= 1
        and any(m.case in ("から", "よって", "で", "へ") for m in noun.mods)
    )  # fmt: skip


def _relation(clause: Clause, noun: Chunk) -> str:
    if clause.link == "quote-adnominal":
        return "quote"
    if noun.tokens[0].norm in FORMAL_NOUNS and len(noun.tokens) == 1:
        return "complement"
    return "relative"


def _ends_bare(chunk: Chunk) -> bool:
    return chunk.kind == NOUN and chunk.case == "" and not chunk.topic and chunk.tokens[-1].verbal_noun


def _headline_subject(stack: list[Open]) -> None:
    """大統領、中国を訪問: in a line that ends with a bare verbal noun the first bare name is the subject."""
    top = stack[-1].chunk if stack else None
    named = top is not None and top.kind == NOUN and top.case == "" and top.comma and agentive(top)
    if top is not None and named and not any(o.chunk is not None and o.chunk.case == "が" for o in stack):
        top.case = "が"


def _join_by_conjunction(stack: list[Open], conjunction: Chunk) -> None:
    top = stack[-1].chunk if stack else None
    if top is None or top.kind != NOUN or top.topic or conjunction.lemma not in COORDINATORS:
        return
    if top.case in ("", "と"):
        top.case = "や"


def _coordinate(stack: list[Open], noun: Chunk) -> None:
    """Join `AやB`, `AとB`, `A、B`: the earlier noun shares the case of the later."""
    while stack and (top := stack[-1].chunk) is not None and top.kind == NOUN and not top.topic:
        if top.case not in ("や", "", "と"):
            return
        formal = top.tokens[0].norm in FORMAL_NOUNS and noun.tokens[0].norm not in FORMAL_NOUNS
        listed = top.case == "" and top.comma and not top.temporal
        paired = top.case == "と" and not top.adnominal and not top.comma and _alike(top, noun)
        elsewhere = noun.adnominal and top.head.pos == QUOTED and noun.head.pos != QUOTED  # 「A」やBのC
        apart = noun.case in _COMPLEMENTS and noun.adnominal and names_deed(top.head) and not _deed(noun)
        if formal or elsewhere or apart or not (top.case == "や" or listed or paired):
            return
        noun.joined.append(top)
        stack.pop()


_COMPLEMENTS = ("へ", "対して", "おいて")  # 併合や東部における支援: the first deed goes with the last one


def _deed(noun: Chunk) -> bool:
    return names_deed(noun.tokens[-1])


def _alike(a: Chunk, b: Chunk) -> bool:
    if a.head.pos == "引用" or b.head.pos == "引用":
        return a.head.pos == b.head.pos
    if a.head.third == "副詞可能" or a.head.sub == "数詞" or a.head.third == "助数詞可能":
        return False
    if agentive(a) != agentive(b):
        return False
    proper = _named(a) == _named(b)
    return proper and (a.head.verbal_noun == b.head.verbal_noun or not a.head.verbal_noun)


_LED_TO_VERB = word_set("が を に へ で と から ついて 対して 関して めぐって よって 向けて まで")


def _is_bare_predicate(noun: Chunk, stack: list[Open], following: Chunk | None) -> bool:
    """A verbal noun without particle that closes a clause: 停戦、… at a pause or the end."""
    if noun.case or noun.topic or noun.adnominal or noun.mods or not noun.tokens[-1].verbal_noun:
        return False
    if following is not None and not noun.comma:
        return False
    before = (o for o in reversed(stack) if o.chunk is None or o.chunk.kind != ADVERB)
    under = next(before, None)  # 順次発動。
    if under is not None and under.clause is not None:  # 続いていると反論。
        return following is None and not under.clause.predicate.adnominal
    top = under.chunk if under is not None else None
    if top is None or top.kind != NOUN or top.comma:
        return False
    if top.topic:  # 諸国は反発。
        bare = not top.case
        return following is None and (bare or top.case in _LED_TO_VERB)  # 大統領にも面会。
    return top.case in _LED_TO_VERB


def _named(noun: Chunk) -> bool:
    """ソ連, 英仏独, 東欧諸国: a proper name, or states in the plural, which pair with one."""
    named = initials(noun) or noun.head.sub == "固有名詞"
    return named or noun.head.surface in ("諸国", "各国", "同盟国", "加盟国")


def _is_formal(chunk: Chunk | None) -> bool:
    return chunk is not None and chunk.kind == NOUN and chunk.tokens[0].norm in ("こと", "事", "の", "点")


def _close(result: Parse, stack: list[Open], predicate: Chunk, formal: bool = False) -> None:
    """Make a clause of a predicate and the open phrases that belong to it."""
    clause = Clause(predicate)
    for pending in taken(stack, predicate, formal):
        if pending.clause is not None:
            child = pending.clause
            quoting = not child.predicate.comma or predicate.lemma in _HOLDING
            if child.link == "to" and predicate.lemma in _saying() and quoting:
                child.quoting()
            if child.link in ("quote", "question", "you") or child.relation == "quote":
                child.relation = "quote" if child.link != "you" else "complement"
            child.parent = clause
            clause.children.insert(0, child)
        elif pending.chunk is not None:
            if pending.chunk.kind == NOUN:
                clause.args.insert(0, pending.chunk)
            else:
                clause.adverbs.insert(0, pending.chunk)
    scoping = [a for a in reversed(clause.args) if _scopes(a)]
    told = [a for a in scoping if a.topic == "は" or agentive(a)] or scoping
    clause.topic = next((a for a in told if acts(a)), told[0] if told else None)
    for noun in [*clause.args, predicate]:
        for inner in _inner(noun):
            inner.parent = inner.parent or clause
    result.clauses.append(clause)
    stack.append(Open(clause=clause))


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    """Verbs before which と quotes, though Sudachi takes it for a condition: 続けると約束した."""
    return lemmas(str(table("statements")["saying"]).split()) - {"為る"}


def _scopes(arg: Chunk) -> bool:
    """Whether a は or も phrase can be what the following clauses are about."""
    cleft = arg.text == "の"  # 違反しているのはインドだ
    return bool(arg.topic) and arg.case in ("", "として") and not arg.temporal and not cleft


def _inner(noun: Chunk) -> list[Clause]:
    if not noun.mods and not noun.joined:
        return noun.clauses
    found = list(noun.clauses)
    for other in [*noun.mods, *noun.joined]:
        found += _inner(other)
    return found


def _finish(result: Parse, stack: list[Open]) -> None:
    """Hang the chain's open clauses on the last one, leftover phrases on it too."""
    measure(result.chunks, result.clauses)
    clauses = [o.clause for o in stack if o.clause is not None]
    if not clauses:
        return
    head = clauses[-1]
    for clause in clauses[:-1]:
        if clause.parent is None:
            clause.parent = head
            head.children.append(clause)
    set_apart(result.chunks, result.clauses, _saying())
    hand_down(result.chunks, result.clauses, _saying())
    _scope_topics(result)


def _scope_topics(result: Parse) -> None:
    """Hand a topic on to the later clauses of its chain, until another topic or subject takes over."""
    for clause in result.clauses:
        if clause.topic is None and clause.relation == "chain":
            clause.topic = _topic_before(result, clause)


def _topic_before(result: Parse, clause: Clause) -> Chunk | None:
    before = result.clauses[: result.clauses.index(clause)]
    topics = [c.topic for c in reversed(before) if c.relation == "chain" and c.topic is not None]
    told = (t for t in topics if t.topic == "は" or agentive(t))  # not the も of パワーも利用しつつ
    return next(told, topics[0] if topics else None)
