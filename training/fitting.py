"""Softmax regression with a ridge penalty over named traits, for the models of acts in unlisted words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from detente.coding.linear import Weights


def often(seen: Sequence[Sequence[str]], least: int) -> list[str]:
    """The traits that occur in so many places, in alphabetical order."""
    counts = Counter(trait for traits in seen for trait in set(traits))
    return sorted(trait for trait, n in counts.items() if n >= least)


def table(seen: Sequence[Sequence[str]], names: Sequence[str]) -> csr_matrix:
    """One row a place, one column a trait, the last column ones."""
    number = {name: i for i, name in enumerate(names)}
    rows, columns = [], []
    for i, traits in enumerate(seen):
        known = {number[t] for t in traits if t in number} | {len(number)}
        rows += [i] * len(known)
        columns += sorted(known)
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), (len(seen), len(number) + 1))


def fitted(
    x: csr_matrix, y: np.ndarray, classes: int, weight: np.ndarray, penalty: float, steps: int = 150
) -> Weights:
    """Softmax regression with a ridge penalty on all but the bias: weights of shape (columns, classes)."""
    wanted = np.eye(classes)[y]
    ridge = np.full((x.shape[1], 1), penalty)
    ridge[-1] = 0
    turned = x.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(x.shape[1], classes)
        score = x @ w
        score -= score.max(axis=1, keepdims=True)
        odds = np.exp(score)
        odds /= odds.sum(axis=1, keepdims=True)
        value = -(weight * np.log(odds[np.arange(len(y)), y] + 1e-12)).sum() + (ridge * w * w).sum() / 2
        slope = turned @ (weight[:, None] * (odds - wanted)) + ridge * w
        return float(value), slope.ravel()

    start = np.zeros(x.shape[1] * classes)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return np.asarray(found.x.reshape(x.shape[1], classes), np.float32)


def span(text: str, event: dict[str, object]) -> tuple[int, int]:
    """Where the quotation of an event stands."""
    quote, at = str(event["quote"]), -1
    for _ in range(int(str(event["occurrence"])) + 1):
        at = text.find(quote, at + 1)
    return at, at + len(quote)
