"""The form of enzymes.toml, and whether its matrix is whole."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from desktop.compiler.authored import Authored, Citation, Id, Words, one_of
from desktop.compiler.closed_lists import MATRIX_ENZYMES
from desktop.compiler.faults import Fault
from desktop.domain.case_choices import KNOWN_DRUGS
from desktop.domain.enzymes import EffectState
from desktop.domain.provenance import Verification

ENZYMES_FILE = "enzymes.toml"
# What needs no source, because it says itself that none was read.
_WITHOUT_SOURCE = (Verification.UNVERIFIED, Verification.DERIVED)


class AuthoredEnzyme(Authored):
    """One enzyme."""

    id: Annotated[str, one_of(MATRIX_ENZYMES)]
    name: Words
    ambler_class: Annotated[str, one_of(("A", "B", "C", "D"))]


class AuthoredEffect(Authored):
    """What one enzyme does to one drug."""

    enzyme: Id
    drug: Annotated[str, one_of(KNOWN_DRUGS)]
    state: EffectState
    reason: Words
    citations: tuple[Citation, ...]
    verification: Verification

    @property
    def place(self) -> str:
        """What it is called to its author."""
        return f'effect "{self.enzyme}" on "{self.drug}"'


def matrix_faults(enzymes: tuple[AuthoredEnzyme, ...], effects: tuple[AuthoredEffect, ...]) -> Iterator[Fault]:
    """Effects of unknown enzymes, effects written twice or left out, and effects without a source."""
    known = [enzyme.id for enzyme in enzymes]
    for effect in effects:
        if effect.enzyme not in known:
            yield Fault(ENZYMES_FILE, effect.place, "there is no such enzyme", "Correct the id, or add the enzyme.")
        if not effect.citations and effect.verification not in _WITHOUT_SOURCE:
            yield Fault(ENZYMES_FILE, effect.place, "it has no source", "Cite one, or call it unverified.")
    written = Counter((effect.enzyme, effect.drug) for effect in effects)
    drugs = dict.fromkeys(effect.drug for effect in effects)
    for pair in ((enzyme, drug) for enzyme in known for drug in drugs):
        if written[pair] != 1:
            place = f'effect "{pair[0]}" on "{pair[1]}"'
            what = f"it is written {written[pair]} times"
            yield Fault(ENZYMES_FILE, place, what, "Write every enzyme by every drug once.")
