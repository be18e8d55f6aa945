"""Text with its citation, to be pasted elsewhere without losing where it comes from and how far it was checked."""

from collections.abc import Mapping, Sequence

from desktop.domain.dates import day_words
from desktop.domain.dosing import Dose
from desktop.domain.guidance import Edition, Reference
from desktop.domain.provenance import VERIFICATION_WORDS, Source, Verification
from desktop.domain.regimen import Pitfall
from desktop.domain.wording import encoded_words, given_words, loading_words, supplement_words


def citation_text(
    text: str,
    sources: Sequence[Source],
    verification: Verification,
    references: Mapping[str, Reference],
    edition: Edition,
) -> str:
    """The text, every source with its place, how far it was checked, and the edition with its review status."""
    named = "; ".join(_source_words(source, references) for source in sources)
    cited = f"Source: {named}." if named else "No outside source."
    checked = f"Checked: {VERIFICATION_WORDS[verification]}."
    through = day_words(edition.evidence_through)
    held = f"{edition.name}, edition {edition.edition}, evidence through {through}. {edition.review.words}."
    return f"{text}\n\n{cited}\n{checked}\n{held}"


def _source_words(source: Source, references: Mapping[str, Reference]) -> str:
    place = ", ".join(part for part in (references[source.reference].short, source.locator) if part)
    return f"{place} ({VERIFICATION_WORDS[source.verification]})"


def finding_text(pitfall: Pitfall) -> str:
    """A finding in plain lines: its severity and title, why, what to do, and every side of a conflict."""
    sides = [f"- {side.says}" for side in pitfall.sides]
    return "\n".join((f"{pitfall.severity.capitalize()}: {pitfall.title}", pitfall.why, pitfall.action, *sides))


def dose_text(dose: Dose) -> str:
    """A dose in plain lines: drug, basis and row, the load, the maintenance dose and what is given besides."""
    use = f", {dose.use}" if dose.use else ""
    row = f"{dose.row.band.printed} ({encoded_words(dose.row.band)})"
    lines = [
        f"{dose.drug.name}, {dose.basis.title}{use}, row {row}",
        f"Loading dose: {loading_words(dose.loading)}" if dose.loading else None,
        given_words(dose.maintenance),
        supplement_words(dose.supplement) if dose.supplement else None,
    ]
    return "\n".join(line for line in lines if line)
