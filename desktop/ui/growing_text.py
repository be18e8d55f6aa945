"""The text of a long page, read piece by piece: what fills the window before it is shown, the rest soon after."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from PySide6 import QtGui
from PySide6.QtGui import QTextDocument

from desktop.ui.term_marks import mark_terms

# Characters of HTML that are read at once: no fewer than would be felt, and no more if the next piece is a long one.
_LEAST, _MOST = 6_000, 12_000
# So much of the screen one of them fills at the usual size, in square pixels; a page of close lines takes more of them.
_PX_OF_ONE = 130


def filling(width: int, height: int, percent: int) -> int:
    """How many characters of HTML fill a window of so many pixels at a size of text in per cent."""
    return width * height * 100 * 100 // (percent * percent * _PX_OF_ONE) + 1


class GrowingText:
    """A document and the pieces of HTML that it has not read yet, each of which begins with a paragraph.

    A text that grew has the very formats of one that was read whole.
    """

    def __init__(
        self, document: QTextDocument, pieces: Iterator[str], sections: Sequence[str], fill: int = _LEAST
    ) -> None:
        """Read as many pieces into an empty document as `fill` the window, in characters, and none beyond.

        `sections` are the anchors at which a section begins.
        """
        self.document = document
        self._pieces, self._missing = pieces, set(sections)
        self._held: str | None = None
        self._fault: Exception | None = None
        self._beginnings: list[tuple[int, str]] = []
        self._marked = 0
        self._looked = 0
        document.setHtml("".join(self._next(fill, fill)))

    def read_ahead(self) -> None:
        """Take every piece that is left, without laying it out."""
        self._pieces = iter(list(iter(self._taken, None)))

    @property
    def is_whole(self) -> bool:
        """Whether every piece was read."""
        return self._ahead() is None

    def section_at(self, block: int) -> str | None:
        """The section in which a paragraph is; None where the page has no section."""
        self._find_sections()
        at = bisect_right([number for number, _ in self._beginnings], block) - 1
        return self._beginnings[max(at, 0)][1] if self._beginnings else None

    def grow(self, meanings: Mapping[str, str]) -> None:
        """Read the next pieces, their terms underlined."""
        cursor = QtGui.QTextCursor(self.document)
        cursor.beginEditBlock()  # laid out once
        try:
            for piece in self._next(_LEAST, _MOST):
                self._add(piece)
            self.mark(meanings)
        finally:
            cursor.endEditBlock()

    def grow_whole(self, meanings: Mapping[str, str]) -> None:
        """Read every piece that is left."""
        while not self.is_whole:
            self.grow(meanings)

    def mark(self, meanings: Mapping[str, str]) -> None:
        """Underline the terms that have been read since the last time."""
        mark_terms(self.document, meanings, self._marked)
        self._marked = self._last()

    def _next(self, least: int, most: int) -> list[str]:
        """The pieces that are read together, of those that are left."""
        taken, length = list[str](), 0
        while length < most and (piece := self._ahead()) is not None:
            if length >= least and length + len(piece) > most:
                break
            taken.append(piece)
            length += len(piece)
            self._held = None
        return taken

    def _taken(self) -> str | None:
        """The piece that comes next, which then comes no more; None at the end."""
        piece, self._held = self._ahead(), None
        return piece

    def _ahead(self) -> str | None:
        """The piece that comes next, made only when it is asked for; None at the end.

        After an error there is no end: it is raised again, or the text would pass for whole.
        """
        if self._fault is not None:
            raise self._fault
        try:
            self._held = self._held or next(self._pieces, None)
        except Exception as fault:
            self._fault = fault
            raise
        return self._held

    def _add(self, piece: str) -> None:
        """Add a piece; to the paragraph in which it begins Qt would not give the format of its own."""
        cursor = QtGui.QTextCursor(self.document)
        cursor.movePosition(QtGui.QTextCursor.MoveOperation.End)
        if cursor.block().text():
            cursor.insertBlock(QtGui.QTextBlockFormat(), QtGui.QTextCharFormat())
        first = cursor.blockNumber()
        cursor.insertHtml(piece)
        like = QTextDocument()
        like.setDefaultFont(self.document.defaultFont())
        like.setDefaultStyleSheet(self.document.defaultStyleSheet())
        like.setHtml(piece[: piece.index("</p>")])
        beginning = QtGui.QTextCursor(self.document.findBlockByNumber(first))
        beginning.setBlockFormat(like.begin().blockFormat())
        beginning.setBlockCharFormat(like.begin().charFormat())

    def _last(self) -> int:
        """The last paragraph, which is looked at again: where it is empty, the next piece begins in it."""
        return self.document.blockCount() - 1

    def _find_sections(self) -> None:
        """Note in which paragraph sections begin, of those that were read since somebody last asked."""
        block = self.document.findBlockByNumber(self._looked)
        self._looked = self._last()
        while block.isValid() and self._missing:
            names = {name for run in block.textFormats() for name in run.format.anchorNames()} & self._missing
            self._beginnings += [(block.blockNumber(), name) for name in names]
            self._missing -= names
            block = block.next()
