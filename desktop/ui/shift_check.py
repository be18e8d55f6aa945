"""The shift check on one screen, and its slip for the printer."""

import shutil
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.health.checks import Check
from desktop.health.shift import Machine
from desktop.policy import machine_policy
from desktop.ui.closed_browser import ClosedBrowser
from desktop.ui.html_text import escape
from desktop.ui.labels import label
from desktop.ui.printing import ask_printer
from desktop.ui.theme import Theme
from desktop.ui.words import only_english, tr

_FIRST_SIZE = (760, 520)
_DPI_OF_100_PERCENT = 96
_SLIP_CSS = "body, td, p { font-size: 11pt; } td { padding: 3pt 12pt 3pt 0; }"
_SIGNED = only_english("<p>Checked by ____________________ &nbsp; Shift ____________________</p>")


def this_machine(window: QWidget, folder: Path | None, text_percent: int) -> Machine:
    """What there is on the machine and the screen on which a window stands."""
    screen = window.screen()
    scale = screen.devicePixelRatio() * screen.logicalDotsPerInch() / _DPI_OF_100_PERCENT
    return Machine(
        now=datetime.now().astimezone(),
        folder=folder,
        free_bytes=_free_bytes(folder or Path.cwd()),
        printers=tuple(QPrinterInfo.availablePrinterNames()),
        screen=(screen.size().width(), screen.size().height()),
        scale_percent=round(scale * 100),
        text_percent=text_percent,
        policy=machine_policy(),
    )


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


class ShiftCheck(QDialog):
    """Shows every item with its word, what is wrong first said in one line, and prints the same as a slip."""

    def __init__(self, checks: Sequence[Check], theme: Theme, parent: QWidget, *, only_paper: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Shift check"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._checks, self._only_paper = checks, only_paper
        self.text = ClosedBrowser()
        self.text.setAccessibleName(tr("Shift check"))
        self.text.document().setDefaultStyleSheet(theme.document_css)
        self.text.setHtml(checks_html(checks))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(summary_words(checks), "wrappedTitle"))
        column.addWidget(self.text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(tr("&Print slip…"), QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(self._ask_print)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        wide, high = _FIRST_SIZE
        room = parent.size()
        self.resize(min(theme.length(wide), room.width()), min(theme.length(high), room.height()))

    def _ask_print(self) -> None:
        ask_printer(self, self.print_slip, only_paper=self._only_paper)

    def print_slip(self, printer: QPrinter) -> None:
        """Print the slip, in black on white whatever the screen shows."""
        slip = QTextDocument()
        slip.setDefaultStyleSheet(_SLIP_CSS)
        slip.setHtml(f"<h2>Wardlight: {escape(summary_words(self._checks))}</h2>{checks_html(self._checks)}{_SIGNED}")
        slip.print_(printer)


def summary_words(checks: Sequence[Check]) -> str:
    """The outcome in one line."""
    wrong = [check.name for check in checks if not check.ok]
    return only_english(f"Look at: {', '.join(wrong)}" if wrong else "This machine is ready")


def checks_html(checks: Sequence[Check]) -> str:
    """Every item with its word and what was found."""
    rows = "".join(
        f'<tr><td style="padding: 3px 12px 3px 0;">{only_english("✓ ok" if check.ok else "⚠ look")}</td>'
        f'<td style="padding: 3px 12px 3px 0;"><strong>{escape(check.name.capitalize())}</strong></td>'
        f'<td style="padding: 3px 0;">{escape(check.detail)}</td></tr>'
        for check in checks
    )
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>'
