"""Many pages at once on one machine, with the results of one after the other."""

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Final, TypeVar

import numpy as np  # noqa: F401 - only a library that is loaded can be kept to one thread
from threadpoolctl import threadpool_limits

T = TypeVar("T")
R = TypeVar("R")

#: Pages handed out ahead for each worker, so that none waits while a slow page holds up the order.
_AHEAD: Final = 4
_CRASHED: Final = "the process that read it crashed"
_TOO_BIG: Final = "reading it ran out of memory"
_TOO_DEEP: Final = "it is nested too deeply to be read"


def map_pages(
    function: Callable[[T], R],
    items: Iterable[T],
    workers: int,
    *,
    on_crash: Callable[[T, str], R],
) -> Iterator[R]:
    """Yield the function's result for every item, in the items' order.

    An item that runs out of memory, or takes its process down with it, gets what ``on_crash``
    makes of it and of the reason, in words; the others are not harmed. Any other exception is a
    bug, and is raised here. Left early, by an interrupt say, it stops its processes.

    Args:
        function: A function of a module (it is sent to other processes), which depends on
            nothing but its item.
        items: What to apply it to; taken as needed, never all at once.
        workers: How many processes; 1 works here, without another process.
        on_crash: Makes the result of an item that could not be worked on.
    """
    if workers <= 1:
        return (_apply(partial(function, item), item, on_crash) for item in items)
    return _spread(function, items, workers, on_crash)


def _apply(give: Callable[[], R], item: T, on_crash: Callable[[T, str], R]) -> R:
    try:
        return give()
    except MemoryError:
        return on_crash(item, _TOO_BIG)
    except RecursionError:
        return on_crash(item, _TOO_DEEP)


def _spread(
    function: Callable[[T], R],
    items: Iterable[T],
    workers: int,
    on_crash: Callable[[T, str], R],
) -> Iterator[R]:
    remaining, waiting = iter(items), deque[tuple[T, Future[R]]]()
    pool = _pool(workers)
    try:
        while _hand_out(
            pool, function, islice(remaining, workers * _AHEAD - len(waiting)), waiting
        ):
            item, future = waiting[0]
            if not _is_broken(future):
                waiting.popleft()
                yield _apply(future.result, item, on_crash)
                continue
            # One of the pages in hand killed the pool, and nothing says which: try each alone.
            yield from _one_by_one(function, waiting, on_crash)
            waiting.clear()
            pool.shutdown()
            pool = _pool(workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _hand_out(
    pool: ProcessPoolExecutor,
    function: Callable[[T], R],
    items: Iterable[T],
    waiting: deque[tuple[T, Future[R]]],
) -> bool:
    """Give the pool more to do; False when nothing is left that it has been given."""
    for item in items:
        try:
            future = _submit(pool, function, item)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        waiting.append((item, future))
    return bool(waiting)


def _one_by_one(
    function: Callable[[T], R],
    waiting: Iterable[tuple[T, Future[R]]],
    on_crash: Callable[[T, str], R],
) -> Iterator[R]:
    pool = _pool(1)
    try:
        for item, given in waiting:
            future = _submit(pool, function, item) if _is_broken(given) else given
            if _is_broken(future):
                pool.shutdown()
                pool = _pool(1)
                yield on_crash(item, _CRASHED)
            else:
                yield _apply(future.result, item, on_crash)
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, function: Callable[[T], R], item: T) -> Future[R]:
    """Hand an item to the pool, whose first item starts its processes.

    They are born with Ctrl-C held back, which one that is only waking up would answer with a
    traceback; here it is heard as soon as they are there.
    """
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(function, item)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(function, item)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_broken(future: Future[R]) -> bool:
    """Wait for a result, and tell whether its process died instead of giving one."""
    return isinstance(future.exception(), BrokenProcessPool)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork copies the threads' locks of onnxruntime in whatever state.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Make a new process one of many: on one thread, and leaving Ctrl-C to the one it works for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    one_thread()


def one_thread() -> threadpool_limits:
    """Keep numpy to one thread, until what is given is left as a context (if ever).

    Its matrices here are small: more threads make nothing faster by the clock, take the processors
    that other workers need, and may add numbers in another order on another machine.
    """
    return threadpool_limits(limits=1, user_api="blas")
