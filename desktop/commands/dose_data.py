"""The answers of `dose` as the object of the contract."""

from collections.abc import Sequence
from decimal import Decimal

from desktop.commands.citations import source_data
from desktop.domain.answering import Doses
from desktop.domain.comparing import Comparison, comparisons
from desktop.domain.dosing import Dose, NearEdge, Withheld
from desktop.domain.drugs import Basis, Preparation, Row, When
from desktop.domain.given import Component, Given, Supplement
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Patient
from desktop.domain.quantity import Amount
from desktop.domain.wording import given_words, loading_words, supplement_words, withdraw_words


def dose_data(assessment: Doses, *, in_months: bool, reviewed: bool) -> dict[str, object]:
    """What was read, the kidney function, and one result for every drug, basis and use."""
    pairs = comparisons(assessment.answers)
    return {
        "inputs": _inputs(assessment.patient, in_months=in_months),
        "kidney": _kidney(assessment.kidney, assessment.patient),
        "results": [
            (_dose(answer, reviewed=reviewed) if isinstance(answer, Dose) else _withheld(answer, reviewed=reviewed))
            | {"comparison": _comparison(answer, pairs)}
            for answer in assessment.answers
        ],
    }


def _comparison(answer: Dose | Withheld, pairs: Sequence[Comparison]) -> dict[str, object] | None:
    """Whether the other label gives the same dose; None where there is no other, or neither gives one."""
    mine = (answer.drug.slug, answer.use)
    own = (pair for pair in pairs if (pair.drug, pair.use) == mine and answer.basis.short in pair.bases)
    return next(({"same_dose": pair.is_same, "text": pair.words} for pair in own), None)


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
    clearance, filtration = kidney.clearance_ml_min, kidney.filtration_1_73
    return {
        "crcl_ml_min": None if clearance is None else float(clearance),
        **({} if filtration is None else {"egfr_ml_min_1_73": float(filtration)}),
        "formula": kidney.formula,
        "weight_used": kidney.weight_used,
        "by_weight": {kind: float(value) for kind, value in kidney.by_weight.items()},
        "steps": list(kidney.steps),
        "compared": list(kidney.compared),
        "warnings": [*unusual_warnings(patient), *kidney.warnings],
    }


def _dose(dose: Dose, *, reviewed: bool) -> dict[str, object]:
    return {
        **_heading(dose, "dose"),
        "loading": None if dose.loading is None else _given(dose.loading, loading_words(dose.loading)),
        "loading_withheld": dose.weighed.load_withheld,
        "maintenance": _given(dose.maintenance, given_words(dose.maintenance)),
        "row": _row(dose.row),
        "near_edge": _near_edge(dose.near_edge),
        "differs_by_weight": list(dose.differs_by_weight),
        "supplement": None if dose.supplement is None else _supplement(dose.supplement),
        "working": list(dose.weighed.steps),
        "preparation": _preparations(dose),
        "notes": [*dose.remarks, *dose.notes, *basis_notes(dose.basis, dosed=True)],
        "sources": source_data(dose.sources),
        "reviewed": reviewed,
    }


def _withheld(answer: Withheld, *, reviewed: bool) -> dict[str, object]:
    listed = answer.basis.listed_unverified
    return {
        **_heading(answer, "refused"),
        "reason": answer.reason,
        "remedy": answer.refusal.remedy,
        "near_edge": _near_edge(answer.near_edge),
        "differs_by_weight": list(answer.differs_by_weight),
        **({"listed_unverified": listed} if listed else {}),
        "notes": basis_notes(answer.basis, dosed=False),
        "sources": source_data(answer.sources),
        "reviewed": reviewed,
    }


def _heading(answer: Dose | Withheld, status: str) -> dict[str, object]:
    return {"drug": answer.drug.slug, "basis": answer.basis.slug, "for": answer.use, "status": status}


def _given(given: Given, text: str) -> dict[str, object]:
    return {
        "components": [_component(part) for part in given.components],
        "total_mg": amount_data(given.total_mg),
        **(_units(given.components[0]) if len(given.components) == 1 else {}),
        **({"per_day": True, "divided": given.divided} if given.per_day else {"interval_h": _interval(given.every_h)}),
        "infusion_min": None if given.over_min is None else amount_data(given.over_min),
        "text": text,
    }


def _component(part: Component) -> dict[str, object]:
    return {"substance": part.substance, "mg": amount_data(part.mg), **_units(part)}


def _units(part: Component) -> dict[str, object]:
    """The same amount in the units that a polymyxin is also dosed in."""
    forms = {"units": part.units, "million_units": part.million_units, "colistin_base_mg": part.colistin_base_mg}
    return {name: amount_data(amount) for name, amount in forms.items() if amount is not None}


def _interval(every_h: Sequence[Decimal]) -> int | float | list[int | float] | None:
    """One interval, a list where the source leaves the choice, None for a dose given once."""
    hours = [number(value) for value in every_h]
    if not hours:
        return None
    return hours[0] if len(hours) == 1 else hours


def _row(row: Row) -> dict[str, object]:
    """The row as printed and as read; a dialysis row has no edges, because no clearance chooses it."""
    band, by_clearance = row.band, row.when in (When.CLEARANCE, When.EFFLUENT)
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
    return {"edge": number(near.edge), "other_row": near.other.band.printed if near.other else None}


def _preparations(dose: Dose) -> list[dict[str, object]]:
    """The volumes of this very dose, then what its label says of preparing, giving and watching."""
    own = source_data(dose.sources)[0]
    found: list[dict[str, object]] = [
        {"kind": "withdraw", "text": words, "source": own} for words in withdraw_words(dose.loading, dose.maintenance)
    ]
    found.extend(_preparation(line) for line in dose.basis.preparation)
    return found


def _preparation(line: Preparation) -> dict[str, object]:
    return {"kind": line.kind, "text": line.text, "source": source_data([line.source])[0]}


def _supplement(supplement: Supplement) -> dict[str, object]:
    return {
        "components": [_component(part) for part in supplement.components],
        "instead": supplement.instead,
        "occasion": supplement.occasion,
        "text": supplement_words(supplement),
    }
