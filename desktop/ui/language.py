"""The language of the interface: English, or a compiled file beside the program; chosen in the View menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.domain.notebook import Kept, Setting
from desktop.notebook.notebook import Notebook
from desktop.paths import RESOURCES
from desktop.ui.actions import Actions
from desktop.ui.words import tr

FOLDER = RESOURCES / "languages"
ENGLISH = "en"
_NAME, _ENDING = "wardlight_", ".qm"


def languages(folder: Path = FOLDER) -> tuple[str, ...]:
    """The codes of the languages that can be chosen, English first: one for each file such as wardlight_de.qm."""
    found = sorted(file.stem.removeprefix(_NAME) for file in folder.glob(f"{_NAME}*{_ENDING}"))
    return (ENGLISH, *(code for code in found if code != ENGLISH))


def kept_language(kept: Kept) -> str:
    """The language that was chosen; English where none was, or where its file is gone."""
    chosen = kept.settings.get(Setting.LANGUAGE, ENGLISH)
    return chosen if chosen != ENGLISH and chosen in languages() else ENGLISH


def speak(application: QApplication, code: str, folder: Path = FOLDER) -> None:
    """Translate every window that is made from here on; a language read from right to left mirrors them.

    Qt's own translation of the same language, such as qtbase_de.qm, is taken where it lies in the folder; ours goes
    before it.
    """
    for file in sorted(folder.glob(f"*_{code}{_ENDING}")) if code != ENGLISH else ():
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)


def language_words(code: str) -> str:
    """A language by its own name, as its readers look for it, with its code: two files may be in one language."""
    return f"{QLocale(code).nativeLanguageName()} ({code})" if code != ENGLISH else "English"


def connect_language(actions: Actions, notebook: Notebook, tell: Callable[[str], None]) -> None:
    """Offer the languages where there is more than one; `tell` is called when another one was chosen."""
    found = languages()
    if len(found) == 1:
        return
    made = actions.show_languages({code: language_words(code) for code in found})
    made[kept_language(notebook.kept)].setChecked(True)

    def choose(code: str) -> None:
        notebook.remember(Setting.LANGUAGE, code)
        tell(tr("The language changes when Wardlight is closed and started again."))

    for code, action in made.items():
        action.triggered.connect(lambda _checked, chosen=code: choose(chosen))
