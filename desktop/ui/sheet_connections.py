"""The way from the window to what is handed over; nothing of it is on the way to the first window."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.content.library import Library
from desktop.domain.case import Assessment
from desktop.domain.guidance import Topic

if TYPE_CHECKING:
    from desktop.sheets.sheet import Sheet
    from desktop.ui.sheet_dialog import SheetDialog


def _now() -> datetime:
    return datetime.now().astimezone()


def sheet_dialog(library: Library, topic: Topic, assessment: Assessment | None, parent: QWidget) -> "SheetDialog":
    """The dialog over everything that can be handed over now, the card first where there is a case."""
    from desktop.sheets.card_sheet import card_sheet
    from desktop.sheets.downtime_sheet import downtime_sheet
    from desktop.sheets.references_sheet import references_sheet
    from desktop.sheets.topic_sheet import topic_sheet
    from desktop.ui.sheet_dialog import SheetDialog

    makers: dict[str, Callable[[], Sheet]] = {}
    if assessment is not None:
        makers["Bedside card"] = lambda: card_sheet(library, assessment, _now())
    makers[f"Topic: {topic.title}"] = lambda: topic_sheet(library, topic.id, _now())
    makers["Sources"] = lambda: references_sheet(library, _now())
    makers["Downtime folder"] = lambda: downtime_sheet(library, _now())
    return SheetDialog(makers, parent)
