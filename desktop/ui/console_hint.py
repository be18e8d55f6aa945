"""The dialog of a windowed program that was given a command."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox


def show_console_hint(words: str) -> None:
    """Show the words until they are read."""
    application = QApplication.instance() or QApplication(["wardlight"])
    box = hint_box(words)
    box.show()
    box.finished.connect(application.quit)
    application.exec()


def hint_box(words: str) -> QMessageBox:
    """The dialog with the words, which can be selected and copied."""
    box = QMessageBox(QMessageBox.Icon.Information, "Wardlight", words)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box
