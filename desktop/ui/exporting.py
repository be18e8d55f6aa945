"""References out of the library into a file that a reference manager reads; the file's ending decides the form."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.guidance import Reference
from desktop.domain.reference_formats import bibtex, csl, ris
from desktop.ui.words import tr, tr_later

TITLE = tr_later("Export references")


def _csl_text(references: Sequence[Reference]) -> str:
    return f"{json.dumps(csl(references), ensure_ascii=False, indent=2)}\n"


_WRITERS: Mapping[str, tuple[str, Callable[[Sequence[Reference]], str]]] = {
    ".ris": ("RIS", ris),
    ".bib": ("BibTeX", bibtex),
    ".json": ("CSL-JSON", _csl_text),
}


def exported(references: Sequence[Reference], path: Path) -> str:
    """What came of writing the references to a file, in words; an ending that is none of the three writes nothing."""
    if path.suffix.lower() not in _WRITERS:
        endings = ", ".join(_WRITERS)
        return tr("Nothing was written: name the file with one of the endings {endings}.", endings=endings)
    form, write = _WRITERS[path.suffix.lower()]
    try:
        path.write_bytes(write(references).encode("utf-8"))
    except OSError as error:
        return tr("Nothing was written ({why}). Choose another folder.", why=error.strerror)
    written = tr_later("{count} references were written as {form} to {path}.")
    return tr(written, count=len(references), form=form, path=path)


def ask_where(references: Sequence[Reference], window: QWidget, tell: Callable[[str], None]) -> QFileDialog:
    """The dialog that asks for the file; `tell` is called with what came of it."""
    dialog = QFileDialog(window, tr(TITLE))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{form} (*{ending})" for ending, (form, _) in _WRITERS.items()])
    dialog.setDefaultSuffix(next(iter(_WRITERS)))
    endings = dict(zip(dialog.nameFilters(), _WRITERS, strict=True))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(endings[chosen]))
    dialog.fileSelected.connect(lambda file: tell(exported(references, Path(file))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
