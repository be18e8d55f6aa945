"""The page with the bar for finding and the drawer below it."""

from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout

from desktop.ui.by_name import choose
from desktop.ui.drawer import Drawer
from desktop.ui.find_bar import FindBar
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.page_marks import PageMarks


class ReadingPane(QFrame):
    """What is read: the topic, and the source that was opened beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading")
        self.page, self.drawer = GuidancePage(), Drawer()
        # One for both who mark: what is sought on the page, and what a search found there.
        self.marks = PageMarks(self.page)
        self.find_bar = FindBar(self.page, self.marks)
        parts = QSplitter()
        choose(parts, orientation="Vertical")
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.page)
        parts.addWidget(self.drawer)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        layout.addWidget(self.find_bar)
