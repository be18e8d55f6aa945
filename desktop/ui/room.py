"""How much room charts have on the page."""

from dataclasses import dataclass

_WIDTH_PX, _STEP_PX = 520, 40


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a chart may be before it is enlarged with the text, and by how many per cent that is."""

    width: int
    percent: int

    def scaled(self, px: int) -> int:
        """A length at this text size."""
        return px * self.percent // 100


WIDEST = Room(_WIDTH_PX, 100)


def room_in(pixels: int, percent: int) -> Room:
    """The room in so many pixels, in steps, so that few widths of the window draw a page anew."""
    width = min(pixels * 100 // percent, _WIDTH_PX)
    return Room(max(width // _STEP_PX, 1) * _STEP_PX, percent)
