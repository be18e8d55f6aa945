"""Editions, references and topics as rows of content.db."""

from collections.abc import Sequence

from desktop.compiler.authored import AuthoredEdition, AuthoredReference, AuthoredReview, cited
from desktop.compiler.authored_topic import AuthoredClaim
from desktop.compiler.library import AuthoredLedger, AuthoredStatement, TopicFolder
from desktop.compiler.pitfall_rows import add_options, add_pitfalls
from desktop.compiler.tables import Tables


def add_edition(tables: Tables, edition: AuthoredEdition) -> None:
    """Adds the one row about the whole."""
    columns = edition.model_dump(exclude={"review"})
    tables.add("edition", **columns, review_status=edition.review.status, review_step=edition.review.step)
    _add_reviewers(tables, None, edition.review)


def _add_reviewers(tables: Tables, topic: str | None, review: AuthoredReview) -> None:
    tables.add_each("reviewer", "name", review.reviewers, topic=topic)


def add_references(tables: Tables, references: Sequence[AuthoredReference]) -> None:
    """Adds every reference."""
    for reference in references:
        columns = reference.model_dump(exclude={"primary"}) | {"verification": reference.verification.value}
        tables.add("reference", **columns, is_primary=int(reference.primary))


def add_topic(tables: Tables, position: int, folder: TopicFolder) -> None:
    """Adds a topic with its guidance, pitfalls and ledger."""
    topic, ledger = folder.topic, folder.ledger
    assert topic is not None
    head = ledger.head if ledger else None
    tables.add(
        "topic",
        **topic.model_dump(exclude={"review"}),
        position=position,
        article_problem=head.article_problem if head else None,
        article_consequence=head.consequence if head else None,
        review_status=topic.review.status,
        review_step=topic.review.step,
    )
    _add_reviewers(tables, topic.id, topic.review)
    _add_sections(tables, folder)
    add_pitfalls(tables, topic.id, folder.pitfalls or (), folder.not_covered)
    add_options(tables, topic.id, folder.options)
    if ledger is not None:
        _add_ledger(tables, topic.id, ledger)


def _add_sections(tables: Tables, folder: TopicFolder) -> None:
    for position, section in enumerate(folder.sections, 1):
        tables.add(
            "section",
            topic=folder.slug,
            id=section.id,
            position=position,
            title=section.title,
            generated=section.generated,
        )
        for at, statement in enumerate(section.statements, 1):
            _add_statement(tables, folder.slug, section.id, at, statement)


def _add_statement(tables: Tables, topic: str, section: str, position: int, statement: AuthoredStatement) -> None:
    head = statement.head
    tables.add(
        "statement",
        id=head.id,
        topic=topic,
        section=section,
        position=position,
        kind=head.kind.value,
        subheading=statement.subheading,
        html=statement.prose.html,
        text=statement.prose.text,
        issuer=head.issuer,
        strength=head.strength,
        certainty=head.certainty,
        graded_with=head.graded_with,
        preclinical=int(head.preclinical),
        verification=head.verification.value,
    )
    tables.add_sources("statement_source", cited(head.citations, head.verification), statement=head.id)
    tables.add_each("statement_origin", "derives_from", head.derives_from, statement=head.id)
    if statement.plain is not None:
        tables.add("statement_plain", statement=head.id, html=statement.plain.html, text=statement.plain.text)
    for role in head.plain_for:
        tables.add("statement_plain_role", statement=head.id, role=role)
    for role in head.foreground:
        tables.add("statement_role", statement=head.id, role=role)


def _add_ledger(tables: Tables, topic: str, ledger: AuthoredLedger) -> None:
    for position, claim in enumerate(ledger.claims, 1):
        _add_claim(tables, topic, position, claim)
    for entry in ledger.article_references:
        tables.add(
            "article_reference",
            topic=topic,
            number=entry.number,
            likely=entry.likely,
            certainty=entry.certainty,
            reference=entry.ref,
        )


def _add_claim(tables: Tables, topic: str, position: int, claim: AuthoredClaim) -> None:
    tables.add(
        "claim",
        id=claim.id,
        topic=topic,
        position=position,
        section=claim.section,
        says=claim.says,
        verdict=claim.verdict,
        verdict_words=claim.verdict_in_full,
        reason=claim.reason,
        instead=claim.instead,
        verification=claim.verification.value,
        verification_words=claim.verification_in_full,
    )
    tables.add_each("claim_citation", "number", claim.article_citations, claim=claim.id)
    tables.add_each("claim_reference", "reference", claim.references, claim=claim.id)
    tables.add_each("correction", "statement", claim.statements, claim=claim.id)
