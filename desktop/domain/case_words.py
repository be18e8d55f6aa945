"""A case in words: what was read, and a clearance that never looks like the other side of an edge."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from desktop.domain.case import Case
from desktop.domain.case_choices import (
    ALLERGIES,
    ALLERGY_WORDS,
    ENZYME_WORDS,
    ENZYMES,
    KNOWN_DRUGS,
    Site,
    Species,
    drug_words,
    site_words,
    species_words,
)
from desktop.domain.dates import MONTHS_A_YEAR
from desktop.domain.drugs import ML_MIN, ML_MIN_1_73
from desktop.domain.kidney import KidneyFunction
from desktop.domain.patient import Dialysis, Patient
from desktop.domain.quantity import plain

_MOST_PLACES = 6
DIALYSIS_WORDS = {
    Dialysis.HAEMODIALYSIS: "haemodialysis",
    Dialysis.CRRT: "continuous renal replacement therapy",
}


_ENZYMES, _REGIMEN = "enzymes: ", "regimen: "
# Enzymes and drugs are known by their names; an allergy must never be read as a drug that is given.
_PLAIN_IN_A_STRIP = ("", _ENZYMES, _REGIMEN)


def patient_words(patient: Patient) -> str:
    """What was read of the patient, each figure with its unit, so that a slip is seen."""
    return ", ".join(_person_parts(patient) + _kidney_parts(patient))


def _person_parts(patient: Patient) -> list[str]:
    known = [
        None if patient.age_months is None else _age_words(patient.age_months),
        patient.sex,
        None if patient.weight_kg is None else f"{plain(patient.weight_kg)} kg",
        None if patient.height_cm is None else f"{plain(patient.height_cm)} cm",
    ]
    return [words for words in known if words]


def _kidney_parts(patient: Patient) -> list[str]:
    known = [
        f"creatinine {patient.creatinine_typed}" if patient.creatinine_typed else None,
        _typed_clearance_words(patient),
        DIALYSIS_WORDS.get(patient.dialysis),
        None if patient.effluent_l_h is None else f"effluent {plain(patient.effluent_l_h)} L per hour",
        "creatinine not steady" if patient.unstable_creatinine else None,
    ]
    return [words for words in known if words]


def _typed_clearance_words(patient: Patient) -> str | None:
    if patient.clearance_ml_min is None:
        return None
    name, unit = ("filtration", ML_MIN_1_73) if patient.is_child else ("clearance", ML_MIN)
    return f"{name} {plain(patient.clearance_ml_min)} {unit}"


def _age_words(months: int) -> str:
    """Years where the months are whole years; an age in months is never rounded down to years."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    if rest or not years:
        return f"{months} months"
    return "1 year" if years == 1 else f"{years} years"


def figure_words(kidney: KidneyFunction, edges: Iterable[Decimal]) -> str | None:
    """The clearance, or a child's filtration, with as few decimals as keep it on its own side of every near edge."""
    if kidney.filtration_1_73 is not None:
        return f"{_beside(kidney.filtration_1_73, tuple(edges))} {ML_MIN_1_73}"
    if kidney.clearance_ml_min is not None:
        return f"{_beside(kidney.clearance_ml_min, tuple(edges))} {ML_MIN}"
    return None


def _beside(figure: Decimal, edges: tuple[Decimal, ...]) -> str:
    for places in range(1, _MOST_PLACES):
        shown = figure.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if all(shown.compare(edge) == figure.compare(edge) for edge in edges):
            return plain(shown)
    return plain(figure, places=_MOST_PLACES)


def case_words(case: Case) -> str:
    """The whole case in one line: the patient, what was found and what is planned; what was not said is left out."""
    parts = [patient_words(case.patient), *(f"{name}{words}" for name, words in _chosen(case))]
    return "; ".join(part for part in parts if part)


def strip_lines(case: Case) -> tuple[str, str]:
    """The case in two lines: who the patient is, then the kidneys, what was found and what is planned."""
    rest = [", ".join(_kidney_parts(case.patient))]
    rest += [words if name in _PLAIN_IN_A_STRIP else f"{name}{words}" for name, words in _chosen(case)]
    return " · ".join(_person_parts(case.patient)), " · ".join(part for part in rest if part)


def _chosen(case: Case) -> list[tuple[str, str]]:
    """What was chosen and not typed, each with the words before it; what was not said is left out."""
    parts = [
        (_ENZYMES, ", ".join(ENZYME_WORDS[slug] for slug in ENZYMES if slug in case.enzymes)),
        ("", species_words(case.species) if case.species else ""),
        ("", site_words(case.site) if case.site else ""),
        ("allergies: ", ", ".join(ALLERGY_WORDS[slug] for slug in ALLERGIES if slug in case.allergies)),
        (_REGIMEN, " + ".join(drug_words(slug) for slug in KNOWN_DRUGS if slug in case.drugs)),
        ("infusions ", case.infusions or ""),
        ("loading dose ", case.load or ""),
    ]
    return [(name, words) for name, words in parts if words]


def triggered_words(triggered_by: Mapping[str, Sequence[str]]) -> str:
    """What of the case set a finding off, in the words that people read."""
    return "; ".join(", ".join(_PART_WORDS[part](word) for word in words) for part, words in triggered_by.items())


_PART_WORDS: Mapping[str, Callable[[str], str]] = {
    "drugs": drug_words,
    "enzymes": lambda word: f"enzyme {ENZYME_WORDS[word]}",
    "available": lambda word: f"{drug_words(word)} available here",
    "species": lambda word: species_words(Species(word)),
    "site": lambda word: f"site {site_words(Site(word))}",
    "allergies": lambda word: f"allergy: {ALLERGY_WORDS[word]}",
    "kidney": lambda word: f"{word} mL/min" if word.startswith("clearance") else word,
    "infusions": lambda word: f"infusions {word}",
    "load": lambda word: f"loading dose {word}",
    "patient": str,
}
