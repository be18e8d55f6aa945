"""Kidney function for dosing: which weight, which equation, the working, and what to beware of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.domain import renal
from desktop.domain.implausible import Implausible, implausible
from desktop.domain.other_equations import ckd_epi_words
from desktop.domain.patient import Dialysis, Patient, Sex, WeightKind
from desktop.domain.quantity import plain
from desktop.domain.tiers import CLEARANCE_ML_MIN

DIALYSIS_WARNING = (
    "On dialysis a clearance from creatinine does not describe the kidneys; "
    "a dialysis row decides where the source has one."
)
UNSTABLE_WARNING = (
    "The creatinine is not steady: the clearance lags behind the kidneys, in both directions. "
    "Recalculate at least daily."
)
EARLY_INJURY_WARNING = (
    "Early acute kidney injury often reverses: avoid locking in a reduced dose, and raise it again promptly."
)
NO_HEIGHT_WARNING = "Without a height only the actual weight can be used; in obesity it overestimates the clearance."
SHORT_WARNING = "The ideal weight equation was written for heights of 152.4 cm (60 inches) and more."

PREGNANCY_WARNING = (
    "In pregnancy Cockcroft-Gault is not validated, and no label here prints a dose for it (recalled, not checked)."
)
# No source sets an age at which pregnancy is to be thought of: both ends are our own, and wide.
PREGNANCY_ASKED_FROM_YEARS = 10
PREGNANCY_ASKED_TO_YEARS = 55


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Nothing can be computed yet; `missing` names the fields, `message` says what to do next."""

    missing: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class KidneyFunction:
    """A creatinine clearance in mL/min with its origin; None where dialysis alone is known.

    `by_weight` holds the clearance for every weight that could be computed, `steps` the working with the reader's own
    numbers, `compared` other equations, which choose no row. A child has no clearance but a filtration per 1.73 m2.
    With `implausible` a figure behind the clearance must be wrong: no dose goes by a weight, and on dialysis, where the
    clearance chooses no row, it is None.
    """

    clearance_ml_min: Decimal | None
    formula: str | None = None
    weight_used: WeightKind | None = None
    by_weight: Mapping[WeightKind, Decimal] = field(default_factory=dict)
    weights_kg: Mapping[WeightKind, Decimal] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    filtration_1_73: Decimal | None = None
    implausible: Implausible | None = None


def kidney_function(patient: Patient) -> KidneyFunction | Incomplete:
    """The kidney function of an adult: typed, estimated by Cockcroft-Gault, or dialysis alone.

    Incomplete while a figure is missing. Not for a child: the adult equation does not hold below 18 years.
    """
    if patient.clearance_ml_min is not None:
        return _typed(patient)
    missing = _missing(patient)
    if not missing:
        return _estimated(patient)
    if patient.dialysis is Dialysis.NONE:
        return Incomplete(missing, f"Type {_listed(missing)} to see doses.")
    warnings = _uncomputed_warnings(patient, missing) + state_warnings(patient)
    return KidneyFunction(None, weights_kg=_weights(patient), warnings=warnings)


def _typed(patient: Patient) -> KidneyFunction:
    clearance = patient.clearance_ml_min
    assert clearance is not None
    steps = (f"Creatinine clearance typed: {plain(clearance)} mL/min. How it was obtained is not known here.",)
    return KidneyFunction(
        clearance, "typed", weights_kg=_weights(patient), steps=steps, warnings=state_warnings(patient)
    )


def _missing(patient: Patient) -> tuple[str, ...]:
    """The names of the fields that Cockcroft-Gault still needs, in the order of the form."""
    wanted = {
        "age": patient.age_years,
        "sex": patient.sex,
        "weight": patient.weight_kg,
        "creatinine": patient.creatinine_mg_dl,
    }
    return tuple(name for name, value in wanted.items() if value is None)


def _listed(names: tuple[str, ...]) -> str:
    words = [f"the {name}" for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _uncomputed_warnings(patient: Patient, missing: tuple[str, ...]) -> tuple[str, ...]:
    """Why a creatinine that was typed stands beside no clearance; dialysis rows need none."""
    if patient.creatinine_mg_dl is None:
        return ()
    return (f"No clearance is computed from the creatinine without {_listed(missing)}; on dialysis none is needed.",)


def _weights(patient: Patient) -> dict[WeightKind, Decimal]:
    """Every weight that can be known: actual, and with sex and height also ideal and adjusted, in kg."""
    actual = patient.weight_kg
    known: dict[WeightKind, Decimal] = {} if actual is None else {WeightKind.ACTUAL: actual}
    if patient.height_cm is None or patient.sex is None or patient.is_child:
        return known
    ideal = renal.ideal_weight_kg(patient.height_cm, patient.sex)
    known[WeightKind.IDEAL] = ideal
    if actual is not None:
        known[WeightKind.ADJUSTED] = renal.adjusted_weight_kg(actual, ideal)
    return known


def chosen_weight(weights_kg: Mapping[WeightKind, Decimal], wanted: WeightKind | None) -> WeightKind:
    """The weight for Cockcroft-Gault: what the reader wants, otherwise the stated rule.

    Actual below ideal; ideal up to 1.2 times ideal; adjusted above that. No label says which weight; the rule follows
    Winter et al. 2012 and awaits a pharmacist's signature.
    """
    if wanted is not None and wanted in weights_kg:
        return wanted
    ideal = weights_kg.get(WeightKind.IDEAL)
    actual = weights_kg[WeightKind.ACTUAL]
    if ideal is None or actual < ideal:
        return WeightKind.ACTUAL
    return WeightKind.IDEAL if actual <= renal.OBESE_FROM * ideal else WeightKind.ADJUSTED


def _estimated(patient: Patient) -> KidneyFunction:
    """Cockcroft-Gault for every weight that is known, and the one that decides."""
    age, sex, creatinine = patient.age_years, patient.sex, patient.creatinine_mg_dl
    assert age is not None
    assert sex is not None
    assert creatinine is not None
    weights = _weights(patient)
    by_weight = {kind: renal.cockcroft_gault_ml_min(age, kg, creatinine, sex) for kind, kg in weights.items()}
    used = chosen_weight(weights, patient.weight_wanted)
    working = _working(patient, weights, used, by_weight[used])
    doubted, chooses = implausible(by_weight), patient.dialysis is Dialysis.NONE
    warnings = state_warnings(patient) + _weight_warnings(patient, used)
    if doubted is not None:
        warnings = (doubted.warning(chooses_a_row=chooses), *warnings)
    if doubted is not None and not chooses:
        return KidneyFunction(None, weights_kg=weights, steps=working, warnings=warnings, implausible=doubted)
    return KidneyFunction(
        by_weight[used],
        "cockcroft-gault",
        used,
        by_weight,
        weights,
        working,
        _size_warnings(by_weight[used]) + warnings,
        ckd_epi_words(patient),
        implausible=doubted,
    )


def _working(
    patient: Patient, weights: Mapping[WeightKind, Decimal], used: WeightKind, clearance: Decimal
) -> tuple[str, ...]:
    """The calculation line by line with the reader's own numbers."""
    steps = [f"Creatinine {patient.creatinine_typed}."]
    if WeightKind.IDEAL in weights:
        assert patient.height_cm is not None
        base = "50" if patient.sex is Sex.MALE else "45.5"
        inches = plain(patient.height_cm / Decimal("2.54"), places=2)
        ideal = plain(weights[WeightKind.IDEAL], places=1)
        steps.append(f"Ideal weight (Devine): {base} + 2.3 × ({inches} in − 60) = {ideal} kg.")
    if WeightKind.ADJUSTED in weights:
        ideal, actual = (plain(weights[kind], places=1) for kind in (WeightKind.IDEAL, WeightKind.ACTUAL))
        adjusted = plain(weights[WeightKind.ADJUSTED], places=1)
        steps.append(f"Adjusted weight: {ideal} + 0.4 × ({actual} − {ideal}) = {adjusted} kg.")
    steps.append(_choice_step(patient, weights, used))
    assert patient.creatinine_mg_dl is not None
    weight, creatinine = plain(weights[used], places=1), plain(patient.creatinine_mg_dl, places=2)
    factor = " × 0.85 (female)" if patient.sex is Sex.FEMALE else ""
    steps.append(
        f"Cockcroft-Gault: (140 − {patient.age_years}) × {weight} kg ÷ (72 × {creatinine} mg/dL){factor}"
        f" = {plain(clearance, places=1)} mL/min."
    )
    return tuple(steps)


def _choice_step(patient: Patient, weights: Mapping[WeightKind, Decimal], used: WeightKind) -> str:
    if patient.weight_wanted is used:
        return f"Weight used: {used}, as chosen by the reader."
    if WeightKind.IDEAL not in weights:
        return "Weight used: actual, because no height was typed."
    why = {
        WeightKind.ACTUAL: "because it is below the ideal weight",
        WeightKind.IDEAL: "because the actual weight is at most 1.2 times the ideal weight",
        WeightKind.ADJUSTED: "because the actual weight is more than 1.2 times the ideal weight",
    }
    return f"Weight used: {used}, {why[used]} (no label says which weight; rule of Winter 2012)."


def _size_warnings(clearance: Decimal) -> tuple[str, ...]:
    """A clearance so high that a figure behind it may be wrong."""
    if clearance <= CLEARANCE_ML_MIN.usual[1]:
        return ()
    shown = plain(clearance, places=1)
    return (f"A clearance of {shown} mL/min is unusually high: check the creatinine with its unit, and the weight.",)


def state_warnings(patient: Patient) -> tuple[str, ...]:
    """What the state of the patient says against the figure."""
    warnings: list[str] = []
    if patient.dialysis is not Dialysis.NONE:
        warnings.append(DIALYSIS_WARNING)
    if patient.unstable_creatinine:
        warnings += [UNSTABLE_WARNING, EARLY_INJURY_WARNING]
    years = patient.age_years
    if patient.sex is Sex.FEMALE and not patient.is_child and years is not None and years <= PREGNANCY_ASKED_TO_YEARS:
        warnings.append(PREGNANCY_WARNING)
    return tuple(warnings)


def _weight_warnings(patient: Patient, used: WeightKind) -> tuple[str, ...]:
    """What weight and height say against the figure."""
    if patient.height_cm is None:
        chosen = patient.weight_wanted
        missed = f" The {chosen} weight was asked for and needs a height." if chosen not in (None, used) else ""
        return (NO_HEIGHT_WARNING + missed,)
    warnings: list[str] = []
    if patient.height_cm < renal.DEVINE_FROM_CM:
        warnings.append(SHORT_WARNING)
    assert patient.weight_kg is not None
    index = renal.body_mass_index(patient.weight_kg, patient.height_cm)
    if not Decimal(16) <= index <= Decimal(40):
        warnings.append(
            f"The body mass index is {plain(index, places=1)} kg per m2: every weight is a guess at such an extreme."
        )
    return tuple(warnings)
