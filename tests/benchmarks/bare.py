"""The yardstick: a plain script that shows a window with a label, and leaves after its first paint."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Label(QLabel):
    """Says when it was painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and leave when everything else is done."""
        super().paintEvent(event)
        if "--stay" not in sys.argv:
            QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("bare"))
window.resize(1366, 768)
window.show()
sys.exit(application.exec())
