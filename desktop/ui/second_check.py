"""The second check: another person types the case without seeing the first one's figures."""

from PySide6.QtCore import QSize, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.patient import Typed
from desktop.domain.refusal import InputFault
from desktop.domain.second_check import second_check
from desktop.ui.case_form import CaseForm
from desktop.ui.labels import label
from desktop.ui.words import tr, tr_later

_HOW = tr_later("Type the case again from the record, without looking at the first entry. Nothing is kept.")


class SecondCheck(QDialog):
    """Takes one blind entry and ends with it; `compared` carries every difference, empty in agreement, and the time.

    It never shows a figure of the first entry, and never takes a correction: whoever has seen a difference begins again
    with empty fields.
    """

    compared = Signal(tuple, str)

    def __init__(self, first: Typed, parent: QWidget) -> None:
        super().__init__(parent)
        self._first, self._room = first, parent
        self.setWindowTitle(tr("Second check"))
        # Gone with its figures as soon as it is closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = CaseForm()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(tr("Second check"))
        self._scroll.setWidget(self.form)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout(self)
        for widget in (label(tr(_HOW), "words"), self._scroll, self._buttons()):
            self._column.addWidget(widget)
        self.form.focus_first()

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        compare = buttons.addButton(tr("Com&pare"), QDialogButtonBox.ButtonRole.ActionRole)
        compare.clicked.connect(self.compare)
        buttons.rejected.connect(self.reject)
        for button in self.findChildren(QPushButton) + buttons.findChildren(QPushButton):
            # The Enter key ends no entry that is half typed.
            button.setAutoDefault(False)
        return buttons

    def showEvent(self, event: QShowEvent) -> None:
        """Become as large as the fields need, within the window that stands behind."""
        super().showEvent(event)
        wide, room = self.sizeHint().width(), self._room.size()
        tall = self._column.totalHeightForWidth(min(wide, room.width()))
        self.resize(QSize(wide, tall).boundedTo(room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the fields into one column where two have no room."""
        super().resizeEvent(event)
        self.form.fold(self._scroll.viewport().width())

    def compare(self) -> None:
        """Close and tell what was found, or say what cannot be read."""
        found = second_check(self._first, self.form.typed())
        faults = tuple(one for one in found if isinstance(one, InputFault))
        self.form.show_faults(faults)
        if not faults:
            self.accept()
            self.compared.emit(found, QTime.currentTime().toString("HH:mm"))
