"""Mean and median positions: the forecasts that every other model has to beat."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def weighted_mean(position: Array, salience: Array, capability: Array) -> Array:
    """The mean position by capability times salience: the compromise model, and the default here.

    Van den Bos 1991 and Achen 2006 (in Thomson et al., The European Union Decides, Cambridge, ch. 4): the
    approximation of Nash bargaining that no other model beat on EU issues.

    Parameters
    ----------
    position, salience, capability : ... x actors; leading dimensions (draws, issues) go together as in numpy.
        Absent actors have NaN as position. Where all weights are zero the plain mean stands.
    """
    weight = np.where(np.isnan(position), 0.0, salience * capability)
    total = weight.sum(axis=-1)
    known = np.where(np.isnan(position), 0.0, position)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (weight * known).sum(axis=-1) / total
    return np.where(total > 0, mean, plain_mean(position, salience, capability))


def plain_mean(position: Array, _salience: Array, _capability: Array) -> Array:
    """The mean position, all actors alike; absent actors have NaN as position."""
    return np.asarray(np.nanmean(position, axis=-1))


def weighted_median(position: Array, salience: Array, capability: Array) -> Array:
    """The least position at which half of capability times salience is reached (Black 1958, weighted).

    Where exactly half is reached the middle between this position and the next is taken, as for a plain
    median. Absent actors have NaN as position; where all weights are zero all count alike.
    """
    weight = np.broadcast_to(np.where(np.isnan(position), 0.0, salience * capability), position.shape)
    nothing = weight.sum(axis=-1, keepdims=True) == 0
    weight = np.where(nothing, (~np.isnan(position)).astype(float), weight)
    order = np.argsort(np.where(np.isnan(position), np.inf, position), axis=-1)
    places = np.take_along_axis(position, order, axis=-1)
    reached = np.take_along_axis(weight, order, axis=-1).cumsum(axis=-1)
    half = reached[..., -1:] / 2
    slack = 1e-12 * reached[..., -1:]
    low = (reached >= half - slack).argmax(axis=-1)
    high = (reached > half + slack).argmax(axis=-1)
    ends = [np.take_along_axis(places, at[..., None], axis=-1)[..., 0] for at in (low, high)]
    return np.asarray((ends[0] + ends[1]) / 2)
