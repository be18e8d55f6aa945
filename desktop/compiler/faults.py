"""What is wrong with what an author wrote, in one line that says where and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of the authored library; nothing is written while there is any."""

    file: str
    place: str
    what: str
    remedy: str

    @property
    def line(self) -> str:
        """The fault as authors read it, such as `edition.toml, name: it is empty. Write it.` in one line."""
        return " ".join(f"{self.file}, {self.place}: {self.what}. {self.remedy}".split())


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by file, each once, otherwise as they were found."""
    return sorted(dict.fromkeys(faults), key=lambda fault: fault.file)


def listed(words: Iterable[str]) -> str:
    """Words in one row, parted by commas."""
    return ", ".join(words)
