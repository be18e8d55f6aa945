"""`content import` and `content rollback`: which content is used from the next start on."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from desktop.commands.layout import Page, terminal_width
from desktop.commands.reply import FAILED, NOT_TRUSTED, NOT_UNDERSTOOD, CommandError, Reply
from desktop.content.comparing import compared
from desktop.content.library import Library
from desktop.content.opening import ContentFault
from desktop.health.checks import content_checks
from desktop.packs.choosing import choose, dated
from desktop.packs.importing import Candidate, roll_back, staged
from desktop.packs.places import places_to_write
from desktop.packs.refusal import PackRefusedError, damaged

# A request that cannot be met, or a machine that cannot do it; every other refused pack is not to be trusted.
_STATUSES = dict.fromkeys(
    ("pack-missing", "pack-equal", "pack-older", "pack-no-publisher", "nothing-before"), NOT_UNDERSTOOD
)
_STATUSES |= dict.fromkeys(("pack-busy", "pack-unreadable", "not-written", "disk-full"), FAILED)


def pack_action(options: argparse.Namespace) -> Reply:
    """The answer of an import or of going back."""
    data = None if options.data is None else Path(options.data)
    try:
        if options.action == "rollback":
            return _roll_back(options, data)
        if len(options.operands) != 1:
            raise CommandError("arguments", "Name one content pack. See: wardlight content --help")
        with staged(Path(options.operands[0]), places_to_write(data)) as candidate:
            return _import(candidate, data)
    except PackRefusedError as error:
        status = _STATUSES.get(error.code, NOT_TRUSTED)
        raise CommandError(error.code, f"{error.reason} {error.remedy}", status=status) from error


def _import(candidate: Candidate, data: Path | None) -> Reply:
    """Accepts a pack whose content passes every check of this machine."""
    library = Library(candidate.content)
    if failed := [check.detail for check in content_checks(library, library.sha256) if not check.ok]:
        raise damaged(f"its content fails a check: {failed[0]}")
    edition, release = candidate.edition, candidate.release
    warnings = dated(edition, datetime.now(UTC).astimezone().date())
    clinical = _clinical_changes(library, data)
    candidate.accept()
    answer = {
        "imported": True,
        "edition": edition.edition,
        "version": edition.version,
        "publisher": release.publisher,
        "sha256": release.sha256,
        "withdrawn": sorted(release.withdrawn),
        "clinical_changes": clinical,
        "warnings": list(warnings),
    }
    page = Page(terminal_width())
    page.paragraph(
        f"{edition.name}, edition {edition.edition}, version {edition.version}, is used from the next start on."
    )
    if clinical is not None:
        page.paragraph(f"Clinical changes against the content before it: {clinical}.")
    for warning in warnings:
        page.paragraph(warning)
    page.paragraph("To go back to what was used before: wardlight content rollback")
    return Reply(answer, page.text)


def _clinical_changes(new: Library, data: Path | None) -> int | None:
    """How much a pack changes against what is in use; None where nothing could be used."""
    choice = choose(None, data)
    if isinstance(choice.content, ContentFault):
        return None
    changes = compared(Library(choice.content), new)
    choice.close()
    return sum(change.severity == "clinical" for change in changes)


def _roll_back(options: argparse.Namespace, data: Path | None) -> Reply:
    if options.operands:
        raise CommandError("arguments", "Going back takes no further word. See: wardlight content --help")
    kept = roll_back(places_to_write(data))
    if kept is None:
        words = "The content that came with the program, or with this site, is used from the next start on."
    else:
        words = f"Version {kept.version} of the content is used again from the next start on."
    return Reply({"rolled_back": True, "version": None if kept is None else kept.version}, words)
