"""Python's garbage collector, which rests while a part of a flush is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_at_work = 0
_was_on = True  # before the first began: who runs us may do without it


@contextmanager
def resting() -> Iterator[None]:
    """The collector looks for no garbage meanwhile, in any thread.

    A part makes some hundred thousand objects, which all live until it is stored. The collector walks over them again
    and again and finds nothing: a fifth of the whole time (measured with `publish --all`). What is garbage waits for
    the end of the part, which is bounded.
    """
    global _at_work, _was_on
    with _lock:
        _was_on = _was_on if _at_work else gc.isenabled()
        _at_work += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _at_work -= 1
            if _was_on and not _at_work:
                gc.enable()
