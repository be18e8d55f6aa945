"""The window program: fonts, looks, content, and the one window."""

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop import __version__
from desktop.content.library import Library
from desktop.content.opening import ContentFault
from desktop.health.error_ids import error_id
from desktop.health.log import log_error, log_refusal
from desktop.notebook.notebook import Notebook, open_notebook
from desktop.packs.choosing import Choice, choose
from desktop.paths import data_folder
from desktop.policy import NO_POLICY, Policy, machine_policy
from desktop.sheets.typeface import bring_settings, families
from desktop.ui.governing import govern
from desktop.ui.language import connect_language, kept_language, speak
from desktop.ui.looks import Looks, is_dark
from desktop.ui.main_window import MainWindow
from desktop.ui.renewal import Renewal
from desktop.ui.words import only_english

NOT_UNDERSTOOD, UNTRUSTED = 2, 3


def run_window(
    content: Path | None, data: Path | None, topic: str | None, *, kiosk: bool, exit_after_paint: bool
) -> int:
    """Show the window until it is closed; 3 when the content cannot be trusted, otherwise Qt's own status."""
    _spare_the_session_bus()
    bring_settings()
    # The style is named here as Qt lets a user name it: to set it would have Python know everything about styles.
    application = QApplication.instance() or QApplication(["wardlight", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Wardlight")
    application.setApplicationVersion(__version__)
    load_fonts(application)
    policy = machine_policy()
    kiosk = kiosk or policy.kiosk
    window = _window(application, choose(content, data), data, topic, policy, kiosk=kiosk)
    if window is None:
        sys.stderr.write(only_english(f'wardlight: there is no topic "{topic}" in this content; leave out --topic\n'))
        return NOT_UNDERSTOOD
    if isinstance(window, MainWindow):
        sys.excepthook = failure_reporter(window, data)
    shown = _show(application, window, data, kiosk=kiosk, exit_after_paint=exit_after_paint)
    status = application.exec()
    # Everything goes now: to look for garbage once more on the way out would take longer than painting the first page.
    gc.freeze()
    return status if isinstance(shown[-1], MainWindow) else UNTRUSTED


def show_words(words: str) -> None:
    """Show a dialog that says them, and no window, until it is closed."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    application = QApplication.instance() or QApplication(["wardlight"])
    box = QMessageBox(QMessageBox.Icon.Information, "Wardlight", words)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.finished.connect(application.quit)
    box.show()
    application.exec()


def _show(
    application: QApplication, window: QMainWindow, data: Path | None, *, kiosk: bool, exit_after_paint: bool
) -> list[QMainWindow]:
    """Every window that was shown, the present one last, to which one more may be added once the first is painted."""
    shown = [window]
    fills_screen = isinstance(window, MainWindow) and window.fills_screen
    open_ = QMainWindow.showFullScreen if kiosk else QMainWindow.showMaximized if fills_screen else QMainWindow.show
    if not isinstance(window, MainWindow):
        # From here on garbage is looked for again; it was off for the start.
        gc.enable()
        if exit_after_paint:
            QTimer.singleShot(0, application.quit)
    elif exit_after_paint:
        window.page.painted.connect(lambda: QTimer.singleShot(0, application.exit))
    else:
        window.page.painted.connect(lambda: QTimer.singleShot(0, lambda: _complete(window, shown, data, open_)))
    open_(window)
    return shown


def _complete(
    window: MainWindow, shown: list[QMainWindow], data: Path | None, open_: Callable[[QMainWindow], None]
) -> None:
    """Make what the first page does not show; a library that cannot be shown whole is not shown any longer."""
    try:
        window.complete()
    except Exception as error:
        shown.append(_fault_window(_unshowable(log_error(error, data))))
        open_(shown[-1])
        window.hide()
    else:
        window.settle_in()
    gc.enable()


def _window(
    application: QApplication,
    choice: Choice,
    data: Path | None,
    topic: str | None,
    policy: Policy = NO_POLICY,
    *,
    kiosk: bool,
) -> QMainWindow | None:
    """The window for what was opened; None where the topic that was asked for is not in it."""
    notebook = _notebook(data, kiosk=kiosk)
    speak(application, kept_language(notebook.kept))
    looks = Looks(application, notebook, is_dark(application.palette()))
    if isinstance(choice.content, ContentFault):
        looks.theme()
        log_refusal(choice.content.code, data)
        return _fault_window(choice.content)
    library = Library(choice.content, policy.basis)
    try:
        slug = topic or library.topic_slugs[0]
        if slug not in library.topic_slugs:
            return None
        window = MainWindow(library, slug, looks, notebook, kiosk=kiosk)
        Renewal(window, library, choice, looks, data, kiosk=kiosk)
        govern(window, policy)
        if not kiosk:
            connect_language(window.actions_, notebook, window.keeping.strip.tell)
        return _proven(window, library)
    except Exception as error:  # whatever it is, nothing of a library that cannot be shown whole may be shown in part
        return _fault_window(_unshowable(log_error(error, data)))


def _proven(window: MainWindow, library: Library) -> MainWindow:
    """The window; over a file that no hash vouches for, with everything made that it will ever show."""
    if library.source == "file":
        window.complete()
    return window


def _fault_window(fault: ContentFault) -> QMainWindow:
    from desktop.ui.fault_window import FaultWindow  # only where there is a fault

    return FaultWindow(fault)


def _notebook(data: Path | None, *, kiosk: bool) -> Notebook:
    """The reader's notebook; a kiosk keeps nothing, and its notebook is gone with it."""
    notebook = Notebook() if kiosk else open_notebook(data_folder(data))
    if notebook.trouble and not kiosk:
        log_refusal("notebook", data)
    return notebook


def _unshowable(fault: str) -> ContentFault:
    return ContentFault(
        "content-damaged",
        only_english(f"The content file opens, but it cannot be shown (error {fault})."),
        only_english("Do not use it for doses. Leave out --content, or install Wardlight again from a copy you trust."),
    )


def load_fonts(application: QApplication) -> None:
    """The bundled typeface and its symbols: a bare system has no fonts at all."""
    chosen = QFont(application.font())
    chosen.setFamilies(list(families()))
    application.setFont(chosen)


def _spare_the_session_bus() -> None:
    """Without a bus and without a writable home, Qt would wait three seconds for one at every start."""
    home = Path("~").expanduser()
    if "DBUS_SESSION_BUS_ADDRESS" not in os.environ and not os.access(home, os.W_OK):
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"


def failure_reporter(
    window: MainWindow, data: Path | None = None
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What happens to an error in a slot: the doses go, the program lives, and no figure of a patient is told."""

    def report(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        window.show_failure(error_id(error))
        fault = log_error(error, data)
        # A windowed program may have no standard error, or a closed one.
        with suppress(AttributeError, OSError, ValueError):
            sys.stderr.write(only_english(f"wardlight: error {fault}\n"))

    return report
