"""Whether the parts of the topics fit together: ids, links, sources, sections, and the review."""

from collections import Counter
from collections.abc import Iterable, Iterator

from desktop.compiler.authored import AuthoredReview
from desktop.compiler.authored_answers import ANSWERS
from desktop.compiler.authored_evidence import BREAKPOINTS, EVIDENCE, GUIDELINES
from desktop.compiler.closed_lists import FIRST_SECTION, GENERATED_LISTS
from desktop.compiler.faults import Fault, listed
from desktop.compiler.library import AuthoredLibrary, AuthoredStatement, TopicFolder
from desktop.compiler.reading import EDITION, GUIDANCE, LEDGER, PITFALLS, REFERENCES, TOPIC
from desktop.compiler.rendering import LINK_KINDS, Link
from desktop.domain.guidance import Kind

_NO_SOURCE = "Cite a source, or make it a practice-point with derives_from."


def topic_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Everything wrong with the topics as such."""
    yield from _repeated_ids(library)
    yield from _reviews(library)
    for folder in library.topics:
        yield from _sections(folder)
        for statement in folder.statements:
            file, place = folder.file(GUIDANCE), f'statement "{statement.head.id}"'
            yield from (Fault(file, place, *fault) for fault in _statement(statement, library))


def _repeated_ids(library: AuthoredLibrary) -> Iterator[Fault]:
    """Ids are shared by the whole library, so that a link needs no topic; section ids by their topic."""
    found = [(REFERENCES, "reference", reference.id) for reference in library.references]
    for folder in library.topics:
        found += [(folder.file(GUIDANCE), "statement", statement.head.id) for statement in folder.statements]
        found += [(folder.file(GUIDANCE), f"section of {folder.slug}", section.id) for section in folder.sections]
        found += [(folder.file(PITFALLS), "pitfall", pitfall.id) for pitfall in folder.pitfalls or ()]
        found += [(folder.file(ANSWERS), "answer", answer.id) for answer in folder.answers]
        found += [(folder.file(GUIDELINES), "guideline", guideline.id) for guideline in folder.guidelines]
        found += [(folder.file(EVIDENCE), "study", study.id) for study in folder.studies]
        found += [(folder.file(LEDGER), "claim", claim.id) for claim in folder.claims]
        numbers = folder.ledger.article_references if folder.ledger else ()
        found += [(folder.file(LEDGER), f"article reference of {folder.slug}", str(one.number)) for one in numbers]
    count = Counter((kind, key) for _, kind, key in found)
    for file, kind, key in found:
        if count[kind, key] > 1:
            what = f"the id is used {count[kind, key]} times"
            yield Fault(file, f'{kind.partition(" of ")[0]} "{key}"', what, "Give each its own id.")


def _reviews(library: AuthoredLibrary) -> Iterator[Fault]:
    reviews: list[tuple[str, AuthoredReview]] = []
    if library.edition is not None:
        reviews.append((EDITION, library.edition.review))
    reviews += [(folder.file(TOPIC), folder.topic.review) for folder in library.topics if folder.topic is not None]
    for file, review in reviews:
        if review.status == "approved" and not review.reviewers:
            yield Fault(
                file, "review", "it is approved by nobody", "Name who signed in reviewers, or change the status."
            )


def _sections(folder: TopicFolder) -> Iterator[Fault]:
    file = folder.file(GUIDANCE)
    if folder.sections and folder.sections[0].id != FIRST_SECTION:
        what = f'the first section is "{folder.sections[0].id}"'
        yield Fault(file, "first section", what, f"Begin with ## Direct recommendation {{#{FIRST_SECTION}}}.")
    missing = _missing_lists(folder)
    for section in folder.sections:
        place = f'section "{section.id}"'
        if section.generated is None and section.is_empty:
            yield Fault(file, place, "it has no statement", "Write one, or name what the program fills it with.")
        if section.generated is not None and section.generated not in GENERATED_LISTS:
            what = f"generated={section.generated} is not one of {listed(GENERATED_LISTS)}"
            yield Fault(file, place, what, "Use one of these words.")
        elif section.generated in missing:
            what = f"it is filled with the topic's {section.generated}, and there is no file of them"
            yield Fault(file, place, what, f"Write {missing[section.generated]}.")


def _missing_lists(folder: TopicFolder) -> dict[str, str]:
    """The lists that this topic does not have, with the file that each would stand in."""
    held = {
        "pitfalls": (folder.pitfalls is not None, PITFALLS),
        "claims": (folder.ledger is not None, LEDGER),
        "guidelines": (bool(folder.guidelines), GUIDELINES),
        "studies": (bool(folder.studies), EVIDENCE),
        "breakpoints": (bool(folder.breakpoints), BREAKPOINTS),
    }
    return {generated: file for generated, (is_there, file) in held.items() if not is_there}


def _statement(statement: AuthoredStatement, library: AuthoredLibrary) -> Iterator[tuple[str, str]]:
    """What is wrong with one statement, and what to do."""
    head = statement.head
    if not head.citations and not (head.kind is Kind.PRACTICE_POINT and head.derives_from):
        yield "it has no source", _NO_SOURCE
    if head.id in head.derives_from:
        yield "it derives from itself", "Name the statements it follows from."
    unknown = _unknown(head.derives_from, "statement", library)
    if unknown:
        yield f"derives_from names {listed(unknown)}, which no statement is", "Correct the id."
    for name in statement.prose.refused:
        yield f"its prose has {name}", "Keep to paragraphs, bold, emphasis, lists and links inside the library."
    yield from _links(statement, library)


def _links(statement: AuthoredStatement, library: AuthoredLibrary) -> Iterator[tuple[str, str]]:
    plain = () if statement.plain is None else statement.plain.links
    yield from link_faults((*statement.prose.links, *plain), library)


def link_faults(links: Iterable[Link], library: AuthoredLibrary) -> Iterator[tuple[str, str]]:
    """What is wrong with links of a text, and what to do."""
    for link in links:
        words = f'the link "{link.kind}:{link.target}"'
        if link.kind not in LINK_KINDS:
            yield f"{words} leaves the library", "Link to statement:id, drug:slug, reference:id or term:id only."
        elif _unknown([link.target], link.kind, library):
            yield f"{words} leads nowhere", f"Correct it, or add the {link.kind}."


def _unknown(ids: Iterable[str], kind: str, library: AuthoredLibrary) -> list[str]:
    return [key for key in ids if library.lacks(kind, key)]
