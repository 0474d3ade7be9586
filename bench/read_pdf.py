"""How long a PDF takes to read, and how much memory, at 30, 150 and 300 pages.

Run: python bench/read_pdf.py [PAGES ...]

The pages are made here: two columns of Japanese text with running heads, page numbers, raised note
figures and footnotes. Each length is read in a process of its own, so that its peak is its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

TEXT = (
    "両国は二〇〇三年六月にサンクトペテルブルクで首脳会談を開き、戦略攻撃能力の削減に関する条約の批准書を交換した。"
    "大統領は共同記者会見で、意見の違いは二国間の関係を損なわなかったと述べた。経済の分野では、"
    "エネルギーの供給、投資の保護、加盟交渉などの問題が話し合われ、年内に作業部会を設けることで一致した。"
)
READER = """
import json, resource, sys, time
from detente.reading import read
begun = time.perf_counter()
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
document = read(sys.argv[1])
print(json.dumps({
    "seconds": time.perf_counter() - begun,
    "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "base_mb": base / 1024,
    "characters": len(document.text),
    "pages": len(document.page_starts),
    "notes": len(document.notes),
    "notes_with_text": sum(note.text_start is not None for note in document.notes),
}))
"""


def make_pdf(path: Path, pages: int) -> None:
    """Write a PDF of so many pages in the CID font HeiseiMin-W3, which no font file is needed for."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(1, pages + 1):
        canvas.setFont("HeiseiMin-W3", 8)
        canvas.drawString(60, 810, "第2章 露米関係")
        canvas.drawCentredString(297, 25, str(page))
        _columns(canvas, page)
        canvas.setFont("HeiseiMin-W3", 7)
        canvas.drawString(60, 60, f"({page}) {TEXT[page % 40 : page % 40 + 30]}。")
        canvas.showPage()
    canvas.save()


def _columns(canvas: object, page: int) -> None:
    rows = [TEXT[i % len(TEXT) :][:20].ljust(20, "国") for i in range(0, 80 * 20, 20)]
    for i, whole in enumerate(rows):
        row = whole[:12] + "。" if i % 10 == 9 else whole
        x = 60 if i < 40 else 310
        y = 780 - 17 * (i % 40)
        canvas.setFont("HeiseiMin-W3", 10.5)  # type: ignore[attr-defined]
        canvas.drawString(x, y, row)  # type: ignore[attr-defined]
        if i == 10:
            canvas.setFont("HeiseiMin-W3", 6)  # type: ignore[attr-defined]
            canvas.drawString(x + 211, y + 4, f"({page})")  # type: ignore[attr-defined]


def measure(pages: int) -> dict[str, float]:
    """Make a PDF and read it in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{pages}.pdf"
        make_pdf(path, pages)
        done = subprocess.run(
            [sys.executable, "-c", READER, str(path)], capture_output=True, text=True, check=True
        )
        size = path.stat().st_size / 2**20
    return {"made_pages": pages, "file_mb": size, **json.loads(done.stdout)}


def main(lengths: list[int]) -> None:
    """Print one line a length."""
    for pages in lengths:
        found = measure(pages)
        print("  ".join(f"{k} {v:.2f}" if isinstance(v, float) else f"{k} {v}" for k, v in found.items()))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [30, 150, 300])
