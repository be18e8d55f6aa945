"""The other names of a term, by kind."""

from desktop.domain.glossary import NameKind, Term, TermKind, TermName


def test_the_other_names_of_one_kind_keep_the_authors_order() -> None:
    names = (
        TermName(NameKind.SYNONYM, "creatinine clearance rate"),
        TermName(NameKind.ABBREVIATION, "CrCl"),
        TermName(NameKind.MISSPELLING, "clearence"),
        TermName(NameKind.ABBREVIATION, "CLcr"),
        TermName(NameKind.BRAND, "none"),
    )
    term = Term(
        id="clearance",
        kind=TermKind.DOSING,
        name="creatinine clearance",
        definition="",
        names=names,
        sources=(),
        verification=None,
    )
    assert term.named(NameKind.ABBREVIATION) == ("CrCl", "CLcr")
    assert term.named(NameKind.SYNONYM) == ("creatinine clearance rate",)
    assert term.named(NameKind.MISSPELLING) == ("clearence",)
    assert term.named(NameKind.BRAND) == ("none",)
