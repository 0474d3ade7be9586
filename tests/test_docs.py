"""What the docs promise is held against the code."""

from __future__ import annotations

import importlib
import importlib.util
import re
from pathlib import Path

import pytest

import detente
from detente.cli.main import VERBS

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("name", detente.__all__)
def test_every_public_name_exists_and_has_a_docstring(name: str) -> None:
    assert getattr(detente, name).__doc__


def test_the_readme_shows_every_verb_a_user_needs() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"detente ([a-z]+)", text))
    assert {verb.name for verb in VERBS} <= shown


def test_the_architecture_page_names_every_folder_of_the_package() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    package = Path(importlib.import_module("detente").__file__ or "").parent
    folders = [p.name for p in package.iterdir() if p.is_dir() and not p.name.startswith("__")]
    assert [name for name in folders if f"`{name}/`" not in text] == []


def test_readme_links_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_dataset_of_the_registry_has_a_section_in_the_reference() -> None:
    from detente.datasets.registry import SOURCES

    extension = ROOT / "docs" / "_ext" / "from_code.py"
    spec = importlib.util.spec_from_file_location("from_code", extension)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = module.datasets_page()
    for source in SOURCES:
        assert f"## {source.name}\n" in page
        assert source.origin.citation in page
        assert source.note, f"{source.name} has no note on what to know before using it"
        for column in source.columns():
            assert f"| {column.name} |" in page
