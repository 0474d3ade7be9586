"""Group decision: from who wants what, how much and with what means, to what may come out."""

from __future__ import annotations

from detente.outlook.decision.backtest import Record, Score, backtest, read_record
from detente.outlook.decision.draft import draft, positions_of
from detente.outlook.decision.models import DEFAULT, MODELS, Model, model
from detente.outlook.decision.quantity import Quantity, parse_quantity
from detente.outlook.decision.run import SEED, Forecast, Swing, forecasts, moved, tornado
from detente.outlook.decision.sheet import Sheet, read_sheet

__all__ = [
    "DEFAULT",
    "MODELS",
    "SEED",
    "Forecast",
    "Model",
    "Quantity",
    "Record",
    "Score",
    "Sheet",
    "Swing",
    "backtest",
    "draft",
    "forecasts",
    "model",
    "moved",
    "parse_quantity",
    "positions_of",
    "read_record",
    "read_sheet",
    "tornado",
]
