"""What a topic cites and how a source, a statement and its grade are put into words."""

from collections.abc import Callable
from dataclasses import replace

from desktop.domain.guidance import Grade, Reference, Statement
from desktop.domain.provenance import VERIFICATION_WORDS, Source


def reference_words(reference: Reference) -> str:
    """One source as it stands in a list of references; what is not known is left out."""
    issue = " ".join(str(part) for part in (reference.journal, reference.year) if part)
    issue = f"{issue};{reference.volume_pages}" if reference.volume_pages else issue
    parts = [reference.authors, reference.title, issue]
    parts += [f"doi:{reference.doi}" if reference.doi else None, f"PMID {reference.pmid}" if reference.pmid else None]
    listed = " ".join(f"{part.rstrip('.')}." for part in parts if part)
    return f"{listed} ({VERIFICATION_WORDS[reference.verification]}; read: {reference.depth})"


def source_words(source: Source, short: str) -> str:
    """The place of a fact and how far it was checked, such as "US label AVYCAZ, Table 3 (source text read)"."""
    place = ", ".join(filter(None, (short, source.locator)))
    return f"{place} ({VERIFICATION_WORDS[source.verification]})"


def located_words(source: Source, short: str) -> str:
    """The same, with a word where the place in the source is not held."""
    return source_words(replace(source, locator=source.place), short)


def grade_words(grade: Grade, short: str) -> str:
    """The issuer's own grade; strength and certainty stay two."""
    system = f" ({grade.system})" if grade.system != "none" else ""
    return f"{short}: strength {grade.strength}, certainty {grade.certainty}{system}"


def standing_words(statement: Statement, short: Callable[[str], str]) -> str:
    """What sort of statement it is, its issuer's own grade, and how far it was checked; `short` names a reference."""
    grade = statement.grade
    parts = [
        statement.kind.replace("-", " ").capitalize(),
        None if grade is None else grade_words(grade, short(grade.issuer)),
        "laboratory or animal work" if statement.preclinical else None,
        VERIFICATION_WORDS[statement.verification],
        "follows from other statements here" if statement.derives_from else None,
        f"corrects {', '.join(statement.corrects)}" if statement.corrects else None,
    ]
    return "; ".join(part for part in parts if part)
