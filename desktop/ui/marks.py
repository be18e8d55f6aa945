"""Severities as a reader meets them: colour, shape and word together, never colour alone."""

from desktop.charts.marks import SEVERITY_SHAPES, SEVERITY_WORDS
from desktop.domain.regimen import Severity


def severity_html(severity: Severity) -> str:
    """The mark as a span, coloured by the style sheet."""
    return f'<span class="{severity}">{SEVERITY_SHAPES[severity]} {SEVERITY_WORDS[severity]}</span>'
