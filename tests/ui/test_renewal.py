"""Content brought to the window: looked at first, changed only on the reader's word, refused in plain words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.editions import Change, Weight
from desktop.health.log import NAME
from desktop.packs.choosing import choose
from desktop.packs.shelf import read_note
from desktop.ui.application import Start
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import FailureStrip
from desktop.ui.page_dialog import PageDialog
from desktop.ui.progress import LongTask
from desktop.ui.renewal import Renewal
from desktop.ui.renewal_html import change_html
from tests.packs.publishing import Publisher, as_file

CHANGE = "UPDATE dose_part SET every_h = '12' WHERE row = 'ceftazidime-avibactam/us-label/02' AND part = 'maintenance'"
Opened = tuple[MainWindow, Renewal, Path]


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    made = Publisher(tmp_path_factory.mktemp("publisher"))
    made.release(2, "UPDATE edition SET review_by = '2020-01-01'", CHANGE)
    return made


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Opened]:
    """The window as the program opens it, on a machine that trusts the publisher."""
    (tmp_path / "resources" / "trust").mkdir(parents=True)
    (tmp_path / "resources" / "trust" / "root.json").write_bytes(publisher.root.read_bytes())
    monkeypatch.setattr("desktop.packs.places.RESOURCES", tmp_path / "resources")

    def started(*, kiosk: bool = False) -> Opened:
        data = tmp_path / "data"
        made = Start(qapp, data, kiosk=kiosk).window(choose(None, data))
        assert isinstance(made, MainWindow)
        qtbot.addWidget(made)
        made.show()
        renewal = made.findChild(Renewal)
        assert renewal is not None
        return made, renewal, data

    return started


@pytest.fixture
def opened(start: Callable[..., Opened]) -> Opened:
    return start()


def dialog_of(window: MainWindow) -> PageDialog:
    (found,) = [dialog for dialog in window.findChildren(PageDialog) if dialog.isVisible()]
    return found


def bring(qtbot: QtBot, renewal: Renewal, pack: Path, *, refused: bool = False) -> None:
    """Bring a pack, and wait until it was looked at, or refused."""
    task = renewal.bring(pack)
    with qtbot.waitSignal(task.failed if refused else task.done, timeout=60_000):
        pass


def press(dialog: PageDialog, words: str) -> None:
    (button,) = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words]
    button.click()


@pytest.fixture
def pack(publisher: Publisher) -> Path:
    return publisher.home / "pack 2"


def test_a_pack_is_shown_with_what_it_changes_and_used_on_the_readers_word(
    opened: Opened, pack: Path, qtbot: QtBot
) -> None:
    window, renewal, data = opened
    bring(qtbot, renewal, pack)
    words = dialog_of(window).page.toPlainText()
    for said in ("version 2", "Signed by the publisher", "was to be reviewed by 01-Jan-2020", "Clinical changes: 1"):
        assert said in words
    assert "Now: 8\nIn the pack: 12" in words.replace("\u2028", "\n")
    assert read_note(data / "content").active is None
    press(dialog_of(window), "Use this content")
    active = read_note(data / "content").active
    assert active is not None
    assert active.version == 2
    assert "is used from the next start on" in renewal.notices.words()
    assert not (data / "content" / "staging").exists()


def test_a_pack_that_is_not_wanted_changes_nothing(opened: Opened, pack: Path, qtbot: QtBot) -> None:
    window, renewal, data = opened
    bring(qtbot, renewal, pack / "targets.json")
    press(dialog_of(window), "Cancel")
    assert read_note(data / "content").active is None
    assert not (data / "content" / "staging").exists()
    bring(qtbot, renewal, pack)
    press(dialog_of(window), "Cancel")


def test_an_import_shows_how_far_it_is_and_stopped_leaves_nothing_half_done(
    opened: Opened, pack: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window, renewal, data = opened
    file = as_file(pack, tmp_path / "pack.wardlight")
    task, told = renewal.bring(file), list[tuple[int, bool]]()
    task.dialog.setMinimumDuration(0)
    (bar,), (stop,) = task.dialog.findChildren(QProgressBar), task.dialog.findChildren(QPushButton)

    def look(value: int) -> None:
        told.append((value, (data / "content" / "staging").exists()))
        if value >= 80:
            QTest.mouseClick(stop, Qt.MouseButton.LeftButton)

    bar.valueChanged.connect(look)
    with qtbot.waitSignal(task.stopped, timeout=60_000):
        pass
    assert told == sorted(told)
    assert told[-1][1], "it was stopped with the pack in staging"
    assert [path.name for path in (data / "content").iterdir()] == ["lock"]
    assert not [dialog for dialog in window.findChildren(PageDialog) if dialog.isVisible()]
    bring(qtbot, renewal, file)
    press(dialog_of(window), "Use this content")
    assert read_note(data / "content").active is not None


@pytest.mark.hazard("H07")
def test_a_refusal_is_told_in_words_and_leaves_one_line_in_the_log(
    opened: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    window, renewal, data = opened
    (tmp_path / "odd.wardlight").write_bytes(b"not a pack")
    bring(qtbot, renewal, tmp_path / "odd.wardlight", refused=True)
    words = dialog_of(window).page.toPlainText()
    assert "not a Wardlight content pack" in words
    assert "the content you had is still in use" in words
    (line,) = (data / "log" / NAME).read_text(encoding="utf-8").splitlines()
    assert " PackRefusedError desktop/packs/carrying.py:" in line


def test_the_way_back_is_offered_and_taken_on_the_readers_word(
    start: Callable[..., Opened], pack: Path, qtbot: QtBot
) -> None:
    window, renewal, data = start()
    bring(qtbot, renewal, pack)
    press(dialog_of(window), "Use this content")
    window, renewal, data = start()
    assert "was to be reviewed by 01-Jan-2020" in renewal.notices.words()
    window.actions_.roll_back.trigger()
    assert "version 2" in dialog_of(window).page.toPlainText()
    press(dialog_of(window), "Go back")
    assert read_note(data / "content").active is None
    assert "used from the next start on" in renewal.notices.words()
    window.actions_.roll_back.trigger()
    press(dialog_of(window), "Go back")
    assert "nothing to go back to" in dialog_of(window).page.toPlainText()


def test_content_that_was_altered_is_said_above_the_page(
    start: Callable[..., Opened], pack: Path, qtbot: QtBot
) -> None:
    window, renewal, data = start()
    assert not renewal.notices.isVisible()
    bring(qtbot, renewal, pack)
    press(dialog_of(window), "Use this content")
    (content,) = (data / "content" / "versions").glob("*/*.content.db")
    content.write_bytes(content.read_bytes()[:-1])
    window, renewal, data = start()
    assert renewal.notices.isVisible()
    assert "In use: the content that came with the program" in renewal.notices.words()


def dropped(window: MainWindow, *urls: str) -> tuple[bool, bool]:
    """Whether the window takes something that is held over it, and takes it when it is let go."""
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, keys)
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, keys)
    for event in (enter, drop):
        event.ignore()
        QApplication.sendEvent(window, event)
    return enter.isAccepted(), drop.isAccepted()


def test_a_pack_that_is_dropped_on_the_window_is_shown(opened: Opened, pack: Path, qtbot: QtBot) -> None:
    window, _renewal, _data = opened
    # The content on the first page may not be verified yet.
    assert dropped(window, pack.as_uri()) == (False, False)
    window.complete()
    assert dropped(window, pack.as_uri()) == (True, True)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(PageDialog)), timeout=60_000)
    assert "version 2" in dialog_of(window).page.toPlainText()
    press(dialog_of(window), "Cancel")


@pytest.mark.parametrize("urls", [["https://example.org/pack"], ["file:///a", "file:///b"], []])
def test_what_is_not_one_file_is_not_taken(opened: Opened, urls: list[str]) -> None:
    opened[0].complete()
    assert dropped(opened[0], *urls) == (False, False)


def test_a_kiosk_takes_no_content(start: Callable[..., Opened], pack: Path) -> None:
    window, _renewal, _data = start(kiosk=True)
    actions = window.actions_
    assert not any(each.isVisible() for each in (actions.import_content, actions.roll_back, actions.log_folder))
    window.complete()
    assert dropped(window, pack.as_uri()) == (False, False)


def test_the_self_test_is_shown_as_a_page(qtbot: QtBot, opened: Opened) -> None:
    window, _renewal, _data = opened
    window.actions_.self_test.trigger()
    (task,) = window.findChildren(LongTask)
    with qtbot.waitSignal(task.done, timeout=60_000):
        pass
    words = dialog_of(window).page.toPlainText()
    assert "Nothing was found wrong on this machine" in words
    assert "worked examples recompute" in words


def test_a_self_test_that_is_stopped_shows_nothing(qtbot: QtBot, opened: Opened) -> None:
    window, _renewal, _data = opened
    window.actions_.self_test.trigger()
    (task,) = window.findChildren(LongTask)
    with qtbot.waitSignal(task.stopped):
        task.dialog.canceled.emit()
    assert not [dialog for dialog in window.findChildren(PageDialog) if dialog.isVisible()]


def test_the_folder_of_the_log_can_be_copied_and_nothing_is_started(opened: Opened) -> None:
    window, _renewal, data = opened
    window.actions_.log_folder.trigger()
    assert str(data / "log") in dialog_of(window).page.toPlainText()
    press(dialog_of(window), "Copy its name")
    assert QGuiApplication.clipboard().text() == str(data / "log")


def test_a_failure_is_said_whichever_half_of_a_narrow_window_is_in_sight(window: MainWindow) -> None:
    window.resize(800, 600)
    assert not window.bedside.isVisible()
    window.show_failure("12345678")
    (strip,) = window.findChildren(FailureStrip)
    assert strip.isVisible()
    assert "error 12345678" in strip.words()
    (close,) = strip.findChildren(QPushButton)
    close.click()
    assert not strip.isVisible()
    window.show_failure("87654321")
    assert "error 87654321" in strip.words()
    assert len(window.findChildren(FailureStrip)) == 1
    window.bedside.clear_case()
    assert not strip.isVisible()


def test_the_preview_sets_in_bold_what_differs_and_leaves_out_what_does_not() -> None:
    before, after = "a " * 40 + "at most 8 g a day", "a " * 40 + "at most 6 g a day"
    change = Change("basis", "aztreonam/us-label", "notes", before, after, Weight.CLINICAL)
    html = change_html(change)
    assert "at most <strong>8</strong> g a day" in html
    assert "at most <strong>6</strong> g a day" in html
    assert html.count("…") == 2
    assert html.count(" a a ") < 40


def test_the_preview_says_what_came_and_what_went() -> None:
    assert "<strong>(nothing)</strong>" in change_html(Change("dose", "x", "mg", "", "500", Weight.CLINICAL))
    assert "<strong>500</strong>" in change_html(Change("dose", "x", "mg", "500", "", Weight.CLINICAL))
