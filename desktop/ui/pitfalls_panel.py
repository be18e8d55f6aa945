"""The pitfalls tab: the checklist by phase, with what the present case makes relevant first."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.regimen import PHASE_WORDS, ChecklistItem, Phase
from desktop.domain.ticking import Marks, progress_words
from desktop.ui.check_row import CheckRow
from desktop.ui.labels import label
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr


class PitfallsPanel(QScrollArea):
    """Every line of the checklist. Marks live here only and end with the case; `ticked` tells that one changed.

    The lines are built when the tab is first looked at: they are not on the way to the first window.
    """

    ticked = Signal()
    link_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Checklist"))
        self._theme: Theme | None = None
        self._items: Sequence[ChecklistItem] = ()
        self._shown: Sequence[ChecklistItem] = ()
        self._rows: dict[str, CheckRow] = {}
        self._progress = label("", "quiet")
        self._heads = {phase: label(words, "cardTitle") for phase, words in PHASE_WORDS.items()}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(12, 10, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._progress)
        self._column.addStretch()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def set_theme(self, theme: Theme) -> None:
        """Take the look; marks stay."""
        self._theme = theme
        for row in self._rows.values():
            row.set_theme(theme)
        self._shown = ()
        self._lay_out()

    def show_checklist(self, items: Sequence[ChecklistItem]) -> None:
        """Take the checklist of the present case; marks stay with their lines, and no line is ever left out."""
        self._items = items
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the lines the first time they are looked at."""
        super().showEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put every line in its place, if anybody looks and anything changed."""
        self._report()
        if not self.isVisible() or self._shown == self._items:
            return
        self._shown = self._items
        self._inside.setUpdatesEnabled(False)
        while self._column.count() > 1:
            self._column.takeAt(1)
        phase: Phase | None = None
        for item in self._items:
            if item.pitfall.phase is not phase:
                phase = item.pitfall.phase
                self._column.addWidget(self._heads[phase])
            self._column.addWidget(self._row(item))
        self._column.addStretch()
        self._inside.setUpdatesEnabled(True)

    def _row(self, item: ChecklistItem) -> CheckRow:
        row = self._rows.get(item.pitfall.id)
        if row is None:
            row = self._rows[item.pitfall.id] = CheckRow(item.pitfall)
            row.marked.connect(self._report)
            row.marked.connect(self.ticked)
            row.link_opened.connect(self.link_opened)
            if self._theme is not None:
                row.set_theme(self._theme)
        row.show_item(item)
        return row

    def marks(self) -> Marks:
        """Every line that was ticked or put aside."""
        found = {key: row.mark() for key, row in self._rows.items()}
        return {key: mark for key, mark in found.items() if mark is not None}

    def count(self) -> int:
        """How many lines there are."""
        return len(self._items)

    def words(self) -> str:
        """How far the checklist has come."""
        return progress_words(self.marks(), len(self._items))

    def _report(self) -> None:
        first = only_english("What this case makes relevant comes first in each phase.")
        self._progress.setText(f"{self.words()}. {first}")

    def has_ticks(self) -> bool:
        """Whether anything is marked."""
        return bool(self.marks())

    def clear_ticks(self) -> None:
        """Unmark everything: the marks belonged to the last case."""
        for row in self._rows.values():
            row.clear()
        self._report()
        self.ticked.emit()
