"""Who answers whom, with what lag: a vector autoregression, or regressions of counts."""

from detente.barometer.reciprocity.answer import Answer, Reciprocity
from detente.barometer.reciprocity.ask import MODELS, reciprocity

__all__ = ["MODELS", "Answer", "Reciprocity", "reciprocity"]
