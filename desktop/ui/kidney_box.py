"""The kidney function of a case as a card: the figure, where it comes from, and the working at a press."""

from decimal import Decimal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.answering import Doses
from desktop.domain.case_words import figure_words, patient_words
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis
from desktop.domain.quantity import plain
from desktop.domain.wording import kept_together
from desktop.ui.labels import label
from desktop.ui.words import only_english, tr


def box(look: str, *inside: QWidget) -> QFrame:
    """A frame with widgets one under the other; `look` is its name in window.css."""
    made = QFrame()
    made.setObjectName(look)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(4)
    for widget in inside:
        layout.addWidget(widget)
    return made


def kidney_box(assessment: Doses) -> QFrame:
    """The clearance that chose the rows; on dialysis a sentence that it chose none."""
    kidney, read = assessment.kidney, label(kept_together(patient_words(assessment.patient)), "quiet")
    figure = figure_words(kidney, _edges(assessment))
    if figure is None:
        return box("card", label(only_english("No creatinine clearance used"), "cardTitle"), read)
    if assessment.patient.dialysis is not Dialysis.NONE:
        unused = label(only_english(f"Clearance, not used on dialysis: {figure}"), "quiet")
        return box("card", label(only_english("Dialysis decides the row"), "cardTitle"), unused, read)
    working = label("\n".join((*kidney.steps, *kidney.compared)), "quiet")
    working.hide()
    button = QPushButton(tr("Show working"))
    button.setCheckable(True)
    button.toggled.connect(working.setVisible)
    head = QWidget()
    line = QHBoxLayout(head)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(label(figure, "clearance"), 1)
    line.addWidget(button)
    return box("card", head, label(_origin(kidney), "quiet"), read, working)


def _edges(assessment: Doses) -> list[Decimal]:
    near = (answer.near_edge for answer in assessment.answers)
    return [edge.edge for edge in near if edge is not None]


def _origin(kidney: KidneyFunction) -> str:
    if kidney.formula == "bedside-schwartz":
        return only_english("Bedside Schwartz")
    if kidney.weight_used is None:
        is_filtration = kidney.filtration_1_73 is not None
        return only_english("Filtration as typed" if is_filtration else "Creatinine clearance as typed")
    used = plain(kidney.weights_kg[kidney.weight_used], places=1)
    others = [
        f"{kind} {plain(clearance, places=1)}"
        for kind, clearance in kidney.by_weight.items()
        if kind is not kidney.weight_used
    ]
    shown = f" · {' · '.join(others)} mL/min" if others else ""
    return only_english(f"Cockcroft-Gault, {kidney.weight_used} weight {used} kg{shown}")
