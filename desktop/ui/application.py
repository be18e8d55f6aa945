"""The window program: fonts, looks, content, and the one window."""

import gc
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop import __version__
from desktop.content.digest import Digest
from desktop.content.library import Library
from desktop.content.opening import ContentFault
from desktop.health.error_ids import error_id
from desktop.health.log import log_error, log_refusal
from desktop.packs.choosing import Choice, choose, choose_unproven
from desktop.policy import NO_POLICY, Policy, machine_policy
from desktop.sheets.typeface import bring_settings
from desktop.ui.governing import govern
from desktop.ui.keeping import readers_notebook
from desktop.ui.language import connect_language, kept_language, speak
from desktop.ui.looks import Looks, is_dark, load_fonts
from desktop.ui.main_window import MainWindow
from desktop.ui.renewal import Renewal, put_away
from desktop.ui.words import only_english

FAILED, NOT_UNDERSTOOD, UNTRUSTED = 1, 2, 3
# A window that begins out of sight is not painted before it is looked for, and its reader could not even close it.
_PATIENCE_MS = 1000
# One that goes by itself has nobody who waits, and whoever started it asks whether it was painted.
_LONG_PATIENCE_MS = 30_000


def run_window(
    content: Path | None,
    data: Path | None,
    topic: str | None,
    *,
    kiosk: bool,
    leave: str = "",
    digest: Digest | None = None,
) -> int:
    """Show the window until it is closed; 3 when the content cannot be trusted, otherwise Qt's own status.

    It goes by itself where `leave` is "painted", after its first page, or "complete", once everything is made; 1 where
    its first page was not painted until then, or something in it has failed. `digest` is the hash of the program's own
    content, where it is being computed.
    """
    application = _application()
    policy = machine_policy()
    start = Start(application, data, topic, policy, kiosk=kiosk or policy.kiosk)
    window = start.proven_window(content, _LONG_PATIENCE_MS if leave else _PATIENCE_MS, digest)
    if window is None:
        _tell(only_english(f'there is no topic "{topic}" in this content; leave out --topic'))
        return NOT_UNDERSTOOD
    shown = [window]
    QTimer.singleShot(0, application.exit if leave == "painted" else lambda: start.complete(shown))
    if leave == "complete":
        QTimer.singleShot(0, application.exit)  # heard after the one above, whatever becomes of that
    status = application.exec()
    # Everything goes now: to look for garbage once more on the way out would take longer than painting the first page.
    gc.freeze()
    last = shown[-1]
    if not isinstance(last, MainWindow):
        return UNTRUSTED
    if leave and not last.page.was_painted:
        _tell(only_english("the first page was not painted"))
        return FAILED
    return FAILED if leave and start.has_failed else status


def _application() -> QApplication:
    bring_settings()
    # The style is named here as Qt lets a user name it: to set it would have Python know everything about styles.
    application = QApplication.instance() or QApplication(["wardlight", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Wardlight")
    application.setApplicationVersion(__version__)
    load_fonts(application)
    return application


class Start:
    """One start: the reader's notebook and looks, and the window over whichever content is used."""

    def __init__(
        self,
        application: QApplication,
        data: Path | None,
        topic: str | None = None,
        policy: Policy = NO_POLICY,
        *,
        kiosk: bool = False,
    ) -> None:
        self._data, self._topic = data, topic
        self._policy, self._kiosk = policy, kiosk
        self._reporter: FailureReporter | None = None
        self._notebook = readers_notebook(data, kiosk=kiosk)
        speak(application, kept_language(self._notebook.kept))
        self._looks = Looks(application, self._notebook, is_dark=is_dark(application.palette()))

    @property
    def has_failed(self) -> bool:
        """Whether an error was told since the window is in sight."""
        return self._reporter is not None and self._reporter.has_failed

    def proven_window(
        self, content: Path | None, patience_ms: int = _PATIENCE_MS, digest: Digest | None = None
    ) -> QMainWindow | None:
        """The window in sight, over content that is as it was made; None where the topic asked for is not in it.

        The hash of the program's own is awaited once the first page is painted; the reader can do nothing before.
        Where it does not match, that window goes, and one is made in the way that computes every hash first.
        """
        choice = choose_unproven(content, self._data)
        window = self.window(choice)
        errors = self._paint(window, patience_ms)
        is_as_made = choice.is_as_made(digest)
        if digest is not None:
            # Nobody else asks for it; where other content is shown, nobody did.
            digest.close()
        if not is_as_made:
            put_away(window, choice)
            window = self.window(choose(content, self._data))
            errors = self._paint(window, patience_ms)
        if window is None:
            return None
        sys.excepthook = self._reporter = FailureReporter(window, self._data)
        if isinstance(window, MainWindow):
            window.low.show_verifying(False)
            for error in errors:
                sys.excepthook(type(error), error, error.__traceback__)
        else:
            self._open(window)
        return window

    def _paint(self, window: QMainWindow | None, patience_ms: int) -> list[BaseException]:
        """What goes wrong in a window while it is opened and its first page painted."""
        errors: list[BaseException] = []
        if not isinstance(window, MainWindow):
            return errors
        waiting, former = QEventLoop(), sys.excepthook

        def note(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
            errors.append(error)
            QTimer.singleShot(0, waiting, waiting.quit)

        sys.excepthook = note
        try:
            window.page.painted.connect(lambda: QTimer.singleShot(0, waiting, waiting.quit))
            QTimer.singleShot(patience_ms, waiting, waiting.quit)
            self._open(window)
            waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            sys.excepthook = former
        return errors

    def _open(self, window: QMainWindow) -> None:
        if self._kiosk:
            window.showFullScreen()
        elif isinstance(window, MainWindow) and window.fills_screen:
            window.showMaximized()
        else:
            window.show()

    def complete(self, shown: list[QMainWindow]) -> None:
        """Make what the first page does not show; a library that cannot be shown whole is not shown any longer.

        The window shown last is the present one; the one that says so is added to them.
        """
        window = shown[-1]
        if isinstance(window, MainWindow):
            try:
                window.complete()
            except Exception as error:
                shown.append(_fault_window(log_error(error, self._data)))
                self._open(shown[-1])
                if self._reporter is not None:
                    self._reporter.window = shown[-1]
                window.hide()
            else:
                window.settle_in()
        # From here on garbage is looked for again; it was off for the start.
        gc.enable()

    def window(self, choice: Choice) -> QMainWindow | None:
        """The window for what was chosen, not in sight yet; None where the topic that was asked for is not in it."""
        if isinstance(choice.content, ContentFault):
            self._looks.theme()
            log_refusal(choice.content.code, self._data)
            return _fault_window(choice.content)
        library = Library(choice.content, self._policy.basis)
        try:
            slug = self._topic or library.topic_slugs[0]
            return self._over(library, slug, choice) if slug in library.topic_slugs else None
        except Exception as error:  # whatever it is, nothing of it may be shown in part
            return _fault_window(log_error(error, self._data))

    def _over(self, library: Library, slug: str, choice: Choice) -> MainWindow:
        """The window over a library; where no hash vouches for it, with everything made that it will ever show."""
        window = MainWindow(library, slug, self._looks, self._notebook, kiosk=self._kiosk)
        window.low.show_verifying(choice.is_unproven)
        Renewal(window, library, choice, self._looks, self._data, kiosk=self._kiosk)
        govern(window, self._policy)
        if not self._kiosk:
            connect_language(window.actions_, self._notebook, window.keeping.strip.tell)
        if library.source == "file":
            window.complete()
        return window


def _fault_window(fault: ContentFault | str) -> QMainWindow:
    """The window over no content: for a fault of it, or the number of an error."""
    from desktop.ui.fault_window import FaultWindow, unshowable  # only where there is a fault

    return FaultWindow(unshowable(fault) if isinstance(fault, str) else fault)


class FailureReporter:
    """Takes an error in a slot: the doses go, the program lives, and no figure of a patient is told.

    It is shown in `window`, the one in sight.
    """

    def __init__(self, window: QMainWindow, data: Path | None = None) -> None:
        self.window, self._data = window, data
        self.has_failed = False

    def __call__(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Log it, say its number on the standard error, and show it; a window that cannot gives way to one that can."""
        self.has_failed = True
        _tell(only_english(f"error {log_error(error, self._data)}"))
        if isinstance(self.window, MainWindow):
            try:
                self.window.show_failure(error_id(error))
            except Exception as worse:  # whatever it is, nothing of that window may stay, and no words of it be told
                number = log_error(worse, self._data)
                _tell(only_english(f"error {number}"))
                for other in QApplication.topLevelWidgets():
                    other.hide()
                self.window = _fault_window(number)
                self.window.show()


def _tell(words: str) -> None:
    """Say it on the standard error, if there is one: a windowed program may have none, or a closed one."""
    with suppress(AttributeError, OSError, ValueError):
        sys.stderr.write(only_english(f"wardlight: {words}\n"))
