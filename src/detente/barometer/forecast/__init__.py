"""Forecasts of counts by quad class, baselines beside them, and the record of each model."""

from detente.barometer.forecast.backtest import Backtest, Score, backtest
from detente.barometer.forecast.models import MODELS, Model, model_names
from detente.barometer.forecast.panel import QUADS, Panel, panel_of_events, panel_of_table
from detente.barometer.forecast.predict import forecast

__all__ = [
    "MODELS",
    "QUADS",
    "Backtest",
    "Model",
    "Panel",
    "Score",
    "backtest",
    "forecast",
    "model_names",
    "panel_of_events",
    "panel_of_table",
]
