"""What the window does: a topic shown, and a key pressed in the dosing panel until its answer is painted."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.notebook.notebook import Notebook
from desktop.ui.looks import Looks, load_fonts
from desktop.ui.main_window import MainWindow
from desktop.ui.page_content import PageContent
from desktop.ui.page_html import page_html
from tests.benchmarks.answering import printing
from tests.benchmarks.rounds import ROUNDS, WARM_UPS, Measured, milliseconds, once, spread
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
    window.complete()
    yield from _topics(library, window)
    yield _key(window, application)
    yield printing(library)
    window.close()


def _topics(library: Library, window: MainWindow) -> Iterator[Measured]:
    """Every topic opened and painted, coming from another, and then until its last line stands."""
    sizes = {slug: len(page_html(PageContent(library, slug))) for slug in library.topic_slugs}
    for slug, size in sizes.items():
        other = next(one for one in sizes if one != slug)
        took, whole = [], []
        for _ in range(WARM_UPS + ROUNDS):
            _open(window, other)
            _finish(window)
            took.append(once(partial(_open, window, slug)))
            whole.append(took[-1] + once(partial(_finish, window)))
        name, how = f"topic {slug} ({size // 1000} KB of HTML)", f"median of {ROUNDS}, coming from another topic"
        yield Measured(f"{name} opened and painted", "ms", *spread(took[WARM_UPS:]), 50.0, 20.0, how)
        yield Measured(f"{name} read to its last line", "ms", *spread(whole[WARM_UPS:]), None, None, how)


def _open(window: MainWindow, slug: str) -> None:
    """Go to a topic, and have all that waits for it done and painted; what a timer does later is not waited for."""
    window.visit(slug)
    QApplication.sendPostedEvents()


def _finish(window: MainWindow) -> None:
    window.page.be_whole()
    QApplication.sendPostedEvents()


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
