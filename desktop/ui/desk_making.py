"""The bedside half over a library, and every signal between it and the rest of the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from desktop.content.drugs import UnavailableDrug
from desktop.content.library import Library
from desktop.ui.case_desk import CaseDesk
from desktop.ui.notices import take_back_failure

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow


def made_desk(library: Library) -> CaseDesk:
    """The bedside half; a drug that cannot be shown is named in it, and never dosed."""
    rulebook = library.rulebook
    held = {drug.slug for drug in rulebook.drugs}
    others = [library.drug(slug) for slug in library.drug_slugs if slug not in held]
    unavailable = tuple(drug for drug in others if isinstance(drug, UnavailableDrug))
    return CaseDesk(rulebook, unavailable, library.references)


def connect_desk(desk: CaseDesk, window: "MainWindow") -> None:
    """What the bedside half reports, what leads to it, and what goes with the case."""
    reader, keeping = window.reader, window.keeping
    desk.answered.connect(reader.links.show_answers)
    desk.concealed.connect(reader.drawer.forget_case)
    desk.bedside.link_opened.connect(reader.open)
    desk.available_edited.connect(keeping.take_available)
    desk.expiry.expired.connect(window.searching.clear)
    desk.bedside.cleared.connect(lambda: _begin_case(window))
    window.actions_.new_case.triggered.connect(desk.bedside.ask_new_case)
    window.low.folded.connect(desk.strip.fold)
    keeping.available_changed.connect(desk.show_available)
    if keeping.kept.available is not None:
        desk.show_available(keeping.kept.available)
    if window.session.kiosk:
        window.session.ended.connect(desk.bedside.clear_case)
        window.session.ended.connect(lambda: _close_dialogs(window))
        desk.expiry.expired.connect(window.session.end)


def _begin_case(window: "MainWindow") -> None:
    """With a new case a failure is over; a desk that is emptied before it is in its place begins none."""
    if not window.place.is_empty:
        take_back_failure(window)


def _close_dialogs(window: "MainWindow") -> None:
    for dialog in window.findChildren(QDialog):
        dialog.done(QDialog.DialogCode.Rejected)
