"""The frame of the barometer's verbs: the options that all have in common, read into one question."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any

from detente.cli.barometer import asked
from detente.cli.destination import check_file

_FIRST, _LAST = 3, 2


def asking(*without: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a verb the options of `asked`, all but those named; it gets the question that they make.

    The verb takes the question first, then its own options, the last two being format and output. On the
    command line they stand between what is asked about (paths, dyad, unit) and the rest. Whether the
    output can be written is seen before anything is read; what could not be read is said after all else.
    """

    def framed(verb: Callable[..., None]) -> Callable[..., None]:
        read = inspect.signature(asked, eval_str=True).parameters.values()
        shared = [one for one in read if one.name not in without]
        _, *own = inspect.signature(verb, eval_str=True).parameters.values()

        @wraps(verb)
        def run(**given: Any) -> None:
            check_file(given["output"])
            question = asked(**{one.name: given.pop(one.name) for one in shared})
            verb(question, **given)
            question.finish()

        order = [*shared[:_FIRST], *own[:-_LAST], *shared[_FIRST:], *own[-_LAST:]]
        options = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in order]
        run.__dict__["__signature__"] = inspect.Signature(options)
        run.__annotations__ = {one.name: one.annotation for one in options}
        return run

    return framed
