"""A page of the library, such as the slip for reporting an error, on paper and with the stamp of a sheet."""

from datetime import datetime

from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop.content.library import Library
from desktop.sheets.stamp import stamp
from desktop.ui.html_text import escape
from desktop.ui.printing import ask_printer

_CSS = "body, p, li, td { color: #000000; font-size: 11pt; } h2 { font-size: 15pt; }"


def ask_print(title: str, html: str, library: Library, parent: QWidget, *, only_paper: bool) -> QDialog:
    """The dialog of the system over its printers; what is accepted is printed."""
    return ask_printer(parent, lambda printer: print_page(title, html, library, printer), only_paper=only_paper)


def print_page(title: str, html: str, library: Library, printer: QPrinter) -> None:
    """Print a page with the stamp that every sheet carries."""
    marked = stamp(library, datetime.now().astimezone())
    words = (marked.review, f"{marked.content}. {marked.printed}.", marked.uncontrolled)
    below = "".join(f"<p>{escape(line)}</p>" for line in words)
    document = QTextDocument()
    document.setDefaultStyleSheet(_CSS)
    document.setHtml(f"<h2>{escape(title)}</h2>{html}<hr>{below}")
    document.print_(printer)
