"""How much a decoded text looks like a text that somebody wrote."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_COMMON_KANJI = frozenset(
    "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入"
    "選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都"
    "和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文"
    "反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙"
    "果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由"
    "説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族"
    "象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賀訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種"
    "美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達露冷攻敵盟条約協脅威"
)
_RUSSIAN = {c: w for c, w in zip("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", range(34, 0, -1), strict=False)}
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile("[\u0080-\u009f\ue000-\uf8ff\ufffd\ufff0-\uffff]|[\u0000-\u0008\u000e-\u001a\u001c-\u001f]")


def plausibility(text: str) -> float:
    """A mark in about [-3, 1] for a sample of text; only characters beyond ASCII count.

    Kana, common Chinese characters and Cyrillic words with a natural case earn points; control and
    private-use characters, half-width kana, mixed scripts within a word and runs of accented
    letters lose them. 1 for plain ASCII.
    """
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return -3.0 if _ODD.search(text) else 1.0
    points = sum(map(_points, beyond)) - 3.0 * len(_ODD.findall(text))
    points += sum(map(_word_points, _WORD.findall(text)))
    return points / len(beyond)


@lru_cache(maxsize=1 << 14)
def _points(char: str) -> float:
    code = ord(char)
    if 0x3041 <= code <= 0x3096 or 0x30A1 <= code <= 0x30FC:
        return 1.0
    if char in "、。「」『』（）・！？：；“”‘’«»—–…№％〜～【】■□○●　※＝":
        return 0.7
    if 0x4E00 <= code <= 0x9FFF:
        return 0.8 if char in _COMMON_KANJI else 0.2 if _is_jis_first_level(char) else -0.6
    if 0xFF10 <= code <= 0xFF5A:
        return 0.5
    if 0xFF61 <= code <= 0xFF9F:
        return -0.5
    if char.lower() in _RUSSIAN:
        return 0.3 + _RUSSIAN[char.lower()] / 60
    if 0xAC00 <= code <= 0xD7A3:
        return 0.3
    if char in "éèêëàâäáçôöóîïíùûüúñßøåæÉÖÜÄ’€£§°±½":
        return 0.3
    return -0.3 if unicodedata.category(char)[0] in "LP" else -0.8


@lru_cache(maxsize=1 << 12)
def _is_jis_first_level(char: str) -> bool:
    try:
        return char.encode("euc_jp")[0] < 0xD0
    except UnicodeEncodeError:
        return False


def _word_points(word: str) -> float:
    """Losses for case and scripts that no writer mixes: рОССИЯ, Ðîññèÿ, aж."""
    if word.isascii() or len(word) < 2:
        return 0.0
    loss = 0.0
    if any("\u0400" <= char <= "\u04ff" for char in word):
        inner = sum(char.isupper() for char in word[1:])
        if inner and not word.isupper():
            loss += 0.8 * inner
        if word[0].islower() and word[1:].isupper():
            loss += 0.5 * len(word)
        if any(char.isascii() or "\u00a0" < char < "\u0250" for char in word):
            loss += 0.5 * len(word)
        if word.isupper() and len(word) > 6:
            loss += 0.3 * len(word)
    else:
        accented = sum("\u00a0" < char < "\u0250" for char in word)
        loss += 1.5 * accented if accented >= 2 and accented > 0.4 * len(word) else 0.0
    return -loss
