"""The pitfalls of a topic on its page."""

from collections.abc import Mapping, Sequence

from desktop.domain.provenance import VERIFICATION_WORDS
from desktop.domain.regimen import PHASE_WORDS, Pitfall
from desktop.ui.fragments import anchor_html, citations_html
from desktop.ui.html_text import escape
from desktop.ui.marks import severity_html


def pitfalls_html(pitfalls: Sequence[Pitfall], numbers: Mapping[str, int]) -> str:
    """Every pitfall with its severity, its phase, why, and what to do."""
    return "".join(_pitfall_html(pitfall, numbers) for pitfall in pitfalls)


def _pitfall_html(pitfall: Pitfall, numbers: Mapping[str, int]) -> str:
    cited = citations_html([source.reference for source in pitfall.sources], numbers)
    return (
        f"<p>{anchor_html(pitfall.id)}{severity_html(pitfall.severity)} <strong>{escape(pitfall.title)}</strong> "
        f"({PHASE_WORDS[pitfall.phase].lower()})</p><p>{escape(pitfall.why)}{cited}</p><p>{escape(pitfall.action)}</p>"
        f'<p class="quiet">{VERIFICATION_WORDS[pitfall.verification]}</p>'
    )
