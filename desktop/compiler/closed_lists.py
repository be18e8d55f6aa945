"""The words that authored content may use; a new one is added here first, with its meaning in contracts/commands.md."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop.domain.case_choices import (
    ADULT,
    ALLERGIES,
    CHILD,
    ENZYMES,
    KNOWN_DRUGS,
    MAY_BE_PREGNANT,
    NO_ENZYME,
    UNKNOWN_ENZYME,
    Infusions,
    Load,
    Site,
    Species,
)
from desktop.domain.trigger import Subject

# Those of which a library can say what they do; the other two stand for a laboratory's answer.
MATRIX_ENZYMES = tuple(enzyme for enzyme in ENZYMES if enzyme not in (UNKNOWN_ENZYME, NO_ENZYME))
# What a line of a trigger may name; the kidneys have terms of their own (`desktop/domain/trigger.py`).
TRIGGER_WORDS: Mapping[Subject, tuple[str, ...]] = {
    Subject.DRUGS: KNOWN_DRUGS,
    Subject.ENZYMES: ENZYMES,
    Subject.SPECIES: tuple(Species),
    Subject.SITE: tuple(Site),
    Subject.ALLERGIES: ALLERGIES,
    Subject.INFUSIONS: tuple(Infusions),
    Subject.LOAD: tuple(Load),
    Subject.AVAILABLE: KNOWN_DRUGS,
    Subject.PATIENT: (CHILD, ADULT, MAY_BE_PREGNANT),
}
ROLES = ("prescriber", "pharmacist", "nurse", "microbiologist", "student")
REVIEW_STATUSES = ("submitted", "under-review", "approved")
GRADING_SYSTEMS = ("GRADE", "none")
GENERATED_LISTS = ("references", "pitfalls", "claims", "matrix", "answers", "guidelines", "studies", "breakpoints")
EFFECT_MEASURES = ("hazard ratio", "risk ratio")
STANDARDS = ("CLSI", "EUCAST", "FDA")
FIRST_SECTION = "recommendation"
DEPTHS = ("full-text", "part", "abstract", "summary", "not-read")
REFERENCE_TYPES = (
    "guideline",
    "label",
    "RCT",
    "post-hoc",
    "cohort",
    "case series",
    "meta-analysis",
    "systematic review",
    "preclinical",
    "phase 1",
    "PK",
    "method",
    "surveillance",
    "review",
    "equation",
    "article",
    "vendor summary",
)
VERDICTS = (
    "accurate",
    "incomplete",
    "imprecise",
    "misleading",
    "outdated",
    "wrong",
    "not verified",
    "omission",
)


class EquationSources(NamedTuple):
    """The references that the program itself cites beside its renal equations (`desktop/domain/renal.py`)."""

    cockcroft_gault: str = "cg1976"
    ideal_weight: str = "devine1974"
    adjusted_weight: str = "winter2012"
    ckd_epi: str = "inker2021"
    bedside_schwartz: str = "schwartz2009"
    body_surface: str = "mosteller1987"
    body_surface_dubois: str = "dubois1916"


EQUATION_SOURCES = EquationSources()
