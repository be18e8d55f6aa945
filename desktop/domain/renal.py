"""The renal equations, each with its published source.

All take and return unrounded `Decimal`; rounding is for display only.
"""

from decimal import Decimal

from desktop.domain.patient import Sex

_KG_BASE = {Sex.MALE: Decimal("50"), Sex.FEMALE: Decimal("45.5")}
_CM_PER_INCH = Decimal("2.54")
DEVINE_FROM_CM = Decimal("152.4")
OBESE_FROM = Decimal("1.2")
STANDARD_SURFACE_M2 = Decimal("1.73")


def cockcroft_gault_ml_min(age_years: int, weight_kg: Decimal, creatinine_mg_dl: Decimal, sex: Sex) -> Decimal:
    """Creatinine clearance in mL/min, not indexed to body surface; adults with a steady creatinine.

    Cockcroft and Gault, Nephron 1976;16:31-41.
    """
    clearance = (140 - age_years) * weight_kg / (72 * creatinine_mg_dl)
    return clearance * Decimal("0.85") if sex is Sex.FEMALE else clearance


def ideal_weight_kg(height_cm: Decimal, sex: Sex) -> Decimal:
    """Ideal body weight in kg. Devine, Drug Intell Clin Pharm 1974;8:650-655; for 60 inches (152.4 cm) and more."""
    return _KG_BASE[sex] + Decimal("2.3") * (height_cm / _CM_PER_INCH - 60)


def adjusted_weight_kg(actual_kg: Decimal, ideal_kg: Decimal) -> Decimal:
    """Ideal weight plus 0.4 of the excess, in kg. Winter et al., Pharmacotherapy 2012;32:604-612."""
    return ideal_kg + Decimal("0.4") * (actual_kg - ideal_kg)


def body_mass_index(weight_kg: Decimal, height_cm: Decimal) -> Decimal:
    """Weight over height squared, kg per m2."""
    return weight_kg / (height_cm / 100) ** 2


def body_surface_m2(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    """Body surface in m2. Mosteller, N Engl J Med 1987;317:1098."""
    return (height_cm * weight_kg / 3600).sqrt()


def body_surface_dubois_m2(height_cm: Decimal, weight_kg: Decimal) -> Decimal:
    """Body surface in m2. Du Bois and Du Bois, Arch Intern Med 1916;17:863-871."""
    return Decimal("0.007184") * height_cm ** Decimal("0.725") * weight_kg ** Decimal("0.425")


def ckd_epi_2021(age_years: int, creatinine_mg_dl: Decimal, sex: Sex) -> Decimal:
    """Glomerular filtration in mL/min per 1.73 m2 of body surface. Inker et al., N Engl J Med 2021;385:1737-1749."""
    female = sex is Sex.FEMALE
    ratio = creatinine_mg_dl / Decimal("0.7" if female else "0.9")
    below = min(ratio, Decimal(1)) ** Decimal("-0.241" if female else "-0.302")
    above = max(ratio, Decimal(1)) ** Decimal("-1.200")
    filtration = 142 * below * above * Decimal("0.9938") ** age_years
    return filtration * Decimal("1.012") if female else filtration


def de_indexed_ml_min(per_1_73: Decimal, surface_m2: Decimal) -> Decimal:
    """A filtration per 1.73 m2 turned into mL/min for this body surface."""
    return per_1_73 * surface_m2 / STANDARD_SURFACE_M2


def bedside_schwartz(height_cm: Decimal, creatinine_mg_dl: Decimal) -> Decimal:
    """Glomerular filtration in mL/min per 1.73 m2, ages 1 to 18. Schwartz et al., J Am Soc Nephrol 2009;20:629-637."""
    return Decimal("0.413") * height_cm / creatinine_mg_dl
