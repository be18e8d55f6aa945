"""What the Help menu shows: About, and the hazard log."""

import sys
from html import escape
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version

from desktop import __version__
from desktop.content.library import Library
from desktop.domain.dates import day_words
from desktop.domain.version_word import version_word

if TYPE_CHECKING:
    from desktop.health.hazards import Hazard


def about_html(library: Library) -> str:
    """Versions, the content's identity, and the licences."""
    edition = library.edition
    return (
        f"<p>Wardlight {__version__}, with Python {sys.version.split()[0]} and Qt for Python {pyside_version}.</p>"
        f"<p>{escape(edition.name)}, edition {edition.edition}, version {edition.version}; evidence to "
        f"{day_words(edition.evidence_through)}; review by {day_words(edition.review_by)}; {edition.review.words}.<br>"
        f"Version word: {version_word(library.sha256)}; two machines that say the same words show the same content.<br>"
        f"SHA-256 {library.sha256}</p>"
        "<p>Program: Apache License 2.0. Content: CC BY 4.0. Qt is used under the LGPL 3.0, as separate libraries. "
        "Typeface: Atkinson Hyperlegible Next, SIL Open Font License 1.1. Icons: Lucide, ISC licence.</p>"
        "<p>For healthcare professionals. Wardlight shows what labels and guidelines print; it does not prescribe.</p>"
    )


def hazard_log_html() -> str:
    """Every hazard with its controls and what remains; or why the log cannot be shown."""
    from desktop.health.hazards import hazards  # not on the way to the first window

    try:
        found = hazards()
    except ValueError as error:
        return f"<p>{escape(str(error))} Install Wardlight again from a copy you trust.</p>"
    head = (
        "<p>Each hazard has its controls and at least one passing test that carries its number. "
        "A sign-off stays open until a named clinician gives it.</p>"
    )
    return head + "".join(_hazard_html(hazard) for hazard in found)


def _hazard_html(hazard: "Hazard") -> str:
    controls = "".join(f"<li>{escape(control)}</li>" for control in hazard.controls)
    return (
        f"<p><strong>{hazard.id} {escape(hazard.hazard)}</strong><br>Cause: {escape(hazard.cause)}<br>"
        f"Harm: {escape(hazard.harm)}</p><ul>{controls}</ul>"
        f"<p>What remains: {escape(hazard.residual_risk)} Clinical sign-off: {escape(hazard.clinical_sign_off)}.</p>"
    )
