"""The second check: another person types the case without seeing the first one's figures."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.domain.patient import Typed
from desktop.domain.second_check import Difference, second_check
from desktop.ui.case_form import CaseForm
from desktop.ui.labels import label

_WIDTH_PX = 620
_HOW = "Type the case again from the record, without looking at the first entry. Nothing is kept."


class SecondCheck(QDialog):
    """Accepted only when both entries agree; otherwise every difference is named and the dialog stays."""

    def __init__(self, first: Typed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.setWindowTitle("Second check")
        self.form = CaseForm()
        self.form.new_case.connect(self.form.clear)
        self._differences = label("", "fault")
        self._differences.setAccessibleName("differences")
        self._differences.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        compare = buttons.addButton("Compare", QDialogButtonBox.ButtonRole.ActionRole)
        compare.setDefault(True)
        compare.clicked.connect(self.compare)
        buttons.rejected.connect(self.reject)
        self.form.edited.connect(self._differences.hide)
        layout = QVBoxLayout(self)
        for widget in (label(_HOW, "words"), self.form, self._differences, buttons):
            layout.addWidget(widget)
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self.form.focus_first()

    def compare(self) -> None:
        """Close in agreement, or say what differs or cannot be read."""
        self.form.show_faults(())
        found = second_check(self._first, self.form.typed())
        if not found:
            self.accept()
            return
        differences = [one.words for one in found if isinstance(one, Difference)]
        self.form.show_faults(tuple(one for one in found if not isinstance(one, Difference)))
        self._differences.setText("\n".join(["The two entries differ. Look at the record together.", *differences]))
        self._differences.setVisible(bool(differences))

    def difference_words(self) -> str:
        """What is said to differ, for whoever reads the window aloud or tests it."""
        return self._differences.text() if not self._differences.isHidden() else ""


def check_again(first: Typed, parent: QWidget) -> bool:
    """Ask a second person for the case; whether both agree."""
    return SecondCheck(first, parent).exec() == QDialog.DialogCode.Accepted
