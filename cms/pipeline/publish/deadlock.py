"""When two publishers wait for each other, PostgreSQL sends one of them away; that one begins again.

Rows are locked in one order wherever we lock them ourselves. What is left are Wagtail's own writes: moving pages
rewrites the paths of their siblings. And a row that is not there yet cannot be locked: of two who make the same
one, the second finds the first one's in its way, and then knows it.
"""

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import IntegrityError, OperationalError, connection

T = TypeVar("T")
TRIES = 5
# deadlock_detected, serialization_failure, unique_violation
SENT_AWAY = {"40P01", "40001", "23505"}


def is_collision(error: BaseException) -> bool:
    return getattr(error.__cause__, "sqlstate", "") in SENT_AWAY


def again(work: Callable[[], T]) -> T:
    """Do this whole transaction, anew if it collided with another. Inside a larger one there is nothing to repeat."""
    if connection.in_atomic_block:
        return work()
    for attempt in range(1, TRIES):
        try:
            return work()
        except (OperationalError, IntegrityError) as error:
            if not is_collision(error):
                raise
        time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311 - not a secret
    return work()
