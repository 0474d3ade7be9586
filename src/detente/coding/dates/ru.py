"""Dates in Russian: the words that stand around them (с, до, по, около, с … по)."""

from __future__ import annotations

import re

from detente.coding.dates.around import Around
from detente.coding.dates.ru_tokens import tokens

_POSITION = (
    r"(?:(?:самом\s+|самого\s+)?(?:начал\w+|конц\w+|конец|середин\w+|первой\s+половин\w+|второй\s+половин\w+|рубеж\w*"
    r"|перв\w+\s+числ\w+|последн\w+\s+числ\w+|исход\w*)\s+)?"
)
_IN = r"(?:(?:в|во|на|к|ко|с|со|по|до|от)\s+)?"
_BEFORE = re.compile(
    r"(?:(?<!\w)(?P<after>(?i:начиная\s+со?|со?|после|от))\s+"
    r"|(?<!\w)(?P<until>(?i:не\s+позднее|вплоть\s+до|до|по|к|ко|перед))\s+"
    r"|(?<!\w)(?P<between>(?i:между))\s+)?"
    rf"{_IN}(?P<about>(?:около|примерно|приблизительно|ориентировочно)\s+)?{_IN}{_POSITION}$"
)
_AROUND = Around(
    tokens=tokens,
    before=_BEFORE,
    to=re.compile(rf"\s?[-–—]\s?{_POSITION}|,?\s+(?:по|до)\s+{_POSITION}"),
    both=re.compile(rf"\s+и\s+(?:в\s+)?{_POSITION}"),
    onward=re.compile(r"\s+и\s+(?:позже|далее|позднее)\b"),
    name_tail=re.compile(r"(?!)"),
)
read = _AROUND.read
