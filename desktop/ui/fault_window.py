"""The plain window in place of everything when the content cannot be trusted."""

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop.content.opening import ContentFault
from desktop.ui.labels import label
from desktop.ui.words import only_english

_FIRST_SIZE = (640, 320)


class FaultWindow(QMainWindow):
    """Says what is wrong and what to do; offers no guidance and no dose."""

    def __init__(self, fault: ContentFault) -> None:
        super().__init__()
        self.setWindowTitle(only_english("Wardlight: content not usable"))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.setSpacing(12)
        layout.addWidget(label(only_english("The content of this program cannot be used"), "clearanceTitle"))
        layout.addWidget(label(fault.reason, "words"))
        layout.addWidget(label(fault.remedy, "words"))
        layout.addStretch()
        self.setCentralWidget(inside)
        self.resize(*_FIRST_SIZE)


def unshowable(fault: str) -> ContentFault:
    """Why content is not shown that opens; `fault` is the id of the error that it leads to."""
    return ContentFault(
        "content-damaged",
        only_english(f"The content file opens, but it cannot be shown (error {fault})."),
        only_english("Do not use it for doses. Leave out --content, or install Wardlight again from a copy you trust."),
    )
