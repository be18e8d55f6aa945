"""Which drugs this place has: a list to tick, or nobody says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.case_choices import KNOWN_DRUGS, drug_words
from desktop.ui.fitting import fit
from desktop.ui.labels import label
from desktop.ui.words import tr, tr_later

_HOW = tr_later(
    "Tick what this place can give. Options that need anything else are still shown, and say what is missing. "
    "This belongs to the place: it stays when a case is cleared."
)


class AvailableDialog(QDialog):
    """Takes the drugs of a place; `chosen` carries their slugs, None where nobody says."""

    chosen = Signal(object)

    def __init__(self, available: frozenset[str] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Drugs available here"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(tr(_HOW), "words"))
        self.boxes = {slug: QCheckBox(drug_words(slug)) for slug in KNOWN_DRUGS}
        column.addWidget(self._list(available or frozenset()), 1)
        column.addWidget(self._buttons())
        fit(self, parent)

    def _list(self, available: frozenset[str]) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for slug, box in self.boxes.items():
            box.setChecked(slug in available)
            column.addWidget(box)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Drugs"))
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        return scroll

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        nobody = QPushButton(tr("&Not said"))
        nobody.setToolTip(tr("List every drug as if it could be had"))
        buttons.addButton(nobody, QDialogButtonBox.ButtonRole.ResetRole)
        nobody.clicked.connect(lambda: self._choose(None))
        buttons.accepted.connect(lambda: self._choose(self._ticked()))
        buttons.rejected.connect(self.reject)
        return buttons

    def _ticked(self) -> frozenset[str]:
        return frozenset(slug for slug, box in self.boxes.items() if box.isChecked())

    def _choose(self, slugs: frozenset[str] | None) -> None:
        self.chosen.emit(slugs)
        self.accept()
