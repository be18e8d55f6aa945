"""A page of text in a window of its own, with one thing to do or none."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.theme import Theme

_WIDE, _TALL, _MARGIN, _BELOW = 640, 560, 24, 90


class PageDialog(QDialog):
    """Shows a page; `agreed` is sent when the reader does what the page offers. Closing it does nothing."""

    agreed = Signal()

    def __init__(self, title: str, html: str, theme: Theme, parent: QWidget, *, offer: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = ClosedBrowser()
        self.page.setAccessibleName(title)
        self.page.document().setDefaultStyleSheet(theme.document_css)
        self.page.setHtml(html)
        close = QDialogButtonBox.StandardButton.Cancel if offer else QDialogButtonBox.StandardButton.Close
        buttons = QDialogButtonBox(close)
        buttons.rejected.connect(self.reject)
        if offer:
            button = buttons.addButton(offer, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(self._agree)
            # The Enter key changes no content by itself.
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(buttons)
        wide = min(theme.length(_WIDE), parent.width())
        self.page.document().setTextWidth(wide - 2 * theme.length(_MARGIN))
        tall = round(self.page.document().size().height()) + theme.length(_BELOW)
        self.resize(QSize(wide, min(tall, theme.length(_TALL))).boundedTo(parent.size()))

    def _agree(self) -> None:
        self.agreed.emit()
        self.accept()
