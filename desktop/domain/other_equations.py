"""CKD-EPI 2021 beside Cockcroft-Gault, for comparison only: no label here doses by it."""

from desktop.domain import renal
from desktop.domain.patient import Patient
from desktop.domain.quantity import plain

NOT_THE_LABELS = "Not the label's method, and no row is chosen by it."


def ckd_epi_words(patient: Patient) -> tuple[str, ...]:
    """CKD-EPI 2021 per 1.73 m2, and turned into mL/min where height and weight are known; nothing where it cannot be.

    Inker et al., N Engl J Med 2021;385:1737-1749; body surface by Mosteller, N Engl J Med 1987;317:1098.
    """
    age, sex, creatinine = patient.age_years, patient.sex, patient.creatinine_mg_dl
    if age is None or sex is None or creatinine is None or patient.is_child:
        return ()
    indexed = renal.ckd_epi_2021(age, creatinine, sex)
    words = f"CKD-EPI 2021: {plain(indexed, places=1)} mL/min per 1.73 m2"
    if patient.height_cm is None or patient.weight_kg is None:
        return (f"{words}; in mL/min only with height and weight. {NOT_THE_LABELS}",)
    surface = renal.body_surface_m2(patient.height_cm, patient.weight_kg)
    own = renal.de_indexed_ml_min(indexed, surface)
    in_ml_min = f"× {plain(surface, places=2)} m2 ÷ 1.73 = {plain(own, places=1)} mL/min for this body"
    return (f"{words}, {in_ml_min}. {NOT_THE_LABELS}",)
