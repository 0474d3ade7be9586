"""Writes the reference pages that stand in the code: verbs of the command line, codebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer.main import get_command

from detente.cli.main import VERBS, app


def verbs_page() -> str:
    """Every verb with the help text that it prints."""
    import click

    group: Any = get_command(app())
    parts = ["# The command line\n\nGenerated from the code; `detente VERB --help` prints the same.\n"]
    for verb in VERBS:
        command = group.commands[verb.name]
        context = click.Context(command, info_name=f"detente {verb.name}", terminal_width=88)
        parts.append(f"## detente {verb.name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


def write_pages(sphinx: Any) -> None:
    """Write each generated page beside the pages written by hand, if it has changed."""
    page = Path(sphinx.srcdir) / "reference" / "cli.md"
    text = verbs_page()
    if not page.exists() or page.read_text(encoding="utf-8") != text:
        page.write_text(text, encoding="utf-8")


def setup(sphinx: Any) -> dict[str, bool]:
    """Sphinx calls this."""
    sphinx.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
