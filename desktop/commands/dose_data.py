"""The answers of `dose` as the object of the contract."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.commands.citations import source_data
from desktop.domain.case import Assessment
from desktop.domain.dosing import Dose, NearEdge, Withheld
from desktop.domain.drugs import Basis, Component, Given, Row, Supplement, When
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Patient
from desktop.domain.quantity import Amount
from desktop.domain.wording import given_words, loading_words, supplement_words


def dose_data(assessment: Assessment, *, in_months: bool, reviewed: bool) -> dict[str, object]:
    """What was read, the kidney function, and one result for every drug, basis and use."""
    return {
        "inputs": _inputs(assessment.patient, in_months=in_months),
        "kidney": _kidney(assessment.kidney, assessment.patient),
        "results": [
            _dose(answer, reviewed=reviewed) if isinstance(answer, Dose) else _withheld(answer, reviewed=reviewed)
            for answer in assessment.answers
        ],
    }


def number(value: Decimal) -> int | float:
    """An exact amount for a script: a whole number where it is one."""
    return int(value) if value == value.to_integral_value() else float(value)


def amount_data(amount: Amount) -> int | float | dict[str, int | float]:
    """One number, or a range."""
    return number(amount.low) if amount.is_exact else {"low": number(amount.low), "high": number(amount.high)}


def unusual_warnings(patient: Patient) -> list[str]:
    """What the window would ask to confirm."""
    return [f"Unusual value, please confirm: {value}." for value in patient.unusual]


def basis_notes(basis: Basis, *, dosed: bool) -> list[str]:
    """What belongs to the doses of a label or guideline; beside a refusal only that the use is off-label."""
    off_label = [f"Off-label: {basis.off_label_note.removeprefix('Off-label: ')}"] if basis.off_label_note else []
    return [*(basis.notes if dosed else ()), *off_label]


def _inputs(patient: Patient, *, in_months: bool) -> dict[str, object]:
    """What was given, with its units in the names; what was not given is left out, except dialysis."""
    figures = {
        "age": None if in_months else patient.age_years,
        "age_months": patient.age_months if in_months else None,
        "sex": patient.sex,
        "weight_kg": patient.weight_kg,
        "height_cm": patient.height_cm,
        "creatinine_mg_dl": patient.creatinine_mg_dl,
        "crcl_ml_min": patient.clearance_ml_min,
        "dialysis": patient.dialysis,
        "effluent_l_h": patient.effluent_l_h,
        "unstable_creatinine": patient.unstable_creatinine or None,
        "weight_used": patient.weight_wanted,
    }
    given = {name: value for name, value in figures.items() if value is not None}
    return {name: number(value) if isinstance(value, Decimal) else value for name, value in given.items()}


def _kidney(kidney: KidneyFunction, patient: Patient) -> dict[str, object]:
    clearance = kidney.clearance_ml_min
    return {
        "crcl_ml_min": None if clearance is None else float(clearance),
        "formula": kidney.formula,
        "weight_used": kidney.weight_used,
        "by_weight": {kind: float(value) for kind, value in kidney.by_weight.items()},
        "steps": list(kidney.steps),
        "warnings": [*unusual_warnings(patient), *kidney.warnings],
    }


def _dose(dose: Dose, *, reviewed: bool) -> dict[str, object]:
    row = dose.row
    assert row.maintenance is not None
    return {
        **_heading(dose, "dose"),
        "loading": None if row.loading is None else _given(row.loading, loading_words(row.loading)),
        "maintenance": _given(row.maintenance, given_words(row.maintenance)),
        "row": _row(row),
        "near_edge": _near_edge(dose.near_edge),
        "differs_by_weight": list(dose.differs_by_weight),
        "supplement": None if row.supplement is None else _supplement(row.supplement),
        "notes": [*dose.notes, *basis_notes(dose.basis, dosed=True)],
        "sources": source_data(dose.sources),
        "reviewed": reviewed,
    }


def _withheld(answer: Withheld, *, reviewed: bool) -> dict[str, object]:
    listed = answer.basis.listed_unverified
    return {
        **_heading(answer, "refused"),
        "reason": answer.refusal.reason,
        "remedy": answer.refusal.remedy,
        **({"listed_unverified": listed} if listed else {}),
        "notes": basis_notes(answer.basis, dosed=False),
        "sources": source_data(answer.sources),
        "reviewed": reviewed,
    }


def _heading(answer: Dose | Withheld, status: str) -> dict[str, object]:
    return {"drug": answer.drug.slug, "basis": answer.basis.slug, "for": answer.use, "status": status}


def _given(given: Given, text: str) -> dict[str, object]:
    return {
        "components": _components(given.components),
        "total_mg": amount_data(given.total_mg),
        "interval_h": _interval(given.every_h),
        "infusion_min": None if given.over_min is None else amount_data(given.over_min),
        "text": text,
    }


def _components(components: Sequence[Component]) -> list[dict[str, object]]:
    return [{"substance": part.substance, "mg": amount_data(part.mg)} for part in components]


def _interval(every_h: Sequence[Decimal]) -> int | float | list[int | float] | None:
    """One interval, a list where the source leaves the choice, None for a dose given once."""
    hours = [number(value) for value in every_h]
    if not hours:
        return None
    return hours[0] if len(hours) == 1 else hours


def _row(row: Row) -> dict[str, object]:
    """The row as printed and as read; a dialysis row has no edges, because no clearance chooses it."""
    band, by_clearance = row.band, row.when is When.CLEARANCE
    return {
        "printed": band.printed,
        "low": number(band.low) if by_clearance else None,
        "low_inclusive": band.low_inclusive if by_clearance else None,
        "high": number(band.high) if by_clearance and band.high is not None else None,
        "high_inclusive": band.high_inclusive if by_clearance else None,
        "unit": band.unit,
        "when": row.when,
        "printed_dose": row.printed_dose,
        "verification": band.verification,
    }


def _near_edge(near: NearEdge | None) -> dict[str, object] | None:
    if near is None:
        return None
    return {"edge": number(near.edge_ml_min), "other_row": near.other.band.printed if near.other else None}


def _supplement(supplement: Supplement) -> dict[str, object]:
    return {
        "components": _components(supplement.components),
        "occasion": supplement.occasion,
        "text": supplement_words(supplement),
    }
