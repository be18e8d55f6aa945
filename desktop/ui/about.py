"""What Help > About shows."""

import sys
from html import escape

from PySide6 import __version__ as pyside_version

from desktop import __version__
from desktop.content.library import Library
from desktop.domain.dates import day_words


def about_html(library: Library) -> str:
    """Versions, the content's identity, and the licences."""
    edition = library.edition
    return (
        f"<p>Wardlight {__version__}, with Python {sys.version.split()[0]} and Qt for Python {pyside_version}.</p>"
        f"<p>{escape(edition.name)}, edition {edition.edition}, version {edition.version}; evidence to "
        f"{day_words(edition.evidence_through)}; review by {day_words(edition.review_by)}; {edition.review.words}.<br>"
        f"SHA-256 {library.sha256}</p>"
        "<p>Program: Apache License 2.0. Content: CC BY 4.0. Qt is used under the LGPL 3.0, as separate libraries. "
        "Typeface: Atkinson Hyperlegible Next, SIL Open Font License 1.1. Icons: Lucide, ISC licence.</p>"
        "<p>For healthcare professionals. Wardlight shows what labels and guidelines print; it does not prescribe.</p>"
    )
