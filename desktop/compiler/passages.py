"""What search finds, in the order of equals: drugs, terms, guidance, answers, pitfalls, doses, enzymes, sources."""

from collections.abc import Iterator, Mapping

from desktop.compiler import passage as kinds
from desktop.compiler.authored import AuthoredReference
from desktop.compiler.authored_answers import AuthoredAnswer
from desktop.compiler.authored_enzymes import AuthoredEffect
from desktop.compiler.authored_glossary import AuthoredTerm
from desktop.compiler.authored_pitfalls import AuthoredPitfall
from desktop.compiler.authored_topic import AuthoredClaim
from desktop.compiler.drug_passages import drug_passage, passages_about, table_passage
from desktop.compiler.drug_values import drug_value
from desktop.compiler.evidence_passages import evidence_passages
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.compiler.passage import Passage, joined
from desktop.domain.answers import PartKind
from desktop.domain.drug_entries import REFUSED
from desktop.domain.enzymes import STATE_MEANING
from desktop.domain.glossary import TermKind
from desktop.domain.regimen import PHASE_WORDS
from desktop.domain.row_words import row_lines


def passages(library: AuthoredLibrary) -> Iterator[Passage]:
    """Every passage of a library without faults."""
    topics = library.topics
    said, names = _texts(library), {drug.id: drug.name for drug in library.drugs}
    yield from (drug_passage(drug) for drug in library.drugs)
    yield from (table_passage(drug) for drug in library.drugs)
    yield from (_term(term) for term in library.terms)
    yield from (_without_dose(term) for term in library.terms if term.kind is TermKind.DRUG and term.id not in names)
    for folder in topics:
        yield from _statements(folder)
    yield from (_answer(folder.slug, answer, said) for folder in topics for answer in folder.answers)
    yield from (_pitfall(folder.slug, pitfall) for folder in topics for pitfall in folder.pitfalls or ())
    for drug in library.drugs:
        yield from passages_about(drug)
    for folder in topics:
        yield from evidence_passages(folder, names)
    yield from _effects(library, names)
    yield from (_reference(reference) for reference in library.references)
    yield from (_claim(folder.slug, claim) for folder in topics for claim in folder.claims)


def _statements(folder: TopicFolder) -> Iterator[Passage]:
    """Statements, each under the words of its topic, section and sub-heading."""
    topic = folder.topic.title if folder.topic else folder.slug
    for section in folder.sections:
        for statement in section.statements:
            heading = joined(section.title, statement.subheading, by=": ")
            yield Passage(
                kind=kinds.STATEMENT,
                target=statement.head.id,
                topic=folder.slug,
                title=f"{heading} ({topic})",
                text=statement.prose.text,
                link=f"topic:{folder.slug}#{statement.head.id}",
                verification=statement.head.verification,
                words=(statement.head.kind.value,),
            )


def _texts(library: AuthoredLibrary) -> dict[tuple[PartKind, str], str]:
    """What the parts of answers say."""
    statements = {
        (PartKind.STATEMENT, statement.head.id): statement.prose.text
        for folder in library.topics
        for statement in folder.statements
    }
    pitfalls = {
        (PartKind.PITFALL, pitfall.id): joined(pitfall.title, pitfall.why, pitfall.action)
        for folder in library.topics
        for pitfall in folder.pitfalls or ()
    }
    return statements | pitfalls | dict(_said_of_drugs(library))


def _said_of_drugs(library: AuthoredLibrary) -> Iterator[tuple[tuple[PartKind, str], str]]:
    """The doses of each label or guideline, and what it says of preparing and giving."""
    for drug in map(drug_value, library.drugs):
        yield (PartKind.DRUG, drug.slug), f"Doses of {drug.name}."
        for basis in drug.bases:
            key, head = f"{drug.slug}/{basis.slug}", f"{drug.name}, {basis.title}:"
            yield (PartKind.DOSES, key), joined(head, *row_lines(basis))
            yield (PartKind.PREPARATION, key), joined(head, *(line.text for line in basis.preparation))


def _answer(topic: str, answer: AuthoredAnswer, said: dict[tuple[PartKind, str], str]) -> Passage:
    parts = (said.get((part.kind, part.target)) for part in answer.parts)
    missing = f"Not covered by this library. {answer.not_covered}" if answer.not_covered else None
    return Passage(
        kind=kinds.ANSWER,
        target=answer.id,
        topic=topic,
        title=answer.question,
        text=joined(*parts, missing, by="\n\n"),
        link=f"answer:{answer.id}",
        words=answer.also_asked,
    )


def _pitfall(topic: str, pitfall: AuthoredPitfall) -> Passage:
    return Passage(
        kind=kinds.PITFALL,
        target=pitfall.id,
        topic=topic,
        title=pitfall.title,
        text=joined(pitfall.check, pitfall.why, pitfall.action),
        link=f"topic:{topic}#{pitfall.id}",
        verification=pitfall.verification,
        words=(PHASE_WORDS[pitfall.phase],),
    )


def _effects(library: AuthoredLibrary, drugs: Mapping[str, str]) -> Iterator[Passage]:
    enzymes = {enzyme.id: enzyme for enzyme in library.enzymes}
    for effect in library.effects:
        enzyme = enzymes[effect.enzyme]
        yield _effect(effect, enzyme.name, enzyme.ambler_class, drugs.get(effect.drug, effect.drug))


def _effect(effect: AuthoredEffect, enzyme: str, ambler: str, drug: str) -> Passage:
    return Passage(
        kind=kinds.EFFECT,
        target=f"{effect.enzyme}/{effect.drug}",
        title=f"{enzyme} and {drug}: what the enzyme does",
        text=f"{effect.state.words.capitalize()}: {STATE_MEANING[effect.state]}. {effect.reason}",
        link=f"effect:{effect.enzyme}/{effect.drug}",
        verification=effect.verification,
        drug=effect.drug,
        words=(f"class {ambler}",),
    )


def _term(term: AuthoredTerm) -> Passage:
    return Passage(
        kind=kinds.TERM,
        target=term.id,
        title=term.name,
        text=term.definition,
        link=f"term:{term.id}",
        verification=term.verification,
    )


def _without_dose(term: AuthoredTerm) -> Passage:
    """Of a drug that has no doses here, that this is so."""
    return Passage(
        kind=REFUSED,
        target=f"{term.id}/no-dose",
        title=f"{term.name}: no dose in this library",
        text=f"This edition has no dose of {term.name} by itself. Take it from its label or from your formulary.",
        link=f"term:{term.id}",
        drug=term.id,
    )


def _reference(reference: AuthoredReference) -> Passage:
    year = None if reference.year is None else str(reference.year)
    named = joined(reference.short, reference.authors, reference.journal, year, reference.type, by=". ")
    return Passage(
        kind=kinds.REFERENCE,
        target=reference.id,
        title=reference.title,
        text=joined(named, reference.note),
        link=f"reference:{reference.id}",
        verification=reference.verification,
        words=tuple(filter(None, (reference.pmid, reference.doi))),
    )


def _claim(topic: str, claim: AuthoredClaim) -> Passage:
    return Passage(
        kind=kinds.CLAIM,
        target=claim.id,
        topic=topic,
        title=f"Claim {claim.id} of the source article: {claim.verdict_in_full} ({claim.section})",
        text=f"Instead: {claim.instead}\nWhy: {claim.reason}\nThe article says: {claim.says}",
        link=f"claim:{claim.id}",
        verification=claim.verification,
    )
