"""What a command answers, and what it says instead of an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DONE = 0
FAILED = 1
NOT_UNDERSTOOD = 2
NOT_TRUSTED = 3


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer in both its forms: the object for a script, the text for a person."""

    data: Mapping[str, object]
    text: str
    status: int = DONE


class CommandError(Exception):
    """Why there is no answer: a code for scripts, the field it is about, and what to do; `lines` are all the faults."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        field: str | None = None,
        status: int = NOT_UNDERSTOOD,
        lines: Sequence[str] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.field = field
        self.status = status
        self.lines = tuple(lines) or (message,)

    @property
    def data(self) -> dict[str, object]:
        """The error object of the contract."""
        return {"error": {"code": self.code, "field": self.field, "message": self.message}}
