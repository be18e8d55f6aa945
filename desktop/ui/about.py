"""What the Help menu shows: About, and the hazard log."""

import sys
from typing import TYPE_CHECKING

from PySide6 import __version__ as pyside_version

from desktop import __version__
from desktop.content.library import Library
from desktop.domain.dates import day_words
from desktop.domain.version_word import version_word
from desktop.policy import Policy, machine_policy
from desktop.ui.html_text import escape
from desktop.ui.words import only_english, tr, tr_later

if TYPE_CHECKING:
    from desktop.health.hazards import Hazard


_LICENCES = tr_later(
    "Program: Apache License 2.0. Content: CC BY 4.0. Qt is used under the LGPL 3.0, as separate libraries. "
    "Typeface: Atkinson Hyperlegible Next, SIL Open Font License 1.1. Icons: Lucide, ISC licence."
)
_FOR_WHOM = only_english(
    "For healthcare professionals. Wardlight shows what labels and guidelines print; it does not prescribe."
)
_HAZARDS = only_english(
    "Each hazard has its controls and at least one passing test that carries its number. "
    "A sign-off stays open until a named clinician gives it."
)


def about_html(library: Library) -> str:
    """Versions, the content's identity, and the licences."""
    edition = library.edition
    days = {"evidence": day_words(edition.evidence_through), "review": day_words(edition.review_by)}
    numbers = {"edition": edition.edition, "version": edition.version}
    same = tr_later("Version word: {word}; two machines that say the same words show the same content")
    identity = (
        f"{edition.name}, {tr('edition {edition}, version {version}', **numbers)}",
        f"{tr('Evidence to {evidence}; review by {review}', **days)}; {edition.review.words}",
        tr("The content is written in {language}", language=edition.language_words),
        tr(same, word=version_word(library.sha256)),
        f"SHA-256 {library.sha256}",
    )
    versions = {"wardlight": __version__, "python": sys.version.split()[0], "qt": pyside_version}
    return (
        f"<p>{escape(tr('Wardlight {wardlight}, with Python {python} and Qt for Python {qt}.', **versions))}</p>"
        f"<p>{'<br>'.join(map(escape, identity))}</p>{_policy_html(machine_policy())}"
        f"<p>{escape(tr(_LICENCES))}</p><p>{_FOR_WHOM}</p>"
    )


def _policy_html(policy: Policy) -> str:
    """What the administrator of this machine set; nothing where there is no policy."""
    if policy.faults:
        return f"<p>{escape(policy.fault_words)}</p>"
    words = only_english(f"Set by this hospital's policy, {policy.file}: {policy.words}")
    return f"<p>{escape(words)}</p>" if policy.file else ""


def hazard_log_html() -> str:
    """Every hazard with its controls and what remains; or why the log cannot be shown."""
    from desktop.health.hazards import hazards  # not on the way to the first window

    try:
        found = hazards()
    except ValueError as error:
        return only_english(f"<p>{escape(str(error))} Install Wardlight again from a copy you trust.</p>")
    return f"<p>{_HAZARDS}</p>" + "".join(_hazard_html(hazard) for hazard in found)


def _hazard_html(hazard: "Hazard") -> str:
    controls = "".join(f"<li>{escape(control)}</li>" for control in hazard.controls)
    return only_english(
        f"<p><strong>{hazard.id} {escape(hazard.hazard)}</strong><br>Cause: {escape(hazard.cause)}<br>"
        f"Harm: {escape(hazard.harm)}</p><ul>{controls}</ul>"
        f"<p>What remains: {escape(hazard.residual_risk)} Clinical sign-off: {escape(hazard.clinical_sign_off)}.</p>"
    )
