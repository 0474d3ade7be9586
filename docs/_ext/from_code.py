"""Writes the reference pages that stand in the code: verbs of the command line, codebooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from typer.main import get_command

from detente.cli.main import VERBS, app
from detente.datasets.registry import SOURCES


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


def datasets_page() -> str:
    """Every dataset of the registry: origin, licence, citation, layouts and the columns that are read."""
    parts = ["# Datasets\n\nGenerated from the code; `detente sources` prints the same.\n"]
    for source in SOURCES:
        origin = source.origin
        layouts = ", ".join(layout.name for layout in source.layouts)
        parts.append(f"## {source.name}\n\n**{origin.title}**, {origin.producer}. {source.note}\n")
        parts.append(
            f"- Kind: {source.kind}\n- Version: {origin.version}\n- Layouts: {layouts}\n"
            f"- Licence: {origin.licence}\n- Address: <{origin.address}>\n- Cite: {origin.citation}\n"
            f"- Checked: {origin.checked}\n"
        )
        parts.append("| column | needed | what | empty means |\n| --- | --- | --- | --- |")
        needed = {True: "yes", False: "no"}
        rows = (f"| {c.name} | {needed[c.required]} | {c.what} | {c.null} |" for c in source.columns())
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)


PAGES = {"cli.md": verbs_page, "datasets.md": datasets_page}


def write_pages(sphinx: Any) -> None:
    """Write each generated page beside the pages written by hand, if it has changed."""
    for name, make in PAGES.items():
        page, text = Path(sphinx.srcdir) / "reference" / name, make()
        if not page.exists() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")


def setup(sphinx: Any) -> dict[str, bool]:
    """Sphinx calls this."""
    sphinx.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True}
