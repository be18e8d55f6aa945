"""Rich text that opens nothing: whatever a page asks for, no file is read, no socket is made, nothing runs."""

import os
import re
import shutil
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.paths import ROOT
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.labels import label, linked_label
from desktop.ui.main_window import MainWindow

LINKS = re.compile(r'[^<>]*(<a href="\d+">[^<>]+</a>[^<>]*)+')
CANARY_PX, RED = 300, "#ff0000"
ADDRESSES = (
    "file://{canary}",
    "{canary}",
    "canary.png",
    "//host.invalid/share/canary.png",
    "\\\\host.invalid\\share\\canary.png",
    "http://host.invalid/canary.png",
    "https://host.invalid/canary.png",
    "ftp://host.invalid/canary.png",
    "qrc:/qt-project.org/styles/commonstyle/images/up-32.png",
    ":/qt-project.org/styles/commonstyle/images/up-32.png",
    "data:image/png;base64,{data}",
    "javascript:alert(1)",
    "FILE://{canary}",
    "file:canary.png",
)
PLACES = (
    '<img src="{address}">',
    '<img src="{address}" width="300" height="300">',
    '<link rel="stylesheet" href="{address}">',
    '<style>@import url("{address}"); p {{ background-image: url({address}); }}</style><p>words</p>',
    '<table background="{address}"><tr><td background="{address}">words</td></tr></table>',
    '<body background="{address}"><p style="background-image: url({address})">words</p>',
    '<object data="{address}"></object><iframe src="{address}"></iframe><embed src="{address}">',
    '<a href="{address}" onclick="run()">words</a><script src="{address}">run()</script>',
    '<ul style="list-style-image: url({address})"><li>words</li></ul><meta http-equiv="refresh" content="0;{address}">',
)


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A large picture that would be seen if it were loaded."""
    path = tmp_path_factory.mktemp("canary") / "canary.png"
    image = QImage(CANARY_PX, CANARY_PX, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(path))
    return path


def hostile(canary: Path) -> list[str]:
    """Every address at every place of a page."""
    data = b64encode(canary.read_bytes()).decode()
    addresses = [address.format(canary=canary.as_posix(), data=data) for address in ADDRESSES]
    return [place.format(address=address) for place in PLACES for address in addresses]


def test_whatever_is_asked_for_is_a_blank_picture(qtbot: QtBot, canary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(canary.parent)
    browser = ClosedBrowser()
    qtbot.addWidget(browser)
    for kind in (*QTextDocument.ResourceType, 99):
        number = kind if isinstance(kind, int) else kind.value
        for address in (canary.as_uri(), str(canary), "canary.png", "http://host.invalid/x", "qrc:/x", ":/x", ""):
            found = browser.loadResource(number, QUrl(address))
            assert isinstance(found, QImage)
            assert not found.isNull()
            assert found.size() == QSize(1, 1)


def test_no_page_shows_a_picture_from_anywhere(qtbot: QtBot, canary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(canary.parent)
    browser = ClosedBrowser()
    qtbot.addWidget(browser)
    browser.resize(600, 400)
    browser.show()
    seen = []
    for html in hostile(canary):
        browser.setHtml(html)
        shown = browser.grab().toImage()
        red = any(
            shown.pixelColor(x, y).name() == RED
            for x in range(0, shown.width(), 16)
            for y in range(0, shown.height(), 16)
        )
        if red:
            seen.append(html[:80])
    assert seen == []


TRACED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.ui.closed_browser import ClosedBrowser
from tests.ui.test_closed_browser import hostile

application = QApplication(["traced"])
browser = ClosedBrowser()
browser.resize(600, 400)
browser.show()
pages = hostile(Path(sys.argv[1]))
open(sys.argv[2], "w").close()
for html in pages:
    browser.setHtml(html)
    browser.grab()
"""


def traced(*command: str | Path, calls: str, log: Path, cwd: Path = ROOT) -> list[str]:
    """The kernel's record of a program; a machine that lets no program watch another cannot tell."""
    strace = ["strace", "--follow-forks", f"--trace={calls}", f"--output={log}"]
    if shutil.which("strace") is None or subprocess.run([*strace, "true"], check=False, capture_output=True).returncode:
        pytest.skip("only a system that lets one program watch another can tell")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*strace, *map(str, command)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return log.read_text(encoding="utf-8", errors="replace").splitlines()


def test_the_kernel_sees_no_file_opened_and_no_socket_made_for_a_hostile_page(canary: Path, tmp_path: Path) -> None:
    mark = tmp_path / "from here on"
    script = (sys.executable, "-c", TRACED, canary, mark)
    lines = traced(*script, calls="%file,%network,read", log=tmp_path / "trace", cwd=canary.parent)
    (start,) = [number for number, line in enumerate(lines) if str(mark) in line and "O_CREAT" in line]
    after = lines[start + 1 :]
    assert after, "nothing was seen at all"
    allowed = (str(ROOT), sys.prefix, sys.base_prefix, "/usr/share/fonts", "/proc/", "/etc/fonts", "/dev/", "/usr/lib")
    opened = [line for line in after if "open" in line and "= -1" not in line]
    named = [line for line in after if "canary" in line or "host.invalid" in line or "socket(" in line]
    assert named == []
    assert [line for line in opened if not any(f'"{place}' in line for place in allowed)] == []


@pytest.mark.parametrize("words", ["<b>10 mg</b>", "<img src='file:///etc/passwd'>", "&lt;", "a<br>b"])
def test_a_label_shows_markup_as_it_was_typed(qtbot: QtBot, words: str) -> None:
    made = label(words, "words")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == words


def test_every_label_of_the_window_is_plain(window: MainWindow) -> None:
    labels = [each for each in window.findChildren(QLabel) if each.text()]
    assert len(labels) > 10
    # What is not plain is links that the program numbers itself, with every other sign escaped; see the next test.
    rich = [each.text() for each in labels if each.textFormat() is not Qt.TextFormat.PlainText]
    assert [text for text in rich if not LINKS.fullmatch(text)] == []


def test_a_name_among_links_never_becomes_markup(qtbot: QtBot) -> None:
    made = linked_label("Doses <b>below</b>:", ['<img src="canary.png">', "a & b"], "quiet")
    qtbot.addWidget(made)
    assert LINKS.fullmatch(made.text())
    assert not LINKS.fullmatch('Doses below: <a href="https://host.invalid">name</a>')
