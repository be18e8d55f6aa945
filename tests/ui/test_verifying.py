"""The first page may be painted before its hash is known: nothing can be done with it then, and a wrong one goes."""

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from desktop.content.opening import ContentFault, OpenContent, open_content
from desktop.health.error_ids import error_id
from desktop.health.log import NAME
from desktop.packs.choosing import Choice
from desktop.packs.importing import staged
from desktop.packs.places import places_to_write
from desktop.packs.shelf import content_file, read_note
from desktop.paths import CONTENT_DB
from desktop.ui.application import Start, run_window
from desktop.ui.fault_window import FaultWindow
from desktop.ui.main_window import MainWindow
from desktop.ui.notices import FailureStrip
from desktop.ui.renewal import Renewal
from tests.packs.publishing import Publisher

VERIFYING, VERIFIED = "verifying content…", "content verified"
Spoil = Callable[[bytes], bytes]


class Watched(Start):
    """A start that notes what it chose, and what each window said of its content as it was first painted."""

    def __init__(self, application: QApplication, data: Path) -> None:
        super().__init__(application, data)
        self.choices: list[Choice] = []
        self.painted: list[str] = []
        self.read: list[str] = []
        self.hooks: list[object] = []

    def window(self, choice: Choice) -> QMainWindow | None:
        self.hooks.append(sys.excepthook)
        made = super().window(choice)
        self.choices.append(choice)
        if isinstance(made, MainWindow):
            made.page.painted.connect(lambda: self._note(made))
        return made

    def _note(self, window: MainWindow) -> None:
        self.painted.append(window.low.status.lines()[-1] if window.place.is_empty else "bedside")
        self.read.append(window.page.toPlainText())


@pytest.fixture
def start(qapp: QApplication, content_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """A start of a program that came with `content_copy`."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("desktop.content.opening.CONTENT_DB", content_copy)
    before = in_sight(qapp)
    yield Watched(qapp, tmp_path / "data")
    for window in set(in_sight(qapp)) - set(before):
        window.hide()
        window.deleteLater()


def windows_of(application: QApplication) -> list[QMainWindow]:
    return [each for each in application.topLevelWidgets() if isinstance(each, QMainWindow)]


def in_sight(application: QApplication) -> list[QMainWindow]:
    return [each for each in windows_of(application) if each.isVisible()]


def first_word() -> tuple[int, str]:
    """A word of the statement that stands first on the first page: where it lies in the file, and the word itself."""
    with closing(sqlite3.connect(CONTENT_DB)) as content:
        (html,) = content.execute(
            "SELECT html FROM statement WHERE topic = 'ndm' AND section = 'recommendation' ORDER BY position"
        ).fetchone()
    found = re.search(r">[^<]*?\b([a-z]{5,})\b", html)
    assert found is not None
    before = html[: found.start(1)].encode()
    return CONTENT_DB.read_bytes().index(html.encode()) + len(before), found[1]


def spoilt_word() -> str:
    """That word with one bit of its first letter changed."""
    word = first_word()[1]
    return chr(ord(word[0]) ^ 1) + word[1:]


def flipped(at: int) -> Spoil:
    """One bit changed."""
    return lambda whole: whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def zeroed(page: int) -> Spoil:
    """A page of the file with nothing in it any more."""
    return lambda whole: whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :]


SPOILS: dict[str, Spoil] = {
    "a word of the first page": lambda whole: flipped(first_word()[0])(whole),
    "the middle": lambda whole: flipped(len(whole) // 2)(whole),
    "the schema": lambda whole: flipped(whole.index(b"CREATE TABLE statement") + 20)(whole),
    "the version of its shape": flipped(63),
    "cut in half": lambda whole: whole[: len(whole) // 2],
    "cut after a page": lambda whole: whole[:4096],
    "a byte appended": lambda whole: whole + b"\n",
    "empty": lambda _whole: b"",
    **{f"page {page} of it": zeroed(page) for page in (0, 1, 2, 3, 40, 200, 400)},
}


def test_what_is_painted_first_says_that_it_is_being_verified_and_then_that_it_is_verified(start: Watched) -> None:
    window = start.proven_window(None)
    assert isinstance(window, MainWindow)
    (said,) = start.painted
    assert VERIFYING in said
    assert VERIFIED in window.low.status.lines()[-1]
    assert len(start.choices) == 1
    start.complete([window])
    assert not window.place.is_empty


def test_in_a_low_window_too(start: Watched) -> None:
    window = start.window(Choice(open_content(later=True)))
    assert isinstance(window, MainWindow)
    words = window.low.findChild(QLabel)
    assert words is not None
    assert VERIFYING in words.text()
    window.low.show_verifying(False)
    assert VERIFYING not in words.text()


@pytest.mark.hazard("H07")
@pytest.mark.parametrize("how", SPOILS)
def test_content_that_is_not_as_it_was_made_is_replaced_at_once_by_the_words_that_nobody_trusts_it(
    qapp: QApplication, start: Watched, content_copy: Path, how: str, tmp_path: Path
) -> None:
    others = in_sight(qapp)
    content_copy.write_bytes(SPOILS[how](content_copy.read_bytes()))
    window = start.proven_window(None)
    assert isinstance(window, FaultWindow)
    assert [each for each in in_sight(qapp) if each not in others] == [window]
    assert all(VERIFYING in said for said in start.painted)
    fault = start.choices[-1].content
    assert isinstance(fault, ContentFault)
    assert fault.reason == "The content file was changed after it was made."
    # One line, as ever; what reading it stumbled over may stand before it.
    lines = (tmp_path / "data" / "log" / NAME).read_text(encoding="utf-8").splitlines()
    assert lines[-1].endswith("refused content-damaged -")
    # No time is left in which the bedside could still be made.
    start.complete([window])
    assert [each for each in in_sight(qapp) if each not in others] == [window]


@pytest.mark.hazard("H07")
def test_an_error_in_the_window_that_says_so_is_logged_as_everywhere(
    start: Watched, content_copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content_copy.write_bytes(SPOILS["a word of the first page"](content_copy.read_bytes()))
    before = sys.excepthook
    assert isinstance(start.proven_window(None), FaultWindow)
    assert start.hooks == [before, before]
    fault = ValueError("70 kg")
    sys.excepthook(ValueError, fault, None)
    lines = (tmp_path / "data" / "log" / NAME).read_text(encoding="utf-8").splitlines()
    assert lines[-1].endswith(f"{error_id(fault)} ValueError -")
    assert capsys.readouterr().err == f"wardlight: error {error_id(fault)}\n"


@pytest.mark.hazard("H07")
def test_a_changed_word_is_on_the_first_page_for_a_moment_and_can_be_read_by_nobody_afterwards(
    qapp: QApplication, start: Watched, content_copy: Path
) -> None:
    content_copy.write_bytes(SPOILS["a word of the first page"](content_copy.read_bytes()))
    others = windows_of(qapp)
    window = start.proven_window(None)
    assert len(start.painted) == 1
    assert spoilt_word() in start.read[0]
    assert [each for each in windows_of(qapp) if each not in others] == [window]
    first, second = start.choices
    assert isinstance(first.content, OpenContent)
    assert isinstance(second.content, ContentFault)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first.content.connection.execute("SELECT 1")


@pytest.mark.hazard("H07")
def test_an_imported_content_that_was_changed_is_never_read_and_gives_way_to_the_next_with_a_notice(
    start: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(tmp_path / "publisher")
    pack = publisher.release(7)
    (tmp_path / "resources" / "trust").mkdir(parents=True)
    (tmp_path / "resources" / "trust" / "root.json").write_bytes(publisher.root.read_bytes())
    monkeypatch.setattr("desktop.packs.places.RESOURCES", tmp_path / "resources")
    with staged(pack, places_to_write(tmp_path / "data")) as candidate:
        candidate.accept()
    window = start.proven_window(None)
    assert isinstance(window, MainWindow)
    assert "an imported pack" in window.low.status.lines()[-1]
    assert [choice.is_unproven for choice in start.choices] == [False]
    assert VERIFYING not in start.painted[0]
    window.hide()

    active = read_note(tmp_path / "data" / "content").active
    assert active is not None
    kept = content_file(tmp_path / "data" / "content", active)
    kept.write_bytes(SPOILS["a word of the first page"](kept.read_bytes()))
    window = start.proven_window(None)
    assert isinstance(window, MainWindow)
    assert [choice.content.source for choice in start.choices if isinstance(choice.content, OpenContent)] == [
        "imported",
        "bundled",
    ]
    assert not any(spoilt_word() in text for text in start.read)
    renewal = window.findChild(Renewal)
    assert renewal is not None
    assert "version 7, is not used: The content file was changed after it was made." in renewal.notices.words()
    assert VERIFYING not in start.painted[-1]
    start.complete([window])
    assert not window.place.is_empty


class Faulty(Watched):
    """A start in which something fails while the first page is painted."""

    def _open(self, window: QMainWindow) -> None:
        assert isinstance(window, MainWindow)
        window.page.painted.connect(self._fail)
        super()._open(window)

    def _fail(self) -> None:
        raise ValueError("something else")


def test_an_error_while_the_first_page_is_painted_is_told_once_the_content_is_verified(
    qapp: QApplication, start: Watched, tmp_path: Path
) -> None:
    window = Faulty(qapp, tmp_path / "data").proven_window(None)
    assert isinstance(window, MainWindow)
    strip = window.findChild(FailureStrip)
    assert strip is not None
    logged = (tmp_path / "data" / "log" / NAME).read_text(encoding="utf-8").splitlines()[-1].split()
    assert "ValueError" in logged
    assert any(f"(error {word})" in strip.words() for word in logged)
    assert VERIFIED in window.low.status.lines()[-1]


@pytest.mark.parametrize(("kind", "status"), [(Watched, 0), (Faulty, 1)])
def test_a_program_that_goes_by_itself_has_failed_where_something_in_its_window_did(
    qapp: QApplication,
    start: Watched,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[Watched],
    status: int,
) -> None:
    monkeypatch.setattr("desktop.ui.application.Start", lambda made_for, data, *_, **__: kind(made_for, data))
    assert run_window(None, tmp_path / "data", None, kiosk=False, leave="painted") == status


def test_of_a_chosen_file_nothing_is_said_to_be_verified(start: Watched, content_copy: Path) -> None:
    window = start.proven_window(content_copy)
    assert isinstance(window, MainWindow)
    assert start.painted == ["bedside"]
    assert "NOT verified" in window.low.status.lines()[-1]


@pytest.mark.hazard("H07")
def test_a_topic_that_only_the_damage_hides_is_not_called_unknown(
    qapp: QApplication, start: Watched, content_copy: Path, tmp_path: Path
) -> None:
    whole = content_copy.read_bytes()
    content_copy.write_bytes(whole.replace(b"serine-carbapenemases", b"serine-carbapenemasez"))
    asked = Start(qapp, tmp_path / "data", "serine-carbapenemases")
    assert isinstance(asked.proven_window(None), FaultWindow)
    content_copy.write_bytes(whole)
    assert isinstance(asked.proven_window(None), MainWindow)
    assert Start(qapp, tmp_path / "data", "mrsa").proven_window(None) is None
