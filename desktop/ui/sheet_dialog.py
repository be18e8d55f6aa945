"""What is handed over, seen before it is printed or saved; always light, whatever the colours of the window."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.steps import Steps, finished
from desktop.domain.steps import part as part_of
from desktop.sheets.making import ENDINGS, made, write_whole
from desktop.sheets.paper import PX_PER_INCH, Paper, Printed
from desktop.sheets.sheet import Sheet, painted, pdf_steps
from desktop.ui.code_choice import CodeChoice
from desktop.ui.fields import StillComboBox
from desktop.ui.labels import label
from desktop.ui.printing import ask_printer
from desktop.ui.progress import work
from desktop.ui.words import tr, tr_later

_SHOWN_PX, _SIZE = 700, (820, 700)
_MOST_LETTERS = 8
# How much of a long sheet is done once it is made and only has to be laid out.
_MADE = 0.2
_NO_PRINTER = tr_later(
    "No printer is set up on this machine. Save the sheet as a PDF and carry it to one that has a printer."
)
_FORMS = tr_later("PDF (*.pdf);;Web page (*.html);;Text (*.txt)")

# A sheet that takes long comes in steps.
Makers = Mapping[str, Callable[[frozenset[str]], Sheet | Steps[Sheet]]]


class SheetDialog(QDialog):
    """Shows one page at a time of the sheet that is chosen.

    `makers` make each sheet by its name, without what is left out of its code; of a card `parts` may be.
    `missing` says which sheet is not offered, and why.
    """

    def __init__(self, makers: Makers, parts: Sequence[str], parent: QWidget, missing: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print or save"))
        # Gone with the case it shows as soon as it is closed.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._makers, self._number = makers, 1
        self.kind, self.paper, self.said = (
            _choice(tr("Sheet"), list(makers)),
            _choice(tr("Paper"), Paper.__members__),
            label("", "quiet"),
        )
        self.page, self.counted = label("", "field"), label("", "field")
        self.page.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.before, self.after = QPushButton(tr("&Back")), QPushButton(tr("&Next"))
        self.print_button, self.save_button = QPushButton(tr("&Print…")), QPushButton(tr("&Save…"))
        self.code = CodeChoice(parts)
        self._compose(parent, missing)
        self.kind.currentIndexChanged.connect(self._make)
        self.code.changed.connect(self._make)
        self.paper.currentIndexChanged.connect(self._lay_out)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_where)
        self._make()

    def _compose(self, parent: QWidget, missing: str) -> None:
        scroll, inside = QScrollArea(), QWidget()
        scroll.setAccessibleName(tr("Page as it is printed"))
        # With the page, so that print and save stay in sight on a small screen in large letters.
        content = QVBoxLayout(inside)
        content.setContentsMargins(0, 0, 0, 0)
        content.addWidget(self.code)
        content.addWidget(self.page, 1)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        close = QPushButton(tr("&Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        above = _row(self.kind, self.paper, self.before, self.counted, self.after)
        above.setStretch(0, 1)
        column.addLayout(above)
        if missing:
            column.addWidget(label(missing, "words"))
        column.addWidget(scroll, 1)
        column.addWidget(self.said)
        column.addLayout(_row(None, self.print_button, self.save_button, close))
        for button in (*self.findChildren(QPushButton), close):
            button.setAutoDefault(False)
        self.resize(QSize(*_SIZE).boundedTo(parent.size()))

    def _make(self) -> None:
        """Make the chosen sheet anew, with the time of now."""
        begun = self._makers[self.kind.currentText()](self.code.left_out())
        if isinstance(begun, Sheet):
            self._show(begun, begun.printed(self._paper()), is_long=False)
        else:
            self._work(tr("Making the sheet…"), self._all_made(begun))

    def _all_made(self, making: Steps[Sheet]) -> Iterator[float]:
        sheet = yield from part_of(making, 0, _MADE)
        yield from part_of(self._laid_out(sheet), _MADE, 1)

    def _laid_out(self, sheet: Sheet) -> Steps[None]:
        self._show(sheet, (yield from sheet.print_steps(self._paper())), is_long=True)

    def _lay_out(self) -> None:
        """Lay the sheet out for another paper."""
        if self._is_long:
            self._work(tr("Making the sheet…"), self._laid_out(self._sheet))
        else:
            self._show(self._sheet, self._sheet.printed(self._paper()), is_long=False)

    def _show(self, sheet: Sheet, printed: Printed, *, is_long: bool) -> None:
        self._sheet, self._printed, self._number, self._is_long = sheet, printed, 1, is_long
        self._chosen = {box: box.currentIndex() for box in (self.kind, self.paper)}
        self.code.setVisible(sheet.is_card)
        self.code.show_refusal(str(sheet.values.get("qr_refusal", "")))
        self.said.setText("")
        self._turn(0)

    def _work(self, words: str, steps: Iterator[float]) -> None:
        work(words, steps, self, self._put_back)

    def _put_back(self) -> None:
        """Let the choices be those of the sheet that is shown: another one may have been stopped."""
        for box, index in self._chosen.items():
            box.blockSignals(True)
            box.setCurrentIndex(index)
            box.blockSignals(False)

    def _paper(self) -> Paper:
        return Paper[self.paper.currentText()]

    def _turn(self, by: int) -> None:
        """Show another page."""
        self._number = min(max(self._number + by, 1), self._printed.count)
        self.before.setEnabled(self._number > 1)
        self.after.setEnabled(self._number < self._printed.count)
        self.counted.setText(tr("Page {number} of {count}", number=self._number, count=self._printed.count))
        self.page.setPixmap(page_pixmap(self._printed, self._number, self.devicePixelRatioF()))
        self.page.setAccessibleName(f"{self._sheet.title}, {self.counted.text()}")

    def _print(self) -> None:
        """Ask for a printer and print every page; where there is none, say so."""
        if not QPrinterInfo.availablePrinterNames():
            self.said.setText(tr(_NO_PRINTER))
        else:
            ask_printer(self, self.print_on, only_paper=False)

    def print_on(self, printer: QPrinter) -> None:
        """Print every page, on the paper that was chosen here."""
        printer.setDocName(self._sheet.title)
        printer.setPageSize(self._paper().page_size)
        printer.setFullPage(True)
        # In one go: a system that was handed some pages prints them, whatever is stopped here.
        finished(painted(self._printed, printer, printer.resolution()))
        self.said.setText(tr("Sent to the printer."))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, tr("Save the sheet"), "", tr(_FORMS))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    def save(self, place: Path) -> None:
        """Write the sheet in the form of the ending, or say why it was not written."""
        if place.suffix.lower() not in ENDINGS:
            self.said.setText(tr("Not saved: let the name end in one of {endings}.", endings=", ".join(ENDINGS)))
        elif self._is_long and place.suffix.lower() == ".pdf":
            self._work(tr("Writing the file…"), self._written(place))
        else:
            self._write(place, made(self._sheet, place.suffix.lower(), self._paper()))

    def _written(self, place: Path) -> Steps[None]:
        self._write(place, (yield from pdf_steps(self._sheet.title, self._printed)))

    def _write(self, place: Path, data: bytes) -> None:
        try:
            write_whole(place, data)
        except OSError as error:
            self.said.setText(tr("Not saved ({why}). Choose another folder.", why=error.strerror))
            return
        self.said.setText(tr("Saved as {name}.", name=place.name))


def page_pixmap(printed: Printed, number: int, ratio: float) -> QPixmap:
    """One page as it is printed, sharp on a screen with `ratio` dots to a pixel."""
    width, height = (mm * PX_PER_INCH / 25.4 for mm in printed.paper.value[:2])
    factor = _SHOWN_PX * ratio / width
    image = QImage(round(width * factor), round(height * factor), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    printed.paint(painter, number, PX_PER_INCH * factor)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(image)


def _choice(name: str, words: Mapping[str, object] | list[str]) -> QComboBox:
    box = StillComboBox(name)
    box.addItems(list(words))
    # The longest name would make the dialog wider than a small screen.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(min(_MOST_LETTERS, max(map(len, words))))
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0))
    return box


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets in a row; None is room between them."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
