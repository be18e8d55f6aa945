"""Where the bedside half stands in the window: an empty place, until the desk is made."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.content.library import Library

if TYPE_CHECKING:
    from desktop.ui.case_desk import CaseDesk


class DeskPlace(QWidget):
    """Makes the desk when it is first asked for; `above` is where its question for a quiet case finds room.

    That is what the window waits with until its first page is painted: rules, doses and every field of the case.
    """

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._desk: CaseDesk | None = None
        self._waiting: list[Callable[[CaseDesk], object]] = []
        self.above = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether the desk is not made yet."""
        return self._desk is None

    @property
    def desk(self) -> "CaseDesk":
        """The desk, in its place and prepared by everyone who waited for it.

        One that cannot be prepared leaves the place empty: it might offer doses where somebody would have none.
        """
        if self._desk is None:
            self._desk = self._made()
            self._column.addWidget(self._desk.pane)
            self.above.addWidget(self._desk.expiry)
        return self._desk

    def fill(self) -> None:
        """Have the desk in its place from now on."""
        _ = self.desk

    def _made(self) -> "CaseDesk":
        from desktop.ui.desk_making import made_desk  # not on the way to the first page

        desk = made_desk(self._library)
        try:
            for prepare in self._waiting:
                prepare(desk)
        except Exception:
            # What was connected already must not go on hearing the window.
            for part in (desk, desk.pane, desk.expiry):
                part.deleteLater()
            raise
        return desk

    def prepare(self, act: "Callable[[CaseDesk], object]") -> None:
        """Do something to the desk: now if it is made, otherwise as soon as it is."""
        if self._desk is None:
            self._waiting.append(act)
        else:
            act(self._desk)
