"""The clock of this machine, which may be wrong."""

from datetime import datetime


def today() -> str:
    """The day that this machine shows, such as 2026-11-26."""
    return datetime.now().astimezone().date().isoformat()
