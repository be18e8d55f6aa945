"""The notebook carried away and brought back, through the dialogs of the desktop."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.refusal import Refusal
from desktop.notebook.exchange import as_json, as_markdown, read_export, write_export
from desktop.ui.keeping import Keeping
from desktop.ui.words import tr, tr_later

JSON_FILES, MARKDOWN_FILES = tr_later("To import again (*.json)"), tr_later("To read (*.md)")


def ask_export(keeping: Keeping, window: QWidget) -> QFileDialog:
    """The open dialog that asks where the notebook goes; the ending decides between JSON and Markdown."""
    dialog = _dialog(tr("Export notebook"), [tr(JSON_FILES), tr(MARKDOWN_FILES)], window)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    suffixes = {tr(MARKDOWN_FILES): "md", tr(JSON_FILES): "json"}
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(suffixes[chosen]))
    dialog.fileSelected.connect(lambda path: export(keeping, Path(path)))
    dialog.open()
    return dialog


def export(keeping: Keeping, path: Path) -> None:
    """Write the notebook to a path, and tell."""
    for_people = path.suffix.lower() in (".md", ".markdown")
    text = as_markdown(keeping.kept, keeping.places.text_of) if for_people else as_json(keeping.kept)
    if keeping.was_kept(lambda: write_export(path, text)):
        keeping.strip.tell(tr("The notebook was exported to {path}.", path=path))


def ask_import(keeping: Keeping, window: QWidget) -> QFileDialog:
    """The open dialog that asks which export is to be added."""
    dialog = _dialog(tr("Import notebook"), [tr(JSON_FILES)], window)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: bring_back(keeping, Path(path)))
    dialog.open()
    return dialog


def bring_back(keeping: Keeping, path: Path) -> None:
    """Add what an export holds, or tell why nothing was taken."""
    found = read_export(path)
    if isinstance(found, Refusal):
        keeping.strip.warn(tr("Nothing was imported. {why}", why=f"{found.reason} {found.remedy}"))
    else:
        keeping.take(found)


def _dialog(title: str, endings: list[str], window: QWidget) -> QFileDialog:
    dialog = QFileDialog(window, title)
    dialog.setNameFilters(endings)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
