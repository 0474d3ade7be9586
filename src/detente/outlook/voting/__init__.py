"""Weighted voting: who has power under a rule, who is pivotal, who can stop a proposal."""

from __future__ import annotations

from detente.outlook.voting.abstention import Decisiveness, decisiveness
from detente.outlook.voting.passing import Prospect, Stand, prospect
from detente.outlook.voting.power import Power, Report, power
from detente.outlook.voting.presets import PRESETS, preset
from detente.outlook.voting.read import read_game, read_stands
from detente.outlook.voting.rule import Condition, Game, game, parse_rule

__all__ = [
    "PRESETS",
    "Condition",
    "Decisiveness",
    "Game",
    "Power",
    "Prospect",
    "Report",
    "Stand",
    "decisiveness",
    "game",
    "parse_rule",
    "power",
    "preset",
    "prospect",
    "read_game",
    "read_stands",
]
