"""The content that a reader brings: a pack looked at before it is accepted, the way back, and how well all is."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer

from desktop.content.library import Library
from desktop.packs.choosing import Choice, dated
from desktop.ui.looks import Looks
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import NoticeStrip, insert_notices
from desktop.ui.words import only_english, tr, tr_later

if TYPE_CHECKING:
    from desktop.health.checks import Check
    from desktop.packs.importing import Candidate
    from desktop.ui.page_dialog import PageDialog
    from desktop.ui.progress import LongTask

# How much of an import is done once the pack lies in staging.
_STAGED = 0.9
_KINDS = tr_later("Content packs (*.wardlight targets.json);;All files (*)")


class Renewal(QObject):
    """Serves File, Import content and Roll back content; a pack dropped on the window; Help, Self-test and Log."""

    def __init__(
        self, window: MainWindow, library: Library, choice: Choice, looks: Looks, data: Path | None, *, kiosk: bool
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._choice = window, library, choice
        self._looks, self._data = looks, data
        self.notices = NoticeStrip()
        insert_notices(window, self.notices)
        today = datetime.now(UTC).astimezone().date()
        self.notices.show_notices([*choice.notices, *dated(self._library.edition, today)])
        actions = window.actions_
        actions.import_content.triggered.connect(self._ask)
        actions.roll_back.triggered.connect(self._offer_roll_back)
        actions.self_test.triggered.connect(self._show_self_test)
        actions.log_folder.triggered.connect(self._show_log_folder)
        if not kiosk:
            window.place.prepare(lambda _desk: self._take_drops())

    def _take_drops(self) -> None:
        """Take what is dropped on the window from now on: not before its first page is painted and verified."""
        self._window.setAcceptDrops(True)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take one file or folder that is dropped on the window; everything else goes its way."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop) or not isinstance(event, QtGui.QDropEvent):
            return super().eventFilter(watched, event)
        dropped = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if len(dropped) != 1:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # Whoever dropped it waits until this is over; the page is shown afterwards.
            QTimer.singleShot(0, lambda: self.bring(Path(dropped[0])))
        return True

    def _ask(self) -> None:
        chosen, _ = QtWidgets.QFileDialog.getOpenFileName(self._window, tr("Import content"), "", tr(_KINDS))
        if chosen:
            self.bring(Path(chosen))

    def bring(self, pack: Path) -> "LongTask":
        """The task, begun, that verifies a pack and shows what it changes; nothing changes before the reader agrees."""
        from desktop.ui.progress import LongTask  # not on the way to the first window

        folder = pack.parent if pack.name == "targets.json" else pack
        brought: list[tuple[Candidate, str, ExitStack]] = []
        task = LongTask(tr("Verifying the content pack…"), self._looked_at(folder, brought), self._window)
        task.done.connect(lambda: self._preview(*brought.pop()))
        task.failed.connect(self._refuse)
        task.start()
        return task

    def _looked_at(self, pack: Path, brought: "list[tuple[Candidate, str, ExitStack]]") -> Iterator[float]:
        """The steps to a pack that may be accepted, what it changes, and what must be closed when it was looked at."""
        from desktop.health.checks import content_checks
        from desktop.packs.importing import staging
        from desktop.packs.places import places_to_write
        from desktop.packs.refusal import damaged
        from desktop.ui.renewal_html import preview_html

        with ExitStack() as held:
            candidate = yield from staging(pack, places_to_write(self._data), held)
            yield _STAGED
            new = Library(candidate.content)
            if failed := [check.detail for check in content_checks(new, new.sha256) if not check.ok]:
                raise damaged(only_english(f"its content fails a check: {failed[0]}"))
            yield 1
            warnings = dated(candidate.edition, datetime.now(UTC).astimezone().date())
            html = preview_html(self._library, new, candidate.release.publisher, warnings)
            brought.append((candidate, html, held.pop_all()))

    def _preview(self, candidate: "Candidate", html: str, held: ExitStack) -> None:
        dialog = self._dialog(tr("Import content"), html, offer=tr("&Use this content"))
        dialog.finished.connect(held.close)
        edition = candidate.edition
        used = tr_later("Edition {edition}, version {version}, is used from the next start on.")
        words = tr(used, edition=edition.edition, version=edition.version)
        dialog.agreed.connect(lambda: self._attempt(candidate.accept, held, words))
        dialog.open()

    def _offer_roll_back(self) -> None:
        from desktop.packs.importing import roll_back
        from desktop.packs.places import places_to_write
        from desktop.ui.renewal_html import roll_back_html

        dialog = self._dialog(tr("Roll back content"), roll_back_html(self._library), offer=tr("&Go back"))
        words = tr("The content before this one is used from the next start on.")
        back = partial(roll_back, places_to_write(self._data))
        dialog.agreed.connect(lambda: self._attempt(back, ExitStack(), words))
        dialog.open()

    def _attempt(self, task: Callable[[], object], held: ExitStack, words: str) -> None:
        """Do what may be refused; a refusal is shown, and `words` say what was done."""
        from desktop.packs.refusal import PackRefusedError

        self._window.setCursor(QtCore.Qt.CursorShape.WaitCursor)
        try:
            task()
        except PackRefusedError as error:
            held.close()
            self._refuse(error)
        except Exception:
            held.close()
            raise
        else:
            self.notices.show_notices([tr("{done} Close Wardlight and start it again.", done=words)])
        finally:
            self._window.unsetCursor()

    def _refuse(self, error: Exception) -> None:
        """Show why a pack is refused; any other error is reported as such."""
        from desktop.health.log import log_error
        from desktop.packs.refusal import PackRefusedError
        from desktop.ui.renewal_html import refusal_html

        if not isinstance(error, PackRefusedError):
            raise error
        log_error(error, self._data)
        self._dialog(tr("Content was not changed"), refusal_html(error)).open()

    def _show_self_test(self) -> None:
        from desktop.health.self_test import stages
        from desktop.packs.places import places_to_read
        from desktop.ui.progress import LongTask
        from desktop.ui.renewal_html import self_test_html

        found: list[Check] = []
        parts = stages(self._choice, places_to_read(self._data), self._data)

        def steps() -> Iterator[float]:
            for done, part in enumerate(parts, 1):
                found.extend(part())
                yield done / len(parts)

        task = LongTask(tr("Checking this program and its content…"), steps(), self._window)
        task.done.connect(lambda: self._dialog(tr("Self-test"), self_test_html(found)).open())
        task.failed.connect(self._refuse)
        task.start()

    def _show_log_folder(self) -> None:
        """Name the folder of the log, and offer to copy its name: no other program is started."""
        from desktop.health.log import log_folder
        from desktop.ui.renewal_html import log_folder_html

        folder = log_folder(self._data)
        offer = "" if folder is None else tr("&Copy its name")
        dialog = self._dialog(tr("Log folder"), log_folder_html(folder), offer=offer)
        dialog.agreed.connect(lambda: QtGui.QGuiApplication.clipboard().setText(str(folder)))
        dialog.open()

    def _dialog(self, title: str, html: str, offer: str = "") -> "PageDialog":
        from desktop.ui.page_dialog import PageDialog  # not on the way to the first window

        return PageDialog(title, html, self._looks.theme(), self._window, offer=offer)


def put_away(window: QtWidgets.QMainWindow | None, choice: Choice) -> None:
    """Takes everything out of sight and reach that was read from content that is not as it was made."""
    if window is not None:
        window.hide()
        window.deleteLater()
        # At once: what it was about to do would be done to content that is closed.
        QtCore.QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    choice.close()
