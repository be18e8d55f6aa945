"""The list of results under the search field."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from desktop.domain.search_result import SearchResult
from desktop.ui.escape import took_escape
from desktop.ui.labels import label
from desktop.ui.result_delegate import ResultDelegate
from desktop.ui.search_results import ResultsModel, Row, message_words
from desktop.ui.theme import Theme
from desktop.ui.words import tr

_WIDTH_PX, _EDGE_PX = 640, 8
_GAP_PX = 4


class _ResultList(QListView):
    """The list itself; `left` tells of the Escape key, `unfocused` that the reader has gone elsewhere."""

    left = Signal()
    unfocused = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the reader has gone elsewhere."""
        super().focusOutEvent(event)
        self.unfocused.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the Escape key while the list has the focus."""
        return took_escape(event, self.left.emit) or super().event(event)


class ResultsPopup(QFrame):
    """Shows the results of one search over the page; `chosen` carries the row that is opened, `left` the Escape key."""

    chosen = Signal(Row)
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._theme: Theme | None = None
        self.setObjectName("results")
        self.model = ResultsModel()
        self.list = _ResultList()
        self.list.setAccessibleName(tr("Search results"))
        self.list.setModel(self.model)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self._delegate = ResultDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self.list.activated.connect(lambda index: self._open(index.row()))
        self.list.left.connect(self.left)
        self._message = label("", "message")
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._message)
        layout.addWidget(self.list, 1)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the look; the list is closed, as it was laid out in the old one."""
        self.hide()
        self._theme = theme
        self._delegate.set_theme(theme)

    def show_result(self, result: SearchResult, under: QWidget) -> None:
        """Show a result under the field with its best match chosen: Enter must never open the row of an older query."""
        words = message_words(result)
        self._message.setText(words)
        self._message.setVisible(bool(words))
        self._delegate.forget()
        self.model.show_result(result)
        self.fit(under)
        self.show()
        self.raise_()
        self._choose(self.model.next_to_open(-1, 1))
        self.list.scrollToTop()

    def forget(self) -> None:
        """Close, and hold nothing of what was asked or found."""
        self.hide()
        self._message.setText("")
        self._delegate.forget()
        self.model.show_result(SearchResult(""))

    def fit(self, under: QWidget) -> None:
        """Lie under the field, as wide as there is room for and as tall as the results."""
        over = self._over
        wide = _WIDTH_PX if self._theme is None else self._theme.length(_WIDTH_PX)
        width = min(max(under.width(), wide), over.width() - 2 * _EDGE_PX)
        corner = under.mapTo(over, QPoint(0, under.height() + _GAP_PX))
        left = max(min(corner.x(), over.width() - width - _EDGE_PX), _EDGE_PX)
        self.setGeometry(left, corner.y(), width, over.height() - corner.y() - _EDGE_PX)
        self._layout.activate()
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.model.rowCount()))
        message = self._message.heightForWidth(width - 2) if self._message.text() else 0
        self.resize(width, min(self.height(), rows + message + 4))

    def row(self) -> Row | None:
        """The row that is chosen."""
        return self.model.row(self.list.currentIndex().row())

    def step(self, by: int) -> None:
        """Choose the next row (1) or the one before (-1), past the headings."""
        self._choose(self.model.next_to_open(self.list.currentIndex().row(), by))

    def _choose(self, place: int) -> None:
        index = self.model.index(place)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _open(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None and row.link:
            self.chosen.emit(row)

    def open_chosen(self) -> None:
        """Open the row that is chosen."""
        self._open(self.list.currentIndex().row())
