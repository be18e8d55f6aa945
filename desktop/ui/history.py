"""Where the reader has been, as in any browser."""


def place_in(topic: str, section: str) -> str:
    """A place that can be gone back to, such as "ndm#dosing"."""
    return f"{topic}#{section}"


class History:
    """The places in order, and which one is shown."""

    def __init__(self, start: str) -> None:
        self._places = [start]
        self._at = 0

    def visit(self, place: str) -> None:
        """Go somewhere new; what lay ahead is forgotten."""
        if place != self._places[self._at]:
            self._places = [*self._places[: self._at + 1], place]
            self._at += 1

    def back(self) -> str:
        """The place before, or the first one."""
        self._at = max(self._at - 1, 0)
        return self._places[self._at]

    def forward(self) -> str:
        """The place after, or the last one."""
        self._at = min(self._at + 1, len(self._places) - 1)
        return self._places[self._at]

    def forget(self) -> None:
        """Know of no place but the one that is shown."""
        self._places, self._at = [self._places[self._at]], 0

    @property
    def visited(self) -> tuple[str, ...]:
        """Every place once, the latest first."""
        return tuple(dict.fromkeys(reversed(self._places)))

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at < len(self._places) - 1
