"""The kidney equations, by another road: cross-multiplied fractions, and logarithms in Decimal.

Written from the clinical sources (worked_examples.json, facts.md section 5), not from the program.
"""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

UMOL_IN_ONE_MG = Fraction(442, 5)
"""88.4 umol/L in 1 mg/dL."""


def mg_per_dl(umol_per_l: Fraction) -> Fraction:
    """Creatinine in mg/dL: umol/L over 88.4, cross-multiplied."""
    return umol_per_l * 5 / 442


def umol_per_l(mg: Fraction) -> Fraction:
    """Creatinine in umol/L."""
    return mg * 442 / 5


def cockcroft_gault(*, female: bool, age: int, weight: Fraction, creatinine_mg_dl: Fraction) -> Fraction:
    """mL/min: the ratio of two whole products, 17/20 for a woman."""
    above = (140 - age) * weight.numerator * creatinine_mg_dl.denominator * (17 if female else 20)
    below = 72 * 20 * weight.denominator * creatinine_mg_dl.numerator
    return Fraction(above, below)


def ideal_weight(*, female: bool, height_cm: Fraction) -> Fraction:
    """Devine, with the inches cleared: (2.3 h / 2.54) - 138, on 50 or 45.5."""
    base = Fraction(91, 2) if female else Fraction(50)
    return (115 * height_cm - 138 * 127) / 127 + base


def adjusted_weight(*, ideal: Fraction, actual: Fraction) -> Fraction:
    """Three fifths ideal, two fifths actual."""
    return (3 * ideal + 2 * actual) / 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """The weight that the source's rule takes."""

    mode: str
    kilograms: Fraction


def chosen_weight(*, female: bool, height_cm: Fraction, actual: Fraction) -> Chosen:
    """Actual below ideal; ideal up to six fifths of it, that included; adjusted above."""
    ideal = ideal_weight(female=female, height_cm=height_cm)
    if actual < ideal:
        return Chosen("actual", actual)
    if 5 * actual <= 6 * ideal:
        return Chosen("ideal", ideal)
    return Chosen("adjusted", adjusted_weight(ideal=ideal, actual=actual))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def ckd_epi_2021(*, female: bool, age: int, creatinine_mg_dl: Fraction) -> Fraction:
    """mL/min/1.73 m2: the logarithm of the equation, summed, then raised."""
    with localcontext() as context:
        context.prec = 40
        kappa = Decimal("0.7") if female else Decimal("0.9")
        alpha = Decimal("-0.241") if female else Decimal("-0.302")
        relative = (_decimal(creatinine_mg_dl) / kappa).ln()
        slope = alpha if relative < 0 else Decimal("-1.2")
        total = Decimal(142).ln() + slope * relative + age * Decimal("0.9938").ln()
        if female:
            total += Decimal("1.012").ln()
        return Fraction(total.exp())


def mosteller(*, height_cm: Fraction, weight: Fraction) -> Fraction:
    """Body surface in m2: a sixtieth of the root of the product."""
    with localcontext() as context:
        context.prec = 40
        return Fraction(_decimal(height_cm * weight).sqrt()) / 60


def du_bois(*, height_cm: Fraction, weight: Fraction) -> Fraction:
    """Body surface in m2, through logarithms."""
    with localcontext() as context:
        context.prec = 40
        power = Decimal("0.725") * _decimal(height_cm).ln() + Decimal("0.425") * _decimal(weight).ln()
        return Fraction(7184 * power.exp()) / 1_000_000


def de_indexed(indexed: Fraction, surface: Fraction) -> Fraction:
    """mL/min out of mL/min/1.73 m2."""
    return indexed * surface * 100 / 173


def schwartz(*, height_cm: Fraction, creatinine_mg_dl: Fraction) -> Fraction:
    """mL/min/1.73 m2 of a child."""
    return 413 * height_cm / (1000 * creatinine_mg_dl)
