"""The theme applied to the whole program: style, palette and style sheet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from desktop.domain.notebook import Kept, Setting
from desktop.notebook.notebook import Notebook
from desktop.sheets.typeface import families
from desktop.ui.theme import PAGE_SIZES, TEXT_SIZES, USUAL_PERCENT, Scheme, Theme, load_theme, page_percent

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "selection",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "surface",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
}


class Looks(QObject):
    """The chosen scheme and sizes; `changed` carries the theme to be shown. All are kept between starts."""

    changed = Signal(Theme)

    def __init__(self, application: QApplication, notebook: Notebook, *, is_dark: bool = False) -> None:
        """Follow the desktop; `is_dark` says how it is now."""
        super().__init__(application)
        self._is_dark = is_dark
        self._application = application
        self.notebook = notebook
        self.scheme = _kept_scheme(notebook.kept)
        self.percent = _kept_size(notebook.kept, Setting.INTERFACE_SIZE, TEXT_SIZES)
        self.of_page = _kept_size(notebook.kept, Setting.TEXT_SIZE, PAGE_SIZES)
        # Qt would look through its pixmaps every ten seconds; drawn anew they take a millisecond of an answer.
        QPixmapCache.setCacheLimit(0)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._desktop_changed)

    def theme(self) -> Theme:
        """The theme for what is chosen now, applied to the application."""
        shown = (Scheme.DARK if self._is_dark else Scheme.LIGHT) if self.scheme is Scheme.SYSTEM else self.scheme
        theme = load_theme(shown, self.percent, self.of_page)
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, QColor(theme.colours[token]))
        self._application.setPalette(palette)
        self._application.setStyleSheet(theme.window_css)
        return theme

    @property
    def largest(self) -> int:
        """The size of the larger of window and page, in per cent."""
        return max(self.percent, page_percent(self.percent, self.of_page))

    def choose_scheme(self, scheme: Scheme) -> None:
        """Change the colours."""
        self.scheme = scheme
        self.notebook.remember(Setting.SCHEME, scheme.value)
        self.changed.emit(self.theme())

    def next_scheme(self) -> None:
        """Change to the next colours in the list."""
        schemes = list(Scheme)
        self.choose_scheme(schemes[(schemes.index(self.scheme) + 1) % len(schemes)])

    def step_size(self, step: int) -> None:
        """Make the text larger (1) or smaller (-1), within what there is."""
        at = TEXT_SIZES.index(self.percent) + step
        self.choose_size(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

    def step_page(self, step: int) -> None:
        """Make what is read larger (1) or smaller (-1), within what there is and what makes a difference."""
        at = PAGE_SIZES.index(self.of_page) + step
        wanted = PAGE_SIZES[min(max(at, 0), len(PAGE_SIZES) - 1)]
        if page_percent(self.percent, wanted) != page_percent(self.percent, self.of_page):
            self.choose_page(wanted)

    def choose_page(self, percent: int) -> None:
        """Change the size of what is read to one of PAGE_SIZES, in per cent of the window's."""
        self.of_page = percent
        self.notebook.remember(Setting.TEXT_SIZE, str(percent))
        self.changed.emit(self.theme())

    def choose_size(self, percent: int) -> None:
        """Change the size of everything to one of TEXT_SIZES."""
        self.percent = percent
        self.notebook.remember(Setting.INTERFACE_SIZE, str(percent))
        self.changed.emit(self.theme())

    def put_back(self) -> None:
        """Show the colours and sizes of a first start, for the next reader of a kiosk; nothing is kept."""
        self.scheme, self.percent, self.of_page = Scheme.SYSTEM, USUAL_PERCENT, USUAL_PERCENT
        self.changed.emit(self.theme())

    def _desktop_changed(self, now: "Qt.ColorScheme") -> None:
        self._is_dark = now.name.lower() == Scheme.DARK
        if self.scheme is Scheme.SYSTEM:
            self.changed.emit(self.theme())


def is_dark(palette: QPalette) -> bool:
    """Whether these are the colours of a dark desktop, before any of ours; to ask Qt for its scheme takes long."""
    paper, ink = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    return paper.lightness() < ink.lightness()


def _kept_scheme(kept: Kept) -> Scheme:
    chosen = kept.settings.get(Setting.SCHEME)
    return Scheme(chosen) if chosen in tuple(Scheme) else Scheme.SYSTEM


def _kept_size(kept: Kept, setting: Setting, sizes: tuple[int, ...]) -> int:
    chosen = kept.settings.get(setting, "")
    return int(chosen) if chosen in map(str, sizes) else USUAL_PERCENT


def load_fonts(application: QApplication) -> None:
    """The bundled typeface and its symbols: a bare system has no fonts at all."""
    chosen = QFont(application.font())
    chosen.setFamilies(list(families()))
    application.setFont(chosen)
