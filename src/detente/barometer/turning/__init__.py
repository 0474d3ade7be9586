"""Turning points: dates at which the mean of a series broke, with intervals and checks beside."""

from detente.barometer.turning.find import Turning, TurningPoint, turning_points

__all__ = ["Turning", "TurningPoint", "turning_points"]
