"""The barometer of a relationship: series, level, turning points, shocks, reciprocity, forecasts."""
