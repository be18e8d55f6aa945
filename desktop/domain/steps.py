"""A long task in steps: a generator that yields how much is done, from 0 to 1, and answers when it is over."""

from collections.abc import Generator
from typing import TypeVar

Answer = TypeVar("Answer")
Steps = Generator[float, None, Answer]


def finished(steps: Steps[Answer]) -> Answer:
    """What a task answers, all its steps taken one after the other."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            answer: Answer = end.value
            return answer


def part(steps: Steps[Answer], start: float, end: float) -> Steps[Answer]:
    """The steps of a task that is one part of another: what is done goes from `start` to `end`."""
    while True:
        try:
            done = next(steps)
        except StopIteration as over:
            answer: Answer = over.value
            return answer
        yield start + (end - start) * done
