"""What Help > Hazard log shows."""

from html import escape

from desktop.health.hazards import Hazard, hazards


def hazard_log_html() -> str:
    """Every hazard with its controls and what remains; or why the log cannot be shown."""
    try:
        found = hazards()
    except ValueError as error:
        return f"<p>{escape(str(error).capitalize())}. Install Wardlight again from a copy you trust.</p>"
    head = "<p>Each hazard has a control, and each control a test that carries the hazard's number.</p>"
    return head + "".join(_hazard_html(hazard) for hazard in found)


def _hazard_html(hazard: Hazard) -> str:
    controls = "".join(f"<li>{escape(control)}</li>" for control in hazard.controls)
    return (
        f"<p><strong>{hazard.id} {escape(hazard.hazard)}</strong><br>Cause: {escape(hazard.cause)}<br>"
        f"Harm: {escape(hazard.harm)}</p><ul>{controls}</ul>"
        f"<p>What remains: {escape(hazard.residual_risk)} Clinical sign-off: {escape(hazard.clinical_sign_off)}.</p>"
    )
