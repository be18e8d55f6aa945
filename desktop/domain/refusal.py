"""What is said in place of a number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no figure can be stated; shown in place of a number, never beside one."""

    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class InputFault:
    """What is wrong with one typed value, and what to do about it."""

    code: str
    field: str
    message: str
