"""A dialog in place of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox


def show_words(words: str) -> None:
    """Show a dialog that says them, and no window, until it is closed."""
    application = QApplication.instance() or QApplication(["wardlight"])
    box = QMessageBox(QMessageBox.Icon.Information, "Wardlight", words)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.finished.connect(application.quit)
    box.show()
    application.exec()
