"""The briefing: from findings to one HTML page in which every claim opens its passage."""

from detente.brief.build import build
from detente.brief.futures import Inputs, joined, read_inputs
from detente.brief.gauge import EventData
from detente.brief.model import Briefing, Unreadable
from detente.brief.page import page
from detente.brief.sides import likeliest_dyad
from detente.brief.standing import facts_between
from detente.brief.words import check_language
from detente.brief.write import HTML, write_briefing

__all__ = [
    "HTML",
    "Briefing",
    "EventData",
    "Inputs",
    "Unreadable",
    "build",
    "check_language",
    "facts_between",
    "joined",
    "likeliest_dyad",
    "page",
    "read_inputs",
    "write_briefing",
]
