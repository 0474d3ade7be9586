"""Phrases after a predicate that say how sure, wished or denied what it says is."""

from __future__ import annotations

import re

_BE = (
    "(?:で(?:は|も)?(?:ある|あろう|あった|あり|ない|なく|なかった)|だった|だろう|だが|だ|です|でした|でしょう"
    "|であって|(?=[、。で]|$))"
)
_NOT = "(?:ない|なく|なかった|ありません|あるまい|ず)"
_HAVE = "(?:が|は|も|の)?(?:なお|まだ|十分|極めて|非常に|依然|全く|ほとんど)?"
_LEVEL = (
    "(?:高い|高く|高まった|強い|強く|大きい|大きく|ある|あり|あった|あろう|残る|出てきた"
    "|(?:高まって|強まって|残って|広がって|出て)(?:いる|いた|おり|い(?=、))?)"
)
_LOW = f"(?:低い|低く|低かった|小さい|小さく|薄い|乏しい|少ない|{_NOT})"
_SEEN = "(?:ら)?れ(?:てい(?:る|た)|ており|る|ます|た|て|(?=、|$))"
_SHOULD = f"なければ(?:なら|いけ){_NOT}|なくては(?:なら|いけ){_NOT}|ざるを?得{_NOT}|ては(?:なら|いけ){_NOT}"
_DOUBT = (
    f"考え(?:にくい|にくく|がたい|られ{_NOT})|思え{_NOT}|限ら{_NOT}|(?:言い|いい)(?:難い|難く|がたい|がたく)"
    f"|見られ{_NOT}|(?:いえ|言え){_NOT}|想定し(?:にくい|がたい)"
)
_THOUGHT = "み|見|思わ|考え|推測さ|推定さ|いわ|言わ|さ|目さ|伝え|報じ"

# mark, pattern; the first pattern that matches wins
PHRASES: tuple[tuple[str, str], ...] = (
    ("unlikely", rf"(?:という)?(?:可能性|余地|公算|見込み|めど|目途|見通し){_HAVE}(?:{_LOW}|立ってい{_NOT})"),
    ("possible", rf"(?:という)?(?:可能性|余地|公算){_HAVE}{_LEVEL}"),
    ("unlikely", rf"とは(?:{_DOUBT})"),
    ("feared", rf"(?:という|との)?(?:恐れ|おそれ|懸念|不安|危険性?|リスク){_HAVE}{_LEVEL}"),
    ("planned", rf"(?:という)?(?:方針|構え|計画|考え|意向|つもり|狙い|決意|所存|覚悟){_BE}"),
    ("planned", r"(?:という)?(?:方針|計画)(?:と|に)な(?:って(?:いる|いた|おり)|り|った)"),
    ("scheduled", rf"こと(?:に|と)なって(?:いる|いた|おり)|(?:という)?(?:予定|運び|段取り){_BE}"),
    ("predicted", rf"(?:という)?(?:見通し|見込み|公算){_BE}"),
    ("obligation", rf"必要(?:が|は|も)(?:ある|あり|あった|あろう|ない)|(?:べき|はず){_BE}|{_SHOULD}"),
    ("hedged", r"か(?:も|と)?しれ(?:ない|ず|ません|なかった)"),
    ("hedged", rf"(?:よう|みたい|模様){_BE}|よう(?:に|で)(?:も)?(?:みえ|見え|思われ|思え)(?:る|た|て)?"),
    ("hedged", rf"(?:もの)?と(?:も)?(?:{_THOUGHT}){_SEEN}"),
    ("hedged", r"と(?:も)?(?:いえ|言え)(?:る|よう|た|なくもない)"),
    ("reported", r"と(?:も)?いう(?=。|、|」|$)"),
    ("hedged", r"(?:もの)?(?:で|では)?(?:だろう|であろう|でしょう)"),
    ("feared", rf"(?:こと|もの)?(?:が|と)(?:懸念|危惧|憂慮)さ{_SEEN}"),
    ("predicted", rf"(?:もの)?と(?:も)?(?:予想さ|予測さ|予期さ|期待さ|見込ま){_SEEN}"),
    ("planned", rf"(?:もの)?と(?:も)?(?:計画|予定)さ{_SEEN}"),
    ("negative", rf"(?:わけ|訳|もの|の|こと)(?:で|と)?(?:は|も)(?:決して|必ずしも|ほとんど)?{_NOT}"),
    ("negative", rf"(?:こと|の)が(?:ほとんど|全く)?{_NOT}"),
    ("potential", r"こと(?:が|は|も|の)(?:でき|出来|可能)(?:る|た|ない|ず|だ|である)?"),
    ("", r"(?:こと|よう)(?:に|と)(?:は)?(?:なる|なった|なって|なり|なろう)(?:いる|いた|おり)?"),
    ("resolved", r"こと(?:に|と)(?:は)?(?:する|した|し(?=[、。て]))"),
    ("", r"ように(?:は)?(?:する|した|し(?=[、。て]))"),
    ("", r"(?:ほど|くらい|ばかり)(?:である|であった|だった|です|だ)"),
    ("", r"(?:の|もの|わけ)(?:であり|である|であった|だった|です|なのだ|だ(?!が))"),
    ("", r"こと(?:が|も|は)(?:ある|あった|あり)"),
)
_GROUND = re.compile("(?:背景|理由|要因|原因|根底|念頭)に")  # 背景には〜したことがある
_MODAL = re.compile("|".join(f"(?P<m{i}>{pattern})" for i, (_, pattern) in enumerate(PHRASES)))


def modal_phrase(text: str, at: int) -> tuple[str, int] | None:
    """The modal phrase that begins at `at`: its mark ("" for a mere 〜のである) and where it ends."""
    m = _MODAL.match(text, at)
    if m is None or m.end() == at or m.lastgroup is None:
        return None
    if m.group().startswith("こと") and m.group()[2:4] in ("がある", "があ") and _GROUND.search(text, 0, at):
        return None
    return PHRASES[int(m.lastgroup[1:])][0], m.end()
