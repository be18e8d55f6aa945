"""Values for the tests of the domain, each with only what the test is about."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from desktop.domain.drugs import AgeBand, Band, Basis, Drug, Row, Situation, When
from desktop.domain.given import Component, Given
from desktop.domain.intake import Refused, read_patient
from desktop.domain.patient import Patient, Typed
from desktop.domain.provenance import Source, Verification
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal
from desktop.domain.trigger import Facts, Subject, Words

SOURCE = Source("a-label", "Table 1", Verification.SOURCE_TEXT)
EVERY_REFUSAL = {situation: Refusal(f"no row: {situation}", "ask") for situation in Situation if situation != "all"}


def patient(
    *,
    age: str = "",
    age_months: str = "",
    sex: str = "",
    weight: str = "",
    height: str = "",
    creatinine: str = "",
    unit: str = "mg/dL",
    clearance: str = "",
    dialysis: str = "",
    effluent: str = "",
    unstable: bool = False,
    weight_used: str = "",
) -> Patient:
    """A patient out of typed fields, which must be readable."""
    typed = Typed(
        age=age,
        age_months=age_months,
        sex=sex,
        weight=weight,
        height=height,
        creatinine=creatinine,
        creatinine_unit=unit if creatinine else "",
        clearance=clearance,
        dialysis=dialysis,
        effluent=effluent,
        unstable_creatinine=unstable,
        weight_used=weight_used,
    )
    read = read_patient(typed)
    assert not isinstance(read, Refused), read.faults
    return read


def band(edges: str, printed: str = "") -> Band:
    """A band as mathematicians write it: "(15, 30]", "[0, 5]", "(50, )"."""
    low, high = (part.strip() for part in edges[1:-1].split(","))
    return Band(
        printed or edges,
        Decimal(low),
        edges[0] == "[",
        Decimal(high) if high else None,
        edges[-1] == "]",
        Verification.SOURCE_TEXT,
    )


def given(**milligrams: str) -> Given:
    """One dose, its substances by name: "750", or "500 to 1000"."""
    return Given(tuple(Component(name, amount(mg)) for name, mg in milligrams.items()), (Decimal(8),))


def amount(text: str) -> Amount:
    """An amount from "750" or "500 to 1000"."""
    low, _, high = text.partition(" to ")
    return Amount(Decimal(low), Decimal(high or low))


def row(
    edges: str,
    *,
    mg: str = "1000",
    use: str | None = None,
    when: Literal["clearance", "haemodialysis", "crrt", "effluent"] = "clearance",
    also_haemodialysis: bool = False,
    also_crrt: bool = False,
    months: tuple[int, int] | None = None,
    dose: Given | None = None,
    loading: Given | None = None,
    refusal: Refusal | None = None,
    without_dialysis: Refusal | None = None,
) -> Row:
    """A row whose id is its band."""
    return Row(
        id=f"{months or ''}{edges}" if when in ("clearance", "effluent") else when,
        use=use,
        when=When(when),
        band=band(edges),
        maintenance=None if refusal else dose or given(testicillin=mg),
        loading=loading,
        source=SOURCE,
        refusal=refusal,
        without_dialysis=without_dialysis,
        also_haemodialysis=also_haemodialysis,
        also_crrt=also_crrt,
        children=AgeBand(*months) if months else None,
    )


def basis(*rows: Row, refusals: Mapping[Situation, Refusal] = EVERY_REFUSAL) -> Basis:
    """A basis that refuses every situation it has no row for, unless told otherwise."""
    return Basis(
        slug="a-label",
        title="A label",
        short="Label",
        product="TESTICILLIN",
        source=SOURCE,
        dated=None,
        indications="Tests.",
        refusals=refusals,
        rows=rows,
    )


def drug(*bases: Basis) -> Drug:
    """A drug with these bases."""
    return Drug(slug="testicillin", name="testicillin", kind="a drug for tests", brands=(), aliases=(), bases=bases)


def facts(drugs: Iterable[str] = (), enzymes: Iterable[str] = (), **others: Iterable[str]) -> Facts:
    """What is known of a case, by words; what is left out or empty is not known."""
    parts = {"drugs": drugs, "enzymes": enzymes, **others}
    return {Subject(name): Words(frozenset(words)) for name, words in parts.items() if words}
