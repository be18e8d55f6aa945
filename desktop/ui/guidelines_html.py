"""Guidelines side by side, as a table of words."""

from collections.abc import Mapping, Sequence

from desktop.domain.guidelines import Aspect, Guideline, Position, grade_line
from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.ui.fragments import citations_html, table_html
from desktop.ui.html_text import escape

_HEADS = {"Issuer": 23, "Preferred": 25, "Alternative": 25, "Polymyxins and combination": 26}


def guidelines_html(guidelines: Sequence[Guideline], numbers: Mapping[str, int]) -> str:
    """A row for each issuer; a cell checked less or more far than its row says so itself."""
    rows = [_row(guideline, numbers) for guideline in guidelines]
    explained = "Grades are the issuer's own words; circles stand only where the issuer used GRADE."
    return f'<p class="small">{explained}</p>{table_html(_HEADS, rows)}'


def _row(guideline: Guideline, numbers: Mapping[str, int]) -> tuple[str, str, str, str]:
    cited = citations_html([source.reference for source in guideline.sources], numbers)
    note = f"<br>{escape(guideline.note)}" if guideline.note else ""
    issuer = (
        f"<strong>{escape(guideline.name)}</strong>{cited}<br>{escape(guideline.issued)}<br>"
        f"{VERIFICATION_WORDS[guideline.verification]}{note}"
    )
    cells = {aspect: _cell(position, guideline) for aspect, position in guideline.positions.items()}
    added = f"{cells[Aspect.POLYMYXINS]}<br><br><strong>Combination:</strong> {cells[Aspect.COMBINATION]}"
    return issuer, cells[Aspect.PREFERRED], cells[Aspect.ALTERNATIVE], f"<strong>Polymyxins:</strong> {added}"


def _cell(position: Position, guideline: Guideline) -> str:
    grade = grade_line(position, guideline.graded_with)
    parts = [escape(position.text), f"<em>{escape(grade)}</em>" if grade else ""]
    if position.verification is not guideline.verification:
        parts.append(f"({VERIFICATION_WORDS[position.verification]})")
    return "<br>".join(part for part in parts if part)
