"""The steps in the life of an agreement, from `codebooks/en/steps.yaml`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

SIGNING = frozenset(
    {"signed", "initialled", "reached", "established", "agreed", "announced", "entered into", "adopted"}
)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=1)
def steps() -> dict[str, str]:
    """Verb -> the step that it tells."""
    raw = files("detente.coding").joinpath("codebooks", "en", "steps.yaml").read_text("utf-8")
    return {verb: step for step, verbs in yaml.load(raw, Loader=_LOADER).items() for verb in verbs.split()}
