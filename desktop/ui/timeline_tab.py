"""Holds the timeline, which is built when its tab is first shown: it is not on the way to the first window."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.dosing import Dose, Withheld
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.timeline_view import TimelineView


class TimelineTab(QWidget):
    """Keeps the last answers and the look until there is a view to show them; `edited` tells of a choice or a time."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view: TimelineView | None = None
        self._theme: Theme | None = None
        self._answers: Sequence[Dose | Withheld] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the look."""
        self._theme = theme
        if self.view is not None:
            self.view.set_theme(theme)

    def show_answers(self, answers: Sequence[Dose | Withheld]) -> None:
        """Take the doses of the present case; none clears what was drawn."""
        self._answers = answers
        if self.view is not None:
            self.view.show_answers(answers)

    def is_empty(self) -> bool:
        """Whether no start of a regimen was typed."""
        return self.view is None or not self.view.start.text()

    def clear_case(self) -> None:
        """Forget what was chosen and typed."""
        if self.view is not None:
            self.view.clear_case()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the view the first time it is looked at."""
        super().showEvent(event)
        if self.view is None:
            from desktop.ui.timeline_view import TimelineView  # not on the way to the first window

            self.view = TimelineView()
            self.view.edited.connect(self.edited)
            if self._theme is not None:
                self.view.set_theme(self._theme)
            self.view.show_answers(self._answers)
            self._layout.addWidget(self.view)
