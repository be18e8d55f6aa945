"""What one authored dose row must never be, each with what is then said and what to do."""

from collections.abc import Callable, Iterator

from desktop.compiler.authored_drug import AuthoredDrug, AuthoredParts, AuthoredRow
from desktop.compiler.faults import listed
from desktop.domain.drugs import When
from desktop.domain.given import UnitScale
from desktop.domain.provenance import Verification

Rule = tuple[Callable[[AuthoredRow], bool], str, str]
_BY_BAND = (When.CLEARANCE, When.EFFLUENT)


def _edges(row: AuthoredRow) -> int:
    return sum(edge is not None for edge in (row.above, row.lowest, row.up_to, row.below))


def _load_capped_without_kg(row: AuthoredRow) -> bool:
    return row.loading is not None and bool(row.loading.max_mg) and row.loading.per_kg is None


# What a row must never be, what is then said, and what to do.
ROW_RULES: tuple[Rule, ...] = (
    (lambda row: row.above is not None and row.lowest is not None, "it has two lower edges", "Keep above or from."),
    (lambda row: row.up_to is not None and row.below is not None, "it has two upper edges", "Keep up_to or below."),
    (
        lambda row: row.when not in _BY_BAND and _edges(row) > 0,
        "a dialysis row has clearance edges",
        'Take them out, or write when = "clearance".',
    ),
    (
        lambda row: row.when in _BY_BAND and _edges(row) == 0,
        "it has no edge, so it would hold always",
        "Write its edges; from = 0 where it is for every clearance.",
    ),
    (
        lambda row: row.when is not When.CLEARANCE and (row.also_haemodialysis or row.also_crrt or row.needs_dialysis),
        "a dialysis row says again that it is for dialysis",
        "Take also_haemodialysis and needs_dialysis out.",
    ),
    (lambda row: not row.gives and row.refuse is None, "it gives neither a dose nor a refusal", "Write one of them."),
    (
        lambda row: row.refuse is not None and bool(row.gives or row.loading or row.supplement or row.example),
        "it refuses and gives a dose all the same",
        "Keep one of them.",
    ),
    (
        lambda row: row.verification is Verification.UNVERIFIED and row.gives,
        "it computes an unverified dose",
        "List it in listed_unverified, and say in refuse.all why no dose is given.",
    ),
    (
        lambda row: row.gives != (bool(row.every_h) or row.per_day),
        "dose and interval do not stand together",
        "Write every_h, or per_day with divided.",
    ),
    (
        lambda row: row.per_day and bool(row.every_h),
        "it is per day and per dose at once",
        "Keep every_h, or per_day with divided.",
    ),
    (
        lambda row: row.per_day != (row.divided is not None),
        "per_day and divided do not stand together",
        'Write both, such as divided = "in 2 doses".',
    ),
    (
        lambda row: row.divided is not None and "dose" not in row.divided,
        "divided names no number of doses, so that the figure for a day reads as one for each time",
        'Write how many doses the day has, such as "in 2 doses, one every 12 hours".',
    ),
    (
        lambda row: row.children is not None and row.when in (When.CRRT, When.EFFLUENT),
        "a children's row is for continuous renal replacement",
        "No source here has one; say why in refuse.crrt.",
    ),
    (
        lambda row: (bool(row.max_mg) and row.per_kg is None) or _load_capped_without_kg(row),
        "it has a cap and no dose per kg",
        "Write per_kg, or take max_mg out.",
    ),
    (
        lambda row: row.needs_dialysis != (row.without_dialysis is not None),
        "needs_dialysis and without_dialysis do not stand together",
        "Write both, or neither.",
    ),
    (lambda row: row.loading is not None and not row.loading.gives, "its load has no dose", "Write its milligrams."),
    (
        lambda row: row.supplement is not None and not row.supplement.gives,
        "its supplement has no dose",
        "Write its milligrams.",
    ),
)


def substance_faults(drug: AuthoredDrug, dose: AuthoredParts) -> Iterator[tuple[str, str]]:
    """Amounts under keys that name no substance of the drug, and substances that are left out."""
    if drug.units is UnitScale.COLISTIN:
        if dose.parts or (dose.colistin_base_mg is not None and dose.colistin_million_units is not None):
            yield "colistin is written in more than one form", "Write colistin_base_mg or colistin_million_units."
        return
    if dose.colistin_base_mg or dose.colistin_million_units:
        yield "it is written in colistin's units", "Write the milligrams of the drug's own substances."
    for key in dose.parts:
        if drug.substance_of(key) is None:
            yield f'"{key}" names no substance of this drug', f"Its substances are {listed(drug.substances)}."
    missing = [substance for substance in drug.substances if substance not in map(drug.substance_of, dose.parts)]
    if dose.parts and missing:
        yield f"the dose leaves out {listed(missing)}", "Write the milligrams of every substance; the total is derived."


def cap_faults(drug: AuthoredDrug, row: AuthoredRow) -> Iterator[tuple[str, str]]:
    """Caps of substances that the drug does not have."""
    caps = [*row.max_mg, *(row.loading.max_mg if row.loading else ())]
    colistin = drug.units is UnitScale.COLISTIN
    for key in caps:
        if drug.substance_of(key) is None and not (colistin and key == "colistin_base_mg"):
            yield f'the cap "{key}" names no substance of this drug', f"Its substances are {listed(drug.substances)}."
