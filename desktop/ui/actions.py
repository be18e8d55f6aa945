"""Everything a reader can do, once: menus, header and keyboard share these actions."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.domain.guidance import Page, Section
from desktop.ui.theme import Scheme
from desktop.ui.words import tr, tr_later

_SCHEME_WORDS = {
    Scheme.SYSTEM: tr_later("Colours of the &desktop"),
    Scheme.LIGHT: tr_later("&Light"),
    Scheme.DARK: tr_later("Dar&k"),
    Scheme.CONTRAST: tr_later("&High contrast"),
}


Key = TypeVar("Key")
_READERS: Mapping[str | None, str] = {
    None: tr_later("&Every reader"),
    "prescriber": tr_later("&Prescribers"),
    "pharmacist": tr_later("P&harmacists"),
    "nurse": tr_later("&Nurses"),
    "microbiologist": tr_later("&Microbiologists"),
    "student": tr_later("&Students"),
}


class Actions(QObject):
    """The actions, with nothing behind them yet: the window connects them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.new_case = self._action(tr("&New case…"), "Ctrl+N")
        self.export_references = self._action(tr("&Export references…"), None)
        self.hand_over = self._action(tr("&Print or save…"), QKeySequence.StandardKey.Print)
        self.quit = self._action(tr("&Quit"), QKeySequence.StandardKey.Quit)
        self.back = self._action(tr("&Back"), QKeySequence.StandardKey.Back)
        self.forward = self._action(tr("&Forward"), QKeySequence.StandardKey.Forward)
        self.search = self._action(tr("&Search, or ask a question…"), "Ctrl+K")
        self.find = self._action(tr("&Find on this page…"), QKeySequence.StandardKey.Find)
        self.find_next = self._action(tr("Find ne&xt"), "F3")
        self.find_previous = self._action(tr("Find pre&vious"), "Shift+F3")
        self.second_window = self._action(tr("Second &window to read in"), "Ctrl+Shift+N")
        self._make_sizes()
        self.next_scheme = self._action(tr("Next &colours"), "Ctrl+Shift+C")
        self.bottom_line = self._action(tr("&Recommendations only"), "Ctrl+R")
        self.bottom_line.setCheckable(True)
        self.bedside = self._action(tr("&Bedside"), "Ctrl+B")
        self.next_pane = self._action(tr("Next &pane"), "F6")
        self.glossary = self._action(tr("&Glossary"), "Ctrl+Shift+G")
        self.shortcuts = self._action(tr("&Keyboard"), "F1")
        self._make_those_of_the_notebook()
        self.hazards = self._action(tr("&Hazard log"), None)
        self.about = self._action(tr("&About Wardlight"), None)
        self._sections: list[QAction] = []
        self._make_upkeep()
        self.schemes = self._choice({scheme: tr(words) for scheme, words in _SCHEME_WORDS.items()})
        self.roles = self._choice({role: tr(words) for role, words in _READERS.items()})
        self.not_in_a_kiosk = self._not_in_a_kiosk()

    def _not_in_a_kiosk(self) -> list[QAction]:
        """What has no place on a machine that strangers use."""
        # What asks for a file, would outlast a reader, changes what is shown or looks at folders.
        return [
            self.hand_over,
            self.export_notebook,
            self.import_notebook,
            self.export_references,
            self.second_window,
            self.import_content,
            self.roll_back,
            self.log_folder,
        ]

    def _make_sizes(self) -> None:
        """How large everything is, and how large what is read."""
        self.larger = self._action(tr("&Larger text"), QKeySequence.StandardKey.ZoomIn)
        self.smaller = self._action(tr("&Smaller text"), QKeySequence.StandardKey.ZoomOut)
        self.usual_size = self._action(tr("&Usual text size"), "Ctrl+0")
        # Not with Ctrl and Shift: where plus is typed with Shift, those would be the keys of the whole window.
        self.larger_page = self._action(tr("Larger &page text"), "Alt++")
        self.smaller_page = self._action(tr("S&maller page text"), "Alt+-")
        self.usual_page = self._action(tr("Usual page te&xt"), "Alt+0")

    def _make_upkeep(self) -> None:
        """Which content is used, and whether all is well."""
        self.import_content = self._action(tr("&Import content…"), None)
        self.roll_back = self._action(tr("&Roll back content…"), None)
        self.self_test = self._action(tr("&Self-test"), None)
        self.log_folder = self._action(tr("Open &log folder…"), None)

    def _choice(self, words: Mapping[Key, str]) -> dict[Key, QAction]:
        """One action for each of several things, of which one is chosen at a time."""
        group = QActionGroup(self)
        made = {key: self._action(word, None) for key, word in words.items()}
        for action in made.values():
            action.setCheckable(True)
            group.addAction(action)
        return made

    def _make_those_of_the_notebook(self) -> None:
        self.bookmark = self._action(tr("Book&mark this section"), "Ctrl+D")
        self.bookmark.setCheckable(True)
        self.notebook = self._action(tr("Note&book"), "Ctrl+Shift+B")
        self.available = self._action(tr("Drugs &available here…"), None)
        self.export_notebook = self._action(tr("&Export notebook…"), None)
        self.import_notebook = self._action(tr("&Import notebook…"), None)
        self.shift_check = self._action(tr("&Shift check…"), "F9")
        self.tour = self._action(tr("Show me a&round"), None)

    def _action(self, words: str, keys: str | QKeySequence.StandardKey | None) -> QAction:
        action = QAction(words, self)
        if keys is not None:
            # As a list: for a single one PySide looks whether it is a key of `Qt`, and makes all of that for it.
            action.setShortcuts([QKeySequence(keys)])
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.replace('&', '').removesuffix('…')} ({shown})")
        return action

    def fill(self, bar: QMenuBar) -> None:
        """Put everything into the menu bar."""
        carried = (self.export_notebook, self.import_notebook, self.export_references)
        content = (self.import_content, self.roll_back)
        given = (self.new_case, self.available, self.hand_over)
        _menu(bar, tr("&File"), *given, None, *carried, None, *content, None, self.quit)
        view = self._view = _menu(bar, tr("&View"), self.larger, self.smaller, self.usual_size, None)
        _filled(view, self.larger_page, self.smaller_page, self.usual_page, None)
        for action in (*self.schemes.values(), self.next_scheme):
            view.addAction(action)
        view.addSeparator()
        view.addMenu(_filled(QMenu(tr("&Reader"), view), *self.roles.values()))
        for action in (self.bottom_line, self.bedside, self.second_window):
            view.addAction(action)
        self._go = _menu(bar, tr("&Go"), self.back, self.forward)
        self._been = self._go.addMenu(tr("Where you have &been"))
        for action in (self.next_pane, self.search, self.find, self.find_next, self.find_previous):
            self._go.addAction(action)
        self._go.addSeparator()
        self._go.addActions([self.bookmark, self.notebook])
        self._go.addSeparator()
        upkeep = (self.shift_check, self.self_test, self.log_folder)
        self._help = _menu(bar, tr("&Help"), self.shortcuts, self.tour, self.glossary, None, None)
        self._pages_before = self._help.actions()[4]
        _filled(self._help, *upkeep, None, self.hazards, self.about)

    def show_languages(self, names: Mapping[str, str]) -> dict[str, QAction]:
        """Offer languages by their own names in the View menu, one at a time; each with its action."""
        made = self._choice(names)
        self._view.addMenu(_filled(QMenu(tr("L&anguage"), self._view), *made.values()))
        return made

    def show_history(self, places: Callable[[], Sequence[tuple[str, str]]], go_to: Callable[[str], None]) -> None:
        """Offer the places that `places` gives, each with its title, whenever the menu of them opens."""

        def fill() -> None:
            self._been.clear()
            for place, title in places():
                self._been.addAction(title).triggered.connect(lambda _checked, key=place: go_to(key))

        self._been.aboutToShow.connect(fill)

    def all(self) -> list[QAction]:
        """Every action, in the order in which they were made."""
        return self.findChildren(QAction, options=QtCore.Qt.FindChildOption.FindDirectChildrenOnly)

    def show_pages(self, pages: Sequence[Page], open_link: Callable[[str], None]) -> None:
        """Offer the pages about the library in the Help menu."""
        for page in pages:
            action = self._action(page.title, None)
            action.triggered.connect(lambda _checked, key=page.id: open_link(f"page:{key}"))
            self._help.insertAction(self._pages_before, action)

    def show_sections(self, sections: Sequence[Section], go_to: Callable[[str], None]) -> None:
        """Offer the sections of a topic in the Go menu, in place of the last one's."""
        for action in self._sections:
            self._go.removeAction(action)
            action.deleteLater()
        self._sections = [self._go.addAction(section.title) for section in sections]
        for action, section in zip(self._sections, sections, strict=True):
            action.triggered.connect(lambda _checked, key=section.id: go_to(key))


def _menu(bar: QMenuBar, title: str, *entries: QAction | None) -> QMenu:
    return _filled(bar.addMenu(title), *entries)


def _filled(menu: QMenu, *entries: QAction | None) -> QMenu:
    """The menu with its entries, None being a line."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
    return menu
