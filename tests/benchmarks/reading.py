"""What the window does: a topic shown, and a key pressed in the dosing panel until its answer is painted."""

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.notebook.notebook import Notebook
from desktop.ui.application import load_fonts
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from tests.benchmarks.answering import printing
from tests.benchmarks.rounds import Measured, milliseconds
from tests.ui.bedside_keys import line, type_case


def measured(library: Library) -> Iterator[Measured]:
    """The rows of the table that need a window; it is shown on whatever screen there is."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    load_fonts(application)
    notebook = Notebook()
    window = MainWindow(library, library.topic_slugs[0], Looks(application, notebook), notebook)
    window.show()
    application.processEvents()
    yield _topic(library, window, application)
    yield _key(window, application)
    yield printing(library)
    window.close()


def _topic(library: Library, window: MainWindow, application: QApplication) -> Measured:
    """Another topic opened and painted, to and fro."""
    slugs = list(library.topic_slugs)

    def turn() -> None:
        slugs.append(slugs.pop(0))
        window.visit(slugs[0])
        application.processEvents()

    kb = sum(len(statement.html) for section in window.reader.topic.sections for statement in section.statements) / 1000
    how = f"median of 22, going round all topics; the longest has {kb:.0f} KB of text"
    return Measured("a topic opened and painted", "ms", *milliseconds(turn, rounds=22), 50.0, 20.0, how)


def _key(window: MainWindow, application: QApplication) -> Measured:
    """One digit typed behind the weight and taken away again, each with its answer painted."""
    type_case(window.bedside.dosing)
    weight = line(window.bedside.dosing, "weight in kg")

    def press() -> None:
        QTest.keyClicks(weight, "5")
        application.processEvents()
        weight.backspace()
        application.processEvents()

    median, low, high = milliseconds(press, rounds=21)
    how = "median of 21; two key presses, halved"
    return Measured(
        "key press in the dosing panel to the answer painted", "ms", median / 2, low / 2, high / 2, 50.0, 16.0, how
    )
