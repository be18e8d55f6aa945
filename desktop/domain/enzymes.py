"""What beta-lactamases do to drugs: one effect for every enzyme and drug, each with its reason and source."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.provenance import Source, Verification


class EffectState(StrEnum):
    """What becomes of a drug where the enzyme is."""

    BROKEN_DOWN = "broken-down"
    STABLE = "stable"
    MOSTLY_STABLE = "mostly-stable"
    SHIELDED = "shielded"
    FAILS = "fails"
    VARIABLE = "variable"
    NOT_A_TARGET = "not-a-target"

    @property
    def words(self) -> str:
        """The state as it is read in a table."""
        return self.value.replace("-", " ")


STATE_MEANING = {
    EffectState.BROKEN_DOWN: "the enzyme destroys the drug",
    EffectState.STABLE: "the drug withstands the enzyme",
    EffectState.MOSTLY_STABLE: "the drug withstands it most of the time",
    EffectState.SHIELDED: "an inhibitor in the drug keeps the enzyme off",
    EffectState.FAILS: "the inhibitor does not, and its partner is destroyed",
    EffectState.VARIABLE: "it depends on the enzyme or the isolate",
    EffectState.NOT_A_TARGET: "not a beta-lactam, so the enzyme does not matter",
}


@dataclass(frozen=True, slots=True)
class Enzyme:
    """One beta-lactamase, or a family of them, with its Ambler class."""

    slug: str
    name: str
    ambler_class: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What one enzyme does to one drug."""

    enzyme: str
    drug: str
    state: EffectState
    reason: str
    verification: Verification
    sources: tuple[Source, ...]

    @property
    def id(self) -> str:
        """How a link names it."""
        return f"{self.enzyme}/{self.drug}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every enzyme by every drug; `drugs` are in the order in which they are shown."""

    enzymes: tuple[Enzyme, ...]
    drugs: tuple[str, ...]
    effects: tuple[Effect, ...]

    def effect(self, enzyme: str, drug: str) -> Effect:
        """The effect of one enzyme on one drug; a KeyError where the matrix does not hold it."""
        for effect in self.effects:
            if (effect.enzyme, effect.drug) == (enzyme, drug):
                return effect
        raise KeyError(f"{enzyme}/{drug}")
