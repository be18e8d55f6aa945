"""The way from the window to what is handed over; nothing of it is on the way to the first window."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.content.library import Library
from desktop.domain.guidance import Topic
from desktop.ui.html_text import escape
from desktop.ui.reader import Reader
from desktop.ui.words import tr

if TYPE_CHECKING:
    from desktop.domain.steps import Steps
    from desktop.sheets.card_times import Planned
    from desktop.sheets.card_values import Progress
    from desktop.sheets.sheet import Sheet
    from desktop.ui.case_desk import CaseDesk
    from desktop.ui.sheet_dialog import SheetDialog


def _now() -> datetime:
    return datetime.now().astimezone()


def sheet_dialog(library: Library, topic: Topic, desk: "CaseDesk", parent: QWidget) -> "SheetDialog":
    """The dialog over everything that can be handed over now, the card first where there is a case."""
    from desktop.sheets.card_sheet import card_sheet, qr_parts
    from desktop.sheets.downtime_sheet import downtime_steps
    from desktop.sheets.references_sheet import references_sheet
    from desktop.sheets.topic_sheet import topic_sheet
    from desktop.ui.sheet_dialog import SheetDialog

    makers: dict[str, Callable[[frozenset[str]], Sheet | Steps[Sheet]]] = {}
    parts: tuple[str, ...] = ()
    if desk.bedside.has_case() and not desk.no_card:
        assessment, planned, progress = desk.assessment, _planned(desk), _progress(desk)
        parts = qr_parts(assessment)
        makers[tr("Bedside card")] = lambda left_out: card_sheet(
            library, assessment, _now(), planned=planned, progress=progress, left_out=left_out
        )
    makers[tr("Topic: {topic}", topic=topic.title)] = lambda _: topic_sheet(library, topic.id, _now())
    makers[tr("Sources")] = lambda _: references_sheet(library, _now())
    makers[tr("Downtime folder")] = lambda _: downtime_steps(library, _now())
    return SheetDialog(makers, parts, parent, desk.no_card)


def export_references(library: Library, reader: Reader, parent: QWidget) -> None:
    """Ask where every source is to be written, and say beside the text where it was."""
    from desktop.ui.exporting import TITLE, ask_where

    references = tuple(library.references.values())
    ask_where(references, parent, lambda words: reader.show_beside(tr(TITLE), f"<p>{escape(words)}</p>"))


def print_library_page(title: str, html: str, library: Library, parent: QWidget, *, only_paper: bool) -> None:
    """Ask for a printer for a page of the library."""
    from desktop.ui.page_printing import ask_print

    ask_print(title, html, library, parent, only_paper=only_paper)


def _planned(desk: "CaseDesk") -> "Planned | None":
    """What was chosen to be run and from when, where the timeline draws it."""
    from desktop.sheets.card_times import Planned

    view = desk.bedside.timeline.view
    chosen = None if view is None else view.planned()
    return None if chosen is None else Planned(plans=chosen[0], start_min=chosen[1], span_h=chosen[2])


def _progress(desk: "CaseDesk") -> "Progress":
    """The lines that were ticked or put aside, and the stamp of a second check where it stands."""
    from desktop.sheets.card_values import Progress

    marks = desk.bedside.pitfalls.marks()
    return Progress(
        ticked=frozenset(key for key, mark in marks.items() if mark.not_applicable is None),
        not_applicable={key: mark.not_applicable for key, mark in marks.items() if mark.not_applicable is not None},
        second_check=desk.bedside.dosing.agreed,
    )
