"""What search finds about a drug: its doses row by row, what is refused, its bases, preparation and warnings."""

from collections.abc import Iterator

from desktop.compiler import passage as kinds
from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.drug_values import drug_value
from desktop.compiler.passage import Passage, joined
from desktop.domain.drugs import AgeBand, Basis, Drug, Row, Situation, When
from desktop.domain.wording import given_words, loading_words, supplement_words, withdraw_words

_MONTHS_A_YEAR = 12
_SITUATIONS = {
    Situation.ALL: "no dose is computed",
    Situation.CHILD: "children of ages without a row",
    Situation.HAEMODIALYSIS: "haemodialysis",
    Situation.CRRT: "continuous renal replacement therapy",
    Situation.EFFLUENT: "continuous renal replacement therapy, effluent rate",
    Situation.OUTSIDE: "creatinine clearance outside the rows",
    Situation.CHILD_KIDNEYS: "children with impaired kidneys",
}


def drug_passage(authored: AuthoredDrug) -> Passage:
    """The drug itself."""
    said = "; ".join(basis.title for basis in authored.basis.values())
    return Passage(
        kind=kinds.DRUG,
        target=authored.id,
        title=authored.name,
        text=f"{authored.kind}. Doses here after: {said}.",
        drug=authored.id,
        words=authored.substances,
    )


def passages_about(authored: AuthoredDrug) -> Iterator[Passage]:
    """Everything about one drug, but for the drug itself."""
    drug = drug_value(authored)
    for basis in drug.bases:
        yield from (_row(drug, basis, row) for row in basis.rows)
        yield from _refusals(drug, basis)
        yield from _lines(drug, basis)
    for kind, heading, remarks in (
        (kinds.WARNING, "warning", drug.warnings),
        (kinds.DIFFERENCE, "labels and guidelines differ", drug.label_differences),
    ):
        for at, remark in enumerate(remarks, 1):
            target = f"{drug.slug}/{kind}/{at}"
            yield Passage(kind=kind, target=target, title=f"{drug.name}: {heading}", text=remark.text, drug=drug.slug)


def _row(drug: Drug, basis: Basis, row: Row) -> Passage:
    about = joined(row.use, _who(row), by=", ")
    words = [_dialysis(row), "children" if row.children else "adults"]
    if row.loading is not None:
        words.append("loading dose")
    return Passage(
        kind=kinds.DOSE,
        target=row.id,
        title=f"{drug.name}, {basis.title}: {about}",
        text="\n".join(_row_lines(row)),
        drug=drug.slug,
        words=tuple(filter(None, words)),
    )


def _who(row: Row) -> str:
    if row.when is When.HAEMODIALYSIS:
        figure = joined("haemodialysis", row.band.printed, by=", ")
    elif row.when is When.CRRT:
        figure = joined("continuous renal replacement therapy", row.band.printed, by=", ")
    elif row.when is When.EFFLUENT:
        figure = f"continuous renal replacement therapy, effluent {row.band.printed} {row.band.unit}"
    else:
        # A band such as "normal kidneys" has no unit.
        unit = f" {row.band.unit}" if row.band.printed[-1:].isdigit() else ""
        figure = f"creatinine clearance {row.band.printed}{unit}"
        figure += ", also for haemodialysis" if row.also_haemodialysis else ""
        figure += ", also for continuous renal replacement therapy" if row.also_crrt else ""
    return joined(_ages(row.children) if row.children else None, figure, by=", ")


def _ages(ages: AgeBand) -> str:
    return f"children from {_age(ages.from_months)} to less than {_age(ages.below_months)}"


def _age(months: int) -> str:
    years, left = divmod(months, _MONTHS_A_YEAR)
    return f"{months} months" if left or not years else f"{years} years"


def _dialysis(row: Row) -> str | None:
    return "haemodialysis dialysis" if row.also_haemodialysis or row.when is When.HAEMODIALYSIS else None


def _row_lines(row: Row) -> Iterator[str]:
    if row.refusal is not None:
        yield f"No dose: {row.refusal.reason} {row.refusal.remedy}"
    if row.loading is not None:
        yield f"First {loading_words(row.loading)}; then:"
    if row.maintenance is not None:
        yield given_words(row.maintenance)
        yield from withdraw_words(row.loading, row.maintenance)
    if row.supplement is not None:
        yield f"Also: {supplement_words(row.supplement)}"
    if row.without_dialysis is not None:
        yield f"Without dialysis: {row.without_dialysis.reason} {row.without_dialysis.remedy}"
    if row.printed_dose is not None:
        yield f"Printed as {row.printed_dose}"
    yield from row.notes


def _refusals(drug: Drug, basis: Basis) -> Iterator[Passage]:
    for situation, why in basis.refusals.items():
        yield Passage(
            kind=kinds.REFUSED,
            target=f"{drug.slug}/{basis.slug}/{situation.value}",
            title=f"{drug.name}, {basis.title}: {_SITUATIONS[situation]}",
            text=f"No dose: {why.reason} {why.remedy}",
            drug=drug.slug,
        )


def _lines(drug: Drug, basis: Basis) -> Iterator[Passage]:
    """The basis itself with its indications and notes, and each line about preparing and giving the drug."""
    yield Passage(
        kind=kinds.BASIS,
        target=f"{drug.slug}/{basis.slug}",
        title=f"{drug.name}, {basis.title}: what it is for",
        text=joined(basis.indications, basis.off_label_note, basis.listed_unverified, *basis.notes),
        drug=drug.slug,
    )
    for at, line in enumerate(basis.preparation, 1):
        yield Passage(
            kind=line.kind.value,
            target=f"{drug.slug}/{basis.slug}/preparation/{at}",
            title=f"{drug.name}, {basis.title}: {line.kind.value}",
            text=line.text,
            drug=drug.slug,
        )
