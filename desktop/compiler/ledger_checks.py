"""Whether the ledger, the guidance and the pitfalls say the same about the claims of the source article."""

from collections.abc import Iterator

from desktop.compiler.faults import Fault, listed
from desktop.compiler.library import AuthoredLibrary, TopicFolder
from desktop.compiler.reading import GUIDANCE, LEDGER, PITFALLS


def ledger_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults where a ledger names statements, or is named, by ids that nothing has."""
    for folder in library.topics:
        yield from _unknown_statements(folder, library)
        yield from _unknown_claims(folder, library)


def _unknown_statements(folder: TopicFolder, library: AuthoredLibrary) -> Iterator[Fault]:
    for claim in folder.claims:
        for key in (key for key in claim.statements if library.lacks("statement", key)):
            yield Fault(
                folder.file(LEDGER),
                f'claim "{claim.id}", statements',
                f'there is no statement "{key}"',
                "Correct the id.",
            )


def _unknown_claims(folder: TopicFolder, library: AuthoredLibrary) -> Iterator[Fault]:
    named = [(GUIDANCE, f'statement "{one.head.id}", corrects', one.head.corrects) for one in folder.statements]
    named += [(PITFALLS, f'pitfall "{pitfall.id}", claims', pitfall.claims) for pitfall in folder.pitfalls or ()]
    for file, place, claims in named:
        for key in (key for key in claims if library.lacks("claim", key)):
            yield Fault(folder.file(file), place, f"there is no claim {key}", "Correct the id.")


def _numbering(folder: TopicFolder) -> Iterator[Fault]:
    """Every claim of the article is judged: a number left out would be a claim passed over."""
    for at, claim in enumerate(folder.claims, 1):
        if claim.id != f"C{at:02}":
            remedy = "Number the claims C01, C02 and on, in order and without a gap."
            yield Fault(folder.file(LEDGER), f'claim "{claim.id}"', f"claim number {at} should be C{at:02}", remedy)
            return


def _article_citations(folder: TopicFolder) -> Iterator[Fault]:
    numbers = {entry.number for entry in folder.ledger.article_references} if folder.ledger else set()
    for claim in folder.claims:
        unknown = [str(number) for number in claim.article_citations if number not in numbers]
        if unknown:
            what = f"no [[article_reference]] has the number {listed(unknown)}"
            yield Fault(folder.file(LEDGER), f'claim "{claim.id}", article_citations', what, "Add it, or correct it.")


def numbering_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults of the numbers of claims, and of the article's own citations."""
    for folder in library.topics:
        yield from _numbering(folder)
        yield from _article_citations(folder)


def mirror_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults where only one side says that a statement puts a claim right; both are read from their own side."""
    for folder in library.topics:
        corrects = {(claim, one.head.id) for one in folder.statements for claim in one.head.corrects}
        instead = {(claim.id, statement) for claim in folder.claims for statement in claim.statements}
        for claim, statement in sorted(corrects ^ instead):
            if library.lacks("claim", claim) or library.lacks("statement", statement):
                continue
            if (claim, statement) in instead:
                place, what = (
                    f'statement "{statement}", corrects',
                    f"{LEDGER} names it at {claim}, and it does not say so",
                )
                yield Fault(folder.file(GUIDANCE), place, what, f'Add "{claim}", or take it out there.')
            else:
                place, what = f'claim "{claim}", statements', f"{statement} corrects it, and it does not say so"
                yield Fault(folder.file(LEDGER), place, what, f'Add "{statement}", or take it out there.')
