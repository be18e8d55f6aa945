"""Plain text for a terminal: wrapped lines in which a dose or a number with its unit is never taken apart."""

import shutil

from desktop.domain.wording import wrapped

_NARROWEST = 40
_WIDEST = 100
_USUAL = 80
_LABEL_WIDTH = 12


def terminal_width() -> int:
    """The columns to write in: the terminal's, 80 where there is none, never too narrow or too wide to read."""
    return min(max(shutil.get_terminal_size((_USUAL, 24)).columns, _NARROWEST), _WIDEST)


class Page:
    """Lines that gather into one text of a given width."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """Everything so far."""
        return "\n".join(self._lines)

    def gap(self) -> None:
        """One empty line, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, words: str, rule: str = "-") -> None:
        """A title with a rule under it and room above."""
        self.gap()
        start = len(self._lines)
        self.paragraph(words)
        self._lines.append(rule * max(len(line) for line in self._lines[start:]))

    def paragraph(self, words: str, indent: int = 0, hanging: int = 0) -> None:
        """Wrapped words; `hanging` moves the following lines further in."""
        self._wrap(words, " " * indent, " " * (indent + hanging))

    def entry(self, label: str, words: str) -> None:
        """A label in its column, and words wrapped beside it."""
        self._wrap(words, f"  {label:<{_LABEL_WIDTH}}", " " * (_LABEL_WIDTH + 2))

    def _wrap(self, words: str, first: str, following: str) -> None:
        self._lines += wrapped(words, self._width, first, following)
