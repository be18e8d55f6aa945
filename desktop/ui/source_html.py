"""What the drawer beside the text shows: where a statement, a reference or a dose comes from."""

from collections.abc import Mapping, Sequence

from desktop.domain.dosing import Dose
from desktop.domain.enzymes import STATE_MEANING, Effect
from desktop.domain.guidance import Claim, Reference, Statement
from desktop.domain.provenance import VERIFICATION_MEANING, VERIFICATION_WORDS, Source, Verification
from desktop.domain.wording import encoded_words, withdraw_words
from desktop.ui.codes import addresses
from desktop.ui.copying import copy_link
from desktop.ui.fragments import CITE_LINK
from desktop.ui.html_text import escape
from desktop.ui.references_html import reference_html
from desktop.ui.statements_html import grade_words
from desktop.ui.words import tr, tr_later

NOBODY_YET = "Checked by a clinician: nobody yet."
_COPY = {"DOI": tr_later("copy the DOI"), "PMID": tr_later("copy the PMID"), "address": tr_later("copy the address")}
_CODE = {
    "DOI": tr_later("code of the DOI"),
    "PMID": tr_later("code of the PMID"),
    "address": tr_later("code of the address"),
}


def verification_html(verification: Verification) -> str:
    """The level in words and what it means."""
    return f"<strong>{VERIFICATION_WORDS[verification]}</strong>: {VERIFICATION_MEANING[verification]}"


def cited_html(kind: str, key: str) -> str:
    """The link that copies something together with its citation."""
    return f'<p class="small"><a href="{CITE_LINK}{kind}:{key}">{tr("copy with citation")}</a></p>'


def sources_html(sources: Sequence[Source], references: Mapping[str, Reference]) -> str:
    """Every source with its place, the level of this fact, and the entry of the reference."""
    return "".join(_source_html(source, references[source.reference]) for source in sources)


def _source_html(source: Source, reference: Reference) -> str:
    return (
        f"<p><strong>{escape(reference.short)}</strong>, {escape(source.place)}. "
        f"{verification_html(source.verification)}</p>{reference_page_html(reference)}"
    )


def reference_page_html(reference: Reference) -> str:
    """One reference: its entry, a note, and its identifiers and address, each to be copied or shown as a code."""
    note = f"<br>{escape(reference.note)}" if reference.note else ""
    found = {"DOI": reference.doi, "PMID": reference.pmid, "address": reference.url}
    copied = " · ".join(f'<a href="{copy_link(words)}">{tr(_COPY[name])}</a>' for name, words in found.items() if words)
    shown = "".join(
        f' · <a href="code:{escape(reference.id)}/{name}">{tr(_CODE[name])}</a>' for name in addresses(reference)
    )
    address = f"<br>{escape(reference.url)}" if reference.url else ""
    return f"<p>{reference_html(reference)}{note}{address}{f'<br>{copied}{shown}' if copied else ''}</p>"


def statement_html(statement: Statement, references: Mapping[str, Reference], claims: Sequence[Claim]) -> str:
    """Where a statement comes from: grade, level, sources, what it derives from and which claims it corrects."""
    grade = grade_words(statement.grade, references)
    graded = f"{grade} (graded with {statement.grade.system})" if statement.grade else "No grade by an issuer"
    parts = [f"<p>{escape(graded)}. {verification_html(statement.verification)} {NOBODY_YET}</p>"]
    if statement.derives_from:
        origins = ", ".join(f'<a href="statement:{key}">{key}</a>' for key in statement.derives_from)
        parts.append(f"<p>Follows from: {origins}</p>")
    corrected = [claim for claim in claims if claim.id in statement.corrects]
    parts += [f"<p>Corrects {claim.id} of the article: {escape(claim.says)}</p>" for claim in corrected]
    return "".join(parts) + sources_html(statement.sources, references)


def dose_html(dose: Dose, references: Mapping[str, Reference]) -> str:
    """Where a dose comes from: the row as printed, how it was read, and its source."""
    row, band = dose.row, dose.row.band
    printed = f" The dose as printed: {escape(row.printed_dose)}." if row.printed_dose else ""
    read = ""
    if band.high is not None or band.low > 0:
        read = f" It is read as {encoded_words(band)} ({VERIFICATION_WORDS[band.verification]})."
    notes = "".join(f"<p>{escape(note)}</p>" for note in (*dose.notes, *dose.basis.notes))
    dated = f" Dated {dose.basis.dated}." if dose.basis.dated else ""
    return (
        f"<p>{escape(dose.basis.title)}.{dated} Row as printed: <strong>{escape(band.printed)}</strong>."
        f"{read}{printed}</p>"
        f"<p>{NOBODY_YET}</p>{sources_html(dose.sources, references)}{notes}{preparation_html(dose, references)}"
    )


def preparation_html(dose: Dose, references: Mapping[str, Reference]) -> str:
    """How the dose is prepared, given and watched, as its own source says; nothing where none was recorded."""
    withdrawn = [f"Withdraw, {words}" for words in withdraw_words(dose.loading, dose.maintenance)]
    lines = [f"<p>{escape(words)}</p>" for words in withdrawn]
    lines += [
        f"<p><strong>{line.kind.capitalize()}.</strong> {escape(line.text)} "
        f"({escape(references[line.source.reference].short)}, {VERIFICATION_WORDS[line.source.verification]})</p>"
        for line in dose.basis.preparation
    ]
    return f"<p><strong>Preparation and administration</strong></p>{''.join(lines)}" if lines else ""


def effect_html(effect: Effect, references: Mapping[str, Reference]) -> str:
    """Why a cell says what it says, and where that comes from."""
    state = f"<p><strong>{effect.state.words.capitalize()}</strong>: {STATE_MEANING[effect.state]}.</p>"
    level = f"<p>{verification_html(effect.verification)}</p>"
    return f"{state}<p>{escape(effect.reason)}</p>{level}{sources_html(effect.sources, references)}"
