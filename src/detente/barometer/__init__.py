"""The barometer of a relationship: series, level, turning points, shocks, reciprocity, forecasts.

>>> from detente.barometer.counting import counted
>>> from detente.barometer.inputs import inputs
>>> from detente.barometer.periods import Unit
>>> from detente.barometer.turning import turning_points
>>> [counts] = counted(inputs([path]).rows(), "RUS", "USA", Unit.MONTH)         # doctest: +SKIP
>>> turning_points(counts.series("conflict")).as_records()                      # doctest: +SKIP
"""
