"""`claims`: what the source article says, and what we found."""

import argparse
from collections.abc import Sequence

from desktop.commands.citations import Citations
from desktop.commands.layout import Page, terminal_width
from desktop.commands.reply import Reply
from desktop.commands.topics import chosen_topic
from desktop.content.library import Library
from desktop.domain.guidance import Claim


def claims(library: Library, options: argparse.Namespace) -> Reply:
    """The ledger of one topic's source article."""
    topic = chosen_topic(library, options.topic)
    ledger = library.claims(topic.id)
    citations = Citations(library, topic)
    page = Page(terminal_width())
    page.paragraph(topic.review.words)
    page.heading(f"The claims of the source article on {topic.title}")
    page.gap()
    if not ledger:
        page.paragraph("This topic has no source article, and so no ledger.")
    write_claims(page, ledger, citations)
    page.heading("References")
    citations.write(page)
    return Reply({"topic": topic.id, "claims": [_claim_data(claim) for claim in ledger]}, page.text)


def write_claims(page: Page, ledger: Sequence[Claim], citations: Citations) -> None:
    """Every claim with its verdict, the reason and what to read instead."""
    for claim in ledger:
        page.gap()
        page.paragraph(f"{claim.id}: {claim.verdict_words} ({claim.section})")
        page.entry("It says", claim.says)
        page.entry("Why", f"{claim.reason} {citations.marks(claim.references)}")
        page.entry("Instead", claim.instead)
        page.entry("Checked", claim.verification_words)


def _claim_data(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "says": claim.says,
        "verdict": claim.verdict,
        "reason": claim.reason,
        "instead": claim.instead,
        "statements": list(claim.statements),
        "references": list(claim.references),
        "verification": claim.verification,
    }
