"""The form of drugs/<slug>.toml."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StrictBool, model_validator

from desktop.compiler.authored import (
    AT_LEAST_ONE,
    Authored,
    Citation,
    Clearance,
    Hours,
    Id,
    Milligrams,
    Minutes,
    Number,
    Words,
    one_of,
)
from desktop.compiler.closed_lists import BASES, DRUGS_WITH_DOSES
from desktop.domain.drugs import Situation, When
from desktop.domain.provenance import Verification

# Stands for all the keys that name a substance, such as aztreonam_mg; no author can type it as a key of ours.
SUBSTANCE_KEYS = "*_mg"
_MG = "_mg"


class AuthoredRefusal(Authored):
    """Why no dose is given, and what to do."""

    reason: Words
    remedy: Words


class AuthoredParts(Authored):
    """A dose: the milligrams of each substance, under keys that are named for the drug's own substances."""

    parts: dict[str, Milligrams] = Field(default_factory=dict, alias="*_mg")

    @model_validator(mode="before")
    @classmethod
    def _gather_substances(cls, table: object) -> object:
        """The table with its milligrams gathered under one key."""
        if not isinstance(table, Mapping):
            return table
        parts = {key: value for key, value in table.items() if key.endswith(_MG) and key != SUBSTANCE_KEYS}
        return {key: value for key, value in table.items() if key not in parts} | {SUBSTANCE_KEYS: parts}


class AuthoredLoad(AuthoredParts):
    """A dose given once, before the maintenance dose."""

    over_min: Minutes | None = None
    notes: tuple[Words, ...] = ()


class AuthoredSupplement(AuthoredParts):
    """An extra dose and its occasion."""

    text: Words


class AuthoredExample(Authored):
    """The author's own arithmetic, without a clearance where dialysis decides."""

    clearance: Clearance | None = None
    total_mg: Milligrams
    loading_mg: Milligrams | None = None


class AuthoredRow(AuthoredParts):
    """One row of one source."""

    use: Words | None = Field(None, alias="for")
    when: When = When.CLEARANCE
    printed: Words
    printed_dose: Words | None = None
    above: Number | None = None
    lowest: Number | None = Field(None, alias="from")
    up_to: Number | None = None
    below: Number | None = None
    bounds_verification: Verification | None = None
    every_h: Hours = ()
    over_min: Minutes | None = None
    loading: AuthoredLoad | None = None
    supplement: AuthoredSupplement | None = None
    refuse: AuthoredRefusal | None = None
    also_haemodialysis: StrictBool = False
    needs_dialysis: StrictBool = False
    without_dialysis: AuthoredRefusal | None = None
    source: Id
    locator: Words | None = None
    verification: Verification
    notes: tuple[Words, ...] = ()
    example: tuple[AuthoredExample, ...] = ()


class AuthoredBasis(Authored):
    """One label or guideline."""

    title: Words
    short: Words
    product: Words | None = None
    source: Id
    locator: Words | None = None
    dated: Words | None = None
    verification: Verification
    indications: Words
    off_label: StrictBool
    off_label_note: Words | None = None
    clearance_per_1_73: StrictBool = False
    listed_unverified: Words | None = None
    notes: tuple[Words, ...] = ()
    refuse: dict[Situation, AuthoredRefusal] = Field(default_factory=dict)
    row: tuple[AuthoredRow, ...] = ()


class AuthoredRemark(Authored):
    """A warning, or a difference between labels."""

    text: Words
    citations: Annotated[tuple[Citation, ...], AT_LEAST_ONE]
    verification: Verification


class AuthoredDrug(Authored):
    """One drug as a whole."""

    id: Annotated[str, one_of(DRUGS_WITH_DOSES)]
    name: Words
    substances: Annotated[tuple[Words, ...], AT_LEAST_ONE]
    kind: Words
    brands: tuple[Words, ...] = ()
    aliases: tuple[Words, ...] = ()
    basis: dict[Annotated[str, one_of(BASES)], AuthoredBasis]
    warning: tuple[AuthoredRemark, ...] = ()
    label_difference: tuple[AuthoredRemark, ...] = ()

    def substance_of(self, key: str) -> str | None:
        """The substance that a key such as `polymyxin_b_mg` names, or None."""
        return next((substance for substance in self.substances if _key_of(substance) == key), None)


def _key_of(substance: str) -> str:
    return substance.lower().replace(" ", "_").replace("-", "_") + _MG
