"""One statement on the page: its words, its grade, how far it was checked, and what it corrects."""

from collections.abc import Mapping

from desktop.domain.guidance import Grade, Kind, Reference, Statement
from desktop.domain.guidelines import circles
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.roles import ROLE_WORDS
from desktop.ui.fragments import anchor_html, citations_html, heading_html
from desktop.ui.html_text import escape
from desktop.ui.words import tr

_KIND_WORDS = {
    Kind.RECOMMENDATION: "Recommendation",
    Kind.RATIONALE: "Rationale",
    Kind.EVIDENCE: "Evidence",
    Kind.CAUTION: "Caution",
    Kind.PRACTICE_POINT: "Practice point",
}


def on_page_html(
    statement: Statement, references: Mapping[str, Reference], numbers: Mapping[str, int], role: str | None = None
) -> str:
    """The statement with its citations and the quiet line beneath it; for some roles in plain words once more."""
    heading = heading_html(3, statement.subheading) if statement.subheading else ""
    cited = citations_html([source.reference for source in statement.sources], numbers)
    body = statement.html.rstrip()
    body = body.removesuffix("</p>") + cited + "</p>" if body.endswith("</p>") else body + cited
    facts = [f"for {ROLE_WORDS[role]}" if role in statement.foreground else "", _KIND_WORDS[statement.kind]]
    facts.append(grade_words(statement.grade, references))
    facts += ["laboratory or animal work" if statement.preclinical else "", VERIFICATION_WORDS[statement.verification]]
    line = " · ".join([*(escape(fact) for fact in facts if fact), *_corrections_html(statement)])
    return (
        f"{heading}{body.replace('<p>', f'<p>{anchor_html(statement.id)}', 1)}{_plain_html(statement, role)}"
        f'<p class="quiet">{line} · <a href="statement:{statement.id}">{tr("where this comes from")}</a></p>'
    )


def _plain_html(statement: Statement, role: str | None) -> str:
    """The statement once more in plain words, set apart from it."""
    plain = statement.plain_for(role)
    if plain is None:
        return ""
    return (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr><td class="plain" style="padding: 6px 12px;">'
        f'<p class="label">IN PLAIN WORDS</p>{plain.html}</td></tr></table>'
    )


def _corrections_html(statement: Statement) -> list[str]:
    """The mark of a statement that puts claims of the source article right."""
    claims = ", ".join(f'<a href="claim:{key}">{key}</a>' for key in statement.corrects)
    return [f"corrects the article ({claims})"] if claims else []


def grade_words(grade: Grade | None, references: Mapping[str, Reference]) -> str:
    """The issuer's own grade, words first, then circles where it is one of GRADE's; strength and certainty stay two."""
    if grade is None:
        return ""
    issuer = references[grade.issuer].short
    certainty = f", certainty {grade.certainty} {circles(grade.certainty, grade.system)}" if grade.certainty else ""
    return f"{issuer}: {grade.strength}{certainty}".rstrip()
