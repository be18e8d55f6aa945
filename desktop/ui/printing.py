"""The dialog of the system over its printers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def ask_printer(parent: QWidget, print_on: Callable[[QPrinter], None]) -> QPrintDialog:
    """The dialog, shown; what is accepted is printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda *_: print_on(printer))
    dialog.setModal(True)
    dialog.show()
    return dialog
