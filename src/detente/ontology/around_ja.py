"""What stands around a Japanese name and tells how it is used: 米大統領選, ロシア語, 英兵, モスクワは."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.ontology.tables import rows
from detente.ontology.unit import Hit

_NOT_HELD = re.compile(
    "会談|会議|会合|協議|理事会|級|選|候補|制|令|職|府|夫人|声明|宣言|国|的|外交|レベル|電話|交流|対話|間|同士|経験|官邸"
    "|公邸|公選|補佐|会見|館|部|団|議長|章|杯|就任式|権限|任期|クラス"
)
_NOT_A_STATE = re.compile(
    "語|時間|料理|製|産|風|式|文学|史上|円|ドル|経済新聞|放送|海軍力|学部|学者|人学校|戦争|紛争"
)
_KATAKANA_NAME = re.compile(r"(?:[ァ-ヴ][ァ-ヴー]*[・＝])*[ァ-ヴ][ァ-ヴー]+$")
_KANJI_NAME = re.compile(r"(?<![一-鿿々ァ-ヴーA-Za-z])[一-鿿々ヶ]{1,5}$")
_WORD = re.compile("[一-鿿々ァ-ヴー]")
_GIVEN = re.compile(r"(?:[ァ-ヴ][ァ-ヴー]*[・＝]|[A-ZＡ-Ｚ][.．・])+$")
_RANK = re.compile(
    r"(?:前|元|新|現|次期|同|両|故|時の|当時の|初代|歴代|暫定|第一|第1|第１|筆頭|常任|上級|主任|臨時)$"
)
# 若槻内閣: a cabinet called by a name in kanji is Japan's
_CABINET = re.compile(
    r"(?<![一-鿿々])(?!連立|戦時|改造|次期|政党|少数|暫定|挙国|一致|新|現|前|旧|同|各|全|両|影|右派|左派|中道|保守|緊急|臨時|大連立)"
    r"(?:第[一二三四]次)?[一-鿿々]{1,4}(?:[一二三四]次)?$"
)
_STANDING_IN = re.compile("(?:職務)?(?:代行|代理)(?![一-鿿])")
_HONORIFIC = re.compile("氏|夫妻")
# 英兵, 米空母, 仏水兵, 米移民当局: a state's letter before its men, its arms, its bodies
_ITS_OWN = re.compile(
    "(?:海兵|水|歩|騎|落下傘|将|敗残|捕虜)?兵(?![器力])|将校|艦隊|艦(?!船)|(?:原子力)?(?:空母|潜水艦)|(?:駆逐|巡洋|砲|戦|軍)艦"
    "|(?:軍|戦闘|爆撃|輸送|偵察|哨戒|無人|旅客)機|機(?![関械能会構])|公船|漁船|商船|船籍|巡視船|(?:護衛|哨戒|掃海|潜水)艇"
    "|(?:上下両|上|下|両)院|議会|大使館|領事館|総領事館|公使館|(?:移民|捜査|検察|司法|軍事|通商|税関|情報|関税|金融|外交|治安)当局"
    "|(?:大手)?企業|市民|国民|世論|(?:外交|情報)官|当局者|代表団|交渉団|使節|特使|海警|沿岸警備隊"
)


_ACTING = re.compile(
    "は|が|も|側|の[^一-鿿]{0,2}(?:反応|姿勢|態度|立場|主張|思惑|意向)|と[^の]|、",
)


@lru_cache(maxsize=1)
def alone() -> frozenset[str]:
    """The letters that stand for a state with nothing beside them (米, 露, 英)."""
    return frozenset(row["letter"] for row in rows("letters") if row["alone"])


def held(text: str, end: int) -> bool:
    """Whether the office that ends at `end` is somebody who holds it: 米大統領, not 米大統領選."""
    return _NOT_HELD.match(text, end) is None


def names_state(text: str, end: int) -> bool:
    """Whether the state's name that ends at `end` means the state: ロシア, not ロシア語."""
    return _NOT_A_STATE.match(text, end) is None


def owns(text: str, end: int) -> bool:
    """Whether a state's men, arms or bodies follow its letter: 英兵, 米空母."""
    return _ITS_OWN.match(text, end) is not None


def listed(text: str, start: int, end: int, *, begun: bool, goes_on: bool) -> bool:
    """Whether a letter is one of a list of states (英、独、スウェーデン).

    `begun` is whether a state stands right before the sign before it, `goes_on` whether one follows.
    """
    if begun and text[start - 1] == "、":
        return goes_on or text[end : end + 1] in tuple("はがもとにをのや")
    return goes_on and text.startswith("、", end) and (start == 0 or text[start - 1] in "、，")


def in_word(letter: str) -> bool:
    """Whether a letter before a name can be part of one word with it."""
    return _WORD.match(letter) is not None


def acting(text: str, end: int) -> bool:
    """Whether the capital that ends at `end` stands for its state: モスクワは, not モスクワで."""
    return _ACTING.match(text, end, end + 8) is not None


def ranked_from(text: str, start: int) -> int:
    """Where the ranks before an office begin: 前, 元, 両, 現."""
    while found := _RANK.search(text, max(0, start - 3), start):
        start = found.start()
    return start


def given_before(text: str, start: int) -> str:
    """The given name or initials that end at `start`: ウラジーミル・."""
    found = _GIVEN.search(text[max(0, start - 24) : start])
    return found.group() if found else ""


def honorific_end(text: str, end: int) -> int:
    """Where an honorific after a name ends; `end` where there is none."""
    found = _HONORIFIC.match(text, end)
    return found.end() if found else end


def cabinet_from(text: str, start: int) -> int | None:
    """Where the name of a Japanese cabinet before 内閣 begins; None where no name stands there."""
    found = _CABINET.search(text, max(0, start - 8), start)
    return found.start() if found else None


def katakana_name(text: str, start: int, end: int) -> str:
    """The text between two places where it is one name in katakana, else ""."""
    found = _KATAKANA_NAME.fullmatch(text, start, end)
    return found.group() if found else ""


def name_at_end(text: str, *, kanji: bool) -> str:
    """The unlisted name that a text ends in: in katakana, or (`kanji`) in kanji."""
    found = _KATAKANA_NAME.search(text) or (_KANJI_NAME.search(text) if kanji else None)
    return found.group() if found else ""


def standing_in(text: str, hit: Hit) -> Hit:
    """The hit of an office with what says that its holder only stands in: 首相代行, 外相代理."""
    told = _STANDING_IN.match(text, hit.end) if hit.unit.kind == "role" else None
    return hit if told is None else hit._replace(end=told.end())
