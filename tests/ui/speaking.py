"""A reader's way through the real program, told as data: every text in sight at every step, and what is cut.

`hearing.py` starts it.
"""

import json
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QWidget,
)

from desktop.ui.application import run_window
from desktop.ui.language import language_words
from desktop.ui.main_window import MainWindow
from desktop.ui.words import tr

LOOK_AGAIN_MS = 300
SIZES = ((1366, 768), (800, 600))
CASE = {
    "age in the chosen unit": "67",
    "weight in kg": "70.5",
    "height in cm": "165",
    "creatinine in the chosen unit": "1.9",
}
WRONG = ("70,5", "٧٠", "7O", "70.5 kg", "1.234,5", "1 000")
Told = dict[str, str]


def steps(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """What the reader does, one thing at a time, each with its name."""
    bedside, actions, reader = window.bedside, window.actions_, window.reader
    yield "disclaimer", lambda: None
    yield "tour", window.session.welcome.further.click
    yield "tour done", window.session.welcome.leave.click
    yield "bedside", lambda: None if bedside.isVisible() else actions.bedside.trigger()
    yield "case", lambda: type_case(bedside.dosing)
    yield "regimen", lambda: bedside.setCurrentWidget(bedside.regimen)
    yield "findings", lambda: choose_regimen(window)
    yield "timeline", lambda: bedside.setCurrentWidget(bedside.timeline)
    yield "dosing", lambda: bedside.setCurrentWidget(bedside.dosing)
    yield "second check", lambda: button(bedside.dosing, "Second check").click()
    yield "find", actions.find.trigger
    yield "keyboard", actions.shortcuts.trigger
    yield "note", lambda: reader.open(f"note:{reader.topic.sections[0].statements[0].id}")
    yield "new case", actions.new_case.trigger
    yield "available", actions.available.trigger
    yield "hand over", actions.hand_over.trigger
    yield "shift check", actions.shift_check.trigger
    yield "log folder", actions.log_folder.trigger
    yield "second window", actions.second_window.trigger
    yield "page to print", lambda: reader.open("page:report-an-error")


def button(panel: QWidget, words: str) -> QPushButton:
    (found,) = [one for one in panel.findChildren(QPushButton) if one.text() == tr(words)]
    return found


def line(panel: QWidget, words: str) -> QLineEdit:
    (found,) = [one for one in panel.findChildren(QLineEdit) if one.accessibleName() == tr(words)]
    return found


def type_case(panel: QWidget) -> None:
    for name, text in CASE.items():
        line(panel, name).setText(text)
    panel.findChildren(QRadioButton)[0].setChecked(True)
    (unit,) = [box for box in panel.findChildren(QComboBox) if box.accessibleName() == tr("creatinine unit")]
    unit.setCurrentIndex(1)


def choose_regimen(window: MainWindow) -> None:
    regimen = window.bedside.regimen
    for box in regimen.form.findChildren(QCheckBox):
        box.setChecked(box.text() in ("NDM", "aztreonam", "polymyxin B"))
    regimen.form.show_more(True)
    if not regimen.available.isVisible():
        button(regimen, "Available here ▸").click()
        button(regimen, "Which").click()


def told(window: MainWindow) -> tuple[Told, Told, list[str]]:
    """The words in sight of every window, the documents in sight, and what is cut."""
    words: Told = {}
    documents: Told = {}
    cut: list[str] = []
    for top in sorted(QApplication.topLevelWidgets(), key=lambda top: type(top).__name__):
        if top.isVisible() and not isinstance(top, QMenu):
            for widget in (top, *top.findChildren(QWidget)):
                if widget.isVisible():
                    place = place_of(widget)
                    words |= {f"{place} {kind}": text for kind, text in words_of(widget) if text}
                    if isinstance(widget, QTextBrowser):
                        documents[place] = widget.toPlainText()
                    cut += [f"{place}: {why}" for why in cuts_of(widget)]
    return words, documents, cut


def place_of(widget: QWidget) -> str:
    """Where a widget stands, by the kinds of what it stands in and its number there; the same in every language."""
    above = widget.parentWidget()
    if widget.isWindow() or above is None:
        return type(widget).__name__
    beside = [one for one in above.children() if type(one) is type(widget)]
    return f"{place_of(above)}/{type(widget).__name__}{beside.index(widget)}"


def words_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton | QMessageBox):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from ((f"entry {at}", widget.itemText(at)) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from ((f"tab {at}", widget.tabText(at)) for at in range(widget.count()))
    if isinstance(widget, QMenuBar):
        yield from entries(widget.actions(), "menu")


def entries(actions: list[QAction], place: str) -> Iterator[tuple[str, str]]:
    """Every entry of a menu and of the menus in it."""
    for at, action in enumerate(actions):
        yield f"{place} {at}", action.text()
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from entries(menu.actions(), f"{place} {at}")


def cuts_of(widget: QWidget) -> Iterator[str]:
    """What of a widget's words is not to be seen."""
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        yield from cut_text(widget)
    if isinstance(widget, QComboBox | QLineEdit) and (lacks := lacking(widget)) > 0:
        yield f"{lacks} pixels of its text are out of sight"
    if isinstance(widget, QTabBar) and (end := widget.tabRect(widget.count() - 1).right()) > widget.width():
        yield f"the last tab ends at {end} of {widget.width()}"
    if widget.isWindow() and not widget.screen().availableGeometry().contains(widget.frameGeometry()):
        yield "it is larger than the screen, or stands out of it"


def cut_text(widget: QLabel | QAbstractButton) -> Iterator[str]:
    """What is wrong with the room that a label or button has for its text."""
    wanted, shown, above = widget.sizeHint(), widget.size(), widget.parentWidget()
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return
    if isinstance(widget, QLabel) and widget.wordWrap():
        if widget.heightForWidth(shown.width()) > shown.height():
            yield f"{widget.text()!r} is {shown.height()} high, needs {widget.heightForWidth(shown.width())}"
    elif wanted.width() > shown.width():
        yield f"{widget.text()!r} is {shown.width()} wide, needs {wanted.width()}"
    if above is not None and (widget.x() < 0 or widget.geometry().right() > above.width()):
        yield "it stands out of what it is in"


def lacking(field: QComboBox | QLineEdit) -> int:
    """How much wider what a field says is than its room for text."""
    style = field.style()
    if isinstance(field, QComboBox):
        said, option = field.currentText(), QStyleOptionComboBox()
        field.initStyleOption(option)
        control, edit = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(control, option, edit, field).width()
    else:
        said, frame = field.placeholderText(), QStyleOptionFrame()
        field.initStyleOption(frame)
        inside = style.subElementRect(QStyle.SubElement.SE_LineEditContents, frame, field)
        margins = field.textMargins()
        buttons = sum(button.width() for button in field.findChildren(QToolButton) if button.isVisible())
        room = inside.width() - margins.left() - margins.right() - buttons
    return field.fontMetrics().horizontalAdvance(said) - room


def refusals(window: MainWindow) -> list[str]:
    """What is said of numbers that cannot be read, one after the other."""
    window.bedside.clear_case()
    field, found = line(window.bedside.dosing, "weight in kg"), []
    for text in (*WRONG, "70.5"):
        field.setText(text)
        found.append(window.bedside.dosing.fault_words())
    return found


def where_things_are(window: MainWindow) -> dict[str, int]:
    """The left edges of what is mirrored, in the window."""
    parts = {"outline": window.outline, "page": window.page, "bedside": window.bedside}
    return {name: part.mapTo(window, part.rect().topLeft()).x() for name, part in parts.items()}


def choose_language(window: MainWindow, code: str) -> bool:
    """Whether the View menu offers the language; it is chosen."""
    for action in window.findChildren(QAction):
        if action.text() == language_words(code):
            action.trigger()
            return True
    return False


class Walk:
    """Goes through every step at every size, then leaves; `heard` gives what is said and not of the interface."""

    def __init__(self, answer: Path, following: str, heard: Callable[[], set[str]]) -> None:
        self._answer, self._following, self._heard = answer, following, heard
        self.told: dict[str, object] = {}

    def begin(self) -> None:
        """Go the whole way once the window is complete; what goes wrong ends the program."""
        windows = [top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow)]
        if any(window.place.is_empty for window in windows) or not windows:
            # An end before the program's own loop has begun would be none.
            QTimer.singleShot(LOOK_AGAIN_MS, self.begin)
            return
        try:
            self._begin(*windows)
        except Exception:
            traceback.print_exc()
            QApplication.exit(1)

    def _begin(self, window: MainWindow) -> None:
        for size in SIZES:
            window.resize(*size)
            QApplication.processEvents()
            if size == SIZES[0]:
                self.told["places"] = where_things_are(window)
            window.session.welcome.show_disclaimer(tour=True)
            self._go(window, "x".join(map(str, size)))
            self.told[f"size {size[0]}"] = [window.width(), window.height()]
        self.told["refusals"] = refusals(window)
        self.told["offered"] = choose_language(window, self._following)
        self.told["heard"] = sorted(self._heard())
        self._answer.write_text(json.dumps(self.told), encoding="utf-8")
        QApplication.exit(0)

    def _go(self, window: MainWindow, size: str) -> None:
        for name, act in steps(window):
            # A question is asked within the step: it is looked at and answered from the side.
            QTimer.singleShot(0, lambda key=f"{size} {name}, asked": self._look(window, key, only_questions=True))
            act()
            QApplication.processEvents()
            self._look(window, f"{size} {name}")
            for top in QApplication.topLevelWidgets():
                if top is not window and top.isVisible() and isinstance(top, QDialog | QMainWindow):
                    top.close()
            QApplication.processEvents()
        window.bedside.clear_case()
        window.drawer.hide()
        window.reader.pane.find_bar.close_bar()

    def _look(self, window: MainWindow, key: str, *, only_questions: bool = False) -> None:
        questions = [top for top in QApplication.topLevelWidgets() if isinstance(top, QMessageBox) and top.isVisible()]
        if questions or not only_questions:
            words, documents, cut = told(window)
            self.told[key] = {"words": words, "documents": documents, "cut": cut}
        for question in questions:
            question.button(QMessageBox.StandardButton.No).click()


def walk_through(data: str, answer: str, following: str, heard: Callable[[], set[str]]) -> int:
    """The status of the program, once the whole way was gone."""
    QApplication.setDesktopSettingsAware(False)
    application = QApplication(["wardlight"])
    walk = Walk(Path(answer), following, heard)
    QTimer.singleShot(LOOK_AGAIN_MS, application, walk.begin)
    return run_window(content=None, data=Path(data), topic="ndm", kiosk=False)
