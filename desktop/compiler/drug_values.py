"""Drugs as authored into the values of the bedside: what is checked and written is what doses are taken from."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.compiler.authored import Citation
from desktop.compiler.authored_drug import (
    AuthoredBasis,
    AuthoredDrug,
    AuthoredRefusal,
    AuthoredRemark,
    AuthoredRow,
)
from desktop.domain.drugs import Band, Basis, Component, Drug, Given, Remark, Row, Supplement
from desktop.domain.provenance import Source
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal


def drug_value(drug: AuthoredDrug) -> Drug:
    """The drug of the bedside; the form must be without faults."""
    return Drug(
        slug=drug.id,
        name=drug.name,
        kind=drug.kind,
        brands=drug.brands,
        aliases=drug.aliases,
        bases=tuple(_basis(drug, slug, basis) for slug, basis in drug.basis.items()),
        warnings=tuple(_remark(remark) for remark in drug.warning),
        label_differences=tuple(_remark(remark) for remark in drug.label_difference),
    )


def _remark(remark: AuthoredRemark) -> Remark:
    return Remark(remark.text, tuple(citation.source(remark.verification) for citation in remark.citations))


def _basis(drug: AuthoredDrug, slug: str, basis: AuthoredBasis) -> Basis:
    return Basis(
        slug=slug,
        title=basis.title,
        short=basis.short,
        product=basis.product or "",
        source=Citation(ref=basis.source, at=basis.locator).source(basis.verification),
        dated=basis.dated,
        indications=basis.indications,
        off_label_note=basis.off_label_note,
        clearance_per_1_73=basis.clearance_per_1_73,
        listed_unverified=basis.listed_unverified,
        notes=basis.notes,
        refusals={situation: Refusal(why.reason, why.remedy) for situation, why in basis.refuse.items()},
        rows=tuple(_row(drug, f"{drug.id}/{slug}/{at:02}", row) for at, row in enumerate(basis.row, 1)),
    )


def _row(drug: AuthoredDrug, key: str, row: AuthoredRow) -> Row:
    return Row(
        id=key,
        use=row.use,
        when=row.when,
        band=_band(row),
        maintenance=Given(_components(drug, row.parts), row.every_h, row.over_min) if row.parts else None,
        source=Source(row.source, row.locator, row.verification),
        loading=_loading(drug, row),
        supplement=_supplement(drug, row),
        refusal=_refusal(row.refuse),
        without_dialysis=_refusal(row.without_dialysis),
        # A row that holds only while dialysis runs is the haemodialysis row, whatever the clearance.
        also_haemodialysis=row.also_haemodialysis or row.needs_dialysis,
        printed_dose=row.printed_dose,
        notes=row.notes,
    )


def _band(row: AuthoredRow) -> Band:
    """The edges as authored; a lower edge that is not given is 0 and inclusive, an upper one is none."""
    low = row.above if row.above is not None else row.lowest
    high = row.up_to if row.up_to is not None else row.below
    verification = row.bounds_verification or row.verification
    return Band(row.printed, low or Decimal(0), row.above is None, high, row.up_to is not None, verification)


def _components(drug: AuthoredDrug, parts: Mapping[str, Amount]) -> tuple[Component, ...]:
    """The components in the order of the drug's substances, whatever the order of the keys."""
    named = {drug.substance_of(key): mg for key, mg in parts.items()}
    return tuple(Component(substance, named[substance]) for substance in drug.substances if substance in named)


def _loading(drug: AuthoredDrug, row: AuthoredRow) -> Given | None:
    load = row.loading
    return Given(_components(drug, load.parts), (), load.over_min, load.notes) if load else None


def _supplement(drug: AuthoredDrug, row: AuthoredRow) -> Supplement | None:
    extra = row.supplement
    return Supplement(_components(drug, extra.parts), extra.text) if extra else None


def _refusal(refusal: AuthoredRefusal | None) -> Refusal | None:
    return Refusal(refusal.reason, refusal.remedy) if refusal else None
