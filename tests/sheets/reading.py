"""A PDF as poppler reads and draws it."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path

_DOTS_PER_INCH = 50
_WHITE = 250
_WORD = re.compile(r'<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">([^<]*)</word>')


def bare(words: str) -> str:
    """Words without any space: lines end elsewhere on paper, and nothing else may differ."""
    return "".join(words.split())


@dataclass(frozen=True)
class Drawn:
    """One page in grey dots."""

    width: int
    height: int
    dots: bytes

    def is_white(self, left: int, top: int, right: int, bottom: int) -> bool:
        """Whether nothing is drawn between these dots."""
        rows = (self.dots[row * self.width + left : row * self.width + right] for row in range(top, bottom))
        return all(min(row, default=255) >= _WHITE for row in rows)

    def has_white_edge(self, mm: float) -> bool:
        """Whether nothing is drawn within so many millimetres of any side."""
        edge = int(mm / 25.4 * _DOTS_PER_INCH)
        sides = ((0, 0, self.width, edge), (0, self.height - edge, self.width, self.height))
        ends = ((0, 0, edge, self.height), (self.width - edge, 0, self.width, self.height))
        return all(self.is_white(*part) for part in (*sides, *ends))


@dataclass(frozen=True)
class Word:
    """One word, its top and bottom in points from the top of the page."""

    text: str
    top: float
    bottom: float


@dataclass(frozen=True)
class Pdf:
    """One written PDF."""

    path: Path

    @cached_property
    def pages(self) -> list[str]:
        """The text of every page, in the order in which it is read."""
        return self._said("pdftotext", "-raw", self.path, "-").split("\f")[:-1]

    @cached_property
    def body(self) -> str:
        """All text without spaces, without what stands above and below every page."""
        return "".join(map(body_of, self.pages))

    @cached_property
    def drawn(self) -> list[Drawn]:
        """Every page as it is printed, in grey."""
        command = ["pdftoppm", "-gray", "-r", str(_DOTS_PER_INCH), str(self.path)]
        stream = subprocess.run(command, capture_output=True, check=True).stdout
        found = []
        while stream:
            head = re.match(rb"P5\n(\d+) (\d+)\n255\n", stream)
            assert head
            width, height = int(head[1]), int(head[2])
            found.append(Drawn(width, height, stream[head.end() : head.end() + width * height]))
            stream = stream[head.end() + width * height :]
        return found

    @cached_property
    def words(self) -> list[list[Word]]:
        """The words of every page, each with where it stands."""
        pages = self._said("pdftotext", "-bbox", self.path, "-").split("<page ")[1:]
        return [
            [Word(unescape(text), float(top), float(bottom)) for top, bottom, text in _WORD.findall(page)]
            for page in pages
        ]

    @cached_property
    def about(self) -> str:
        """What pdfinfo says."""
        return self._said("pdfinfo", self.path)

    @cached_property
    def fonts(self) -> str:
        """What pdffonts says."""
        return self._said("pdffonts", self.path)

    def _said(self, *command: str | Path) -> str:
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def body_of(page: str) -> str:
    """The text of a page without spaces, head and foot."""
    text = bare(page)
    _, _, below = text.partition("Notclinicallyreviewed")
    body, found, _ = below.rpartition("Edition2026.11,content")
    assert found, "the page has no foot"
    return body
