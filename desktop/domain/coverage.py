"""Whether the rows of a basis answer every clearance exactly once: checked by author, program and test alike."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from desktop.domain.drugs import Band, Basis, Component, Row, Situation, When
from desktop.domain.wording import encoded_words


def basis_faults(basis: Basis) -> tuple[str, ...]:
    """What is wrong with a basis as a whole, in words for an author; empty when nothing is.

    Every clearance from 0 upward has one row, or the basis says why it has none; so has every dialysis, and a child.
    """
    if Situation.ALL in basis.refusals:
        return ("it refuses always and has rows all the same",) if basis.rows else ()
    faults = [] if basis.rows else ["it has no row; say why in refuse.all"]
    if Situation.CHILD not in basis.refusals:
        faults.append("it has no refuse.child, and no row is for children")
    for use in basis.uses:
        rows = tuple(row for row in basis.rows if row.use == use)
        faults += [f"{use}: {fault}" if use else fault for fault in _set_faults(basis, rows)]
    return tuple(faults)


def _set_faults(basis: Basis, rows: Sequence[Row]) -> list[str]:
    bands = sorted((row.band for row in rows if row.when is When.CLEARANCE), key=lambda band: band.low)
    faults = band_faults(bands)
    uncovered = bool(bands) and (bands[-1].high is not None or bands[0].low > 0 or not bands[0].low_inclusive)
    if (uncovered or not bands) and Situation.OUTSIDE not in basis.refusals:
        faults.append("some clearances have no row and there is no refuse.outside")
    served = {row.when for row in rows}
    if When.CRRT not in served and Situation.CRRT not in basis.refusals:
        faults.append("there is neither a row nor a refusal for continuous renal replacement (refuse.crrt)")
    on_haemodialysis = [row for row in rows if row.also_haemodialysis or row.when is When.HAEMODIALYSIS]
    if not on_haemodialysis and Situation.HAEMODIALYSIS not in basis.refusals:
        faults.append("there is neither a row nor a refusal for haemodialysis (refuse.haemodialysis)")
    if len(on_haemodialysis) > 1:
        faults.append("more than one row is for haemodialysis")
    return faults


def band_faults(bands: Sequence[Band]) -> list[str]:
    """Gaps, overlaps and inverted bands among bands sorted by their lower edge."""
    faults = [f'"{band.printed}" is inverted' for band in bands if band.high is not None and band.high <= band.low]
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
    if not row.maintenance.every_h or min(row.maintenance.every_h) <= 0:
        faults.append(f"row {row.id}: the dose has no interval")
    return faults


def _part_faults(components: Sequence[Component], substances: AbstractSet[str]) -> list[str]:
    named = {component.substance for component in components}
    faults = (
        [] if named == substances else [f"holds {', '.join(sorted(named))} and not {', '.join(sorted(substances))}"]
    )
    return faults + [f"is of no {component.substance}" for component in components if component.mg.low <= 0]
