"""How a search result is painted: its title, and below it the sentence that was found with the found words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QPainter, QTextDocument
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.domain.search_result import Hit
from desktop.domain.wording import unbroken
from desktop.ui.html_text import escape
from desktop.ui.search_results import Row, RowRole
from desktop.ui.theme import Theme

_SIDE_PX, _ABOVE_PX = 12, 6
_BAR_PX = 3


class ResultDelegate(QStyledItemDelegate):
    """Paints rows as rich text, each laid out once per width."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._theme: Theme | None = None
        self._drawn: dict[Row, QTextDocument] = {}
        self._width = 0

    def set_theme(self, theme: Theme) -> None:
        """Take the look."""
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """Let go of what was laid out: the rows are others, or look otherwise."""
        self._drawn.clear()

    def _document(self, row: Row) -> QTextDocument:
        assert self._theme is not None
        # Without the scroll bar's room, whether it is there or not: rows are measured before it comes.
        width = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        if width != self._width:
            self.forget()
            self._width = width
        made = self._drawn.get(row)
        if made is None:
            made = QTextDocument()
            made.setDocumentMargin(0)
            made.setDefaultFont(self._view.font())
            made.setDefaultStyleSheet(self._theme.document_css)
            made.setHtml(_row_html(row))
            made.setTextWidth(width - 2 * self._theme.length(_SIDE_PX))
            self._drawn[row] = made
        return made

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As tall as what the row says."""
        row = index.data(RowRole.ROW)
        if self._theme is None or not isinstance(row, Row):
            return QSize(0, 0)
        height = self._document(row).size().height() + 2 * self._theme.length(_ABOVE_PX)
        return QSize(0, round(height))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row; the chosen one on another ground and with a bar before it."""
        row = index.data(RowRole.ROW)
        if self._theme is None or not isinstance(row, Row):
            return
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.colours["accent-soft"]))
            painter.fillRect(
                rect.left(),
                rect.top(),
                self._theme.length(_BAR_PX),
                rect.height(),
                QColor(self._theme.colours["accent"]),
            )
        painter.translate(rect.left() + self._theme.length(_SIDE_PX), rect.top() + self._theme.length(_ABOVE_PX))
        self._document(row).drawContents(painter)
        painter.restore()


def _row_html(row: Row) -> str:
    if not row.link:
        return f'<p class="label">{escape(row.words.upper())}</p>'
    title = f'<p class="hit"><strong>{escape(unbroken(row.words))}</strong></p>'
    return title if row.hit is None else f'{title}<p class="snippet">{_snippet_html(row.hit)}</p>'


def _snippet_html(hit: Hit) -> str:
    """The sentence that was found, with the found words marked by more than colour."""
    first, last = hit.snippet
    parts, at = [], first
    for start, end in hit.highlights:
        if first <= start and end <= last:
            parts += [escape(hit.text[at:start]), f'<span class="mark">{escape(hit.text[start:end])}</span>']
            at = end
    parts.append(escape(hit.text[at:last]))
    level = f" ({hit.level})" if hit.level else ""
    return "<br>".join(line for line in unbroken("".join(parts)).split("\n") if line) + level
