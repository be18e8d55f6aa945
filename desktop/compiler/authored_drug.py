"""The form of drugs/<slug>.toml."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, model_validator

from desktop.compiler.authored import (
    AT_LEAST_ONE,
    Authored,
    Citation,
    Hours,
    Id,
    Milligrams,
    Minutes,
    Number,
    Typed,
    Words,
    one_of,
    unfit,
)
from desktop.domain.case_choices import DRUGS_WITH_DOSES, KNOWN_BASES
from desktop.domain.drugs import PreparationKind, Situation, When
from desktop.domain.given import PerKg, UnitScale
from desktop.domain.note import NoteKind
from desktop.domain.provenance import Verification

# Stands for all the keys that name a substance, such as aztreonam_mg; no author can type it as a key of ours.
SUBSTANCE_KEYS = "*_mg"
_MG = "_mg"


class AuthoredRefusal(Authored):
    """Why no dose is given, and what to do."""

    reason: Words
    remedy: Words


class AuthoredNote(Authored):
    """A note; with a kind it changes what is done, and every printed card shows it."""

    text: Words
    kind: NoteKind | None = None
    short: Words | None = None
    on_haemodialysis: StrictBool = False

    @model_validator(mode="after")
    def _is_short_for_paper(self) -> Self:
        if self.short is not None and (self.kind is None or len(self.short) >= len(self.text)):
            raise unfit("its short form is of no use", "Write `short` only with `kind`, and shorter than `text`.")
        return self


def _as_note(written: object) -> object:
    """A note that is written as words alone."""
    return {"text": written} if isinstance(written, str) else written


Noted = Annotated[AuthoredNote, BeforeValidator(_as_note)]


class AuthoredParts(Authored):
    """A dose: an amount of each substance, under keys that are named for the drug's own substances.

    For colistin `colistin_base_mg` or `colistin_million_units`, as the source prints it.
    """

    parts: dict[str, Milligrams] = Field(default_factory=dict, alias="*_mg")
    colistin_base_mg: Milligrams | None = None
    colistin_million_units: Milligrams | None = None
    printed_million_units: Milligrams | None = None

    @model_validator(mode="before")
    @classmethod
    def _gather_substances(cls, table: object) -> object:
        """The table with its milligrams gathered under one key."""
        if not isinstance(table, Mapping):
            return table
        own = (SUBSTANCE_KEYS, *cls.model_fields)
        parts = {key: value for key, value in table.items() if key.endswith(_MG) and key not in own}
        return {key: value for key, value in table.items() if key not in parts} | {SUBSTANCE_KEYS: parts}

    @property
    def gives(self) -> bool:
        """Whether an amount is written."""
        return bool(self.parts or self.colistin_base_mg or self.colistin_million_units)


class AuthoredWeighed(AuthoredParts):
    """A dose that may go by body weight, with the most of each substance, and the volume that holds it."""

    per_kg: PerKg | None = None
    max_mg: dict[str, Number] = Field(default_factory=dict)
    over_min: Minutes | None = None


class AuthoredLoad(AuthoredWeighed):
    """A dose given once, before the maintenance dose."""

    notes: tuple[Noted, ...] = ()


class AuthoredSupplement(AuthoredParts):
    """Another dose and its occasion."""

    text: Words
    instead: StrictBool = False


class AuthoredAges(Authored):
    """The ages of children that a row is for, in whole months."""

    from_months: StrictInt
    below_months: StrictInt


class AuthoredExample(Authored):
    """The author's own arithmetic, without a clearance where dialysis decides."""

    clearance: Typed | None = None
    egfr: Typed | None = None
    effluent: Typed | None = None
    weight: Typed | None = None
    ideal_weight: Typed | None = None
    total_mg: Milligrams | None = None
    loading_mg: Milligrams | None = None
    total_base_mg: Milligrams | None = None
    loading_base_mg: Milligrams | None = None
    total_million_units: Milligrams | None = None
    loading_million_units: Milligrams | None = None

    @model_validator(mode="after")
    def _has_one_total(self) -> "AuthoredExample":
        if sum(total is not None for total in (self.total_mg, self.total_base_mg, self.total_million_units)) != 1:
            raise unfit(
                "it has not exactly one total", "Write total_mg, or for colistin total_base_mg or _million_units."
            )
        return self

    @property
    def figure(self) -> Decimal | None:
        """What the row goes by."""
        return next((one for one in (self.clearance, self.egfr, self.effluent) if one is not None), None)


class AuthoredPreparation(Authored):
    """One line about preparing, giving or watching."""

    kind: PreparationKind
    text: Words
    source: Id | None = None
    locator: Words | None = None
    verification: Verification | None = None


class AuthoredRow(AuthoredWeighed):
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
    per_day: StrictBool = False
    divided: Words | None = None
    withdraw_ml: Typed | None = None
    loading_withdraw_ml: Typed | None = None
    children: AuthoredAges | None = None
    loading: AuthoredLoad | None = None
    supplement: AuthoredSupplement | None = None
    refuse: AuthoredRefusal | None = None
    also_haemodialysis: StrictBool = False
    also_crrt: StrictBool = False
    needs_dialysis: StrictBool = False
    without_dialysis: AuthoredRefusal | None = None
    source: Id
    locator: Words | None = None
    verification: Verification
    notes: tuple[Noted, ...] = ()
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
    notes: tuple[Noted, ...] = ()
    refuse: dict[Situation, AuthoredRefusal] = Field(default_factory=dict)
    row: tuple[AuthoredRow, ...] = ()
    preparation: tuple[AuthoredPreparation, ...] = ()


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
    units: UnitScale | None = None
    kind: Words
    brands: tuple[Words, ...] = ()
    aliases: tuple[Words, ...] = ()
    basis: dict[Annotated[str, one_of(KNOWN_BASES)], AuthoredBasis]
    warning: tuple[AuthoredRemark, ...] = ()
    label_difference: tuple[AuthoredRemark, ...] = ()

    def substance_of(self, key: str) -> str | None:
        """The substance that a key such as `polymyxin_b_mg` names, or None."""
        return next((substance for substance in self.substances if _key_of(substance) == key), None)


def _key_of(substance: str) -> str:
    return substance.lower().replace(" ", "_").replace("-", "_") + _MG
