"""Typing at the bedside, as a reader does it, and reading what the window says."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QRadioButton, QWidget

from desktop.ui.closed_browser import CardText
from desktop.ui.dosing_panel import DosingPanel
from desktop.ui.main_window import MainWindow

CASE = {
    "age in the chosen unit": "67",
    "weight in kg": "70",
    "height in cm": "165",
    "creatinine in the chosen unit": "1.9",
}


def line(panel: QWidget, accessible_name: str) -> QLineEdit:
    (found,) = [field for field in panel.findChildren(QLineEdit) if field.accessibleName() == accessible_name]
    return found


def choice(panel: QWidget, accessible_name: str) -> QComboBox:
    (found,) = [box for box in panel.findChildren(QComboBox) if box.accessibleName() == accessible_name]
    return found


def radio(panel: QWidget, words: str) -> QRadioButton:
    (found,) = [button for button in panel.findChildren(QRadioButton) if button.text() == words]
    return found


def type_case(panel: QWidget, **changed: str) -> None:
    """The contract's own example: female, 67 years, 70 kg, 165 cm, creatinine 1.9 mg/dL."""
    for name, text in (CASE | {key.replace("_", " "): value for key, value in changed.items()}).items():
        QTest.keyClicks(line(panel, name), text)
    radio(panel, "Female").setChecked(True)
    choose(panel, "creatinine unit", "mg/dL")


def choose(panel: QWidget, accessible_name: str, words: str) -> None:
    box = choice(panel, accessible_name)
    index = box.findText(words, Qt.MatchFlag.MatchExactly)
    assert index >= 0, f"{words} is not a choice of {accessible_name}"
    box.setCurrentIndex(index)


def show_bedside(window: MainWindow) -> None:
    """The bedside on screen, whether it stands beside the text or is a page of its own."""
    if not window.bedside.isVisible():
        window.actions_.bedside.trigger()


def cards(panel: DosingPanel) -> list[CardText]:
    return [card for card in panel.answer.findChildren(CardText) if card.isVisibleTo(panel)]


def shown_lines(card: CardText) -> list[str]:
    """The lines as they are broken on the screen."""
    lines = []
    block = card.document().begin()
    while block.isValid():
        layout, text = block.layout(), block.text().replace("\u00a0", " ")
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            lines.append(text[line.textStart() : line.textStart() + line.textLength()])
        block = block.next()
    return lines


def answer_words(panel: DosingPanel) -> str:
    """Everything that the answer shows, as one text; hidden parts left out."""
    shown = [label.text() for label in panel.answer.findChildren(QLabel) if label.isVisibleTo(panel)]
    shown += [card.toPlainText() for card in cards(panel)]
    return "\n".join(shown).replace("\u00a0", " ").replace("\u2060", "")
