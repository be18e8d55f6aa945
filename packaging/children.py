"""Work done in forked children, so many at a time; a child that fails, hangs or eats memory has failed.

One that is ended from outside, or that this machine fails, says nothing: its work was not done.
"""

import os
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

# Of processor time, not of the clock: on a busy machine a survivor would look like a hanging one.
_LONGEST_S, _AFTER_S = 300, 5
_MOST_MEMORY = 4 * 1024**3
# The kernel ends a child that way when memory is short, a person when he is tired of waiting.
_FROM_OUTSIDE = {-signal.SIGKILL, -signal.SIGTERM, -signal.SIGINT, -signal.SIGHUP}
MACHINE_FAILED = 70
_NOT_DONE = _FROM_OUTSIDE | {MACHINE_FAILED}
_Job = TypeVar("_Job")


def in_children(jobs: Iterable[tuple[_Job, Callable[[], int]]], workers: int) -> Iterator[tuple[_Job, bool | None]]:
    """Every job with whether its child failed, None where nobody knows; so many children at a time."""
    running: dict[int, _Job] = {}
    for job, work in jobs:
        if len(running) >= workers:
            yield _ended(running)
        running[_child(work)] = job
    while running:
        yield _ended(running)


def _ended(running: dict[int, _Job]) -> tuple[_Job, bool | None]:
    pid, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    return running.pop(pid), None if code in _NOT_DONE else code != 0


def _child(work: Callable[[], int]) -> int:
    """The number of the process that does some work, silently; too long or too much memory is a failure."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        at_most(_LONGEST_S)
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        status = work()
    except OSError:
        # No work looks at files: it is the machine that fails, as where a disk is full.
        status = MACHINE_FAILED
    finally:
        # Whatever was raised, a child must never live on as a second parent.
        os._exit(status)


def at_most(seconds: float) -> None:
    """Let this process end by itself when it has used so much processor time."""
    soft = min(round(seconds), _LONGEST_S)
    # The soft one first: what it sends is the end of whoever hangs, what the hard one sends may be anybody's.
    resource.setrlimit(resource.RLIMIT_CPU, (soft, _LONGEST_S + _AFTER_S))
