"""The words that authored content may use; a new one is added here first, with its meaning in contracts/commands.md."""

from typing import NamedTuple

# In the order in which the program lists them.
DRUGS_WITH_DOSES = (
    "ceftazidime-avibactam",
    "aztreonam",
    "aztreonam-avibactam",
    "cefiderocol",
    "polymyxin-b",
    "colistin",
)
KNOWN_DRUGS = (*DRUGS_WITH_DOSES, "meropenem", "meropenem-vaborbactam", "imipenem-relebactam")
ENZYMES = ("ndm", "vim", "imp", "kpc", "oxa-48", "esbl", "ampc", "unknown", "none")
# Those of which a library can say what they do; the other two stand for a laboratory's answer.
MATRIX_ENZYMES = tuple(enzyme for enzyme in ENZYMES if enzyme not in ("unknown", "none"))
BASES = ("us-label", "eu-label", "idsa-2026", "consensus-2019", "nation-2017")
ROLES = ("prescriber", "pharmacist", "nurse", "microbiologist", "student")
REVIEW_STATUSES = ("submitted", "under-review", "approved")
GRADING_SYSTEMS = ("GRADE", "none")
GENERATED_LISTS = ("references", "pitfalls", "claims", "matrix", "answers")
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
