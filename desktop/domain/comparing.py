"""Whether two labels give the same dose in other words, or different doses: never left to the reader's eye."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from desktop.domain.dosing import Dose, Withheld
from desktop.domain.given import Given, Supplement
from desktop.domain.quantity import Amount

_LABEL = "-label"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two labels make of one patient; `differing` names the parts in which they differ."""

    drug: str
    use: str | None
    bases: tuple[str, str]
    differing: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether both labels come to the same dose."""
        return not self.differing

    @property
    def words(self) -> str:
        """One sentence for the reader."""
        named = " and ".join(self.bases)
        if self.is_same:
            return f"{named}: the same dose, whatever its expression."
        return f"{named} give different doses here. They differ in {_listed(self.differing)}."


def comparisons(answers: Sequence[Dose | Withheld]) -> tuple[Comparison, ...]:
    """Every pair of labels of one drug and use, in the order of the answers; guidelines are not labels."""
    labels = [answer for answer in answers if answer.basis.slug.endswith(_LABEL)]
    pairs = [
        (one, other)
        for one, other in combinations(labels, 2)
        if (one.drug, one.use) == (other.drug, other.use) and one.basis is not other.basis
    ]
    return tuple(
        Comparison(one.drug.slug, one.use, (one.basis.short, other.basis.short), differing)
        for one, other in pairs
        if (differing := _differing(one, other)) is not None
    )


def _differing(one: Dose | Withheld, other: Dose | Withheld) -> tuple[str, ...] | None:
    """The names of the parts that differ; None where neither label gives a dose."""
    if isinstance(one, Withheld) and isinstance(other, Withheld):
        return None
    if isinstance(one, Withheld) or isinstance(other, Withheld):
        return ("whether they give a dose at all",)
    first, second = one.maintenance, other.maintenance
    parts = {
        "the amount": (_amounts(first), first.per_day) == (_amounts(second), second.per_day),
        "the interval": (first.every_h, first.divided) == (second.every_h, second.divided),
        "the infusion time": first.over_min == second.over_min,
        "the loading dose": _load(one.loading) == _load(other.loading),
        "the dose for haemodialysis days": _extra(one.supplement) == _extra(other.supplement),
    }
    return tuple(name for name, same in parts.items() if not same)


def _amounts(given: Given) -> list[tuple[str, Amount]]:
    return [(part.substance, part.mg) for part in given.components]


def _load(given: Given | None) -> object:
    return None if given is None else (_amounts(given), given.over_min)


def _extra(extra: Supplement | None) -> object:
    return None if extra is None else ([(part.substance, part.mg) for part in extra.components], extra.instead)


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
