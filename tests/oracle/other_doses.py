"""Second derivation of cefiderocol, polymyxin B and colistin doses, from daily amounts and bisected edges.

Figures are milligrams; colistin figures are milligrams of colistin base, 9 million units being 300 mg of base.
A result of None means that the basis prints no figure for the case asked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction

BASE_PER_MILLION_UNITS = Fraction(300, 9)
POLYMYXIN_UNITS_PER_MG = 10_000
HD = "hd"
CRRT = "crrt"
DIALYSIS_NAMES = {
    "none": "none",
    "hd": HD,
    "haemodialysis": HD,
    "hemodialysis": HD,
    "crrt": CRRT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A dose range in milligrams; both ends are equal where one figure is printed."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Given:
    """What a basis gives: one dose at its intervals, or an amount per day, with any load and dialysis supplement."""

    each: Part
    hours: tuple[int, ...]
    minutes: tuple[int, int] | None
    per_day: bool
    loading: Part | None = None
    supplement: Part | None = None
    instead: bool = False
    printed_million_units: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One case: clearance in mL/min, effluent in L/h, weights in kg."""

    drug: str
    basis: str
    clearance: Fraction | None
    dialysis: str = "none"
    effluent: Fraction | None = None
    weight: Fraction | None = None
    ideal: Fraction | None = None


def _edges(*points: int) -> tuple[Fraction, ...]:
    """Return whole-number edges as exact fractions."""
    return tuple(Fraction(point) for point in points)


EDGES: dict[tuple[str, str], tuple[Fraction, ...]] = {
    ("cefiderocol", "us-label"): _edges(15, 30, 60, 120),
    ("cefiderocol", "eu-label"): _edges(15, 30, 60, 90, 120),
    ("cefiderocol", "idsa-2026"): _edges(60, 120),
    ("polymyxin-b", "us-label"): _edges(80),
    ("polymyxin-b", "consensus-2019"): (),
    ("colistin", "us-label"): _edges(10, 30, 50, 80),
    ("colistin", "eu-label"): _edges(10, 30, 50),
    ("colistin", "nation-2017"): _edges(0, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90),
}
EFFLUENT_EDGES = _edges(2, 3, 4)  # L/h, each edge belonging to the step below it


def _one(amount: Fraction | int) -> Part:
    """Return a range of one figure."""
    return Part(Fraction(amount), Fraction(amount))


def _per_kg(low: Fraction, high: Fraction, weight: Fraction) -> Part:
    """Return a per-kilogram range multiplied by a weight."""
    return Part(low * weight, high * weight)


def _base(low: Fraction, high: Fraction) -> Part:
    """Return a range of million units as milligrams of colistin base."""
    return Part(low * BASE_PER_MILLION_UNITS, high * BASE_PER_MILLION_UNITS)


def _step(asked: Asked) -> int | None:
    """Return how many edges the clearance has reached, or None where it is missing or negative."""
    if asked.clearance is None or asked.clearance < 0:
        return None
    return bisect_right(EDGES[asked.drug, asked.basis], asked.clearance)


def _daily_grams(grams: Fraction, hours: int) -> Given:
    """Return cefiderocol over three hours, each dose being its share of the daily grams."""
    return Given(_one(grams * 1000 * hours / 24), (hours,), (180, 180), False)


def _cefiderocol_effluent(effluent: Fraction | None) -> Given | None:
    """Return the US dose in continuous replacement: 3, 4, 4.5 then 6 g a day, 12-hourly up to 3 L/h, then 8-hourly."""
    if effluent is None or effluent < 0:
        return None
    daily = (Fraction(3), Fraction(4), Fraction(9, 2), Fraction(6))[bisect_left(EFFLUENT_EDGES, effluent)]
    return _daily_grams(daily, 12 if effluent <= 3 else 8)


def _cefiderocol(asked: Asked, dialysis: str) -> Given | None:
    """Return cefiderocol: 1.5 g a day below 15, then 3, 4.5, 6 and 8 g as clearance reaches 15, 30, 60 and 120."""
    guideline = asked.basis == "idsa-2026"
    if dialysis == CRRT:
        return _cefiderocol_effluent(asked.effluent) if asked.basis == "us-label" else None
    if dialysis == HD:
        return None if guideline else _daily_grams(Fraction(3, 2), 12)
    clearance = asked.clearance
    if clearance is None or clearance < 0 or (guideline and clearance < 60):
        return None
    reached = bisect_right(_edges(15, 30, 60), clearance)
    if clearance >= 120:
        return _daily_grams(Fraction(8), 6)
    return _daily_grams(Fraction(3, 2) * (reached + 1), 8 if reached else 12)


def _polymyxin(asked: Asked, dialysis: str) -> Given | None:
    """Return polymyxin B on actual weight, worked from units per kilogram."""
    if asked.weight is None:
        return None
    kilos = asked.weight / POLYMYXIN_UNITS_PER_MG
    if asked.basis == "consensus-2019":
        load = _per_kg(Fraction(20_000), Fraction(25_000), kilos)
        return Given(_per_kg(Fraction(12_500), Fraction(15_000), kilos), (12,), (60, 60), False, load)
    if dialysis != "none" or not _step(asked):
        return None
    return Given(_per_kg(Fraction(15_000), Fraction(25_000), kilos), (), None, True)


def _colistin_us(asked: Asked, dialysis: str) -> Given | None:
    """Return the US colistin dose on actual weight, or on ideal weight above 1.2 times the ideal."""
    if dialysis != "none" or asked.weight is None or asked.ideal is None:
        return None
    reached = _step(asked)
    if not reached:
        return None
    kilos = asked.ideal if asked.weight * 5 > asked.ideal * 6 else asked.weight
    if reached == 1:
        return Given(_one(Fraction(3, 2) * kilos), (36,), None, False)
    top = (Fraction(5, 2), Fraction(19, 5), Fraction(5))[reached - 2]
    return Given(_per_kg(Fraction(5, 2), top, kilos), (), None, True)


def _colistin_eu(asked: Asked, dialysis: str) -> Given | None:
    """Return the EU colistin dose per day, always with its load of nine million units."""
    load = _base(Fraction(9), Fraction(9))
    if dialysis == HD:
        daily = _base(Fraction(9, 4), Fraction(9, 4))
        return Given(daily, (), (30, 60), True, load, _base(Fraction(3), Fraction(3)), True)
    reached = 3 if dialysis == CRRT else _step(asked)
    if reached is None:
        return None
    low = (Fraction(7, 2), Fraction(9, 2), Fraction(11, 2), Fraction(9))[reached]
    high = (Fraction(7, 2), Fraction(11, 2), Fraction(15, 2), Fraction(9))[reached]
    return Given(_base(low, high), (), (30, 60), True, load)


def _nation_row(reached: int) -> tuple[Fraction, Fraction]:
    """Return a look-up row's base per day and its printed million units, counting the row for nought as the first."""
    base = (130, 0, 145, 160, 175, 195, 220, 245, 275, 300, 340, 360)
    hundredths = (395, 0, 440, 485, 530, 590, 665, 740, 835, 900, 1030, 1090)
    return Fraction(base[reached]), Fraction(hundredths[reached], 100)


def _nation(asked: Asked, dialysis: str) -> Given | None:
    """Return the 2017 look-up dose per day for a 2 mg/L target, with a load on ideal weight where it is known."""
    load = None if asked.ideal is None else _one(min(4 * asked.ideal, Fraction(300)))
    if dialysis == CRRT:
        return Given(_one(Fraction(130) * (1 + Fraction(24, 10))), (), None, True, load)
    nought, printed = _nation_row(0)
    if dialysis == HD:
        extra = Part(nought * Fraction(3, 10), nought * Fraction(4, 10))
        return Given(_one(nought), (), None, True, load, extra, False, printed)
    reached = _step(asked)
    if reached is None or (reached == 1 and asked.clearance != 0):
        return None
    base, printed = _nation_row(0 if reached == 1 else reached)
    return Given(_one(base), (), None, True, load, None, False, printed)


def dose(asked: Asked) -> Given | None:
    """Return the dose a basis gives for one case, or None where it is refused."""
    if (asked.drug, asked.basis) not in EDGES:
        return None
    dialysis = DIALYSIS_NAMES[asked.dialysis]
    if asked.drug == "cefiderocol":
        return _cefiderocol(asked, dialysis)
    if asked.drug == "polymyxin-b":
        return _polymyxin(asked, dialysis)
    if asked.basis == "us-label":
        return _colistin_us(asked, dialysis)
    return _colistin_eu(asked, dialysis) if asked.basis == "eu-label" else _nation(asked, dialysis)
