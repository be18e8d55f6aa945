"""Severities as a reader meets them: colour, shape and word together, never colour alone."""

from desktop.domain.regimen import Severity

SEVERITY_WORDS = {Severity.STOP: "Stop", Severity.CAUTION: "Caution", Severity.INFORMATION: "Information"}
SEVERITY_SHAPES = {Severity.STOP: "■", Severity.CAUTION: "▲", Severity.INFORMATION: "●"}


def severity_html(severity: Severity) -> str:
    """The mark as a span, coloured by the style sheet."""
    return f'<span class="{severity}">{SEVERITY_SHAPES[severity]} {SEVERITY_WORDS[severity]}</span>'
