"""The repair of extraction noise: small edits, each of which keeps the map to the stored text."""

from detente.reading.repair.pipeline import Repair, repair

__all__ = ["Repair", "repair"]
