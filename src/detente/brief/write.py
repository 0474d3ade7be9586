"""A briefing onto disk: `briefing.html` and `findings.jsonl`, each whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

from detente.brief.model import Briefing
from detente.brief.page import page
from detente.casebook.atomic import replace_file

HTML, FINDINGS = "briefing.html", "findings.jsonl"


def write_briefing(relation: Briefing, out: Path, lang: str = "en", *, name: str = HTML) -> Path:
    """Write the briefing and its findings into a folder and return the path of the HTML file.

    Parameters
    ----------
    relation : what `build` made.
    out : the folder; made where it is not there.
    lang : "en" or "ja".
    name : of the HTML file.
    """
    html = page(relation, lang)
    records = (json.dumps(finding.as_dict(), ensure_ascii=False) for finding in relation.findings)
    out.mkdir(parents=True, exist_ok=True)
    replace_file(out / FINDINGS, "".join(f"{record}\n" for record in records).encode("utf-8", "replace"))
    replace_file(out / name, html.encode("utf-8", "replace"))
    return out / name
