"""Which row of a basis is for a patient, or the refusal of a situation without one.

The order of questions: does the basis compute at all; is the patient a child, and of which age; does continuous renal
replacement or haemodialysis run; which band holds the unrounded figure. What one decides, a later one never softens.
"""

from decimal import Decimal

from desktop.domain.drugs import Basis, Row, Situation, When
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.refusal import Refusal

RENAL_ROWS_FROM_MONTHS = 24
_IF_KNOWN = "row for kidneys that are not impaired holds only where they are known not to be"
KIDNEYS_NOT_GIVEN = f"The kidney function was not given. This {_IF_KNOWN}."
# An infant born 17 weeks early is 53 weeks after conception, where the EU preterm rows end, at 30 weeks of age.
BORN_AT_TERM_BELOW_MONTHS = 8
BORN_AT_TERM = (
    "This row is read here as for an infant born at term (derived). The US label places the youngest born earlier by "
    "corrected age, the EU label by postmenstrual age; neither is known here. A lower dose may be theirs, or with "
    "impaired kidneys none. Ask a children's specialist."
)
_NEEDS_FILTRATION = Refusal(
    "The label has rows by kidney function for this age, and no filtration is known.",
    "Type creatinine and height (from 1 year bedside Schwartz is computed), or a filtration in mL/min per 1.73 m2.",
)

_KIDNEYS_IN_DOUBT = Refusal(
    "A creatinine was typed, or called not steady, and no filtration is known from it: it cannot be told whether the "
    f"kidneys are impaired. The {_IF_KNOWN}.",
    "Type a filtration in mL/min per 1.73 m2 in place of the creatinine; from 1 year a height beside the creatinine is "
    "enough. Ask a children's specialist.",
)


def row_for(value: Decimal, rows: tuple[Row, ...], when: When = When.CLEARANCE) -> Row | None:
    """The row whose band holds an unrounded figure, or None outside every band.

    Rounding first would move patients into another band, so printed whole-number bands are read as continuous.
    """
    return next((row for row in rows if row.when is when and row.band.holds(value)), None)


def rows_of_age(rows: tuple[Row, ...], patient: Patient) -> tuple[Row, ...]:
    """The rows that are for a patient's age: an adult's, or those of a child's age band."""
    if not patient.is_child:
        return tuple(row for row in rows if row.children is None)
    months = patient.age_months
    assert months is not None
    return tuple(row for row in rows if row.children is not None and row.children.holds(months))


def chosen_row(basis: Basis, rows: tuple[Row, ...], patient: Patient, kidney: KidneyFunction) -> Row | Refusal:
    """The row of one use that applies, or why none does; `rows` are those of the patient's age."""
    if Situation.ALL in basis.refusals:
        return basis.refusals[Situation.ALL]
    if patient.is_child and not rows:
        return basis.refusals[Situation.CHILD]
    if patient.dialysis is Dialysis.CRRT:
        return _crrt_row(basis, rows, patient.effluent_l_h)
    if patient.dialysis is Dialysis.HAEMODIALYSIS:
        without = Situation.CHILD_KIDNEYS if patient.is_child else Situation.HAEMODIALYSIS
        return _haemodialysis_row(rows) or basis.refusals[without]
    return _child_row(basis, rows, patient, kidney) if patient.is_child else _adult_row(basis, rows, kidney)


def _adult_row(basis: Basis, rows: tuple[Row, ...], kidney: KidneyFunction) -> Row | Refusal:
    if kidney.clearance_ml_min is None:
        raise ValueError("a patient without dialysis needs a clearance before a dose is asked for")
    return row_for(kidney.clearance_ml_min, rows) or basis.refusals[Situation.OUTSIDE]


def _child_row(basis: Basis, rows: tuple[Row, ...], patient: Patient, kidney: KidneyFunction) -> Row | Refusal:
    """By filtration; below 2 years the row for unimpaired kidneys, unless the creatinine speaks against it."""
    if kidney.filtration_1_73 is not None:
        return row_for(kidney.filtration_1_73, rows) or basis.refusals[Situation.CHILD_KIDNEYS]
    assert patient.age_months is not None
    if patient.age_months < RENAL_ROWS_FROM_MONTHS:
        if patient.creatinine_mg_dl is not None or patient.unstable_creatinine:
            return _KIDNEYS_IN_DOUBT
        return next(row for row in rows if row.when is When.CLEARANCE and row.band.high is None)
    return _NEEDS_FILTRATION


def _crrt_row(basis: Basis, rows: tuple[Row, ...], effluent_l_h: Decimal | None) -> Row | Refusal:
    """The row of continuous therapy: by its effluent rate where the source goes by that, never a clearance row."""
    if any(row.when is When.EFFLUENT for row in rows):
        if effluent_l_h is None:
            return basis.refusals[Situation.EFFLUENT]
        return row_for(effluent_l_h, rows, When.EFFLUENT) or basis.refusals[Situation.CRRT]
    own = next((row for row in rows if row.when is When.CRRT), None)
    return own or next((row for row in rows if row.also_crrt), None) or basis.refusals[Situation.CRRT]


def _haemodialysis_row(rows: tuple[Row, ...]) -> Row | None:
    """The haemodialysis row, or the clearance row that its source extends to haemodialysis at any clearance."""
    own = next((row for row in rows if row.when is When.HAEMODIALYSIS), None)
    return own or next((row for row in rows if row.also_haemodialysis), None)
