import os
import signal
import subprocess
import sys

import pytest

from headwater.scale import map_pages

# Worker processes import this file by its path, which they do not know: the functions they run
# are written into a module of their own.
MODULE = '''
import os, signal, sys
from threadpoolctl import threadpool_info

def double(n):
    return 2 * n

def threads(_):
    """How many threads the matrices of numpy are multiplied with."""
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}

def fall(n):
    """Dies on 3 and 5, runs out of memory on 7, digs too deep on 8, has a bug at 99."""
    if n in (3, 5):
        os.kill(os.getpid(), signal.SIGKILL)
    if n == 7:
        raise MemoryError
    if n == 8:
        raise RecursionError
    if n == 99:
        raise ZeroDivisionError("a bug")
    return n
'''


@pytest.fixture
def work(tmp_path, monkeypatch):
    (tmp_path / "work_of_the_test.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    import work_of_the_test  # noqa: PLC0415 - written just now

    yield work_of_the_test
    sys.modules.pop("work_of_the_test")


def refuse(item, why):
    return f"{item}: {why}"


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(work, workers):
    """However many workers there are, the results are those of one, in order."""
    results = map_pages(work.double, range(30), workers, on_crash=refuse)
    assert list(results) == [2 * n for n in range(30)]


def test_workers_share_the_processors_by_one_thread_each(work):
    """Two workers that each start a thread for every processor hold each other up."""
    results = map_pages(work.threads, range(2), 2, on_crash=refuse)
    assert all(threads <= {1} for threads in results)


def test_a_page_that_kills_its_process_is_refused_by_name_and_the_rest_is_read(work):
    """Pages that crash a worker are refused, each with its reason; all others come through."""
    results = list(map_pages(work.fall, range(12), 2, on_crash=refuse))
    assert results[3] == "3: the process that read it crashed"
    assert results[5] == "5: the process that read it crashed"
    assert results[7] == "7: reading it ran out of memory"
    assert results[8] == "8: it is nested too deeply to be read"
    assert [r for r in results if isinstance(r, int)] == [0, 1, 2, 4, 6, 9, 10, 11]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_bug_is_not_a_refusal(work, workers):
    """An exception nobody foresaw is raised, with one worker as with two."""
    with pytest.raises(ZeroDivisionError):
        list(map_pages(work.fall, [1, 99], workers, on_crash=refuse))


def test_items_are_taken_as_they_are_needed(work):
    """A pile larger than memory is not listed before the first page is read."""
    taken = []
    items = (taken.append(n) or n for n in range(1000))
    results = map_pages(work.double, items, 2, on_crash=refuse)
    assert next(results) == 0
    assert len(taken) < 50
    results.close()


# Whatever started the tests may have told its children to ignore Ctrl-C.
INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, sys.argv[1])
import nap
from headwater.scale import map_pages
if __name__ == "__main__":
    for n in map_pages(nap.nap, range(10_000), 2, on_crash=lambda item, why: item):
        print(n, flush=True)
"""


def _started(folder):
    """Start a run of the work in the folder, in a session of its own, so that a signal reaches all of it."""
    (folder / "run.py").write_text(INTERRUPTED)
    return subprocess.Popen(
        [sys.executable, str(folder / "run.py"), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent another way here")
def test_an_interrupt_stops_the_workers_too(tmp_path):
    """Ctrl-C ends the run and leaves no process behind."""
    (tmp_path / "nap.py").write_text(
        "import time\n\ndef nap(n):\n    time.sleep(0.01)\n    return n\n"
    )
    run = _started(tmp_path)
    assert [run.stdout.readline() for _ in range(99)][-1] == "98\n"
    os.killpg(run.pid, signal.SIGINT)
    # It returns when the last process that could write to the pipes is gone.
    _, errors = run.communicate(timeout=30)
    assert run.returncode != 0
    assert errors.rstrip().endswith("KeyboardInterrupt")


@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent another way here")
def test_an_interrupt_while_the_workers_wake_up_is_told_once(tmp_path):
    """A process that still imports has not yet been told to leave Ctrl-C to the one it works for."""
    (tmp_path / "nap.py").write_text(
        "import multiprocessing, sys, time\n\n"
        "if multiprocessing.current_process().name != 'MainProcess':\n    print('awake', flush=True)\n    time.sleep(2)\n\n"
        "def nap(n):\n    return n\n"
    )
    run = _started(tmp_path)
    with run:
        assert run.stdout.readline() == "awake\n"
        os.killpg(run.pid, signal.SIGINT)
        _, errors = run.communicate(timeout=30)
    assert run.returncode != 0
    assert errors.count("Traceback") == 1
