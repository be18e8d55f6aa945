"""Whether every answer is made of what the library holds, and answers as rows of content.db."""

from collections.abc import Iterator

from desktop.compiler.authored_answers import ANSWERS
from desktop.compiler.faults import Fault
from desktop.compiler.library import AuthoredLibrary
from desktop.compiler.tables import Tables
from desktop.domain.answers import Part, PartKind


def answer_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults of answers that name what is not there, and of questions asked twice."""
    asked: set[str] = set()
    for folder in library.topics:
        for answer in folder.answers:
            file, place = folder.file(ANSWERS), f'answer "{answer.id}"'
            for part in answer.parts:
                if _lacks(library, part):
                    what = f'there is no {part.kind.value} "{part.target}"'
                    yield Fault(file, place, what, "Correct it, or leave it out.")
            for question in (answer.question, *answer.also_asked):
                if question.casefold() in asked:
                    yield Fault(file, place, f'"{question}" is asked twice', "Ask it once.")
                asked.add(question.casefold())


def _lacks(library: AuthoredLibrary, part: Part) -> bool:
    if part.kind not in (PartKind.DOSES, PartKind.PREPARATION):
        return library.lacks(part.kind.value, part.target)
    drug, _, basis = part.target.partition("/")
    bases = [found.basis[basis] for found in library.drugs if found.id == drug and basis in found.basis]
    return not any(found.row if part.kind is PartKind.DOSES else found.preparation for found in bases)


def add_answers(tables: Tables, library: AuthoredLibrary) -> None:
    """Adds every answer with its parts."""
    for folder in library.topics:
        for position, answer in enumerate(folder.answers, 1):
            tables.add(
                "answer",
                id=answer.id,
                topic=folder.slug,
                position=position,
                question=answer.question,
                not_covered=answer.not_covered,
            )
            tables.add_each("answer_wording", "wording", answer.also_asked, answer=answer.id)
            tables.add_each("answer_role", "role", answer.asked_by, answer=answer.id)
            for at, part in enumerate(answer.parts, 1):
                tables.add("answer_part", answer=answer.id, position=at, kind=part.kind.value, target=part.target)
