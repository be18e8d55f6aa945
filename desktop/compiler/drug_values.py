"""Drugs as authored into the values of the bedside: what is checked and written is what doses are taken from."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop.compiler.authored import Citation
from desktop.compiler.authored_drug import (
    AuthoredBasis,
    AuthoredDrug,
    AuthoredExample,
    AuthoredNote,
    AuthoredParts,
    AuthoredPreparation,
    AuthoredRefusal,
    AuthoredRemark,
    AuthoredRow,
    AuthoredWeighed,
)
from desktop.domain.drugs import (
    L_PER_HOUR,
    ML_MIN,
    ML_MIN_1_73,
    AgeBand,
    Band,
    Basis,
    Drug,
    Preparation,
    Remark,
    Row,
    When,
)
from desktop.domain.given import (
    CMS_MG_PER_COLISTIN_BASE_MG,
    CMS_MG_PER_MILLION_UNITS,
    Component,
    Given,
    Supplement,
    UnitScale,
)
from desktop.domain.note import Note
from desktop.domain.provenance import Source
from desktop.domain.quantity import Amount
from desktop.domain.refusal import Refusal
from desktop.domain.worked import WorkedExample


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


def _notes(notes: Sequence[AuthoredNote]) -> tuple[Note, ...]:
    return tuple(Note(note.text, note.kind, note.short, on_haemodialysis=note.on_haemodialysis) for note in notes)


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
        noted=_notes(basis.notes),
        refusals={situation: Refusal(why.reason, why.remedy) for situation, why in basis.refuse.items()},
        preparation=tuple(_preparation(basis, line) for line in basis.preparation),
        rows=tuple(_row(drug, f"{drug.id}/{slug}/{at:02}", row) for at, row in enumerate(basis.row, 1)),
    )


def _preparation(basis: AuthoredBasis, line: AuthoredPreparation) -> Preparation:
    own = Citation(ref=line.source or basis.source, at=line.locator)
    return Preparation(line.kind, line.text, own.source(line.verification or basis.verification))


def _row(drug: AuthoredDrug, key: str, row: AuthoredRow) -> Row:
    return Row(
        id=key,
        use=row.use,
        when=row.when,
        band=_band(row),
        maintenance=_maintenance(drug, row),
        source=Source(row.source, row.locator, row.verification),
        loading=_loading(drug, row),
        supplement=_supplement(drug, row),
        refusal=_refusal(row.refuse),
        without_dialysis=_refusal(row.without_dialysis),
        # A row that holds only while dialysis runs is the haemodialysis row, whatever the clearance.
        also_haemodialysis=row.also_haemodialysis or row.needs_dialysis,
        also_crrt=row.also_crrt,
        children=AgeBand(row.children.from_months, row.children.below_months) if row.children else None,
        printed_dose=row.printed_dose,
        noted=_notes(row.notes),
    )


def _band(row: AuthoredRow) -> Band:
    """The edges as authored; a lower edge that is not given is 0 and inclusive, an upper one is none."""
    low = row.above if row.above is not None else row.lowest
    high = row.up_to if row.up_to is not None else row.below
    verification = row.bounds_verification or row.verification
    unit = L_PER_HOUR if row.when is When.EFFLUENT else ML_MIN_1_73 if row.children else ML_MIN
    return Band(row.printed, low or Decimal(0), row.above is None, high, row.up_to is not None, verification, unit)


def _components(drug: AuthoredDrug, dose: AuthoredParts, most: Mapping[str, Decimal]) -> tuple[Component, ...]:
    """The components in the order of the drug's substances, whatever the order of the keys."""
    if drug.units is UnitScale.COLISTIN:
        return (_colistin(drug, dose),)
    named = {drug.substance_of(key): mg for key, mg in dose.parts.items()}
    caps = {drug.substance_of(key): mg for key, mg in most.items()}
    return tuple(
        Component(substance, named[substance], caps.get(substance), drug.units)
        for substance in drug.substances
        if substance in named
    )


def _colistin(drug: AuthoredDrug, dose: AuthoredParts) -> Component:
    """Colistin in mg of colistimethate sodium, exact from either of the forms that a source prints."""
    mg = cms_mg(dose.colistin_base_mg, dose.colistin_million_units)
    assert mg is not None
    most = dose.max_mg.get("colistin_base_mg") if isinstance(dose, AuthoredWeighed) else None
    cap = None if most is None else most * CMS_MG_PER_COLISTIN_BASE_MG
    return Component(drug.substances[0], mg, cap, drug.units, dose.printed_million_units)


def cms_mg(base_mg: Amount | None, million_units: Amount | None) -> Amount | None:
    """Mg of colistimethate sodium from mg of colistin base or from million units; None from neither."""
    if base_mg is not None:
        return base_mg.times(CMS_MG_PER_COLISTIN_BASE_MG)
    return None if million_units is None else million_units.times(CMS_MG_PER_MILLION_UNITS)


def _maintenance(drug: AuthoredDrug, row: AuthoredRow) -> Given | None:
    if not row.gives:
        return None
    return Given(
        _components(drug, row, row.max_mg),
        row.every_h,
        row.over_min,
        per_kg=row.per_kg,
        divided=row.divided,
        withdraw_ml=row.withdraw_ml,
    )


def _loading(drug: AuthoredDrug, row: AuthoredRow) -> Given | None:
    load = row.loading
    if load is None:
        return None
    components = _components(drug, load, load.max_mg)
    return Given(
        components, (), load.over_min, _notes(load.notes), per_kg=load.per_kg, withdraw_ml=row.loading_withdraw_ml
    )


def _supplement(drug: AuthoredDrug, row: AuthoredRow) -> Supplement | None:
    extra = row.supplement
    return Supplement(_components(drug, extra, {}), extra.text, extra.instead) if extra else None


def example_value(row: str, example: AuthoredExample) -> WorkedExample:
    """A worked example with its totals in mg, of colistimethate sodium for colistin."""
    total = example.total_mg or cms_mg(example.total_base_mg, example.total_million_units)
    assert total is not None
    return WorkedExample(
        row=row,
        figure=example.figure,
        weight_kg=example.weight,
        ideal_kg=example.ideal_weight,
        total_mg=total,
        loading_mg=example.loading_mg or cms_mg(example.loading_base_mg, example.loading_million_units),
    )


def _refusal(refusal: AuthoredRefusal | None) -> Refusal | None:
    return Refusal(refusal.reason, refusal.remedy) if refusal else None
