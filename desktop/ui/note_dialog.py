"""The note on a statement: the reader's words, with a gentle warning where they could point to a patient."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.identifiers import suspicion_words, suspicions
from desktop.domain.notebook import Anchor
from desktop.ui.fitting import fit
from desktop.ui.labels import label
from desktop.ui.words import tr

_LEAST_LINES, _USUAL_LINES = 3, 8


class NoteDialog(QDialog):
    """Takes the words of one note. It stays open until what `saved` carries was kept, or says why it could not be."""

    saved = Signal(str)
    deleted = Signal()

    def __init__(self, anchor: Anchor, text: str, parent: QWidget, *, is_new: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._first, self._room = text, parent
        self.words = _Words(text)
        self.words.setAccessibleName(tr("Note"))
        self.words.setTabChangesFocus(True)
        self.warning, self.fault = _Notice("notice"), _Notice("stopNotice")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(anchor.title, "wrappedTitle"))
        column.addWidget(label(anchor.excerpt, "quiet"))
        column.addWidget(self.words, 1)
        for widget in (self.warning, self.fault, self._buttons(is_new)):
            column.addWidget(widget)
        self.words.textChanged.connect(self._warn)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._save)
        self._warn()
        self.words.setFocus()

    def _buttons(self, is_new: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setToolTip(tr("Save the note (Ctrl+Enter)"))
        if not is_new:
            delete = QPushButton(tr("&Delete note"))
            delete.setAutoDefault(False)
            buttons.addButton(delete, QDialogButtonBox.ButtonRole.DestructiveRole)
            delete.clicked.connect(self._ask_delete)
        return buttons

    def _warn(self) -> None:
        self.warning.say(suspicion_words(suspicions(self.words.toPlainText())))
        self.fault.say("")
        fit(self, self._room)
        self.save.setEnabled(bool(self.words.toPlainText().strip()))

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.words.toPlainText())

    def show_fault(self, words: str) -> None:
        """Say why the note was not kept; the words stay to be tried again or copied."""
        self.warning.say("")
        self.fault.say(tr("{why} Your words are still here: try again, or copy them.", why=words))
        fit(self, self._room)

    def reject(self) -> None:
        """Close, once the reader has said that words which were not saved may go."""
        if self.words.toPlainText() == self._first:
            super().reject()
        else:
            self._ask(tr("Leave without saving what you wrote?"), lambda: self.done(QDialog.DialogCode.Rejected))

    def _ask_delete(self) -> None:
        self._ask(tr("Delete this note?"), self.deleted.emit)

    def _ask(self, question: str, then: Callable[[], object]) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, tr("Note"), question, parent=self)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.accepted.connect(then)
        box.open()


class _Words(QPlainTextEdit):
    """The field for the words: as high as a few lines, fewer where there is no room."""

    def sizeHint(self) -> QSize:
        """Room for a short note."""
        return self._high(_USUAL_LINES)

    def minimumSizeHint(self) -> QSize:
        """Room enough to see what is typed."""
        return self._high(_LEAST_LINES)

    def _high(self, lines: int) -> QSize:
        frame = 2 * round(self.document().documentMargin() + self.frameWidth() + 1)
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)


class _Notice(QFrame):
    """A sentence that is seen only while there is something to say."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setObjectName(look)
        self._words = label("", "words")
        QVBoxLayout(self).addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What is said."""
        return self._words.text()
