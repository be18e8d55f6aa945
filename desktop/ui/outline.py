"""The contents of a topic; follows the scroll, and leads to a section."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QListWidget

from desktop.domain.guidance import Section
from desktop.ui.by_name import choose
from desktop.ui.words import tr

_SIDES_PX = 28


class Outline(QListWidget):
    """The sections in order; `section_chosen` is sent when the reader chooses one."""

    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outline")
        self.setAccessibleName(tr("Contents"))
        choose(self, horizontalScrollBarPolicy="ScrollBarAlwaysOff", textElideMode="ElideNone")
        self._sections: list[str] = []
        # A screen reader moves the selection, not the current item.
        self.itemSelectionChanged.connect(self._chosen)
        self.itemClicked.connect(self._chosen)
        self.itemActivated.connect(self._chosen)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """List the sections, the first one chosen."""
        self.blockSignals(True)
        self.clear()
        self.addItems([section.title for section in sections])
        self._sections = [section.id for section in sections]
        self.blockSignals(False)
        self.mark(sections[0].id)

    def fit(self) -> None:
        """Become as wide as the longest title in the present text size."""
        self.setMinimumWidth(self.sizeHintForColumn(0) + _SIDES_PX)

    def mark(self, section: str) -> None:
        """Show where the reader is; nothing is sent."""
        if section in self._sections:
            self.blockSignals(True)
            self.setCurrentRow(self._sections.index(section), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.blockSignals(False)

    def _chosen(self) -> None:
        for item in self.selectedItems():
            self.section_chosen.emit(self._sections[self.row(item)])
