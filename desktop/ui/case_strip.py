"""The case in two lines above the tabs, and the way to a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.domain.case import Case
from desktop.domain.case_words import strip_lines
from desktop.ui.labels import label
from desktop.ui.words import tr, tr_later

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(lines, 1)
        row.addWidget(self._new)
        self.show_case(Case())

    def show_case(self, case: Case) -> None:
        """Say what was read of the case; what was not said is left out."""
        first, second = strip_lines(case)
        first, second = (first, second) if first or second else (tr(_NO_CASE), tr(_TYPE_IT))
        self._first.setText(first or second)
        self._second.setText(second if first else "")
        self._second.setVisible(bool(first and second))

    def words(self) -> str:
        """Both lines, for whoever reads the window aloud or tests it."""
        return f"{self._first.text()}\n{self._second.text()}".strip()
