"""Second derivation of ceftazidime-avibactam doses for children, from the full dose for age and its renal share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction

AGE_EDGES = (1, 3, 6, 24, 216)  # months, each edge belonging to the group above it
EGFR_EDGES = (5, 15, 30, 50)  # mL/min/1.73 m2, each edge belonging to the step below it
FULL = len(EGFR_EDGES)
MINUTES = 120
DIALYSIS_NAMES = {
    "none": "none",
    "hd": "hd",
    "haemodialysis": "hd",
    "hemodialysis": "hd",
    "crrt": "crrt",
}


@dataclass(frozen=True, slots=True)
class Given:
    """One dose of each component in milligrams, over 120 minutes, and its interval in hours."""

    ceftazidime: Fraction
    avibactam: Fraction
    hours: int


def _step(basis: str, group: int, egfr: Fraction | None, dialysis: str) -> int | None:
    """Return the renal step, 0 for 5 or less up to 4 for above 50, or None where the basis prints nothing."""
    if dialysis == "crrt":
        return None
    if dialysis == "hd":
        return 0 if group == 4 else None
    if egfr is None:
        return None if group == 4 else FULL
    if egfr < 0:
        return None
    step = bisect_left(EGFR_EDGES, egfr)
    lowest = 0 if group == 4 else 2 if basis == "eu-label" and group > 1 else FULL
    return step if step >= lowest else None


def _per_kg(basis: str, group: int, step: int) -> tuple[Fraction, Fraction]:
    """Return mg/kg of each component: a full dose of 30, 40 or 50 mg/kg, then half, then 37.5 % (US 38 %) of it."""
    full = Fraction(min(20 + 10 * group, 50))
    if step >= 3:
        ceftazidime = full if step == FULL else full / 2
        return ceftazidime, ceftazidime / 4
    if basis == "us-label":
        return full * Fraction(38, 100), full * Fraction(38, 400)
    printed = Fraction(47, 10) if group > 2 else full * Fraction(3, 32)  # 4.6875 is printed as 4.7
    return full * Fraction(3, 8), printed


def _cap(basis: str, group: int, step: int) -> Fraction | None:
    """Return the most ceftazidime in one dose, avibactam's being a quarter of it, or None where none is printed."""
    if group == 4:
        return Fraction(2000 if step == FULL else 1000 if step == 3 else 750)
    return Fraction(2000) if basis == "eu-label" and group == 3 and step == FULL else None


def dose(
    basis: str, months: int, weight: Fraction | None, egfr: Fraction | None, dialysis: str = "none"
) -> Given | None:
    """Return a child's dose, or None where it is refused; 1 month means more than 28 days."""
    group = bisect_right(AGE_EDGES, months)
    if basis not in ("us-label", "eu-label") or weight is None or not 1 <= group <= 4:
        return None
    step = _step(basis, group, egfr, DIALYSIS_NAMES[dialysis])
    if step is None:
        return None
    ceftazidime, avibactam = (share * weight for share in _per_kg(basis, group, step))
    cap = _cap(basis, group, step)
    if cap is not None:
        ceftazidime, avibactam = min(ceftazidime, cap), min(avibactam, cap / 4)
    return Given(ceftazidime, avibactam, (48, 24, 12, 8, 8)[step])
