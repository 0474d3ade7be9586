"""Particles after a noun: case, topic, and whether the phrase modifies the next noun."""

from __future__ import annotations

import re
from typing import NamedTuple


class Marking(NamedTuple):
    """What the particles after a noun say.

    `case` is が を に へ と で から まで より の や, a compound (対して, ついて, よって, …) or "" (bare);
    `adnominal` is true when the phrase modifies the next noun (の, への, による); `topic` is は, も or "".
    """

    case: str
    topic: str
    adnominal: bool
    length: int


# canonical case -> (adverbial spellings, adnominal spellings)
_COMPOUND: dict[str, tuple[str, str]] = {
    "対して": ("に対して に対し に対しても に対しては にたいし にたいして", "に対する に対しての にたいする"),
    "ついて": ("について につき に就いて", "についての"),
    "関して": ("に関して に関し", "に関する に関しての に関わる にかかわる に係る"),
    "めぐって": ("をめぐって をめぐり を巡って を巡り", "をめぐる を巡る"),
    "よって": ("によって により", "による によっての"),
    "よれば": ("によれば によると によりますと", ""),
    "とって": ("にとって にとり", "にとっての"),
    "おいて": ("において におき にて", "における においての"),
    "向けて": ("に向けて に向け へ向けて へ向け にむけて", "に向けた へ向けた に向けての"),
    "伴って": ("に伴って に伴い", "に伴う"),
    "際して": ("に際して に際し にあたって にあたり に当たり に当たって", "に際しての"),
    "加えて": ("に加えて に加え", ""),
    "代わって": ("に代わって に代わり にかわって", "に代わる"),
    "基づいて": ("に基づいて に基づき", "に基づく に基づいた"),
    "わたって": ("にわたって にわたり にかけて", "にわたる"),
    "かかわらず": ("にもかかわらず にも関わらず", ""),
    "応じて": ("に応じて に応じ", "に応じた"),
    "反して": ("に反して に反し", "に反する"),
    "先立って": ("に先立って に先立ち", "に先立つ"),
    "次いで": ("に次いで に続いて に続き", "に次ぐ に続く"),
    "通じて": ("を通じて を通じ を通して", "を通じた を通じての"),
    "機に": ("を機に を契機に を契機として をきっかけに をきっかけとして を境に", "を機とする"),
    "理由に": ("を理由に を理由として を理由にして", "を理由とする を理由とした"),
    "中心に": ("を中心に を中心として", "を中心とする を中心とした"),
    "はじめ": ("をはじめ を始め をはじめとして を含め を含めて", "をはじめとする を始めとする"),
    "除いて": ("を除いて を除き", "を除く"),
    "として": ("として", "としての"),
    "ともに": ("とともに と共に と一緒に とならんで と並んで", "と並ぶ"),
    "対抗して": ("に対抗して に対抗し", "に対抗する"),
    "ために": ("のために のため の為に の為", "のための"),
    "経て": ("を経て", "を経た"),
    "踏まえて": ("を踏まえて を踏まえ", "を踏まえた"),
    "という": ("", "という といった などという などといった"),
    "ように": ("のように", "のような"),
    "もとで": ("のもとで の下で の下に", "の下での"),
}  # fmt: skip
_COMPOUND_OF: dict[str, tuple[str, bool]] = {
    spelling: (case, adnominal)
    for case, both in _COMPOUND.items()
    for adnominal, spellings in zip((False, True), both, strict=True)
    for spelling in spellings.split()
}
# 撤収を始めた, 協議に応じた, 制裁対象に加えた
_VERBS_TOO = frozenset({
    "を始め", "をはじめ", "を含め", "に応じ", "を除き", "に加え", "に向け", "へ向け", "を踏まえ", "を通じ",
    "に反し", "に対抗し",
})  # fmt: skip
_LASTING = ("応じて", "加えて", "向けて", "対抗して", "基づいて", "従って", "反して", "沿って", "伴って")


def _guarded(spelling: str) -> str:
    """A spelling with what must not follow it, where it would be a verb of its own."""
    if "いう" in spelling:
        return spelling + "(?![。、」])"
    if spelling == "として":
        return spelling + "(?!い[るたま]|おり|いた)"
    if spelling in _VERBS_TOO:
        return spelling + "(?![たてるずなよま])"
    if spelling.endswith(_LASTING):
        return spelling + "(?!い[るたなま]|お[りら])"
    if _COMPOUND_OF[spelling][1] and not spelling.endswith(("る", "の", "といった")):
        return spelling + "(?![。、」とがも]|ため|ほか|うえ|上で|後|際|$)"
    return spelling


def _alternatives() -> str:
    """All spellings, the longest first, those of one beginning together, for most particles are none."""
    by_start: dict[str, list[str]] = {}
    for spelling in sorted(_COMPOUND_OF, key=len, reverse=True):
        by_start.setdefault(spelling[:2], []).append(_guarded(spelling)[2:])
    return "|".join(f"{start}(?:{'|'.join(rest)})" for start, rest in by_start.items())


_PATTERN = re.compile(
    rf"(?P<focus>(?:など|等|だけ|のみ|ばかり|ほど|自体)*)"
    rf"(?:(?P<compound>{_alternatives()})(?P<ctopic>は|も)?"
    r"|(?P<simple>へと|が|を|に|へ|と|で|から|まで|より|や|か)?(?P<after>まで|だけ|のみ|など|さえ|すら|こそ)?"
    r"(?P<topic>は|も(?!の)|って)?(?P<no>の(?!で(?:は|も|あ|す)))?)"
)


def marking(text: str, at: int) -> Marking:
    """Read the particles that begin at `at`; `length` counts their characters, 0 for none."""
    m = _PATTERN.match(text, at)
    assert m is not None  # every group is optional
    length = m.end() - at
    focus, compound, ctopic, simple, _, topic, no = m.groups()
    if compound:
        case, adnominal = _COMPOUND_OF[compound]
        return Marking(case, "" if adnominal else ctopic or "", adnominal, length)
    if focus in ("など", "等") and length == len(focus) and text[m.end() : m.end() + 1] not in "、。":
        return Marking("や", "", False, length)  # 米国など西側諸国
    simple = "へ" if simple == "へと" else simple or ""
    if no:
        return Marking(simple or "の", "", True, length)
    return Marking(simple, "は" if topic == "って" else topic or "", False, length)


def plain_marking(surface: str) -> Marking:
    """The marking of a single particle, where the longer reading would cut a word in two (関係にもたらす)."""
    return Marking("の" if surface == "の" else "" if surface in ("は", "も") else surface,
                   surface if surface in ("は", "も") else "", surface == "の", len(surface))  # fmt: skip
