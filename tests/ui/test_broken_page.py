"""A page that cannot be made to its end is never shown cut off: it fails before it takes the place of another."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.content.opening import OpenContent
from desktop.ui.growing_text import GrowingText
from desktop.ui.guidance_page import GuidancePage
from desktop.ui.layers_html import IsFolded
from desktop.ui.page_html import DrawnPage
from desktop.ui.reader import Reader
from desktop.ui.room import Room
from desktop.ui.theme import Scheme, load_theme

# More than fills a window.
LONG = "<p>A line like every other.</p>" * 500
THEME = load_theme(Scheme.LIGHT, 100)
# The last section of a topic is to be filled with a list that there is not.
DAMAGE = """UPDATE section SET generated = 'nothing' WHERE topic = 'testing-for-mbl'
    AND position = (SELECT max(position) FROM section WHERE topic = 'testing-for-mbl')"""


def breaking(after: int = 1) -> Iterator[str]:
    """So many long pieces, and then an error."""
    for _ in range(after):
        yield LONG
    raise ValueError("a broken section")


def broken_page(_is_folded: IsFolded, _room: Room) -> Iterator[str]:
    return breaking()


def whole_page(_is_folded: IsFolded, _room: Room) -> Iterator[str]:
    return iter(['<p><a name="first"></a>All that there is</p>', LONG])


@pytest.fixture
def page(qtbot: QtBot) -> GuidancePage:
    """A page in sight that is shown whole."""
    made = GuidancePage()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_page(DrawnPage(whole_page, lambda _name, _width: None), THEME, ("first",))
    made.show()
    made.read_on()
    return made


@pytest.fixture
def damaged(altered: Callable[[str], OpenContent]) -> Library:
    """A library with a topic that breaks off in its last section."""
    return Library(altered(DAMAGE))


def test_a_text_that_failed_is_never_whole() -> None:
    text = GrowingText(QTextDocument(), breaking(2), ())
    text.grow({})
    for _ in range(2):
        with pytest.raises(ValueError, match="a broken section"):
            text.grow_whole({})
        with pytest.raises(ValueError, match="a broken section"):
            _ = text.is_whole


def test_a_text_that_failed_while_it_was_read_ahead_is_never_whole() -> None:
    text = GrowingText(QTextDocument(), breaking(3), ())
    for _ in range(2):
        with pytest.raises(ValueError, match="a broken section"):
            text.read_ahead()
        with pytest.raises(ValueError, match="a broken section"):
            text.grow_whole({})


@pytest.mark.hazard("H07")
def test_a_page_that_cannot_be_made_whole_does_not_replace_the_one_that_is_shown(page: GuidancePage) -> None:
    broken = DrawnPage(broken_page, lambda _name, _width: None)
    with pytest.raises(ValueError, match="a broken section"):
        page.show_page(broken, THEME, ("second",))
    assert page.toPlainText().startswith("All that there is")
    page.fold_all(True)
    page.be_whole()
    assert page.toPlainText().startswith("All that there is")
    assert page.toPlainText().rstrip().endswith("other.")


@pytest.mark.hazard("H07")
def test_a_topic_that_cannot_be_shown_whole_does_not_lend_its_name_to_the_page_that_stays(
    qtbot: QtBot, damaged: Library
) -> None:
    reader = Reader(damaged, "ndm")
    for half in (reader.pane, reader.outline, reader.banner):
        qtbot.addWidget(half)
    named: list[str] = []
    reader.topic_opened.connect(lambda topic: named.append(topic.id))
    reader.set_theme(THEME)
    reader.pane.show()
    reader.page.read_on()
    for _ in range(2):
        with pytest.raises(KeyError):
            reader.visit("testing-for-mbl")
        assert reader.topic.id == "ndm"
        assert reader.topic.title in reader.page.toPlainText()
    assert named == []
    reader.visit("serine-carbapenemases")
    assert named == ["serine-carbapenemases"]
