"""The frame of the command line: help, exit codes, suggestions."""

from __future__ import annotations

import subprocess
import sys

import pytest

from detente.cli.main import VERBS


def detente(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "detente", *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_every_verb_explains_itself_with_an_example(verb: str) -> None:
    shown = detente(verb, "--help")
    assert shown.returncode == 0, shown.stderr
    assert f"detente {verb}" in shown.stdout.split("Usage:")[1]
    assert "Example" in shown.stdout


def test_the_version_is_printed() -> None:
    assert detente("--version").stdout.startswith("detente ")


def test_a_misspelt_verb_gets_a_suggestion_and_exit_code_2() -> None:
    shown = detente("breif")
    assert shown.returncode == 2
    assert "brief" in shown.stderr
    assert shown.stdout == ""


def test_a_misspelt_choice_gets_the_nearest_and_exit_code_2() -> None:
    shown = detente("read", "x.txt", "--format", "jsnl")
    assert shown.returncode == 2
    assert "Did you mean 'jsonl'?" in shown.stderr
    assert "'parquet'" in shown.stderr
    assert "Did you mean" not in detente("read", "x.txt", "--format", "qqqq").stderr


def test_without_words_the_verbs_are_listed() -> None:
    shown = detente()
    listed = shown.stdout + shown.stderr
    assert all(verb.name in listed for verb in VERBS)
