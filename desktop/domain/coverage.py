"""Whether the rows of a basis answer every clearance exactly once: checked by author, program and test alike."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import pairwise

from desktop.domain.choosing import RENAL_ROWS_FROM_MONTHS
from desktop.domain.drugs import AgeBand, Band, Basis, Row, Situation, When
from desktop.domain.given import Component
from desktop.domain.patient import ADULT_FROM_MONTHS
from desktop.domain.wording import encoded_words


def basis_faults(basis: Basis) -> tuple[str, ...]:
    """What is wrong with a basis as a whole, in words for an author; empty when nothing is.

    Every clearance from 0 upward has one row, or the basis says why it has none; so has every dialysis, effluent rate
    and age of a child.
    """
    if Situation.ALL in basis.refusals:
        return ("it refuses always and has rows all the same",) if basis.rows else ()
    faults = [] if basis.rows else ["it has no row; say why in refuse.all"]
    if Situation.CHILD not in basis.refusals:
        faults.append("it has no refuse.child, and no row is for a newborn")
    for use in basis.uses:
        rows = tuple(row for row in basis.rows if row.use == use)
        faults += [f"{use}: {fault}" if use else fault for fault in _set_faults(basis, rows)]
    return tuple(faults)


def _set_faults(basis: Basis, rows: Sequence[Row]) -> list[str]:
    """What is wrong with the rows of one use: those of adults, then those of each age of children."""
    faults = _adult_faults(basis, [row for row in rows if row.children is None])
    ages = sorted({row.children for row in rows if row.children}, key=lambda age: age.from_months)
    faults += [f"children {_age_words(age)}: it is not an age of children" for age in ages if not _is_of_children(age)]
    faults += [
        f"children {_age_words(lower)} and {_age_words(upper)} overlap"
        for lower, upper in pairwise(ages)
        if lower.below_months > upper.from_months
    ]
    for age in ages:
        of_age = [row for row in rows if row.children == age]
        faults += [f"children {_age_words(age)}: {fault}" for fault in _child_faults(basis, age, of_age)]
    return faults


def _age_words(age: AgeBand) -> str:
    return f"from {age.from_months} to below {age.below_months} months"


def _is_of_children(age: AgeBand) -> bool:
    return 0 <= age.from_months < age.below_months <= ADULT_FROM_MONTHS


def _adult_faults(basis: Basis, rows: Sequence[Row]) -> list[str]:
    faults = _band_set_faults(basis, rows, When.CLEARANCE, Situation.OUTSIDE)
    effluent = any(row.when is When.EFFLUENT for row in rows)
    if effluent:
        faults += _band_set_faults(basis, rows, When.EFFLUENT, Situation.CRRT)
    if effluent and Situation.EFFLUENT not in basis.refusals:
        faults.append("it goes by effluent rate and does not say what to do without one (refuse.effluent)")
    served = effluent or any(row.when is When.CRRT or row.also_crrt for row in rows)
    if not served and Situation.CRRT not in basis.refusals:
        faults.append("there is neither a row nor a refusal for continuous renal replacement (refuse.crrt)")
    if not _times_on_haemodialysis(rows) and Situation.HAEMODIALYSIS not in basis.refusals:
        faults.append("there is neither a row nor a refusal for haemodialysis (refuse.haemodialysis)")
    return faults + _haemodialysis_faults(rows)


def _child_faults(basis: Basis, age: AgeBand, rows: Sequence[Row]) -> list[str]:
    """As for adults; what the rows of an age leave out, refuse.child-kidneys answers."""
    faults = _band_set_faults(basis, rows, When.CLEARANCE, Situation.CHILD_KIDNEYS)
    unimpaired = [row for row in rows if row.when is When.CLEARANCE and row.band.high is None]
    if age.from_months < RENAL_ROWS_FROM_MONTHS and not unimpaired:
        faults.append("it has no row for kidneys that are not impaired")
    if not _times_on_haemodialysis(rows) and Situation.CHILD_KIDNEYS not in basis.refusals:
        faults.append("there is neither a row nor a refusal for haemodialysis (refuse.child-kidneys)")
    if Situation.CRRT not in basis.refusals:
        faults.append("there is no refusal for continuous renal replacement (refuse.crrt)")
    return faults + _haemodialysis_faults(rows)


def _times_on_haemodialysis(rows: Sequence[Row]) -> int:
    return sum(row.also_haemodialysis or row.when is When.HAEMODIALYSIS for row in rows)


def _haemodialysis_faults(rows: Sequence[Row]) -> list[str]:
    return ["more than one row is for haemodialysis"] if _times_on_haemodialysis(rows) > 1 else []


def _band_set_faults(basis: Basis, rows: Sequence[Row], when: When, otherwise: Situation) -> list[str]:
    """Gaps and overlaps of the bands of one sort, and figures without a row where the basis does not say why."""
    bands = sorted((row.band for row in rows if row.when is when), key=lambda band: (band.low, not band.low_inclusive))
    faults = band_faults(bands)
    uncovered = bool(bands) and (bands[-1].high is not None or not bands[0].holds(Decimal(0)))
    if (uncovered or not bands) and otherwise not in basis.refusals:
        figures = "effluent rates" if when is When.EFFLUENT else "clearances"
        faults.append(f"some {figures} have no row and there is no refuse.{otherwise}")
    return faults


def band_faults(bands: Sequence[Band]) -> list[str]:
    """Gaps, overlaps and inverted bands among bands sorted by their lower edge."""
    faults = [f'"{band.printed}" is inverted' for band in bands if _is_inverted(band)]
    for lower, upper in pairwise(bands):
        pair = f'"{lower.printed}" ({encoded_words(lower)}) and "{upper.printed}" ({encoded_words(upper)})'
        if lower.high is None or lower.high > upper.low:
            faults.append(f"{pair} overlap")
        elif lower.high < upper.low:
            faults.append(f"{pair} leave a gap")
        elif lower.high_inclusive and upper.low_inclusive:
            faults.append(f"{pair} both hold {lower.high}")
        elif not lower.high_inclusive and not upper.low_inclusive:
            faults.append(f"{pair} both leave out {lower.high}")
    return faults


def _is_inverted(band: Band) -> bool:
    """Whether nothing can lie in the band; a single figure can, where both of its edges belong to it."""
    if band.high is None:
        return False
    return band.high < band.low if band.low_inclusive and band.high_inclusive else band.high <= band.low


def dose_faults(row: Row, substances: AbstractSet[str]) -> list[str]:
    """What is wrong with the doses of a row: a lost or foreign substance, an amount of nothing, an interval of none."""
    if row.maintenance is None:
        return []
    parts = [("dose", row.maintenance.components)]
    parts += [("load", row.loading.components)] if row.loading else []
    parts += [("extra dose", row.supplement.components)] if row.supplement else []
    faults = [
        f"row {row.id}: the {name} {fault}" for name, parts_of in parts for fault in _part_faults(parts_of, substances)
    ]
    hours = row.maintenance.every_h
    if bool(hours) == row.maintenance.per_day or (hours and min(hours) <= 0):
        faults.append(f"row {row.id}: the dose has no interval")
    return faults


def _part_faults(components: Sequence[Component], substances: AbstractSet[str]) -> list[str]:
    named = {component.substance for component in components}
    faults = (
        [] if named == substances else [f"holds {', '.join(sorted(named))} and not {', '.join(sorted(substances))}"]
    )
    return faults + [f"is of no {component.substance}" for component in components if not component.mg.low]
