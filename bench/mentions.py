"""How fast the vocabulary loads and reads: seconds to the first answer, characters a second by language."""

from __future__ import annotations

import subprocess
import sys
import time

from detente.ontology import mentions

SAMPLES = {
    "ja": (
        "2003年9月24日、プーチン大統領は訪米し、ブッシュ米大統領と会談した。露米両国は対テロ協力を確認し、"
        "ロシア国防省と米国務省は共同で声明を発表した。根室市の漁業者は操業を続け、"
        "地元の人々は静かに結果を待っていた。"
    ),
    "en": (
        "In Moscow, Russian President Vladimir Putin met U.S. Secretary of State Colin Powell, and the two "
        "sides agreed to continue the talks that had begun in spring; several questions were left open. "
    ),
    "ru": (
        "Президент России Владимир Путин встретился с госсекретарём США Колином Пауэллом, и стороны "
        "договорились продолжить переговоры, начатые весной, хотя несколько вопросов осталось открытыми. "
    ),
}
LOADS = """
import time
start = time.perf_counter()
from detente.ontology import mentions
mentions({text!r}, {language!r})
print(time.perf_counter() - start)
"""


def main() -> None:
    """Print one line a language: load in seconds, speed in characters a second (median of five)."""
    for language, sample in SAMPLES.items():
        code = LOADS.format(text=sample[:20], language=language)
        loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        text = sample * (200_000 // len(sample))
        speeds = sorted(_speed(text, language) for _ in range(5))
        print(f"{language}: loads in {float(loaded.stdout):.3f} s, reads {speeds[2]:,.0f} characters/s")


def _speed(text: str, language: str) -> float:
    start = time.perf_counter()
    mentions(text, language, "2003-09")
    return len(text) / (time.perf_counter() - start)


if __name__ == "__main__":
    main()
