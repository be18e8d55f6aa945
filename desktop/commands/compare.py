"""`content compare`: what changed from one edition to another, field by field."""

from dataclasses import asdict
from itertools import groupby

from desktop.commands.layout import Page, terminal_width
from desktop.commands.opened import opened_file
from desktop.commands.reply import Reply
from desktop.content.comparing import compared
from desktop.content.library import Library
from desktop.domain.editions import NO_CLINICAL_CHANGE, Change, has_clinical

_NOTHING = "(nothing)"


def compare(_library: Library, old_file: str, new_file: str) -> Reply:
    """Every change from the content of one file to that of another; whether any is clinical is said first."""
    old, new = opened_file(old_file), opened_file(new_file)
    changes = compared(old, new)
    data = {"clinical_change": has_clinical(changes), "changes": [asdict(change) for change in changes]}
    page = Page(terminal_width())
    page.paragraph(f"From {_named(old)} to {_named(new)}")
    page.gap()
    count = sum(change.severity == "clinical" for change in changes)
    page.paragraph(f"Clinical changes: {count}." if count else NO_CLINICAL_CHANGE)
    if not changes:
        page.paragraph("Nothing differs at all.")
    for severity, within in groupby(changes, key=lambda change: change.severity):
        page.heading(f"{severity.capitalize()} changes")
        for change in within:
            _write(page, change)
    return Reply(data, page.text)


def _named(library: Library) -> str:
    edition = library.edition
    return f"{edition.name}, edition {edition.edition}, version {edition.version}"


def _write(page: Page, change: Change) -> None:
    page.gap()
    page.paragraph(f"{change.kind} {change.id}: {change.field}")
    page.entry("Old", change.old or _NOTHING)
    page.entry("New", change.new or _NOTHING)
