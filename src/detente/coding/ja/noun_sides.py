"""The sides of an act that a noun names: by its modifiers and by what stands before it in a compound."""

from __future__ import annotations

from detente.coding.codebook import Frame
from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.openings import names_deed
from detente.coding.ja.sides import Sides, others
from detente.coding.ja.words import word_set

NOMINAL_ACTOR = ("よって", "から", "の")
_NOMINAL_SOURCE = ("から",)
_NOMINAL_PLACE = ("おいて",)
_NOMINAL_TARGET = ("対して", "へ", "と", "めぐって", "向けて", "に")
INVADING = word_set("侵攻 侵略 攻撃 併合 占領 空爆 爆撃 砲撃 襲撃 奇襲 征服 制圧 包囲 出兵 派兵 侵入 封鎖")
_BORNE = word_set(
    "批判 非難 制裁 敵視 牽制 支援 援助 支持 弾圧"
)  # イラン制裁: a state before them bears them
_SUFFERED = tuple(
    f"{act}事件" for act in ("銃撃", "襲撃", "殺害", "爆破", "暗殺", "撃墜", "撃沈", "砲撃", "誘拐", "人質")
)
GROUPS = (
    "勢力", "派", "組織", "集団", "ゲリラ", "国家", "国々", "諸国", "周辺国", "近隣国", "途上国",
    "新興国", "民兵", "各国", "カ国", "か国", "ヵ国", "ヶ国", "国際社会",
)  # fmt: skip
_HELD = frozenset({"会談", "サミット", "会議"})  # マルタ会談: one state before them is where they are held


def modifiers(noun: Chunk) -> list[Chunk]:
    """What modifies a noun, with what stands a step too low or within an adjective.

    Of 米国によるロシア製鋼材の輸入制限 the agent modifies 輸入制限, not 鋼材; of ドイツ側の強い要請 the side
    modifies 要請, though it stands before the adjective.
    """
    found: list[Chunk] = []
    for clause in noun.clauses:
        if clause.predicate.tokens[0].pos in ("形容詞", "形状詞") and not clause.negative:
            found += [a for a in (*clause.args, *clause.predicate.mods) if a.case == "の"]
    for mod in noun.mods:
        if not names_deed(mod.tokens[-1]):
            found += [inner for inner in mod.mods if inner.case == "よって"]
        found.append(mod)
    if not any(m.case == "よって" for m in found):  # ロシアによる領土の併合や武装勢力への支援
        found[:0] = [m for other in noun.joined for m in other.mods if m.case == "よって"]
    return found


def on_a_group(noun: Chunk, actors: Actors) -> bool:
    """各国への働きかけ, 反政府勢力への攻撃: whether those whom a noun's act falls on are of no one state."""
    borne = (m for m in noun.mods if m.case in ("へ", "対して", "向けて") and m.text.endswith(GROUPS))
    return any(found is not None and actors.supposed.issuperset(found) for found in map(actors.refer, borne))


def noun_partners(noun: Chunk, actors: Actors) -> list[str]:
    """Who takes part in a joint act named by a noun: 日韓協議, ロシアとの会談, 両国の対話."""
    inside = actors.compound(noun)
    held_there = len(inside) == 1 and is_state(inside[0]) and noun.head.norm in _HELD
    found: list[str] = [*(() if held_there else inside), *actors.toward(noun)]
    for mod in modifiers(noun):
        if mod.case in ("と", "の", "よって", "おいて", "対して"):
            found += actors.refer(mod) or ()
    return list(dict.fromkeys(found))


def noun_sides(noun: Chunk, frame: Frame, actors: Actors) -> Sides:
    """The sides that the modifiers and the compound of an act's noun name: ロシアによるウクライナへの攻撃."""
    if frame.joint:
        partners = tuple(noun_partners(noun, actors))
        both = states_of(partners)
        how = "noun" if partners else "none"
        return Sides(partners, both if len(both) > 1 else (), how, how if len(both) > 1 else "none")
    doers, how = first_named(noun, NOMINAL_ACTOR, actors)
    if actors.supposed.issuperset(doers) and set(states_of(doers)) & set(actors.toward(noun)):
        doers, how = (), "none"  # 外相の訪日: no minister of Japan's
    own = set(states_of(doers))
    targets, target_how = first_named(noun, _NOMINAL_TARGET, actors, named=True, besides=own)
    if frame.name == "seize" and not targets and not any(m.case == "よって" for m in noun.mods):
        doers, how, targets, target_how = (), "none", doers, how
    if not targets and frame.name == "object":
        targets, target_how = first_named(noun, _NOMINAL_PLACE, actors, named=True, besides=own)
    if not targets and doers and how == "noun" and any(m.case == "よって" for m in modifiers(noun)):
        targets, target_how = first_named(noun, ("の",), actors, named=True, besides=own)
    if not targets and "から" in frame.target:
        targets, target_how = first_named(noun, _NOMINAL_SOURCE, actors, besides=own)
    if not targets and (toward := others(actors.toward(noun), own)):
        targets, target_how = toward, "noun"
    before = tuple(a for a in actors.compound(noun) if a not in targets)
    if not before and not targets and noun.head.norm in INVADING:
        before = others(actors.lying(noun), own)  # クリミア併合: whose land it is
    suffered = noun.head.norm in INVADING or noun.text.endswith(_SUFFERED) or _borne(noun, before)
    if before and not targets and suffered:  # ウクライナ侵攻, 大使館車列銃撃事件: they suffer it
        targets, target_how = before, "noun"
    elif before and not targets and frame.name == "visit":  # 日本公式訪問, ペロシ下院議長台湾訪問
        targets, target_how = before[-1:], "noun"
        doers, how = (doers, how) if doers else (before[:-1], "noun" if before[1:] else "none")
    elif not doers and before:
        doers, how = before, "noun"
    elif not targets and (other := others(before, own)):  # チェコのNATO加盟
        targets, target_how = other, "noun"
    return Sides(doers, targets, how, target_how)


def _borne(noun: Chunk, before: tuple[str, ...]) -> bool:
    """イラン制裁, 中国批判: who bears it stands before it; of 米支援, spelt with a letter, who gives."""
    spelt_out = len(noun.text) - len(noun.head.surface) > 1
    return noun.head.norm in _BORNE and len(before) == 1 and is_state(before[0]) and spelt_out


def first_named(
    noun: Chunk,
    cases: tuple[str, ...],
    actors: Actors,
    *,
    named: bool = False,
    besides: set[str] = frozenset(),  # type: ignore[assignment]
) -> tuple[tuple[str, ...], str]:
    """The actors of the first modifier in one of the cases, and "noun"; () and "none" without one.

    `named` also takes those that a modifier only names; `besides` are states left out.
    """
    nearest_first = modifiers(noun)[::-1]
    for case in cases:
        for mod in nearest_first:
            if mod.case != case:
                continue
            found = actors.refer(mod)
            if found is None and case == "よって":
                found = next((f for m in mod.mods if m.case == "の" and (f := actors.refer(m))), None)
            if found == () and named:  # トルコの支援する反アサド勢力への爆撃: of no state
                found = tuple(a for m in mod.mods if m.case == "の" for a in actors.named(m))
            elif found is None and named:
                agents = {a for m in mod.mods if m.case == "よって" for a in actors.named(m)}
                found = tuple(a for a in actors.named(mod) if a not in agents)
            kept = tuple(a for a in found or () if a.split("/", 1)[0] not in besides)
            if kept:
                return kept, "noun"
    return (), "none"
