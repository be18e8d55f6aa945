"""The ledger of the source article: what it says, the verdict, why, and what to read instead."""

from collections.abc import Mapping, Sequence

from desktop.domain.guidance import ArticleReference, Claim, Reference, Topic
from desktop.ui.fragments import anchor_html, citations_html, heading_html
from desktop.ui.html_text import escape


def ledger_html(
    topic: Topic,
    claims: Sequence[Claim],
    article_references: Sequence[ArticleReference],
    references: Mapping[str, Reference],
    numbers: Mapping[str, int],
) -> str:
    """What is wrong with the article's sources, every claim, and what the article's own numbers stand for."""
    problem = " ".join(filter(None, (topic.article_problem, topic.article_consequence)))
    own = {entry.number: entry for entry in article_references}
    rows = "".join(
        claim_html(claim, citations_html(claim.references, numbers)) + _own_html(claim, own, references)
        for claim in claims
    )
    listed = "".join(_article_reference_html(entry, references) for entry in article_references)
    mapping = heading_html(3, "What the article's own numbers stand for") + f"<ul>{listed}</ul>" if listed else ""
    return f"<p>{escape(problem)}</p>{_tally_html(claims)}{rows}{mapping}"


def _tally_html(claims: Sequence[Claim]) -> str:
    """How often each verdict was given; each claim has one of a closed list of words."""
    verdicts = [claim.verdict for claim in claims]
    counted = "; ".join(f"{verdict}: {verdicts.count(verdict)}" for verdict in dict.fromkeys(sorted(verdicts)))
    return f'<p class="small">{len(claims)} claims. {escape(counted)}.</p>' if claims else ""


def _own_html(claim: Claim, own: Mapping[int, ArticleReference], references: Mapping[str, Reference]) -> str:
    """The article's own sources of a claim beside the library's."""
    if not claim.article_citations:
        return '<p class="quiet">The article cites nothing for it.</p>'
    cited = "; ".join(_own_words(own[number], references) for number in claim.article_citations if number in own)
    return f'<p class="quiet">The article cites {cited}.</p>'


def _own_words(entry: ArticleReference, references: Mapping[str, Reference]) -> str:
    if entry.reference:
        held = f'<a href="reference:{entry.reference}">{escape(references[entry.reference].short)}</a>'
        return f"{entry.number} (probably {held})"
    return f"{entry.number} ({escape(entry.likely)})"


def _article_reference_html(entry: ArticleReference, references: Mapping[str, Reference]) -> str:
    """What one of the article's own numbers stands for, beside the source that the library holds for it."""
    held = ""
    if entry.reference:
        held = f'; here <a href="reference:{entry.reference}">{escape(references[entry.reference].short)}</a>'
    return f"<li>{entry.number}: {escape(entry.likely)} ({escape(entry.certainty)}){held}</li>"


def claim_html(claim: Claim, cited: str = "") -> str:
    """One claim of the source article: what it says, our verdict, why, and what to read instead."""
    return (
        f"<p>{anchor_html(claim.id)}<strong>{claim.id}. {escape(claim.says)}</strong></p>"
        f"<p>Verdict: <strong>{escape(claim.verdict_words)}</strong>. {escape(claim.reason)}</p>"
        f"<p>Read instead: {escape(claim.instead)}{cited}</p>"
        f'<p class="quiet">{escape(claim.section)} · {escape(claim.verification_words)}</p>'
    )
