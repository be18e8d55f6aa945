"""Pitfalls, their triggers and sides, and the options of guidelines as rows of content.db."""

from collections.abc import Sequence

from desktop.compiler.authored import cited
from desktop.compiler.authored_pitfalls import AuthoredOption, AuthoredPitfall
from desktop.compiler.tables import Tables


def add_pitfalls(tables: Tables, topic: str, pitfalls: Sequence[AuthoredPitfall], not_covered: Sequence[str]) -> None:
    """Adds the pitfalls of a topic, and what none of them asks about."""
    for position, pitfall in enumerate(pitfalls, 1):
        tables.add(
            "pitfall",
            id=pitfall.id,
            topic=topic,
            position=position,
            phase=pitfall.phase.value,
            severity=pitfall.severity.value,
            title=pitfall.title,
            check_line=pitfall.check,
            why=pitfall.why,
            action=pitfall.action,
            verification=pitfall.verification.value,
        )
        tables.add_sources("pitfall_source", cited(pitfall.citations, pitfall.verification), pitfall=pitfall.id)
        for claim in pitfall.claims:
            tables.add("pitfall_claim", pitfall=pitfall.id, claim=claim)
        for part, authored in pitfall.parts().items():
            for line, terms in authored.lines().items():
                for term in terms:
                    tables.add("trigger_term", pitfall=pitfall.id, part=part, line=line, term=term)
        _add_sides(tables, pitfall)
    tables.add_each("not_covered", "text", not_covered, topic=topic)


def _add_sides(tables: Tables, pitfall: AuthoredPitfall) -> None:
    for position, side in enumerate(pitfall.side, 1):
        key = f"{pitfall.id}/{position}"
        how = side.verification.value
        tables.add("pitfall_side", id=key, pitfall=pitfall.id, position=position, says=side.says, verification=how)
        tables.add_sources("pitfall_side_source", cited(side.citations, side.verification), pitfall_side=key)


def add_options(tables: Tables, topic: str, options: Sequence[AuthoredOption]) -> None:
    """Adds what guidelines prefer, in the order in which it is shown."""
    for position, option in enumerate(options, 1):
        tables.add(
            "guideline_option",
            id=option.id,
            topic=topic,
            position=position,
            standing=option.standing.value,
            issuer=option.issuer,
            dated=option.dated,
            strength=option.strength,
            certainty=option.certainty,
            graded_with=option.graded_with,
            note=option.note,
            verification=option.verification.value,
        )
        tables.add_each("guideline_option_drug", "drug", option.regimen, guideline_option=option.id)
        for enzyme in option.enzymes:
            tables.add("guideline_option_enzyme", guideline_option=option.id, enzyme=enzyme)
        sources = cited(option.citations, option.verification)
        tables.add_sources("guideline_option_source", sources, guideline_option=option.id)
