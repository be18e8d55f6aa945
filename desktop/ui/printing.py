"""The dialog of the system over its printers; at a kiosk nothing but paper comes out of it."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop.ui.words import tr, tr_later

_NO_PAPER = tr_later(
    "No printer that prints on paper is set up on this machine, and a kiosk prints nothing into a file. "
    "Ask whoever looks after this machine."
)
_A_FILE = tr_later(
    "Not printed: this printer writes a file, and a kiosk prints on paper only. Choose another printer, "
    "or ask whoever looks after this machine."
)
# Printers that the systems themselves set up and that print into a file, by what they are called or driven by.
_FILE_PRINTER = re.compile(r"pdf|(?<![a-z])(xps|onenote|image writer|print to file)(?![a-z])", re.IGNORECASE)


def ask_printer(parent: QWidget, print_on: Callable[[QPrinter], None], *, only_paper: bool) -> QDialog:
    """The dialog, shown; what is accepted is printed.

    With `only_paper` nothing is printed to a file; where there is no printer for paper, the dialog says that.
    """
    if only_paper and all(map(writes_file, QPrinterInfo.availablePrinterNames())):
        return _say(tr(_NO_PAPER), parent)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, not only_paper)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda *_: send(printer, print_on, parent, only_paper=only_paper))
    dialog.setModal(True)
    dialog.show()
    return dialog


def send(printer: QPrinter, print_on: Callable[[QPrinter], None], parent: QWidget, *, only_paper: bool) -> None:
    """Print; with `only_paper` say instead that a printer writes a file, whichever way it came to be chosen."""
    if only_paper and not prints_on_paper(printer):
        _say(tr(_A_FILE), parent)
    else:
        print_on(printer)


def prints_on_paper(printer: QPrinter) -> bool:
    """Whether what is printed comes out as paper, as far as can be told."""
    to_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat or printer.outputFileName()
    return not to_file and not writes_file(printer.printerName())


def writes_file(name: str) -> bool:
    """Whether the printer of that name is one of those that write a file."""
    return _FILE_PRINTER.search(name.replace("_", " ")) is not None


def _say(words: str, parent: QWidget) -> QDialog:
    box = QMessageBox(QMessageBox.Icon.Information, "Wardlight", words, parent=parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
