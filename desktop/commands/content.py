"""`content`: what the opened content is, and whether it can be trusted."""

import argparse
from collections.abc import Callable, Mapping

from desktop.commands.checks_text import checks_reply
from desktop.commands.compare import compare
from desktop.commands.html_edition import html_edition_folder
from desktop.commands.layout import Page, terminal_width
from desktop.commands.reply import CommandError, Reply
from desktop.content.library import Library
from desktop.content.schema import SCHEMA
from desktop.domain.dates import day_words
from desktop.health.checks import content_checks, expected_hash

PACK_ACTIONS = ("import", "rollback")
_SOURCE_WORDS = {
    "bundled": "came with the program",
    "imported": "imported here from a signed pack",
    "site": "placed on this machine by its administrator",
    "file": "a chosen file; no hash is known for it",
}
_DO_NOT_USE = "Do not use this content for doses. Install Wardlight, or the content file, again from a copy you trust."


def content(library: Library, options: argparse.Namespace) -> Reply:
    """The answer of one of the actions on content."""
    action = _ACTIONS.get(options.action)
    if action is None:
        asked = f'There is no command "content {options.action[:20]}".' if options.action else "Say what to do."
        raise CommandError(
            "command", f"{asked} There is: {', '.join(f'content {name}' for name in content_actions())}."
        )
    wanted = _OPERANDS.get(options.action, ())
    if len(options.operands) != len(wanted):
        message = f"Write: wardlight content {' '.join((options.action, *wanted))}"
        raise CommandError("arguments", f"{message}. See: wardlight content --help")
    return action(library, *options.operands)


def content_actions() -> tuple[str, ...]:
    """The actions that there are."""
    return (*_ACTIONS, *PACK_ACTIONS)


def _info(library: Library) -> Reply:
    edition = library.edition
    data = {
        "edition": edition.edition,
        "version": edition.version,
        "evidence_through": edition.evidence_through,
        "review_by": edition.review_by,
        "reviewed": edition.review.is_signed,
        "sha256": library.sha256,
        "source": library.source,
        "schema": SCHEMA,
    }
    page = Page(terminal_width())
    page.paragraph(f"{edition.name}, edition {edition.edition}, version {edition.version}")
    page.entry("Review", f"{edition.review.words} ({edition.review.step})")
    page.entry("Evidence", f"through {day_words(edition.evidence_through)}")
    page.entry("Updated", day_words(edition.last_updated))
    page.entry("Review by", day_words(edition.review_by))
    page.entry("Publisher", f"{edition.publisher}; {edition.licence}")
    page.entry("Source", _SOURCE_WORDS.get(library.source, library.source))
    page.entry("SHA-256", library.sha256)
    page.entry("Schema", str(SCHEMA))
    return Reply(data, page.text)


def _verify(library: Library) -> Reply:
    """Every check with its finding; the error object stands beside them where one failed."""
    checks = content_checks(library, expected_hash(library))
    return checks_reply(checks, "Nothing was found wrong with this content.", _DO_NOT_USE)


_ACTIONS: Mapping[str, Callable[..., Reply]] = {
    "info": _info,
    "verify": _verify,
    "compare": compare,
    "html": html_edition_folder,
}
# What an action is about, in the order in which it is written.
_OPERANDS = {"compare": ("A", "B"), "html": ("DIR",)}
