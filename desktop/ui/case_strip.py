"""The case in two lines above the tabs, and the way to a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.domain.case import Case
from desktop.domain.case_words import strip_lines
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr, tr_later

_EDGE_PX, _EDGE_FOLDED_PX = 8, 2
_NO_CASE = tr_later("No case yet")
_TYPE_IT = tr_later("Type the patient under Dosing, and choose enzymes and drugs under Regimen.")


class CaseStrip(QFrame):
    """Shows what the case is, whichever tab is open; `new_case` asks for a new one."""

    new_case = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("caseStrip")
        self._first, self._second = label("", "caseFirst"), label("", "quiet")
        self._new = QPushButton(tr("New case"))
        self._new.setToolTip(tr("Clear everything of this case (Ctrl+N)"))
        self._new.clicked.connect(self.new_case)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._first)
        lines.addWidget(self._second)
        self._folded = False
        self._lines: tuple[str, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, _EDGE_PX, 12, _EDGE_PX)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self._new)
        self.show_case(Case())

    def show_case(self, case: Case) -> None:
        """Say what was read of the case; what was not said is left out."""
        lines = tuple(filter(None, strip_lines(case)))
        self._lines = lines or (tr(_NO_CASE), tr(_TYPE_IT))
        self._arrange()

    def show_closed(self) -> None:
        """Say that nothing is read of this case any more, since something failed in it."""
        self._lines = only_english("This case is closed"), only_english("Something failed in it. Start a new case.")
        self._arrange()

    def fold(self, folded: bool) -> None:
        """Say all of it in one paragraph, where the window is low; a new case is begun from the menu then."""
        self._folded = folded
        edge = _EDGE_FOLDED_PX if folded else _EDGE_PX
        self._row.setContentsMargins(12, edge, 12, edge)
        self._new.setVisible(not folded)
        self._arrange()

    def _arrange(self) -> None:
        first, *others = (" · ".join(self._lines),) if self._folded else self._lines
        self._first.setText(first)
        self._second.setText("".join(others))
        self._second.setVisible(bool(others))

    def words(self) -> str:
        """Both lines, for whoever reads the window aloud or tests it."""
        return f"{self._first.text()}\n{self._second.text()}".strip()
