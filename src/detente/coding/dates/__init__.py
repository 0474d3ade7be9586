"""Dates in Japanese, English and Russian texts, as EDTF."""

from detente.coding.dates.context import Basis, DateContext
from detente.coding.dates.edtf import bounds, is_after, is_valid, sort_key
from detente.coding.dates.find import find_dates
from detente.coding.dates.landmarks import Landmarks
from detente.coding.dates.mention import Base, DateMention, Kind, Point
from detente.coding.dates.resolve import ResolvedDate, resolve
from detente.coding.dates.running import Running
from detente.coding.dates.walk import dates_in, days_written, scoping, step, walk

__all__ = [
    "Base",
    "Basis",
    "DateContext",
    "DateMention",
    "Kind",
    "Landmarks",
    "Point",
    "ResolvedDate",
    "Running",
    "bounds",
    "dates_in",
    "days_written",
    "find_dates",
    "is_after",
    "is_valid",
    "resolve",
    "scoping",
    "sort_key",
    "step",
    "walk",
]
