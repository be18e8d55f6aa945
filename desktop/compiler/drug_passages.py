"""What search finds about a drug: the drug itself, and everything that its page holds."""

from collections.abc import Iterator

from desktop.compiler.authored_drug import AuthoredDrug
from desktop.compiler.drug_values import drug_value
from desktop.compiler.passage import DRUG, MAXIMUM, TABLE, Passage, joined
from desktop.domain.drug_entries import BASIS, TABLE_OF_ROWS, Entry, entries
from desktop.domain.drugs import Basis, Row, When
from desktop.domain.note import texts
from desktop.domain.provenance import weakest
from desktop.domain.search_result import BLANK_LINE

_WHICH_ROW = "Type the creatinine clearance, or what it is computed from, under Dosing: it chooses the row."
# A table stands before its rows in what is asked of a dose; that it is per kg, only where it is not for all kidneys.
_OF_ROWS = "kidney failure kidney impairment creatinine clearance reduced dose adjustment adult daily interval"
_PER_KG = "mg per kg"


def drug_passage(drug: AuthoredDrug) -> Passage:
    """The drug itself."""
    said = "; ".join(basis.title for basis in drug.basis.values())
    return Passage(
        kind=DRUG,
        target=drug.id,
        title=drug.name,
        text=f"{drug.kind}. Doses here after: {said}.",
        drug=drug.id,
        link=f"drug:{drug.id}",
        words=drug.substances,
    )


def passages_about(drug: AuthoredDrug) -> Iterator[Passage]:
    """Everything about one drug, but for the drug itself; each opens its place on the page of the drug."""
    for entry in entries(drug_value(drug)):
        if entry.kind == BASIS and entry.basis is not None:
            yield from _maximum(drug, entry, entry.basis)
        yield Passage(
            kind=entry.kind,
            target=entry.id,
            title=f"{_heading(drug.name, entry)}: {entry.about}",
            text=joined("\n".join(_lines(entry)), "\n".join(entry.remarks), by=BLANK_LINE),
            drug=drug.id,
            link=f"drug:{entry.id}",
            words=tuple(_words(entry.row)) if entry.row else (),
            verification=weakest(source.verification for source in entry.sources),
        )


def _lines(entry: Entry) -> tuple[str, ...]:
    """The lines of an entry; of a dose with the most in a day, for in a search the row stands alone."""
    if entry.basis is None or entry.row is None or entry.row.maintenance is None:
        return entry.lines
    return *entry.lines, *texts(entry.basis.maxima)


def _maximum(drug: AuthoredDrug, entry: Entry, basis: Basis) -> Iterator[Passage]:
    """The most that a label or guideline says may be given in a day, where it says so."""
    if basis.maxima:
        yield Passage(
            kind=MAXIMUM,
            target=f"{entry.id}/{MAXIMUM}",
            title=f"{_heading(drug.name, entry)}: maximum daily dose",
            text="\n".join(texts(basis.maxima)),
            drug=drug.id,
            link=f"drug:{entry.id}",
            verification=basis.source.verification,
        )


def table_passage(authored: AuthoredDrug) -> Passage:
    """The rows of a drug by kidney function, without their doses: words alone lead nobody to one of them."""
    drug = drug_value(authored)
    rows: dict[str, dict[str, None]] = {}
    is_for_all = False
    for entry in entries(drug):
        if entry.row is not None and entry.basis is not None and not entry.row.children:
            rows.setdefault(entry.basis.short, {})[entry.about] = None
            is_for_all = is_for_all or (entry.row.when is When.CLEARANCE and entry.row.band.is_for_all)
    lines = [f"{name}: {'; '.join(kidneys)}." for name, kidneys in rows.items()]
    return Passage(
        kind=TABLE,
        target=f"{drug.slug}/kidneys",
        title=f"{drug.name}: {TABLE_OF_ROWS}",
        text=joined(_WHICH_ROW, *lines),
        drug=drug.slug,
        link=f"drug:{drug.slug}",
        words=(_OF_ROWS,) if is_for_all else (_OF_ROWS, _PER_KG),
    )


def _heading(name: str, entry: Entry) -> str:
    return f"{name}, {entry.basis.title}" if entry.basis else name


def _words(row: Row) -> Iterator[str]:
    """For whom a row is, in the words of those who ask."""
    # A child's row goes by a filtration; whoever asks says kidneys or clearance all the same.
    yield "children creatinine clearance" if row.children else "adults"
    if row.also_haemodialysis or row.when is When.HAEMODIALYSIS:
        yield "haemodialysis dialysis"
    if row.loading is not None:
        yield "loading dose"
