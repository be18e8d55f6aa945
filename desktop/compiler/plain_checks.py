"""Whether a statement in plain words still says the same: every number, quantity and drug, and no other."""

import re
from collections.abc import Iterator

from desktop.compiler.faults import Fault, listed
from desktop.compiler.library import AuthoredLibrary, AuthoredStatement
from desktop.compiler.reading import GUIDANCE
from desktop.domain.case_choices import KNOWN_DRUGS
from desktop.domain.glossary import TermKind
from desktop.domain.guidance import Kind

_QUANTITY = re.compile(
    r"(?<![\d.,])(\d[\d.,]*\d|\d)( ?%| ?(?:g|mg|kg|mL|mL/min|microgram|units?|million units|hours?|minutes?|days?)\b)?",
    re.ASCII,
)
_KEEP = "Say it in other words, and keep every figure and drug."


def plain_faults(library: AuthoredLibrary) -> Iterator[Fault]:
    """Faults of the statements in plain words."""
    drugs = _drug_names(library)
    for folder in library.topics:
        for statement in folder.statements:
            place = f'statement "{statement.head.id}", plain'
            for what, remedy in _faults(statement, drugs):
                yield Fault(folder.file(GUIDANCE), place, what, remedy)


def _drug_names(library: AuthoredLibrary) -> re.Pattern[str]:
    """Every name of a drug in full, the longest first."""
    names = {name.replace("polymyxin-b", "polymyxin b") for name in KNOWN_DRUGS}
    names |= {substance for drug in library.drugs for substance in drug.substances}
    names |= {term.name.casefold() for term in library.terms if term.kind is TermKind.DRUG}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _faults(statement: AuthoredStatement, drugs: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    if statement.plain is None:
        return
    if statement.head.kind is Kind.CAUTION:
        yield "a caution has another wording", "Every role reads a caution in the same words: take it out."
    for name in statement.plain.refused:
        yield f"it has {name}", "Keep to paragraphs, bold, emphasis, lists and links inside the library."
    original, plain = statement.prose.text, statement.plain.text
    for kind, found in (("figures", quantities), ("drugs", lambda text: _drugs(text, drugs))):
        lost, added = found(original) - found(plain), found(plain) - found(original)
        if lost:
            yield f"its {kind} lack {listed(sorted(lost))}", _KEEP
        if added:
            yield f"its {kind} add {listed(sorted(added))}", _KEEP


def quantities(text: str) -> set[str]:
    """Every figure with its unit; how often it stands there makes no difference."""
    return {f"{number}{(unit or '').rstrip('s')}" for number, unit in _QUANTITY.findall(text)}


def _drugs(text: str, names: re.Pattern[str]) -> set[str]:
    return set(names.findall(text.casefold()))
