"""Checks and their findings, as an object and as text."""

from desktop.commands.layout import Page, terminal_width
from desktop.commands.reply import DONE, NOT_TRUSTED, Reply
from desktop.health.checks import Check


def checks_reply(checks: tuple[Check, ...], well: str, remedy: str) -> Reply:
    """Checks as an answer; the error object stands beside them where one failed."""
    failed = [check.name for check in checks if not check.ok]
    data: dict[str, object] = {
        "ok": not failed,
        "checks": [{"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks],
    }
    page = Page(terminal_width())
    for check in checks:
        page.paragraph(f"{'ok' if check.ok else 'FAILED':<7} {check.name}: {check.detail}", hanging=8)
    page.gap()
    if failed:
        message = f"Not to be trusted: {', '.join(failed)}. {remedy}"
        data["error"] = {"code": "content-damaged", "field": None, "message": message}
        page.paragraph(message)
    else:
        page.paragraph(well)
    return Reply(data, page.text, NOT_TRUSTED if failed else DONE)
