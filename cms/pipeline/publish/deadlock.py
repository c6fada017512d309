"""When two publishers wait for each other, PostgreSQL sends one of them away; that one begins again.

Rows are locked in one order wherever we lock them ourselves. What is left are Wagtail's own writes: moving pages
rewrites the paths of their siblings.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import OperationalError, connection

T = TypeVar("T")
TRIES = 5
SENT_AWAY = {"40P01", "40001"}  # deadlock_detected, serialization_failure


def is_deadlock(error: BaseException) -> bool:
    return isinstance(error, OperationalError) and getattr(error.__cause__, "sqlstate", "") in SENT_AWAY


def again(work: Callable[[], T]) -> T:
    """Do this whole transaction, anew if a deadlock undid it. Inside another transaction there is nothing to repeat."""
    if connection.in_atomic_block:
        return work()
    for attempt in range(1, TRIES):
        try:
            return work()
        except OperationalError as error:
            if not is_deadlock(error):
                raise
        time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311 - not a secret
    return work()
