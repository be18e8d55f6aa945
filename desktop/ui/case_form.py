"""The fields of the case, exactly as typed. Nothing is assumed: no unit, no sex, no weight."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.intake import OTHER_THERAPY
from desktop.domain.patient import CreatinineUnit, Dialysis, Sex, Typed, WeightKind
from desktop.domain.refusal import InputFault
from desktop.ui.fields import NumberLine, StillComboBox
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr


class CaseForm(QFrame):
    """The case as typed; `edited` is sent at every change, `second_check` when one is asked for."""

    edited = Signal()
    second_check = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._lines: dict[str, QLineEdit] = {}
        self._choices: dict[str, QComboBox] = {}
        self._preferred_unit = ""
        self.check_button = QPushButton(tr("Second check"))
        self._fault = label("", "fault")
        self._fault.hide()
        self._sex = QButtonGroup(self)
        self._unsteady = QCheckBox(tr("Creatinine not steady"))
        self._unsteady.toggled.connect(self.edited)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(6)
        self._pairs = self._make_pairs()
        self._show_effluent()
        self._place(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head())
        layout.addLayout(self._grid)
        layout.addWidget(self._fault)

    def _head(self) -> QHBoxLayout:
        title = label(tr("Patient"), "cardTitle")
        self.check_button.setToolTip(tr("A second person types the case again, without seeing it"))
        self.check_button.clicked.connect(self.second_check)
        self.check_button.hide()
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.check_button)
        return head

    def _make_pairs(self) -> tuple[tuple[QWidget, QWidget], ...]:
        """Every field with its name, in the order of typing."""
        fields = (
            (tr("&Age"), self._age()),
            (tr("Sex"), self._sex_buttons()),
            (tr("&Weight"), self._line("weight", tr("weight in kg"), "kg")),
            (tr("&Height"), self._line("height", tr("height in cm"), "cm")),
            (tr("&Creatinine"), self._creatinine()),
            (tr("C&learance"), self._line("clearance", tr("clearance in mL/min"), "mL/min")),
            (tr("&Dialysis"), self._choice("dialysis", tr("dialysis"), _DIALYSIS)),
            (tr("Weight &used"), self._choice("weight_used", tr("weight used"), _WEIGHTS)),
            (tr("&Effluent"), self._line("effluent", tr("effluent in L per hour"), "L per hour")),
        )
        pairs = []
        for words, field in fields:
            named = label(words, "field")
            named.setBuddy(field.findChild(QLineEdit) or field)
            pairs.append((named, field))
        self._choices["dialysis"].currentIndexChanged.connect(self._show_effluent)
        return (*pairs[:-1], (QWidget(), self._unsteady), pairs[-1])

    def _show_effluent(self) -> None:
        """Ask for an effluent rate in continuous therapy only; one that was typed is never hidden."""
        asked = self._choices["dialysis"].currentData() == Dialysis.CRRT or bool(self._lines["effluent"].text())
        for widget in self._pairs[-1]:
            widget.setVisible(asked)

    def fold(self, width: int) -> None:
        """Two fields in a row where the width has room for them, otherwise one."""
        self._place(2)
        if self.minimumSizeHint().width() > width:
            self._place(1)

    def _place(self, in_a_row: int) -> None:
        for position, (named, field) in enumerate(self._pairs):
            row, half = divmod(position, in_a_row)
            self._grid.addWidget(named, row, 2 * half)
            self._grid.addWidget(field, row, 2 * half + 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, in_a_row - 1)
        self._grid.activate()

    def _line(self, name: str, spoken: str, unit: str) -> QWidget:
        return _beside(self._edit(name, spoken), label(unit, "unit"))

    def _edit(self, name: str, spoken: str) -> QLineEdit:
        line = NumberLine()
        line.setAccessibleName(spoken)
        # Not textEdited: a screen reader that types sends only textChanged.
        line.textChanged.connect(self.edited)
        self._lines[name] = line
        return line

    def _age(self) -> QWidget:
        figure = self._edit("age", tr("age in the chosen unit"))
        return _beside(figure, self._choice("age_unit", tr("age unit"), _AGES))

    def _creatinine(self) -> QWidget:
        figure = self._edit("creatinine", tr("creatinine in the chosen unit"))
        return _beside(figure, self._choice("creatinine_unit", tr("creatinine unit"), _UNITS))

    def _choice(self, name: str, spoken: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
        box = StillComboBox(spoken)
        for words, value in options:
            box.offer(words, value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self.edited)
        self._choices[name] = box
        return box

    def _sex_buttons(self) -> QWidget:
        buttons = [QRadioButton(only_english("Female")), QRadioButton(only_english("Male"))]
        for button, sex in zip(buttons, (Sex.FEMALE, Sex.MALE), strict=True):
            button.setProperty("value", sex.value)
            self._sex.addButton(button)
        self._sex.buttonToggled.connect(self._sex_toggled)
        return _beside(*buttons, apart=8)

    def _sex_toggled(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self.edited.emit()

    def typed(self) -> Typed:
        """What stands in the fields now."""
        sex = self._sex.checkedButton()
        texts = {name: line.text() for name, line in self._lines.items()}
        choices = {name: str(box.currentData()) for name, box in self._choices.items()}
        return Typed(
            **{choices.pop("age_unit"): texts.pop("age")},
            **texts,
            **choices,
            sex=sex.property("value") if sex else "",
            unstable_creatinine=self._unsteady.isChecked(),
        )

    def is_empty(self) -> bool:
        """Whether nothing at all was typed or chosen."""
        return self.typed() == replace(_UNTOUCHED, creatinine_unit=self._preferred_unit)

    def prefer_unit(self, unit: CreatinineUnit, why: str) -> None:
        """Have this unit stand beside an empty creatinine; the list says why."""
        self._preferred_unit = unit.value
        self._choices["creatinine_unit"].setToolTip(why)
        self.clear()

    def show_faults(self, faults: tuple[InputFault, ...]) -> None:
        """Every fault in words, and its field marked; an empty tuple clears them."""
        self._fault.setText("\n".join(fault.message for fault in faults))
        self._fault.setVisible(bool(faults))
        wrong = {_FIELDS.get(fault.field, fault.field) for fault in faults}
        for name, line in self._lines.items():
            if line.property("wrong") != (name in wrong):
                line.setProperty("wrong", name in wrong)
                line.style().polish(line)

    def fault_words(self) -> str:
        """What is said about wrong fields."""
        return self._fault.text()

    def clear(self) -> None:
        """Empty every field; `edited` is sent once."""
        self.blockSignals(True)
        for line in self._lines.values():
            # Not clear(): that could be undone, and the last patient would be back.
            line.setText("")
        for box in self._choices.values():
            # The preferred unit stands in one list only; every other one begins at its first.
            box.setCurrentIndex(max(box.findData(self._preferred_unit), 0))
        self._unsteady.setChecked(False)
        self._sex.setExclusive(False)
        for button in self._sex.buttons():
            button.setChecked(False)
        self._sex.setExclusive(True)
        self.blockSignals(False)
        self._show_effluent()
        self.edited.emit()

    def focus_first(self) -> None:
        """Put the cursor where typing starts."""
        self._lines["age"].setFocus()


_UNTOUCHED = Typed(dialysis=Dialysis.NONE.value)
_FIELDS = {"crcl": "clearance", "age-months": "age"}
_AGES = ((only_english("years"), "age"), (only_english("months"), "age_months"))
_UNITS = (
    (only_english("unit?"), ""),
    ("mg/dL", CreatinineUnit.MG_DL.value),
    ("micromol/L", CreatinineUnit.UMOL_L.value),
)
_DIALYSIS = (
    (only_english("none"), Dialysis.NONE.value),
    (only_english("haemodialysis"), Dialysis.HAEMODIALYSIS.value),
    (only_english("continuous (CRRT)"), Dialysis.CRRT.value),
    (only_english("peritoneal, other"), OTHER_THERAPY),
)
_WEIGHTS = ((only_english("by the rule"), ""), *((kind.value, kind.value) for kind in WeightKind))


def _beside(*widgets: QWidget, apart: int = 3) -> QWidget:
    """Widgets in one row, as one field: a figure stands before its unit, whichever way the words are read."""
    holder = QWidget()
    mirrored = holder.layoutDirection() == Qt.LayoutDirection.RightToLeft
    holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(apart)
    for widget in widgets:
        row.addWidget(widget)
    row.insertStretch(0 if mirrored else -1)
    holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return holder
